import { beforeAll, describe, expect, test } from "vitest"
import { renderCases } from "../../../pipeline/CasesReport.ts"
import { readings } from "../../../pipeline/Readings.ts"
import { refreshCases } from "../../../pipeline/store/Cases.ts"
import { digest } from "../../../pipeline/store/Digest.ts"
import { readCases, type StoredCase } from "../../../pipeline/store/ReadCases.ts"
import { beginRun, finishRun } from "../../../pipeline/store/Runs.ts"
import { write } from "../../../pipeline/store/Transcripts.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import type { LoadedRules } from "../../../scorers/RuleFiles.ts"
import { freshDatabase } from "../../support/database.ts"
import { contact } from "../../scorers/cases/caseTranscripts.ts"
import { typed } from "../commands/typed.ts"
import { noCounts } from "./judgedSample.ts"
import { bundledRules } from "../../support/bundledRules.ts"

const database = freshDatabase()
const rules = bundledRules()
const timeZone = "Asia/Shanghai"

/** One run over these transcripts; how many cases it judged. */
const scored = async (transcripts: ReadonlyArray<Transcript>, { compiled, definition }: Pick<LoadedRules, "compiled" | "definition"> = rules, now = Date.parse("2027-01-01")): Promise<number> => {
  const run = await beginRun(database.pool, { command: "score", rubric: compiled.rubric, definition })
  await write(database.pool, run, transcripts.map((transcript) => ({ ...compiled.judge(transcript), digest: digest(transcript) })))
  const judged = await refreshCases(database.pool, run, compiled.cases, { now, timeZone })
  await finishRun(database.pool, run, noCounts)
  return judged
}

const stored = (all = true) => readCases(database.kysely, rules.compiled.rubric.fingerprint, { all })

const sample = async (path: string): Promise<ReadonlyArray<Transcript>> => {
  const found: Array<Transcript> = []
  for await (const reading of readings({ file: path, path }, { source: "samples", timeZone, channel: null, columns: new Map() })) {
    if (reading._tag === "Transcript") found.push(reading.transcript)
  }
  return found
}

describe("the samples", () => {
  let cases: ReadonlyMap<string, StoredCase>
  beforeAll(async () => {
    const paths = ["contacts.jsonl", "dialogue/refusals.txt", "dialogue/empathy-and-recovery.txt", "dialogue/ticket-over-several-days.txt", "dialogue/taiwan-chats-wall-clock.txt"]
    await scored((await Promise.all(paths.map((path) => sample(`samples/${path}`)))).flat())
    cases = new Map((await stored()).map((one) => [one.case, one]))
  })

  const days = (name: string) => cases.get(name)!.feedback.map(({ agent, day, met }) => `${day} ${met ? "" : "-"}${agent}`)
  const fates = (name: string) => cases.get(name)!.promises.map(({ agent, by, quote, status }) => [status, agent, quote, by?.transcript ?? null])

  test("feedback on each of several days", () => {
    expect(days("CASE-0916-11")).toEqual(["2026-09-17 A01", "2026-09-18 A01", "2026-09-19 A01"])
    expect(fates("CASE-0916-11")).toEqual([
      ["kept", "A01", "明天上午十点给您回电", "case-fridge-2-no-news-zh"],
      ["kept", "A01", "明天上午十点再给您打电话", "case-fridge-3-message-zh"],
      ["kept", "A01", "明天上午十点我把送货时间告诉您", "case-fridge-4-solved-zh"],
      ["overdue", "A01", "今晚八点我再给您发个消息", null]
    ])
  })

  test("four days of silence and a broken promise, then another agent takes over", () => {
    expect(days("CASE-0921-05")).toEqual(["2026-09-22 -A02", "2026-09-23 -A02", "2026-09-24 -A02", "2026-09-25 -A02", "2026-09-26 A01"])
    expect(cases.get("CASE-0921-05")).toMatchObject({ owner: "A01", abandoned: { from: "2026-09-22", until: "2026-09-25", days: 4 } })
    expect(fates("CASE-0921-05")[0]).toEqual(["broken", "A02", "明天上午给你回电话", "case-washer-3-recovered-zh"])
    expect(cases.get("CASE-0921-05")!.promises[0]!.chased).toMatchObject({ transcript: "case-washer-2-abandoned-zh" })
  })

  test("promises kept: the next morning, the same evening, before four", () => {
    expect(fates("CASE-1007-21")[0]).toMatchObject(["kept", "A01", "明天上午十点我给您回个电话", "promise-kept-zh"])
    expect(fates("CASE-1015-02")[0]).toMatchObject(["kept", "A01", "九点我再给您打一个电话", "promise-kept-same-evening-zh"])
    expect(fates("CASE-EN-13")).toContainEqual(["kept", "A07", "I'll speak to you before four", "case-dryer-2-kept-en"])
  })

  test("a promise broken: the customer calls a day later", () => {
    expect(fates("CASE-TW-1006")[0]).toEqual(["broken", "A06", "明天早上十點前回電給妳", "promise-broken-tw"])
    expect(days("CASE-TW-1006")).toEqual(["2026-10-07 -A06", "2026-10-08 A05"])
  })

  test("three days of silence after a promise", () => {
    expect(days("CASE-EN-12")).toEqual(["2026-10-13 -A08", "2026-10-14 -A08", "2026-10-15 -A08"])
    expect(fates("CASE-EN-12")).toEqual([["broken", "A08", "i will get back to you tomorrow", null]])
  })

  test("a promise kept within one chat", () => {
    expect(fates("CASE-TW-1015")).toEqual([["kept", "A05", "今天下午三點前回覆您", "promise-with-time-tw"]])
  })

  test("the command tells them to people and to programs", async () => {
    const settings = { DATABASE_URL: database.url }
    const { error, out } = await typed(["cases"], settings)
    expect(error).toBeNull()
    expect(out).toMatch(/^CASE-0921-05\tC-51880\topen\tA01\t2026-09-21 15:10\t\t.*\t5\t4\t2026-09-22 A02, 2026-09-23 A02, 2026-09-24 A02, 2026-09-25 A02\t0\t1\t1\t0\t1$/m)
    expect(out).not.toContain("CASE-1007-21")
    const listed = JSON.parse((await typed(["cases", "--all", "--json"], settings)).out) as ReadonlyArray<StoredCase>
    expect(listed).toEqual(await stored())
    expect(listed.map((one) => one.case)).toContain("CASE-1007-21")
    const sheet = renderCases(listed, { terminal: true, colours: false, columns: 100 })
    expect(sheet).toContain("✗ 2026-09-25: no message to the customer, the case was A02's")
    expect(sheet).toContain("abandoned: 4 days in a row without a word, 2026-09-22 to 2026-09-25")
    expect(sheet).toContain("✗ broken: “明天早上十點前回電給妳” (A06, 2026-10-06 16:00, due 2026-10-07 10:00) — not before 2026-10-08 11:15 in promise-broken-tw; “你們說")
    expect(sheet).toContain("✓ kept: “明天上午十点我给您回个电话” (A01, ")
  })

  test("views tell the same", async () => {
    const { rows } = await database.pool.query(`select agent, rule, applicable::int, met::int, breached::int from agent_case_rules where period = 'all' and agent = 'A02'`)
    expect(rows).toEqual([
      { agent: "A02", rule: "response-time/daily-feedback", applicable: 4, met: 0, breached: 4 },
      { agent: "A02", rule: "response-time/promise-kept", applicable: 1, met: 0, breached: 1 }
    ])
    expect((await database.pool.query(`select "case" from open_cases where rubric = $1`, [rules.compiled.rubric.fingerprint])).rows.length).toBeGreaterThan(0)
    expect((await database.pool.query(`select distinct status from promises_due order by status`)).rows).toEqual([{ status: "overdue" }, { status: "open" }])
  })
})

