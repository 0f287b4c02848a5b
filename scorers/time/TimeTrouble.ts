import { because } from "../../schemas/Because.ts"
import type { Transcript } from "../../schemas/Transcript.ts"

/** Two recorders of one contact may disagree by so much about what came first. */
const toleratedMs = 1000

/** Why the moments at which turns begin cannot be used, in words for `Unscored`; `null` when they can. */
export const timeTrouble = ({ timingProblem, turns }: Pick<Transcript, "timingProblem" | "turns">): string | null => {
  if (timingProblem !== null) return timingProblem
  let timed = 0
  let latest = -Infinity
  for (const { startMs, endMs } of turns) {
    if (startMs === null) continue
    timed++
    if (!Number.isFinite(startMs) || (endMs !== null && !(endMs >= startMs && endMs < Infinity))) return because.impossibleTimes
    if (startMs < latest - toleratedMs) return because.outOfOrder
    if (startMs > latest) latest = startMs
  }
  if (timed === 0) return because.noTimes
  return timed < turns.length ? because.someTimesMissing : null
}
