import { beforeEach, expect, test } from "vitest"
import { readScorecards } from "../../../pipeline/store/ReadScorecards.ts"
import { beginRun, finishRun, stopRun } from "../../../pipeline/store/Runs.ts"
import { type Refreshed, refreshScorecards } from "../../../pipeline/store/Scorecards.ts"
import { type Incoming, write } from "../../../pipeline/store/Transcripts.ts"
import type { Rubric } from "../../../schemas/Rubric.ts"
import type { Period } from "../../../schemas/Scorecard.ts"
import { freshDatabase } from "../../support/database.ts"
import { breached, half, inapplicable, judged, met, noCounts, rubric, transcript, unscored } from "./judgedSample.ts"

const database = freshDatabase()
const shanghai = "Asia/Shanghai"

const run = async (batch: ReadonlyArray<Incoming>, { under = rubric, zone = shanghai }: { under?: Rubric; zone?: string } = {}): Promise<Refreshed> => {
  const { pool } = database
  const current = await beginRun(pool, { command: "score", rubric: under })
  try {
    await write(pool, current, batch)
    return await refreshScorecards(pool, current, zone)
  } finally {
    await finishRun(pool, current, noCounts)
  }
}

const cards = (period: Period, filter: Partial<Parameters<typeof readScorecards>[1]> = {}) => readScorecards(database.kysely, { period, ...filter })
const brief = async (period: Period, filter?: Partial<Parameters<typeof readScorecards>[1]>) =>
  (await cards(period, filter)).map(({ agent, periodStart, points, scored, transcripts }) => ({ agent, periodStart, transcripts, scored, points }))
const everything = async () => (await database.pool.query("select * from scorecards c left join scorecard_rules r using (agent_id, rubric_id, period, period_start) order by 1, 2, 3, 4, r.rule_id")).rows

/** In Shanghai (UTC+8): Sunday, 31 May 2026 23:59 and Monday, 1 June 00:00, a new week and a new month. */
const sunday = Date.UTC(2026, 4, 31, 15, 59)
const monday = Date.UTC(2026, 4, 31, 16, 0)

beforeEach(async () => {
  await database.pool.query("truncate transcripts, superseded_transcripts, scores, findings, tallies, scorecards, scorecard_rules, runs, set_asides, inputs cascade")
})

const four = [
  judged(transcript({ id: "1", startedAt: sunday }), [met, half, unscored], 62.5),
  judged(transcript({ id: "2", startedAt: monday }), [met, breached, inapplicable], 80),
  judged(transcript({ id: "3", startedAt: monday + 3_600_000 }), [breached, met, inapplicable], 91.25),
  judged(transcript({ id: "4", startedAt: null }), [half, met, unscored], 70)
]

test("cards of weeks, months and all time, worked out by hand", async () => {
  expect(await run(four)).toEqual({ cards: 5, removed: 0, nameless: 0 })
  expect(await brief("week")).toEqual([
    { agent: "A1", periodStart: "2026-05-25", transcripts: 1, scored: 1, points: 62.5 },
    { agent: "A1", periodStart: "2026-06-01", transcripts: 2, scored: 2, points: 85.625 }
  ])
  expect(await brief("month")).toEqual([
    { agent: "A1", periodStart: "2026-05-01", transcripts: 1, scored: 1, points: 62.5 },
    { agent: "A1", periodStart: "2026-06-01", transcripts: 2, scored: 2, points: 85.625 }
  ])
  const near = (value: number) => expect.closeTo(value, 4)
  expect(await cards("all")).toEqual([{
    agent: "A1", agentName: "小王", rubric: "sample-1", period: "all", periodStart: null, transcripts: 4, scored: 4, points: 75.9375,
    interval: { low: near(56.0887), high: near(95.7863) }, spread: near(12.4739), band: "fair", passed: 4, criticalBreaches: 0,
    sections: [{ section: "manner", points: 75.9375, transcripts: 4 }, { section: "pace", points: null, transcripts: 0 }],
    rules: [
      { rule: "manner/greeting", applicable: 4, met: 2, partly: 1, breached: 1, notApplicable: 0, unscored: 0, estimate: { value: 0.625, low: near(0.2194), high: near(0.9081) } },
      { rule: "manner/cannot", applicable: 4, met: 2, partly: 1, breached: 1, notApplicable: 0, unscored: 0, estimate: { value: 0.625, low: near(0.2194), high: near(0.9081) } },
      { rule: "pace/first-reply", applicable: 0, met: 0, partly: 0, breached: 0, notApplicable: 2, unscored: 2, estimate: null }
    ]
  }])
  expect((await cards("week"))[0]).toMatchObject({ interval: null, spread: null, band: "fair" })
  expect((await cards("week"))[1]).toMatchObject({ interval: { low: near(14.1526), high: 100 }, spread: near(7.9550), band: "good" })
})

