import { type Kysely, sql } from "kysely"
import type { Opinion, OpinionState } from "../../schemas/Opinion.ts"
import type { Scorecard } from "../../schemas/Scorecard.ts"
import type { Tables } from "./Tables.ts"
import { withinPeriod } from "./WithinPeriod.ts"

/** An opinion as stored: `counts` says that its outcome stands in the score; else it is advisory. `model` is the one that was asked. */
export interface StoredOpinion extends Opinion {
  readonly counts: boolean
  readonly model: string
}

/** What the judge says of one transcript (key) under one rubric (key), in the order of the rubric, agent by agent. */
export async function readOpinions(kysely: Kysely<Tables>, transcriptId: string, rubricId: number): Promise<ReadonlyArray<StoredOpinion>> {
  return kysely.selectFrom("opinions as o").innerJoin("agents as a", "a.id", "o.agent_id").innerJoin("rules as u", "u.id", "o.rule_id")
    .innerJoin("rubric_rules as q", (join) => join.onRef("q.rubric_id", "=", "o.rubric_id").onRef("q.rule_id", "=", "o.rule_id"))
    .select(["u.name as rule", "a.external_id as agent", "o.state", "o.outcome", "o.findings", "o.note", "o.because", "o.counts", "o.model"])
    .where("o.transcript_id", "=", transcriptId).where("o.rubric_id", "=", rubricId)
    .orderBy(sql`a.external_id collate "C" nulls last`).orderBy("q.position").execute()
}

/** How many opinions there are of one rule. `given` ones are told apart: `counting` decided their score, `advisory` weigh nothing. */
export interface OpinionCount {
  readonly rule: string
  readonly counting: number
  readonly advisory: number
  readonly review: number
  readonly pending: number
  readonly failed: number
}

/** The opinions of all rules together. */
export const allOpinions = (counts: ReadonlyArray<OpinionCount>): Omit<OpinionCount, "rule"> => {
  const sum = (name: Exclude<keyof OpinionCount, "rule">) => counts.reduce((all, count) => all + count[name], 0)
  return { counting: sum("counting"), advisory: sum("advisory"), review: sum("review"), pending: sum("pending"), failed: sum("failed") }
}

/** The opinions behind a stored card, rule by rule in the order of the rubric; rules without any are left out. */
export async function readOpinionCounts(
  kysely: Kysely<Tables>,
  card: Pick<Scorecard, "agent" | "rubric" | "period" | "periodStart">
): Promise<ReadonlyArray<OpinionCount>> {
  const counted = (state: OpinionState) => sql`(count(*) filter (where o.state = ${state}))::integer`
  const { rows } = await sql<OpinionCount>`
    select u.name as rule, (count(*) filter (where o.counts))::integer as counting,
      (count(*) filter (where o.state = 'given' and not o.counts))::integer as advisory,
      ${counted("review")} as review, ${counted("pending")} as pending, ${counted("failed")} as failed
    from scorecards c join agents a on a.id = c.agent_id join rubrics r on r.id = c.rubric_id
      join tallies y on y.agent_id = c.agent_id and y.rubric_id = c.rubric_id join transcripts t on t.id = y.transcript_id
      join opinions o on (o.transcript_id, o.rubric_id, o.agent_id) = (y.transcript_id, y.rubric_id, y.agent_id)
      join rules u on u.id = o.rule_id join rubric_rules q on q.rubric_id = o.rubric_id and q.rule_id = o.rule_id
    where a.external_id = ${card.agent} and r.fingerprint = ${card.rubric} and c.period = ${card.period}
      and c.period_start = ${card.periodStart ?? "-infinity"}::date and ${withinPeriod(card, sql`c.time_zone`)}
    group by u.name, q.position order by q.position`.execute(kysely)
  return rows
}
