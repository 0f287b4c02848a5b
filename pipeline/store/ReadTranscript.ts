import { Data } from "effect"
import { type Kysely, type Selectable, sql } from "kysely"
import type { Judged } from "../../schemas/Judged.ts"
import type { Rubric } from "../../schemas/Rubric.ts"
import type { Finding, Outcome, Score } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { readOpinions, type StoredOpinion } from "./ReadOpinions.ts"
import type { Tables } from "./Tables.ts"

/** A transcript as it stands, with what the rubric says of it; without a rubric nobody has scored it yet. */
export interface StoredTranscript extends Judged {
  readonly revision: number
  readonly rubric: Rubric | null
  /** Of the judge, in the order of the scores; none where it was not asked. */
  readonly opinions: ReadonlyArray<StoredOpinion>
}

/** Several sources have a transcript of this id. */
export class AmbiguousTranscript extends Data.TaggedError("AmbiguousTranscript")<{
  readonly id: string
  readonly sources: ReadonlyArray<string>
}> {
  override get message() {
    return `several sources have a transcript ${this.id}: ${this.sources.join(", ")}; name one of them`
  }
}

/**
 * Reads one transcript; `null` if there is none. `rubric` is a fingerprint, the one that scored it last if left out.
 * Rejects with `AmbiguousTranscript` where `source` is needed. Scores come in the order of the rubric, agent by agent.
 */
export async function readTranscript(
  kysely: Kysely<Tables>,
  id: string,
  { rubric: fingerprint, source }: { readonly source?: string; readonly rubric?: string } = {}
): Promise<StoredTranscript | null> {
  let query = kysely.selectFrom("transcripts").selectAll().where("external_id", "=", id).orderBy("source").limit(20)
  if (source !== undefined) query = query.where("source", "=", source)
  const [row, ...others] = await query.execute()
  if (row === undefined) return null
  if (others.length > 0) throw new AmbiguousTranscript({ id, sources: [row, ...others].map((each) => each.source) })
  // The definition is that of the rubric files; the fingerprint is made of them, not part of them.
  const rubric = await kysely.selectFrom("tallies").innerJoin("rubrics", "rubrics.id", "tallies.rubric_id")
    .select(["rubrics.id", "rubrics.definition", "rubrics.fingerprint"]).where("tallies.transcript_id", "=", row.id)
    .$if(fingerprint !== undefined, (narrowed) => narrowed.where("rubrics.fingerprint", "=", fingerprint!))
    .orderBy("tallies.run_id", "desc").orderBy("rubrics.id", "desc").limit(1).executeTakeFirst()
  const judgement = rubric === undefined
    ? { scores: [], tallies: [], opinions: [] }
    : { scores: await readScores(kysely, row.id, rubric.id), tallies: await readTallies(kysely, row.id, rubric.id), opinions: await readOpinions(kysely, row.id, rubric.id) }
  return { transcript: storedTranscript(row), revision: row.revision, rubric: rubric === undefined ? null : { ...rubric.definition, fingerprint: rubric.fingerprint }, ...judgement }
}

async function readScores(kysely: Kysely<Tables>, transcriptId: string, rubricId: number): Promise<ReadonlyArray<Score>> {
  const rows = await kysely.selectFrom("scores as s").innerJoin("agents as a", "a.id", "s.agent_id")
    .innerJoin("rules as u", "u.id", "s.rule_id")
    .innerJoin("rubric_rules as q", (join) => join.onRef("q.rubric_id", "=", "s.rubric_id").onRef("q.rule_id", "=", "s.rule_id"))
    .select(["s.agent_id", "s.rule_id", "a.external_id", "u.name", "s.outcome", "s.credit", "s.because", "s.decided_by"])
    .where("s.transcript_id", "=", transcriptId).where("s.rubric_id", "=", rubricId)
    .orderBy(sql`a.external_id collate "C" nulls last`).orderBy("q.position").execute()
  const findings = new Map<string, Array<Finding>>()
  for (
    const finding of await kysely.selectFrom("findings").selectAll()
      .where("transcript_id", "=", transcriptId).where("rubric_id", "=", rubricId).orderBy("position").execute()
  ) {
    const key = `${finding.agent_id} ${finding.rule_id}`
    const before = findings.get(key)
    if (before === undefined) findings.set(key, [found(finding)])
    else before.push(found(finding))
  }
  return rows.map((row) => ({
    rule: row.name,
    agent: row.external_id,
    outcome: outcome(row),
    findings: findings.get(`${row.agent_id} ${row.rule_id}`) ?? [],
    decidedBy: row.decided_by
  }))
}

async function readTallies(kysely: Kysely<Tables>, transcriptId: string, rubricId: number): Promise<StoredTranscript["tallies"]> {
  const rows = await kysely.selectFrom("tallies as y").innerJoin("agents as a", "a.id", "y.agent_id").selectAll("y").select("a.external_id")
    .where("y.transcript_id", "=", transcriptId).where("y.rubric_id", "=", rubricId)
    .orderBy(sql`a.external_id collate "C" nulls last`).execute()
  return rows.map((row) => ({
    agent: row.external_id,
    points: row.points,
    passed: row.passed,
    band: row.band,
    criticalBreach: row.critical_breach,
    sections: row.sections
  }))
}

function outcome(row: Pick<Selectable<Tables["scores"]>, "outcome" | "credit" | "because">): Outcome {
  switch (row.outcome) {
    case "Met":
      return { _tag: "Met", credit: 1 }
    case "Partly":
      return { _tag: "Partly", credit: row.credit! }
    case "Breached":
      return { _tag: "Breached", credit: 0 }
    default:
      return { _tag: row.outcome, because: row.because! }
  }
}

function found(row: Selectable<Tables["findings"]>): Finding {
  const { bearing, note } = row
  return row.turn === null
    ? { _tag: "Unsaid", bearing, window: { from: row.window_from!, to: row.window_to! }, nearest: row.nearest, expected: row.expected!, note }
    : { _tag: "Said", bearing, turn: row.turn, start: row.span_start!, end: row.span_end!, quote: row.quote!, note }
}

/** A row of the table `transcripts`. */
export type StoredRow = Selectable<Tables["transcripts"]>

export function storedTranscript(row: StoredRow): Transcript {
  return {
    source: row.source,
    id: row.external_id,
    channel: row.channel,
    language: row.language,
    agents: row.agents,
    customer: row.customer,
    queue: row.queue,
    caseId: row.case_id,
    csat: row.csat,
    contactReason: row.contact_reason,
    startedAt: row.started_at?.getTime() ?? null,
    timingProblem: row.timing_problem,
    turns: row.turns,
    events: row.events,
    origin: { file: row.origin_file, line: Number(row.origin_line) }
  }
}
