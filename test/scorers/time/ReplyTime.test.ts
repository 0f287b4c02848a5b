import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Either } from "effect"
import { describe, expect, test } from "vitest"
import { because } from "../../../schemas/Because.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { ReplyTime } from "../../../scorers/kinds/ReplyTime.ts"
import { readYaml } from "../../../scorers/YamlFile.ts"
import { readText } from "../../pipeline/formats/ReadText.ts"
import { scoreOf, timeRules } from "./TimeRules.ts"
import { dialogue } from "../transcripts.ts"

const bundled = timeRules()
const notes = (transcript: Transcript, rule: "first-response" | "reply-time", compiled = bundled, agent?: string) =>
  scoreOf(compiled, transcript, rule, agent).findings.map(({ note }) => note)

describe("every reply", () => {
  const exacting = timeRules({ "reply-time": { targetSeconds: { chat: 0.001 }, announced: undefined, ticket: undefined } })
  /** Seconds of each reply, by setting a target nobody meets. */
  const seconds = (text: string, compiled = exacting) => notes(dialogue(text), "reply-time", compiled).map((note) => Number(/reply after ([\d.]+) s/.exec(note!)?.[1]))

  test.each<[what: string, text: string, seconds: ReadonlyArray<number>]>([
    ["one question, one answer", "[00:00] Customer: where is it\n[00:25] Agent: here", [25]],
    ["a burst counts from its last message", "[00:00] Customer: hello\n[00:10] Customer: where is it\n[00:25] Agent: here", [15]],
    ["from the end of a message that has one", "[00:00-00:09] Customer: where is it\n[00:25] Agent: here", [16]],
    ["two answers to one question: the first counts", "[00:00] Customer: where is it\n[00:20] Agent: here\n[01:00] Agent: right here", [20]],
    ["a bot's answer is none", "[00:00] Customer: where is it\n[00:05] Bot: see the FAQ\n[00:25] Agent: here", [25]],
    ["a machine in the agent's name is none", "[00:00] Customer: where is it\n[00:01] Agent: Automatic reply: we are busy\n[00:25] Agent: here", [25]],
    ["thanks wait for nothing", "[00:00] Customer: where is it\n[00:20] Agent: here\n[00:30] Customer: thanks\n[05:00] Agent: bye", [20]],
    ["a question among thanks waits", "[00:00] Customer: thanks\n[00:10] Customer: and the other one\n[00:40] Agent: here too", [30]],
    ["over midnight", "[23:59:50] Customer: where is it\n[24:00:20] Agent: here", [30]],
    ["at the same moment", "[00:00] Customer: where is it\n[00:10] Agent: it\n[00:10] Customer: and that\n[00:50] Agent: here", [10, 40]],
    ["time on hold is left out", "[00:00] Customer: where is it\n[00:10-01:10] * hold\n[01:20] Agent: here", [20]],
    ["a hold without an end lasts until the answer", "[00:00] Customer: where is it\n[00:10] * hold\n[01:20] Agent: here", [10]],
    ["from the assignment, if that is later", "[00:00] Customer: where is it\n[03:00] * assign\n[03:12] Agent: here", [12]],
    ["from the question, if that is later", "[00:00] * assign\n[00:10] Customer: where is it\n[00:40] Agent: here", [30]],
    ["from a notice that an agent has joined", "[00:00] Customer: where is it\n[03:00] System: Sam has joined the chat\n[03:12] Agent: here", [12]]
  ])("%s", (_, text, expected) => {
    expect(seconds(text)).toEqual(expected)
  })

  test("anchored on the first message of a burst, as service agreements do", () => {
    const first = timeRules({ "reply-time": { anchor: "first", targetSeconds: { chat: 0.001 } } })
    expect(seconds("[00:00] Customer: hello\n[00:10] Customer: where is it\n[00:25] Agent: here", first)).toEqual([25])
  })

  test("figures: percentiles only of enough replies", () => {
    const exchange = (n: number, wait: (i: number) => number) =>
      dialogue(Array.from({ length: n }, (_, i) => `[${String(i).padStart(2, "0")}:00] Customer: where is it\n[${String(i).padStart(2, "0")}:${String(wait(i)).padStart(2, "0")}] Agent: here`).join("\n"))
    expect(notes(exchange(1, () => 7), "reply-time")).toEqual(["1 reply, longest 7 s"])
    expect(notes(exchange(4, (i) => 10 + i), "reply-time")).toEqual(["4 replies, average 11.5 s, longest 13 s"])
    expect(notes(exchange(5, (i) => 10 + i), "reply-time")).toEqual(["5 replies, average 12 s, median 12 s, longest 14 s"])
    // Type 7: the 90th of 20 values 10 … 29 lies at 10 + 0.9 × 19.
    expect(notes(exchange(20, (i) => 10 + i), "reply-time")).toEqual(["20 replies, average 19.5 s, median 19.5 s, 90 % within 27.1 s, longest 29 s"])
  })

  test("each agent is credited with the own replies, and not blamed for the wait before taking over", () => {
    const text = `[00:00] Customer: where is it
[00:20] Agent(Ann): I will ask my colleague
[00:30] Customer: how long will that take?
[09:00] Agent(Bob): hello, Bob here, it is in Reading
[09:10] Customer: and when does it arrive?
[09:25] Agent(Bob): on Friday`
    expect(notes(dialogue(text), "reply-time", exacting, "Ann")).toEqual(["reply after 20 s, target 0 s · 1 reply, longest 20 s"])
    expect(notes(dialogue(text), "reply-time", exacting, "Bob")).toEqual(["reply after 15 s, target 0 s · 1 reply, longest 15 s"])
    // Assigned to Ann long before: that says nothing of when Bob took over.
    expect(notes(dialogue(`[00:00] * assign\n${text}`), "reply-time", exacting, "Bob")).toEqual(["reply after 15 s, target 0 s · 1 reply, longest 15 s"])
    const transferred = text.replace("[09:00]", "[08:50] * transfer Bob\n[09:00]")
    expect(notes(dialogue(transferred), "reply-time", exacting, "Bob")).toEqual(["reply after 10 s, target 0 s", "reply after 15 s, target 0 s · 2 replies, average 12.5 s, longest 15 s"])
  })

  test("on a call, where a company sets a target: from the end of the question, and nothing where that is unknown", () => {
    const voice = timeRules({ "reply-time": { targetSeconds: { voice: 10 } } })
    const call = (asked: string) => scoreOf(voice, dialogue(`${asked} Customer: where is it\n[00:15-00:18] Agent: on its way`, "voice"), "reply-time").outcome
    expect(call("[00:00-00:05]")._tag).toBe("Met")
    expect(call("[00:00-00:04]")._tag).toBe("Breached")
    expect(call("[00:05]")._tag).toBe("Met")
    expect(call("[00:04]")).toEqual({ _tag: "Unscored", because: because.someEndsMissing })
  })

  test("an announcement covers one wait: it is over when the agent comes back with something", () => {
    const chat = (back: string) => dialogue(`[00:00] Customer: where is it\n[00:20] Agent: one moment please\n${back}\n[02:10] Customer: and when does it arrive?\n[03:40] Agent: on Friday`)
    expect(scoreOf(bundled, chat("[00:30] Agent: the system is slow today"), "reply-time").outcome._tag).toBe("Met")
    expect(notes(chat("[01:50] Agent: it is in Reading"), "reply-time")).toEqual(["reply after 90 s, target 60 s · 3 replies, average 66.7 s, longest 90 s"])
  })

  test("a queue may have a target of its own", () => {
    const compiled = timeRules({ "reply-time": { queues: { VIP: 20 } } })
    const chat = dialogue("[00:00] Customer: where is it\n[00:30] Agent: here")
    expect(scoreOf(compiled, chat, "reply-time").outcome._tag).toBe("Met")
    expect(scoreOf(compiled, { ...chat, queue: "VIP" }, "reply-time").outcome._tag).toBe("Breached")
  })

  test("deleting a time leaves the rule unscored with a reason, never at zero", () => {
    const chat = dialogue("[00:00] Customer: where is it\n[00:30] Agent: here\n[00:40] Customer: and when\n[01:00] Agent: Friday")
    for (let t = 0; t < 4; t++) {
      const turns = chat.turns.map((turn, i) => (i === t ? { ...turn, startMs: null } : turn))
      expect(scoreOf(bundled, { ...chat, turns }, "reply-time").outcome).toEqual({ _tag: "Unscored", because: because.someTimesMissing })
    }
  })

  test("is the same however late the contact begins", () => {
    const chat = dialogue("[00:00] Customer: where is it\n[01:30] Agent: here\n[01:40] Customer: and when\n[02:00] Agent: Friday")
    const moved = { ...chat, turns: chat.turns.map((turn) => ({ ...turn, startMs: turn.startMs! + 86_400_000 * 60 })) }
    expect(scoreOf(bundled, moved, "reply-time")).toEqual(scoreOf(bundled, chat, "reply-time"))
  })
})

