import { type Kysely, type RawBuilder, sql } from "kysely"
import { type CaseRuleCount, type Consistency, type ContactCount, type Expectation, type Rollups, type TaggedShare, type TurnCounts } from "../../schemas/Rollups.ts"
import { indicators, qualities } from "../../schemas/Rubric.ts"
import type { Scorecard } from "../../schemas/Scorecard.ts"
import { meanInterval, wilson } from "../../scorers/statistics/Intervals.ts"
import type { Tables } from "./Tables.ts"
import { fewest, type SegmentRow, treatment } from "./Treatment.ts"

/** Whose, of when, by which rubric. */
type Wanted = Pick<Scorecard, "agent" | "rubric" | "period" | "periodStart">

/** What this agent's transcripts of the period add up to in other ways than by rule. */
export async function readRollups(kysely: Kysely<Tables>, wanted: Wanted): Promise<Rollups> {
  const [indicatorRows, qualityRows, [consistency], segmentRows, [answered], contacts, [turns], cases] = [
    await rows<ShareRow>(kysely, wanted, "agent_indicators", sql`indicator as tag, ${shareColumns}`),
    await rows<ShareRow>(kysely, wanted, "agent_qualities", sql`quality as tag, ${shareColumns}`),
    await rows<Consistency>(kysely, wanted, "agent_consistency", sql`scored, spread::float8 as spread, weeks::float8 as weeks, lowest_week::float8 as "lowestWeek", highest_week::float8 as "highestWeek"`),
    await rows<SegmentRow>(kysely, wanted, "agent_segments", sql`segment, value, scored::float8 as scored, points, spread`),
    await rows<AnsweredRow>(kysely, wanted, "agent_expectations", sql`answers::float8 as answers, csat, points, gap, gap_spread as spread, scales`),
    await rows<ContactCount & { readonly kind: string }>(kysely, wanted, "agent_contacts", sql`kind, value, transcripts::float8 as transcripts, told::float8 as told`),
    await rows<TurnCounts>(kysely, wanted, "agent_turns", sql`transcripts::float8 as transcripts, agent_turns::float8 as agent, customer_turns::float8 as customer, bot_turns::float8 as bot, bot_transcripts::float8 as "botTranscripts"`),
    await rows<CaseRuleCount>(kysely, wanted, "agent_case_rules", sql`rule, applicable::float8 as applicable, met::float8 as met, breached::float8 as breached`)
  ]
  const counted = (kind: string): ReadonlyArray<ContactCount> =>
    contacts
      .filter((row) => row.kind === kind)
      .map(({ kind: _, ...count }) => count)
      // What is not known comes last, however much of it there is.
      .toSorted((a, b) => Number(a.value === "unknown") - Number(b.value === "unknown") || b.transcripts - a.transcripts || (a.value < b.value ? -1 : 1))
  return {
    indicators: indicators.map((tag) => shareOf(tag, indicatorRows)),
    qualities: qualities.map((tag) => shareOf(tag, qualityRows)),
    consistency: consistency === undefined || consistency.scored === 0 ? null : consistency,
    treatment: treatment(segmentRows),
    expectation: answered === undefined ? null : expectation(answered),
    reasons: counted("reason"),
    phases: counted("phase"),
    media: counted("medium"),
    turns: turns ?? null,
    cases: cases.toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
  }
}

type PerAgentView = "agent_indicators" | "agent_qualities" | "agent_consistency" | "agent_segments" | "agent_expectations" | "agent_contacts" | "agent_turns" | "agent_case_rules"

async function rows<Row>(kysely: Kysely<Tables>, { agent, period, periodStart, rubric }: Wanted, view: PerAgentView, columns: RawBuilder<unknown>): Promise<ReadonlyArray<Row>> {
  // Equalities let the database begin with the agent's own rows; nobody's transcripts have no card, and so nothing to add up.
  const found = await sql<Row>`
    select ${columns} from ${sql.table(view)}
    where agent = ${agent}::text and rubric = ${rubric} and period = ${period} ${periodStart === null ? sql`` : sql`and period_start = ${periodStart}::date`}`.execute(kysely)
  return found.rows
}

interface ShareRow {
  readonly tag: string
  readonly transcripts: number
  readonly applicable: number
  readonly met: number
  readonly partly: number
  readonly breached: number
  readonly share: number
}

const shareColumns = sql`transcripts::float8 as transcripts, applicable::float8 as applicable, met::float8 as met, partly::float8 as partly, breached::float8 as breached, share`

function shareOf<Tag extends string>(tag: Tag, stored: ReadonlyArray<ShareRow>): TaggedShare<Tag> {
  const row = stored.find((each) => each.tag === tag)
  if (row === undefined) return { tag, transcripts: 0, applicable: 0, met: 0, partly: 0, breached: 0, share: null }
  const { applicable, breached, met, partly, share, transcripts } = row
  return { tag, transcripts, applicable, met, partly, breached, share: { value: share, ...wilson(share, transcripts) } }
}

interface AnsweredRow {
  readonly answers: number
  readonly csat: number
  readonly points: number
  readonly gap: number
  readonly spread: number | null
  readonly scales: string
}

/** Customers and scorecard are said to differ only where the interval of the gap leaves 0 out and enough customers answered. */
function expectation({ answers, csat, gap, points, scales, spread }: AnsweredRow): Expectation {
  const interval = spread === null ? null : meanInterval(gap, spread, answers)
  const direction = interval === null || answers < fewest ? null : interval.low > 0 ? "above" : interval.high < 0 ? "below" : null
  return { answers, csat, points, gap, interval, direction, scales }
}
