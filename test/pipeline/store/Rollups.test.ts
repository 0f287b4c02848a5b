import { beforeAll, describe, expect, test } from "vitest"
import { digest } from "../../../pipeline/store/Digest.ts"
import { readRollups } from "../../../pipeline/store/ReadRollups.ts"
import { beginRun, finishRun } from "../../../pipeline/store/Runs.ts"
import { refreshScorecards } from "../../../pipeline/store/Scorecards.ts"
import { write } from "../../../pipeline/store/Transcripts.ts"
import { treatment } from "../../../pipeline/store/Treatment.ts"
import type { Rubric } from "../../../schemas/Rubric.ts"
import type { Rollups } from "../../../schemas/Rollups.ts"
import type { Outcome } from "../../../schemas/Score.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { meanInterval, wilson } from "../../../scorers/statistics/Intervals.ts"
import { freshDatabase } from "../../support/database.ts"
import { breached, half, inapplicable, met, noCounts, rubric as plainRubric, transcript, unscored } from "./judgedSample.ts"

const database = freshDatabase()

const [greeting, cannot, firstReply] = plainRubric.rules as [Rubric["rules"][number], Rubric["rules"][number], Rubric["rules"][number]]
const rubric: Rubric = {
  ...plainRubric,
  fingerprint: "tagged",
  rules: [
    { ...greeting, quality: "skill", indicator: "assurance" },
    { ...cannot, quality: "attitude", indicator: "empathy" },
    { ...cannot, id: "manner/extra", bonus: true, quality: "attitude", indicator: "empathy" },
    { ...firstReply, quality: "skill", indicator: "responsiveness" },
    { ...firstReply, id: "pace/link", quality: "skill", indicator: "tangibles" }
  ]
}

/** One transcript of A1 with the outcomes of the five rules and its points. */
const scored = (id: string, outcomes: ReadonlyArray<Outcome>, points: number | null, changes: Partial<Transcript> = {}) => {
  const made = transcript({ id, ...changes })
  return {
    transcript: made,
    digest: digest(made),
    scores: rubric.rules.map(({ id: rule }, i) => ({ rule, agent: "A1", outcome: outcomes[i]!, findings: [], decidedBy: "rule" as const })),
    tallies: [{ agent: "A1", points, passed: points === null ? null : points >= 60, band: points === null ? null : "good", criticalBreach: false, sections: [] }]
  }
}

const day = (date: number, month = 0) => Date.UTC(2026, month, date, 2)
const all = [met, met, breached, met, met]
const said = (text: string): Transcript["turns"] => [
  { role: "bot", text: "您好", startMs: null, endMs: null, agent: null, confidence: null },
  { role: "customer", text, startMs: null, endMs: null, agent: null, confidence: null },
  { role: "agent", text: "您好", startMs: null, endMs: null, agent: "A1", confidence: null }
]

let rollups: Rollups
let january: Rollups
beforeAll(async () => {
  const run = await beginRun(database.pool, { command: "score", rubric, definition: { ...rubric } })
  await write(database.pool, run, [
    scored("1", [met, half, breached, inapplicable, met], 80, { startedAt: day(5), csat: 5, customer: "c1", contactReason: "投诉", queue: "售后", turns: said("你好") }),
    scored("2", [breached, met, inapplicable, inapplicable, met], 70, { startedAt: day(6), csat: 1, customer: "c1", turns: said("我要退货") }),
    scored("3", [unscored, breached, met, met, met], 60, { startedAt: day(7), channel: "voice", customer: "c2", turns: said("請問這個什麼時候到貨") }),
    scored("4", [inapplicable, inapplicable, inapplicable, inapplicable, inapplicable], null, { startedAt: day(8), turns: said("在吗") }),
    scored("5", all, 100, { startedAt: day(3, 1), csat: 3, customer: "c3", language: "en-US", turns: said("I'd like to return this") }),
    scored("6", all, 100, { startedAt: null, turns: said("hello") })
  ])
  await refreshScorecards(database.pool, run, "Asia/Shanghai")
  await finishRun(database.pool, run, noCounts)
  const { rows: [made] } = await database.pool.query<{ id: string }>(
    `insert into cases (rubric_id, key, name, time_zone, complaints, first_contact_at, last_contact_at, silent_days, known_until, run_id)
    values ($1, 'k', 'k', 'Asia/Shanghai', '[]', now(), now(), 0, now(), $2) returning id`, [run.rubricId, run.id]
  )
  await database.pool.query(
    `insert into feedback_due (case_id, position, rule_id, day, from_at, until_at, agent_id, met)
    select $1, x.position, u.id, x.day::date, now(), now(), a.id, x.met
    from (values (0, '2026-01-05', true), (1, '2026-01-06', false), (2, '2026-02-06', true)) as x (position, day, met), rules u, agents a
    where u.name = 'pace/first-reply' and a.external_id = 'A1'`, [made!.id]
  )
  rollups = await readRollups(database.kysely, { agent: "A1", rubric: "tagged", period: "all", periodStart: null })
  january = await readRollups(database.kysely, { agent: "A1", rubric: "tagged", period: "month", periodStart: "2026-01-01" })
})

