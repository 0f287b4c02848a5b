import pg from "pg"
import { expect, test } from "vitest"
import { tryNightly } from "../../../pipeline/store/NightlyLock.ts"
import { beginRun, finishRun, listRuns, reportProgress, stopRun } from "../../../pipeline/store/Runs.ts"
import { freshDatabase } from "../../support/database.ts"
import { noCounts, rubric } from "./judgedSample.ts"

const database = freshDatabase()

test("a run is listed with what it did, latest first", async () => {
  const { kysely, pool } = database
  const one = await beginRun(pool, { command: "score a.csv", rubric })
  const counts = { read: 6, new: 1, changed: 2, rescored: 3, unchanged: 0, setAside: 4 }
  await reportProgress(pool, one, counts)
  expect(await listRuns(kysely)).toEqual([
    { id: one.id, command: "score a.csv", rubric: "sample-1", status: "running", startedAt: expect.any(Date), finishedAt: null, message: null, ...counts }
  ])
  await finishRun(pool, one, { ...counts, unchanged: 5 })
  const two = await beginRun(pool, { command: "score b.csv", rubric: { ...rubric, fingerprint: "sample-2" } })
  await stopRun(pool, two, noCounts, "b.csv vanished")
  expect(await listRuns(kysely)).toMatchObject([
    { id: two.id, status: "stopped", message: "b.csv vanished", rubric: "sample-2", finishedAt: expect.any(Date) },
    { id: one.id, status: "finished", unchanged: 5, message: null }
  ])
  expect(await listRuns(kysely, { limit: 1 })).toHaveLength(1)
})

test("a rubric is stored once, with its rules in order", async () => {
  const { kysely, pool } = database
  await finishRun(pool, await beginRun(pool, { command: "score", rubric }), noCounts)
  const rubrics = await kysely.selectFrom("rubrics").select(["fingerprint", "definition"]).where("fingerprint", "=", "sample-1").execute()
  expect(rubrics).toEqual([{ fingerprint: "sample-1", definition: rubric }])
  const rules = await kysely.selectFrom("rubric_rules").innerJoin("rules", "rules.id", "rule_id").innerJoin("rubrics", "rubrics.id", "rubric_id")
    .select(["rules.name", "position", "section", "section_title", "title", "weight", "critical", "bonus"]).where("fingerprint", "=", "sample-1").orderBy("position").execute()
  expect(rules).toEqual(rubric.rules.map(({ bonus, critical, id, section, title, weight }, position) => ({
    name: id, position, section, section_title: { zh: section, en: section }, title, weight, critical, bonus
  })))
})

test("a run whose process died is marked stopped by the next one, a live one is not", async () => {
  const { kysely, pool } = database
  const elsewhere = new pg.Pool({ connectionString: database.url })
  elsewhere.on("error", () => {})
  const dead = await beginRun(elsewhere, { command: "score dead", rubric })
  const live = await beginRun(pool, { command: "score live", rubric })
  // The server is shared with other test files.
  const lock = "from pg_locks where locktype = 'advisory' and objid = $1 and database = (select oid from pg_database where datname = current_database())"
  await pool.query(`select pg_terminate_backend(pid) ${lock}`, [dead.id])
  while ((await pool.query(`select ${lock}`, [dead.id])).rowCount !== 0) continue
  const next = await beginRun(pool, { command: "score next", rubric })
  expect((await listRuns(kysely, { limit: 3 })).map(({ command, message, status }) => ({ command, status, message }))).toEqual([
    { command: "score next", status: "running", message: null },
    { command: "score live", status: "running", message: null },
    { command: "score dead", status: "stopped", message: expect.stringContaining("killed") }
  ])
  await finishRun(pool, live, noCounts)
  await finishRun(pool, next, noCounts)
  await dead.lock.release()
  await elsewhere.end()
})

test("one nightly run at a time", async () => {
  const { pool } = database
  const first = await tryNightly(pool)
  expect(first).not.toBeNull()
  expect(await tryNightly(pool)).toBeNull()
  await first!.release()
  const second = await tryNightly(pool)
  expect(second).not.toBeNull()
  await second!.release()
})
