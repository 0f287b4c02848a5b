import { chooseFocus, type RuleRecord } from "../advice/Focus.ts"
import { shownStrengths, strengths } from "../advice/Strengths.ts"
import type { Connection } from "../Archive.ts"
import { type AgentRecord, askAgent, type KnownAgent } from "./Agent.ts"
import { askAgentTranscripts, type TranscriptsPage } from "./AgentTranscripts.ts"
import { askMoments, type Moment } from "./Moments.ts"
import type { ShownPeriod } from "./ShownPeriod.ts"
import type { ShownRubric } from "./ShownRubric.ts"

/** What there is to say to an agent about a period. `critical` are breaches of critical rules besides the focus. */
export interface AgentStory {
  readonly agent: KnownAgent
  readonly shown: ShownPeriod
  readonly record: AgentRecord
  readonly strengths: ReadonlyArray<RuleRecord & { readonly quotes: ReadonlyArray<Moment> }>
  readonly focus: (RuleRecord & { readonly moments: ReadonlyArray<Moment> }) | null
  readonly critical: ReadonlyArray<Moment>
  readonly transcripts: TranscriptsPage
}

const strengthsShown = 3
const strengthsQuoted = 12

/** What is there to say to this agent, and what shows it? */
export async function askAgentStory(connection: Connection, rubric: ShownRubric, agent: KnownAgent, shown: ShownPeriod, asked: { readonly page: number; readonly timeZone: string }): Promise<AgentStory> {
  const record = await askAgent(connection, rubric.id, agent.key, shown)
  const within = { rubric: rubric.id, agent: agent.key, choice: shown, timeZone: record.card?.timeZone ?? asked.timeZone }
  const transcripts = await askAgentTranscripts(connection, { ...within, page: asked.page })
  if (record.card === null) return { agent, shown, record, strengths: [], focus: null, critical: [], transcripts }

  const focus = chooseFocus(rubric, record.rules)
  const good = strengths(rubric, record.rules, focus)
  const praise = await askMoments(connection, { ...within, rules: good.slice(0, strengthsQuoted).map(({ rule }) => rule.id), speaking: "for", most: 2 })
  const moments = await askMoments(connection, { ...within, rules: focus === null ? [] : [focus.rule.id], speaking: "against", most: 5 })
  const breachedCritical = record.rules.filter(({ rule, breached }) => breached > 0 && rubric.rules.get(rule)?.critical != null && rule !== focus?.rule.id)
  const critical = await askMoments(connection, { ...within, rules: breachedCritical.map(({ rule }) => rule), speaking: "against", most: 5 })
  const quoted = new Set(praise.map(({ rule }) => rule))
  return {
    agent,
    shown,
    record,
    strengths: shownStrengths(good, quoted, strengthsShown).map((strength) => ({ ...strength, quotes: distinct(praise.filter(({ rule }) => rule === strength.rule.id)) })),
    focus: focus === null ? null : { ...focus, moments },
    critical: critical.filter(({ outcome }) => outcome === "Breached"),
    transcripts
  }
}

/** The same sentence twice praises no more than once. */
function distinct(moments: ReadonlyArray<Moment>): ReadonlyArray<Moment> {
  return moments.filter(({ quote }, index) => moments.findIndex((other) => other.quote === quote) === index)
}
