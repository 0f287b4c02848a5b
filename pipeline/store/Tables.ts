import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely"
import type { JudgeLabel, OpinionState } from "../../schemas/Opinion.ts"
import type { Indicator, Quality, Rubric, Words } from "../../schemas/Rubric.ts"
import type { Segment } from "../../schemas/Rollups.ts"
import type { Finding, OutcomeName, Said, Score, Unsaid } from "../../schemas/Score.ts"
import type { Period, SectionCount } from "../../schemas/Scorecard.ts"
import type { SectionTally } from "../../schemas/Tally.ts"
import type { Agent, Channel, Event, Role, Turn } from "../../schemas/Transcript.ts"
import type { ContactReason, Medium, SalePhase, Script } from "../../scorers/contacts/ContactTraits.ts"
import type { Answer } from "../../scorers/judge/Answers.ts"

/** The tables and views of the database, column by column as pg reads and writes them. */
export interface Tables {
  rubrics: {
    id: GeneratedAlways<number>
    fingerprint: string
    name: string
    definition: Json<Rubric>
    first_used_at: Time
  }
  rules: { id: GeneratedAlways<number>; name: string }
  rubric_rules: {
    rubric_id: number
    rule_id: number
    position: number
    section: string
    section_title: Json<Words>
    title: Json<Words>
    why: Json<Words>
    instead: Json<Words>
    weight: number
    critical: "section" | "contact" | null
    bonus: boolean
    quality: Generated<Quality | null>
    indicator: Generated<Indicator | null>
  }
  agents: { id: GeneratedAlways<number>; external_id: string | null; name: string | null }
  runs: {
    id: GeneratedAlways<string>
    command: string
    rubric_id: number
    status: Generated<"running" | "finished" | "stopped">
    started_at: Time
    finished_at: Time | null
    transcripts_read: GeneratedInt8
    transcripts_new: GeneratedInt8
    transcripts_changed: GeneratedInt8
    transcripts_rescored: GeneratedInt8
    transcripts_unchanged: GeneratedInt8
    set_aside: GeneratedInt8
    message: string | null
    carded: Generated<boolean>
    cased: Generated<boolean>
  }
  transcripts: {
    id: GeneratedInt8
    source: string
    external_id: string
    revision: Generated<number>
    digest: string
    channel: Channel
    language: string | null
    started_at: Time | null
    customer: string | null
    queue: string | null
    case_id: string | null
    csat: number | null
    contact_reason: string | null
    timing_problem: string | null
    turn_count: number
    turns: Json<ReadonlyArray<Turn>>
    events: Json<ReadonlyArray<Event>>
    agents: Json<ReadonlyArray<Agent>>
    origin_file: string
    origin_line: Int8
    run_id: Int8
    reason: Generated<ContactReason | null>
    reason_from: Generated<"input" | "words" | null>
    phase: Generated<SalePhase | null>
    medium: Generated<Medium | null>
    script: Generated<Script | null>
    agent_turns: Generated<number | null>
    customer_turns: Generated<number | null>
    bot_turns: Generated<number | null>
  }
  superseded_transcripts: {
    transcript_id: Int8
    revision: number
    digest: string
    started_at: Time | null
    details: Json<Readonly<Record<string, unknown>>>
    turns: Json<ReadonlyArray<Turn>>
    scores: Json<ReadonlyArray<SupersededScore>>
    tallies: Json<ReadonlyArray<SupersededTally>>
    opinions: ColumnType<ReadonlyArray<SupersededOpinion>, string | undefined, string>
    superseded_by: Int8
    superseded_at: Time
  }
  scores: {
    transcript_id: Int8
    rubric_id: number
    agent_id: number
    rule_id: number
    outcome: OutcomeName
    credit: number | null
    because: string | null
    decided_by: Score["decidedBy"]
  }
  findings: {
    transcript_id: Int8
    rubric_id: number
    agent_id: number
    rule_id: number
    position: number
    bearing: Said["bearing"]
    turn: number | null
    span_start: number | null
    span_end: number | null
    quote: string | null
    window_from: number | null
    window_to: number | null
    nearest: Json<NonNullable<Unsaid["nearest"]>> | null
    expected: string | null
    note: string | null
  }
  tallies: {
    transcript_id: Int8
    rubric_id: number
    agent_id: number
    points: number | null
    passed: boolean | null
    band: string | null
    critical_breach: boolean
    sections: Json<ReadonlyArray<SectionTally>>
    run_id: Int8
  }
  scorecards: {
    agent_id: number
    rubric_id: number
    period: Period
    period_start: Day
    time_zone: string
    transcripts: number
    scored: number
    points: number | null
    points_low: number | null
    points_high: number | null
    points_spread: number | null
    passed: number
    critical_breaches: number
    band: string | null
    sections: Json<ReadonlyArray<SectionCount>>
    updated_at: Time
  }
  scorecard_rules: {
    agent_id: number
    rubric_id: number
    period: Period
    period_start: Day
    rule_id: number
    applicable: number
    met: number
    partly: number
    breached: number
    not_applicable: number
    unscored: number
    estimate: number | null
    estimate_low: number | null
    estimate_high: number | null
  }
  set_asides: {
    id: GeneratedAlways<string>
    digest: string
    file: string
    line: Int8
    transcript: string | null
    reason: string
    excerpt: string
    first_run_id: Int8
    last_run_id: Int8
    resolved_at: Time | null
  }
  inputs: { digest: string; rubric_id: number; file: string; run_id: Int8; read_at: Time }
  judge_calls: {
    id: GeneratedAlways<string>
    run_id: Int8
    mode: "live" | "batch"
    request: Json<object>
    state: CallState
    response: string | null
    detail: string | null
    model: string | null
    prompt_tokens: number | null
    completion_tokens: number | null
    cached_tokens: number | null
    created_at: ColumnType<Date, Date | string | undefined, Date | string>
  }
  judge_answers: {
    key: string
    call_id: Int8
    rule_id: number
    question_version: string
    reversed: boolean
    state: CallState
    fault: string | null
    label: JudgeLabel | null
    evidence: Json<Pick<Answer, "quotes" | "searched">> | null
    note: string | null
  }
  judge_inquiries: { key: string; custom_id: string; rule_id: number; question_version: string; reversed: boolean; canary: string }
  judge_batches: {
    id: GeneratedAlways<string>
    name: string
    endpoint: string
    model: string
    status: Generated<"planned" | "uploaded" | "submitted" | "completed" | "expired" | "cancelled" | "failed">
    requests: number
    file_id: string | null
    batch_id: string | null
    output_file_id: string | null
    error_file_id: string | null
    problem: string | null
    planned_at: ColumnType<Date, Date | string | undefined, Date | string>
    submitted_at: Time | null
    ended_at: Time | null
    collected_at: Time | null
    tidied_at: Time | null
  }
  judge_batch_requests: {
    batch_id: Int8
    line: number
    custom_id: string
    state: Generated<"open" | "collected" | "returned">
    request: Json<object> | null
    detail: string | null
  }
  opinions: {
    transcript_id: Int8
    rubric_id: number
    agent_id: number
    rule_id: number
    state: Generated<OpinionState>
    outcome: OutcomeName | null
    findings: Json<ReadonlyArray<Finding>>
    note: string | null
    because: string | null
    question_version: string
    model: string
    counts: Generated<boolean>
    displaced: Json<Displaced> | null
    run_id: Int8
    updated_at: ColumnType<Date, Date | string | undefined, Date | string>
  }
  calibrations: {
    id: GeneratedAlways<string>
    rule_id: number
    question_version: string
    model: string
    n: number
    kappa: number | null
    kappa_low: number | null
    kappa_high: number | null
    human_kappa: number | null
    stability: number | null
    trusted: boolean
    because: string
    computed_at: ColumnType<Date, Date | string | undefined, Date | string>
  }