describe("the first reply has two clocks", () => {
  const customers = timeRules({ "first-response": { clock: "customer" } })
  test.each<[what: string, text: string, agents: number | null, customers: number | null]>([
    ["no queue", "[00:00] Customer: hi\n[00:20] Agent: Hello", 20, 20],
    ["a queue", "[00:00] Customer: hi\n[02:00] * assign\n[02:08] Agent: Hello", 8, 128],
    ["assigned before the customer writes", "[00:00] * assign\n[00:10] Customer: hi\n[00:19] Agent: Hello", 9, 9],
    ["a bot that answers, then the wish for a person", "[00:00] Customer: hi\n[00:02] Bot: What is it about?\n[05:00] Customer: a person please\n[05:12] Agent: Hello", 12, 312],
    ["a bot that only says to wait", "[00:00] Customer: hi\n[00:02] Bot: connecting you now\n[01:00] Customer: ?\n[01:10] Agent: Hello", 70, 70],
    ["an agent who greets on joining", "[00:00] * answer\n[00:03] Agent: Hello\n[00:10] Customer: hi", 3, 3],
    ["an agent who speaks first, nobody knows since when", "[00:03] Agent: Hello\n[00:10] Customer: hi", null, null]
  ])("%s", (_, text, agents, customersClock) => {
    const seconds = (compiled: typeof bundled) => {
      const note = notes(dialogue(text), "first-response", compiled)[0]
      return note === undefined ? null : Number(/first reply after ([\d.]+) s/.exec(note!)![1])
    }
    expect(seconds(bundled)).toBe(agents)
    expect(seconds(customers)).toBe(customersClock)
  })

  test("who takes over is measured from the transfer, who never was told from nothing", () => {
    const text = `[00:00] Customer: hi
[00:10] Agent(Ann): I hand you over
[00:20] * transfer Bob
[00:30] Customer: all right
[01:05] Agent(Bob): Hello, Bob here`
    expect(notes(dialogue(text), "first-response", bundled, "Ann")).toEqual(["first reply after 10 s, target 30 s"])
    expect(notes(dialogue(text), "first-response", bundled, "Bob")).toEqual(["first reply after 35 s, target 30 s"])
    expect(scoreOf(bundled, dialogue(text.replace("[00:20] * transfer Bob\n", "")), "first-response", "Bob").outcome).toEqual({ _tag: "NotApplicable", because: because.otherAgent })
  })
})

