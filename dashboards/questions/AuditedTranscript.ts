import { sql } from "kysely"
import type { Bearing, OutcomeName, Score, Unsaid } from "../../schemas/Score.ts"
import type { SectionTally } from "../../schemas/Tally.ts"
import type { Agent, Channel, Event, Turn } from "../../schemas/Transcript.ts"
import type { Connection } from "../Archive.ts"

/** A finding as stored; either `turn` … `quote` or `windowFrom` … `expected` are set. */
export interface StoredFinding {
  readonly bearing: Bearing
  readonly turn: number | null
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  readonly windowFrom: number | null
  readonly windowTo: number | null
  readonly nearest: Unsaid["nearest"]
  readonly expected: string | null
  readonly note: string | null
}

export interface StoredScore {
  readonly rule: string
  readonly outcome: OutcomeName
  readonly credit: number | null
  readonly because: string | null
  readonly decidedBy: Score["decidedBy"]
  readonly findings: ReadonlyArray<StoredFinding>
}

/** What the rubric says of one agent of the transcript. */
export interface AgentAudit {
  readonly key: number
  readonly id: string | null
  readonly name: string | null
  readonly points: number | null
  readonly passed: boolean | null
  readonly band: string | null
  readonly criticalBreach: boolean
  readonly sections: ReadonlyArray<SectionTally>
  readonly scores: ReadonlyArray<StoredScore>
}

/** A transcript as it stands now. `startedAt` is epoch milliseconds; `revision` counts from 1. */
export interface AuditedTranscript {
  readonly key: number
  readonly source: string
  readonly id: string
  readonly revision: number
  readonly channel: Channel
  readonly language: string | null
  readonly startedAt: number | null
  readonly customer: string | null
  readonly queue: string | null
  readonly caseId: string | null
  readonly csat: number | null
  readonly contactReason: string | null
  readonly timingProblem: string | null
  readonly turns: ReadonlyArray<Turn>
  readonly events: ReadonlyArray<Event>
  readonly agents: ReadonlyArray<Agent>
  readonly file: string
  readonly line: number
}

/** What was said in this transcript? `null` when there is none of this name. */
export async function auditedTranscript(connection: Connection, source: string, id: string): Promise<AuditedTranscript | null> {
  const { rows } = await sql<AuditedTranscript>`
    select id::float8 as key, source, external_id as id, revision, channel, language, extract(epoch from started_at)::float8 * 1000 as "startedAt",
      customer, queue, case_id as "caseId", csat::float8 as csat, contact_reason as "contactReason", timing_problem as "timingProblem",
      turns, events, agents, origin_file as file, origin_line::float8 as line
    from transcripts where source = ${source} and external_id = ${id}`.execute(connection)
  return rows[0] ?? null
}

/** The fingerprints of the rubrics that scored it, latest used first. */
export async function scoringRubrics(connection: Connection, transcript: number): Promise<ReadonlyArray<string>> {
  const { rows } = await sql<{ readonly fingerprint: string }>`
    select r.fingerprint from (select distinct rubric_id from tallies where transcript_id = ${transcript}) y join rubrics r on r.id = y.rubric_id
    order by (select max(id) from runs where rubric_id = r.id) desc nulls last, r.id desc`.execute(connection)
  return rows.map((row) => row.fingerprint)
}

/** What does this rubric say of it, agent by agent? */
export async function askAudits(connection: Connection, transcript: number, rubric: number): Promise<ReadonlyArray<AgentAudit>> {
  const tallies = await sql<Omit<AgentAudit, "scores">>`
    select a.id as key, a.external_id as id, a.name, y.points::float8 as points, y.passed, y.band, y.critical_breach as "criticalBreach", y.sections
    from tallies y join agents a on a.id = y.agent_id
    where y.transcript_id = ${transcript} and y.rubric_id = ${rubric} order by a.id`.execute(connection)
  const scores = await sql<StoredScore & { readonly key: number }>`
    select s.agent_id as key, u.name as rule, s.outcome, s.credit::float8 as credit, s.because, s.decided_by as "decidedBy",
      coalesce((
        select jsonb_agg(jsonb_build_object('bearing', f.bearing, 'turn', f.turn, 'start', f.span_start, 'end', f.span_end, 'quote', f.quote,
          'windowFrom', f.window_from, 'windowTo', f.window_to, 'nearest', f.nearest, 'expected', f.expected, 'note', f.note) order by f.position)
        from findings f where f.transcript_id = s.transcript_id and f.rubric_id = s.rubric_id and f.agent_id = s.agent_id and f.rule_id = s.rule_id
      ), '[]') as findings
    from scores s join rules u on u.id = s.rule_id
    where s.transcript_id = ${transcript} and s.rubric_id = ${rubric}`.execute(connection)
  return tallies.rows.map((tally) => ({ ...tally, scores: scores.rows.filter((score) => score.key === tally.key) }))
}
