import type { Role, Turn } from "../../schemas/Transcript.ts"

/** Shorter turns are said at any speed. */
const fewestUnits = 10

/**
 * How fast a party speaks: Chinese characters and Latin words or numbers a minute of its own speech, over turns of at least ten of them; `null` where none has
 * both its times. For information only: published norms count the pauses too, and accuse everybody.
 */
export const speechRate = (turns: ReadonlyArray<Turn>, role: Role): number | null => {
  let units = 0
  let ms = 0
  for (const turn of turns) {
    if (turn.role !== role || turn.startMs === null || turn.endMs === null || turn.endMs <= turn.startMs) continue
    const said = turn.text.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}]+(?:['’][\p{Script=Latin}]+)*/gu)?.length ?? 0
    if (said < fewestUnits) continue
    units += said
    ms += turn.endMs - turn.startMs
  }
  return ms === 0 ? null : (units * 60_000) / ms
}
