import { join } from "node:path"
import { Either, type Schema } from "effect"
import { describe, expect, test } from "vitest"
import { CaseJudge, type CaseVerdict } from "../../../scorers/cases/CaseJudge.ts"
import { DailyFeedback } from "../../../scorers/kinds/DailyFeedback.ts"
import { PromiseKept } from "../../../scorers/kinds/PromiseKept.ts"
import { readYaml } from "../../../scorers/YamlFile.ts"
import { contact } from "./caseTranscripts.ts"

/** One of the bundled rules, without loading the others. */
const bundled = <A, I>(name: string, kind: Schema.Schema<A, I>): A =>
  Either.getOrThrowWith(readYaml(join(import.meta.dirname, `../../../scorers/rules/response-time/${name}.yaml`), kind), (faults) => new Error(faults.map(({ message }) => message).join("; "))).value

const feedbackRule = bundled("daily-feedback", DailyFeedback)
const promiseRule = bundled("promise-kept", PromiseKept)

type Settings = Partial<Pick<DailyFeedback, "mode" | "days" | "rollingHours" | "graceHours" | "answersCount" | "countUntil" | "abandonedAfterDays" | "zones">>

const judged = (lines: ReadonlyArray<string>, horizon: string, settings: Settings = {}, zone = "Asia/Shanghai"): ReadonlyArray<CaseVerdict> => {
  const rules = [new DailyFeedback({ ...feedbackRule, ...settings }), new PromiseKept({ ...promiseRule, countUntil: settings.countUntil ?? promiseRule.countUntil, zones: settings.zones ?? [] })]
  return new CaseJudge(rules, new Map()).judge(lines.map((line) => contact(line)), { horizon: Date.parse(horizon), zone })
}

/** `09-17 A1` for a day with feedback, `09-18 -A2` for one that A2 missed. */
const days = ({ due }: CaseVerdict): string => due.map(({ agent, date, met }) => `${date.slice(5)} ${met ? "" : "-"}${agent}`).join(", ")

const cn = (day: string, rest: string) => `2026-${day.replace(" ", "T")}+08:00 ${rest}`
const opened = cn("09-16 09:40", "in A1 complaint")
const until = (day: string) => `2026-${day}T12:00+08:00`

