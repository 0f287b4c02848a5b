import type { ClientBase } from "pg"

/** What was counted for a card, before any statistics. Sums are whole numbers: of points in ten thousandths, of credits in millionths. */
export interface CardCounts {
  readonly agent_id: number
  readonly rubric_id: number
  readonly period: string
  readonly period_start: string
  readonly transcripts: string
  readonly scored: string
  readonly points: string
  readonly squares: string
  readonly passed: string
  readonly critical_breaches: string
  /** By section: sum of points, number of transcripts. */
  readonly sections: Readonly<Record<string, readonly [points: number, transcripts: number]>>
}

export interface RuleCounts {
  readonly agent_id: number
  readonly rubric_id: number
  readonly period: string
  readonly period_start: string
  readonly rule_id: number
  readonly met: string
  readonly partly: string
  readonly breached: string
  readonly not_applicable: string
  readonly unscored: string
  readonly credit: string
}

/** The cards a day is part of, as SQL; a null `day` is that of undated transcripts. */
const periodsOf = (day: string) =>
  `(values ('week'::period, date_trunc('week', ${day}::timestamp)::date), ('month', date_trunc('month', ${day}::timestamp)::date),
    ('all', '-infinity')) as p (period, period_start)`

/**
 * Leaves in the temporary table `touched` every card (agent, rubric, period) that the runs may have changed, by what they
 * wrote or by what they replaced, and those whose weeks and months begin in another time zone. Undated transcripts
 * belong to the period `all` only.
 */
export async function findTouched(client: ClientBase, runs: ReadonlyArray<number>, timeZone: string): Promise<void> {
  await client.query(
    `create temporary table touched (card integer generated always as identity, agent_id integer, rubric_id integer, period period,
      period_start date) on commit drop`
  )
  await client.query(
    `with elsewhere as materialized (select distinct agent_id, rubric_id from scorecards where time_zone <> $2),
    days as (
      select y.agent_id, y.rubric_id, (t.started_at at time zone $2)::date as day
      from tallies y join transcripts t on t.id = y.transcript_id where y.run_id = any($1::bigint[])
      union
      select a.id, r.id, (s.started_at at time zone $2)::date
      from superseded_transcripts s cross join lateral jsonb_array_elements(s.tallies) as y
        join agents a on a.external_id = y ->> 'agent' join rubrics r on r.fingerprint = y ->> 'rubric'
      where s.superseded_by = any($1::bigint[])
      union
      select y.agent_id, y.rubric_id, (t.started_at at time zone $2)::date
      from elsewhere join tallies y using (agent_id, rubric_id) join transcripts t on t.id = y.transcript_id)
    insert into touched (agent_id, rubric_id, period, period_start)
    select distinct agent_id, rubric_id, p.period, p.period_start
    from days cross join lateral ${periodsOf("day")}
    where p.period_start is not null and agent_id <> (select id from agents where external_id is null)
    union
    select agent_id, rubric_id, period, period_start from scorecards join elsewhere using (agent_id, rubric_id)`,
    [runs, timeZone]
  )
  await client.query("analyze touched")
}

/**
 * Counts anew for every card touched; by `slot` (agent, rubric, day) first, as every day is part of three cards. Leaves the
 * temporary tables `card_counts`, `section_counts` and `rule_counts`; a card without transcripts has no rows there.
 */
export async function countTouched(client: ClientBase, timeZone: string): Promise<void> {
  // Some hundred thousand small groups: sorting them on disk takes several times as long.
  await client.query("set local work_mem = '64MB'; set local jit = off")
  // CREATE TABLE … AS takes no parameters.
  await client.query(
    `create temporary table taken on commit drop as
    select dense_rank() over (order by agent_id, rubric_id, day) as slot, * from (
      select y.transcript_id, y.agent_id, y.rubric_id, (t.started_at at time zone ${client.escapeLiteral(timeZone)})::date as day,
        round(y.points::numeric * 10000)::integer as points, y.passed, y.critical_breach, y.sections
      from tallies y join (select distinct agent_id, rubric_id from touched) w using (agent_id, rubric_id)
        join transcripts t on t.id = y.transcript_id) x`
  )
  await client.query("analyze taken (slot, transcript_id, agent_id, rubric_id, day)")
  await client.query(
    `create temporary table slot_cards on commit drop as
    select slot, card from (select distinct slot, agent_id, rubric_id, day from taken) x cross join lateral ${periodsOf("day")}
      join touched using (agent_id, rubric_id, period, period_start)`
  )
  await client.query("analyze slot_cards")
  await client.query(
    `create temporary table card_counts on commit drop as
    select card, count(*) as transcripts, count(points) as scored, coalesce(sum(points), 0) as points,
      coalesce(sum(points::bigint * points), 0) as squares, count(*) filter (where passed) as passed,
      count(*) filter (where critical_breach) as critical_breaches
    from taken join slot_cards using (slot) group by card`
  )
  await client.query(
    `create temporary table section_counts on commit drop as
    select card, section, sum(points) as points, sum(transcripts) as transcripts
    from (
      select slot, x.section, sum(round(x.points::numeric * 10000)::integer) as points, count(*) as transcripts
      from taken cross join lateral jsonb_to_recordset(sections) as x (section text, points real)
      where x.points is not null group by slot, x.section) d join slot_cards using (slot)
    group by card, section`
  )
  const sums = ["met", "partly", "breached", "not_applicable", "unscored", "credit"]
  await client.query(
    `create temporary table rule_counts on commit drop as
    select card, rule_id, ${sums.map((name) => `sum(${name}) as ${name}`).join(", ")}
    from (
      select slot, s.rule_id,
        count(*) filter (where s.outcome = 'Met') as met,
        count(*) filter (where s.outcome = 'Partly') as partly,
        count(*) filter (where s.outcome = 'Breached') as breached,
        count(*) filter (where s.outcome = 'NotApplicable') as not_applicable,
        count(*) filter (where s.outcome = 'Unscored') as unscored,
        coalesce(sum((s.credit * 1000000)::integer), 0) as credit
      from taken join scores s using (transcript_id, agent_id, rubric_id) group by slot, s.rule_id) d join slot_cards using (slot)
    group by card, rule_id`
  )
}

/** Queries over what was counted, with the keys of the cards. */
export const cardCounts = `select agent_id, rubric_id, period, period_start::text as period_start, c.*, coalesce(s.sections, '{}') as sections
  from touched join card_counts c using (card) left join (
    select card, jsonb_object_agg(section, jsonb_build_array(points, transcripts)) as sections from section_counts group by card) s using (card)`
export const ruleCounts = `select agent_id, rubric_id, period, period_start::text as period_start, c.*
  from touched join rule_counts c using (card)`
