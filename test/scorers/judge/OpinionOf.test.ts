import { describe, expect, test } from "vitest"
import { because, becauseWords } from "../../../schemas/Because.ts"
import type { JudgeLabel } from "../../../schemas/Opinion.ts"
import type { Answer, Quote } from "../../../scorers/judge/Answers.ts"
import { Hearing, opinionOf, type Pass } from "../../../scorers/judge/OpinionOf.ts"
import { redact } from "../../../scorers/judge/Redaction.ts"
import { dialogue } from "../transcripts.ts"
import { disguisedTurns, hostileTurns } from "./hostileTurns.ts"
import { halves, question } from "./questions.ts"

const transcript = dialogue(
  ["客户: 我的洗衣机坏了，很着急", "客服: 我理解您的心情，马上帮您安排师傅", "客户: 什么时候来", "客服: 师傅明天上午九点上门", "客户: 好的", "客服(李强): 我是仓库的，稍后联系您"].join("\n").replaceAll("客服:", "客服(王芳):")
)
const heard = new Hearing(transcript, redact(transcript), "王芳")
const asked = question("empathy/x", { partly: halves })

const quote = (turn: number, text: string, role = "agent"): Quote => ({ turn, role, quote: text })
const good = quote(1, "我理解您的心情")
const answer = (label: JudgeLabel, quotes: ReadonlyArray<Quote> = [], searched: Answer["searched"] = { from: 0, to: 4 }): Pass => ({ _tag: "Answered", answer: { rule: asked.rule, label, quotes, searched, note: "一句话" } })
const opinion = (forward: Pass, reversed: Pass = forward, about = asked, hearing = heard) => opinionOf(hearing, about, forward, reversed)

describe("given, where both passes agree and the evidence holds", () => {
  test("met", () => {
    expect(opinion(answer("met", [good]))).toEqual({
      rule: "empathy/x", agent: "王芳", state: "given", outcome: "Met", because: null, note: "一句话",
      findings: [{ _tag: "Said", bearing: "for", turn: 1, start: 0, end: 7, quote: "我理解您的心情", note: null }]
    })
  })

  test("partly, with what each of them found", () => {
    const { findings, outcome } = opinion(answer("partly", [good]), answer("partly", [quote(1, "师傅明天上午九点"), good]))
    expect(outcome).toBe("Partly")
    expect(findings).toMatchObject([{ turn: 1, quote: "我理解您的心情" }, { turn: 3, quote: "师傅明天上午九点", bearing: "for" }])
  })

  test("not met, with the turns that were searched and what could have been said", () => {
    const { findings, outcome } = opinion(answer("not_met", [], { from: 1, to: 2 }), answer("not_met", [], { from: 0, to: 3 }))
    expect(outcome).toBe("Breached")
    expect(findings).toEqual([{ _tag: "Unsaid", bearing: "against", window: { from: 0, to: 3 }, nearest: null, expected: "您好", note: null }])
  })

  test("not met by what was said, with the words", () => {
    const { findings, outcome } = opinion(answer("not_met", [good]), undefined, { ...asked, notMetShownBy: "words" })
    expect(outcome).toBe("Breached")
    expect(findings).toMatchObject([{ _tag: "Said", bearing: "against", quote: "我理解您的心情" }])
  })

  test("not applicable", () => {
    expect(opinion(answer("not_applicable"))).toMatchObject({ state: "given", outcome: "NotApplicable", findings: [] })
  })

  test("what is only nearly a quote is shown, and nothing rests on it", () => {
    const nearly = quote(1, "我理解您的心情，马上给您安排师傅")
    expect(opinion(answer("met", [good, nearly])).findings.map(({ bearing }) => bearing)).toEqual(["for", "tentative"])
    expect(opinion(answer("met", [nearly]))).toMatchObject({ state: "review", outcome: null, because: because.judgeWithoutQuote, findings: [{ bearing: "tentative" }] })
  })
})

