import { Effect, Exit, type Scope } from "effect"
import { beforeAll, beforeEach, describe, expect } from "vitest"
import { type FakeOpenAi, type FakeOptions, startFakeOpenAi } from "../../fake-openai/FakeOpenAi.ts"
import { freshDatabase } from "../../support/database.ts"
import { live } from "../../support/effect.ts"
import { batchNight, batchRequests, makeKept } from "./BatchNight.ts"

const database = freshDatabase()
beforeAll(() => makeKept(database.pool))
beforeEach(() => database.pool.query("truncate kept, judge_batches, judge_batch_requests"))

const running = (options: FakeOptions = {}): Effect.Effect<{ readonly fake: FakeOpenAi } & ReturnType<typeof batchNight>, never, Scope.Scope> =>
  Effect.acquireRelease(Effect.promise(() => startFakeOpenAi(options)), ({ close }) => Effect.promise(close)).pipe(
    Effect.map((fake) => ({ fake, ...batchNight(database.pool, fake.url) }))
  )

const rows = <A extends object>(query: string) => Effect.promise(async () => (await database.pool.query<A>(query)).rows)

const keptTags = Effect.map(
  rows<{ custom_id: string; tag: string }>("select custom_id, reply ->> '_tag' as tag from kept order by custom_id collate \"C\""),
  (all) => all.map(({ custom_id, tag }) => `${custom_id} ${tag}`)
)

describe("a batch", () => {
  live("is submitted once, runs, and its replies are kept once, whatever their order", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      fake.batches.plan.looks = 1
      expect(yield* submit(batchRequests(130))).toEqual({ submitted: 130, alreadyOpen: 0, overBudget: 0 })
      expect(yield* submit(batchRequests(131))).toEqual({ submitted: 1, alreadyOpen: 130, overBudget: 0 })
      expect(yield* collect).toEqual({ collected: 0, stillRunning: 131, resubmittable: [] })
      expect(yield* collect).toEqual({ collected: 131, stillRunning: 0, resubmittable: [] })
      expect(yield* collect).toEqual({ collected: 0, stillRunning: 0, resubmittable: [] })
      expect(fake.batches.submitted.toSorted()).toEqual(batchRequests(131).map(({ customId }) => customId).toSorted())
      const [{ count, ids }] = (yield* rows<{ count: number; ids: number }>("select count(*)::int as count, count(distinct custom_id)::int as ids from kept where reply ->> '_tag' = 'Answered'")) as [{ count: number; ids: number }]
      expect([count, ids]).toEqual([131, 131])
      // Nothing of the transcripts stays behind: not there, and here no second time.
      expect(fake.batches.files.size).toBe(0)
      expect(yield* rows("select from judge_batch_requests where request is not null or state <> 'collected'")).toEqual([])
    }))

  live("asks for no storage and names no user in any of its requests", () =>
    Effect.gen(function*() {
      const { fake, submit } = yield* running()
      yield* submit(batchRequests(20))
      const lines = [...fake.batches.files.values()].flatMap(({ text }) => text.split("\n").filter((line) => line !== ""))
      expect(lines).toHaveLength(20)
      for (const line of lines) {
        const { body } = JSON.parse(line) as { readonly body: Readonly<Record<string, unknown>> }
        expect({ store: body["store"], user: body["user"], metadata: body["metadata"] }).toEqual({ store: false })
      }
    }))

  live("holds one model and no more than the limits", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      const other = batchRequests(3, 100).map(({ customId, request }) => ({ customId, request: { ...request, model: "liar" } }))
      yield* submit([...batchRequests(10), ...other], { requests: 4, bytes: 1_000_000 })
      expect([...fake.batches.batches.values()].map(({ input_file_id }) => fake.batches.files.get(input_file_id)!.text.trim().split("\n").length)).toEqual([4, 4, 2, 3])
      yield* submit(batchRequests(4, 200), { requests: 100, bytes: 2_500 })
      const sizes = [...fake.batches.files.values()].slice(4).map(({ bytes }) => bytes)
      expect(sizes.length).toBeGreaterThan(1)
      for (const size of sizes) expect(size).toBeLessThanOrEqual(2_500)
      expect((yield* collect).collected).toBe(17)
    }))

  live("takes no more requests than the budget has room for", () =>
    Effect.gen(function*() {
      const { fake } = yield* running()
      const { submit } = batchNight(database.pool, fake.url, { most: 10_000 })
      const { overBudget, submitted } = yield* submit(batchRequests(50))
      expect(submitted + overBudget).toBe(50)
      // 400 tokens of answer each, and a prompt of up to 400.
      expect(submitted).toBeGreaterThanOrEqual(10_000 / 900)
      expect(submitted).toBeLessThan(10_000 / 400)
      expect(fake.batches.submitted).toHaveLength(submitted)
    }))
})