test("another order and other batches give the same cards", async () => {
  await run(four)
  const one = await everything()
  await database.pool.query("truncate transcripts, superseded_transcripts, scores, findings, tallies, scorecards, scorecard_rules cascade")
  for (const item of four.toReversed()) await run([item])
  const timeless = (rows: ReadonlyArray<Record<string, unknown>>) => rows.map(({ updated_at: _, ...row }) => row)
  expect(timeless(await everything())).toEqual(timeless(one))
})

test("nothing new leaves the cards alone", async () => {
  await run(four)
  const before = await everything()
  expect(await run(four)).toEqual({ cards: 0, removed: 0, nameless: 0 })
  expect(await everything()).toEqual(before)
})

test("cards can be asked for by agent, rubric and date", async () => {
  const two = { ...rubric, fingerprint: "sample-2" }
  await run([...four, judged(transcript({ id: "5", startedAt: monday, agents: [{ id: "a2", name: null }, { id: "B", name: null }] }))])
  await run([four[0]!], { under: two })
  expect(await brief("week")).toEqual([{ agent: "A1", periodStart: "2026-05-25", transcripts: 1, scored: 1, points: 62.5 }])
  const old = { rubric: "sample-1" }
  expect((await brief("week", old)).map(({ agent, periodStart }) => `${agent} ${periodStart}`)).toEqual(["A1 2026-05-25", "A1 2026-06-01", "B 2026-06-01", "a2 2026-06-01"])
  expect(await brief("week", { ...old, agent: "B" })).toHaveLength(1)
  expect(await brief("week", { ...old, agent: "A1", from: "2026-06-01" })).toMatchObject([{ periodStart: "2026-06-01" }])
  expect(await brief("week", { ...old, agent: "A1", to: "2026-05-31" })).toMatchObject([{ periodStart: "2026-05-25" }])
  expect(await brief("all", { ...old, agent: "A1", from: "2026-06-01", to: "2026-06-02" })).toHaveLength(1)
  expect(await brief("week", { rubric: "unheard-of" })).toEqual([])
})

test("a changed transcript leaves its old cards, under every rubric, and empty ones go", async () => {
  await run(four)
  await run(four, { under: { ...rubric, fingerprint: "sample-2" } })
  const moved = judged(transcript({ id: "1", startedAt: monday, agents: [{ id: "B", name: null }] }), [met, met, met], 100)
  expect(await run([moved])).toEqual({ cards: 5, removed: 4, nameless: 0 })
  for (const fingerprint of ["sample-1", "sample-2"]) {
    expect(await brief("week", { agent: "A1", rubric: fingerprint })).toEqual([{ agent: "A1", periodStart: "2026-06-01", transcripts: 2, scored: 2, points: 85.625 }])
    expect(await brief("all", { agent: "A1", rubric: fingerprint })).toMatchObject([{ transcripts: 3 }])
  }
  expect(await brief("month", { agent: "B" })).toEqual([{ agent: "B", periodStart: "2026-06-01", transcripts: 1, scored: 1, points: 100 }])
})

test("transcripts without a named agent are counted, not carded", async () => {
  expect(await run([judged(transcript({ agents: [] })), judged(transcript({ id: "c-2", agents: [] }))])).toEqual({ cards: 0, removed: 0, nameless: 2 })
  expect(await brief("all")).toEqual([])
})

test("a transcript in which nothing applied took place but earned no points", async () => {
  await run([judged(transcript(), [inapplicable, inapplicable, unscored], null)])
  expect(await cards("all")).toMatchObject([{ transcripts: 1, scored: 0, points: null, interval: null, spread: null, band: null, passed: 0, sections: [{ points: null }, { points: null }] }])
})

test("what a run wrote before it died is carded by the next one", async () => {
  const { pool } = database
  const dying = await beginRun(pool, { command: "score", rubric })
  await write(pool, dying, four)
  await stopRun(pool, dying, noCounts, "killed")
  expect(await brief("all")).toEqual([])
  expect(await run([])).toEqual({ cards: 5, removed: 0, nameless: 0 })
  expect(await brief("all")).toMatchObject([{ transcripts: 4 }])
})

test("two runs at once card each other's transcripts", async () => {
  const { pool } = database
  const [one, two] = [await beginRun(pool, { command: "one", rubric }), await beginRun(pool, { command: "two", rubric })]
  await Promise.all([write(pool, one, four.slice(0, 2)), write(pool, two, four.slice(2))])
  await Promise.all([refreshScorecards(pool, one, shanghai), refreshScorecards(pool, two, shanghai)])
  await finishRun(pool, one, noCounts)
  await finishRun(pool, two, noCounts)
  expect(await brief("all")).toEqual([{ agent: "A1", periodStart: null, transcripts: 4, scored: 4, points: 75.9375 }])
})

test("in another time zone the weeks begin elsewhere", async () => {
  await run(four)
  await run([], { zone: "UTC" })
  expect(await brief("week")).toEqual([{ agent: "A1", periodStart: "2026-05-25", transcripts: 3, scored: 3, points: expect.closeTo(77.9167, 4) }])
  expect(await brief("month")).toMatchObject([{ periodStart: "2026-05-01", transcripts: 3 }])
  expect(await brief("all")).toMatchObject([{ transcripts: 4 }])
})
