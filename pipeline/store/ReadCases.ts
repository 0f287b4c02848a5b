import { type Kysely, sql } from "kysely"
import type { PromiseStatus } from "../../scorers/promises/PromiseKeeping.ts"
import type { Tables } from "./Tables.ts"

/** A day (or, in rolling mode, a stretch) in which feedback was due on a complaint. */
export interface StoredFeedback {
  readonly day: string
  readonly met: boolean
  readonly agent: string | null
  /** Transcript it was given in. */
  readonly transcript: string | null
}

/** A promise and what became of it. Times are ISO 8601. */
export interface StoredPromise {
  readonly what: string
  readonly quote: string
  readonly agent: string | null
  readonly transcript: string
  readonly turn: number
  readonly madeAt: string | null
  readonly dueAt: string | null
  readonly status: PromiseStatus
  readonly because: string | null
  /** The contact that kept it, or the first that came too late. */
  readonly by: { readonly transcript: string; readonly turn: number | null; readonly at: string } | null
  /** The customer's words about waiting in vain. */
  readonly chased: { readonly transcript: string; readonly turn: number; readonly quote: string } | null
}

/** A case as the rubric that judged it last sees it. Times are ISO 8601. */
export interface StoredCase {
  readonly case: string
  readonly customer: string | null
  readonly owner: string | null
  readonly ownerName: string | null
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly lastContactAt: string
  readonly lastFeedbackAt: string | null
  readonly longestGapHours: number | null
  readonly silentDays: number
  readonly abandoned: { readonly from: string; readonly until: string; readonly days: number } | null
  readonly timeZone: string
  readonly knownUntil: string
  readonly transcripts: ReadonlyArray<string>
  readonly feedback: ReadonlyArray<StoredFeedback>
  readonly promises: ReadonlyArray<StoredPromise>
}

/**
 * Cases under a rubric (fingerprint): those that need somebody (an open complaint, a missed day, a promise that is not kept), or `all`. Open
 * complaints first, the longest silence before the others.
 */
export async function readCases(kysely: Kysely<Tables>, rubric: string, { all }: { readonly all: boolean }): Promise<ReadonlyArray<StoredCase>> {
  const { rows } = await sql<StoredCase>`
    select c.name as case, c.customer, a.external_id as owner, a.name as "ownerName", ${iso("c.opened_at")} as "openedAt",
      ${iso("c.closed_at")} as "closedAt", ${iso("c.last_contact_at")} as "lastContactAt",
      ${iso("c.last_feedback_at")} as "lastFeedbackAt", c.longest_gap_hours as "longestGapHours", c.silent_days as "silentDays",
      case when c.abandoned_days is not null
        then json_build_object('from', c.abandoned_from, 'until', c.abandoned_until, 'days', c.abandoned_days) end as abandoned,
      c.time_zone as "timeZone", ${iso("c.known_until")} as "knownUntil",
      (select json_agg(t.external_id order by t.started_at, t.external_id) from case_transcripts m join transcripts t on t.id = m.transcript_id
        where m.case_id = c.id) as transcripts,
      (select coalesce(json_agg(json_build_object('day', d.day, 'met', d.met, 'agent', g.external_id, 'transcript', t.external_id) order by d.position), '[]')
        from feedback_due d left join agents g on g.id = d.agent_id left join transcripts t on t.id = d.transcript_id where d.case_id = c.id) as feedback,
      (select coalesce(json_agg(json_build_object('what', p.what, 'quote', p.quote, 'agent', g.external_id, 'transcript', t.external_id, 'turn', p.turn,
          'madeAt', ${iso("p.made_at")}, 'dueAt', ${iso("p.due_at")}, 'status', p.status, 'because', p.because,
          'by', case when b.id is not null then json_build_object('transcript', b.external_id, 'turn', p.by_turn, 'at', ${iso("p.by_at")}) end,
          'chased', case when s.id is not null then json_build_object('transcript', s.external_id, 'turn', p.chased_turn, 'quote', p.chased_quote) end)
          order by p.position), '[]')
        from promises p join transcripts t on t.id = p.transcript_id left join agents g on g.id = p.agent_id
          left join transcripts b on b.id = p.by_transcript_id left join transcripts s on s.id = p.chased_transcript_id where p.case_id = c.id) as promises
    from cases c join rubrics r on r.id = c.rubric_id left join agents a on a.id = c.owner_id
    where r.fingerprint = ${rubric} ${all
    ? sql``
    : sql`and (c.opened_at is not null and c.closed_at is null or exists (select from feedback_due d where d.case_id = c.id and not d.met)
      or exists (select from promises p where p.case_id = c.id and p.status in ('broken', 'overdue', 'open')))`}
    order by (c.opened_at is not null and c.closed_at is null) desc, c.silent_days desc, c.last_contact_at, c.name collate "C"`.execute(kysely)
  return rows
}

/** An instant column as ISO 8601 in UTC. */
function iso(column: "c.opened_at" | "c.closed_at" | "c.last_contact_at" | "c.last_feedback_at" | "c.known_until" | "p.made_at" | "p.due_at" | "p.by_at") {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
