import { type Kysely, sql } from "kysely"
import { type Migration, Migrator } from "kysely/migration"
import { Data } from "effect"
import * as scores from "./migrations/0001_scores.ts"
import * as cases from "./migrations/0002_cases.ts"
import * as judge from "./migrations/0003_judge.ts"
import * as judgeBatches from "./migrations/0004_judge_batches.ts"
import * as rollups from "./migrations/0005_rollups.ts"

/** In order; append only, once released. */
const migrations: Readonly<Record<string, Migration>> = { "0001_scores": scores, "0002_cases": cases, "0003_judge": judge, "0004_judge_batches": judgeBatches, "0005_rollups": rollups }

/** The database cannot be brought to, or is beyond, the schema this program knows; `message` says what to do. */
export class MigrationFailed extends Data.TaggedError("MigrationFailed")<{
  readonly message: string
  readonly cause?: unknown
}> {}

/**
 * Brings the schema up to date, in one transaction: all or nothing. Everything goes into the first schema of the
 * connection's search_path. Two processes may do this at once: the second waits for the first. Rejects with
 * `MigrationFailed`.
 */
export async function migrate<DB>(kysely: Kysely<DB>): Promise<void> {
  const { encoding, schema } = await setting(kysely)
  if (encoding !== "UTF8") {
    throw new MigrationFailed({
      message: `the database is encoded in ${encoding}, which cannot hold every transcript: create one with ENCODING 'UTF8' and name it in DATABASE_URL`
    })
  }
  if (schema === null) {
    throw new MigrationFailed({
      message: "the search_path of this connection names no schema that exists: create one, or grant the user USAGE on it"
    })
  }
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: "migrations",
    migrationLockTableName: "migration_lock",
    migrationTableSchema: schema
  })
  await refuseNewer(kysely, schema)
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    throw new MigrationFailed({
      message: `the tables could not be created: ${error instanceof Error ? error.message : String(error)}`,
      cause: error
    })
  }
}

async function setting<DB>(kysely: Kysely<DB>) {
  const { rows } = await sql<{ encoding: string; schema: string | null }>`
    select pg_encoding_to_char(encoding) as encoding, current_schema() as schema
    from pg_database where datname = current_database()`.execute(kysely)
  return rows[0]!
}

async function refuseNewer<DB>(kysely: Kysely<DB>, schema: string): Promise<void> {
  const table = sql.id(schema, "migrations")
  const { rows: found } = await sql<{ found: boolean }>`
    select exists (select from pg_tables where schemaname = ${schema} and tablename = 'migrations') as found`.execute(kysely)
  if (!found[0]!.found) return
  const { rows } = await sql<{ name: string }>`select name from ${table} order by name`.execute(kysely)
  const unknown = rows.filter(({ name }) => !(name in migrations)).map(({ name }) => name)
  if (unknown.length > 0) {
    throw new MigrationFailed({
      message: `a newer version of this program has already changed this database (${unknown.join(", ")}): update the program, or name another database in DATABASE_URL`
    })
  }
}
