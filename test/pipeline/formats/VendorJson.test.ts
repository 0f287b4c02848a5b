import { describe, expect, test } from "vitest"
import { readText } from "./ReadText.ts"

const json = (name: string, value: unknown) => readText(name, JSON.stringify(value))

describe("Alibaba SCA", () => {
  const ticket = (turns: ReadonlyArray<object>, more: object = {}) => json("u.json", { tickets: [{ tid: "t", dialogue: turns.map((turn) => ({ role: "客服", words: "您好", ...turn })), ...more }] })

  test("offsets are milliseconds, not seconds, and give a call", async () => {
    const { transcripts } = await ticket([{ begin: 0, end: 1500 }, { begin: 2000, end: 2500 }])
    expect(transcripts[0]).toMatchObject({ channel: "voice", turns: [{ startMs: 0, endMs: 1500 }, { startMs: 2000, endMs: 2500 }] })
  })

  test("zeros throughout are no times, not the time zero", async () => {
    const { transcripts } = await ticket([{ begin: 0, end: 0 }, { begin: 0, end: 0 }])
    expect(transcripts[0]).toMatchObject({ channel: "chat", timingProblem: null, turns: [{ startMs: null, endMs: null }, { startMs: null, endMs: null }] })
  })

  test("a begin time of each turn tells when a call began, and times a chat", async () => {
    const call = await ticket([{ begin: 500, end: 900, beginTime: "2026-03-02 09:00:00.500" }, { begin: 2000, end: 2500, beginTime: "2026-03-02 09:00:02" }])
    expect(call.transcripts[0]).toMatchObject({ startedAt: 1_772_413_200_000, turns: [{ startMs: 500 }, { startMs: 2000 }] })
    const bad = await ticket([{ begin: 0, end: 0, beginTime: "2026-03-02 09:00:00" }, { begin: 0, end: 0, beginTime: "soon" }])
    expect(bad.transcripts[0]).toMatchObject({ timingProblem: "turn 2: time ‘soon’ is not a time", turns: [{ startMs: null }, { startMs: null }] })
  })

  test("a ticket without dialogue is set aside, the others go on", async () => {
    const read = await json("u.json", { tickets: [{ tid: "a" }, { tid: "b", dialogue: [{ role: "客户", words: "hi" }] }, 7, { tid: "c", dialogue: [{ role: "客户" }] }] })
    expect(read.transcripts.map(({ id }) => id)).toEqual(["b"])
    expect(read.setAside.map(({ reason, transcript }) => [transcript, reason])).toEqual([
      ["a", "ticket 1: no dialogue, or an empty one"],
      [null, "ticket 3: not a JSON object"],
      ["c", "ticket 4: turn 1 has no words"]
    ])
  })
})

describe("Contact Lens", () => {
  const call = (item: object, more: object = {}) => json("x_analysis_1.json", { Version: "VOICE-2022-11-30", Channel: "VOICE", Transcript: [item], ...more })

  test("a role stands in Participants, at the item or in place of an id; a file without an id goes by its name", async () => {
    const item = { ParticipantId: "p", Content: "hi", BeginOffsetMillis: 0, EndOffsetMillis: 9 }
    const listed = await call(item, { Participants: [{ ParticipantId: "p", ParticipantRole: "CUSTOMER" }] })
    const direct = await call({ ...item, ParticipantId: "AGENT" })
    const nobody = await call(item)
    expect(listed.transcripts[0]).toMatchObject({ id: "x_analysis_1", turns: [{ role: "customer" }] })
    expect(direct.transcripts[0]).toMatchObject({ agents: [], turns: [{ role: "agent", agent: null }] })
    expect(nobody.setAside[0]!.reason).toBe("item 1: neither ParticipantRole nor Participants says who speaks")
  })

  test("a redacted name names nobody, and what was attached is no turn", async () => {
    const at = "2026-03-02T01:00:00Z"
    const { transcripts } = await json("c.json", {
      ChatTranscriptVersion: "2019-08-26",
      Channel: "CHAT",
      Transcript: [
        { AbsoluteTime: at, Content: "hi", ContentType: "text/plain", ParticipantRole: "AGENT", ParticipantId: "1", DisplayName: "[PII]" },
        { AbsoluteTime: at, Content: "{}", ContentType: "application/json", ParticipantRole: "AGENT", ParticipantId: "1", DisplayName: "[PII]" }
      ]
    })
    expect(transcripts[0]).toMatchObject({ channel: "chat", agents: [], turns: [{ text: "hi", agent: null }] })
    expect(transcripts[0]!.turns).toHaveLength(1)
  })
})

test("Call Analytics refuses a speaker it does not know and a call without words", async () => {
  const turn = { ParticipantRole: "AGENT", Content: " ", BeginOffsetMillis: 0 }
  expect((await json("a.json", { Transcript: [turn] })).setAside[0]!.reason).toBe("no turn has any text")
  expect((await json("a.json", { Transcript: [{ ...turn, ParticipantRole: "spk_0" }] })).setAside[0]!.reason).toContain("neither AGENT nor CUSTOMER")
})

describe("what is no transcript is set aside with what it is", () => {
  test.each([
    ["stray.json", '{\n  "Version": "VOICE-2022-11-30",\n  "Channel": "VOICE" // call\n}', 3, "not valid JSON (line 3, column 22): Expected ',' or '}' after property value"],
    ["cut.json", '{"Version":"CHAT-2022-11-30",\n"Transcript":[', 2, "not valid JSON (line 2, column 15): it breaks off"],
    ["weather.json", '{"city":"X","days":[{"high":1}]}', 1, "this is a JSON object with the fields city, days"],
    ["odd.json", '{"city":"X",}', 1, "not valid JSON (line 1, column 13: Expected double-quoted property name)"],
    ["form.json", '{"schemaVersion":"3.1","evaluationId":"1"}', 1, "an evaluation form of Amazon Connect"],
    ["pretty.json", '{\n  "id": "a",\n  "turns": [\n  ]\n}', 1, "write it on one line"],
    ["README.md", "# Samples\n\nSee below: nothing\n", 1, "not a transcript format we know (alibaba-sca, contact-lens, amazon-call-analytics, jsonl, dialogue, csv); if it is one of them, say which with --format"],
    ["notes.txt", "Weekly notes. Dear all, hello\n", 1, "not a transcript format we know"],
    ["empty.csv", "", 1, "the file is empty"]
  ])("%s", async (name, content, line, reason) => {
    const read = await readText(name, content)
    expect(read.transcripts).toEqual([])
    expect(read.setAside).toHaveLength(1)
    expect(read.setAside[0]).toMatchObject({ origin: { file: name, line }, transcript: null })
    expect(read.setAside[0]!.reason).toContain(reason)
  })
})
