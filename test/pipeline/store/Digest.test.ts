import { expect, test } from "vitest"
import { digest } from "../../../pipeline/store/Digest.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { transcript } from "./judgedSample.ts"

const reversed = <A extends object>(object: A): A => Object.fromEntries(Object.entries(object).reverse()) as A

test("the order of keys and the place of reading do not enter a digest", () => {
  const one = transcript()
  const same = reversed({ ...one, turns: one.turns.map(reversed), events: one.events.map(reversed), agents: one.agents.map(reversed), origin: { file: "b", line: 9 } })
  expect(digest(same)).toBe(digest(one))
})

test("anything else does", () => {
  const base = transcript()
  const turn = base.turns[1]!
  const event = base.events[0]!
  const others: ReadonlyArray<Partial<Transcript>> = [
    {}, { source: "x" }, { id: "x" }, { channel: "voice" }, { language: null }, { customer: "x" }, { queue: "x" }, { caseId: "x" }, { csat: 1 },
    { contactReason: "x" }, { startedAt: null }, { timingProblem: "x" }, { agents: [] }, { agents: [{ id: "A1", name: null }] },
    { turns: base.turns.toReversed() }, { events: [] },
    ...[{ role: "bot" as const }, { text: "x" }, { startMs: 1 }, { endMs: 1 }, { agent: null }, { confidence: 1 }].map((change) => ({ turns: [base.turns[0]!, { ...turn, ...change }] })),
    ...[{ kind: "hold" as const }, { startMs: 1 }, { endMs: 1 }, { by: null }, { agent: "x" }, { count: 1 }].map((change) => ({ events: [{ ...event, ...change }] }))
  ]
  expect(new Set(others.map((change) => digest(transcript(change)))).size).toBe(others.length)
})
