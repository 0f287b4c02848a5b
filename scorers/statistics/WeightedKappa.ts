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
  const { cells, counts } = table(ratings)
  return kappaOf(cells, counts, ratings.length, distances(cells, distance))
}

/**
 * 95 % interval of the weighted κ (percentile bootstrap over items, seeded: the same items give the same interval). `null` where there is no κ. Samples in which
 * chance gives no distance say nothing and are left out.
 */
export const weightedKappaInterval = (ratings: ReadonlyArray<Ratings>, distance: Distance, samples = 2_000): Interval | null => {
  const { cellOf, cells, counts } = table(ratings)
  const apart = distances(cells, distance)
  if (kappaOf(cells, counts, ratings.length, apart) === null) return null
  const draw = random(ratings.length)
  const values: Array<number> = []
  for (let sample = 0; sample < samples; sample++) {
    counts.fill(0)
    for (let i = 0; i < ratings.length; i++) counts[cellOf[Math.floor(draw() * ratings.length)]!]!++
    const kappa = kappaOf(cells, counts, ratings.length, apart)
    if (kappa !== null) values.push(kappa)
  }
  values.sort((a, b) => a - b)
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))]!
  return values.length === 0 ? null : { low: at(0.025), high: at(0.975) }
}

/** The pairs of classes that occur, how often each does, and which of them each item is. */
interface Table {
  readonly cells: ReadonlyArray<Ratings>
  readonly counts: Array<number>
  readonly cellOf: ReadonlyArray<number>
}

const table = (ratings: ReadonlyArray<Ratings>): Table => {
  const cells: Array<Ratings> = []
  const counts: Array<number> = []
  const cellOf = ratings.map((pair) => {
    let cell = cells.findIndex(([a, b]) => a === pair[0] && b === pair[1])
    if (cell < 0) cell = cells.push(pair) - 1
    counts[cell] = (counts[cell] ?? 0) + 1
    return cell
  })
  return { cells, counts, cellOf }
}

/** Of the first judgement of each cell from the second of each other. */
const distances = (cells: ReadonlyArray<Ratings>, distance: Distance): ReadonlyArray<ReadonlyArray<number>> => cells.map(([a]) => cells.map(([, b]) => distance(a, b)))

const kappaOf = (cells: ReadonlyArray<Ratings>, counts: ReadonlyArray<number>, n: number, apart: ReadonlyArray<ReadonlyArray<number>>): number | null => {
  let seen = 0
  let expected = 0
  for (let i = 0; i < cells.length; i++) {
    seen += counts[i]! * apart[i]![i]!
    for (let j = 0; j < cells.length; j++) expected += (counts[i]! * counts[j]! * apart[i]![j]!) / n
  }
  return expected === 0 ? null : 1 - seen / expected
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
