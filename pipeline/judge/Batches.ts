import { Data, Effect, Schedule } from "effect"
import type { Pool } from "pg"
import { trySessionLock } from "../store/SessionLock.ts"
import { BatchEndpoint } from "./BatchEndpoint.ts"
import { BatchesNotKept, kept } from "./BatchesNotKept.ts"
import { type BatchLimits, type BatchRequest, type BatchRow, openAiLimits, openRequests, planBatches, unfinishedBatches } from "./BatchRows.ts"
import { Budget } from "./Budget.ts"
import { type Collected, collectBatch, type Keep, tidyBatch } from "./CollectBatch.ts"
import { sendBatch } from "./SendBatch.ts"

/** Another process is sending or collecting batches at this moment. */
export class BatchesBusy extends Data.TaggedError("BatchesBusy")<{ readonly message: string }> {}

/** What became of requests that were to be submitted, as numbers of requests. */
export interface Submission {
  readonly submitted: number
  /** In a batch already that is not collected yet, or given twice. */
  readonly alreadyOpen: number
  /** Without room in the budget; nothing is known of them afterwards. */
  readonly overBudget: number
}

/**
 * Submits requests in as few batches as the limits allow. One that is open under the same `customId` is not submitted again. What an
 * earlier process left between planning and submitting is submitted first; so whenever a process ends, nothing is submitted twice and
 * nothing that was planned is lost.
 */
export const submitBatch = Effect.fn("Batches.submit")(function*(pool: Pool, requests: ReadonlyArray<BatchRequest>, limits: BatchLimits = openAiLimits) {
  const tooLong = requests.find(({ customId }) => customId.length < 1 || customId.length > 64)
  if (tooLong !== undefined) throw new RangeError(`a customId has 1 to 64 characters, not ${tooLong.customId.length}`)
  return yield* alone(pool, submit(pool, requests, limits))
})

/**
 * Looks after all batches of the endpoint: hands the replies of ended ones to `keep`, which runs in the transaction that marks them as
 * collected, so that each reply is kept exactly once, and submits what an earlier process only planned. Requests that a batch ended
 * without an answer to may be submitted again.
 */
export const collectBatches = Effect.fn("Batches.collect")(function*(pool: Pool, keep: Keep) {
  return yield* alone(pool, collect(pool, keep))
})

const submit = Effect.fn("Batches.submitAlone")(function*(pool: Pool, requests: ReadonlyArray<BatchRequest>, limits: BatchLimits) {
  const { baseUrl } = yield* BatchEndpoint
  const budget = yield* Budget
  yield* resume(pool, baseUrl)
  const open = yield* kept(() => openRequests(pool, requests.map(({ customId }) => customId)))
  const wanted = new Map(requests.filter(({ customId }) => !open.has(customId)).map((one) => [one.customId, one]))
  const affordable = yield* Effect.filter(wanted.values(), ({ request }) => budget.foresee(request))
  const before = new Set((yield* kept(() => unfinishedBatches(pool, baseUrl))).map(({ id }) => id))
  yield* kept(() => planBatches(pool, baseUrl, affordable, limits))
  let submitted = 0
  for (const batch of yield* kept(() => unfinishedBatches(pool, baseUrl))) {
    if (!before.has(batch.id) && (yield* sendBatch(pool, batch, true))) submitted += batch.requests
  }
  return { submitted, alreadyOpen: requests.length - wanted.size, overBudget: wanted.size - affordable.length } satisfies Submission
})

const collect = Effect.fn("Batches.collectAlone")(function*(pool: Pool, keep: Keep) {
  const { baseUrl } = yield* BatchEndpoint
  const all = { collected: 0, stillRunning: 0, resubmittable: new Array<string>() }
  for (const batch of yield* kept(() => unfinishedBatches(pool, baseUrl))) {
    if (isUnsent(batch)) continue
    if (batch.collected_at === null) {
      const { collected, resubmittable, stillRunning }: Collected = yield* collectBatch(pool, batch, keep)
      all.collected += collected
      all.stillRunning += stillRunning
      all.resubmittable.push(...resubmittable)
    }
    yield* tidyBatch(pool, batch.id)
  }
  // Last, for what stands in the way of sending must not keep anybody from answers that are paid for.
  all.stillRunning += yield* resume(pool, baseUrl)
  return all satisfies Collected
})

/** Sends what an earlier process planned and did not get to send; gives the number of requests. */
const resume = Effect.fn("Batches.resume")(function*(pool: Pool, baseUrl: string) {
  let sent = 0
  for (const batch of yield* kept(() => unfinishedBatches(pool, baseUrl))) {
    if (isUnsent(batch) && (yield* sendBatch(pool, batch, false))) sent += batch.requests
  }
  return sent
})

const isUnsent = ({ status }: BatchRow): boolean => status === "planned" || status === "uploaded"

/** A process that was killed just now holds its lock until the database has noticed. */
const lockPatience = Schedule.spaced("250 millis").pipe(Schedule.intersect(Schedule.recurs(20)))

const takeLock = (pool: Pool) =>
  kept(() => trySessionLock(pool, "judge batches", 0)).pipe(
    Effect.flatMap((lock) => lock === null ? new BatchesBusy({ message: "Another process is sending or collecting the judge's batches." }) : Effect.succeed(lock)),
    Effect.retry({ schedule: lockPatience, while: ({ _tag }) => _tag === "BatchesBusy" })
  )

const alone = <A, E, R>(pool: Pool, work: Effect.Effect<A, E, R>): Effect.Effect<A, E | BatchesBusy | BatchesNotKept, R> =>
  Effect.acquireUseRelease(takeLock(pool), () => work, ({ release }) => Effect.promise(release))
