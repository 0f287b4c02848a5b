import { type AgentAdvice, readAdvice } from "../../pipeline/store/ReadAdvice.ts"
import type { Connection } from "../Archive.ts"
import { type AgentRecord, askAgent, type KnownAgent } from "./Agent.ts"
import { askAgentTranscripts, type TranscriptsPage } from "./AgentTranscripts.ts"
import type { ShownPeriod } from "./ShownPeriod.ts"
import type { ShownRubric, ShownRule } from "./ShownRubric.ts"

/** What there is to say to an agent about a period. */
export interface AgentStory extends AgentAdvice<ShownRule> {
  readonly agent: KnownAgent
  readonly shown: ShownPeriod
  readonly record: AgentRecord
  readonly transcripts: TranscriptsPage
}

/** What is there to say to this agent, and what shows it? */
export async function askAgentStory(connection: Connection, rubric: ShownRubric, agent: KnownAgent, shown: ShownPeriod, asked: { readonly page: number; readonly timeZone: string }): Promise<AgentStory> {
  const record = await askAgent(connection, rubric.id, agent.key, shown)
  const transcripts = await askAgentTranscripts(connection, {
    rubric: rubric.id, agent: agent.key, choice: shown, timeZone: record.card?.timeZone ?? asked.timeZone, page: asked.page
  })
  const card = { agent: agent.id, rubric: rubric.fingerprint, period: shown.period, periodStart: shown.start, rules: record.rules }
  // Without a card there are no counts, and so no advice.
  const advice = await readAdvice(connection, card, { rules: [...rubric.rules.values()], sections: rubric.sections })
  return { agent, shown, record, transcripts, ...advice }
}
