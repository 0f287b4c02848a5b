import { type Kysely, sql } from "kysely"
import type { Tables } from "../store/Tables.ts"

/** Ids of stored transcripts that look like what was typed: those that contain it, then those that begin alike. Five at most. */
export async function nearIds(kysely: Kysely<Tables>, typed: string): Promise<ReadonlyArray<string>> {
  const beginning = typed.slice(0, Math.max(2, Math.ceil(typed.length / 2)))
  const { rows } = await sql<{ readonly id: string }>`
    select external_id as id from transcripts
    where position(lower(${typed}) in lower(external_id)) > 0 or starts_with(lower(external_id), lower(${beginning}))
    group by external_id
    order by position(lower(${typed}) in lower(external_id)) = 0, abs(length(external_id) - length(${typed})), external_id limit 5`.execute(kysely)
  return rows.map(({ id }) => id)
}
