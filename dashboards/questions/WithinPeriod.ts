import { type RawBuilder, sql } from "kysely"
import type { PeriodChoice } from "./ShownPeriod.ts"

/** Did the transcript `t` begin in this period, by the calendar of `timeZone`? Undated ones belong to `all` only. */
export function withinPeriod({ period, start }: PeriodChoice, timeZone: string): RawBuilder<boolean> {
  if (period === "all" || start === null) return sql`true`
  const length = period === "week" ? sql`interval '7 days'` : sql`interval '1 month'`
  return sql`(t.started_at >= ${start}::timestamp at time zone ${timeZone}
    and t.started_at < (${start}::timestamp + ${length}) at time zone ${timeZone})`
}
