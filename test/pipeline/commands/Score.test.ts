import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type pg from "pg"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { tryNightly } from "../../../pipeline/store/NightlyLock.ts"
import { makeDatabase } from "../../support/database.ts"
import { typed } from "./typed.ts"

let folder = ""
let database: Awaited<ReturnType<typeof makeDatabase>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "score-"))
  database = await makeDatabase()
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

const inFolder = (word: string) => (/\.(txt|jsonl|csv)$|^(inbox|ours)$/.test(word) ? join(folder, word) : word)
const cli = (...words: ReadonlyArray<string>) => typed(words.map(inFolder), { DATABASE_URL: database.url, TRANSCRIPT_QA_LANGUAGE: "en", TRANSCRIPT_QA_INBOX: join(folder, "inbox") })
const json = async (...words: ReadonlyArray<string>) => {
  const { out, code, error } = await cli(...words, "--json")
  expect(error).toBeNull()
  return { code, ...(JSON.parse(out) as Record<string, unknown>) }
}
const query = async <A extends pg.QueryResultRow>(sql: string): Promise<ReadonlyArray<A>> => (await database.pool.query<A>(sql)).rows
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

const call = (id: string, said: string) => `# id: ${id}
# agent: A1 王芳
# started_at: 2026-10-05 09:00:00
[00:01] 客服: 您好，请问有什么可以帮您？
[00:05] 客户: 能退款吗？
[00:08] 客服: ${said}
`

describe("score", () => {
  test("the same input twice changes nothing", async () => {
    write("a.txt", call("a", "我们不能退款。"))
    expect(await json("score", "a.txt")).toMatchObject({ code: 0, read: 1, new: 1, unchanged: 0, scorecards: 3 })
    const before = await query("select * from scores order by rule_id")
    expect(await json("score", "a.txt")).toMatchObject({ code: 0, read: 1, new: 0, unchanged: 1 })
    expect(await query("select * from scores order by rule_id")).toEqual(before)
    expect((await cli("score", "a.txt")).out).toContain("Nothing new to store")
  })

  test("a changed transcript replaces its scores, keeps the earlier ones, and moves the scorecard", async () => {
    write("a.txt", call("a", "我们不能退款。"))
    await cli("score", "a.txt")
    const [before] = await query<{ points: number }>("select points from agent_scorecards where period = 'month'")
    write("a.txt", call("a", "可以的，我马上为您办理退款。"))
    expect(await json("score", "a.txt")).toMatchObject({ code: 0, new: 0, changed: 1 })
    const [after] = await query<{ points: number }>("select points from agent_scorecards where period = 'month'")
    expect(after!.points).toBeGreaterThan(before!.points)
    expect(await query("select revision from transcripts")).toEqual([{ revision: 2 }])
    const [history] = await query<{ scores: string }>("select scores::text from superseded_transcripts")
    expect(history!.scores).toContain("negative-language/cannot")
  })

  test("a new rubric adds its scores beside the old ones", async () => {
    write("a.txt", call("a", "我们不能退款。"))
    await cli("score", "a.txt")
    const [{ count: before } = { count: 0 }] = await query<{ count: number }>("select count(*)::int from scores")
    mkdirSync(join(folder, "ours"))
    write("ours/scram.yaml", `id: negative-language/scram
title: { zh: 不说滚, en: Do not say scram }
why: { zh: 伤人, en: It hurts }
instead: { zh: 请稍等, en: One moment please }
source: 公司规定
kind: forbidden-phrase
phrases: [滚]
examples:
  - breach: "客服: 滚"
  - ok: "客服: 好的"
`)
    expect(await json("score", "a.txt", "--rules", "ours")).toMatchObject({ rescored: 1, new: 0, changed: 0 })
    const [{ count: after } = { count: 0 }] = await query<{ count: number }>("select count(*)::int from scores")
    expect(after).toBe(before * 2 + 1)
    expect(await query("select fingerprint from rubrics")).toHaveLength(2)
  })

  test("the same id with other content in one run is set aside, not overwritten", async () => {
    write("a.txt", call("same", "我们不能退款。"))
    write("b.txt", call("same", "好的。"))
    expect(await json("score", "a.txt", "b.txt")).toMatchObject({ code: 2, read: 2, new: 1, setAside: 1 })
    const listed = await cli("set-aside")
    expect(listed.out).toMatch(/b\.txt.*the id same was already used in this run.*a\.txt:1/s)
  })

  test("what was set aside is resolved once it can be read", async () => {
    write("a.jsonl", "{broken\n")
    expect((await cli("score", "a.jsonl")).code).toBe(2)
    expect(await query("select reason from set_asides where resolved_at is null")).toHaveLength(1)
    write("a.jsonl", `${JSON.stringify({ id: "a", channel: "chat", agent_id: "A1", turns: [{ role: "agent", text: "您好" }] })}\n`)
    expect((await cli("score", "a.jsonl")).code).toBe(0)
    expect(await query("select reason from set_asides where resolved_at is null")).toHaveLength(0)
  })

  test("what does not exist, or makes no sense, is told plainly", async () => {
    expect(await cli("score", "nothing.csv")).toMatchObject({ code: 1, error: expect.stringMatching(/Nothing to read: no file at .*nothing\.csv/) })
    write("a.txt", call("a", "好的"))
    expect(await cli("score", "a.txt", "--map", "text")).toMatchObject({ code: 1, error: expect.stringContaining("“text” is not field=column") })
    expect(await cli("score", "a.txt", "nothing.csv")).toMatchObject({ code: 2, out: expect.stringContaining("1 new") })
  })
})

describe("nightly", () => {
  test("reads only what is new or different, whatever the files are called", async () => {
    mkdirSync(join(folder, "inbox"))
    write("inbox/monday.txt", call("a", "我们不能退款。"))
    expect(await json("nightly")).toMatchObject({ code: 0, files: 1, filesKnown: 0, new: 1 })
    cpSync(join(folder, "inbox/monday.txt"), join(folder, "inbox/copy.txt"))
    write("inbox/tuesday.txt", call("b", "好的"))
    expect(await json("nightly")).toMatchObject({ code: 0, files: 1, filesKnown: 2, read: 1, new: 1 })
    write("inbox/monday.txt", call("a", "好的，马上退。"))
    expect(await json("nightly")).toMatchObject({ files: 1, changed: 1 })
    expect(await json("nightly")).toMatchObject({ files: 0, read: 0 })
  })

  test("a second one at the same time says so and leaves", async () => {
    mkdirSync(join(folder, "inbox"))
    write("inbox/a.txt", call("a", "好的"))
    const lock = await tryNightly(database.pool)
    expect(lock).not.toBeNull()
    expect(await cli("nightly")).toMatchObject({ code: 0, err: expect.stringContaining("Another nightly run is under way") })
    expect(await query("select 1 from transcripts")).toHaveLength(0)
    await lock!.release()
    expect(await json("nightly")).toMatchObject({ code: 0, new: 1 })
  })
})
