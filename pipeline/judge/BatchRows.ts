import { randomUUID } from "node:crypto"
import type { Pool, PoolClient } from "pg"
import { storableText } from "../StorableText.ts"
import { storableJson } from "../store/StorableJson.ts"
import { transaction } from "../store/Transaction.ts"
import type { RemoteBatch } from "./BatchEndpoint.ts"
import { type Dialect, full, learned, spoken } from "./Dialect.ts"
import type { ChatRequest } from "./Endpoint.ts"

/** A request of a batch. `customId`: 1 to 64 characters. */
export interface BatchRequest {
  readonly customId: string
  readonly request: ChatRequest
}

/** A batch as the database has it. */
export interface BatchRow {
  readonly id: string
  readonly name: string
  readonly model: string
  readonly status: "planned" | "uploaded" | "submitted" | "completed" | "expired" | "cancelled" | "failed"
  readonly requests: number
  readonly file_id: string | null
  readonly batch_id: string | null
  readonly output_file_id: string | null
  readonly error_file_id: string | null
  readonly problem: string | null
  readonly planned_at: Date
  readonly submitted_at: Date | null
  readonly ended_at: Date | null
  readonly collected_at: Date | null
}

/** What one batch may hold. */
export interface BatchLimits {
  readonly requests: number
  readonly bytes: number
}

/** Those of OpenAI, a little under in bytes. */
export const openAiLimits: BatchLimits = { requests: 50_000, bytes: 190_000_000 }

/** A line of a file of requests. */
export const requestLine = ({ customId, request }: BatchRequest, dialect = full): string =>
  `${JSON.stringify({ custom_id: customId, method: "POST", url: "/v1/chat/completions", body: spoken(request, dialect) })}\n`

/** Of these names, the ones that are in a batch that is not collected yet. */
export async function openRequests(pool: Pool, customIds: ReadonlyArray<string>): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ custom_id: string }>("select custom_id from judge_batch_requests where state = 'open' and custom_id = any($1)", [customIds])
  return new Set(rows.map(({ custom_id }) => custom_id))
}

/** Writes down batches of these requests, each for one model and within the limits; in one transaction. Names must be open nowhere. */
export async function planBatches(pool: Pool, endpoint: string, requests: ReadonlyArray<BatchRequest>, limits: BatchLimits): Promise<void> {
  await transaction(pool, async (client) => {
    for (const group of groups(requests, limits)) await planBatch(client, endpoint, group)
  })
}

const groups = (requests: ReadonlyArray<BatchRequest>, limits: BatchLimits): ReadonlyArray<ReadonlyArray<BatchRequest>> => {
  const all: Array<ReadonlyArray<BatchRequest>> = []
  for (const ofModel of Map.groupBy(requests, ({ request }) => request.model).values()) {
    let group: Array<BatchRequest> = []
    let bytes = 0
    for (const one of ofModel) {
      const size = Buffer.byteLength(requestLine(one))
      if (group.length > 0 && (group.length >= limits.requests || bytes + size > limits.bytes)) {
        all.push(group)
        group = []
        bytes = 0
      }
      group.push(one)
      bytes += size
    }
    all.push(group)
  }
  return all
}

/** Rows of one statement: more would make one string of hundreds of megabytes. */
const rowsAtOnce = 500

const planBatch = async (client: PoolClient, endpoint: string, group: ReadonlyArray<BatchRequest>) => {
  const { rows: [batch] } = await client.query<{ id: string }>(
    "insert into judge_batches (name, endpoint, model, requests) values ($1, $2, $3, $4) returning id",
    [`transcript-qa-${randomUUID()}`, endpoint, group[0]!.request.model, group.length]
  )
  for (let from = 0; from < group.length; from += rowsAtOnce) {
    const part = group.slice(from, from + rowsAtOnce)
    await client.query(
      `insert into judge_batch_requests (batch_id, line, custom_id, request)
      select $1, $2 + x.n, x.custom_id, x.request from unnest($3::text[], $4::json[]) with ordinality as x (custom_id, request, n)`,
      [batch!.id, from, part.map(({ customId }) => customId), part.map(({ request }) => storableJson(request))]
    )
  }
}

/** The batches of an endpoint with which there is something left to do, oldest first. */
export async function unfinishedBatches(pool: Pool, endpoint: string): Promise<ReadonlyArray<BatchRow>> {
  const { rows } = await pool.query<BatchRow>("select * from judge_batches where endpoint = $1 and tidied_at is null order by id", [endpoint])
  return rows
}

export async function findBatch(pool: Pool, id: string): Promise<BatchRow> {
  const { rows } = await pool.query<BatchRow>("select * from judge_batches where id = $1", [id])
  return rows[0]!
}

/** The dialect a batch is sent in: what its endpoint refused of the batches before it, for the same model, is left out. */
export async function batchDialect(client: Pool | PoolClient, { id }: Pick<BatchRow, "id">): Promise<Dialect> {
  const { rows } = await client.query<{ detail: string }>(
    `select distinct q.detail from judge_batches b join judge_batches before on before.endpoint = b.endpoint and before.model = b.model and before.id < b.id
      join judge_batch_requests q on q.batch_id = before.id and q.state = 'returned'
    where b.id = $1`,
    [id]
  )
  return learned(rows.map(({ detail }) => detail))
}

