import { type Kysely, sql } from "kysely"
import type { Finding, OutcomeName } from "../../schemas/Score.ts"
import type { Scorecard } from "../../schemas/Scorecard.ts"
import type { Role } from "../../schemas/Transcript.ts"
import type { Tables } from "./Tables.ts"
import { withinPeriod } from "./WithinPeriod.ts"

/**
 * A finding with the words around it: `text` is the whole turn it stands in (of the nearest candidate, for something unsaid; `null`
 * where nothing came near). `before` is the turn before something said; of something unsaid, the words that called for it, marked
 * from `start` to `end`. `startedAt` is epoch milliseconds. A nearest candidate that is not even
 * half alike is left out: it tells a coach nothing, and a reviewer finds it in the transcript.
 */
export interface Moment {
  readonly rule: string
  readonly source: string
  readonly transcript: string
  readonly startedAt: number | null
  readonly outcome: OutcomeName
  readonly finding: Finding
  readonly text: string | null
  readonly before: { readonly role: Role; readonly text: string; readonly start: number; readonly end: number } | null
}

const telling = 0.5

/** Evidence is looked for in so many of the newest transcripts: a coach talks of what is fresh, and years of it would take long to go through. */
const newest = 2000

/**
 * Evidence for (or against) the agent of a card under each of `rules` (ids): of each transcript one finding, the longest quote of
 * praise (a measured turn, such as one that came in time, says nothing for its words) and the first of blame; costliest transcripts first, then newest; `most` a rule.
 */
export async function readMoments(
  kysely: Kysely<Tables>,
  card: Pick<Scorecard, "agent" | "rubric" | "period" | "periodStart">,
  { most, rules, speaking }: { readonly rules: ReadonlyArray<string>; readonly speaking: "for" | "against"; readonly most: number }
): Promise<ReadonlyArray<Moment>> {
  const costing = speaking === "against"
  const { rows } = await sql<Moment>`
    with card as materialized (
      select c.agent_id, c.rubric_id, c.time_zone
      from scorecards c join agents a on a.id = c.agent_id join rubrics r on r.id = c.rubric_id
      where a.external_id = ${card.agent} and r.fingerprint = ${card.rubric} and c.period = ${card.period}
        and c.period_start = ${card.periodStart ?? "-infinity"}::date
    ), recent as materialized (
      select t.id, t.started_at, y.agent_id, y.rubric_id
      from card c join tallies y on y.agent_id = c.agent_id and y.rubric_id = c.rubric_id join transcripts t on t.id = y.transcript_id
      where ${withinPeriod(card, sql`c.time_zone`)}
      order by t.started_at desc nulls last, t.id desc limit ${newest}
    )
    select u.name as rule, m.*
    from rules u cross join lateral (
      select t.source, t.external_id as transcript, extract(epoch from t.started_at)::float8 * 1000 as "startedAt", s.outcome,
        case when f.turn is null
          then jsonb_build_object('_tag', 'Unsaid', 'bearing', f.bearing, 'window', jsonb_build_object('from', f.window_from, 'to', f.window_to),
            'nearest', case when (f.nearest ->> 'similarity')::float8 >= ${telling} then f.nearest end, 'expected', f.expected, 'note', f.note)
          else jsonb_build_object('_tag', 'Said', 'bearing', f.bearing, 'turn', f.turn, 'start', f.span_start, 'end', f.span_end,
            'quote', f.quote, 'note', f.note) end as finding,
        t.turns -> p.turn ->> 'text' as text,
        case when b.turn >= 0 then jsonb_build_object('role', t.turns -> b.turn -> 'role', 'text', t.turns -> b.turn -> 'text', 'start', b.start, 'end', b.end) end as before
      from recent y
        join transcripts t on t.id = y.id
        join scores s on s.transcript_id = y.id and s.rubric_id = y.rubric_id and s.agent_id = y.agent_id and s.rule_id = u.id
        cross join lateral (
          select * from findings f
          where f.transcript_id = s.transcript_id and f.rubric_id = s.rubric_id and f.agent_id = s.agent_id and f.rule_id = s.rule_id
            and f.bearing = ${speaking}::bearing and (${costing} or f.turn is not null and not (f.note ~ '[0-9]' and f.quote = t.turns -> f.turn ->> 'text'))
          order by f.turn is null, case when ${costing} then 0 else -length(f.quote) end, f.position limit 1
        ) f
        cross join lateral (select coalesce(f.turn, (f.nearest ->> 'turn')::integer) as turn) p
        left join lateral (
          select f.turn - 1 as turn, 0 as start, 0 as end where f.turn is not null
          union all
          (select c.turn, c.span_start, c.span_end from findings c
          where c.transcript_id = s.transcript_id and c.rubric_id = s.rubric_id and c.agent_id = s.agent_id and c.rule_id = s.rule_id
            and c.bearing = 'context' and c.position < f.position and f.turn is null
          order by c.position desc limit 1)
        ) b on true
      where s.outcome = any(${costing ? ["Breached", "Partly"] : ["Met"]}::outcome[])
      order by s.credit, t.started_at desc nulls last, t.id desc
      limit ${most}
    ) m
    where u.name = any(${rules}::text[])`.execute(kysely)
  return rows
}
