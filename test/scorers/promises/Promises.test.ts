import { describe, expect, test } from "vitest"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { CaseCalendar } from "../../../scorers/cases/CaseCalendar.ts"
import { type FoundPromise, promises } from "../../../scorers/promises/Promises.ts"
import { workingWeek } from "../cases/caseTranscripts.ts"
import { type Example, notPromising, promising } from "./examples.ts"
import { freshSets } from "./freshExamples.ts"

const calendar = new CaseCalendar("Asia/Shanghai", workingWeek)
const shanghai = 8 * 3_600_000

const transcript = (role: "agent" | "customer" | "bot", text: string, startedAt: number | null): Transcript => ({
  source: "test", id: "t", channel: "voice", language: null, agents: [{ id: "A1", name: null }], customer: null, queue: null, caseId: null, csat: null,
  contactReason: null, startedAt, timingProblem: null, turns: [{ role, text, startMs: 0, endMs: null, agent: null, confidence: null }], events: [], origin: { file: "t", line: 1 }
})

const at = (local: string) => Date.parse(`2026-${local.replace(" ", "T")}:00Z`) - shanghai
const local = (moment: number | null) => (moment === null ? "never" : new Date(moment + shanghai).toISOString().slice(5, 16).replace("T", " "))
const said = (text: string, moment = "10-14 10:00"): ReadonlyArray<FoundPromise> => promises(transcript("agent", text, at(moment)), calendar)

describe("promises in written examples", () => {
  test("are enough examples, half of them hard negatives", () => {
    expect(promising.length + notPromising.length).toBeGreaterThanOrEqual(150)
    expect(notPromising.length).toBeGreaterThanOrEqual(promising.length)
  })

  test("are found with F1 ≥ 0.92", () => {
    const missed = promising.filter(([text]) => said(text).length === 0).map(([text]) => text)
    const extra = notPromising.filter((text) => said(text).length > 0)
    const found = promising.length - missed.length
    const f1 = (2 * found) / (2 * found + missed.length + extra.length)
    expect({ f1: f1 >= 0.92, missed, extra }).toEqual({ f1: true, missed: [], extra: [] })
  })

  test.each(promising.map((example): Example => example))("%s", (text, what, due) => {
    const found = said(text)
    expect(found.map((promise) => ({ what: promise.what, due: local(promise.dueAt) }))).toEqual([{ what, due }])
    const { end, quote, start } = found[0]!.quote
    expect(text.slice(start, end)).toBe(quote)
  })
})

describe("promises in sentences that were new when they were first tried", () => {
  test.each(freshSets)("$name, F1 $first at first", ({ notPromising: none, promising: some }) => {
    const missed = some.filter(([text]) => said(text).length === 0).map(([text]) => text)
    const extra = none.filter((text) => said(text).length > 0)
    const found = some.length - missed.length
    const f1 = (2 * found) / (2 * found + missed.length + extra.length)
    expect({ f1: f1 >= 0.96, missed: f1 >= 0.96 ? [] : missed, extra }).toEqual({ f1: true, missed: [], extra: [] })
    const late = some.filter(([text, due]) => !missed.includes(text) && !said(text).some(({ dueAt }) => local(dueAt) === due))
    expect(late).toEqual([])
  })
})

