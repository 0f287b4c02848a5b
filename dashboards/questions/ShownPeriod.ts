import { sql } from "kysely"
import type { Period } from "../../schemas/Scorecard.ts"
import type { Connection } from "../Archive.ts"

/** `start` is the first day, ISO date in the configured time zone; `null` for `all`. */
export interface PeriodChoice {
  readonly period: Period
  readonly start: string | null
}

/** The period a page shows, and the first days of the weeks and months there is something to show for, earliest first. */
export interface ShownPeriod extends PeriodChoice {
  readonly weeks: ReadonlyArray<string>
  readonly months: ReadonlyArray<string>
}

/**
 * What was asked for, with the latest start where none was named; unasked, the latest month, or everything where nothing
 * is dated. `agent` (a key of `agents`) narrows what there is to that agent.
 */
export async function shownPeriod(
  connection: Connection,
  asked: { readonly period: Period | null; readonly start: string | null },
  rubric: number,
  agent: number | null
): Promise<ShownPeriod> {
  const { rows } = await sql<{ readonly period: Period; readonly start: string }>`
    select distinct period, period_start::text as start from scorecards
    where rubric_id = ${rubric} and period <> 'all' and (${agent}::integer is null or agent_id = ${agent}) order by 2`.execute(connection)
  const starts = (period: Period) => rows.filter((row) => row.period === period).map((row) => row.start)
  const weeks = starts("week")
  const months = starts("month")
  const period = asked.period ?? (months.length > 0 ? "month" : "all")
  const latest = period === "all" ? null : (period === "week" ? weeks : months).at(-1) ?? null
  if (latest === null) return { period: "all", start: null, weeks, months }
  return { period, start: asked.start ?? latest, weeks, months }
}
