import { type Kysely, sql } from "kysely"
import type { OpinionState } from "../../schemas/Opinion.ts"
import type { CallState, Tables } from "./Tables.ts"

/** How it stands with the judge: opinions under the rubric of the newest run, calls and batches of all time. */
export interface JudgeStatus {
  /** By rule, version of the question and model; `trusted` and why are those of the latest calibration, `null` before the first. */
  readonly rules: ReadonlyArray<RuleStatus>
  readonly calls: ReadonlyArray<{ readonly mode: "live" | "batch"; readonly state: CallState; readonly calls: number; readonly prompt: number; readonly completion: number; readonly cached: number }>
  /** Batches that are not collected yet. */
  readonly batches: ReadonlyArray<{ readonly name: string; readonly model: string; readonly status: string; readonly requests: number; readonly planned: Date; readonly problem: string | null }>
}

export interface RuleStatus extends Readonly<Record<OpinionState, number>> {
  readonly rule: string
  readonly questionVersion: string
  readonly model: string
  readonly counting: number
  readonly trusted: boolean | null
  readonly because: string | null
  readonly n: number | null
  readonly kappa: number | null
}

export async function readJudgeStatus(kysely: Kysely<Tables>): Promise<JudgeStatus> {
  const { rows: rules } = await sql<RuleStatus>`
    select o.rule, o.question_version as "questionVersion", o.model, o.given, o.review, o.pending, o.failed, o.counting, t.trusted, t.because, t.n, t.kappa
    from (
      select u.name as rule, o.question_version, o.model, (count(*) filter (where o.state = 'given'))::integer as given,
        (count(*) filter (where o.state = 'review'))::integer as review, (count(*) filter (where o.state = 'pending'))::integer as pending,
        (count(*) filter (where o.state = 'failed'))::integer as failed, (count(*) filter (where o.counts))::integer as counting
      from opinions o join rules u on u.id = o.rule_id where o.rubric_id = (select rubric_id from runs order by id desc limit 1)
      group by u.name, o.question_version, o.model) o
      left join judge_trust t using (rule, question_version, model)
    order by 1, 3, 2`.execute(kysely)
  const { rows: calls } = await sql<JudgeStatus["calls"][number]>`
    select mode, state, count(*)::integer as calls, coalesce(sum(prompt_tokens), 0)::float8 as prompt,
      coalesce(sum(completion_tokens), 0)::float8 as completion, coalesce(sum(cached_tokens), 0)::float8 as cached
    from judge_calls group by mode, state order by mode, state`.execute(kysely)
  const { rows: batches } = await sql<JudgeStatus["batches"][number]>`
    select name, model, status::text as status, requests, planned_at as planned, problem from judge_batches where collected_at is null order by id`.execute(kysely)
  return { rules, calls, batches }
}

/** Forgets what came to nothing, so that the next run asks it again; how many opinions that concerns. What was answered stays. */
export async function retryFailed(kysely: Kysely<Tables>): Promise<number> {
  return kysely.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("judge_answers").where("state", "<>", "answered").execute()
    const { numUpdatedRows } = await transaction.updateTable("opinions")
      .set({ state: "pending", because: null, updated_at: sql<Date>`now()` }).where("state", "=", "failed").executeTakeFirst()
    return Number(numUpdatedRows)
  })
}
