import type { ConditionNode } from "./ConditionNode.ts"
import { type Find, placeOfTurn } from "./ConditionPlaces.ts"
import { firstFrom } from "./ConditionScope.ts"
import { type Speaker, turnsOf } from "./ConditionSpeaker.ts"
import type { Wording } from "../wording/Wording.ts"

const defaults = { similarity: 0.7, lookBack: 5, atLeastLong: 4, fromRepetition: 1 }

/** Turns that say again what was said before: by pairs of neighbouring characters in common (Dice), so that their order may change a little. */
export const repeated = (repeats: NonNullable<ConditionNode["repeats"]>, by: Speaker): Find => {
  const { atLeastLong = defaults.atLeastLong, fromRepetition = defaults.fromRepetition, lookBack = defaults.lookBack, similarity = defaults.similarity } = repeats
  return (reading, turns) => {
    const { wording } = reading
    const earlier = turnsOf(reading, repeats.whom === "self" ? by : repeats.whom)
    const known = new Map<number, Pairs>()
    const pairs = (turn: number) => {
      let of = known.get(turn)
      if (of === undefined) known.set(turn, of = pairsOf(wording, turn))
      return of
    }
    const length = (turn: number) => wording.starts[turn + 1]! - wording.starts[turn]!
    const isLong = (turn: number) => length(turn) >= atLeastLong
    // A much longer turn has too many pairs of its own.
    const mayBeAlike = (a: number, b: number) => 2 * (Math.min(length(a), length(b)) - 1) >= similarity * (length(a) + length(b) - 2)
    return turns.flatMap((turn) => {
      if (!isLong(turn)) return []
      const before = earlier.slice(Math.max(0, firstFrom(earlier, turn) - lookBack), firstFrom(earlier, turn))
      const same = before.filter((t) => isLong(t) && mayBeAlike(t, turn) && alike(pairs(t), pairs(turn)) >= similarity)
      return same.length >= fromRepetition ? [{ ...placeOfTurn(reading, turn), echoes: same.at(-1)! }] : []
    })
  }
}

interface Pairs {
  readonly counts: ReadonlyMap<number, number>
  readonly total: number
}

const pairsOf = ({ starts, units }: Wording, turn: number): Pairs => {
  const counts = new Map<number, number>()
  const from = starts[turn]!
  const to = starts[turn + 1]!
  for (let at = from; at + 1 < to; at++) {
    const pair = units[at]! * 0x10000 + units[at + 1]!
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return { counts, total: Math.max(0, to - from - 1) }
}

/** 0–1. */
const alike = (a: Pairs, b: Pairs): number => {
  const total = a.total + b.total
  if (total === 0) return 0
  let common = 0
  for (const [pair, count] of a.counts) common += Math.min(count, b.counts.get(pair) ?? 0)
  return (2 * common) / total
}
