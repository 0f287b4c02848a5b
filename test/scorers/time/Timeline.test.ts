import { FastCheck as fc } from "effect"
import { describe, expect, test } from "vitest"
import { because } from "../../../schemas/Because.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { type Partition, talkShare, type Timeline, timelineOf } from "../../../scorers/time/Timeline.ts"
import { timed } from "./timed.ts"

const day = 86_400

/** Seconds of: agent alone, customer alone, both, hold, pauses, silences, others. */
type Parts = readonly [agent: number, customer: number, overlap: number, hold: number, pause: number, silence: number, other?: number]

describe("timelines worked out by hand", () => {
  test.each<[what: string, script: string, parts: Parts]>([
    ["one turn", "A 0-5", [5, 0, 0, 0, 0, 0]],
    ["a turn that touches the next", "A 0-5, C 5-8", [5, 3, 0, 0, 0, 0]],
    ["a pause of two seconds", "A 0-5, C 7-8", [5, 1, 0, 0, 2, 0]],
    ["just no silence", "A 0-5, C 7.999-9", [5, 1.001, 0, 0, 2.999, 0]],
    ["just a silence", "A 0-5, C 8-9", [5, 1, 0, 0, 0, 3]],
    ["a pause and a silence", "A 0-4, C 5-7, A 11-12", [5, 2, 0, 0, 1, 4]],
    ["an overlap at the end", "C 0-5, A 4-8", [3, 4, 1, 0, 0, 0]],
    ["one within the other", "C 0-10, A 4-6", [0, 8, 2, 0, 0, 0]],
    ["both at once", "A 2-6, C 2-6", [0, 0, 4, 0, 0, 0]],
    ["two overlaps", "C 0-4, A 3-7, C 6-9", [2, 5, 2, 0, 0, 0]],
    ["a breath within a speaker's words", "A 0-5, A 5.299-8", [8, 0, 0, 0, 0, 0]],
    ["a pause within a speaker's words", "A 0-5, A 5.3-8", [7.7, 0, 0, 0, 0.3, 0]],
    ["a silence within a speaker's words", "A 0-5, A 8.5-10", [6.5, 0, 0, 0, 0, 3.5]],
    ["a breath over which the other speaks", "A 0-5, C 5-5.2, A 5.2-8", [7.8, 0, 0.2, 0, 0, 0]],
    ["the same words twice", "A 0-5, A 0-5, C 6-7", [5, 1, 0, 0, 1, 0]],
    ["a segment in two", "A 0-2.5, A 2.5-5, C 6-7", [5, 1, 0, 0, 1, 0]],
    ["words within words of one speaker", "A 0-9, A 2-3, C 10-11", [9, 1, 0, 0, 1, 0]],
    ["a hold", "A 0-5, hold 5-65, A 65-70", [10, 0, 0, 60, 0, 0]],
    ["a hold with breaths around it", "A 0-5, hold 6-65, A 67-70", [8, 0, 0, 59, 3, 0]],
    ["a hold with silence around it", "A 0-5, hold 9-65, C 70-71", [5, 1, 0, 56, 0, 9]],
    ["the customer speaks on hold", "A 0-5, hold 5-65, C 30-32, A 65-70", [10, 2, 0, 58, 0, 0]],
    ["two holds that overlap", "A 0-5, hold 5-30, hold 20-65, A 65-70", [10, 0, 0, 60, 0, 0]],
    ["two holds", "A 0-5, hold 5-15, C 15-16, hold 16-26, A 26-27", [6, 1, 0, 20, 0, 0]],
    ["a hold without an end lasts until somebody speaks", "A 0-5, hold 6, A 46-50", [9, 0, 0, 40, 1, 0]],
    ["a hold before anything is said does not count", "hold 0-20, A 20-25", [5, 0, 0, 0, 0, 0]],
    ["a hold after the last word does not count", "A 0-5, hold 5-65", [5, 0, 0, 0, 0, 0]],
    ["a hold around the whole call", "hold 0-100, A 10-20, C 20-22", [10, 2, 0, 0, 0, 0]],
    ["a transfer is no part", "A 0-5, transfer@2 6, A@2 12-15", [8, 0, 0, 0, 0, 7]],
    ["a transfer with a hold", "A 0-5, hold 5-12, transfer@2 6, A@2 12-15", [8, 0, 0, 7, 0, 0]],
    ["two agents at once are one party", "A 0-5, A@2 4-9", [9, 0, 0, 0, 0, 0]],
    ["ringing is no part", "ring 0-14, A 15-18, C 18-20", [3, 2, 0, 0, 0, 0]],
    ["a bot before the agent", "B 0-10, C 11-12, A 13-15", [2, 1, 0, 0, 1, 0]],
    ["a bot between the words", "C 0-2, B 3-8, A 9-12", [3, 2, 0, 0, 2, 0, 5]],
    ["an announcement between the words", "A 0-2, S 2-6, C 6-8", [2, 2, 0, 0, 0, 0, 4]],
    ["over midnight", `A ${day - 5}-${day - 1}, C ${day + 1}-${day + 4}`, [4, 3, 0, 0, 2, 0]],
    ["hours later", "A 36000-36005, C 36006-36008", [5, 2, 0, 0, 1, 0]],
    ["a day later", `A 0-5, C ${day}-${day + 2}`, [5, 2, 0, 0, 0, day - 5]],
    ["a word of no length breaks a silence", "A 0-5, C 7-7, A 9-10", [6, 0, 0, 0, 4, 0]],
    ["equal starts, the shorter first", "C 0-2, A 0-5", [3, 0, 2, 0, 0, 0]],
    ["a recorder that is a second late", "C 2-4, A 1-2, C 5-6", [1, 3, 0, 0, 1, 0]],
    ["milliseconds", "A 0.001-1.234, C 1.3-2.005", [1.233, 0.705, 0, 0, 0.066, 0]]
  ])("%s", (_, script, [agentOnly, customerOnly, overlap, hold, pause, silence, other = 0]) => {
    const total = [agentOnly, customerOnly, overlap, hold, pause, silence, other].reduce((sum, part) => sum + Math.round(part * 1000), 0)
    const inMs = (seconds: number) => Math.round(seconds * 1000)
    expect(partitionOf(timed(script))).toEqual({
      total, agentOnly: inMs(agentOnly), customerOnly: inMs(customerOnly), overlap: inMs(overlap), hold: inMs(hold), pause: inMs(pause), silence: inMs(silence), other: inMs(other)
    })
  })

  test.each<[what: string, script: string, because: string]>([
    ["no times at all", "A, C, A", because.noTimes],
    ["one turn without a time", "A 0-5, C, A 8-9", because.someTimesMissing],
    ["no turn has an end", "A 0, C 5, A 8", because.noEnds],
    ["one turn without an end", "A 0-5, C 6, A 8-9", because.someEndsMissing],
    ["an end before the start", "A 5-3, C 6-7", because.impossibleTimes],
    ["out of order by more than a second", "A 10-12, C 8-9", because.outOfOrder],
    ["a hold without a time", "A 0-5, hold, A 60-61", because.holdWithoutTime],
    ["nobody but a bot", "B 0-5", because.nobodySpeaks],
    ["channels that run beside each other", "A 0-9, C 0.2-8.9, A 10-19, C 10.2-18.9, A 20-29, C 20.2-28.9, A 30-39, C 30.2-38.9", because.skewedClocks],
    ["channels a whole call apart", "A 0-1, A 2-3, A 4-5, A 6-7, C 60-61, C 62-63, C 64-65, C 66-67", because.skewedClocks]
  ])("%s: no figures, a reason", (_, script, reason) => {
    expect(partitionOf(timed(script))).toBe(reason)
  })

  test("an ingest problem is the reason", () => {
    expect(timelineOf({ ...timed("A 0-5"), timingProblem: "line 3: time ‘25:99’ is not a time" })).toBe("line 3: time ‘25:99’ is not a time")
  })

  test("who speaks before and after a quiet stretch, and whether it is known exactly", () => {
    const quiets = (script: string) => (timelineOf(timed(script)) as Timeline).quiets.map(({ after, before, exact, fromMs, toMs }) => [before, after, fromMs / 1000, toMs / 1000, exact])
    expect(quiets("A 0-5, C 7-9, A 12-14")).toEqual([[0, 1, 5, 7, true], [1, 2, 9, 12, true]])
    expect(quiets("A 0-5, C 7, A 12-14")).toEqual([[0, 1, 5, 7, true], [1, 2, 7, 12, false]])
    expect(quiets("C 0-9, A 3-4, C 15-16")).toEqual([[0, 2, 9, 15, true]])
    expect(quiets("A 0-5, hold 6-30, C 32-33")).toEqual([[0, 1, 5, 6, true], [0, 1, 30, 32, true]])
  })

  test("talk share is a party's words in the whole", () => {
    const partition = partitionOf(timed("A 0-6, C 5-8, A 9-10")) as Partition
    expect(talkShare(partition, "agent")).toBe(0.7)
    expect(talkShare(partition, "customer")).toBeCloseTo(0.3, 10)
    expect(talkShare(partitionOf(timed("A 1-1")) as Partition, "agent")).toBeNull()
  })
})

