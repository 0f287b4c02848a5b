import { FastCheck as fc } from "effect"
import { describe, expect, test } from "vitest"
import type { Score } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { dialogue } from "./transcripts.ts"
import { bundledRules } from "../support/bundledRules.ts"

const { compiled } = bundledRules()

const scoresOf = (transcript: Transcript, agent: string | null = null) => compiled.judge(transcript).scores.filter((score) => score.agent === agent)

const outcome = (scores: ReadonlyArray<Score>, rule: string) => scores.find((score) => score.rule === rule)!.outcome._tag

const sentences = [
  "您好，很高兴为您服务", "我不能给您退款", "不好意思，无法修改", "因为已经发货了", "您可以申请换货", "喂，说话呀", "I'm sorry, we cannot do that", "太生气了，等了三天了", "好的", "再见", "😀\u200b不\u200b能\u200b退", ""
]
const anyTurn = fc.record({
  role: fc.constantFrom("agent" as const, "customer" as const, "bot" as const, "system" as const),
  text: fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: "grapheme", maxLength: 30 })),
  startMs: fc.option(fc.integer({ min: 0, max: 600_000 })),
  endMs: fc.constant(null),
  agent: fc.constantFrom(null, "A", "B"),
  confidence: fc.constant(null)
})

describe("every finding can be checked against the input", () => {
  test("what was said is quoted verbatim, from a turn of the right speaker; what was not has a window", () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 12 }), fc.constantFrom("voice" as const, "chat" as const), (turns, channel) => {
        const transcript = { ...dialogue("客服: x", channel), turns }
        for (const score of compiled.judge(transcript).scores) {
          for (const finding of score.findings) {
            if (finding._tag === "Unsaid") {
              expect(finding.window.from).toBeLessThanOrEqual(finding.window.to)
              expect(turns[finding.window.to]).toBeDefined()
              if (finding.nearest !== null) {
                expect(turns[finding.nearest.turn]!.text.slice(finding.nearest.start, finding.nearest.end)).toBe(finding.nearest.quote)
              }
              continue
            }
            const turn = turns[finding.turn]!
            expect(turn.text.slice(finding.start, finding.end)).toBe(finding.quote)
            if (finding.bearing === "context") expect(["customer", "agent"]).toContain(turn.role)
            else expect(turn.role).toBe("agent")
          }
        }
      }),
      { numRuns: 300 }
    )
  })

  test("the same transcript gives the same scores, also after others were judged", () => {
    const transcript = dialogue("客户: 能退吗\n客服: 我们不能退款\n客服: 您可以换货")
    const before = JSON.stringify(compiled.judge(transcript))
    compiled.judge(dialogue("客服: 喂，说话呀"))
    expect(JSON.stringify(compiled.judge(transcript))).toBe(before)
  })
})

describe("whose words count", () => {
  test("a turn without words between two speakers does not make them one", () => {
    const said = dialogue("客服: 我不能给您退款\n系统: 您可以申请换货")
    const transcript = { ...said, turns: [said.turns[0]!, { ...said.turns[1]!, text: "" }, said.turns[1]!] }
    for (const { findings } of scoresOf(transcript)) for (const finding of findings) if (finding._tag === "Said") expect(finding.turn).toBe(0)
  })

  test("a customer, a bot or a system never breaches a rule for the agent", () => {
    const scores = scoresOf(dialogue("客户: 我不能等了\n机器人: 无法为您退款\n系统: 不支持的哦\n客服: 您好，请问有什么可以帮您？"))
    for (const { rule, outcome } of scores) if (rule.startsWith("negative-language/")) expect(outcome._tag, rule).not.toBe("Breached")
  })

  test("each agent of a contact is judged on his own words", () => {
    const transcript = dialogue("客户: 能退吗\n客服(A): 您好，请问有什么可以帮您？\n客户: 退款\n客服(B): 我们不能退款。")
    expect(outcome(scoresOf(transcript, "A"), "negative-language/cannot")).toBe("Met")
    expect(outcome(scoresOf(transcript, "B"), "negative-language/cannot")).toBe("Breached")
  })

  test("the opening is due from the first agent, the closing from the last", () => {
    const transcript = dialogue("客户: 在吗\n客服(A): 您好，请问有什么可以帮您？\n客服(B): 感谢您的咨询，再见！")
    expect(outcome(scoresOf(transcript, "B"), "standard-phrases/opening-greeting")).toBe("NotApplicable")
    expect(outcome(scoresOf(transcript, "A"), "standard-phrases/closing")).toBe("NotApplicable")
    expect(outcome(scoresOf(transcript, "B"), "standard-phrases/closing")).toBe("Partly")
  })

  test("a transcript without an agent's word neither praises nor blames", () => {
    const { tallies, scores } = compiled.judge(dialogue("客户: 有人吗"))
    expect(tallies).toMatchObject([{ points: null, passed: null, band: null }])
    for (const score of scores) expect(score.outcome._tag).toBe("NotApplicable")
  })
})

describe("times", () => {
  test("that cannot be trusted leave the time rules unscored, with the reason, and all others scored", () => {
    const bad = { ...dialogue("客户: 在吗\n客服: 您好，我不能退款"), timingProblem: "line 3: time ‘25:99’ is not a time" }
    const scores = scoresOf(bad)
    expect(scores.find((score) => score.rule === "response-time/first-response")!.outcome).toEqual({ _tag: "Unscored", because: bad.timingProblem })
    expect(outcome(scores, "negative-language/cannot")).toBe("Breached")
  })
})
