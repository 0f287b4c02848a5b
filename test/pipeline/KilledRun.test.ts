import { type ChildProcess, spawn } from "node:child_process"
import { appendFileSync, mkdtempSync, rmSync } from "node:fs"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { generateChats } from "../bench/GenerateChats.ts"
import { freshDatabase, type TestDatabase } from "../support/database.ts"
import { storedChecksums } from "../support/storedChecksums.ts"

const chats = 1000
const unreadable = ["K-lost,2026-03-02 09:00:00,外星人,,,U1,售后服务,你好\r\n", "K-cut,2026-03-02 09:00:00,客户\r\n"]
const program = join(import.meta.dirname, "..", "..", "pipeline", "main.ts")

const killed = freshDatabase()
const whole = freshDatabase()
let folder: string
let file: string
const children = new Set<ChildProcess>()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "transcript-qa-killed-"))
  file = join(folder, "chats.csv")
  generateChats(file, chats)
  appendFileSync(file, unreadable.join(""))
})
afterAll(() => {
  for (const child of children) child.kill("SIGKILL")
  rmSync(folder, { recursive: true, force: true })
})

/** `score` of the file; `ended` is its exit code, `null` when it was killed. */
const score = ({ url }: TestDatabase) => {
  const child = spawn(process.execPath, [program, "score", file], { env: { ...process.env, DATABASE_URL: url }, stdio: ["ignore", "ignore", "inherit"] })
  children.add(child)
  const ended = once(child, "exit").then(([code]) => {
    children.delete(child)
    return code as number | null
  })
  return { child, ended }
}

const stored = async ({ pool }: TestDatabase) => Number((await pool.query("select count(*) as count from transcripts")).rows[0].count)

/** Transcripts of which something is missing, or there twice. */
const halves = async ({ pool }: TestDatabase) =>
  (await pool.query(
    `select t.external_id from transcripts t
      left join (select transcript_id, count(*) as agents from tallies group by 1) y on y.transcript_id = t.id
      left join (select transcript_id, count(*) as scores from scores group by 1) s on s.transcript_id = t.id
    where json_array_length(t.turns) <> t.turn_count or coalesce(s.scores, 0) <> y.agents * (select count(*) from rubric_rules) or y.agents is null`
  )).rows

test("a run killed twice and run again stores what an undisturbed one does", { timeout: 120_000 }, async () => {
  const undisturbed = score(whole).ended
  for (const enough of [1, 500]) {
    const { child, ended } = score(killed)
    let running = true
    void ended.then(() => (running = false))
    while (running && (await stored(killed)) < enough) await setTimeout(5)
    // Not just after a commit: somewhere in the batch that follows.
    await setTimeout(enough % 50)
    child.kill("SIGKILL")
    expect(await ended).toBeNull()
    expect(await halves(killed)).toEqual([])
  }
  const interrupted = await stored(killed)
  expect(interrupted).toBeGreaterThanOrEqual(500)
  expect(interrupted).toBeLessThan(chats)

  expect(await score(killed).ended).toBe(2)
  expect(await undisturbed).toBe(2)
  const sums = await storedChecksums(killed.pool)
  expect(sums).toEqual(await storedChecksums(whole.pool))
  expect(sums).toMatchObject({ transcripts: { rows: chats }, set_asides: { rows: unreadable.length }, superseded: { rows: 0 } })
  const { rows } = await killed.pool.query("select status from runs order by id")
  expect(rows.map(({ status }) => status)).toEqual(["stopped", "stopped", "finished"])
})