const partitionOf = (transcript: Transcript): Partition | string => {
  const timeline = timelineOf(transcript)
  return typeof timeline === "string" ? timeline : timeline.partition
}

/** Any call: turns by two parties and a bot that may overlap, touch, repeat or have no length, and holds anywhere. */
const call = fc
  .record({
    turns: fc.array(
      fc.record({
        role: fc.constantFrom("agent" as const, "customer" as const, "agent" as const, "customer" as const, "bot" as const),
        gap: fc.oneof(fc.integer({ min: -900, max: 5000 }), fc.constantFrom(0, 1, 299, 300, 2999, 3000)),
        length: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constant(0))
      }),
      { minLength: 1, maxLength: 40 }
    ),
    holds: fc.array(fc.record({ at: fc.integer({ min: -1000, max: 200_000 }), length: fc.integer({ min: 0, max: 60_000 }) }), { maxLength: 3 })
  })
  .map(({ holds, turns }): Transcript => {
    let at = 10_000
    let latest = at
    return {
      ...timed(""),
      turns: turns.map(({ gap, length, role }) => {
        at = Math.max(at + gap, latest - 900)
        const startMs = at
        latest = Math.max(latest, startMs)
        at += length
        return { role, text: "话", startMs, endMs: startMs + length, agent: null, confidence: null }
      }),
      events: holds.map(({ at: startMs, length }) => ({ kind: "hold" as const, startMs, endMs: startMs + length, by: null, agent: null, count: null }))
    }
  })

