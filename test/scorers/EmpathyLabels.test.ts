import { beforeAll, describe, expect, test } from "vitest"
import type { OutcomeName } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import type { LoadedRules } from "../../scorers/RuleFiles.ts"
import { heldOutTurns } from "./EmpathyHeldOut.ts"
import { secondTurns } from "./EmpathySecondSet.ts"
import { thirdTurns } from "./EmpathyThirdSet.ts"
import { labelledTurns } from "./EmpathyTurns.ts"
import { dialogue } from "./transcripts.ts"
import { bundledRules } from "../support/bundledRules.ts"

let loaded: LoadedRules
beforeAll(() => {
  loaded = bundledRules()
})

const speakers: Record<string, string> = { c: "客户", k: "客戶", a: "客服" }

interface Row {
  readonly line: string
  readonly rule: string
  readonly label: string
  readonly transcript: Transcript
}

const read = (line: string): Row => {
  const [, rule, label, call, turns] = /^(\S+) (\S+) (v\/)?(.*)$/.exec(line)!
  const text = turns!.split("/").map((turn) => `${speakers[turn[0]!]}: ${turn.slice(1)}`).join("\n")
  return { line, rule: rule!, label: label!, transcript: dialogue(text, call === undefined ? "chat" : "voice") }
}

const rows = [...labelledTurns, ...heldOutTurns, ...secondTurns, ...thirdTurns].map(read)
const rules = [...new Set(rows.map(({ rule }) => rule))]
/** What these miss they leave open, or they are a bonus. */
const neverAccusing = ["explores-need", "personal-touch", "beyond-expectation", "proactive-offer"]
const isAccusing = (tag: string) => tag === "Breached" || tag === "Partly"

describe("what is decided on labelled turns", () => {
  let decided: ReadonlyArray<Row & { readonly tag: OutcomeName }>
  beforeAll(() => {
    decided = rows.map((row) => ({ ...row, tag: loaded.compiled.judge(row.transcript).scores.find((score) => score.rule.endsWith(`/${row.rule}`))!.outcome._tag }))
  })

  const precise = (rule: string, is: (tag: string) => boolean) => {
    const told = decided.filter((row) => row.rule === rule && is(row.tag))
    const wrong = told.filter((row) => !is(row.label)).map(({ line, tag }) => `${tag}: ${line}`)
    if (told.length > 0) expect(1 - wrong.length / told.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.9)
    return told.length
  }

  test.each(rules)("%s: nine of ten credits and more are deserved", (rule) => {
    expect(precise(rule, (tag) => tag === "Met")).toBeGreaterThanOrEqual(10)
  })

  test.each(rules.filter((rule) => !neverAccusing.includes(rule)))("%s: nine of ten accusations and more are deserved", (rule) => {
    expect(precise(rule, isAccusing)).toBeGreaterThanOrEqual(2)
  })
})

test("there are enough of them, and every rule has its hard negatives", () => {
  expect(rows.length).toBeGreaterThanOrEqual(700)
  expect(rules.length).toBe(14)
  for (const rule of rules) {
    const own = rows.filter((row) => row.rule === rule)
    expect(own.length, rule).toBeGreaterThanOrEqual(35)
    expect(own.filter(({ label }) => label === "-").length, rule).toBeGreaterThanOrEqual(10)
  }
})
