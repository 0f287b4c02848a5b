import { Clock, Effect, Stream } from "effect"
import type { Pool, PoolClient } from "pg"
import { transaction } from "../store/Transaction.ts"
import { BatchEndpoint, type RemoteBatch } from "./BatchEndpoint.ts"
import { type BatchesNotKept, kept } from "./BatchesNotKept.ts"
import { batchLine } from "./BatchLine.ts"
import { batchDialect, type BatchRow, closeBatch, findBatch, markCollected, markEnded, markReturned, markTidied, openOf } from "./BatchRows.ts"
import { type Dialect, understood } from "./Dialect.ts"
import { Budget } from "./Budget.ts"
import type { ChatRequest, Reply, Usage } from "./Endpoint.ts"
import { retryPolicy } from "./RetryPolicy.ts"
import { stopped } from "./Stopping.ts"
import type { TransportFault } from "./TransportFault.ts"

/** Stores a reply, on a connection whose transaction also notes that it was collected. Rejects, and it will come again. */
export type Keep = (client: PoolClient, customId: string, reply: Reply, request: ChatRequest) => Promise<void>

/** As numbers of requests; `resubmittable` by name. */
export interface Collected {
  readonly collected: number
  readonly stillRunning: number
  readonly resubmittable: ReadonlyArray<string>
}

interface Kept {
  readonly request: ChatRequest
  readonly usage: Usage | null
}

/** Lines kept in one transaction. */
const linesAtOnce = 100

/** For so long a batch or file that the endpoint denies is taken as denied by mistake, such as with another account's key. */
const forgottenAfterMs = 3 * 86_400_000

/** Looks how a batch is, and takes what has come of it. */
export const collectBatch = Effect.fn("CollectBatch")(function*(pool: Pool, batch: BatchRow, keep: Keep) {
  const { baseUrl } = yield* BatchEndpoint
  return yield* collect(pool, batch, keep).pipe(stopped({ baseUrl, model: batch.model }))
})

const collect = (pool: Pool, batch: BatchRow, keep: Keep): Effect.Effect<Collected, TransportFault | BatchesNotKept, BatchEndpoint | Budget> =>
  Effect.gen(function*() {
    let collected = 0
    if (batch.ended_at === null) {
      const remote = yield* look(batch)
      if (remote === null || remote.ended === null) return { collected, stillRunning: batch.requests, resubmittable: [] }
      collected += yield* kept(() => noteEnd(pool, batch, remote, keep))
    }
    const ended = yield* kept(() => findBatch(pool, batch.id))
    for (const fileId of [ended.output_file_id, ended.error_file_id]) {
      if (fileId === null) continue
      const lines = yield* collectFile(pool, ended, fileId, keep)
      if (lines === null) return { collected, stillRunning: ended.requests, resubmittable: [] }
      collected += lines
    }
    return { collected, stillRunning: 0, resubmittable: yield* kept(() => closeBatch(pool, ended)) }
  })

const look = ({ batch_id, submitted_at }: BatchRow) =>
  Effect.flatMap(BatchEndpoint, (endpoint) =>
    unlessDenied<RemoteBatch, never>(endpoint.look(batch_id!), submitted_at!, {
      batchId: batch_id!,
      ended: "failed",
      outputFileId: null,
      errorFileId: null,
      problems: [{ line: null, detail: "the endpoint does not know this batch any more" }]
    }))

/** `null` where the endpoint denies a thing that may come back, `gone` where it has done so for long. */
const unlessDenied = <A, E extends BatchesNotKept>(asked: Effect.Effect<A, TransportFault | E>, since: Date, gone: A): Effect.Effect<A | null, TransportFault | E> =>
  Effect.catchAll(asked, (error) =>
    error._tag === "Fatal" && error.reason === "model"
      ? Effect.map(Clock.currentTimeMillis, (now) => (now - since.getTime() > forgottenAfterMs ? gone : null))
      : Effect.fail(error))

/** Notes how a batch ended; the lines that a failed one is blamed on are final, unless the next is sent in another dialect. */
const noteEnd = (pool: Pool, batch: BatchRow, remote: RemoteBatch, keep: Keep): Promise<number> =>
  transaction(pool, async (client) => {
    await markEnded(client, batch, remote)
    const dialect = await batchDialect(client, batch)
    const details = new Map(remote.problems.flatMap(({ detail, line }) => (line === null || understood(dialect, { kind: "Rejected", detail }) !== null ? [] : [[line, detail] as const])))
    const blamed = await openOf(client, batch, { lines: [...details.keys()] })
    for (const { customId, line, request } of blamed) await keep(client, customId, { _tag: "Rejected", detail: details.get(line)!, usage: null }, request)
    await markCollected(client, batch, blamed.map(({ customId }) => customId))
    return blamed.length
  })

/** How many replies of a file were kept; `null` if it cannot be had now. May be done again. */
const collectFile = Effect.fn("CollectBatch.file")(function*(pool: Pool, batch: BatchRow, fileId: string, keep: Keep) {
  const endpoint = yield* BatchEndpoint
  const budget = yield* Budget
  let collected = 0
  const dialect = yield* kept(() => batchDialect(pool, batch))
  const read = endpoint.lines(fileId).pipe(
    Stream.grouped(linesAtOnce),
    Stream.runForEach((lines) => Effect.flatMap(kept(() => keepLines(pool, batch, [...lines], dialect, keep)), (all) => {
      collected += all.length
      return Effect.forEach(all, ({ request, usage }) => (usage === null ? Effect.void : budget.learn(request, usage)), { discard: true })
    })),
    Effect.retry(retryPolicy(endpoint.patience)),
    Effect.map(() => collected)
  )
  return yield* unlessDenied(read, batch.ended_at!, 0)
})

const keepLines = (pool: Pool, batch: BatchRow, lines: ReadonlyArray<string>, dialect: Dialect, keep: Keep): Promise<ReadonlyArray<Kept>> => {
  const read = new Map(lines.flatMap((text) => {
    const line = batchLine(text, dialect)
    return line === null ? [] : [[line.customId, line] as const]
  }))
  return transaction(pool, async (client) => {
    const collected: Array<Kept & { readonly customId: string }> = []
    const returned: Array<{ readonly customId: string; readonly detail: string }> = []
    for (const { customId, request } of await openOf(client, batch, { customIds: [...read.keys()] })) {
      const reply = read.get(customId)!.read(request)
      if (reply._tag === "Returned") {
        returned.push({ customId, detail: reply.detail })
        continue
      }
      await keep(client, customId, reply, request)
      collected.push({ customId, request, usage: reply.usage })
    }
    await markCollected(client, batch, collected.map(({ customId }) => customId))
    await markReturned(client, batch, returned)
    return collected
  })
}

/** Deletes the files of a collected batch at the endpoint, whose storage is no place for transcripts. What cannot be deleted now is tried again next time. */
export const tidyBatch = Effect.fn("CollectBatch.tidy")(function*(pool: Pool, id: string) {
  const endpoint = yield* BatchEndpoint
  const batch = yield* kept(() => findBatch(pool, id))
  if (batch.collected_at === null) return
  const files = [batch.file_id, batch.output_file_id, batch.error_file_id].filter((fileId) => fileId !== null)
  yield* Effect.forEach(files, (fileId) => endpoint.remove(fileId).pipe(Effect.catchTags({ Fatal: () => Effect.void, Refusal: () => Effect.void }))).pipe(
    Effect.zipRight(kept(() => markTidied(pool, batch))),
    Effect.catchTag("Transient", () => Effect.void)
  )
})
