import { type Kysely, sql } from "kysely"
import type { Tables } from "../store/Tables.ts"

/** What stands in a database. `bytes` is what it takes on disk; `transcripts` is `null` before anything was ever stored. */
export interface DatabaseFacts {
  readonly version: string
  readonly bytes: number
  readonly transcripts: number | null
}

/** Looks without changing anything, also where the tables are not there yet. */
export async function databaseFacts(kysely: Kysely<Tables>): Promise<DatabaseFacts> {
  const { rows } = await sql<{ readonly version: string; readonly bytes: string; readonly known: boolean }>`
    select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes,
      to_regclass('transcripts') is not null as known`.execute(kysely)
  const { bytes, known, version } = rows[0]!
  const transcripts = known ? (await sql<{ readonly n: string }>`select count(*)::text as n from transcripts`.execute(kysely)).rows[0]!.n : null
  return { version, bytes: Number(bytes), transcripts: transcripts === null ? null : Number(transcripts) }
}

const units = ["bytes", "kB", "MB", "GB", "TB"]

/** As people say it: `12.3 MB`. */
export const size = (bytes: number): string => {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`
}
