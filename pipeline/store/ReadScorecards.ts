import { type Kysely, sql } from "kysely"
import type { Period, RuleCount, Scorecard, SectionCount } from "../../schemas/Scorecard.ts"
import type { Tables } from "./Tables.ts"

/**
 * Which cards: of one agent or all; `rubric` is a fingerprint (that of the newest run if left out); `from` and `to` are
 * ISO dates, both inclusive, that bound the first day of the period (no bound for `all`).
 */
export interface ScorecardsWanted {
  readonly period: Period
  readonly agent?: string
  readonly rubric?: string
  readonly from?: string
  readonly to?: string
}

interface Row {
  readonly agent: string
  readonly agent_name: string | null
  readonly rubric: string
  readonly period: Period
  readonly period_start: string | null
  readonly transcripts: number
  readonly scored: number
  readonly points: number | null
  readonly points_low: number | null
  readonly points_high: number | null
  readonly points_spread: number | null
  readonly band: string | null
  readonly passed: number
  readonly critical_breaches: number
  readonly sections: ReadonlyArray<SectionCount>
  readonly rules: ReadonlyArray<RuleCount>
}

/** Cards by agent (in the order of code points), then by date; the rules of each in the order of the rubric. */
export async function readScorecards(kysely: Kysely<Tables>, wanted: ScorecardsWanted): Promise<ReadonlyArray<Scorecard>> {
  const rubric = wanted.rubric === undefined
    ? sql`(select rubric_id from runs order by id desc limit 1)`
    : sql`(select id from rubrics where fingerprint = ${wanted.rubric})`
  const bounded = wanted.period !== "all"
  const { rows } = await sql<Row>`
    select a.external_id as agent, a.name as agent_name, r.fingerprint as rubric, c.period,
      nullif(c.period_start, '-infinity')::text as period_start, c.transcripts, c.scored, c.points, c.points_low, c.points_high,
      c.points_spread, c.band, c.passed, c.critical_breaches, c.sections, u.rules
    from scorecards c join agents a on a.id = c.agent_id join rubrics r on r.id = c.rubric_id cross join lateral (
      select coalesce(json_agg(json_build_object('rule', u.name, 'applicable', k.applicable, 'met', k.met, 'partly', k.partly,
        'breached', k.breached, 'notApplicable', k.not_applicable, 'unscored', k.unscored,
        'estimate', case when k.estimate is not null
          then json_build_object('value', k.estimate, 'low', k.estimate_low, 'high', k.estimate_high) end)
        order by q.position), '[]') as rules
      from scorecard_rules k join rules u on u.id = k.rule_id
        join rubric_rules q on q.rubric_id = k.rubric_id and q.rule_id = k.rule_id
      where (k.agent_id, k.rubric_id, k.period, k.period_start) = (c.agent_id, c.rubric_id, c.period, c.period_start)) u
    where c.period = ${wanted.period} and c.rubric_id = ${rubric}
      ${wanted.agent === undefined ? sql`` : sql`and a.external_id = ${wanted.agent}`}
      ${bounded && wanted.from !== undefined ? sql`and c.period_start >= ${wanted.from}::date` : sql``}
      ${bounded && wanted.to !== undefined ? sql`and c.period_start <= ${wanted.to}::date` : sql``}
    order by a.external_id collate "C", c.period_start`.execute(kysely)
  return rows.map(card)
}

function card(row: Row): Scorecard {
  return {
    agent: row.agent,
    agentName: row.agent_name,
    rubric: row.rubric,
    period: row.period,
    periodStart: row.period_start,
    transcripts: row.transcripts,
    scored: row.scored,
    points: row.points,
    interval: row.points_low === null || row.points_high === null ? null : { low: row.points_low, high: row.points_high },
    spread: row.points_spread,
    band: row.band,
    passed: row.passed,
    criticalBreaches: row.critical_breaches,
    sections: row.sections,
    rules: row.rules
  }
}
