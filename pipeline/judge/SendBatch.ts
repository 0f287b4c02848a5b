import { Effect } from "effect"
import type { Pool } from "pg"
import { BatchEndpoint } from "./BatchEndpoint.ts"
import { type BatchesNotKept, kept } from "./BatchesNotKept.ts"
import { type BatchRow, markEnded, markSubmitted, markUploaded, requestLines } from "./BatchRows.ts"
import { retryPolicy } from "./RetryPolicy.ts"
import { stopped } from "./Stopping.ts"
import type { TransportFault } from "./TransportFault.ts"

/**
 * Brings a batch from wherever it stands to submitted; false if the endpoint will not have it, which is noted. `fresh`: planned by this
 * process just now, so that the endpoint cannot know of it yet; else it is asked for what an earlier process may have done unnoticed.
 */
export const sendBatch = Effect.fn("SendBatch")(function*(pool: Pool, batch: BatchRow, fresh: boolean) {
  const endpoint = yield* BatchEndpoint
  const sent = Effect.gen(function*() {
    const fileId = batch.file_id ?? (yield* uploaded(pool, batch, fresh))
    const batchId = yield* submitted(batch, fileId, fresh)
    yield* kept(() => markSubmitted(pool, batch, batchId))
    return true
  })
  return yield* sent.pipe(
    Effect.catchTag("Refusal", ({ detail }) => Effect.as(kept(() => markEnded(pool, batch, { ended: "failed", outputFileId: null, errorFileId: null, problems: [{ line: null, detail }] })), false)),
    stopped({ baseUrl: endpoint.baseUrl, model: batch.model })
  )
})

const uploaded = (pool: Pool, batch: BatchRow, fresh: boolean): Effect.Effect<string, TransportFault | BatchesNotKept, BatchEndpoint> =>
  Effect.gen(function*() {
    const endpoint = yield* BatchEndpoint
    // Where files cannot be listed, uploading twice does no harm.
    const known = fresh ? null : yield* Effect.catchTags(endpoint.findUpload(batch.name), { Fatal: () => Effect.succeed(null), Refusal: () => Effect.succeed(null) })
    const fileId = known ?? (yield* endpoint.upload(batch.name, yield* kept(() => requestLines(pool, batch))))
    yield* kept(() => markUploaded(pool, batch, fileId))
    return fileId
  })

/** A try whose answer got lost may have succeeded: before any try but the very first the endpoint is asked. */
const submitted = (batch: BatchRow, fileId: string, fresh: boolean): Effect.Effect<string, TransportFault, BatchEndpoint> =>
  Effect.flatMap(BatchEndpoint, (endpoint) => {
    let first = fresh
    return Effect.suspend(() => {
      const known = first ? Effect.succeed(null) : endpoint.find(batch.name, batch.planned_at.getTime())
      first = false
      return Effect.flatMap(known, (batchId) => (batchId === null ? endpoint.create(batch.name, fileId) : Effect.succeed(batchId)))
    }).pipe(Effect.retry(retryPolicy(endpoint.patience)))
  })
