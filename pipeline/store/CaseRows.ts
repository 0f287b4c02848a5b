import type { PoolClient } from "pg"
import type { CaseVerdict } from "../../scorers/cases/CaseJudge.ts"
import { CaseCalendar } from "../../scorers/cases/CaseCalendar.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import type { LoadedSeeds } from "./CaseSeeds.ts"
import type { Run } from "./Run.ts"
import { storableJson } from "./StorableJson.ts"
import { storableText } from "../StorableText.ts"

type Keys = ReadonlyMap<Transcript, string>

/** Replaces what this rubric said of the cases that belong to `loaded`. `ids`: keys of the transcripts in the database. */
export async function writeCases(client: PoolClient, run: Run, { seeds }: LoadedSeeds, verdicts: ReadonlyArray<CaseVerdict>, ids: Keys, horizon: number): Promise<void> {
  await client.query(
    `delete from cases c where c.rubric_id = $1 and (c.key = any($2) or (c.customer = any($3) and c.key like 'customer:%')
      or (c.key like 'transcript:%' and exists (select from case_transcripts m where m.case_id = c.id and m.transcript_id = any($4::bigint[]))))`,
    [run.rubricId, verdicts.map(({ key }) => storableText(key)).concat(seeds.caseIds.map((id) => `case:${id}`)), seeds.customers, seeds.transcripts]
  )
  const { rows } = await client.query<{ id: string; key: string }>(
    `insert into cases (rubric_id, key, name, customer, time_zone, complaints, opened_at, closed_at, owner_id, first_contact_at, last_contact_at,
      last_feedback_at, longest_gap_hours, silent_days, abandoned_from, abandoned_until, abandoned_days, known_until, run_id)
    select $1, x.key, x.name, x.customer, x.time_zone, x.complaints, x.opened_at, x.closed_at, x.owner_id, x.first_contact_at, x.last_contact_at,
      x.last_feedback_at, x.longest_gap_hours, x.silent_days, x.abandoned_from, x.abandoned_until, x.abandoned_days, $3, $4
    from jsonb_to_recordset($2::jsonb) as x (key text, name text, customer text, time_zone text, complaints jsonb, opened_at timestamptz,
      closed_at timestamptz, owner_id integer, first_contact_at timestamptz, last_contact_at timestamptz, last_feedback_at timestamptz,
      longest_gap_hours real, silent_days integer, abandoned_from date, abandoned_until date, abandoned_days integer)
    returning id, key`,
    [run.rubricId, storableJson(verdicts.map((verdict) => caseRow(run, verdict))), new Date(horizon), run.id]
  )
  const caseIds = new Map(rows.map(({ id, key }) => [key, id]))
  const all = <A>(rowsOf: (verdict: CaseVerdict, caseId: string) => ReadonlyArray<A>) =>
    storableJson(verdicts.flatMap((verdict) => rowsOf(verdict, caseIds.get(storableText(verdict.key))!)))
  await client.query(
    `insert into case_transcripts select * from jsonb_to_recordset($1::jsonb) as x (case_id bigint, transcript_id bigint)`,
    [all(({ transcripts }, case_id) => transcripts.map((transcript) => ({ case_id, transcript_id: ids.get(transcript)! })))]
  )
  await client.query(
    `insert into feedback_due select * from jsonb_to_recordset($1::jsonb) as x (case_id bigint, position integer, rule_id integer, day date,
      from_at timestamptz, until_at timestamptz, agent_id integer, met boolean, transcript_id bigint, turn integer)`,
    [all((verdict, caseId) => feedbackRows(run, verdict, caseId, ids))]
  )
  await client.query(
    `insert into promises select * from jsonb_to_recordset($1::jsonb) as x (case_id bigint, position integer, rule_id integer, transcript_id bigint,
      turn integer, span_start integer, span_end integer, quote text, agent_id integer, what text, made_at timestamptz, due_at timestamptz,
      due_day date, status promise_status, because text, by_transcript_id bigint, by_turn integer, by_at timestamptz,
      chased_transcript_id bigint, chased_turn integer, chased_quote text)`,
    [all((verdict, caseId) => promiseRows(run, verdict, caseId, ids))]
  )
}

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

const agentId = (run: Run, agent: string | null): number | null => (agent === null ? null : run.agents.get(storableText(agent))!.id)

const caseRow = (run: Run, verdict: CaseVerdict) => {
  const complaint = verdict.complaints.at(-1)
  return {
    key: verdict.key,
    name: verdict.name,
    customer: verdict.customer,
    time_zone: verdict.zone,
    complaints: verdict.complaints,
    opened_at: instant(complaint?.openedAt ?? null),
    closed_at: instant(complaint?.closedAt ?? null),
    owner_id: agentId(run, verdict.owner),
    first_contact_at: instant(verdict.transcripts[0]!.startedAt),
    last_contact_at: instant(verdict.lastContactAt),
    last_feedback_at: instant(verdict.lastFeedbackAt),
    longest_gap_hours: verdict.longestGapHours,
    silent_days: verdict.silentDays,
    abandoned_from: verdict.abandoned?.from ?? null,
    abandoned_until: verdict.abandoned?.until ?? null,
    abandoned_days: verdict.abandoned?.days ?? null
  }
}

const feedbackRows = (run: Run, { due, feedbackRule }: CaseVerdict, case_id: string, ids: Keys) =>
  due.map(({ agent, by, date, from, met, until }, position) => ({
    case_id,
    position,
    rule_id: run.ruleIds.get(feedbackRule!)!,
    day: date,
    from_at: instant(from),
    until_at: instant(until),
    agent_id: agentId(run, agent),
    met,
    transcript_id: by === null ? null : ids.get(by.transcript)!,
    turn: by?.reply?.turn ?? null
  }))

const promiseRows = (run: Run, { promiseRule, promises, zone }: CaseVerdict, case_id: string, ids: Keys) => {
  const calendar = new CaseCalendar(zone, noHours)
  return promises.map((promise, position) => ({
    case_id,
    position,
    rule_id: run.ruleIds.get(promiseRule!)!,
    transcript_id: ids.get(promise.transcript)!,
    turn: promise.quote.turn,
    span_start: promise.quote.start,
    span_end: promise.quote.end,
    quote: promise.quote.quote,
    agent_id: agentId(run, promise.agent),
    what: promise.what,
    made_at: instant(promise.madeAt),
    due_at: instant(promise.dueAt),
    // “Tomorrow” ends with midnight, which is no longer tomorrow.
    due_day: promise.dueAt === null ? null : calendar.date(calendar.day(promise.dueAt - 1)),
    status: promise.status,
    because: promise.because,
    by_transcript_id: promise.by === null ? null : ids.get(promise.by.transcript)!,
    by_turn: promise.by?.reply?.turn ?? null,
    by_at: instant(promise.by?.reply?.at ?? promise.by?.from ?? null),
    chased_transcript_id: promise.chased === null ? null : ids.get(promise.chased.transcript)!,
    chased_turn: promise.chased?.turn ?? null,
    chased_quote: promise.chased?.quote ?? null
  }))
}

const noHours = { week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, exceptions: {} }
