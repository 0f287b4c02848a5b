import type { Reading, Span } from "../wording/Reading.ts"

/** A pause that was due after something the agent said, in the turn that broke it or, where the agent hung up, the last. */
export interface Wait {
  readonly passed: boolean
  readonly turn: number
  readonly note: string
}

/** A stopwatch in a training room is no atomic clock, and transcripts round to the second. */
const toleranceMs = 1_000

/**
 * Whether the agent then waited for so many seconds before speaking again or hanging up. `null` where it cannot be measured or the
 * customer spoke first. Where the input gives no end of the turn, its start stands for it: a pause is then called short only
 * when it was surely too short.
 */
export const waitAfter = (reading: Reading, said: Span, seconds: number): Wait | null => {
  const { turns, events, timingProblem } = reading.transcript
  if (timingProblem !== null) return null
  const { utterances } = reading
  const turn = utterances.lastIndexOf(utterances[reading.wording.turns[said.end - 1]!]!)
  const { startMs, endMs } = turns[turn]!
  const from = endMs ?? startMs
  const next = turns[turn + 1]
  if (from === null || (next !== undefined && (next.role !== "agent" || next.startMs === null))) return null
  const hungUp = events.findLast((event) => event.kind === "hang-up")
  const to = next === undefined ? (hungUp?.by === "agent" ? hungUp.startMs : null) : next.startMs
  if (to === null) return null
  const waited = to - from
  return {
    passed: waited + toleranceMs >= seconds * 1000,
    turn: next === undefined ? turn : turn + 1,
    note: `${next === undefined ? "hung up" : "spoke again"} after ${(Math.max(0, waited) / 1000).toFixed(0)} s, ${seconds} s due`
  }
}