describe("due times", () => {
  test.each([
    ["today after the hour it names is over", "今天下午四点给您回电。", "10-14 17:00", "never"],
    ["an hour alone that is over is tomorrow's", "九点给您打电话。", "10-14 21:30", "10-15 09:00"],
    ["an hour alone is the next there is", "九点给您打电话。", "10-14 15:00", "10-14 21:00"],
    ["a weekday on that day is today", "周三给您回电。", "10-14 10:00", "10-15 00:00"],
    ["a weekday that is over this week is next week's", "周二给您回电。", "10-14 10:00", "10-21 00:00"],
    ["working days leave out the weekend", "一个工作日内给您回复。", "10-16 17:00", "10-20 00:00"],
    ["hours run through the weekend", "48小时内给您回复。", "10-16 17:00", "10-18 17:00"],
    ["end of work on a day off is midnight", "下班前给您回复。", "10-17 10:00", "10-18 00:00"],
    ["end of work when work is over is midnight", "下班前给您回复。", "10-14 19:00", "10-15 00:00"],
    ["a month ends with its last day", "月底之前给您回复。", "02-03 10:00", "03-01 00:00"],
    ["a date that is over is next month's", "三号之前给您回复。", "10-14 10:00", "11-04 00:00"],
    ["midnight tonight", "今晚十二点前给您回复。", "10-14 10:00", "10-15 00:00"],
    ["noon and a half", "明天中午十二点半给您回电。", "10-14 10:00", "10-15 12:30"],
    ["of a span its end", "明天下午两点到四点之间给您回电。", "10-14 10:00", "10-15 16:00"],
    ["of two numbers the larger", "两三天内给您回复。", "10-14 10:00", "10-18 00:00"],
    ["the next day by another name", "次日中午十二点前给您答复。", "10-14 10:00", "10-15 12:00"],
    ["a day of next month", "下个月5号之前给您回电。", "10-01 10:00", "11-06 00:00"],
    ["weekdays from one to another", "周四到周五之间给您回电。", "10-14 10:00", "10-17 00:00"],
    ["before the evening", "今天晚上之前给您回电。", "10-14 10:00", "10-14 18:00"],
    ["by the evening", "I'll call you by this evening.", "10-14 10:00", "10-15 00:00"],
    ["in the morning, said in the afternoon", "I'll call you in the morning.", "10-14 17:00", "10-15 12:00"],
    ["latest is no evening", "最晚十一点给您回电。", "10-14 10:00", "10-14 11:00"],
    ["ten and some", "我十几分钟后给您回电。", "10-14 10:00", "10-14 10:19"],
    ["an hour and a half", "我一个半小时内给您回电。", "10-14 10:00", "10-14 11:30"],
    ["half a day", "半天内给您答复。", "10-14 10:00", "10-14 22:00"],
    ["three quarters of an hour", "I'll ring you in three quarters of an hour.", "10-14 10:00", "10-14 10:45"],
    ["after the holiday, where no holiday is known", "节后第一天给您回电。", "10-14 10:00", "never"],
    ["not before is no deadline", "下周一以后给您回电。", "10-14 10:00", "none"],
    ["a quarter past in English", "I'll call you at quarter past four.", "10-14 10:00", "10-14 16:15"],
    ["p.m. with full stops", "I'll call you by 5 p.m. Thank you.", "10-14 10:00", "10-14 17:00"]
  ])("%s", (_, text, moment, due) => {
    const [first] = said(text, moment)
    expect(first === undefined ? "none" : local(first.dueAt)).toBe(due)
  })

  test("after the holiday is the first working day after the days off to come", () => {
    const golden = new CaseCalendar("Asia/Shanghai", { ...workingWeek, exceptions: Object.fromEntries(["01", "02", "05", "06", "07"].map((day) => [`2026-10-${day}`, []])) })
    const [first] = promises(transcript("agent", "节后第一个工作日给您答复。", at("09-28 10:00")), golden)
    expect(local(first!.dueAt)).toBe("10-09 00:00")
  })

  test.each([
    // New York changes its clocks on 8 March and 1 November 2026.
    ["tomorrow morning at ten", "2026-03-07T18:00:00-05:00", "2026-03-08T10:00:00-04:00"],
    ["within 24 hours", "2026-03-07T18:00:00-05:00", "2026-03-08T19:00:00-04:00"],
    ["tomorrow", "2026-10-31T18:00:00-04:00", "2026-11-02T00:00:00-05:00"],
    ["by 2:30 am tomorrow", "2026-03-07T18:00:00-05:00", "2026-03-08T03:30:00-04:00"],
    ["by February 29th", "2028-02-01T09:00:00-05:00", "2028-03-01T00:00:00-05:00"]
  ])("I'll call you %s, said at %s", (when, moment, due) => {
    const [first] = promises(transcript("agent", `I'll call you ${when}.`, Date.parse(moment)), new CaseCalendar("America/New_York", workingWeek))
    expect(first?.dueAt).toBe(Date.parse(due))
  })
})

describe("a promise", () => {
  test("is an agent's, not a customer's or a bot's", () => {
    for (const role of ["customer", "bot"] as const) expect(promises(transcript(role, "明天上午给您回电。", at("10-14 10:00")), calendar)).toEqual([])
  })

  test("without times has no due time", () => {
    expect(promises(transcript("agent", "明天上午给您回电。", null), calendar)).toMatchObject([{ agent: "A1", madeAt: null, dueAt: null }])
  })

  test("said twice for the same moment is one", () => {
    expect(said("明天上午十点给您回电。那就明天上午十点再跟您联系，再见！")).toHaveLength(1)
  })
})
