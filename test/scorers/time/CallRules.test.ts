import { FastCheck as fc } from "effect"
import { describe, expect, test } from "vitest"
import { because } from "../../../schemas/Because.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { interruptionsIn } from "../../../scorers/time/TalkingOver.ts"
import { type Timeline, timelineOf } from "../../../scorers/time/Timeline.ts"
import { scoreOf, timeRules } from "./TimeRules.ts"
import { timed } from "./timed.ts"
import { dialogue } from "../transcripts.ts"

const compiled = timeRules()

/** A call whose turns say what is given, in order. */
const saying = (script: string, ...texts: ReadonlyArray<string>): Transcript => {
  const call = timed(script)
  return { ...call, turns: call.turns.map((turn, t) => ({ ...turn, text: texts[t]! })) }
}

describe("silence belongs to who is to speak", () => {
  const flagged = (call: Transcript, agent?: string) => scoreOf(compiled, call, "dead-air", agent).findings.map(({ note }) => note)
  test.each<[what: string, script: string, texts: ReadonlyArray<string>, flagged: ReadonlyArray<string>]>([
    ["the agent after the customer", "C 0-5, A 15-16", ["where is it", "on Friday"], []],
    ["the agent after the customer, once he has spoken before", "A 0-1, C 2-5, A 15-16", ["hello", "where is it", "on Friday"], ["10 s of silence after the customer's words"]],
    ["a millisecond less", "A 0-1, C 2-5, A 14.999-16", ["hello", "where is it", "on Friday"], []],
    ["the agent after a statement", "A 0-1, C 2-5, A 6-7, A 27-28", ["hello", "where is it", "it left", "it comes on Friday"], ["20 s of silence after the agent's own words"]],
    ["the customer after a question", "A 0-5, C 45-46", ["May I have the number?", "here"], []],
    ["the customer who looks something up", "A 0-5, C 6-7, C 60-62", ["May I have the number?", "let me find it", "5376"], []],
    ["nobody on hold", "A 0-5, C 6-7, hold 7-90, A 91-92", ["may I put you on hold", "sure", "thank you for holding"], []],
    ["nobody while the call changes hands", "A@1 0-5, transfer@2 6, A@2 40-42", ["I connect you", "Hello, Bob here"], []],
    ["an announced minute", "A 0-5, C 6-7, A 65-66", ["one moment please", "thanks", "it comes on Friday"], []],
    ["an announced minute and a bit, in two parts", "A 0-5, C 35-36, A 67-68", ["one moment please", "are you there", "it comes on Friday"], ["31 s of silence after the customer was asked to wait"]],
    ["a new announcement, a new minute", "A 0-5, A 60-62, A 120-121", ["one moment please", "one more moment, bear with me", "it comes on Friday"], []],
    ["a sign of life does not end an announcement", "A 0-5, A 30-31, A 55-56", ["one moment please", "mhm", "it comes on Friday"], []],
    ["a statement does", "A 0-5, A 30-34, A 55-56", ["one moment please", "I have found your order and it has left", "it comes on Friday"], ["21 s of silence after the agent's own words"]]
  ])("%s", (_, script, texts, expected) => {
    expect(flagged(saying(script, ...texts))).toEqual(expected)
  })

  test("of another agent is not the judged one's", () => {
    const call = saying("A@1 0-1, C 2-5, A@1 25-26, transfer@2 27, A@2 30-31, C 32-33, A@2 34-35", "hello", "where is it", "I connect you", "hello", "where is it", "on Friday")
    expect(flagged(call, "1")).toHaveLength(1)
    expect(flagged(call, "2")).toEqual([])
  })

  test("two cost the whole rule, one half", () => {
    expect(scoreOf(compiled, saying("A 0-1, C 2-5, A 20-21", "hi", "where", "Friday"), "dead-air").outcome).toEqual({ _tag: "Partly", credit: 0.5 })
    expect(scoreOf(compiled, saying("A 0-1, C 2-5, A 20-21, C 22-23, A 50-51", "hi", "where", "Friday", "really", "yes"), "dead-air").outcome._tag).toBe("Breached")
  })

  test("after a turn without an end is not measured: short enough at most, or unscored", () => {
    expect(scoreOf(compiled, saying("A 0-1, C 2, A 11-12", "hi", "where", "Friday"), "dead-air").outcome._tag).toBe("Met")
    expect(scoreOf(compiled, saying("A 0-1, C 2, A 21-22", "hi", "where", "Friday"), "dead-air").outcome).toEqual({ _tag: "Unscored", because: because.someEndsMissing })
    expect(scoreOf(compiled, saying("A 0, C 2, A 21", "hi", "where", "Friday"), "dead-air").outcome).toEqual({ _tag: "Unscored", because: because.noEnds })
  })
})

