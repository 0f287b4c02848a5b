import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { HeldLines } from "../../../pipeline/HeldLines.ts"
import { OutcomeLines } from "../../../pipeline/OutcomeLines.ts"
import { beginRun } from "../../../pipeline/store/Runs.ts"
import { makeDatabase } from "../../support/database.ts"
import { type FakeOpenAi, startFakeOpenAi } from "../../fake-openai/FakeOpenAi.ts"
import { calibrate, judgeNight, kind, questions, reworded, rubric, settingsFor, undecided } from "./undecidedChats.ts"

let database: Awaited<ReturnType<typeof makeDatabase>>
let fake: FakeOpenAi

beforeAll(async () => {
  fake = await startFakeOpenAi()
})
afterAll(() => fake.close())
beforeEach(async () => {
  database = await makeDatabase()
  return () => database.drop()
})

const rows = async (sql: string) => (await database.pool.query(sql)).rows
const scores = () => rows("select transcript, rule, outcome, credit, decided_by from transcript_scores order by transcript, rule")
const points = () => rows("select transcript, points from transcript_points order by transcript")
const night = (more: Partial<Parameters<typeof judgeNight>[1]> = {}) => judgeNight(database, { settings: settingsFor(fake.url), ...more })
const requests = async <A>(work: () => Promise<A>): Promise<{ readonly result: A; readonly made: number }> => {
  const before = fake.chats.length
  const result = await work()
  return { result, made: fake.chats.length - before }
}

const before = ["a", "b"].flatMap((transcript) => [
  { transcript, rule: "empathy/owns", outcome: "Unscored", credit: null, decided_by: "rule" },
  { transcript, rule: "empathy/trouble", outcome: "Unscored", credit: null, decided_by: "rule" },
  { transcript, rule: "manner/cannot", outcome: "Met", credit: 1, decided_by: "rule" }
])
const chats = () => [undecided(kind("a")), undecided(kind("b", "多久能到？"))]

describe("asking while the run waits", () => {
  test("two passes make an opinion, which weighs nothing", async () => {
    const { made, result } = await requests(() => night({ chats: chats() }))
    expect(made).toBe(4)
    expect(result).toMatchObject({ given: 4, review: 0, failed: 0, left: 0, unfinished: null, spent: { requests: 4 } })
    expect(await scores()).toEqual(before)
    expect(await rows("select state, outcome, counts, findings -> 0 ->> 'quote' as quote, findings -> 0 ->> 'turn' as turn from transcript_opinions where transcript = 'a' order by rule")).toEqual([
      { state: "given", outcome: "Met", counts: false, quote: expect.stringContaining("负责跟进到底"), turn: "3" },
      { state: "given", outcome: "Met", counts: false, quote: expect.stringContaining("难处"), turn: "1" }
    ])
    expect(await rows("select opinions::int, advisory::int, counting::int from agent_opinions where rule = 'empathy/owns'")).toEqual([{ opinions: 2, advisory: 2, counting: 0 }])
  })

  test("a second run asks nothing; a reworded question is asked anew, and it alone", async () => {
    await night({ chats: chats() })
    expect((await requests(() => night({ chats: chats() }))).made).toBe(0)
    const { made } = await requests(() => night({ asked: reworded }))
    expect(made).toBe(4)
    expect(fake.chats.slice(-made).every(({ messages }) => messages[0]!.content.includes("[empathy/owns]") && !messages[0]!.content.includes("[empathy/trouble]"))).toBe(true)
    // The old wording was answered before.
    expect((await requests(() => night({ asked: questions }))).made).toBe(0)
    expect(await rows("select state, count(*)::int as n from opinions group by 1")).toEqual([{ state: "given", n: 4 }])
  })

  test("under another rubric nothing is asked that was answered", async () => {
    await night({ chats: chats() })
    const { made } = await requests(() => night({ chats: chats(), under: { ...rubric, fingerprint: "judged-2", passMark: 70 } }))
    expect(made).toBe(0)
    expect(await rows("select rubric, state, count(*)::int as n from transcript_opinions group by 1, 2 order by 1")).toEqual([
      { rubric: "judged-1", state: "given", n: 4 }, { rubric: "judged-2", state: "given", n: 4 }
    ])
  })

  test("another model has opinions of its own", async () => {
    await night({ chats: chats() })
    const { made } = await requests(() => night({ settings: settingsFor(fake.url, { model: "model-b" }) }))
    expect(made).toBe(4)
    expect(await rows("select distinct model from opinions")).toEqual([{ model: "model-b" }])
  })

  test("a transcript that changes takes its opinions into the history, and is asked about anew", async () => {
    await night({ chats: chats() })
    await calibrate(database, true)
    await night()
    const { made } = await requests(() => night({ chats: [undecided(kind("a", "我很急。"))] }))
    expect(made).toBe(2)
    const [old] = await rows("select opinions -> 0 as opinion, jsonb_array_length(opinions) as n from superseded_transcripts")
    expect(old).toMatchObject({ n: 2, opinion: { state: "given", outcome: "Met", counts: true, model: "model-a", rubric: "judged-1", agent: "A1" } })
    expect(await rows("select count(*)::int as n from opinions")).toEqual([{ n: 4 }])
  })

  test("what cannot be read fails and is not asked again; what did not get through is", async () => {
    fake.faults.push("not-json-content", "refusal")
    const first = await night({ chats: [undecided(kind("a"))] })
    expect(first).toMatchObject({ given: 0, failed: 2, unfinished: null })
    expect((await requests(() => night())).made).toBe(0)
    expect(await rows("select state from judge_calls order by id")).toEqual([{ state: "unreadable" }, { state: "refused" }])

    fake.faults.push(null, ...Array.from({ length: 12 }, () => "500" as const))
    const { made, result } = await requests(() => night({ chats: [undecided(kind("b", "急。"))] }))
    fake.faults.length = 0
    expect(result.unfinished).toMatch(/did not get through|does not answer/)
    expect(made).toBe(2)
    const again = await requests(() => night())
    expect(again.made).toBe(1)
    expect(again.result).toMatchObject({ given: 2, left: 0, unfinished: null })
  })
})