describe("the budget of a batch", () => {
  live("follows what the answers collected before it took", () =>
    Effect.gen(function*() {
      const { fake } = yield* running({ usage: () => ({ prompt: 50, completion: 50 }) })
      const first = yield* batchNight(database.pool, fake.url, { most: 20_000 }).submit(batchRequests(300))
      expect(first.submitted).toBeLessThan(50)
      const { collect, submit } = batchNight(database.pool, fake.url, { most: 20_000 })
      expect((yield* collect).collected).toBe(first.submitted)
      const second = yield* submit(batchRequests(300, 1000))
      // A hundred tokens each, and a tenth more.
      expect(second.submitted).toBeGreaterThan(170)
      expect(second.submitted).toBeLessThanOrEqual(182)
    }))
})

describe("what goes wrong with a batch", () => {
  live("an expired one keeps its answers, the rest may be submitted again", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      Object.assign(fake.batches.plan, { end: "expired", answered: (_: string, line: number) => line < 3 })
      yield* submit(batchRequests(5))
      expect(yield* collect).toEqual({ collected: 3, stillRunning: 0, resubmittable: ["request-3", "request-4"] })
      expect(yield* rows("select status, problem from judge_batches")).toEqual([{ status: "expired", problem: null }])
      fake.batches.plan.end = "completed"
      expect(yield* submit(batchRequests(2, 3))).toEqual({ submitted: 2, alreadyOpen: 0, overBudget: 0 })
      expect((yield* collect).collected).toBe(2)
      expect(yield* keptTags).toEqual([0, 1, 2, 3, 4].map((seq) => `request-${seq} Answered`))
    }))

  live("a cancelled one the same", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      Object.assign(fake.batches.plan, { end: "cancelled", answered: () => false })
      yield* submit(batchRequests(2))
      expect(yield* collect).toEqual({ collected: 0, stillRunning: 0, resubmittable: ["request-0", "request-1"] })
      expect(yield* rows("select distinct detail from judge_batch_requests")).toEqual([{ detail: "batch_cancelled: This request was not executed in time" }])
    }))

  live("one that failed before it ran: the blamed lines are final, the rest may be submitted again, and why is written down", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      Object.assign(fake.batches.plan, { end: "failed", blamed: [2] })
      yield* submit(batchRequests(3))
      expect(yield* collect).toEqual({ collected: 1, stillRunning: 0, resubmittable: ["request-0", "request-2"] })
      expect(yield* keptTags).toEqual(["request-1 Rejected"])
      expect(yield* rows("select status, problem from judge_batches")).toEqual([{ status: "failed", problem: "invalid_request: This line cannot be used" }])
    }))

  live("lines that failed: what is final is kept, what is not may be submitted again", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      const wrong = ["400", "filtered-400", "refusal", "truncated", "500", "quota", null] as const
      fake.batches.plan.fault = (_, line) => wrong[line] ?? null
      yield* submit(batchRequests(7))
      expect(yield* collect).toEqual({ collected: 5, stillRunning: 0, resubmittable: ["request-4", "request-5"] })
      expect(yield* keptTags).toEqual(["request-0 Rejected", "request-1 Filtered", "request-2 Refused", "request-3 Truncated", "request-6 Answered"])
    }))

  live("what a model does not take is left out of the next batch", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      fake.batches.plan.fault = (_, __, body) => body["temperature"] !== undefined ? "no-temperature" : body["max_completion_tokens"] !== undefined ? "old-limit" : null
      const all = batchRequests(2)
      for (const resubmittable of [["request-0", "request-1"], ["request-0", "request-1"], []]) {
        yield* submit(all)
        expect((yield* collect).resubmittable).toEqual(resubmittable)
      }
      expect(yield* keptTags).toEqual(["request-0 Answered", "request-1 Answered"])
      // Another model may take it.
      yield* submit(batchRequests(1, 9).map(({ customId, request }) => ({ customId, request: { ...request, model: "other" } })))
      expect([...fake.batches.files.values()].at(-1)!.text).toContain(`"temperature":0`)
    }))

  live("a refused submission is written down and its requests return", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      fake.batches.refuse = "400"
      expect((yield* submit(batchRequests(2, 10))).submitted).toBe(0)
      expect(yield* collect).toEqual({ collected: 0, stillRunning: 0, resubmittable: ["request-10", "request-11"] })
      expect(yield* rows("select status, problem from judge_batches")).toEqual([{ status: "failed", problem: "400: The request cannot be used" }])
    }))

  live("a key that is refused stops the judge; the batch waits for the next night", () =>
    Effect.gen(function*() {
      const { fake, submit } = yield* running({ key: "sk-other" })
      const exit = yield* Effect.exit(submit(batchRequests(2)))
      expect(Exit.isFailure(exit)).toBe(true)
      expect(yield* Effect.flip(submit([]))).toMatchObject({ _tag: "JudgeStopped", reason: "key" })
      expect(fake.batches.files.size).toBe(0)
      expect(yield* rows("select status from judge_batches")).toEqual([{ status: "planned" }])
    }))

  live("what was answered is collected although nothing more can be submitted", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      yield* submit(batchRequests(2))
      fake.batches.refuse = "quota"
      expect(yield* Effect.flip(submit(batchRequests(2, 10)))).toMatchObject({ _tag: "JudgeStopped", reason: "quota" })
      expect(yield* Effect.flip(collect)).toMatchObject({ _tag: "JudgeStopped", reason: "quota" })
      expect(yield* keptTags).toEqual(["request-0 Answered", "request-1 Answered"])
      fake.batches.refuse = null
      expect(yield* collect).toEqual({ collected: 0, stillRunning: 2, resubmittable: [] })
      expect((yield* collect).collected).toBe(2)
      expect(fake.batches.submitted).toEqual(["request-0", "request-1", "request-10", "request-11"])
    }))

  live("a batch that the endpoint denies is not given up at once: the key may be another account's", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      yield* submit(batchRequests(2))
      const hidden = new Map(fake.batches.batches)
      fake.batches.batches.clear()
      expect(yield* collect).toEqual({ collected: 0, stillRunning: 2, resubmittable: [] })
      for (const [id, batch] of hidden) fake.batches.batches.set(id, batch)
      expect((yield* collect).collected).toBe(2)
    }))

  live("a batch denied for three days is given up", () =>
    Effect.gen(function*() {
      const { collect, fake, submit } = yield* running()
      yield* submit(batchRequests(2))
      fake.batches.batches.clear()
      yield* rows("update judge_batches set submitted_at = now() - interval '4 days'")
      expect(yield* collect).toEqual({ collected: 0, stillRunning: 0, resubmittable: ["request-0", "request-1"] })
    }))

  live("a submission whose answer gets lost is found again instead of repeated", () =>
    Effect.gen(function*() {
      let lost = 1
      const { collect, fake, submit } = yield* running({ lose: ({ method, path }) => method === "POST" && path === "/v1/batches" && lost-- > 0 })
      expect((yield* submit(batchRequests(2))).submitted).toBe(2)
      expect(fake.batches.batches.size).toBe(1)
      expect((yield* collect).collected).toBe(2)
    }))

  live("a file of answers that breaks off is read again, and nothing is kept twice", () =>
    Effect.gen(function*() {
      let broken = 2
      const { collect, fake, submit } = yield* running({ breakOff: ({ path }) => path.endsWith("/content") && broken-- > 0 })
      yield* submit(batchRequests(150))
      expect(yield* collect).toEqual({ collected: 150, stillRunning: 0, resubmittable: [] })
      expect(broken).toBeLessThan(0)
      expect(fake.batches.submitted).toHaveLength(150)
      expect(yield* rows("select custom_id from kept group by 1 having count(*) > 1")).toEqual([])
    }))

  live("a reply that cannot be kept is not lost", () =>
    Effect.gen(function*() {
      const { collect, submit } = yield* running()
      yield* submit(batchRequests(3))
      yield* rows("alter table kept add constraint no_two check (custom_id <> 'request-2')")
      const error = yield* Effect.flip(collect)
      expect(error).toMatchObject({ _tag: "BatchesNotKept" })
      expect(yield* keptTags).toEqual([])
      yield* rows("alter table kept drop constraint no_two")
      expect((yield* collect).collected).toBe(3)
    }))
})
