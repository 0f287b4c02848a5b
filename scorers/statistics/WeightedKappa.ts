import type { Interval } from "./Intervals.ts"

/** Two judgements of one item, as places in a list of classes. */
export type Ratings = readonly [first: number, second: number]

/** How far two classes are apart: 0 for the same one, 1 for the farthest. */
export type Distance = (a: number, b: number) => number

/** Quadratic weights for classes in an order, as many as `count` of them. */
export const quadratic = (count: number): Distance => (a, b) => ((a - b) / (count - 1)) ** 2

/**
 * Weighted κ (Cohen 1968): 1 less the mean distance between the two judgements, over what it would be had each judge kept their own habits but looked
 * at other items. `null` where chance alone gives no distance, as when both always say the same one thing.
 */
export const weightedKappa = (ratings: ReadonlyArray<Ratings>, distance: Distance): number | null => {
  const n = ratings.length
  const first = counted(ratings.map(([a]) => a))
  const second = counted(ratings.map(([, b]) => b))
  let seen = 0
  for (const [a, b] of ratings) seen += distance(a, b)
  let expected = 0
  for (const [a, times] of first) for (const [b, others] of second) expected += (times * others * distance(a, b)) / n
  return expected === 0 ? null : 1 - seen / expected
}

/**
 * 95 % interval of the weighted κ (percentile bootstrap over items, seeded: the same items give the same interval). `null` where there is no κ. Samples in which
 * chance gives no distance say nothing and are left out.
 */
export const weightedKappaInterval = (ratings: ReadonlyArray<Ratings>, distance: Distance, samples = 2_000): Interval | null => {
  if (weightedKappa(ratings, distance) === null) return null
  const draw = random(ratings.length)
  const values: Array<number> = []
  for (let sample = 0; sample < samples; sample++) {
    const kappa = weightedKappa(Array.from(ratings, () => ratings[Math.floor(draw() * ratings.length)]!), distance)
    if (kappa !== null) values.push(kappa)
  }
  values.sort((a, b) => a - b)
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))]!
  return values.length === 0 ? null : { low: at(0.025), high: at(0.975) }
}

const counted = (classes: ReadonlyArray<number>): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const one of classes) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

/** Numbers in [0, 1) (mulberry32). */
const random = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
