import { expect, test } from "vitest"
import { doneInputs, recordInput } from "../../../pipeline/store/DoneInputs.ts"
import { beginRun, finishRun } from "../../../pipeline/store/Runs.ts"
import { listSetAsides, recordSetAsides, resolveSetAsides } from "../../../pipeline/store/SetAsides.ts"
import { freshDatabase } from "../../support/database.ts"
import { noCounts, rubric } from "./judgedSample.ts"

const database = freshDatabase()

const begin = () => beginRun(database.pool, { command: "score", rubric })

test("a problem is one row until its file is read without it, and again when it comes back", async () => {
  const { kysely, pool } = database
  const quote = { origin: { file: "a.csv", line: 4 }, reason: "the quote is not closed", excerpt: "\"a\0", transcript: null }
  const role = { origin: { file: "a.csv", line: 2 }, reason: "nobody is called “店小二”", excerpt: "店小二", transcript: "c-7" }
  const other = { origin: { file: "b.csv", line: 1 }, reason: "empty", excerpt: "", transcript: null }
  const first = await begin()
  await recordSetAsides(pool, first, [quote, role, quote, other])
  await finishRun(pool, first, noCounts)
  const open = { firstRun: first.id, lastRun: first.id, resolvedAt: null }
  expect(await listSetAsides(kysely)).toEqual([{ ...role, ...open }, { ...quote, excerpt: "\"a\uFFFD", ...open }, { ...other, ...open }])

  const second = await begin()
  await recordSetAsides(pool, second, [role])
  expect(await resolveSetAsides(pool, second, ["a.csv"])).toBe(1)
  await finishRun(pool, second, noCounts)
  expect(await listSetAsides(kysely)).toEqual([{ ...role, ...open, lastRun: second.id }, { ...other, ...open }])
  expect(await listSetAsides(kysely, { resolved: true, limit: 2 })).toMatchObject([{ ...role }, { reason: quote.reason, resolvedAt: expect.any(Date) }])

  const third = await begin()
  await recordSetAsides(pool, third, [quote])
  expect(await listSetAsides(kysely)).toMatchObject([{ lastRun: second.id }, { reason: quote.reason, firstRun: first.id, lastRun: third.id }, { ...other }])
  await finishRun(pool, third, noCounts)
})

test("a file is dealt with once per content and rubric, whatever its name", async () => {
  const { pool } = database
  const run = await begin()
  expect(await doneInputs(pool, run, ["d1", "d2"])).toEqual(new Set())
  await recordInput(pool, run, { digest: "d1", file: "a.csv" })
  await recordInput(pool, run, { digest: "d1", file: "copy of a.csv" })
  expect(await doneInputs(pool, run, ["d1", "d2"])).toEqual(new Set(["d1"]))
  await finishRun(pool, run, noCounts)
  const newer = await beginRun(pool, { command: "nightly", rubric: { ...rubric, fingerprint: "sample-2" } })
  expect(await doneInputs(pool, newer, ["d1"])).toEqual(new Set())
  await finishRun(pool, newer, noCounts)
})