describe("for a person", () => {
  test.each([
    ["the passes differ", answer("met", [good]), answer("partly", [good]), because.judgePassesDiffer],
    ["the passes differ in whether it applies", answer("not_applicable"), answer("not_met"), because.judgePassesDiffer],
    ["one of them cannot tell", answer("met", [good]), answer("cannot_tell"), because.judgePassesDiffer],
    ["neither can tell", answer("cannot_tell"), answer("cannot_tell"), because.judgeCannotTell],
    ["there is no quote", answer("met"), answer("met"), because.judgeWithoutQuote],
    ["there is none in one pass", answer("met", [good]), answer("met"), because.judgeWithoutQuote],
    ["the quote is made up", answer("partly", [quote(1, "我给您送一份小礼物")]), answer("partly", [good]), because.judgeWithoutQuote],
    ["the quote is the customer's", answer("met", [quote(0, "我的洗衣机坏了")]), answer("met", [quote(0, "我的洗衣机坏了")]), because.judgeWithoutQuote],
    ["the quote is another agent's", answer("met", [quote(5, "我是仓库的，稍后联系您")]), answer("met", [quote(5, "我是仓库的，稍后联系您")]), because.judgeWithoutQuote],
    ["nobody says where it was looked for", answer("not_met", [], null), answer("not_met", [], null), because.judgeWithoutWindow],
    ["it was looked for beyond the end", answer("not_met", [], { from: 0, to: 6 }), answer("not_met"), because.judgeWithoutWindow],
    ["it was looked for where the agent says nothing", answer("not_met", [], { from: 4, to: 5 }), answer("not_met", [], { from: 4, to: 5 }), because.judgeWithoutWindow]
  ])("because %s", (_, forward, reversed, why) => {
    for (const one of [opinion(forward, reversed), opinion(reversed, forward)]) {
      expect(one).toMatchObject({ state: "review", outcome: null, because: why })
      expect(one.findings.every(({ bearing }) => bearing === "tentative")).toBe(true)
    }
  })

  test("because it takes words to say that it was not met, and there are none", () => {
    expect(opinion(answer("not_met"), undefined, { ...asked, notMetShownBy: "words" })).toMatchObject({ state: "review", because: because.judgeWithoutQuote })
  })

  test("because the question knows no half of it", () => {
    expect(opinion(answer("partly", [good]), undefined, { ...asked, partly: null })).toMatchObject({ state: "review", outcome: null, because: because.judgeCannotTell })
  })

  test("because the judge gave away its secret", () => {
    expect(opinion(answer("met", [good]), { _tag: "Faulty", fault: "canary" })).toMatchObject({ state: "review", outcome: null, because: because.judgeTakenOver })
  })
})

describe("no opinion", () => {
  test.each([
    ["Pending", "pending", because.judgePending],
    ["Refused", "failed", because.judgeRefused],
    ["Truncated", "failed", because.judgeTruncated],
    ["Filtered", "failed", because.judgeFiltered],
    ["Rejected", "failed", because.judgeRejected],
    ["Unreachable", "failed", because.judgeUnreachable]
  ] as const)("%s", (_tag, state, why) => {
    const spoken = answer("met", [good])
    for (const one of [opinion({ _tag }, { _tag }), opinion({ _tag }, spoken), opinion(spoken, { _tag })]) {
      expect(one).toEqual({ rule: "empathy/x", agent: "王芳", state, outcome: null, findings: [], note: null, because: why })
    }
    expect(becauseWords(why).zh).toMatch(/\p{Script=Han}/u)
  })

  test("what cannot be read", () => {
    expect(opinion({ _tag: "Faulty", fault: "not-json" }, answer("met", [good]))).toMatchObject({ state: "failed", because: because.judgeUnreadable })
  })
})

test("a judge that does whatever it is told never gives an outcome where somebody told it something", () => {
  const texts = [...Object.values(hostileTurns).flat(), ...disguisedTurns.map(([, text]) => ["agent", text] as const)]
  for (const [role, text] of texts) {
    for (const label of ["met", "not_met"] as const) {
      const turns = transcript.turns.toSpliced(4, 0, { ...transcript.turns[0]!, role, agent: role === "agent" ? "王芳" : null, text })
      const told = { ...transcript, turns }
      // Its evidence holds in every other way.
      const gullible = answer(label, [good, quote(4, text)], { from: 0, to: 5 })
      const { findings, outcome, state } = opinion(gullible, gullible, asked, new Hearing(told, redact(told), "王芳"))
      expect({ text, state, outcome, quoted: findings.some((finding) => finding._tag === "Said" && finding.turn === 4) }).toEqual({ text, state: "review", outcome: null, quoted: false })
    }
  }
  expect(texts.length).toBeGreaterThan(250)
})
