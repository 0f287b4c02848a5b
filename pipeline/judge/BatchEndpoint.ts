import { type ConfigError, Context, Duration, Effect, Layer, Stream } from "effect"
import type { OpenAI } from "openai"
import { apiCall } from "./ApiCall.ts"
import { type JudgeSettings, judgeSettings } from "./JudgeSettings.ts"
import { openAiClient } from "./OpenAiClient.ts"
import { retryPolicy } from "./RetryPolicy.ts"
import { transportFault, type TransportFault } from "./TransportFault.ts"

/** A batch as the endpoint sees it. */
export interface RemoteBatch {
  readonly batchId: string
  /** `null` while it is under way. */
  readonly ended: "completed" | "expired" | "cancelled" | "failed" | null
  readonly outputFileId: string | null
  readonly errorFileId: string | null
  /** Why it failed; `line` of the file of requests, from 1. */
  readonly problems: ReadonlyArray<{ readonly line: number | null; readonly detail: string }>
}

/** Files and batches of an OpenAI-compatible endpoint. Every call is tried several times, but for `create`, which must not happen twice, and `lines`. */
export class BatchEndpoint extends Context.Tag("BatchEndpoint")<BatchEndpoint, {
  readonly baseUrl: string
  /** Most time that one call waits between its tries. */
  readonly patience: Duration.Duration
  /** Sends a file of requests; gives its id. */
  readonly upload: (name: string, lines: ReadonlyArray<Uint8Array<ArrayBuffer>>) => Effect.Effect<string, TransportFault>
  /** The id of an uploaded file, `null` if none has this name. */
  readonly findUpload: (name: string) => Effect.Effect<string | null, TransportFault>
  /** Submits a file as the batch called `name`; gives its id. */
  readonly create: (name: string, fileId: string) => Effect.Effect<string, TransportFault>
  /** The id of the batch called `name`, which is not older than `since` (epoch milliseconds); `null` if there is none. */
  readonly find: (name: string, since: number) => Effect.Effect<string | null, TransportFault>
  readonly look: (batchId: string) => Effect.Effect<RemoteBatch, TransportFault>
  /** The lines of a file, without empty ones. May break off at any line. */
  readonly lines: (fileId: string) => Stream.Stream<string, TransportFault>
  readonly remove: (fileId: string) => Effect.Effect<void, TransportFault>
}>() {}

/** Two hundred megabytes take their time. */
const transferTimeout = Duration.minutes(10)

/** Clocks of two machines may differ by this much. */
const clockSkewMs = 86_400_000

const extension = ".jsonl"

/** The batches of the endpoint of `settings`. */
export const makeBatchEndpoint = Effect.fn("BatchEndpoint.make")(function*(settings: Pick<JudgeSettings, "baseUrl" | "key" | "timeout" | "patience">) {
  const client = yield* openAiClient(settings)
  const once = <A>(call: (signal: AbortSignal) => PromiseLike<A>, timeout = settings.timeout) => apiCall(timeout, call)
  const call = <A>(run: (signal: AbortSignal) => PromiseLike<A>, timeout = settings.timeout) => Effect.retry(once(run, timeout), retryPolicy(settings.patience))
  return BatchEndpoint.of({
    baseUrl: settings.baseUrl,
    patience: settings.patience,
    upload: (name, lines) =>
      call((signal) => client.files.create({ file: new File([...lines], name + extension, { type: "application/jsonl" }), purpose: "batch" }, { signal, timeout: Duration.toMillis(transferTimeout) }), transferTimeout).pipe(
        Effect.map(({ id }) => id)
      ),
    findUpload: (name) =>
      call(async (signal) => {
        for await (const { filename, id } of client.files.list({ purpose: "batch", order: "desc" }, { signal })) if (filename === name + extension) return id
        return null
      }),
    create: (name, fileId) =>
      once((signal) =>
        client.batches.create(
          { input_file_id: fileId, endpoint: "/v1/chat/completions", completion_window: "24h", metadata: { [metadataKey]: name } },
          { signal, idempotencyKey: name }
        )
      ).pipe(Effect.map(({ id }) => id)),
    find: (name, since) =>
      call(async (signal) => {
        for await (const { created_at: seconds, id, metadata } of client.batches.list({ limit: 100 }, { signal })) {
          if (metadata?.[metadataKey] === name) return id
          if (seconds * 1000 < since - clockSkewMs) return null
        }
        return null
      }),
    look: (batchId) => Effect.map(call((signal) => client.batches.retrieve(batchId, { signal })), remoteBatch),
    lines: (fileId) =>
      Stream.fromEffect(once((signal) => client.files.content(fileId, { signal }))).pipe(
        Stream.flatMap(({ body }) => (body === null ? Stream.empty : Stream.fromReadableStream({ evaluate: () => body as ReadableStream<Uint8Array>, onError: (error) => transportFault(error, 0) }))),
        Stream.timeoutFail(() => transportFault(new Error("timed out"), 0), settings.timeout),
        Stream.decodeText(),
        Stream.splitLines,
        Stream.filter((line) => line.trim() !== "")
      ),
    remove: (fileId) => Effect.asVoid(call((signal) => client.files.delete(fileId, { signal })))
  })
})

/** Batches at the endpoint of the settings. */
export const openAiBatchEndpoint: Layer.Layer<BatchEndpoint, ConfigError.ConfigError> = Layer.effect(BatchEndpoint, Effect.flatMap(judgeSettings, makeBatchEndpoint))

const metadataKey = "transcript_qa_batch"

const remoteBatch = ({ error_file_id, errors, id, output_file_id, status }: OpenAI.Batch): RemoteBatch => ({
  batchId: id,
  ended: status === "completed" || status === "expired" || status === "cancelled" || status === "failed" ? status : null,
  outputFileId: output_file_id ?? null,
  errorFileId: error_file_id ?? null,
  problems: (errors?.data ?? []).map(({ code, line, message }) => ({ line: line ?? null, detail: [code, message].filter((said) => said !== undefined).join(": ").slice(0, 300) }))
})
