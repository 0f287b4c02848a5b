import { type Interval, wilson } from "./Intervals.ts"

/** How often two judges of the same yes/no question agreed; cells are sums of weights, `labelled` counts what was judged. */
export interface Confusion {
  readonly bothYes: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly bothNo: number
  /** The number of independent judgements the weights are worth (Kish); equals their count where all weights are one. */
  readonly effective: number
}

/** A judgement of one item: `first` is the tool's, `second` the person's. */
export interface Pair {
  readonly first: boolean
  readonly second: boolean
  readonly weight: number
}

export const confusion = (pairs: ReadonlyArray<Pair>): Confusion => {
  const sum = (keep: (pair: Pair) => boolean) => pairs.reduce((total, pair) => (keep(pair) ? total + pair.weight : total), 0)
  return {
    bothYes: sum((p) => p.first && p.second),
    onlyFirst: sum((p) => p.first && !p.second),
    onlySecond: sum((p) => !p.first && p.second),
    bothNo: sum((p) => !p.first && !p.second),
    effective: effective(pairs)
  }
}

const effective = (pairs: ReadonlyArray<Pair>): number => {
  const weights = pairs.reduce((sum, pair) => sum + pair.weight, 0)
  const squares = pairs.reduce((sum, pair) => sum + pair.weight * pair.weight, 0)
  return squares === 0 ? 0 : (weights * weights) / squares
}

/** A share (0–1) with its 95 % interval (Wilson) and the effective count it rests on; `null` where there is nothing to divide by. */
export interface Share extends Interval {
  readonly value: number
  readonly n: number
}

const share = (pairs: ReadonlyArray<Pair>, yes: (pair: Pair) => boolean): Share | null => {
  const { effective: n } = confusion(pairs)
  if (n === 0) return null
  const weights = pairs.reduce((sum, pair) => sum + pair.weight, 0)
  const value = pairs.reduce((sum, pair) => (yes(pair) ? sum + pair.weight : sum), 0) / weights
  return { value, n, ...wilson(value, n) }
}

/** Of what the tool marked, the share that the person marks too. */
export const precision = (pairs: ReadonlyArray<Pair>): Share | null => share(pairs.filter((p) => p.first), (p) => p.second)

/** Of what the person marks, the share that the tool marked too. */
export const recall = (pairs: ReadonlyArray<Pair>): Share | null => share(pairs.filter((p) => p.second), (p) => p.first)

/** The share of items judged alike. */
export const agreement = (pairs: ReadonlyArray<Pair>): Share | null => share(pairs, (p) => p.first === p.second)

/** Cohen's κ: agreement beyond what the two judges' own yes-rates give by chance; `null` where one of them never varies together with the other. */
export const kappa = (pairs: ReadonlyArray<Pair>): number | null => {
  const c = confusion(pairs)
  const total = c.bothYes + c.onlyFirst + c.onlySecond + c.bothNo
  if (total === 0) return null
  const first = (c.bothYes + c.onlyFirst) / total
  const second = (c.bothYes + c.onlySecond) / total
  const chance = first * second + (1 - first) * (1 - second)
  return chance === 1 ? null : ((c.bothYes + c.bothNo) / total - chance) / (1 - chance)
}

/** Gwet's AC1: as κ, with chance agreement that does not explode where nearly everything is a no. */
export const ac1 = (pairs: ReadonlyArray<Pair>): number | null => {
  const c = confusion(pairs)
  const total = c.bothYes + c.onlyFirst + c.onlySecond + c.bothNo
  if (total === 0) return null
  const yes = (2 * c.bothYes + c.onlyFirst + c.onlySecond) / (2 * total)
  const chance = 2 * yes * (1 - yes)
  return ((c.bothYes + c.bothNo) / total - chance) / (1 - chance)
}
