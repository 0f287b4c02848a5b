/** `all` spans everything, dated or not; weeks start on Monday; both in the configured time zone. */
export type Period = "week" | "month" | "all"

/** How one rule went for an agent in a period. `applicable` = met + partly + breached; the other two leave the estimate alone. */
export interface RuleCount {
  readonly rule: string
  readonly applicable: number
  readonly met: number
  readonly partly: number
  readonly breached: number
  readonly notApplicable: number
  readonly unscored: number
  /** Mean credit where the rule applied, 0–1, with a 95 % interval (Wilson); `null` when it never applied. */
  readonly estimate: { readonly value: number; readonly low: number; readonly high: number } | null
}

export interface SectionCount {
  readonly section: string
  /** Mean points (0–100) of the transcripts in which the section applied; `null` when there is none. */
  readonly points: number | null
  readonly transcripts: number
}

/**
 * One agent × one period × one rubric. `transcripts` took place, `scored` of them earned points. `points` is their mean
 * with a 95 % interval (Student's t) and their standard deviation `spread` (`null` below two scored transcripts). `interval` is
 * `null` below two scored transcripts, and where all have the same points (`spread` 0): a few equal values tell nothing of how
 * far others may lie from them.
 */
export interface Scorecard {
  readonly agent: string | null
  readonly agentName: string | null
  readonly rubric: string
  readonly period: Period
  /** First day, ISO date in the configured time zone; `null` for `all`. */
  readonly periodStart: string | null
  readonly transcripts: number
  readonly scored: number
  readonly points: number | null
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly spread: number | null
  readonly band: string | null
  readonly passed: number
  readonly criticalBreaches: number
  readonly sections: ReadonlyArray<SectionCount>
  readonly rules: ReadonlyArray<RuleCount>
}
