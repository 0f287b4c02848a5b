import { existsSync, mkdirSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { start, stop } from "../../pipeline/EmbeddedPostgres.ts"
import { generateChats } from "./GenerateChats.ts"
import { type Measured, measured } from "./Measured.ts"

/**
 * `node test/bench/ScoreChats.ts [chats] [folder]`: csv-parse alone over a generated export, then `score` of the same file into a
 * fresh database, then the same again with nothing new. The file is made if it is not in the folder; the server is an
 * embedded one in that folder (`TRANSCRIPT_QA_DATA`: elsewhere), and is stopped at the end.
 */
const chats = Number(process.argv[2] ?? 100_000)
const folder = process.argv[3] ?? join(tmpdir(), "transcript-qa-bench")
const program = (name: string) => fileURLToPath(new URL(name, import.meta.url))

mkdirSync(folder, { recursive: true, mode: 0o711 })
const file = join(folder, `chats-${chats}.csv`)
if (!existsSync(file)) generateChats(file, chats)
const megabytes = statSync(file).size / 1e6
const data = process.env["TRANSCRIPT_QA_DATA"] ?? join(folder, "postgres")
const server = await start({ folder: data })
const name = `bench_${process.pid}`
const administer = async (statement: string) => {
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
const report = (what: string, { cpu, peak, seconds }: Measured, baseline: number) =>
  console.log(`${what.padEnd(28)}${seconds.toFixed(1).padStart(7)} s ${(seconds / baseline).toFixed(1).padStart(5)} ×   cpu ${cpu.toFixed(1).padStart(6)} s   peak ${(peak / 2 ** 20).toFixed(0).padStart(4)} MB   ${(chats / seconds).toFixed(0)} chats/s, ${(megabytes / seconds).toFixed(1)} MB/s`)

await administer(`create database ${name}`)
try {
  console.log(`${chats} chats, ${megabytes.toFixed(0)} MB`)
  const parsed = await measured(program("ParseOnly.ts"), [file])
  report("csv-parse alone", parsed, parsed.seconds)
  const url = new URL(server.url)
  url.pathname = name
  for (const what of ["score, all new", "score again, all unchanged"]) {
    const run = await measured(program("../../pipeline/launch.mjs"), ["score", file, "--json"], { DATABASE_URL: url.href })
    report(what, run, parsed.seconds)
    console.log(run.output.trim())
  }
} finally {
  await administer(`drop database ${name} with (force)`)
  if (server.started) await stop({ folder: data })
}
