import type { Rollups } from "../../schemas/Rollups.ts"
import type { Quality } from "../../schemas/Rubric.ts"
import { readRollups } from "../../pipeline/store/ReadRollups.ts"
import { type AgentAdvice, readAdvice } from "../../pipeline/store/ReadAdvice.ts"
import type { Connection } from "../Archive.ts"
import { type AgentRecord, askAgent, type KnownAgent } from "./Agent.ts"
import { askAgentTranscripts, type TranscriptsPage } from "./AgentTranscripts.ts"
import type { ShownPeriod } from "./ShownPeriod.ts"
import type { ShownRubric, ShownRule } from "./ShownRubric.ts"

/** What there is to say to an agent about a period; rules and advice are those of `quality`, unless it is `null`. `rollups` is `null` without a card. */
export interface AgentStory extends AgentAdvice<ShownRule> {
  readonly agent: KnownAgent
  readonly shown: ShownPeriod
  readonly record: AgentRecord
  readonly transcripts: TranscriptsPage
  readonly quality: Quality | null
  readonly rollups: Rollups | null
}

/** What is there to say to this agent, and what shows it? */
export async function askAgentStory(connection: Connection, rubric: ShownRubric, agent: KnownAgent, shown: ShownPeriod, asked: { readonly page: number; readonly quality: Quality | null; readonly timeZone: string }): Promise<AgentStory> {
  const record = await askAgent(connection, rubric.id, agent.key, shown)
  const transcripts = await askAgentTranscripts(connection, {
    rubric: rubric.id, agent: agent.key, choice: shown, timeZone: record.card?.timeZone ?? asked.timeZone, page: asked.page
  })
  const { quality } = asked
  const card = {
    agent: agent.id, rubric: rubric.fingerprint, period: shown.period, periodStart: shown.start,
    rules: quality === null ? record.rules : record.rules.filter(({ rule }) => rubric.rules.get(rule)?.quality === quality)
  }
  // Without a card there are no counts, and so no advice.
  const advice = await readAdvice(connection, card, { rules: [...rubric.rules.values()], sections: rubric.sections })
  const rollups = record.card === null ? null : await readRollups(connection, card)
  return { agent, shown, record, transcripts, quality, rollups, ...advice }
}
