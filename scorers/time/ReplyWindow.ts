import type { Reading, Window } from "../wording/Reading.ts"

/**
 * The turns in which the judged agent answers what a customer said in turn `trigger`: so many replies, or all that begin within so
 * many seconds where that is more. Messages sent one after another are one reply. `null` where another agent answers, or nobody.
 */
export const replyWindow = (reading: Reading, trigger: number, replies: number, seconds: number | undefined): Window | null => {
  const next = reading.agents.find((turn) => turn > trigger)
  if (next === undefined || !reading.isOwn(next)) return null
  const { timingProblem, turns } = reading.transcript
  const said = turns[trigger]!.endMs ?? turns[trigger]!.startMs
  const until = said === null || seconds === undefined || timingProblem !== null ? null : said + seconds * 1000
  let last = next
  let count = 0
  let before = -1
  for (const turn of reading.own) {
    if (turn < next) continue
    if (before < 0 || turns.slice(before + 1, turn).some((between) => between.role === "customer")) count++
    const { startMs } = turns[turn]!
    if (count > replies && (until === null || startMs === null || startMs > until)) break
    last = turn
    before = turn
  }
  return { from: next, to: last }
}