describe("business hours", () => {
  const spans = ["09:00-18:00"]
  const week = { mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: [], sun: [] }
  const letter = (asked: string, answered: string, zone: string, businessHours: object = { zone, week, exceptions: {} }) => {
    const [from, to] = [Date.parse(asked), Date.parse(answered)]
    const chat: Transcript = {
      ...dialogue("Customer: where is it\nAgent: here"),
      startedAt: from,
      turns: dialogue("Customer: where is it\nAgent: here").turns.map((turn, t) => ({ ...turn, startMs: t === 0 ? 0 : to - from }))
    }
    const compiled = timeRules({ "reply-time": { businessHours, ticket: undefined, targetSeconds: { chat: 3600 } } })
    return scoreOf(compiled, chat, "reply-time").findings[0]?.note
  }
  test.each([
    ["over a night", "2026-09-07T17:50:00+08:00", "2026-09-08T09:20:00+08:00", "Asia/Shanghai", "1800"],
    ["over a weekend", "2026-09-11T17:50:00+08:00", "2026-09-14T09:40:00+08:00", "Asia/Shanghai", "3000"],
    ["within the night", "2026-09-07T22:00:00+08:00", "2026-09-08T03:00:00+08:00", "Asia/Shanghai", "0"],
    ["over the leap day", "2028-02-28T17:59:00+08:00", "2028-02-29T09:01:00+08:00", "Asia/Taipei", "120"],
    ["over the night the clocks go forward", "2026-03-27T17:45:00+01:00", "2026-03-30T09:15:00+02:00", "Europe/Berlin", "1800"],
    ["over the night the clocks go back", "2026-10-30T17:45:00-04:00", "2026-11-02T09:15:00-05:00", "America/New_York", "1800"]
  ])("%s", (_, asked, answered, zone, seconds) => {
    expect(letter(asked, answered, zone)).toBe(`1 reply, longest ${seconds} s`)
  })

  test("around the clock, an hour that is skipped is no hour, and one that comes twice is two", () => {
    const always = { mon: ["00:00-24:00"], tue: ["00:00-24:00"], wed: ["00:00-24:00"], thu: ["00:00-24:00"], fri: ["00:00-24:00"], sat: ["00:00-24:00"], sun: ["00:00-24:00"] }
    const hours = { zone: "America/New_York", week: always, exceptions: {} }
    expect(letter("2026-03-08T01:59:00-05:00", "2026-03-08T03:01:00-04:00", "", hours)).toBe("1 reply, longest 120 s")
    expect(letter("2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00", "", hours)).toBe("1 reply, longest 3600 s")
  })

  test("and queues are settings of a company's own rule file; a wrong one is named with its line", () => {
    const folder = mkdtempSync(join(tmpdir(), "reply-time-"))
    const file = join(folder, "reply-time.yaml")
    const bundledText = readFileSync(join(import.meta.dirname, "../../../scorers/rules/response-time/reply-time.yaml"), "utf8")
    const read = (zone: string) => {
      const settings = `queues: { VIP: 20 }\nbusinessHours: { zone: ${zone}, week: { mon: [09:00-18:00], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, exceptions: { 2026-10-01: [] } }\n`
      writeFileSync(file, bundledText.replace("kind: reply-time\n", `kind: reply-time\n${settings}`))
      return readYaml(file, ReplyTime)
    }
    try {
      expect(Either.getOrThrow(read("Asia/Shanghai")).value).toMatchObject({ queues: { VIP: 20 }, businessHours: { zone: "Asia/Shanghai", exceptions: { "2026-10-01": [] } } })
      const line = bundledText.slice(0, bundledText.indexOf("kind: reply-time")).split("\n").length + 2
      expect(Either.getOrThrow(Either.flip(read("Shanghai")))).toEqual([{ file, line, message: "businessHours.zone: a time zone is named as in Asia/Shanghai" }])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test("cannot be counted without a date", () => {
    const compiled = timeRules({ "reply-time": { businessHours: { zone: "Asia/Shanghai", week, exceptions: {} } } })
    expect(scoreOf(compiled, dialogue("[00:00] Customer: where is it\n[00:30] Agent: here"), "reply-time").outcome).toEqual({ _tag: "Unscored", because: because.noDate })
  })
})

test("a Contact Lens chat: the agent's greeting from joining, replies from the customer's last message", async () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 8, 7, 2, 0, 0) + seconds * 1000).toISOString()
  const message = (role: string, seconds: number, content: string) => ({ AbsoluteTime: at(seconds), Content: content, ContentType: "text/plain", Id: `m${seconds}`, ParticipantId: role, ParticipantRole: role, Type: "MESSAGE" })
  const event = (role: string, seconds: number, what: string) => ({ AbsoluteTime: at(seconds), ContentType: `application/vnd.amazonaws.connect.event.${what}`, Id: `e${seconds}`, ParticipantId: role, ParticipantRole: role, Type: "EVENT" })
  const file = {
    Version: "CHAT-2022-11-30", ChatTranscriptVersion: "2019-08-26", Channel: "CHAT", LanguageCode: "en-US", CustomerMetadata: { ContactId: "c1" },
    Participants: [{ ParticipantId: "AGENT", ParticipantRole: "AGENT" }, { ParticipantId: "CUSTOMER", ParticipantRole: "CUSTOMER" }],
    Transcript: [
      event("CUSTOMER", 0, "participant.joined"),
      message("SYSTEM", 2.5, "You are now being placed in queue to chat with an agent."),
      event("AGENT", 10.25, "participant.joined"),
      message("AGENT", 12.765, "Hello, this is Jane. How may I help?"),
      message("CUSTOMER", 18, "I want a refund."),
      message("CUSTOMER", 24.5, "The kettle leaks."),
      message("AGENT", 29.75, "May I have the order number?"),
      message("CUSTOMER", 40, "5376"),
      message("AGENT", 47.3, "The refund is on its way."),
      message("AGENT", 52, "You will have it next week."),
      message("CUSTOMER", 55, "On which card will it be?"),
      message("AGENT", 59, "The one you paid with."),
      event("CUSTOMER", 65, "participant.left")
    ]
  }
  const { transcripts } = await readText("chat.json", JSON.stringify(file))
  // As Amazon counts: the greeting, 12.765 − 10.25, is no reply; each other one counts from the customer's last message before it to the agent's first after:
  // 29.75 − 24.5 = 5.25, 47.3 − 40 = 7.3 and 59 − 55 = 4, on average 5.517. A second message in a row answers nothing.
  expect(notes(transcripts[0]!, "first-response")).toEqual(["first reply after 2.5 s, target 30 s"])
  expect(notes(transcripts[0]!, "reply-time")).toEqual(["3 replies, average 5.5 s, longest 7.3 s"])
})