const sum = ({ total: _, ...parts }: Partition) => Object.values(parts).reduce((all, part) => all + part, 0)

describe("any timeline", () => {
  test("adds up to the time from the first word to the last, within a millisecond (10,000 calls)", () => {
    let measured = 0
    fc.assert(
      fc.property(call, (transcript) => {
        const spoken = transcript.turns.filter(({ role }) => role !== "bot")
        const partition = partitionOf(transcript)
        if (typeof partition === "string") return
        measured++
        const total = Math.max(...spoken.map((turn) => turn.endMs!)) - Math.min(...spoken.map((turn) => turn.startMs!))
        expect(Math.abs(partition.total - total)).toBeLessThan(1)
        expect(Math.abs(sum(partition) - total)).toBeLessThan(1)
        for (const part of Object.values(partition)) expect(part).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 10_000, seed: 4 }
    )
    expect(measured).toBeGreaterThan(8_000)
  })

  test("is the same however late it begins", () => {
    fc.assert(
      fc.property(call, fc.integer({ min: -1_000_000, max: 1_000_000_000 }), (transcript, by) => {
        const later = (ms: number | null) => (ms === null ? null : ms + by)
        const moved = <A extends { startMs: number | null; endMs: number | null }>(one: A): A => ({ ...one, startMs: later(one.startMs), endMs: later(one.endMs) })
        expect(partitionOf({ ...transcript, turns: transcript.turns.map(moved), events: transcript.events.map(moved) })).toEqual(partitionOf(transcript))
      }),
      { numRuns: 1000, seed: 5 }
    )
  })

  test("is the same when a segment is cut in two", () => {
    fc.assert(
      fc.property(call, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (transcript, which, where) => {
        const cut = which % transcript.turns.length
        const turn = transcript.turns[cut]!
        const at = turn.startMs! + Math.floor((turn.endMs! - turn.startMs!) * where)
        const later = { ...turn, startMs: at }
        const turns = [...transcript.turns.slice(0, cut), { ...turn, endMs: at }, ...transcript.turns.slice(cut + 1)]
        // What begins before the second half stays before it, as in any transcript.
        const place = turns.findIndex((other, t) => t > cut && other.startMs! > at)
        turns.splice(place < 0 ? turns.length : place, 0, later)
        const [before, after] = [partitionOf(transcript), partitionOf({ ...transcript, turns })]
        if (typeof before !== "string" && typeof after !== "string") expect(after).toEqual(before)
      }),
      { numRuns: 1000, seed: 6 }
    )
  })

  test("has no figures, and says why, once a time is taken away", () => {
    fc.assert(
      fc.property(call, fc.nat(), fc.constantFrom("startMs" as const, "endMs" as const), (transcript, which, what) => {
        const spoken = transcript.turns.flatMap((turn, t) => (turn.role === "bot" ? [] : [t]))
        if (spoken.length === 0) return
        const turns = transcript.turns.map((turn, t) => (t === spoken[which % spoken.length] ? { ...turn, [what]: null } : turn))
        expect(partitionOf({ ...transcript, turns })).toEqual(expect.stringMatching(/./))
      }),
      { numRuns: 1000, seed: 7 }
    )
  })
})
