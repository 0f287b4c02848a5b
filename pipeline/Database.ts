import { Config, Context, Data, Effect, Layer } from "effect"
import type { ConfigError } from "effect/ConfigError"
import type { Scope } from "effect/Scope"
import { Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import { EmbeddedPostgresError } from "./postgres/EmbeddedPostgresError.ts"
import type { Tables } from "./store/Tables.ts"

/** The first PostgreSQL that has everything the store uses. */
const oldest = 15

/** The database of `DATABASE_URL` cannot be used. `problem` and `cure` are for the user and hold no password. */
export class DatabaseUnavailable extends Data.TaggedError("DatabaseUnavailable")<{
  readonly problem: string
  readonly cure: string
}> {
  override get message() {
    return `${this.problem}\n${this.cure}`
  }
}

interface Connection {
  readonly kysely: Kysely<Tables>
  /** The same connections, for COPY and advisory locks. Closed with the layer: do not end it. */
  readonly pool: pg.Pool
  /** With the password: not for logs. */
  readonly url: string
  readonly embedded: boolean
}

/** A PostgreSQL ≥ 15 that has answered. The layers close the connections with their scope; the embedded server itself runs on. */
export class Database extends Context.Tag("Database")<Database, Connection>() {
  /** The server that the URL names. */
  static at(url: string): Layer.Layer<Database, DatabaseUnavailable> {
    return Layer.scoped(Database, open(url, false))
  }

  /** The server of `DATABASE_URL`; where that is not set the embedded one, started if need be. */
  static readonly live: Layer.Layer<Database, DatabaseUnavailable | EmbeddedPostgresError | ConfigError> = Layer.scoped(
    Database,
    Effect.suspend(() => configured)
  )
}

const configured = Effect.gen(function*() {
  const url = yield* Config.string("DATABASE_URL").pipe(Config.withDefault(""))
  if (url.trim() !== "") return yield* open(url.trim(), false)
  const embedded = yield* Effect.tryPromise({
    try: async () => (await import("./EmbeddedPostgres.ts")).start(),
    catch: (error) =>
      error instanceof EmbeddedPostgresError ? error : new EmbeddedPostgresError({
        problem: `The embedded PostgreSQL cannot be started: ${error instanceof Error ? error.message : String(error)}`,
        cure: "Set DATABASE_URL to a PostgreSQL ≥ 15."
      })
  })
  return yield* open(embedded.url, true)
})

const open = (url: string, embedded: boolean): Effect.Effect<Connection, DatabaseUnavailable, Scope> =>
  Effect.acquireRelease(
    Effect.gen(function*() {
      yield* Effect.tryPromise({ try: () => probe(url), catch: (error) => explain(url, error) })
      const pool = new pg.Pool({ connectionString: url, application_name: "transcript-qa" })
      // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
      pool.on("error", () => {})
      return { kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool, url, embedded }
    }),
    ({ kysely, pool }) =>
      Effect.promise(async () => {
        await kysely.destroy()
        // kysely ends the pool only if it has used it.
        if (!pool.ending) await pool.end()
      })
  )

const probe = async (url: string) => {
  // Told before anything goes out to whatever host the driver would read into it.
  if (describe(url) === null) throw notAnAddress()
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ number: string; version: string }>(
      "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version"
    )
    if (Number(rows[0]?.number) < oldest * 10_000) {
      throw new DatabaseUnavailable({
        problem: `The database server is PostgreSQL ${rows[0]?.version}; ${oldest} or later is needed.`,
        cure: "Set DATABASE_URL to a later one, or unset it to use the embedded server."
      })
    }
  } finally {
    // Also after a failed connect: the driver leaves the socket open when it is itself that gives up (no password).
    await client.end().catch(() => undefined)
  }
}

/** Who, where and which, as the driver understands the URL; never the password. */
const describe = (url: string) => {
  if (!/^postgres(ql)?:\/\//.test(url)) return null
  try {
    const { database, host, port, user } = new pg.Client({ connectionString: url })
    return { database: database ?? user ?? "?", host: host.startsWith("/") ? host : `${host}:${port}`, user: user ?? "?" }
  } catch {
    return null
  }
}

const unset = "or unset DATABASE_URL to use the embedded server."

const notAnAddress = () =>
  new DatabaseUnavailable({
    problem: "DATABASE_URL is not an address of a PostgreSQL.",
    cure: `Write it as postgres://user:password@host:5432/database (special characters percent-encoded), ${unset}`
  })

const explain = (url: string, error: unknown): DatabaseUnavailable => {
  if (error instanceof DatabaseUnavailable) return error
  const place = describe(url)
  if (place === null) return notAnAddress()
  const { database, host, user } = place
  const { code, message } = error as { readonly code?: string; readonly message?: string }
  if (code === "28P01" || code === "28000" || message?.includes("password must be a string")) {
    return new DatabaseUnavailable({
      problem: `PostgreSQL at ${host} does not let user ${user} into database ${database}: wrong or missing password, or not allowed.`,
      cure: `Correct user and password in DATABASE_URL (or the server's pg_hba.conf), ${unset}`
    })
  }
  if (code === "3D000") {
    return new DatabaseUnavailable({
      problem: `PostgreSQL at ${host} has no database ${database}.`,
      cure: `Create it (createdb -h … -U … ${database}) or correct DATABASE_URL, ${unset}`
    })
  }
  return new DatabaseUnavailable({
    problem: `No PostgreSQL answers at ${host} for database ${database} (${code ?? message ?? "no reason given"}).`,
    cure: `See that it runs and that host and port in DATABASE_URL are right, ${unset}`
  })
}