describe("a later run", () => {
  const cn = (day: string, rest: string) => contact(`2026-${day.replace(" ", "T")}+08:00 ${rest}`)
  const feedback = async (name: string) => (await stored()).find((one) => one.case === name)?.feedback.map(({ agent, day, met }) => `${day.slice(5)} ${met ? "" : "-"}${agent}`)

  test("judges only what it touches and what is open; the same input again changes nothing", async () => {
    const opened = cn("11-02 09:40", "in A1 complaint case=N1")
    await scored([opened, cn("11-02 10:00", "in A1 complaint case=N2 closed")])
    expect(await feedback("N1")).toEqual([])
    const before = await stored()
    expect(await scored([opened])).toBe(0)
    expect(await stored()).toEqual(before)
    await scored([cn("11-04 10:00", "out A2 case=N1")])
    expect(await feedback("N1")).toEqual(["11-03 -A1", "11-04 A2"])
  })

  test("takes a transcript out of a case that it no longer names", async () => {
    const moved = cn("11-05 10:00", "out A2 case=N1")
    await scored([moved])
    expect(await feedback("N1")).toEqual(["11-03 -A1", "11-04 A2", "11-05 A2"])
    await scored([{ ...moved, caseId: "N9" }])
    expect(await feedback("N1")).toEqual(["11-03 -A1", "11-04 A2"])
  })

  test("under another rubric leaves what this one said", async () => {
    const before = await stored()
    const { compiled } = rules
    const other: LoadedRules = { ...rules, compiled: Object.assign(Object.create(Object.getPrototypeOf(compiled)), compiled, { rubric: { ...compiled.rubric, fingerprint: "another" } }) }
    await scored([cn("11-02 09:40", "in A1 complaint case=N1"), cn("11-06 10:00", "in A1 case=N1")], other)
    expect(await stored()).toEqual(before)
    expect(await readCases(database.kysely, "another", { all: true })).toHaveLength(1)
  })

  test("comes to the cases of a run that stopped before it did", async () => {
    const { compiled, definition } = rules
    const run = await beginRun(database.pool, { command: "score", rubric: compiled.rubric, definition })
    const transcript = cn("11-07 10:00", "in A3 complaint case=N3")
    await write(database.pool, run, [{ ...compiled.judge(transcript), digest: digest(transcript) }])
    await finishRun(database.pool, run, noCounts)
    expect(await feedback("N3")).toBeUndefined()
    await scored([])
    expect(await feedback("N3")).toEqual([])
  })
})
