import { sql } from "kysely"
import type { ContactCount } from "../../schemas/Rollups.ts"
import type { Connection } from "../Archive.ts"
import type { ShownPeriod } from "./ShownPeriod.ts"
import { cardColumns, type StoredCard, storedStart, weekColumns, type WeekPoint } from "./StoredCard.ts"

export interface TeamMember extends StoredCard {
  readonly id: string | null
  readonly name: string | null
  /** Of the twelve weeks up to the end of the period. */
  readonly weeks: ReadonlyArray<WeekPoint>
}

/** How often a rule was breached by anybody in the period. */
export interface TeamBreach {
  readonly rule: string
  readonly applicable: number
  readonly partly: number
  readonly breached: number
  /** How many agents breached it. */
  readonly agents: number
}

export interface Team {
  readonly members: ReadonlyArray<TeamMember>
  readonly breaches: ReadonlyArray<TeamBreach>
  /** Why customers got in touch, most frequent first and the unknown last; a transcript of two agents counts once. */
  readonly reasons: ReadonlyArray<ContactCount>
  /** Transcripts, of whatever day, whose input names no agent: they belong to no scorecard. */
  readonly unnamed: number
}

const trendWeeks = 12
const breachesShown = 6

/** How did everybody do in this period, and what goes wrong most often? */
export async function askTeam(connection: Connection, rubric: number, shown: ShownPeriod): Promise<Team> {
  const start = storedStart(shown.start)
  const cards = await sql<Omit<TeamMember, "weeks"> & { readonly key: number }>`
    select a.id as key, a.external_id as id, a.name, ${cardColumns}
    from scorecards c join agents a on a.id = c.agent_id
    where c.rubric_id = ${rubric} and c.period = ${shown.period} and c.period_start = ${start}::date`.execute(connection)

  const lastWeek = shown.weeks.findLast((week) => shown.start === null || week <= lastDay(shown)) ?? null
  const trend = await sql<WeekPoint & { readonly key: number }>`
    select c.agent_id as key, ${weekColumns} from scorecards c
    where c.rubric_id = ${rubric} and c.period = 'week' and c.period_start <= ${lastWeek}::date
      and c.period_start > ${lastWeek}::date - ${7 * trendWeeks}::integer
    order by c.period_start`.execute(connection)

  const breaches = await sql<TeamBreach>`
    select u.name as rule, sum(c.applicable)::float8 as applicable, sum(c.partly)::float8 as partly, sum(c.breached)::float8 as breached,
      (count(*) filter (where c.breached > 0))::float8 as agents
    from scorecard_rules c join rules u on u.id = c.rule_id
    where c.rubric_id = ${rubric} and c.period = ${shown.period} and c.period_start = ${start}::date
    group by u.name having sum(c.breached) > 0
    order by sum(c.breached) desc, sum(c.partly) desc, u.name limit ${breachesShown}`.execute(connection)

  const reasons = await sql<ContactCount>`
    select coalesce(t.reason, 'unknown') as value, count(*)::float8 as transcripts, (count(*) filter (where t.reason_from = 'input'))::float8 as told
    from transcripts t where t.id in (
      select transcript_id from card_transcripts where rubric_id = ${rubric} and period = ${shown.period} and period_start = ${start}::date)
    group by t.reason order by t.reason is null, 2 desc, 1`.execute(connection)

  const unnamed = await sql<{ readonly count: number }>`
    select count(*)::float8 as count from tallies y join agents a on a.id = y.agent_id where a.external_id is null and y.rubric_id = ${rubric}`.execute(connection)

  return {
    unnamed: unnamed.rows[0]?.count ?? 0,
    members: cards.rows.map(({ key, ...card }) => ({ ...card, weeks: trend.rows.filter((week) => week.key === key) })),
    breaches: breaches.rows,
    reasons: reasons.rows
  }
}

function lastDay(shown: ShownPeriod): string {
  const day = new Date(`${shown.start}T00:00:00Z`)
  if (shown.period === "month") day.setUTCMonth(day.getUTCMonth() + 1)
  else day.setUTCDate(day.getUTCDate() + 7)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}