const table: ReadonlyArray<readonly [name: string, lines: ReadonlyArray<string>, horizon: string, due: string, settings?: Settings, zone?: string]> = [
  ["feedback on each day", [opened, cn("09-17 10:00", "out A1"), cn("09-18 10:00", "write A1"), cn("09-19 10:00", "out A1")], until("09-19"), "09-17 A1, 09-18 A1, 09-19 A1"],
  ["nothing was due on the day of opening", [opened], until("09-16"), ""],
  ["no silence after the last contact on record counts", [opened], until("09-30"), ""],
  ["it counts where every contact is on record", [opened], until("09-19"), "09-17 -A1, 09-18 -A1", { countUntil: "now" }],
  ["a day that is not over is not missed", [opened, cn("09-18 10:00", "in A1")], until("09-18"), "09-17 -A1"],
  ["a day that is not over can be met", [opened, cn("09-17 10:00", "out A1")], "2026-09-17T10:30+08:00", "09-17 A1"],
  ["a customer who has to ask got no feedback", [opened, cn("09-17 10:00", "in A1 complaint"), cn("09-18 10:00", "out A1")], until("09-18"), "09-17 -A1, 09-18 A1"],
  ["unless the settings say so", [opened, cn("09-17 10:00", "in A1 complaint"), cn("09-18 10:00", "out A1")], until("09-18"), "09-17 A1, 09-18 A1", { answersCount: true }],
  ["recorded feedback counts whoever dialled", [opened, cn("09-17 10:00", "in A1 event")], until("09-17"), "09-17 A1"],
  ["a call that nothing tells the direction of speaks for the agent", [opened, cn("09-17 10:00", "call A1")], until("09-17"), "09-17 A1"],
  ["a bot's message is none", [opened, cn("09-17 10:00", "bot -"), cn("09-18 10:00", "out A1")], until("09-18"), "09-17 -A1, 09-18 A1"],
  ["a message nobody answers is none", [opened, cn("09-17 10:00", "unanswered -"), cn("09-18 10:00", "out A1")], until("09-18"), "09-17 -A1, 09-18 A1"],
  ["several messages a day are one day", [opened, cn("09-17 09:00", "out A1"), cn("09-17 18:00", "out A1"), cn("09-18 09:00", "out A1")], until("09-18"), "09-17 A1, 09-18 A1"],
  ["just before midnight is in time", [opened, cn("09-17 23:59", "write A1"), cn("09-18 00:00", "write A1")], until("09-18"), "09-17 A1, 09-18 A1"],
  ["weekends are days", [cn("09-18 10:00", "in A1 complaint"), cn("09-21 10:00", "out A1")], until("09-21"), "09-19 -A1, 09-20 -A1, 09-21 A1"],
  ["unless only working days are due", [cn("09-18 10:00", "in A1 complaint"), cn("09-21 10:00", "out A1")], until("09-21"), "09-21 A1", { days: "working" }],
  ["nor holidays then", [cn("09-30 10:00", "in A1 complaint"), cn("10-09 10:00", "out A1")], until("10-09"), "10-08 -A1, 10-09 A1", { days: "working" }],
  ["a missed day belongs to the owner at its end", [opened, cn("09-17 16:00", "in A2 complaint"), cn("09-19 10:00", "out A2")], until("09-19"), "09-17 -A2, 09-18 -A2, 09-19 A2"],
  ["handed over late in the evening", [opened, cn("09-18 23:50", "in A1 complaint to=A2"), cn("09-20 10:00", "out A2")], until("09-20"), "09-17 -A1, 09-18 -A2, 09-19 -A2, 09-20 A2"],
  ["the next morning's owner has not missed it", [opened, cn("09-18 00:10", "out A2")], until("09-18"), "09-17 -A1, 09-18 A2"],
  ["a colleague's message is the colleague's", [opened, cn("09-17 10:00", "out A2"), cn("09-18 10:00", "out A1")], until("09-18"), "09-17 A2, 09-18 A1"],
  ["the closing day is met by the closing", [opened, cn("09-17 10:00", "out A1"), cn("09-18 10:00", "in A1 closed")], until("09-30"), "09-17 A1, 09-18 A1"],
  ["after the closing nothing is due", [opened, cn("09-17 10:00", "out A1 closed"), cn("09-25 10:00", "in A3")], until("09-30"), "09-17 A1"],
  ["the customer says that it is settled", [opened, cn("09-17 10:00", "out A1 settled"), cn("09-25 10:00", "in A3")], until("09-30"), "09-17 A1"],
  ["closed on the day of opening", [cn("09-16 09:40", "in A1 complaint closed"), cn("09-20 09:00", "out A1")], until("09-30"), ""],
  ["reopened: the days between are not due", [opened, cn("09-17 10:00", "out A1 closed"), cn("09-21 09:00", "in A2 complaint"), cn("09-22 09:00", "out A2")], until("09-22"), "09-17 A1, 09-22 A2"],
  ["reopened and forgotten", [opened, cn("09-17 10:00", "out A1 closed"), cn("09-21 09:00", "in A2 complaint"), cn("09-24 09:00", "in A2 complaint")], until("09-24"), "09-17 A1, 09-22 -A2, 09-23 -A2"],
  ["a call after the closing does not open it again by itself", [opened, cn("09-17 10:00", "out A1 closed"), cn("09-19 09:00", "out A1 complaint"), cn("09-22 09:00", "in A1")], until("09-22"), "09-17 A1"],
  ["opened in words", [cn("09-16 09:40", "in A1 ask"), cn("09-18 10:00", "out A1")], until("09-18"), "09-17 -A1, 09-18 A1"],
  ["no complaint, nothing due", [cn("09-16 09:40", "in A1"), cn("09-20 10:00", "in A1")], until("09-20"), ""],
  ["in New York the same moments are other days", [opened, cn("09-17 10:00", "out A1"), cn("09-18 11:00", "out A1")], until("09-18"), "09-16 A1, 09-17 A1", {}, "America/New_York"],
  ["a zone of the queue goes before", [`${opened} queue=US`, cn("09-17 10:00", "out A1"), cn("09-18 11:00", "out A1")], until("09-18"), "09-16 A1, 09-17 A1", { zones: [{ queue: "US", zone: "America/New_York" }] }],
  ["the day the clocks go forward has 23 hours", ["2026-03-07T10:00-05:00 in A1 complaint", "2026-03-08T23:59-04:00 write A1", "2026-03-10T10:00-04:00 write A1"], "2026-03-10T12:00-04:00", "03-08 A1, 03-09 -A1, 03-10 A1", {}, "America/New_York"],
  ["the day they go back 25", ["2026-10-31T10:00-04:00 in A1 complaint", "2026-11-01T23:59-05:00 write A1", "2026-11-02T10:00-05:00 write A1"], "2026-11-02T12:00-05:00", "11-01 A1, 11-02 A1", {}, "America/New_York"],
  ["a leap day", ["2028-02-28T10:00+08:00 in A1 complaint", "2028-03-01T10:00+08:00 out A1"], "2028-03-01T12:00+08:00", "02-29 -A1, 03-01 A1"],
  ["over the year's end", ["2026-12-31T10:00+08:00 in A1 complaint", "2027-01-01T10:00+08:00 out A1"], "2027-01-01T12:00+08:00", "01-01 A1"],
  ["rolling: within a day and the grace", [opened, cn("09-17 11:39", "out A1"), cn("09-18 13:39", "out A1")], until("09-19"), "09-17 A1, 09-18 A1", { mode: "rolling" }],
  ["rolling: a minute more", [opened, cn("09-17 11:41", "out A1")], until("09-19"), "09-17 -A1", { mode: "rolling" }],
  ["rolling: what is not over is open", [opened, cn("09-17 09:00", "out A1"), cn("09-17 20:00", "in A1 complaint")], until("09-18"), "09-17 A1", { mode: "rolling" }],
  ["rolling: a gap belongs to whoever had the case when it grew too long", [opened, cn("09-17 08:00", "in A2 complaint"), cn("09-18 10:00", "out A2")], until("09-18"), "09-17 -A2", { mode: "rolling" }],
  ["rolling over a weekend of working days", [cn("09-18 10:00", "in A1 complaint"), cn("09-21 10:00", "out A1")], until("09-21"), "09-21 A1", { mode: "rolling", days: "working" }],
  ["rolling: closed in time", [opened, cn("09-17 09:00", "in A1 closed")], until("09-30"), "09-17 A1", { mode: "rolling" }]
]