  agent_scorecards: View<{
    agent: string | null
    agent_name: string | null
    period: Period
    period_start: Date | null
    time_zone: string
    transcripts: number
    scored: number
    points: number | null
    points_low: number | null
    points_high: number | null
    points_spread: number | null
    band: string | null
    passed: number
    critical_breaches: number
    sections: ReadonlyArray<SectionCount>
    rubric: string
    updated_at: Date
  }>
  agent_rules: View<{
    agent: string | null
    agent_name: string | null
    period: Period
    period_start: Date | null
    rule: string
    section: string
    title: Words
    applicable: number
    met: number
    partly: number
    breached: number
    not_applicable: number
    unscored: number
    estimate: number | null
    estimate_low: number | null
    estimate_high: number | null
    rubric: string
  }>
  transcript_scores: View<{
    source: string
    transcript: string
    agent: string | null
    agent_name: string | null
    channel: Channel
    started_at: Date | null
    rule: string
    outcome: OutcomeName
    credit: number | null
    because: string | null
    decided_by: Score["decidedBy"]
    rubric: string
  }>
  transcript_points: View<{
    source: string
    transcript: string
    agent: string | null
    agent_name: string | null
    channel: Channel
    started_at: Date | null
    points: number | null
    passed: boolean | null
    band: string | null
    critical_breach: boolean
    sections: ReadonlyArray<SectionTally>
    rubric: string
  }>
  open_findings: View<{
    source: string
    transcript: string
    agent: string | null
    agent_name: string | null
    started_at: Date | null
    rule: string
    outcome: OutcomeName
    bearing: Said["bearing"]
    turn: number | null
    span_start: number | null
    span_end: number | null
    quote: string | null
    window_from: number | null
    window_to: number | null
    nearest: Unsaid["nearest"]
    expected: string | null
    note: string | null
    instead: Words
    rubric: string
  }>
  judge_trust: View<{
    rule: string
    question_version: string
    model: string
    trusted: boolean
    because: string
    n: number
    kappa: number | null
    kappa_low: number | null
    kappa_high: number | null
    human_kappa: number | null
    stability: number | null
    computed_at: Date
  }>
  transcript_opinions: View<{
    source: string
    transcript: string
    agent: string | null
    agent_name: string | null
    started_at: Date | null
    rule: string
    state: OpinionState
    outcome: OutcomeName | null
    counts: boolean
    findings: ReadonlyArray<Finding>
    note: string | null
    because: string | null
    question_version: string
    model: string
    rubric: string
    updated_at: Date
  }>
  open_reviews: View<{
    source: string
    transcript: string
    agent: string | null
    agent_name: string | null
    started_at: Date | null
    rule: string
    title: Words
    because: string
    findings: ReadonlyArray<Finding>
    note: string | null
    model: string
    rubric: string
    updated_at: Date
  }>
  agent_opinions: View<{
    agent: string | null
    agent_name: string | null
    rule: string
    title: Words
    opinions: string
    counting: string
    advisory: string
    review: string
    pending: string
    failed: string
    met: string
    partly: string
    breached: string
    not_applicable: string
    rubric: string
  }>
  agent_indicators: View<OfAgent & Shares & { indicator: Indicator }>
  agent_qualities: View<OfAgent & Shares & { quality: Quality }>
  agent_segments: View<OfAgent & { segment: Segment; value: string; scored: string; points: number; spread: number | null }>
  agent_contacts: View<OfAgent & { kind: "reason" | "phase" | "medium"; value: string; transcripts: string; told: string }>
  agent_turns: View<OfAgent & { transcripts: string; agent_turns: string; customer_turns: string; bot_turns: string; bot_transcripts: string }>
  agent_expectations: View<OfAgent & { answers: string; csat: number; points: number; gap: number; gap_spread: number | null; scales: string }>
  agent_consistency: View<
    OfAgent & { scored: number; points: number | null; spread: number | null; weeks: string; lowest_week: number | null; highest_week: number | null; week_spread: number | null }
  >
  agent_case_rules: View<OfAgent & { rule: string; applicable: string; met: string; breached: string }>
  csat_scales: View<{ source: string; low: number; high: number; answers: string }>
  turns: View<{
    source: string
    transcript: string
    turn: string
    role: Role
    agent: string | null
    start_ms: number | null
    end_ms: number | null
    text: string
  }>
}

