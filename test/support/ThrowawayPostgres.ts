import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { start, stop } from "../../pipeline/EmbeddedPostgres.ts"
import { findPostmaster } from "../../pipeline/postgres/Postmaster.ts"
import { migrate } from "../../pipeline/store/Migrations.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** A server where the tests may make and drop databases. */
    readonly server: string
    /** On that server: an empty database with every migration applied, to be cloned and not connected to. */
    readonly template: string
  }
}

/** Followed by the number of the process it belongs to. */
const prefix = "transcript-qa-test-"

/** Nothing of a test run has to survive a power cut. */
const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "100", autovacuum: "off", wal_level: "minimal", max_wal_senders: "0", checkpoint_timeout: "1h", max_wal_size: "4GB" }

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

const remove = async (folder: string) => {
  for (const name of readdirSync(folder)) await stop({ folder: join(folder, name) })
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Servers of runs that were killed. */
const sweep = async () => {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(name.slice(prefix.length).split("-")[0])
    // Another user's left-overs are not ours to remove.
    if (!alive(pid)) await remove(join(tmpdir(), name)).catch(() => undefined)
  }
}

const makeTemplate = async (server: string, template: string) => {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${template}`)
  await admin.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`)
  await admin.end()
  const url = new URL(server)
  url.pathname = template
  const kysely = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url.href, max: 2 }) })
  })
  try {
    await migrate(kysely)
  } finally {
    await kysely.destroy()
  }
}

const dropTemplate = async (server: string, template: string) => {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
  await admin.end()
}

/** For a run that is interrupted, which gets no time for anything better: nothing of this server is to be kept. */
const removeAtOnce = (folder: string) => {
  try {
    const postmaster = findPostmaster(join(folder, "postgres", "cluster", "data"))
    if (postmaster !== null) process.kill(postmaster.pid, "SIGKILL")
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** One server for the run: `TEST_DATABASE_URL` if set, else the embedded one in a folder that goes when the run ends. */
export default async function setup(project: TestProject) {
  const template = `transcript_qa_template_${process.pid}`
  const given = process.env["TEST_DATABASE_URL"]
  if (given !== undefined && given !== "") {
    await makeTemplate(given, template)
    project.provide("server", given)
    project.provide("template", template)
    return () => dropTemplate(given, template)
  }
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  // As root the server runs as another user, who has to pass through.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711)
  const interrupted = () => removeAtOnce(folder)
  process.once("exit", interrupted)
  try {
    const { url } = await start({ folder: join(folder, "postgres"), settings })
    await makeTemplate(url, template)
    project.provide("server", url)
    project.provide("template", template)
  } catch (error) {
    await remove(folder)
    throw error
  }
  return async () => {
    await remove(folder)
    process.off("exit", interrupted)
  }
}
