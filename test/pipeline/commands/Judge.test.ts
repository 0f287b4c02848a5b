import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type FakeOpenAi, startFakeOpenAi } from "../../fake-openai/FakeOpenAi.ts"
import { freshDatabase } from "../../support/database.ts"
import { typed } from "./typed.ts"

const database = freshDatabase()
let folder: string
let fake: FakeOpenAi

const rule = "resolution/resolves-or-next-step"
const cli = (...words: ReadonlyArray<string>) => typed(words, { DATABASE_URL: database.url, OPENAI_BASE_URL: fake.url, TRANSCRIPT_QA_JUDGE_MODEL: "m", TRANSCRIPT_QA_LANGUAGE: "en" })
const json = async (...words: ReadonlyArray<string>) => {
  const { code, error, out } = await cli(...words, "--json")
  expect({ code, error }).toEqual({ code: 0, error: null })
  return JSON.parse(out) as unknown
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "judge-"))
  fake = await startFakeOpenAi()
  writeFileSync(join(folder, "open.txt"), "# id: open\n# agent: A1 王芳\n# started_at: 2026-10-05 09:00:00\n客户: 我的电话是13800138000，请问几点关门\n客服: 九点\n")
  writeFileSync(join(folder, "decided.txt"), "# id: decided\n# agent: A1 王芳\n客户: 你好\n客服: 您好\n")
  await cli("score", folder)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await fake.close()
})

test("preview shows what would be sent, redacted, and sends nothing", async () => {
  const { out } = await cli("judge", "preview", "open")
  expect(out).toMatch(/Request 1 of 2, forward/)
  expect(out).toContain(`[${rule}]`)
  expect(out).toContain("⟦")
  expect(out).not.toContain("13800138000")
  expect(await json("judge", "preview", "open")).toMatchObject([{ model: "m", store: false, temperature: 0 }, { model: "m", store: false }])
  expect((await cli("judge", "preview", "decided")).out).toContain("Nothing would be sent")
  expect(fake.received).toHaveLength(0)
  expect((await cli("judge", "status")).out).toContain("not asked anything yet")
})

test("status tells what was asked, calibrate what it is worth, retry asks again what came to nothing", async () => {
  fake.faults.push("refusal")
  await cli("score", folder, "--judge", "live")
  expect(fake.chats.length).toBe(2)
  expect(await json("judge", "status")).toMatchObject({ rules: [{ rule, failed: 1, given: 0, trusted: null }], calls: [{ state: "answered", calls: 1 }, { state: "refused", calls: 1 }], batches: [] })
  expect((await cli("judge", "retry")).out).toContain("1 failed opinion will be asked for again")
  await cli("score", folder, "--judge", "live")
  // What was answered is not asked again.
  expect(fake.chats.length).toBe(3)
  expect((await cli("judge", "status")).out).toContain("never calibrated, so its opinions are advisory")

  const labels = join(folder, "reviewed.jsonl")
  writeFileSync(labels, `{"transcript":"open","rule":"${rule}","outcome":"Met"}\n{"transcript":"elsewhere","rule":"${rule}","outcome":"Met"}\n`)
  expect(await json("judge", "calibrate", "--labels", labels, "--repeat", "5")).toMatchObject({ rules: [{ rule, n: 0, stability: 1, trusted: false, unmatched: 1, because: expect.stringContaining("fewer than 200") }], changed: 0, unfinished: null })
  expect(fake.chats.length).toBe(5)
  await cli("judge", "calibrate", "--labels", labels, "--repeat", "5")
  expect(fake.chats.length).toBe(5)
  expect((await database.pool.query("select rule, trusted, n from judge_trust")).rows).toEqual([{ rule, trusted: false, n: 0 }])
  writeFileSync(labels, "{\n")
  expect((await cli("judge", "calibrate", "--labels", labels)).error).toContain("reviewed.jsonl:1")
})
