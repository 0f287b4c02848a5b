import { expect, test } from "vitest"
import { judgeWith } from "./conditionRule.ts"
import { dialogue } from "../transcripts.ts"

/** Far more than it takes on a slow machine, far less than anything quadratic would. */
const patience = 10_000

const conditions = `
conditions:
  complaint: { by: customer, say: [投诉, 不, 您] }
breachWhen:
  any:
    - { say: [您不会有的话], after: { condition: complaint, hit: each, turns: 2 } }
    - { near: { one: [您, 不], other: [没有的话, 绝不出现], within: 20 } }
    - { near: { one: [您], other: [不], within: 1 }, after: { condition: complaint, turns: 3 }, before: { condition: complaint, turns: 3 }, unless: [您, 不] }
    - { like: { examples: [您不能不给您不退不换的理由说明书], similarity: 0.9 } }
    - { repeats: { whom: self, fromRepetition: 50, lookBack: 50 } }
    - { mentions: email }
    - { mentions: phone, around: { condition: complaint, turns: 1 } }
    - { regex: '(?:您|不){1,80}(?:您|不){1,80}x' }
    - { say: [您], unless: [您], count: { atLeast: 1 } }
`

const conversation = (texts: ReadonlyArray<string>) => ({
  ...dialogue("客服: x"),
  turns: texts.map((text, i) => ({ role: i % 2 === 0 ? "customer" as const : "agent" as const, text, startMs: i * 1000, endMs: null, agent: null, confidence: null }))
})

test.each<[what: string, texts: ReadonlyArray<string>]>([
  ["turns of 20,000 characters", ["您不".repeat(10_000), "您不".repeat(10_000)]],
  ["digits and signs", ["1380013800-".repeat(1_800), "a.b@".repeat(5_000)]],
  ["2,000 turns, each with many hits", Array.from({ length: 2_000 }, (_, i) => `您不您不 ${i} 您不您不`)]
])("%s cost no more than their length", (_, texts) => {
  const judge = judgeWith(conditions)
  const transcript = conversation(texts)
  const before = performance.now()
  judge(transcript)
  expect(performance.now() - before).toBeLessThan(patience)
})
