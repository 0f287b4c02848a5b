import type { StoredOpinion } from "../../pipeline/store/ReadOpinions.ts"
import { readTranscript } from "../../pipeline/store/ReadTranscript.ts"
import { scoringRubrics } from "../../pipeline/store/ScoringRubrics.ts"
import { advisoryScore } from "../../schemas/AdvisoryScore.ts"
import type { Score } from "../../schemas/Score.ts"
import type { Tally } from "../../schemas/Tally.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import type { Connection } from "../Archive.ts"
import { askNeighbours, type Neighbour } from "./Neighbours.ts"
import { shownRubric, type ShownRubric } from "./ShownRubric.ts"

/** What the rubric says of one agent of the transcript. */
export interface AgentAudit {
  readonly id: string | null
  readonly name: string | null
  readonly tally: Tally
  readonly scores: ReadonlyArray<Score>
  readonly opinions: ReadonlyArray<HeardOpinion>
}

/** What the judge says of one rule; `evidence` is that of an opinion that does not count: of one that does, the score has it. */
export interface HeardOpinion {
  readonly opinion: StoredOpinion
  readonly evidence: Score | null
}

/** A transcript with what a rubric says of it, and where the reviewer may go from here. */
export interface TranscriptAudit {
  readonly rubric: ShownRubric
  readonly transcript: Transcript
  /** Counts from 1. */
  readonly revision: number
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
  const { id, source } = asked
  const scoring = await scoringRubrics(connection, source, id)
  const rubric = await shownRubric(connection, asked.rubric ?? scoring[0] ?? null)
  const stored = rubric === null ? null : await readTranscript(connection, id, { source, rubric: rubric.fingerprint })
  if (rubric === null || stored === null) return null
  const { opinions, revision, scores, tallies, transcript } = stored
  const audits = tallies.map((tally) => ({
    id: tally.agent,
    name: transcript.agents.find((agent) => agent.id === tally.agent)?.name ?? null,
    tally,
    scores: scores.filter((score) => score.agent === tally.agent),
    opinions: opinions.filter((opinion) => opinion.agent === tally.agent).map((opinion) => ({ opinion, evidence: opinion.counts ? null : advisoryScore(opinion) }))
  }))
  const agent = audits.find((audit) => audit.id === asked.agent) ?? audits[0]
  const beside = agent === undefined ? { later: null, earlier: null } : await askNeighbours(connection, { source, id, rubric: rubric.id, agent: agent.id })
  return { rubric, transcript, revision, audits, otherRubrics: scoring.filter((fingerprint) => fingerprint !== rubric.fingerprint), agent: agent?.id ?? null, ...beside }
}