describe("daily feedback", () => {
  test("is tried on enough cases", () => expect(table.length).toBeGreaterThanOrEqual(30))

  for (const [name, lines, horizon, due, settings, zone] of table) {
    test(name, () => {
      const [verdict] = judged(lines, horizon, settings, zone)
      expect(days(verdict!)).toBe(due)
    })
  }

  test("silent days in a row are abandonment, and the longest gap is told", () => {
    const [verdict] = judged([opened, cn("09-17 09:40", "out A1"), cn("09-20 09:40", "in A1 complaint"), cn("09-21 09:00", "out A2")], until("09-21"))
    expect(verdict).toMatchObject({ abandoned: { from: "2026-09-18", until: "2026-09-20", days: 3 }, owner: "A2", silentDays: 0 })
    expect(verdict!.longestGapHours).toBeCloseTo(95.33, 1)
  })

  test("one silent day is none", () => {
    expect(judged([opened, cn("09-18 09:40", "out A1")], until("09-18"))[0]).toMatchObject({ abandoned: null })
  })

  test("silence that is not charged is told all the same", () => {
    expect(judged([opened, cn("09-17 09:40", "out A1")], until("09-21"))[0]).toMatchObject({ silentDays: 3, abandoned: null, complaints: [{ closedAt: null }] })
  })

  test("the order in which transcripts are read does not matter", () => {
    for (const [, lines, horizon, due, settings, zone] of table) expect(days(judged(lines.toReversed(), horizon, settings, zone)[0]!)).toBe(due)
  })
})

describe("joining", () => {
  const names = (lines: ReadonlyArray<string>) => judged(lines, until("10-30")).map(({ key, transcripts }) => `${key} ${transcripts.length}`)

  test("by case id, whoever the customer", () => {
    expect(names([opened, cn("09-17 10:00", "out A1 case=C2"), cn("09-18 10:00", "out A1 customer=U1")])).toEqual(["case:C1 2", "case:C2 1"])
  })

  test("without one, to the customer's open complaint", () => {
    const [first] = names([`${opened} customer=U1`, cn("09-17 10:00", "out A1 caseless customer=U1"), cn("09-17 11:00", "out A1 caseless customer=U2")])
    expect(first).toBe("case:C1 2")
  })

  test("not to one that is closed", () => {
    expect(names([`${opened} customer=U1 closed`, cn("09-17 10:00", "in A1 caseless customer=U1")])).toEqual(["case:C1 1"])
  })

  test("a complaint without a case id makes a case of the customer's", () => {
    expect(names([cn("09-16 10:00", "in A1 complaint caseless customer=U1"), cn("09-17 10:00", "out A1 caseless customer=U1")])).toEqual([expect.stringMatching(/^customer:U1@test\/.* 2$/)])
  })

  test("a promise to a known customer is followed up, one to nobody stands alone", () => {
    const promise = (customer: string) => cn("09-16 10:00", `in A1 caseless ${customer} : 明天上午给您回电。`)
    expect(names([promise("customer=U1"), cn("09-17 10:00", "out A1 caseless customer=U1"), promise("")])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^customer:U1@.* 2$/), expect.stringMatching(/^transcript:.* 1$/)])
    )
  })

  test("a complaint that nothing joins to others is not followed up", () => {
    const [alone] = judged([cn("09-16 10:00", "in A1 complaint caseless : 明天上午给您回电。")], until("09-30"), { countUntil: "now" })
    expect(alone).toMatchObject({ complaints: [], due: [], silentDays: 0, promises: [{ status: "unclear" }] })
  })

  test("what has no date belongs to no case", () => {
    const undated = { ...contact(opened), startedAt: null }
    expect(new CaseJudge([feedbackRule, promiseRule], new Map()).judge([undated], { horizon: 0, zone: "UTC" })).toEqual([])
  })
})

