import { afterEach, beforeEach, expect, test } from "vitest"
import { type FakeOpenAi, startFakeOpenAi } from "../../fake-openai/FakeOpenAi.ts"
import { makeDatabase } from "../../support/database.ts"
import { calibrate, judgeNight, kind, settingsFor, undecided } from "./undecidedChats.ts"

let database: Awaited<ReturnType<typeof makeDatabase>>
let fake: FakeOpenAi

beforeEach(async () => {
  fake = await startFakeOpenAi()
  database = await makeDatabase()
})
afterEach(async () => {
  await fake.close()
  await database.drop()
})

const night = (more: Partial<Parameters<typeof judgeNight>[1]> = {}) => judgeNight(database, { settings: settingsFor(fake.url), mode: "batch", ...more })
const states = async () => (await database.pool.query<{ state: string; n: number }>("select state, count(*)::int as n from opinions group by 1 order by 1")).rows
const chats = [undecided(kind("a")), undecided(kind("b", "多久能到？"))]

test("what is submitted tonight is collected tomorrow, before anything is asked", async () => {
  expect(await night({ chats })).toMatchObject({ mode: "batch", given: 0, submitted: 4, left: 4, unfinished: null, spent: { requests: 0 } })
  expect(await states()).toEqual([{ state: "pending", n: 4 }])
  const tomorrow = await night()
  expect(tomorrow).toMatchObject({ given: 4, submitted: 0, left: 0, unfinished: null, spent: { requests: 4 } })
  expect(tomorrow.spent.usage.prompt).toBeGreaterThan(0)
  expect(await states()).toEqual([{ state: "given", n: 4 }])
  expect(fake.batches.submitted).toHaveLength(4)
  expect(fake.chats).toHaveLength(0)
  const { rows } = await database.pool.query("select (select count(*)::int from judge_inquiries) as inquiries, count(*)::int as calls, count(*) filter (where mode = 'batch')::int as batch from judge_calls")
  expect(rows).toEqual([{ inquiries: 0, calls: 4, batch: 4 }])
  // What a batch answered, live has no need to ask.
  expect(await night({ mode: "live", chats })).toMatchObject({ given: 0, left: 0 })
  expect(fake.chats).toHaveLength(0)
  await calibrate(database, true)
  await night()
  expect((await database.pool.query("select distinct decided_by from scores order by 1")).rows).toEqual([{ decided_by: "rule" }, { decided_by: "judge" }])
})

test("a batch that is still under way is not submitted again; only what is new is", async () => {
  fake.batches.plan.looks = 1
  await night({ chats: chats.slice(0, 1) })
  expect(await night({ chats })).toMatchObject({ submitted: 2, given: 0, left: 4 })
  expect(new Set(fake.batches.submitted).size).toBe(4)
  fake.batches.plan.looks = 0
  expect(await night()).toMatchObject({ given: 4, left: 0 })
  expect(fake.batches.submitted).toHaveLength(4)
})

test("what an expired batch did not answer is asked again, and only that", async () => {
  fake.batches.plan.end = "expired"
  fake.batches.plan.answered = (_, line) => line % 2 === 0
  await night({ chats })
  expect(await night()).toMatchObject({ given: 0, submitted: 2, left: 4 })
  fake.batches.plan.end = "completed"
  expect(await night()).toMatchObject({ given: 4, submitted: 0, left: 0 })
  expect(fake.batches.submitted).toHaveLength(6)
})

test("an endpoint that is down ends only the judge's part; what was collected before counts", async () => {
  await night({ chats })
  const { url } = fake
  await fake.close()
  const down = await judgeNight(database, { mode: "batch", settings: settingsFor(url) })
  expect(down).toMatchObject({ given: 0, left: 4, submitted: 0, unfinished: expect.stringContaining("does not answer") })
  fake = await startFakeOpenAi({ port: Number(new URL(url).port) })
  expect((await database.pool.query("select status, message from runs order by id desc limit 1")).rows).toEqual([{ status: "finished", message: expect.stringContaining("does not answer") }])
})
