import { join } from "node:path"
import { Either } from "effect"
import { describe, expect, test } from "vitest"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { CaseJudge } from "../../../scorers/cases/CaseJudge.ts"
import { PromiseKept } from "../../../scorers/kinds/PromiseKept.ts"
import { readYaml } from "../../../scorers/YamlFile.ts"
import { contact } from "../cases/caseTranscripts.ts"

const file = join(import.meta.dirname, "../../../scorers/rules/response-time/promise-kept.yaml")
const bundled = Either.getOrThrowWith(readYaml(file, PromiseKept), (faults) => new Error(faults.map(({ message }) => message).join("; "))).value

type Settings = Partial<Pick<PromiseKept, "countUntil" | "graceMinutes" | "zones" | "calendar">>

const told = (transcripts: ReadonlyArray<Transcript>, horizon: string, zone = "Asia/Shanghai", settings: Settings = {}): ReadonlyArray<string> =>
  new CaseJudge([new PromiseKept({ ...bundled, ...settings })], new Map())
    .judge(transcripts, { horizon: Date.parse(horizon), zone })
    .flatMap(({ promises }) => promises.map(({ agent, because, by, status }) => `${agent} ${status}${by === null ? "" : ` by ${by.reply?.agent ?? "nobody"}`}${because === null ? "" : `: ${because}`}`))

const cn = (day: string, rest: string) => `2026-${day.replace(" ", "T")}+08:00 ${rest}`
const ny = (moment: string, rest: string) => `${moment} ${rest}`

/** Monday 2026-10-12 to Sunday 2026-10-18; each line one contact, what became of every promise after it. */
const stories: ReadonlyArray<readonly [name: string, lines: ReadonlyArray<string>, horizon: string, expected: ReadonlyArray<string>, zone?: string, settings?: Settings]> = [
  ["promised on the phone, kept in a chat", [cn("10-12 10:00", "in A1 : 今天下午五点前给您答复。"), cn("10-12 16:30", "write A1")], "2026-10-13T00:00Z", ["A1 kept by A1"]],
  ["promised in a chat, kept by a call of a colleague", [cn("10-12 10:00", "ask A1 : 今天下午五点前给您答复。"), cn("10-12 16:30", "out A2")], "2026-10-13T00:00Z", ["A1 kept by A2"]],
  ["another case of the same customer keeps nothing", [cn("10-12 10:00", "in A1 case=C1 customer=U1 : 今天下午五点前给您答复。"), cn("10-12 16:30", "out A1 case=C2 customer=U1"), cn("10-13 10:00", "in A2 case=C1 customer=U1")], "2026-10-14T00:00Z", ["A1 broken"]],
  ["two promises, one kept, one not", [cn("10-12 10:00", "in A1 : 今天下午五点前给您答复。"), cn("10-12 16:00", "out A1 : 明天中午十二点前再给您回电。"), cn("10-14 10:00", "in A2")], "2026-10-14T12:00Z", ["A1 kept by A1", "A1 broken"]],
  ["put off in time, and then kept", [cn("10-12 10:00", "in A1 : 今天下午五点前给您答复。"), cn("10-12 16:50", "write A1 : 还没有结果，明天上午给您回电。"), cn("10-13 11:00", "out A1")], "2026-10-14T00:00Z", ["A1 kept by A1", "A1 kept by A1"]],
  ["put off too late", [cn("10-12 10:00", "in A1 : 今天下午五点前给您答复。"), cn("10-12 17:30", "write A1 : 还没有结果，明天上午给您回电。"), cn("10-13 11:00", "out A1")], "2026-10-14T00:00Z", ["A1 broken by A1", "A1 kept by A1"]],
  ["the customer called first and was told another time", [cn("10-12 10:00", "in A1 : 今天下午五点前给您答复。"), cn("10-12 15:00", "in A2 : 还要一天，明天下午五点前给您回电。"), cn("10-13 16:00", "out A2")], "2026-10-14T00:00Z", ["A1 unclear: the customer got in touch before it was due", "A2 kept by A2"]],
  ["the customer called first; the second promise was broken", [cn("10-12 10:00", "in A1 : 今天下午五点前给您答复。"), cn("10-12 15:00", "in A2 : 还要一天，明天下午五点前给您回电。"), cn("10-14 09:00", "in A3")], "2026-10-14T12:00Z", ["A1 unclear: the customer got in touch before it was due", "A2 broken"]],
  ["the customer called after it was due", [cn("10-12 10:00", "in A1 : 今天下午五点前给您答复。"), cn("10-12 18:00", "in A2")], "2026-10-13T00:00Z", ["A1 broken"]],
  ["the customer wrote, and nobody answered, before it was due", [cn("10-12 10:00", "in A1 : 今天下午五点前给您答复。"), cn("10-12 15:00", "unanswered -"), cn("10-13 10:00", "in A2")], "2026-10-14T00:00Z", ["A1 broken"]],
  ["a bot's message keeps no promise", [cn("10-12 10:00", "in A1 : 今天下午五点前给您答复。"), cn("10-12 15:00", "bot -"), cn("10-13 10:00", "in A2")], "2026-10-14T00:00Z", ["A1 broken"]],
  ["working days jump the weekend", [cn("10-16 17:00", "in A1 : 一个工作日内给您回复。"), cn("10-19 17:55", "out A1")], "2026-10-20T12:00Z", ["A1 kept by A1"]],
  ["and end with the day", [cn("10-16 17:00", "in A1 : 一个工作日内给您回复。"), cn("10-20 00:30", "write A1")], "2026-10-20T12:00Z", ["A1 broken by A1"]],
  ["working days jump the holidays of the calendar", [cn("09-30 17:00", "in A1 : 两个工作日内给您回复。"), cn("10-09 20:00", "write A1")], "2026-10-12T00:00Z", ["A1 kept by A1"]],
  ["before the end of work", [cn("10-12 10:00", "in A1 : 下班前给您回电。"), cn("10-12 18:20", "out A1")], "2026-10-13T00:00Z", ["A1 broken by A1"]],
  ["and the grace counts from it", [cn("10-12 10:00", "in A1 : 下班前给您回电。"), cn("10-12 18:14", "out A1")], "2026-10-13T00:00Z", ["A1 kept by A1"]],
  ["in New York the day lasts longer", [cn("10-13 06:00", "in A1 : I'll call you back today."), cn("10-13 11:30", "out A1")], "2026-10-14T00:00Z", ["A1 kept by A1"], "America/New_York"],
  ["the zone of the queue goes before that of the product", [cn("10-13 06:00", "in A1 queue=US : I'll call you back today."), cn("10-13 11:30", "out A1 queue=US")], "2026-10-14T00:00Z", ["A1 kept by A1"], "Asia/Shanghai", { zones: [{ queue: "US", zone: "America/New_York" }] }],
  ["how the input writes the offset does not matter: the same moment is the same day", [ny("2026-10-12T22:00Z", "in A1 : I'll call you back today."), ny("2026-10-12T23:30-04:00", "out A1")], "2026-10-14T00:00Z", ["A1 kept by A1"], "America/New_York"],
  ["over the night the clocks go forward", [ny("2026-03-07T18:00-05:00", "in A1 : I'll call you tomorrow at ten."), ny("2026-03-08T10:10-04:00", "out A1")], "2026-03-10T00:00Z", ["A1 kept by A1"], "America/New_York"],
  ["twenty-four hours over it are an hour later by the clock", [ny("2026-03-07T18:00-05:00", "in A1 : I'll call you within 24 hours."), ny("2026-03-08T19:10-04:00", "out A1")], "2026-03-10T00:00Z", ["A1 kept by A1"], "America/New_York"],
  ["over the night they go back", [ny("2026-10-31T18:00-04:00", "in A1 : I'll call you within 24 hours."), ny("2026-11-01T17:20-05:00", "out A1")], "2026-11-03T00:00Z", ["A1 broken by A1"], "America/New_York"],
  ["not due yet", [cn("10-12 10:00", "in A1 : 周五之前给您答复。")], "2026-10-14T00:00Z", ["A1 open"]],
  ["overdue, and nothing on record since", [cn("10-12 10:00", "in A1 : 周三之前给您答复。")], "2026-10-16T00:00Z", ["A1 overdue"]],
  ["broken where every contact is on record", [cn("10-12 10:00", "in A1 : 周三之前给您答复。")], "2026-10-16T00:00Z", ["A1 broken"], "Asia/Shanghai", { countUntil: "now" }]
]

