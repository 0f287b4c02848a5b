import { leastShare } from "../statistics/ClopperPearson.ts"

/** One contact of the calibration: `confidence` 0–1 is the share of the judge's runs that agree, `agrees` whether a person says the same. */
export interface Trial {
  readonly confidence: number
  readonly agrees: boolean
}

/**
 * The lowest confidence from which on the judge may speak, so that with 95 % certainty it then agrees with people at least as often as
 * `target` (0–1); `null` where none will do. Thresholds are tried from the highest down and the first failure ends it (fixed-sequence testing), so that trying
 * many of them costs no certainty. Those above which so few contacts lie that even full agreement could not pass are no trial: that much is known without
 * the labels.
 */
export const leastConfidence = (trials: ReadonlyArray<Trial>, target: number): number | null => {
  let least: number | null = null
  for (const threshold of [...new Set(trials.map(({ confidence }) => confidence))].sort((a, b) => b - a)) {
    const above = trials.filter(({ confidence }) => confidence >= threshold)
    if (leastShare(above.length, above.length) < target) continue
    if (leastShare(above.filter(({ agrees }) => agrees).length, above.length) < target) return least
    least = threshold
  }
  return least
}

/** How many contacts it takes at a threshold to show agreement of at least `target` where `observed` (0–1) is found. */
export const neededTrials = (target: number, observed: number): number => {
  for (let n = 1; ; n++) if (leastShare(Math.floor(observed * n + 1e-9), n) >= target) return n
}
