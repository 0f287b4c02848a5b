import type { Pool } from "pg"
import type { OutcomeName } from "../../schemas/Score.ts"
import { type StoredRow, storedTranscript } from "./ReadTranscript.ts"
import type { Inquiry, Undecided } from "./PendingOpinions.ts"
import type { Run } from "./Run.ts"
import { storableJson } from "./StorableJson.ts"

/** A transcript the judge has opinions on, and what they came to; the rules of an agent are those with an opinion. */
export interface OpinedTranscript extends Undecided {
  readonly outcomes: ReadonlyArray<{ readonly agent: string | null; readonly rule: string; readonly outcome: OutcomeName | null }>
}

/** What a calibration found of one rule. */
export interface CalibrationRow {
  readonly rule: string
  readonly questionVersion: string
  readonly model: string
  readonly n: number
  readonly kappa: number | null
  readonly kappaLow: number | null
  readonly kappaHigh: number | null
  readonly humanKappa: number | null
  readonly stability: number | null
  readonly trusted: boolean
  readonly because: string
}

/** Of these transcripts (ids of the inputs), those this model was asked about with the present questions, under whatever rubric. */
export async function opinedTranscripts(pool: Pool, { model, questions }: Inquiry, ids: ReadonlyArray<string>): Promise<ReadonlyArray<OpinedTranscript>> {
  const { rows } = await pool.query<StoredRow & { readonly outcomes: OpinedTranscript["outcomes"] }>(
    `select t.*, x.outcomes from transcripts t cross join lateral (
      select jsonb_agg(jsonb_build_object('agent', a.external_id, 'rule', u.name, 'outcome', o.outcome) order by a.id, u.name) as outcomes
      from (
        select distinct on (agent_id, rule_id) * from opinions o
        where o.transcript_id = t.id and o.model = $1 and o.state <> 'pending' order by agent_id, rule_id, rubric_id desc) o
        join agents a on a.id = o.agent_id join rules u on u.id = o.rule_id
        join unnest($2::text[], $3::text[]) as q (rule, version) on q.rule = u.name and q.version = o.question_version) x
    where t.external_id = any($4) and x.outcomes is not null order by t.id`,
    [model, [...questions.keys()], [...questions.values()], ids]
  )
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    transcript: storedTranscript(row),
    outcomes: row.outcomes,
    agents: [...Map.groupBy(row.outcomes, ({ agent }) => agent)].map(([agent, of]) => ({ agent, rules: of.map(({ rule }) => rule) }))
  }))
}

/** Adds calibrations; from now on they decide whose opinions count. */
export async function recordCalibrations(pool: Pool, run: Run, rows: ReadonlyArray<CalibrationRow>): Promise<void> {
  await pool.query(
    `insert into calibrations (rule_id, question_version, model, n, kappa, kappa_low, kappa_high, human_kappa, stability, trusted, because)
    select x.rule_id, x.version, x.model, x.n, x.kappa, x.low, x.high, x.human, x.stability, x.trusted, x.because
    from jsonb_to_recordset($1::jsonb) as x (rule_id integer, version text, model text, n integer, kappa double precision, low double precision,
      high double precision, human double precision, stability double precision, trusted boolean, because text)`,
    [storableJson(rows.map((row) => ({
      rule_id: run.ruleIds.get(row.rule)!, version: row.questionVersion, model: row.model, n: row.n, kappa: row.kappa, low: row.kappaLow, high: row.kappaHigh,
      human: row.humanKappa, stability: row.stability, trusted: row.trusted, because: row.because
    })))]
  )
}
