import { type Kysely, sql } from "kysely"
import type { Tables } from "./Tables.ts"

/** The fingerprints of the rubrics that scored a transcript, latest used first. */
export async function scoringRubrics(kysely: Kysely<Tables>, source: string, id: string): Promise<ReadonlyArray<string>> {
  const { rows } = await sql<{ readonly fingerprint: string }>`
    select r.fingerprint from tallies y join transcripts t on t.id = y.transcript_id join rubrics r on r.id = y.rubric_id
    where t.source = ${source} and t.external_id = ${id} group by r.id order by max(y.run_id) desc, r.id desc`.execute(kysely)
  return rows.map((row) => row.fingerprint)
}
