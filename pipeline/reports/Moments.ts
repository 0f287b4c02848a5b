import { type Kysely, sql } from "kysely"
import type { Finding } from "../../schemas/Score.ts"
import type { Scorecard } from "../../schemas/Scorecard.ts"
import type { Tables } from "../store/Tables.ts"

/** A finding against an agent, with the whole text of its turn (of the nearest candidate, for something unsaid). */
export interface Moment {
  readonly source: string
  readonly transcript: string
  readonly finding: Finding
  readonly text: string | null
}

/** What shows that the agent of a card broke a rule: costliest first, then newest; one finding a transcript, `most` in all. */
export async function moments(kysely: Kysely<Tables>, card: Pick<Scorecard, "agent" | "rubric" | "period" | "periodStart">, rule: string, most: number): Promise<ReadonlyArray<Moment>> {
  const { rows } = await sql<Moment>`
    select t.source, t.external_id as transcript, f.finding, t.turns -> coalesce(f.turn, (f.nearest ->> 'turn')::integer) ->> 'text' as text
    from scorecards c
      join agents a on a.id = c.agent_id and a.external_id = ${card.agent}
      join rubrics r on r.id = c.rubric_id and r.fingerprint = ${card.rubric}
      join rules u on u.name = ${rule}
      join tallies y on y.agent_id = c.agent_id and y.rubric_id = c.rubric_id
      join transcripts t on t.id = y.transcript_id
      join scores s on s.transcript_id = t.id and s.rubric_id = c.rubric_id and s.agent_id = c.agent_id and s.rule_id = u.id
      cross join lateral (
        select f.turn, f.nearest, case when f.turn is null
          then json_build_object('_tag', 'Unsaid', 'bearing', f.bearing, 'window', json_build_object('from', f.window_from, 'to', f.window_to),
            'nearest', f.nearest, 'expected', f.expected, 'note', f.note)
          else json_build_object('_tag', 'Said', 'bearing', f.bearing, 'turn', f.turn, 'start', f.span_start, 'end', f.span_end,
            'quote', f.quote, 'note', f.note) end as finding
        from findings f
        where (f.transcript_id, f.rubric_id, f.agent_id, f.rule_id) = (s.transcript_id, s.rubric_id, s.agent_id, s.rule_id) and f.bearing = 'against'
        order by f.turn is null, f.position limit 1) f
    where c.period = ${card.period} and c.period_start = ${card.periodStart ?? "-infinity"}::date and s.outcome in ('Breached', 'Partly')
      and (c.period = 'all' or (t.started_at at time zone c.time_zone)::date >= c.period_start
        and (t.started_at at time zone c.time_zone)::date < c.period_start + case c.period when 'week' then interval '7 days' else interval '1 month' end)
    order by s.credit, t.started_at desc nulls last, t.id desc
    limit ${most}`.execute(kysely)
  return rows
}
