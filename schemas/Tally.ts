/** Points of one section: `points` (0–100) is `null` when no rule of it applied; `weighed` is how many rules counted. */
export interface SectionTally {
  readonly section: string
  readonly points: number | null
  readonly weighed: number
}

/**
 * What one transcript adds up to for one agent under one rubric. `points` (0–100), `passed` and `band` are `null` when no
 * rule applied: a transcript that says nothing about an agent neither praises nor blames.
 */
export interface Tally {
  readonly agent: string | null
  readonly points: number | null
  readonly passed: boolean | null
  readonly band: string | null
  readonly criticalBreach: boolean
  readonly sections: ReadonlyArray<SectionTally>
}
