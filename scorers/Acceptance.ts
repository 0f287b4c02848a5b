import type { Reading } from "./wording/Reading.ts"

/** Events by which an agent takes a contact on: it is assigned or transferred to him, or he answers or joins. */
const accepting: ReadonlyArray<string> = ["assign", "transfer", "answer"]

/**
 * The latest moment up to turn `reply` at which the judged agent was given the contact, in milliseconds from the start; `null` where the input does
 * not say. `notices`: bot and system turns that tell the customer so. An event that names another agent is that agent's.
 */
export const acceptedMs = (reading: Reading, reply: number, notices: ReadonlySet<number>): number | null => {
  const { events, turns } = reading.transcript
  const { startMs: repliedMs } = turns[reply]!
  if (repliedMs === null) return null
  let latest: number | null = null
  const take = (ms: number | null) => {
    if (ms !== null && ms <= repliedMs && (latest === null || ms > latest)) latest = ms
  }
  for (const { agent, kind, startMs } of events) {
    if (accepting.includes(kind) && (agent === null || agent === reading.agent)) take(startMs)
  }
  for (const t of notices) if (t < reply) take(turns[t]!.startMs)
  return latest
}
