import { NodeContext } from "@effect/platform-node"
import { ConfigProvider, Duration, Effect } from "effect"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { scoreInputs } from "../../../pipeline/commands/Score.ts"
import { expand } from "../../../pipeline/Inputs.ts"
import type { JudgeSettings } from "../../../pipeline/judge/JudgeSettings.ts"
import { judgeWorkOf } from "../../../pipeline/judge/JudgeWork.ts"
import { questionsOf } from "../../../scorers/judge/Question.ts"
import type { LoadedRules } from "../../../scorers/RuleFiles.ts"
import { startFakeOpenAi, type FakeOptions } from "../../fake-openai/FakeOpenAi.ts"
import { liar } from "../../fake-openai/Judges.ts"
import { freshDatabase } from "../../support/database.ts"
import { settingsFor } from "../judge/undecidedChats.ts"
import { typed } from "./typed.ts"
import { bundledRules } from "../../support/bundledRules.ts"

const database = freshDatabase()
let folder: string
let rules: LoadedRules

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "judged-runs-"))
  rules = bundledRules()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What this conversation leaves open about its resolution only a judge can tell. */
const write = (name: string) => writeFileSync(join(folder, name), `# id: ${name}\n# agent: A1 王芳\n# started_at: 2026-10-05 09:00:00\n客户: 请问几点关门\n客服: 九点\n`)

const nowhere = "http://127.0.0.1:9/v1"

/** `score --judge live` of these files; the exit code it sets beside what it comes to. */
const score = async (names: ReadonlyArray<string>, url: string, changes: Partial<JudgeSettings> = {}) => {
  const before = process.exitCode
  process.exitCode = 0
  try {
    const result = await Effect.gen(function*() {
      const inputs = yield* expand(names.map((name) => join(folder, name)))
      const judge = judgeWorkOf("live", settingsFor(url, { timeout: Duration.millis(300), ...changes }), questionsOf(rules.rules.map(({ value }) => value)))
      const options = { source: "default", timeZone: "Asia/Shanghai", channel: null, columns: new Map<string, string>() }
      return yield* scoreInputs({ inputs, rules, format: null, options, timeZone: "Asia/Shanghai", lines: null, store: true, judge, command: "score" })
    }).pipe(Effect.withConfigProvider(ConfigProvider.fromMap(new Map([["DATABASE_URL", database.url]]))), Effect.provide(NodeContext.layer), Effect.runPromise)
    return { ...result, code: Number(process.exitCode) }
  } finally {
    process.exitCode = before
  }
}

const withFake = async <A>(options: FakeOptions, work: (url: string) => Promise<A>): Promise<A> => {
  const fake = await startFakeOpenAi(options)
  try {
    return await work(fake.url)
  } finally {
    await fake.close()
  }
}

const rule = "resolution/resolves-or-next-step"
const card = async () => (await database.pool.query<{ transcripts: number; unscored: number }>(
  `select c.transcripts, sum(r.unscored)::int as unscored from agent_scorecards c join agent_rules r using (agent, rubric, period) where c.period = 'all' and r.rule = $1 group by 1`, [rule])).rows
const opinions = async (name: string) => (await database.pool.query("select distinct rule, state, counts from transcript_opinions where transcript = $1 and rule = $2", [name, rule])).rows
const run = async () => (await database.pool.query<{ status: string; message: string | null }>("select status, message from runs order by id desc limit 1")).rows[0]

describe("whatever the endpoint does, the night's scorecards are complete, marked, and the exit code tells", () => {
  test("nobody there", async () => {
    write("down.txt")
    expect(await score(["down.txt"], nowhere)).toMatchObject({
      code: 3, counts: { new: 1 }, cards: { cards: 3 }, judge: { given: 0, left: expect.any(Number), unfinished: expect.stringContaining("does not answer") }
    })
    expect(await card()).toEqual([{ transcripts: 1, unscored: 1 }])
    expect(await opinions("down.txt")).toEqual([{ rule, state: "pending", counts: false }])
    expect(await run()).toEqual({ status: "finished", message: expect.stringContaining("does not answer") })
  })

  test("too slow", () =>
    withFake({ delayMs: 2000 }, async (url) => {
      write("slow.txt")
      expect(await score(["slow.txt"], url)).toMatchObject({ code: 3, counts: { new: 1 }, judge: { given: 0, unfinished: expect.any(String) } })
      expect(await card()).toEqual([{ transcripts: 2, unscored: 2 }])
    }))

  test("a budget that is spent", () =>
    withFake({}, async (url) => {
      const cap = { unit: "tokens", most: 10, prices: null } as const
      expect(await score(["slow.txt"], url, { cap })).toMatchObject({ code: 3, judge: { spent: { requests: 0 }, unfinished: expect.stringContaining("budget is spent") } })
    }))

  test("lying: what it cannot prove is for a person, and the run is whole", () =>
    withFake({ judge: liar }, async (url) => {
      expect(await score(["slow.txt"], url)).toMatchObject({ code: 0, counts: { unchanged: 1 }, judge: { given: 0, left: 0, unfinished: null } })
      expect(await opinions("slow.txt")).toEqual([{ rule, state: "review", counts: false }])
      expect(await opinions("down.txt")).toEqual([{ rule, state: "review", counts: false }])
      expect(await card()).toEqual([{ transcripts: 2, unscored: 2 }])
    }))

  test("an input that cannot be read goes before", async () => {
    write("again.txt")
    expect(await score(["again.txt", "missing.txt"], nowhere)).toMatchObject({ code: 2, counts: { setAside: 1 }, judge: { unfinished: expect.any(String) } })
  })
})

test("a judge without a database, a model, or a mode that exists is told so before anything is read", async () => {
  const ask = (settings: Readonly<Record<string, string>>, ...more: ReadonlyArray<string>) => typed(["score", join(folder, "down.txt"), ...more], { DATABASE_URL: database.url, OPENAI_BASE_URL: nowhere, ...settings })
  expect((await ask({ TRANSCRIPT_QA_JUDGE_MODEL: "m" }, "--judge", "live", "--no-store")).error).toContain("leave out --no-store")
  expect((await ask({}, "--judge", "live")).error).toContain("no model is named")
  expect((await ask({ TRANSCRIPT_QA_JUDGE: "sometimes" })).error).toContain("none of off, live and batch")
})
