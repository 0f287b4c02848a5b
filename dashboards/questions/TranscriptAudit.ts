import type { Connection } from "../Archive.ts"
import { type AgentAudit, askAudits, type AuditedTranscript, auditedTranscript, scoringRubrics } from "./AuditedTranscript.ts"
import { askNeighbours, type Neighbour } from "./Neighbours.ts"
import { shownRubric, type ShownRubric } from "./ShownRubric.ts"

/** A transcript with what a rubric says of it, and where the reviewer may go from here. */
export interface TranscriptAudit {
  readonly rubric: ShownRubric
  readonly transcript: AuditedTranscript
  readonly audits: ReadonlyArray<AgentAudit>
  /** Fingerprints of the other rubrics that scored it. */
  readonly otherRubrics: ReadonlyArray<string>
  /** Whose list `later` and `earlier` belong to; `null` for the agent no input names. */
  readonly agent: string | null
  readonly later: Neighbour | null
  readonly earlier: Neighbour | null
}

/**
 * What does the rubric asked for, else the latest that scored it, say of this transcript? `agent` names whose transcripts to
 * go through. `null` when there is no such transcript or rubric.
 */
export async function askTranscriptAudit(
  connection: Connection,
  asked: { readonly source: string; readonly id: string; readonly rubric: string | null; readonly agent: string | null }
): Promise<TranscriptAudit | null> {
  const transcript = await auditedTranscript(connection, asked.source, asked.id)
  if (transcript === null) return null
  const scoring = await scoringRubrics(connection, transcript.key)
  const rubric = await shownRubric(connection, asked.rubric ?? scoring[0] ?? null)
  if (rubric === null) return null
  const audits = await askAudits(connection, transcript.key, rubric.id)
  const agent = audits.find(({ id }) => id === asked.agent) ?? audits[0]
  const beside = agent === undefined ? { later: null, earlier: null } : await askNeighbours(connection, { transcript: transcript.key, rubric: rubric.id, agent: agent.key })
  return { rubric, transcript, audits, otherRubrics: scoring.filter((fingerprint) => fingerprint !== rubric.fingerprint), agent: agent?.id ?? null, ...beside }
}
