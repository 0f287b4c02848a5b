import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { chown, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { EmbeddedPostgresError } from "./EmbeddedPostgresError.ts"
import type { Home } from "./Home.ts"

/** For a small machine that also runs the scoring; nothing replicates from it. The log keeps no statements and no row's content. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "50",
  shared_buffers: "64MB",
  max_wal_size: "2GB",
  wal_level: "minimal",
  max_wal_senders: "0",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse"
}

const hour = 3_600_000

/** The name of the superuser, whose password the cluster's folder keeps. */
export const superuser = "postgres"

/** Nothing of the caller's environment (PGDATA, PGOPTIONS, LANG, …) may steer the server. */
export const environment = { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" }

export const dataFolder = (home: string) => join(home, "cluster", "data")

export const logFile = (home: string) => join(home, "server.log")

export const readPassword = (home: string) => readFileSync(join(home, "cluster", "password"), "utf8").trim()

/** Runs one of the binaries as the server's user; resolves to what it said, throws when it fails. */
export const run = (home: Home, program: string, words: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      ...home.user,
      cwd: home.folder,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"]
    })
    let said = ""
    child.stdout.setEncoding("utf8").on("data", (piece: string) => (said += piece))
    child.stderr.setEncoding("utf8").on("data", (piece: string) => (said += piece))
    child.on("error", (error: NodeJS.ErrnoException) => reject(cannotRun(home, program, error)))
    child.on("close", (code) =>
      code === 0 ? resolve(said) : reject(
        new EmbeddedPostgresError({
          problem: `${program} failed (${code}):\n${said.trim()}`,
          cure: `If the disk under ${home.folder} is not full, set TRANSCRIPT_QA_DATA to another folder or DATABASE_URL to a PostgreSQL ≥ 15.`
        })
      ))
  })

export const cannotRun = (home: Home, program: string, error: NodeJS.ErrnoException) =>
  new EmbeddedPostgresError({
    problem: `${program} cannot be started${home.user === null ? "" : ` as user ${home.user.uid}`} (${error.code ?? error.message}).`,
    cure: error.code === "EACCES"
      ? `Every folder above ${home.folder} must let that user through: set TRANSCRIPT_QA_DATA to such a folder (for example below /var/lib), ` +
        "or DATABASE_URL to a PostgreSQL ≥ 15."
      : "Set DATABASE_URL to a PostgreSQL ≥ 15."
  })

/** What a killed process left unfinished. Young ones may be another process's work. */
const sweep = async (home: Home) => {
  for (const name of await readdir(home.folder)) {
    if (!name.includes(".new-")) continue
    const path = join(home.folder, name)
    const age = Date.now() - (await stat(path).catch(() => null) ?? { mtimeMs: Date.now() }).mtimeMs
    if (age > hour) await rm(path, { recursive: true, force: true })
  }
}

/**
 * Makes sure of a cluster under `home`. It is made beside its final place and moved there whole, so neither a crash nor a second
 * process ever meets half of one.
 */
export const ensureCluster = async (home: Home, native: string): Promise<void> => {
  const final = join(home.folder, "cluster")
  await sweep(home)
  if (!existsSync(final)) {
    const unfinished = `${final}.new-${randomBytes(6).toString("hex")}`
    const password = join(unfinished, "password")
    await mkdir(unfinished, { mode: 0o700 })
    await writeFile(password, randomBytes(24).toString("hex"), { mode: 0o600 })
    if (home.user !== null) {
      for (const path of [unfinished, password]) await chown(path, home.user.uid, home.user.gid)
    }
    try {
      await run(home, join(native, "bin", "initdb"), [
        "--pgdata", join(unfinished, "data"),
        "--username", superuser,
        "--pwfile", password,
        "--auth", "scram-sha-256",
        "--encoding", "UTF8",
        "--locale", "C",
        "--locale-provider", "builtin",
        "--builtin-locale", "C.UTF-8",
        "--no-instructions",
        ...Object.entries(settings).flatMap(([name, value]) => ["--set", `${name}=${value}`])
      ])
      await rename(unfinished, final)
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true })
      if (!existsSync(final)) throw error
    }
  }
  const made = readFileSync(join(final, "data", "PG_VERSION"), "utf8").trim()
  const [, installed] = /(\d+)/.exec(await run(home, join(native, "bin", "postgres"), ["--version"])) ?? []
  if (made !== installed) {
    throw new EmbeddedPostgresError({
      problem: `The data in ${final} were written by PostgreSQL ${made}; the installed binaries are version ${installed}.`,
      cure: `Go back to the checkout that wrote them, or move ${final} aside and score your transcripts anew.`
    })
  }
}
