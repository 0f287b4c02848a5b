import { sql } from "kysely"
import { withinPeriod } from "../../pipeline/store/WithinPeriod.ts"
import type { Channel } from "../../schemas/Transcript.ts"
import type { Connection } from "../Archive.ts"
import type { PeriodChoice } from "./ShownPeriod.ts"

export interface ListedTranscript {
  readonly source: string
  readonly id: string
  readonly channel: Channel
  readonly startedAt: number | null
  readonly queue: string | null
  readonly turns: number
  readonly points: number | null
  readonly band: string | null
  readonly passed: boolean | null
  readonly criticalBreach: boolean
  readonly breached: number
}

/** A part of the list: `page` from 1, `all` counts what there is on all pages. */
export interface TranscriptsPage {
  readonly page: number
  readonly all: number
  readonly listed: ReadonlyArray<ListedTranscript>
}

export const transcriptsAPage = 50

/** Which transcripts of the agent fall into the period? Newest first, `transcriptsAPage` from page number `page`, counted from 1. */
export async function askAgentTranscripts(
  connection: Connection,
  asked: { readonly rubric: number; readonly agent: number; readonly choice: PeriodChoice; readonly timeZone: string; readonly page: number }
): Promise<TranscriptsPage> {
  const { rows } = await sql<ListedTranscript & { readonly all: number }>`
    select l.*, (select count(*)::integer from scores s
        where s.transcript_id = l.key and s.rubric_id = ${asked.rubric} and s.agent_id = ${asked.agent} and s.outcome = 'Breached') as breached
    from (
      select t.id as key, t.source, t.external_id as id, t.channel, extract(epoch from t.started_at)::float8 * 1000 as "startedAt", t.queue,
        t.turn_count as turns, (count(*) over ())::float8 as all, y.points::float8 as points, y.band, y.passed, y.critical_breach as "criticalBreach"
      from tallies y join transcripts t on t.id = y.transcript_id
      where y.agent_id = ${asked.agent} and y.rubric_id = ${asked.rubric} and ${withinPeriod({ period: asked.choice.period, periodStart: asked.choice.start }, asked.timeZone)}
      order by t.started_at desc nulls last, t.id desc
      limit ${transcriptsAPage} offset ${(asked.page - 1) * transcriptsAPage}
    ) l
    order by l."startedAt" desc nulls last, l.key desc`.execute(connection)
  return { page: asked.page, all: rows[0]?.all ?? 0, listed: rows }
}