describe("trust", () => {
  test("counts an opinion while it lasts, and gives the score back to the rule afterwards", async () => {
    await night({ chats: chats() })
    const findings = await rows("select * from findings order by 1, 2, 3, 4, 5")
    const cards = await rows("select period, points, sections from agent_scorecards order by 1")
    await calibrate(database, true)
    await night()
    expect(await scores()).toEqual(before.map((score) => (score.outcome === "Unscored" ? { ...score, outcome: "Met", credit: 1, decided_by: "judge" } : score)))
    expect(await rows("select bearing, quote from findings where rule_id = (select id from rules where name = 'empathy/owns') order by transcript_id, position limit 2")).toEqual([
      { bearing: "context", quote: "我的" }, { bearing: "for", quote: expect.stringContaining("负责") }
    ])
    expect((await rows("select sections from agent_scorecards where period = 'all'"))[0].sections[1]).toEqual({ section: "empathy", points: 100, transcripts: 2 })
    expect(await rows("select applicable, met, unscored from agent_rules where period = 'all' and rule = 'empathy/owns'")).toEqual([{ applicable: 2, met: 2, unscored: 0 }])

    await calibrate(database, false)
    await night()
    expect(await scores()).toEqual(before)
    expect(await rows("select * from findings order by 1, 2, 3, 4, 5")).toEqual(findings)
    expect(await rows("select period, points, sections from agent_scorecards order by 1")).toEqual(cards)
    expect(await points()).toEqual([{ transcript: "a", points: 100 }, { transcript: "b", points: 100 }])
    expect(await rows("select counts, displaced from opinions where counts or displaced is not null")).toEqual([])
  })

  test("shows in outcome lines, which wait until the judge was asked", async () => {
    const held = new HeldLines()
    await held.write(chats())
    await night({ chats: chats() })
    await calibrate(database, true)
    await night()
    const file = join(mkdtempSync(join(tmpdir(), "held-lines-")), "outcomes.jsonl")
    const lines = new OutcomeLines(file, rubric.fingerprint)
    const run = await beginRun(database.pool, { command: "score", rubric })
    await held.release(lines, database.pool, run)
    await Promise.all([lines.close(), held.delete(), run.lock.release()])
    const written = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line) as { rule: string; outcome: string; decidedBy: string; findings: ReadonlyArray<{ quote: string }> })
    expect(written.map(({ decidedBy, outcome, rule }) => ({ rule, outcome, decidedBy }))).toEqual(["a", "b"].flatMap(() => [
      { rule: "manner/cannot", outcome: "Met", decidedBy: "rule" }, { rule: "empathy/trouble", outcome: "Met", decidedBy: "judge" }, { rule: "empathy/owns", outcome: "Met", decidedBy: "judge" }
    ]))
    expect(written[2]!.findings.at(-1)!.quote).toContain("负责跟进到底")
    rmSync(dirname(file), { recursive: true })
  })

  test("of one model says nothing of another, and a person's word stands against both", async () => {
    await night({ chats: chats() })
    await calibrate(database, true)
    await night()
    await database.pool.query("update scores set outcome = 'Breached', credit = 0, because = null, decided_by = 'person' where rule_id = (select id from rules where name = 'empathy/owns') and decided_by = 'judge'")
    await night({ settings: settingsFor(fake.url, { model: "model-b" }) })
    expect(await rows("select distinct rule, outcome, decided_by from transcript_scores where rule <> 'manner/cannot' order by rule")).toEqual([
      { rule: "empathy/owns", outcome: "Breached", decided_by: "person" },
      { rule: "empathy/trouble", outcome: "Unscored", decided_by: "rule" }
    ])
  })
})
