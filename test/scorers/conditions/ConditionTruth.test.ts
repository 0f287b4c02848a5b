import { describe, expect, test } from "vitest"
import { conjunction, disjunction, moot, negation, type Truth, unknown } from "../../../scorers/conditions/ConditionTruth.ts"
import { judgeWith } from "./conditionRule.ts"
import { dialogue } from "../transcripts.ts"

const truths: Readonly<Record<string, Truth>> = { t: true, f: false, u: unknown("u"), m: moot("m") }
const nameOf = (truth: Truth) => (typeof truth === "object" ? truth.because : truth ? "t" : "f")

test.each<[pair: string, all: string, any: string]>([
  ["tt", "t", "t"], ["tf", "f", "t"], ["tu", "u", "t"], ["tm", "m", "t"],
  ["ff", "f", "f"], ["fu", "f", "u"], ["fm", "f", "m"],
  ["uu", "u", "u"], ["um", "u", "u"], ["mm", "m", "m"]
])("%s: all is %s, any is %s, in either order; both are each other's negation", (pair, all, any) => {
  const [a, b] = Array.from(pair, (name) => truths[name]!)
  for (const values of [[a!, b!], [b!, a!]]) {
    expect(nameOf(conjunction(values))).toBe(all)
    expect(nameOf(disjunction(values))).toBe(any)
    expect(disjunction(values)).toEqual(negation(conjunction(values.map(negation))))
  }
})

test("not leaves what is unknown unknown", () => {
  expect(negation(true)).toBe(false)
  expect(negation(truths["u"]!)).toBe(truths["u"])
})

describe("in a rule", () => {
  // 滚 in the first seconds is unknown without times; what follows a complaint is moot without one.
  const conditions = `
conditions:
  yes: { say: [甲] }
  no: { say: [乙] }
  unknown: { say: [甲], window: { first: 5, unit: seconds } }
  moot: { say: [甲], after: complaint }
  complaint: { by: customer, say: [投诉] }
`
  const outcome = (fields: string) => judgeWith(conditions + fields)("客户: 嗯\n客服: 甲").outcome._tag
  test.each<[fields: string, outcome: string]>([
    ["breachWhen: yes", "Breached"],
    ["breachWhen: no", "Met"],
    ["breachWhen: unknown", "Unscored"],
    ["breachWhen: { not: unknown }", "Unscored"],
    ["breachWhen: moot", "NotApplicable"],
    ["breachWhen: { not: moot }", "NotApplicable"],
    ["meetWhen: yes", "Met"],
    ["meetWhen: no", "Breached"],
    ["meetWhen: unknown", "Unscored"],
    ["breachWhen: { all: [yes, unknown] }", "Unscored"],
    ["breachWhen: { all: [no, unknown] }", "Met"],
    ["breachWhen: { any: [yes, unknown] }", "Breached"],
    ["breachWhen: { any: [no, unknown] }", "Unscored"],
    ["breachWhen: { any: [moot, unknown] }", "Unscored"],
    ["breachWhen: { all: [yes, { not: no }, { any: [no, yes] }] }", "Breached"],
    ["appliesWhen: no\nbreachWhen: yes", "NotApplicable"],
    ["appliesWhen: unknown\nbreachWhen: yes", "Unscored"],
    ["appliesWhen: moot\nbreachWhen: yes", "NotApplicable"],
    ["appliesWhen: yes\nbreachWhen: no", "Met"],
    ["breachWhen: yes\npartlyWhen: yes", "Partly"],
    ["breachWhen: yes\npartlyWhen: no", "Breached"],
    ["breachWhen: yes\npartlyWhen: moot", "Breached"],
    ["breachWhen: yes\npartlyWhen: unknown", "Unscored"],
    ["breachWhen: no\npartlyWhen: yes", "Met"],
    ["meetWhen: no\npartlyWhen: yes\npartlyCredit: 0.25", "Partly"]
  ])("%s: %s", (fields, expected) => expect(outcome(fields)).toBe(expected))

  test("a partly met rule earns the credit it says", () => {
    expect(judgeWith(`${conditions}meetWhen: no\npartlyWhen: yes\npartlyCredit: 0.25`)("客服: 甲").outcome).toEqual({ _tag: "Partly", credit: 0.25 })
  })

  test("a contact without an agent's word neither praises nor blames", () => {
    expect(judgeWith("meetWhen: { say: [您好] }")("客户: 喂").outcome._tag).toBe("NotApplicable")
  })
})

describe("what seems to be missing", () => {
  const greeting = judgeWith("meetWhen: { say: [您好] }")
  const unsure = (confidence: number) => {
    const transcript = dialogue("客服: 年号", "voice")
    return { ...transcript, turns: transcript.turns.map((turn) => ({ ...turn, confidence })) }
  }

  test("may have been misheard: the rule is unscored, and met all the same where it was heard", () => {
    expect(greeting(unsure(0.3)).outcome).toEqual({ _tag: "Unscored", because: "the recogniser was unsure of these words" })
    expect(greeting(unsure(0.9)).outcome._tag).toBe("Breached")
  })

  test("does not excuse what was said", () => {
    const judge = judgeWith("meetWhen: { all: [{ say: { none: [年号] } }, { say: [您好] }] }")
    const { findings, outcome } = judge(unsure(0.3))
    expect(outcome._tag).toBe("Breached")
    expect(findings).toMatchObject([{ _tag: "Said", quote: "年号" }])
  })

  test("in a dialect is not for a rule in Mandarin", () => {
    expect(greeting("客服: 你哋嘅单我睇咗喇，唔该等等").outcome).toEqual({ _tag: "NotApplicable", because: "the rule is for another language" })
  })

  test("never breached in silence: a forbidden phrase that was not heard is not unscored", () => {
    expect(judgeWith("breachWhen: { say: [滚] }")(unsure(0.3)).outcome._tag).toBe("Met")
  })
})