/** What views of one agent × one period × one rubric have in common. */
interface OfAgent {
  agent: string | null
  agent_name: string | null
  period: Period
  period_start: Date | null
  rubric: string
}

interface Shares {
  transcripts: string
  applicable: string
  met: string
  partly: string
  breached: string
  share: number
}

/** How a request to the language model ended. `unreadable`: text came back, but not what was asked for. */
export type CallState = "answered" | "unreadable" | "refused" | "truncated" | "filtered" | "rejected" | "unreachable"

/** What a rule said before the judge's outcome took its place. */
export interface Displaced {
  readonly because: string
  readonly findings: ReadonlyArray<Finding>
}

/** What the judge said of an earlier version of a transcript, by public names: `rubric` is a fingerprint. */
export interface SupersededOpinion {
  readonly rubric: string
  readonly agent: string | null
  readonly rule: string
  readonly state: OpinionState
  readonly outcome: OutcomeName | null
  readonly findings: ReadonlyArray<Finding>
  readonly note: string | null
  readonly because: string | null
  readonly questionVersion: string
  readonly model: string
  readonly counts: boolean
}

/** A score of an earlier version of a transcript, by public names: `rubric` is a fingerprint. */
export interface SupersededScore {
  readonly rubric: string
  readonly agent: string | null
  readonly rule: string
  readonly outcome: OutcomeName
  readonly credit: number | null
  readonly because: string | null
  readonly decidedBy: Score["decidedBy"]
  readonly findings: ReadonlyArray<Said | Unsaid>
}

/** A tally of an earlier version of a transcript. */
export interface SupersededTally {
  readonly rubric: string
  readonly agent: string | null
  readonly points: number | null
  readonly passed: boolean | null
  readonly band: string | null
  readonly criticalBreach: boolean
  readonly sections: ReadonlyArray<SectionTally>
}

/** pg reads a bigint as decimal digits, because a number could not hold them all. */
type Int8 = ColumnType<string, string | number | bigint, string | number | bigint>
type GeneratedInt8 = ColumnType<string, string | number | bigint | undefined, string | number | bigint>
type Time = ColumnType<Date, Date | string, Date | string>
/** pg reads a date as local midnight, which is a trap: select it as text (`period_start::text`). */
type Day = ColumnType<Date | number, string, string>
type Json<T extends object> = JSONColumnType<T, string, string>
type View<T> = { [K in keyof T]: ColumnType<T[K], never, never> }