/** The file of requests of a batch, in pieces. */
export async function requestLines(pool: Pool, batch: Pick<BatchRow, "id">): Promise<ReadonlyArray<Uint8Array<ArrayBuffer>>> {
  const pieces: Array<Uint8Array<ArrayBuffer>> = []
  const dialect = await batchDialect(pool, batch)
  for (let line = 0;;) {
    const { rows } = await pool.query<{ line: number; custom_id: string; request: ChatRequest }>(
      "select line, custom_id, request from judge_batch_requests where batch_id = $1 and line > $2 order by line limit $3",
      [batch.id, line, rowsAtOnce]
    )
    if (rows.length === 0) return pieces
    pieces.push(new Uint8Array(Buffer.from(rows.map(({ custom_id, request }) => requestLine({ customId: custom_id, request }, dialect)).join(""))))
    line = rows.at(-1)!.line
  }
}

export async function markUploaded(pool: Pool, { id }: Pick<BatchRow, "id">, fileId: string): Promise<void> {
  await pool.query("update judge_batches set status = 'uploaded', file_id = $2 where id = $1 and status = 'planned'", [id, fileId])
}

export async function markSubmitted(pool: Pool, { id }: Pick<BatchRow, "id">, batchId: string): Promise<void> {
  await pool.query("update judge_batches set status = 'submitted', batch_id = $2, submitted_at = now() where id = $1 and status = 'uploaded'", [id, batchId])
}

/** Notes how a batch ended, whatever it was before. */
export async function markEnded(client: Pool | PoolClient, { id }: Pick<BatchRow, "id">, { ended, errorFileId, outputFileId, problems }: Pick<RemoteBatch, "ended" | "errorFileId" | "outputFileId" | "problems">): Promise<void> {
  const problem = problems.length === 0 ? null : [...new Set(problems.map(({ detail }) => detail))].slice(0, 10).map(storableText).join("\n")
  await client.query(
    "update judge_batches set status = $2, output_file_id = $3, error_file_id = $4, problem = $5, ended_at = now() where id = $1 and ended_at is null",
    [id, ended, outputFileId, errorFileId, problem]
  )
}

/** The requests of a batch that are open, by lines or names; locked until the transaction ends. */
export async function openOf(
  client: PoolClient,
  { id }: Pick<BatchRow, "id">,
  by: { readonly customIds: ReadonlyArray<string> } | { readonly lines: ReadonlyArray<number> }
): Promise<ReadonlyArray<BatchRequest & { readonly line: number }>> {
  const [condition, values] = "lines" in by ? (["line = any($2::integer[])", by.lines] as const) : (["custom_id = any($2::text[])", by.customIds] as const)
  const { rows } = await client.query<{ customId: string; line: number; request: ChatRequest }>(
    `select custom_id as "customId", line, request from judge_batch_requests where batch_id = $1 and state = 'open' and ${condition} order by line for update`,
    [id, values]
  )
  return rows
}

export async function markCollected(client: PoolClient, { id }: Pick<BatchRow, "id">, customIds: ReadonlyArray<string>): Promise<void> {
  await client.query("update judge_batch_requests set state = 'collected', request = null where batch_id = $1 and state = 'open' and custom_id = any($2)", [id, customIds])
}

export async function markReturned(client: PoolClient, { id }: Pick<BatchRow, "id">, returned: ReadonlyArray<{ readonly customId: string; readonly detail: string }>): Promise<void> {
  await client.query(
    `update judge_batch_requests q set state = 'returned', request = null, detail = x.detail
    from unnest($2::text[], $3::text[]) as x (custom_id, detail) where q.batch_id = $1 and q.state = 'open' and q.custom_id = x.custom_id`,
    [id, returned.map(({ customId }) => customId), returned.map(({ detail }) => storableText(detail))]
  )
}

/** Closes a batch: what is still open returns. Gives the names of all that returned. */
export async function closeBatch(pool: Pool, { id, problem, status }: Pick<BatchRow, "id" | "problem" | "status">): Promise<ReadonlyArray<string>> {
  return transaction(pool, async (client) => {
    await client.query(
      "update judge_batch_requests set state = 'returned', request = null, detail = $2 where batch_id = $1 and state = 'open'",
      [id, problem ?? (status === "completed" ? "the batch says nothing of it" : `the batch ended ${status}`)]
    )
    await client.query("update judge_batches set collected_at = now() where id = $1", [id])
    const { rows } = await client.query<{ custom_id: string }>("select custom_id from judge_batch_requests where batch_id = $1 and state = 'returned' order by line", [id])
    return rows.map(({ custom_id }) => custom_id)
  })
}

export async function markTidied(pool: Pool, { id }: Pick<BatchRow, "id">): Promise<void> {
  await pool.query("update judge_batches set tidied_at = now() where id = $1 and collected_at is not null", [id])
}
