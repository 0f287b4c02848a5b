import { spawn } from "node:child_process"
import { closeSync, existsSync, fchownSync, openSync, readFileSync, realpathSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { setTimeout as sleep } from "node:timers/promises"
import type { Client } from "pg"
import { findBinaries, placeBinaries } from "./postgres/Binaries.ts"
import { cannotRun, dataFolder, ensureCluster, environment, logFile, readPassword, superuser } from "./postgres/Cluster.ts"
import { EmbeddedPostgresError } from "./postgres/EmbeddedPostgresError.ts"
import { type Home, homeFolder, openHome } from "./postgres/Home.ts"
import { findPostmaster, forgetDead, lastPort, type Postmaster } from "./postgres/Postmaster.ts"

/**
 * The PostgreSQL that comes with the packages: one server a data folder, shared by every process of the checkout, started by the
 * first that needs it and left running. PostgreSQL itself sees to it that a crash of ours or of its own loses nothing committed.
 */

const database = "transcript_qa"

/** Milliseconds. Replaying the log of a crash in the middle of a large load may take minutes; a start takes a tenth of a second. */
const patience = { start: 300_000, stop: 60_000 }

const attempts = 5

export interface EmbeddedPostgresOptions {
  /** Default: see `homeFolder`. */
  readonly folder?: string
  /** Server settings of this start only, over those of the cluster. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface EmbeddedPostgresStatus {
  readonly folder: string
  readonly running: boolean
  /** With the password: for `psql` and the like. `null` while not running. */
  readonly url: string | null
  readonly pid: number | null
  /** As the server gives it, for example `18.4`. */
  readonly version: string | null
}

const urlOf = (home: string, port: number, name: string) =>
  `postgres://${superuser}:${readPassword(home)}@127.0.0.1:${port}/${name}`

const connect = async (url: string): Promise<Client> => {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A server that goes away meanwhile shows in the next query.
  client.on("error", () => {})
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  return client
}

const codeOf = (error: unknown) => (error as { readonly code?: string }).code ?? null

/** The server's version when it answers, `null` when it does not (yet). Makes our database if it is absent. */
const greet = async (home: string, port: number): Promise<string | null> => {
  try {
    const client = await connect(urlOf(home, port, database)).catch(async (error: unknown) => {
      const absent = codeOf(error) === "3D000"
      if (!absent) throw error
      const admin = await connect(urlOf(home, port, "postgres"))
      try {
        await admin.query(`CREATE DATABASE ${database}`)
      } catch (refusal) {
        // 42P04, 23505: another process made it at the same moment.
        if (codeOf(refusal) !== "42P04" && codeOf(refusal) !== "23505") throw refusal
      } finally {
        await admin.end()
      }
      return connect(urlOf(home, port, database))
    })
    const answer = await client.query<{ server_version: string }>("SHOW server_version")
    await client.end()
    return answer.rows[0]?.server_version ?? null
  } catch (error) {
    if (codeOf(error) === "28P01") {
      throw new EmbeddedPostgresError({
        problem: `The embedded PostgreSQL does not accept the password in ${join(home, "cluster", "password")}.`,
        cure: `Put the right one there, or move ${join(home, "cluster")} aside and score your transcripts anew.`
      })
    }
    return null
  }
}

const freePort = (wanted: number | null): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on("error", (error) => wanted === null ? reject(error) : resolve(freePort(null)))
    probe.listen(wanted ?? 0, "127.0.0.1", () => {
      const address = probe.address()
      const port = address === null || typeof address === "string" ? 0 : address.port
      probe.close(() => resolve(port))
    })
  })

const lastWords = (home: string) =>
  existsSync(logFile(home)) ? readFileSync(logFile(home), "utf8").trimEnd().split("\n").slice(-12).join("\n") : "(no log)"

const neverReady = (home: string) =>
  new EmbeddedPostgresError({
    problem: `The embedded PostgreSQL does not start. Its last words:\n${lastWords(home)}`,
    cure: `The whole log is ${logFile(home)}. Mend what it names, or set DATABASE_URL to a PostgreSQL ≥ 15.`
  })

