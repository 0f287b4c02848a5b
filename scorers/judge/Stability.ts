import type { JudgeLabel } from "../../schemas/Opinion.ts"
import type { Calibration } from "./Trust.ts"

/** Two orders, asked twice each. */
export const leastRuns = 4

/**
 * How often the judge gives the same answer when asked the same again: `items` are the labels of all runs of one contact each; one with fewer than
 * `runs` says nothing of it and is left out. `share` is 0 where nothing was asked again.
 */
export const stabilityOf = (items: ReadonlyArray<ReadonlyArray<JudgeLabel>>, runs = leastRuns): Calibration["stability"] => {
  const repeated = items.filter((labels) => labels.length >= runs)
  const alike = repeated.filter((labels) => new Set(labels).size === 1)
  return { share: repeated.length === 0 ? 0 : alike.length / repeated.length, items: repeated.length }
}
