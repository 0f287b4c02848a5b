import { type RawBuilder, sql } from "kysely"
import type { SectionCount } from "../../schemas/Scorecard.ts"

/**
 * A scorecard as stored. Points are 0–100; the interval (95 %) is `null` below two scored transcripts and where `spread`
 * is 0. `timeZone` is the one
 * its period was cut by.
 */
export interface StoredCard {
  readonly timeZone: string
  readonly transcripts: number
  readonly scored: number
  readonly points: number | null
  readonly low: number | null
  readonly high: number | null
  readonly spread: number | null
  readonly band: string | null
  readonly passed: number
  readonly criticalBreaches: number
  readonly sections: ReadonlyArray<SectionCount>
}

/** One week of an agent, for a trend. `start` is its Monday, ISO date. */
export interface WeekPoint {
  readonly start: string
  readonly points: number | null
  readonly low: number | null
  readonly high: number | null
  readonly scored: number
}

/** The columns of a `StoredCard`, of `scorecards` under the name `c`. */
export const cardColumns: RawBuilder<unknown> = sql`
  c.time_zone as "timeZone", c.transcripts, c.scored, c.points::float8 as points, c.points_low::float8 as low, c.points_high::float8 as high,
  c.points_spread::float8 as spread, c.band, c.passed, c.critical_breaches as "criticalBreaches", c.sections`

/** The columns of a `WeekPoint`, of `scorecards` under the name `c`. */
export const weekColumns: RawBuilder<unknown> = sql`
  c.period_start::text as start, c.points::float8 as points, c.points_low::float8 as low, c.points_high::float8 as high, c.scored`

/** Stored under this day: the scorecard of everything, dated or not. */
export function storedStart(start: string | null): string {
  return start ?? "-infinity"
}
