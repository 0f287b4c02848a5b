import { type RawBuilder, sql } from "kysely"
import type { Scorecard } from "../../schemas/Scorecard.ts"

/** Which stretch: `periodStart` is the first day, ISO date in the configured time zone; `null` for `all`. */
type Stretch = Pick<Scorecard, "period" | "periodStart">

/** Did the transcript `t` begin in this period, by the calendar of `timeZone` (an IANA name, or SQL that gives one)? Undated ones belong to `all` only. */
export function withinPeriod({ period, periodStart }: Stretch, timeZone: string | RawBuilder<string>): RawBuilder<boolean> {
  if (period === "all" || periodStart === null) return sql`true`
  const length = period === "week" ? sql`interval '7 days'` : sql`interval '1 month'`
  return sql`(t.started_at >= ${periodStart}::timestamp at time zone ${timeZone}
    and t.started_at < (${periodStart}::timestamp + ${length}) at time zone ${timeZone})`
}
