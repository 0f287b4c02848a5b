import type { Role, Turn } from "../../schemas/Transcript.ts"

/** `fromMs` up to, not including, `toMs`. */
export interface Interval {
  readonly fromMs: number
  readonly toMs: number
}

/** A stretch in which one party speaks without a noticeable break; `turns` are the numbers of the turns it is made of. */
export interface Speech extends Interval {
  readonly turns: ReadonlyArray<number>
}

/** A shorter break belongs to the speech around it: it is how people breathe and recognisers cut. */
const breathMs = 300

/**
 * When these roles speak, in order of time. A turn without an end is a moment of no length; one without a start is left out.
 * `order` holds the numbers of the turns by start.
 */
export const speechOf = (turns: ReadonlyArray<Turn>, order: ReadonlyArray<number>, roles: ReadonlyArray<Role>): ReadonlyArray<Speech> => {
  const stretches: Array<{ fromMs: number; toMs: number; turns: Array<number> }> = []
  let last: { fromMs: number; toMs: number; turns: Array<number> } | undefined
  for (const t of order) {
    const { endMs, role, startMs } = turns[t]!
    if (startMs === null || !roles.includes(role)) continue
    const toMs = endMs ?? startMs
    if (last !== undefined && startMs - last.toMs < breathMs) {
      if (toMs > last.toMs) last.toMs = toMs
      last.turns.push(t)
    } else {
      last = { fromMs: startMs, toMs, turns: [t] }
      stretches.push(last)
    }
  }
  return stretches
}

export const totalMs = (intervals: ReadonlyArray<Interval>): number => {
  let total = 0
  for (const { fromMs, toMs } of intervals) total += toMs - fromMs
  return total
}