describe("an interruption", () => {
  const overlaps = (script: string, backchannels: ReadonlyArray<number> = []) => {
    const call = timed(script)
    const timeline = timelineOf(call) as Timeline
    return interruptionsIn(timeline, call.turns, { overlapMs: 500, givesWayMs: 1000, backchannels: new Set(backchannels) }).map(({ agent, customer, overlapMs }) => [agent, customer, overlapMs])
  }
  test.each<[what: string, script: string, found: ReadonlyArray<readonly [number, number, number]>]>([
    ["half a second over a customer who stops", "C 0-5, A 4.5-6", [[1, 0, 500]]],
    ["a little less", "C 0-5, A 4.501-6", []],
    ["the customer goes on for a second", "C 0-5, A 4-6", [[1, 0, 1000]]],
    ["and for longer: was not silenced", "C 0-5, A 3.999-6", []],
    ["both began at once", "C 0-0.9, A 0.299-3", []],
    ["one began a little later", "C 0-0.9, A 0.3-3", [[1, 0, 600]]],
    ["the customer begins while the agent speaks", "A 0-5, C 4-6", []],
    ["the customer's words in two segments", "C 0-2, C 2.2-5, A 4.3-6", [[2, 1, 700]]],
    ["the agent's words in two segments", "C 0-5, A 4.3-4.6, A 4.7-6", [[1, 0, 700]]],
    ["twice", "C 0-5, A 4.3-6, C 7-9, A 8.4-10", [[1, 0, 700], [3, 2, 600]]]
  ])("%s", (_, script, found) => {
    expect(overlaps(script)).toEqual(found)
  })

  test("is none where either only listens; what follows the sign of listening may be one", () => {
    expect(overlaps("C 0-5, A 4.2-4.9", [1])).toEqual([])
    expect(overlaps("C 0-1, A 0.4-4", [0])).toEqual([])
    expect(overlaps("C 0-5, A 4-4.2, A 4.3-6", [1])).toEqual([[2, 0, 700]])
    expect(overlaps("C 0-5, A 4-4.6, A 4.8-6", [1])).toEqual([])
  })

  test("is credited to the agent who did it", () => {
    const call = saying("C 0.1-5, A@1 4.3-6, transfer@2 6.5, A@2 7-8, C 9-11, A@2 11.5-12", "I was told that", "no", "hello", "where is it", "on Friday")
    expect(scoreOf(compiled, call, "no-interruption", "1").outcome).toEqual({ _tag: "Partly", credit: 0.5 })
    expect(scoreOf(compiled, call, "no-interruption", "2").outcome._tag).toBe("Met")
  })
})

describe("a hold", () => {
  test("owes its words by who put the customer there, its thanks by who comes back", () => {
    const call = dialogue(`[00:00-00:05] Agent(Ann): I will check with repairs, please hold the line
[00:06-01:00] * hold
[00:50] * transfer Bob
[01:01-01:04] Agent(Bob): Hello, this is Bob
[01:05-01:08] Customer: Hello Bob`, "voice")
    expect(scoreOf(compiled, call, "hold-courtesy", "Ann").outcome._tag).toBe("Met")
    expect(scoreOf(compiled, call, "hold-courtesy", "Ann").findings.map(({ note }) => note)).toEqual(["announced", "explained"])
    expect(scoreOf(compiled, call, "hold-courtesy", "Bob").outcome).toEqual({ _tag: "NotApplicable", because: because.noHold })
  })
})

const speech = ["where is it", "one moment please", "May I have the number?", "it left yesterday", "mhm", "thank you for holding", "请稍等", "好的"]

/** Any call with words, in order of its times. */
const call = fc
  .array(fc.record({ agent: fc.boolean(), gap: fc.integer({ min: -800, max: 25_000 }), length: fc.integer({ min: 1, max: 9000 }), text: fc.constantFrom(...speech) }), { minLength: 2, maxLength: 20 })
  .map((turns): Transcript => {
    let at = 1000
    return {
      ...timed("ring 0-0.9"),
      turns: turns.map(({ agent, gap, length, text }) => {
        const startMs = Math.max(at + gap, at - 900)
        at = startMs + length
        return { role: agent ? ("agent" as const) : ("customer" as const), text, startMs, endMs: at, agent: null, confidence: null }
      })
    }
  })

describe("any call", () => {
  test("gets the same outcomes however late its clock starts", () => {
    fc.assert(
      fc.property(call, fc.integer({ min: 1, max: 1_000_000 }), (transcript, seconds) => {
        const by = seconds * 1000
        const moved = {
          ...transcript,
          turns: transcript.turns.map((turn) => ({ ...turn, startMs: turn.startMs! + by, endMs: turn.endMs! + by })),
          events: transcript.events.map((event) => ({ ...event, startMs: event.startMs! + by, endMs: event.endMs! + by }))
        }
        expect(compiled.judge(moved).scores).toEqual(compiled.judge(transcript).scores)
      }),
      { numRuns: 300, seed: 8 }
    )
  })

  test("loses no points to times that are missing: what needed them is unscored or does not apply", () => {
    fc.assert(
      fc.property(call, fc.nat(), (transcript, which) => {
        const turns = transcript.turns.map((turn, t) => (t === which % transcript.turns.length ? { ...turn, startMs: null, endMs: null } : turn))
        for (const { outcome, rule } of compiled.judge({ ...transcript, turns }).scores) {
          if (rule !== "response-time/answer-within-three-rings") expect(["Unscored", "NotApplicable"], rule).toContain(outcome._tag)
        }
      }),
      { numRuns: 300, seed: 9 }
    )
  })
})