/** Starts a server that outlives us: its own session, and none of our pipes. */
const launch = (home: Home, native: string, port: number, settings: Readonly<Record<string, string>>) => {
  const log = openSync(logFile(home.folder), "a", 0o600)
  if (home.user !== null) fchownSync(log, home.user.uid, home.user.gid)
  const program = join(native, "bin", "postgres")
  const child = spawn(program, [
    "-D", dataFolder(home.folder),
    "-p", String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  ], { ...home.user, cwd: home.folder, env: environment, detached: true, stdio: ["ignore", log, log] })
  closeSync(log)
  const state: { ended: boolean; error: EmbeddedPostgresError | null } = { ended: false, error: null }
  child.on("error", (error) => Object.assign(state, { ended: true, error: cannotRun(home, program, error) }))
  child.on("exit", () => (state.ended = true))
  child.unref()
  return { pid: child.pid, state }
}

/**
 * The URL of the running server, started first if nobody has; `started` says whether it was us. Throws `EmbeddedPostgresError`.
 * Of several processes that start at once PostgreSQL lets one win; the others find that one's server.
 */
export const start = async (
  options: EmbeddedPostgresOptions = {}
): Promise<{ readonly url: string; readonly started: boolean }> => {
  const home = await openHome(options.folder ?? homeFolder())
  const data = dataFolder(home.folder)
  const answering = async (postmaster: Postmaster | null, ours: number | undefined) =>
    postmaster !== null && postmaster.ready && postmaster.port !== null && await greet(home.folder, postmaster.port) !== null
      ? { url: urlOf(home.folder, postmaster.port, database), started: postmaster.pid === ours }
      : null

  const running = await answering(findPostmaster(data), undefined)
  if (running !== null) return running
  const native = await placeBinaries(findBinaries(), home.folder, home.user !== null)
  await ensureCluster(home, native)

  const deadline = performance.now() + patience.start
  let server: ReturnType<typeof launch> | null = null
  for (let attempt = 0; performance.now() < deadline; ) {
    const postmaster = findPostmaster(data)
    const answer = await answering(postmaster, server?.pid)
    if (answer !== null) return answer
    if (postmaster === null && (server === null || server.state.ended)) {
      if (server !== null && server.state.error !== null) throw server.state.error
      if (attempt === attempts) throw neverReady(home.folder)
      // After a crash the old server's last processes need a moment to go; a port may have been taken in between.
      if (attempt > 0) await sleep(100 * 2 ** attempt)
      forgetDead(data)
      server = launch(home, native, await freePort(attempt === 0 ? lastPort(data) : null), options.settings ?? {})
      attempt += 1
    }
    await sleep(25)
  }
  throw neverReady(home.folder)
}

/** The folder as `start` resolved it, which is how the server's process names it. */
const standing = (options: EmbeddedPostgresOptions): string => {
  const folder = options.folder ?? homeFolder()
  return existsSync(folder) ? realpathSync(folder) : folder
}

/** Stops the server in an orderly way, ending its sessions. False when none was running. */
export const stop = async (options: EmbeddedPostgresOptions = {}): Promise<boolean> => {
  const folder = standing(options)
  const postmaster = findPostmaster(dataFolder(folder))
  if (postmaster === null) return false
  // SIGINT is PostgreSQL's "fast" shutdown: roll back, write everything out, end.
  process.kill(postmaster.pid, "SIGINT")
  const deadline = performance.now() + patience.stop
  while (performance.now() < deadline) {
    if (findPostmaster(dataFolder(folder))?.pid !== postmaster.pid) return true
    await sleep(25)
  }
  throw new EmbeddedPostgresError({
    problem: `The embedded PostgreSQL (process ${postmaster.pid}) has not stopped within ${patience.stop / 1000} s.`,
    cure: `See ${logFile(folder)}; it may still be writing. Try again.`
  })
}

/** Tells without starting anything. */
export const status = async (options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgresStatus> => {
  const folder = standing(options)
  const postmaster = findPostmaster(dataFolder(folder))
  const version = postmaster === null || postmaster.port === null ? null : await greet(folder, postmaster.port)
  return postmaster === null || postmaster.port === null || version === null
    ? { folder, running: false, url: null, pid: null, version: null }
    : { folder, running: true, url: urlOf(folder, postmaster.port, database), pid: postmaster.pid, version }
}
