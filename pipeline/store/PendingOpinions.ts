import type { Pool } from "pg"
import { because } from "../../schemas/Because.ts"
import type { Opinion } from "../../schemas/Opinion.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { type StoredRow, storedTranscript } from "./ReadTranscript.ts"
import type { Run } from "./Run.ts"
import { storableJson } from "./StorableJson.ts"
import { storableText } from "../StorableText.ts"

/** The questions there are (version by rule id) and the model they go to. */
export interface Inquiry {
  readonly questions: ReadonlyMap<string, string>
  readonly model: string
}

/** A transcript with opinions still to be had: for each of its agents (id; `null`: not named), the rules (ids, in the order of the rubric). */
export interface Undecided {
  readonly id: string
  readonly revision: number
  readonly transcript: Transcript
  readonly agents: ReadonlyArray<{ readonly agent: string | null; readonly rules: ReadonlyArray<string> }>
}

/** The very predicate of the index `scores_undecided`. */
const undecided = `s.outcome = 'Unscored' and s.because = '${because.wordsCannotTell}'`

/**
 * Lists as pending every outcome under the rubric of the run that the words leave open and that has no opinion of this model on the present version
 * of its question, or could not be asked about. Returns how many are pending now.
 */
export async function enlist(pool: Pool, run: Run, { model, questions }: Inquiry): Promise<number> {
  const asked = [...questions].flatMap(([rule, version]) => {
    const id = run.ruleIds.get(rule)
    return id === undefined ? [] : [{ id, version }]
  })
  const values = [run.rubricId, asked.map(({ id }) => id), asked.map(({ version }) => version), model, run.id]
  await pool.query(
    `update opinions o set state = 'pending', outcome = null, findings = '[]', note = null, because = null, question_version = q.version, model = $4,
      run_id = $5, updated_at = now()
    from unnest($2::integer[], $3::text[]) as q (rule_id, version)
    where o.rubric_id = $1 and o.rule_id = q.rule_id and (o.question_version <> q.version or o.model <> $4
      or o.state = 'failed' and o.because = '${because.judgeUnreachable}')`,
    values
  )
  await pool.query(
    `insert into opinions (transcript_id, rubric_id, agent_id, rule_id, question_version, model, run_id)
    select s.transcript_id, s.rubric_id, s.agent_id, s.rule_id, q.version, $4, $5
    from unnest($2::integer[], $3::text[]) as q (rule_id, version) join scores s on s.rubric_id = $1 and s.rule_id = q.rule_id and ${undecided}
    where not exists (select from opinions o
      where (o.transcript_id, o.rubric_id, o.agent_id, o.rule_id) = (s.transcript_id, s.rubric_id, s.agent_id, s.rule_id))
    on conflict do nothing`,
    values
  )
  return countPending(pool, run)
}

/** How many opinions are pending under the rubric of the run. */
export async function countPending(pool: Pool, run: Run): Promise<number> {
  const { rows } = await pool.query<{ count: string }>("select count(*) as count from opinions where rubric_id = $1 and state = 'pending'", [run.rubricId])
  return Number(rows[0]!.count)
}

/** Transcripts with pending opinions, the latest stored first; `before`: the id of the last one of the page before. What a person has decided is left alone. */
export async function undecidedTranscripts(pool: Pool, run: Run, before: string | null, most: number): Promise<ReadonlyArray<Undecided>> {
  const { rows } = await pool.query<StoredRow & { readonly pending: Undecided["agents"] }>(
    `with page as materialized (
      select distinct transcript_id from opinions
      where rubric_id = $1 and state = 'pending' and ($2::bigint is null or transcript_id < $2) order by transcript_id desc limit $3)
    select t.*, p.pending from page join transcripts t on t.id = page.transcript_id cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('agent', x.agent, 'rules', x.rules) order by x.agent_id), '[]') as pending
      from (
        select a.id as agent_id, a.external_id as agent, jsonb_agg(u.name order by q.position) as rules
        from opinions o join scores s using (transcript_id, rubric_id, agent_id, rule_id) join agents a on a.id = o.agent_id
          join rules u on u.id = o.rule_id join rubric_rules q on q.rubric_id = o.rubric_id and q.rule_id = o.rule_id
        where o.transcript_id = t.id and o.rubric_id = $1 and o.state = 'pending' and s.decided_by <> 'person'
        group by a.id, a.external_id) x) p
    order by t.id desc`,
    [run.rubricId, before, most]
  )
  return rows.map((row) => ({ id: row.id, revision: row.revision, transcript: storedTranscript(row), agents: row.pending }))
}

/** Writes opinions on one transcript; none where it has changed since it was read (`revision`). */
export async function keepOpinions(pool: Pool, run: Run, { id, revision }: Pick<Undecided, "id" | "revision">, opinions: ReadonlyArray<Opinion>): Promise<void> {
  const rows = opinions.map(({ agent, because, findings, note, outcome, rule, state }) => ({
    agent: agent === null ? null : storableText(agent), rule_id: run.ruleIds.get(rule)!, state, outcome, findings, note, because
  }))
  await pool.query(
    `update opinions o set state = x.state, outcome = x.outcome, findings = x.findings, note = x.note, because = x.because, run_id = $4, updated_at = now()
    from jsonb_to_recordset($5::jsonb) as x (agent text, rule_id integer, state opinion_state, outcome outcome, findings jsonb, note text, because text)
      join agents a on a.external_id is not distinct from x.agent
    where o.transcript_id = $1 and o.rubric_id = $2 and o.agent_id = a.id and o.rule_id = x.rule_id
      and exists (select from transcripts t where t.id = $1 and t.revision = $3)`,
    [id, run.rubricId, revision, run.id, storableJson(rows)]
  )
}
