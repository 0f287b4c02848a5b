import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startFakeOpenAi, type FakeOptions } from "../../fake-openai/FakeOpenAi.ts"
import { liar } from "../../fake-openai/Judges.ts"
import { freshDatabase } from "../../support/database.ts"
import { typed } from "./typed.ts"

const database = freshDatabase()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "judged-runs-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a conversation leaves open about its resolution only a judge can tell. */
const write = (name: string) => writeFileSync(join(folder, name), `# id: ${name}\n# agent: A1 王芳\n# started_at: 2026-10-05 09:00:00\n客户: 请问几点关门\n客服: 九点\n`)

const score = (name: string, url: string, settings: Readonly<Record<string, string>> = {}, ...more: ReadonlyArray<string>) =>
  typed(["score", join(folder, name), "--judge", "live", "--json", ...more], {
    DATABASE_URL: database.url, OPENAI_BASE_URL: url, TRANSCRIPT_QA_JUDGE_MODEL: "m", TRANSCRIPT_QA_JUDGE_PATIENCE: "0.2", TRANSCRIPT_QA_JUDGE_TIMEOUT: "0.3", ...settings
  })

const withFake = async <A>(options: FakeOptions, work: (url: string) => Promise<A>): Promise<A> => {
  const fake = await startFakeOpenAi(options)
  try {
    return await work(fake.url)
  } finally {
    await fake.close()
  }
}

const card = async () => (await database.pool.query<{ transcripts: number; unscored: number }>(
  `select c.transcripts, sum(r.unscored)::int as unscored from agent_scorecards c join agent_rules r using (agent, rubric, period)
  where c.period = 'all' and r.rule = 'resolution/resolves-or-next-step' group by 1`)).rows
const opinions = async (name: string) => (await database.pool.query("select distinct rule, state, counts from transcript_opinions where transcript = $1 and rule = 'resolution/resolves-or-next-step'", [name])).rows
const run = async () => (await database.pool.query<{ status: string; message: string | null }>("select status, message from runs order by id desc limit 1")).rows[0]
const rule = "resolution/resolves-or-next-step"

describe("whatever the endpoint does, the night's scorecards are complete, marked, and the exit code tells", () => {
  test("nobody there", async () => {
    write("down.txt")
    const { code, error, out } = await score("down.txt", "http://127.0.0.1:9/v1")
    expect({ code, error }).toEqual({ code: 3, error: null })
    expect(JSON.parse(out)).toMatchObject({ new: 1, scorecards: 3, judge: { given: 0, left: expect.any(Number), unfinished: expect.stringContaining("does not answer") } })
    expect(await card()).toEqual([{ transcripts: 1, unscored: 1 }])
    expect(await opinions("down.txt")).toEqual([{ rule, state: "pending", counts: false }])
    expect(await run()).toEqual({ status: "finished", message: expect.stringContaining("does not answer") })
  })

  test("too slow", () =>
    withFake({ delayMs: 2000 }, async (url) => {
      write("slow.txt")
      const { code, out } = await score("slow.txt", url)
      expect(code).toBe(3)
      expect(JSON.parse(out)).toMatchObject({ new: 1, judge: { given: 0, unfinished: expect.any(String) } })
      expect(await card()).toEqual([{ transcripts: 2, unscored: 2 }])
    }))

  test("a budget that is spent", () =>
    withFake({}, async (url) => {
      const { code, out } = await score("slow.txt", url, { TRANSCRIPT_QA_JUDGE_BUDGET: "10 tokens" })
      expect(code).toBe(3)
      expect(JSON.parse(out)).toMatchObject({ judge: { spent: { requests: 0 }, unfinished: expect.stringContaining("budget is spent") } })
    }))

  test("lying: what it cannot prove is for a person, and the run is whole", () =>
    withFake({ judge: liar }, async (url) => {
      const { code, out } = await score("slow.txt", url)
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ unchanged: 1, judge: { given: 0, left: 0, unfinished: null } })
      expect(await opinions("slow.txt")).toEqual([{ rule, state: "review", counts: false }])
      expect(await opinions("down.txt")).toEqual([{ rule, state: "review", counts: false }])
      expect(await card()).toEqual([{ transcripts: 2, unscored: 2 }])
    }))

  test("an input that cannot be read goes before", async () => {
    write("again.txt")
    const { code, out } = await score("again.txt", "http://127.0.0.1:9/v1", {}, join(folder, "missing.txt"))
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ setAside: 1, judge: { unfinished: expect.any(String) } })
  })
})

test("a judge without a database, a model, or a mode that exists is told so before anything is read", async () => {
  expect((await score("down.txt", "http://127.0.0.1:9/v1", {}, "--no-store")).error).toContain("leave out --no-store")
  expect((await score("down.txt", "http://127.0.0.1:9/v1", { TRANSCRIPT_QA_JUDGE_MODEL: "" })).error).toContain("no model is named")
  expect((await typed(["score", join(folder, "down.txt")], { DATABASE_URL: database.url, TRANSCRIPT_QA_JUDGE: "sometimes" })).error).toContain("none of off, live and batch")
})
