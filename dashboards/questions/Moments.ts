import { sql } from "kysely"
import type { Bearing, OutcomeName, Unsaid } from "../../schemas/Score.ts"
import type { Role } from "../../schemas/Transcript.ts"
import type { Connection } from "../Archive.ts"
import type { PeriodChoice } from "./ShownPeriod.ts"
import { withinPeriod } from "./WithinPeriod.ts"

/**
 * A finding with the words around it. Said: `turn` … `quote` are set, and `text` is the whole turn. Unsaid: `windowFrom` …
 * are set, and `text` is the turn of the nearest candidate. `before` is the turn before. `startedAt` is epoch milliseconds.
 */
export interface Moment {
  readonly rule: string
  readonly source: string
  readonly transcript: string
  readonly startedAt: number | null
  readonly outcome: OutcomeName
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
  readonly text: string | null
  readonly before: { readonly role: Role; readonly text: string } | null
}

/** Evidence is looked for in so many of the newest transcripts: a coach talks of what is fresh, and years of it would take long to go through. */
const newest = 2000

/**
 * Evidence for (or against) an agent under each of these rules: of each transcript one finding, the longest quote of praise and the
 * first of blame; costliest transcripts first, then newest; `most` a rule.
 */
export async function askMoments(
  connection: Connection,
  asked: {
    readonly rubric: number
    readonly agent: number
    readonly choice: PeriodChoice
    readonly timeZone: string
    readonly rules: ReadonlyArray<string>
    readonly speaking: "for" | "against"
    readonly most: number
  }
): Promise<ReadonlyArray<Moment>> {
  const costing = asked.speaking === "against"
  const { rows } = await sql<Moment>`
    with recent as materialized (
      select t.id, t.started_at
      from tallies y join transcripts t on t.id = y.transcript_id
      where y.agent_id = ${asked.agent} and y.rubric_id = ${asked.rubric} and ${withinPeriod(asked.choice, asked.timeZone)}
      order by t.started_at desc nulls last, t.id desc limit ${newest}
    )
    select u.name as rule, m.*
    from rules u cross join lateral (
      select t.source, t.external_id as transcript, extract(epoch from t.started_at)::float8 * 1000 as "startedAt", s.outcome,
        f.bearing, f.turn, f.span_start as start, f.span_end as end, f.quote, f.window_from as "windowFrom", f.window_to as "windowTo",
        f.nearest, f.expected, f.note, t.turns -> p.turn ->> 'text' as text,
        case when p.turn > 0 then jsonb_build_object('role', t.turns -> (p.turn - 1) -> 'role', 'text', t.turns -> (p.turn - 1) -> 'text') end as before
      from recent y
        join transcripts t on t.id = y.id
        join scores s on s.transcript_id = y.id and s.rubric_id = ${asked.rubric} and s.agent_id = ${asked.agent} and s.rule_id = u.id
        cross join lateral (
          select * from findings f
          where f.transcript_id = s.transcript_id and f.rubric_id = s.rubric_id and f.agent_id = s.agent_id and f.rule_id = s.rule_id
            and f.bearing = ${asked.speaking}::bearing and (${costing} or f.turn is not null)
          order by f.turn is null, case when ${costing} then 0 else -length(f.quote) end, f.position limit 1
        ) f
        cross join lateral (select coalesce(f.turn, (f.nearest ->> 'turn')::integer) as turn) p
      where s.outcome = any(${costing ? ["Breached", "Partly"] : ["Met"]}::outcome[])
      order by s.credit, t.started_at desc nulls last, t.id desc
      limit ${asked.most}
    ) m
    where u.name = any(${asked.rules}::text[])`.execute(connection)
  return rows
}
