import { Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import { afterAll, beforeAll, inject } from "vitest"
import type { Tables } from "../../pipeline/store/Tables.ts"

let made = 0

const administer = async (statement: string) => {
  const admin = new pg.Client({ connectionString: inject("server") })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}

/** A database of this test file's own. */
export interface TestDatabase {
  readonly url: string
  readonly kysely: Kysely<Tables>
  readonly pool: pg.Pool
}

/** Makes a database (`migrated`: with every table; else empty) and the way to be rid of it, whoever is still connected. */
export const makeDatabase = async (
  { migrated = true }: { readonly migrated?: boolean } = {}
): Promise<TestDatabase & { readonly drop: () => Promise<void> }> => {
  const name = `test_${process.pid}_${process.env["VITEST_POOL_ID"] ?? 0}_${Date.now().toString(36)}_${made++}`
  await administer(`CREATE DATABASE ${name} TEMPLATE ${migrated ? inject("template") : "template0 ENCODING 'UTF8'"}`)
  const url = new URL(inject("server"))
  url.pathname = name
  const pool = new pg.Pool({ connectionString: url.href })
  pool.on("error", () => {})
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const drop = async () => {
    await kysely.destroy()
    if (!pool.ending) await pool.end()
    await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
  return { url: url.href, kysely, pool, drop }
}

/** For the top of a test file or `describe`: a fresh database before its tests, gone after them. */
export const freshDatabase = (options: { readonly migrated?: boolean } = {}): TestDatabase => {
  let database: Awaited<ReturnType<typeof makeDatabase>> | null = null
  const opened = () => {
    if (database === null) throw new Error("the database exists only while tests run: use it inside them")
    return database
  }
  beforeAll(async () => {
    database = await makeDatabase(options)
  })
  afterAll(() => database?.drop())
  return {
    get url() {
      return opened().url
    },
    get kysely() {
      return opened().kysely
    },
    get pool() {
      return opened().pool
    }
  }
}