describe("promises", () => {
  const made = cn("09-16 16:00", "in A1 : 明天上午十点给您回电。")
  const became = (lines: ReadonlyArray<string>, horizon: string, settings: Settings = {}) =>
    judged(lines, horizon, settings).flatMap(({ promises }) => promises.map(({ agent, because, by, status }) => [status, agent, because ?? by?.transcript.startedAt ?? null]))
  const at = (day: string) => Date.parse(`2026-${day.replace(" ", "T")}+08:00`)

  const fates: ReadonlyArray<readonly [string, ReadonlyArray<string>, string, ReturnType<typeof became>[number], Settings?]> = [
    ["called in time", [made, cn("09-17 09:58", "out A1")], until("09-17"), ["kept", "A1", at("09-17 09:58")]],
    ["called within the grace", [made, cn("09-17 10:14", "out A1")], until("09-17"), ["kept", "A1", at("09-17 10:14")]],
    ["called too late", [made, cn("09-17 10:16", "out A1")], until("09-17"), ["broken", "A1", at("09-17 10:16")]],
    ["kept by a colleague", [made, cn("09-17 09:30", "out A2")], until("09-17"), ["kept", "A1", at("09-17 09:30")]],
    ["kept in writing", [made, cn("09-17 09:30", "write A2")], until("09-17"), ["kept", "A1", at("09-17 09:30")]],
    ["the customer had to call", [made, cn("09-18 09:30", "in A2")], until("09-18"), ["broken", "A1", null]],
    ["the customer called before", [made, cn("09-17 09:00", "in A2"), cn("09-17 09:30", "out A1")], until("09-18"), ["kept", "A1", at("09-17 09:30")]],
    ["not due yet", [made], "2026-09-17T09:00+08:00", ["open", "A1", null]],
    ["due, and nothing on record since", [made], until("09-18"), ["overdue", "A1", null]],
    ["the same where every contact is on record", [made], until("09-18"), ["broken", "A1", null], { countUntil: "now" }],
    ["what transcripts cannot tell", [cn("09-16 16:00", "in A1 : 明天给您办理退款。"), cn("09-18 10:00", "in A1")], until("09-18"), ["unclear", "A1", "whether this was done cannot be seen in transcripts"]],
    ["nobody to follow up", [cn("09-16 16:00", "in A1 caseless : 明天上午十点给您回电。")], until("09-18"), ["unclear", "A1", "nothing joins this transcript to later ones"]]
  ]
  for (const [name, lines, horizon, expected, settings] of fates) test(name, () => expect(became(lines, horizon, settings)).toEqual([expected]))

  test("a broken one is told in the customer's words where there are any", () => {
    const chase = { ...contact(cn("09-18 09:30", "in A2")), turns: contact(cn("09-18 09:30", "in A2")).turns.map((turn) => (turn.role === "customer" ? { ...turn, text: "说好昨天回电，一个电话都没有！" } : turn)) }
    const [verdict] = new CaseJudge([promiseRule], new Map()).judge([contact(made), chase], { horizon: at("09-18 12:00"), zone: "Asia/Shanghai" })
    expect(verdict!.promises[0]).toMatchObject({ status: "broken", quote: { quote: "明天上午十点给您回电" }, chased: { quote: "说好昨天回电，一个电话都没有！", turn: 1 } })
  })
})

test("a rubric without these rules has no cases to judge", () => {

  const idle = new CaseJudge([], new Map())
  expect(idle.idle).toBe(true)
  expect(idle.judge([contact(opened)], { horizon: 0, zone: "UTC" }).flatMap(({ due, promises }) => [...due, ...promises])).toEqual([])
})