describe("rules that share a tag", () => {
  test("are counted once a transcript, without bonus rules", () => {
    expect(january.qualities).toEqual([
      { tag: "attitude", transcripts: 3, applicable: 3, met: 1, partly: 1, breached: 1, share: { value: 0.5, ...wilson(0.5, 3) } },
      { tag: "knowledge", transcripts: 0, applicable: 0, met: 0, partly: 0, breached: 0, share: null },
      // Transcript 1: both met; 2: one of two; 3: both met.
      { tag: "skill", transcripts: 3, applicable: 6, met: 5, partly: 0, breached: 1, share: { value: expect.closeTo(5 / 6), low: expect.closeTo(wilson(5 / 6, 3).low), high: expect.closeTo(wilson(5 / 6, 3).high) } }
    ])
    expect(rollups.qualities.map(({ tag, transcripts }) => [tag, transcripts])).toEqual([["attitude", 5], ["knowledge", 0], ["skill", 5]])
  })

  test("make the five indicators; calls have nothing tangible", () => {
    expect(january.indicators.map(({ applicable, tag, transcripts }) => [tag, transcripts, applicable])).toEqual([
      ["reliability", 0, 0], ["responsiveness", 1, 1], ["empathy", 3, 3], ["assurance", 2, 2], ["tangibles", 2, 2]
    ])
  })
})

describe("consistency", () => {
  test("is the spread from contact to contact; weeks of few contacts have no mean to speak of", () => {
    expect(january.consistency).toEqual({ scored: 3, spread: expect.closeTo(10, 4), weeks: 0, lowestWeek: null, highestWeek: null })
  })
})

describe("equal treatment", () => {
  test("tells segments with more than one value apart, each with its count", () => {
    expect(rollups.treatment.map(({ differs, groups, segment }) => [segment, differs, ...groups.map(({ scored, value }) => `${value} ${scored}`)])).toEqual([
      ["channel", null, "chat 4", "voice 1"],
      ["language", null, "en 1", "zh 4"],
      ["script", null, "simplified 1", "traditional 1"],
      ["customer", null, "new 3", "returning 1"]
    ])
    expect(january.treatment[0]!.groups[0]).toEqual({ value: "chat", scored: 2, points: 75, interval: { low: expect.closeTo(75 - 63.53, 1), high: 100 } })
  })

  const row = (value: string, scored: number, points: number, spread: number | null) => ({ segment: "channel" as const, value, scored, points, spread })

  test("is only said to be missing where intervals do not overlap and there are enough contacts", () => {
    const differs = (...groups: ReadonlyArray<ReturnType<typeof row>>) => treatment(groups)[0]?.differs
    expect(differs(row("chat", 20, 90, 5), row("voice", 20, 70, 5))).toEqual({ higher: "chat", lower: "voice" })
    expect(differs(row("chat", 20, 90, 30), row("voice", 20, 80, 30))).toBeNull()
    expect(differs(row("chat", 4, 90, 1), row("voice", 4, 70, 1))).toBeNull()
    expect(differs(row("chat", 9, 90, null), row("voice", 9, 70, 0))).toBeNull()
    expect(differs(row("a", 20, 90, 5), row("b", 20, 80, 5), row("c", 20, 60, 5))).toEqual({ higher: "a", lower: "c" })
    expect(treatment([row("chat", 20, 90, 5)])).toEqual([])
  })
})

describe("the gap to what customers say", () => {
  test("compares the same transcripts, answers stretched to a hundred, and says nothing that few answers cannot carry", () => {
    // Answers 5, 1 and 3 of 1–5 are 100, 0 and 50, beside 80, 70 and 100.
    expect(rollups.expectation).toEqual({
      answers: 3, csat: 50, points: expect.closeTo(250 / 3), gap: expect.closeTo(-100 / 3), direction: null, scales: "1–5",
      interval: { low: expect.closeTo(meanInterval(-100 / 3, 47.258, 3)!.low, 1), high: expect.closeTo(meanInterval(-100 / 3, 47.258, 3)!.high, 1) }
    })
    expect(january.expectation).toMatchObject({ answers: 2, csat: 50, points: 75 })
  })
})

describe("contacts", () => {
  test("are counted by reason, what is not known last", () => {
    expect(rollups.reasons).toEqual([
      { value: "request", transcripts: 2, told: 0 },
      { value: "complaint", transcripts: 1, told: 1 },
      { value: "enquiry", transcripts: 1, told: 0 },
      { value: "unknown", transcripts: 2, told: 0 }
    ])
    expect(january.reasons.map(({ transcripts }) => transcripts).reduce((a, b) => a + b)).toBe(4)
  })

  test("are counted by phase and medium", () => {
    expect(rollups.phases).toEqual([{ value: "after-sale", transcripts: 1, told: 1 }, { value: "unknown", transcripts: 5, told: 0 }])
    expect(rollups.media).toEqual([{ value: "text", transcripts: 5, told: 5 }, { value: "voice", transcripts: 1, told: 1 }])
  })

  test("have turns of people and machines, told apart", () => {
    expect(january.turns).toEqual({ transcripts: 4, agent: 4, customer: 4, bot: 4, botTranscripts: 4 })
  })
})

describe("cases", () => {
  test("are counted by the month of the day they were due on", () => {
    expect(rollups.cases).toEqual([{ rule: "pace/first-reply", applicable: 3, met: 2, breached: 1 }])
    expect(january.cases).toEqual([{ rule: "pace/first-reply", applicable: 2, met: 1, breached: 1 }])
  })
})

test("an agent without transcripts has nothing to add up", async () => {
  const none = await readRollups(database.kysely, { agent: "nobody", rubric: "tagged", period: "all", periodStart: null })
  expect(none).toMatchObject({ consistency: null, treatment: [], expectation: null, reasons: [], turns: null, cases: [] })
  expect(none.indicators.every(({ share }) => share === null)).toBe(true)
})
