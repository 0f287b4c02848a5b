import { sql } from "kysely"
import type { RuleCount } from "../../schemas/Scorecard.ts"
import type { Connection } from "../Archive.ts"
import type { PeriodChoice } from "./ShownPeriod.ts"
import { cardColumns, type StoredCard, storedStart, weekColumns, type WeekPoint } from "./StoredCard.ts"

/** `key` is the agent's number in `agents`; `id` is what the input calls them. */
export interface KnownAgent {
  readonly key: number
  readonly id: string | null
  readonly name: string | null
}

/** `card` is `null` when nothing of this agent falls into the period; `weeks` are of the half year up to the latest. */
export interface AgentRecord {
  readonly card: StoredCard | null
  readonly rules: ReadonlyArray<RuleCount>
  readonly weeks: ReadonlyArray<WeekPoint>
}

/** The agent the input calls `id`; `null` asks for the one whose transcripts name nobody. */
export async function knownAgent(connection: Connection, id: string | null): Promise<KnownAgent | null> {
  const { rows } = await sql<KnownAgent>`
    select id as key, external_id as id, name from agents where external_id is not distinct from ${id}::text`.execute(connection)
  return rows[0] ?? null
}

/** How did this agent do in the period, rule by rule, and in the weeks there are? */
export async function askAgent(connection: Connection, rubric: number, agent: number, choice: PeriodChoice): Promise<AgentRecord> {
  const start = storedStart(choice.start)
  const cards = await sql<StoredCard>`
    select ${cardColumns} from scorecards c
    where c.agent_id = ${agent} and c.rubric_id = ${rubric} and c.period = ${choice.period} and c.period_start = ${start}::date`.execute(connection)
  const rules = await sql<RuleCountRow>`
    select u.name as rule, c.applicable, c.met, c.partly, c.breached, c.not_applicable as "notApplicable", c.unscored,
      c.estimate::float8 as value, c.estimate_low::float8 as low, c.estimate_high::float8 as high
    from scorecard_rules c join rules u on u.id = c.rule_id
    where c.agent_id = ${agent} and c.rubric_id = ${rubric} and c.period = ${choice.period} and c.period_start = ${start}::date`.execute(connection)
  const weeks = await sql<WeekPoint>`
    select ${weekColumns} from scorecards c
    where c.agent_id = ${agent} and c.rubric_id = ${rubric} and c.period = 'week' and c.period_start > (
      select max(period_start) - ${7 * weeksShown}::integer from scorecards where agent_id = ${agent} and rubric_id = ${rubric} and period = 'week'
    ) order by c.period_start`.execute(connection)
  return {
    card: cards.rows[0] ?? null,
    rules: rules.rows.map(({ value, low, high, ...counts }) => ({
      ...counts,
      estimate: value === null ? null : { value, low: low ?? 0, high: high ?? 1 }
    })),
    weeks: weeks.rows
  }
}

const weeksShown = 26

interface RuleCountRow extends Omit<RuleCount, "estimate"> {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}
