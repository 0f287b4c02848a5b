import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import type { Writable } from "node:stream"
import { Effect } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startFakeOpenAi } from "../../fake-openai/FakeOpenAi.ts"
import { freshDatabase } from "../../support/database.ts"
import { batchNight, batchRequests, makeKept } from "./BatchNight.ts"

const program = join(import.meta.dirname, "BatchChild.ts")

/** Where a night is killed: at a change to the database, or while the endpoint deals with a request. */
type Point =
  | { readonly change: number; readonly when: "before" | "after" }
  | { readonly request: string; readonly when: "before" | "after" }

/** With what the database knows by then. */
const points: ReadonlyArray<readonly [what: string, point: Point, known: string]> = [
  ["planned", { change: 1, when: "after" }, "planned"],
  ["the file arrived, and nobody knows", { request: "POST /v1/files", when: "after" }, "planned"],
  ["uploaded", { change: 2, when: "after" }, "uploaded"],
  ["submitted, and nobody knows", { request: "POST /v1/batches", when: "after" }, "uploaded"],
  ["submitted", { change: 3, when: "after" }, "submitted"],
  ["ended", { change: 4, when: "after" }, "completed"],
  ["replies are kept, but not for good", { change: 5, when: "before" }, "completed"],
  ["replies are kept", { change: 5, when: "after" }, "completed, 6 kept"],
  ["closed", { change: 6, when: "after" }, "collected, 6 kept"],
  ["files are deleted, and nobody knows", { request: "DELETE ", when: "after" }, "collected, 6 kept"]
]

const database = freshDatabase()
beforeAll(() => makeKept(database.pool))
afterAll(() => {
  for (const child of children) child.kill("SIGKILL")
})

const children: Array<ChildProcess & { readonly stdin: Writable }> = []
const spawnOne = () => children.push(spawn(process.execPath, [program], { stdio: ["pipe", "ignore", "inherit"] }))
spawnOne()

const all = batchRequests(6).map(({ customId }) => customId)

test.for(points)("killed when %s: nothing is submitted twice, nothing is lost or kept twice", { timeout: 60_000 }, async ([, point, known]) => {
  await database.pool.query("truncate kept, judge_batches, judge_batch_requests")
  const child = children.at(-1)!
  // The next one loads while this one is killed and cleared up after.
  spawnOne()
  const endpoint = await startFakeOpenAi({
    watch: (when, { method, path }) => {
      if ("request" in point && when === point.when && `${method} ${path}`.startsWith(point.request) && child.signalCode === null) child.kill("SIGKILL")
    }
  })
  try {
    const ended = once(child, "exit")
    child.stdin.write(`${JSON.stringify({ database: database.url, endpoint: endpoint.url, kill: "change" in point ? `${point.when} ${point.change}` : null })}\n`)
    expect(await ended).toEqual([null, "SIGKILL"])

    const { rows: [batch] } = await database.pool.query<{ known: string }>(
      `select case when collected_at is null then status::text else 'collected' end || case when k.count > 0 then ', ' || k.count || ' kept' else '' end as known
      from judge_batches, (select count(*) from kept) as k`
    )
    expect(batch).toEqual({ known })

    // The next night has the same requests to submit, less what is kept already.
    const { rows: before } = await database.pool.query<{ custom_id: string }>("select custom_id from kept")
    const done = new Set(before.map(({ custom_id }) => custom_id))
    const next = batchNight(database.pool, endpoint.url)
    const submit = next.submit(batchRequests(6).filter(({ customId }) => !done.has(customId)))
    await Effect.runPromise(Effect.zipRight(submit, Effect.repeat(next.collect, { until: ({ stillRunning }) => stillRunning === 0 })))

    const { rows: kept } = await database.pool.query<{ custom_id: string }>("select custom_id from kept order by 1")
    const { rows: left } = await database.pool.query("select from judge_batches where tidied_at is null union all select from judge_batch_requests where state <> 'collected'")
    expect(kept.map(({ custom_id }) => custom_id)).toEqual(all)
    expect(endpoint.batches.submitted.toSorted()).toEqual(all)
    expect([endpoint.batches.batches.size, endpoint.batches.files.size, left.length]).toEqual([1, 0, 0])
  } finally {
    await endpoint.close()
  }
})
