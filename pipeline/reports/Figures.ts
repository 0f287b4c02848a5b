import type { RuleCount, Scorecard } from "../../schemas/Scorecard.ts"
import type { SheetWords } from "./SheetWords.ts"

/** Numbers as people read them in the terminal; what cannot be said is a dash. */

export const absent = "–"

/** 0–100, one decimal. */
export const points = (value: number | null): string => (value === null ? absent : value.toFixed(1))

const percent = (share: number): string => (share * 100).toFixed(0)

/** Mean points with the 95 % interval, which points that differ have, or that they are all alike. */
export const pointsWithInterval = ({ interval, points: mean, spread }: Pick<Scorecard, "points" | "interval" | "spread">, words: SheetWords): string => {
  if (interval !== null) return `${points(mean)} [${points(interval.low)}–${points(interval.high)}]`
  return spread === 0 ? `${points(mean)} [${words.allAlike}]` : points(mean)
}

/** Share of the credit earned, in per cent, with the 95 % interval. */
export const estimateWithInterval = ({ estimate }: Pick<RuleCount, "estimate">): string =>
  estimate === null ? absent : `${percent(estimate.value)} % [${percent(estimate.low)}–${percent(estimate.high)}]`

/** A number of things, with the word in the right form. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`