describe("what became of promises", () => {
  test("is tried on enough stories", () => expect(stories.length).toBeGreaterThanOrEqual(15))

  for (const [name, lines, horizon, expected, zone, settings] of stories) {
    test(name, () => expect(told(lines.map((line) => contact(line)), horizon, zone, settings)).toEqual(expected))
  }

  test("does not depend on the order in which transcripts are read", () => {
    for (const [, lines, horizon, expected, zone, settings] of stories) expect(told(lines.toReversed().map((line) => contact(line)), horizon, zone, settings)).toEqual(expected)
  })
})

describe("a promise that was taken back", () => {
  const chase = contact(cn("10-14 10:00", "in A2"))
  type Said = readonly [role: "agent" | "customer", text: string]
  const call = (turns: ReadonlyArray<Said>): Transcript => ({
    ...contact(cn("10-12 10:00", "in A1")),
    turns: turns.map(([role, text], t) => ({ role, text, agent: role === "agent" ? "A1" : null, startMs: t * 1000, endMs: null, confidence: null }))
  })
  const fate = (...turns: ReadonlyArray<Said>) => told([call(turns), chase], "2026-10-15T00:00Z")

  test("since the customer wants no call", () => {
    expect(fate(["agent", "今天下午五点前给您回电。"], ["customer", "不用给我回电话了，我自己看短信。"])).toEqual(["A1 unclear: the customer wanted no call"])
    expect(fate(["agent", "I'll call you back by 5 pm."], ["customer", "No need to call, thanks."])).toEqual(["A1 unclear: the customer wanted no call"])
  })

  test("for another time at once", () => {
    expect(fate(["agent", "我今天下午三点给您回电，不对，今天下午五点给您回电。"])).toEqual(["A1 unclear: another time was named at once", "A1 broken"])
    expect(fate(["agent", "I'll call you at 3 pm."], ["customer", "I'm out then."], ["agent", "Sorry, I'll call you at 5 pm."])).toEqual(["A1 unclear: another time was named at once", "A1 broken"])
  })

  test("but not by a second promise beside it", () => {
    expect(fate(["agent", "今天下午五点前给您回电。"], ["customer", "好的"], ["agent", "明天中午十二点前我再给您打一个电话。"])).toEqual(["A1 broken", "A1 broken"])
  })
})
