import { sql } from "kysely"
import type { Connection } from "../Archive.ts"

export interface Neighbour {
  readonly source: string
  readonly id: string
}

/** The transcripts beside this one among the agent's, in the order of the agent's list: `earlier` is further down. */
export async function askNeighbours(
  connection: Connection,
  { agent, id, rubric, source }: { readonly source: string; readonly id: string; readonly rubric: number; readonly agent: string | null }
): Promise<{ readonly later: Neighbour | null; readonly earlier: Neighbour | null }> {
  const { rows } = await sql<Neighbour & { readonly later: boolean }>`
    with mine as (
      select t.id, t.source, t.external_id, coalesce(t.started_at, '-infinity') as at
      from tallies y join transcripts t on t.id = y.transcript_id
      where y.agent_id = (select id from agents where external_id is not distinct from ${agent}::text) and y.rubric_id = ${rubric}
    ), here as (select id, at from mine where source = ${source} and external_id = ${id})
    (select m.source, m.external_id as id, true as later from mine m, here h where (m.at, m.id) > (h.at, h.id) order by m.at, m.id limit 1)
    union all
    (select m.source, m.external_id as id, false as later from mine m, here h where (m.at, m.id) < (h.at, h.id) order by m.at desc, m.id desc limit 1)
  `.execute(connection)
  return { later: rows.find((row) => row.later) ?? null, earlier: rows.find((row) => !row.later) ?? null }
}
