import type { ClientBase, PoolClient } from "pg"
import type { CaseJudge } from "../../scorers/cases/CaseJudge.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { storedTranscript, type StoredRow } from "./ReadTranscript.ts"
import type { Run } from "./Run.ts"

/** What cases are found by: the case ids of the inputs, customers of transcripts without one, and single transcripts (keys) that nothing joins. */
export interface CaseSeeds {
  readonly caseIds: ReadonlyArray<string>
  readonly customers: ReadonlyArray<string>
  readonly transcripts: ReadonlyArray<string>
}

/** The transcripts that belong to seeds, with their keys; `seeds` as they have grown by what hangs together with them. */
export interface LoadedSeeds {
  readonly seeds: CaseSeeds
  readonly transcripts: ReadonlyArray<{ readonly id: string; readonly transcript: Transcript }>
}

/** A “customer” with more transcripts than this without a case id is no person but a placeholder such as “anonymous”. */
const mostOfOneCustomer = 200

/** So many at a time, that their transcripts fit into memory. */
const atATime = 200

/**
 * Everything these runs wrote or replaced that may belong to a case, and the cases that are open and were not judged up to `horizon` yet; a
 * portion at a time, as a night may touch more than fit into memory. To be read within one transaction.
 */
export async function* touchedSeeds(client: ClientBase, run: Run, runs: ReadonlyArray<number>, judge: CaseJudge, horizon: number): AsyncIterable<CaseSeeds> {
  await findTouched(client, run, runs, judge, horizon)
  for (let after = 0; ; after += atATime) {
    const { rows } = await client.query<Seed>("select case_id, customer, id from case_seeds where n > $1 and n <= $2 order by n", [after, after + atATime])
    if (rows.length === 0) return
    const given = (values: ReadonlyArray<string | null>) => values.filter((value) => value !== null)
    yield { caseIds: given(rows.map((row) => row.case_id)), customers: given(rows.map((row) => row.customer)), transcripts: given(rows.map((row) => row.id)) }
  }
}

/** One of the three is given. */
interface Seed {
  readonly case_id: string | null
  readonly customer: string | null
  readonly id: string | null
}

/** Leaves the seeds, numbered from 1, in the temporary table `case_seeds`. */
async function findTouched(client: ClientBase, run: Run, runs: ReadonlyArray<number>, judge: CaseJudge, horizon: number): Promise<void> {
  const rules = [judge.feedback?.id, judge.promise?.id].flatMap((name) => (name === undefined ? [] : [run.ruleIds.get(name)!]))
  const reasons = (judge.feedback?.complaint.reasons ?? []).map((reason) => reason.toLowerCase())
  await client.query("create temporary table case_seeds (n integer generated always as identity primary key, case_id text, customer text, id bigint) on commit drop")
  await client.query(
    `with written as (
      select distinct t.id, t.case_id, t.customer, t.contact_reason from tallies y join transcripts t on t.id = y.transcript_id
      where y.run_id = any($1::bigint[]) and y.rubric_id = $2),
    telling as (
      select w.* from written w where w.case_id is null and (lower(trim(w.contact_reason)) = any($4)
        or exists (select from findings f where f.transcript_id = w.id and f.rubric_id = $2 and f.rule_id = any($3::integer[]))
        or exists (select from cases c where c.rubric_id = $2 and c.customer = w.customer))),
    seeds as (select case_id, null as customer, null::bigint as id from written where case_id is not null
    union select null, customer, null from telling where customer is not null
    union select null, null, id from telling where customer is null
    union select details ->> 'case_id', case when details ->> 'case_id' is null then details ->> 'customer' end, null
      from superseded_transcripts where superseded_by = any($1::bigint[]) and coalesce(details ->> 'case_id', details ->> 'customer') is not null
    union select t.case_id, case when t.case_id is null then t.customer end, case when t.case_id is null and t.customer is null then t.id end
      from cases c join case_transcripts m on m.case_id = c.id join transcripts t on t.id = m.transcript_id
      where c.rubric_id = $2 and c.known_until < $5 and (c.opened_at is not null and c.closed_at is null
        or exists (select from promises p where p.case_id = c.id and p.status = 'open')))
    insert into case_seeds (case_id, customer, id) select * from seeds where coalesce(case_id, customer, id::text) is not null
      order by case_id collate "C", customer collate "C", id`,
    [runs, run.rubricId, rules, reasons, new Date(horizon)]
  )
}

/** Loads what hangs together: the transcripts of the case ids, their customers' without one, and the cases those customers have besides. */
export async function loadSeeds(client: PoolClient, seeds: CaseSeeds): Promise<LoadedSeeds> {
  const { rows: linked } = await client.query<{ case_id: string | null; customer: string | null }>(
    `with mine as (
      select customer from transcripts where case_id = any($1) and customer is not null union select unnest($2::text[])),
    people as (
      select m.customer from mine m where (
        select count(*) from (select from transcripts t where t.customer = m.customer and t.case_id is null limit ${mostOfOneCustomer + 1}) x) <= ${mostOfOneCustomer})
    select null as case_id, customer from people
    union select t.case_id, null from transcripts t join people p on p.customer = t.customer where t.case_id is not null`,
    [seeds.caseIds, seeds.customers]
  )
  const caseIds = [...new Set([...seeds.caseIds, ...linked.flatMap(({ case_id }) => case_id ?? [])])]
  const customers = linked.flatMap(({ customer }) => customer ?? [])
  const { rows } = await client.query<StoredRow>(
    `select * from transcripts where case_id = any($1)
    union all select * from transcripts where customer = any($2) and case_id is null
    union all select * from transcripts where id = any($3::bigint[]) and case_id is null and customer is null`,
    [caseIds, customers, seeds.transcripts]
  )
  return { seeds: { caseIds, customers, transcripts: seeds.transcripts }, transcripts: rows.map((row) => ({ id: row.id, transcript: storedTranscript(row) })) }
}
