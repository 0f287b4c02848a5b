import { Data } from "effect"
import { type Kysely, sql } from "kysely"
import type { Rubric } from "../../schemas/Rubric.ts"
import type { Period, Scorecard } from "../../schemas/Scorecard.ts"
import { readScorecards } from "../store/ReadScorecards.ts"
import type { Tables } from "../store/Tables.ts"
import { closest } from "./Closest.ts"
import { periodStart } from "./Period.ts"

/** No agent, or more than one, is meant by what was typed; `message` names those that may be. */
export class AgentUnknown extends Data.TaggedError("AgentUnknown")<{ readonly message: string }> {}

/** Which cards somebody asks for: `period` of their own choice or `null`, days inclusive. */
export interface CardsAsked {
  readonly rubric: Rubric
  readonly agent: string | null
  readonly period: Period | null
  readonly from: string | null
  readonly to: string | null
}

/**
 * The cards asked for, by agent and date. Without days: those of the latest period there is; without a period: months, or
 * everything where no transcript is dated.
 */
export async function cardsAsked(kysely: Kysely<Tables>, asked: CardsAsked): Promise<ReadonlyArray<Scorecard>> {
  const { agent, from, rubric: { fingerprint: rubric }, to } = asked
  const latest = await latestStart(kysely, rubric, asked.period ?? "month", agent)
  const period = asked.period ?? (latest === null && from === null && to === null ? "all" : "month")
  const wanted = { period, rubric, ...(agent === null ? {} : { agent }) }
  if (period === "all") return readScorecards(kysely, wanted)
  if (from === null && to === null) return latest === null ? [] : readScorecards(kysely, { ...wanted, from: latest, to: latest })
  return readScorecards(kysely, { ...wanted, ...(from === null ? {} : { from: periodStart(period, from) }), ...(to === null ? {} : { to }) })
}

async function latestStart(kysely: Kysely<Tables>, rubric: string, period: Period, agent: string | null): Promise<string | null> {
  const { rows } = await sql<{ readonly start: string | null }>`
    select max(c.period_start)::text as start from scorecards c join rubrics r on r.id = c.rubric_id join agents a on a.id = c.agent_id
    where r.fingerprint = ${rubric} and c.period = ${period} and (${agent}::text is null or a.external_id = ${agent})`.execute(kysely)
  return rows[0]?.start ?? null
}

/** The id of the agent that is called so, by id or by name. Rejects with `AgentUnknown`. */
export async function agentCalled(kysely: Kysely<Tables>, called: string): Promise<string> {
  const rows = await kysely.selectFrom("agents").select(["external_id as id", "name"]).where("external_id", "is not", null).orderBy("external_id").execute()
  const known = rows.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]))
  if (known.some(({ id }) => id === called)) return called
  const named = known.filter(({ name }) => name === called)
  if (named.length === 1) return named[0]!.id
  if (named.length > 1) throw new AgentUnknown({ message: `Several agents are called ${called}: ${named.map(({ id }) => id).join(", ")}. Name one by id.` })
  const near = closest(called, known.flatMap(({ id, name }) => (name === null ? [id] : [id, name])))
  throw new AgentUnknown({
    message: `No agent is called ${called}. ${near.length > 0 ? `Did you mean ${near.join(", ")}?` : "“transcript-qa scorecards” lists those there are."}`
  })
}
