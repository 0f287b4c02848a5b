import { FastCheck as fc } from "effect"
import { expect, test } from "vitest"
import type { Turn } from "../../../schemas/Transcript.ts"
import { simplified, traditional } from "../../../scorers/wording/Traditional.ts"
import { judgeWith } from "./conditionRule.ts"
import { dialogue } from "../transcripts.ts"

const conditions = `
conditions:
  complaint: { by: customer, say: [投诉, complain] }
  bot-number: { by: bot, mentions: number }
  held: { event: hold }
  apology: { say: [抱歉, sorry], after: { condition: complaint, hit: each, turns: 2 }, expected: { zh: 非常抱歉, en: I am sorry } }
  told: { say: { atLeast: 2, of: [稍等, 您好, hold] }, before: { condition: complaint, seconds: 30 } }
  regex: { regex: { match: '[！!]{1,3}|不.{0,4}能', except: [能不能] } }
  close: { near: { one: [您, you], other: [不能, cannot], within: 8 }, window: { last: 3 } }
  far: { near: { one: [您, you], other: [不能, cannot], apart: 2, unit: words } }
  alike: { like: { examples: [您好请稍等, please hold on], similarity: 0.6 }, by: anyone }
  twice: { repeats: { whom: self, atLeastLong: 2 }, window: { first: 90, unit: percent } }
  echo: { repeats: { whom: customer, similarity: 0.5, atLeastLong: 2 }, around: { condition: complaint, turns: 3 } }
  often: { say: [您], count: { atLeast: 2 } }
  always: { say: [您, you], every: true, unless: [您好] }
  same: { say: [不能], with: { condition: close, ifNever: holds } }
  long: { turns: { moreThan: 3 }, by: anyone }
  lasting: { duration: { moreThan: 60 } }
  ended: { event: { kind: hang-up, by: agent } }
  unhappy: { meta: { csat: { atMost: 3 } } }
  before-hold: { say: [稍等], before: { condition: held, turns: 1 } }
`
const names = [...conditions.matchAll(/^ {2}([a-z-]+):/gm)].map((match) => match[1]!)

const sentences = ["您好，请稍等", "您好请稍等", "抱歉，我不能给您退款！！", "能不能快点", "我要投诉", "I want to complain", "We cannot do that for you!", "稍等", "稍等。", "😀\u200b不\u200b能\u200b退", "12 号", "……", ""]
const time = fc.option(fc.integer({ min: 0, max: 120_000 }))
const anyTurn = fc.record({
  role: fc.constantFrom("agent" as const, "agent" as const, "customer" as const, "bot" as const, "system" as const),
  text: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...sentences) }, { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) }),
  startMs: time,
  endMs: fc.constant(null),
  agent: fc.constantFrom(null, "A", "B"),
  confidence: fc.constantFrom(null, 0.4, 0.9)
})
const anyEvent = fc.record({
  kind: fc.constantFrom("hold" as const, "hang-up" as const),
  startMs: time,
  endMs: fc.constant(null),
  by: fc.constantFrom(null, "agent" as const, "customer" as const),
  agent: fc.constant(null),
  count: fc.constant(null)
})
const inOrder = fc.boolean()

test.each(names.flatMap((name) => [`breachWhen: ${name}`, `meetWhen: ${name}`, `breachWhen: { not: ${name} }`]))("%s: everything it finds can be checked against the input", (fields) => {
  const judge = judgeWith(conditions + fields)
  fc.assert(
    fc.property(fc.array(anyTurn, { maxLength: 10 }), fc.array(anyEvent, { maxLength: 3 }), inOrder, fc.option(fc.integer({ min: 1, max: 5 })), (some, events, timed, csat) => {
      const turns = timed ? some.map((turn, i) => ({ ...turn, startMs: i * 10_000 })) : some
      const { findings, outcome } = judge({ ...dialogue("客服: x"), turns, events, csat })
      if (outcome._tag === "Breached") expect(findings).not.toHaveLength(0)
      for (const finding of findings) {
        if (finding._tag === "Unsaid") {
          expect(finding.window.from).toBeLessThanOrEqual(finding.window.to)
          expect(turns[finding.window.to]).toBeDefined()
          const { nearest } = finding
          if (nearest !== null) expect(turns[nearest.turn]!.text.slice(nearest.start, nearest.end)).toBe(nearest.quote)
          continue
        }
        const turn = turns[finding.turn]!
        expect(turn.text.slice(finding.start, finding.end)).toBe(finding.quote)
        if (finding.bearing !== "context") expect(turn.role).toBe("agent")
      }
    }),
    { numRuns: 25 }
  )
})

const toTraditional = new Map(Array.from(simplified, (c, i) => [c, traditional[i]!]))
const rewritings: Readonly<Record<string, (text: string) => string>> = {
  "in traditional characters": (text) => Array.from(text, (c) => toTraditional.get(c) ?? c).join(""),
  "in full width": (text) => text.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  "in capitals": (text) => text.toUpperCase()
}

test.each(Object.keys(rewritings))("the verdict is the same %s", (how) => {
  const judges = names.map((name) => judgeWith(`${conditions}meetWhen: ${name}`))
  const bothWays = (turns: ReadonlyArray<Turn>) => judges.map((judge) => judge({ ...dialogue("客服: x"), turns, csat: 2 }).outcome)
  fc.assert(
    fc.property(fc.array(anyTurn, { maxLength: 6 }), (turns) => {
      expect(bothWays(turns.map((turn) => ({ ...turn, text: rewritings[how]!(turn.text) })))).toEqual(bothWays(turns))
    }),
    { numRuns: 30 }
  )
})
