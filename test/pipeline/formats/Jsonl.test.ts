import { expect, test } from "vitest"
import { options, readText } from "./ReadText.ts"

const good = (id: string) => JSON.stringify({ id, turns: [{ role: "agent", text: "您好" }] })
const jsonl = (...lines: ReadonlyArray<string>) => readText("c.jsonl", lines.join("\n"))
const one = async (conversation: object) => (await jsonl(JSON.stringify({ id: "a", ...conversation }))).transcripts[0]!

test("a bad line is set aside with its number and reason, the others go on", async () => {
  const read = await jsonl(
    good("a"),
    '{"id":"b","turns":[{"role":"agent" "text":"x"}]}',
    "",
    "[1, 2]",
    '{"turns":[{"role":"agent","text":"x"}]}',
    '{"id":"d"}',
    '{"id":"e","turns":[{"role":"agent","text":"x"},{"role":"boss","text":"x"}]}',
    '{"id":"f","turns":[{"role":"agent"}]}',
    '{"id":"g","turns":[{"role":"agent","text":5}]}',
    '{"id":"h","turns":[{"role":"agent","text":" "}]}',
    '{"id":"i","turns":[{"role":"agent","text":"x"}],"events":[{"kind":"coffee"}]}',
    '{"id":"j","turns":[{"role":"agent","te',
    good("z")
  )
  expect(read.transcripts.map(({ id, origin }) => [id, origin.line])).toEqual([["a", 1], ["z", 13]])
  expect(read.setAside.map(({ origin, reason, transcript }) => [origin.line, transcript, reason])).toEqual([
    [2, "b", "not valid JSON (column 36): Expected ',' or '}' after property value"],
    [4, null, "not a JSON object: one conversation a line is expected"],
    [5, null, "no id: every conversation needs a field id"],
    [6, "d", "no turns: every conversation needs a list of turns"],
    [7, "e", expect.stringContaining("turn 2: role ‘boss’ is none we know")],
    [8, "f", "turn 1 has no text"],
    [9, "g", "turn 1: text is not a text but 5"],
    [10, "h", "no turn has any text"],
    [11, "i", "event 1: kind is none of ring, answer, assign, hold, transfer, hang-up, feedback"],
    [12, "j", "not valid JSON (column 39): Unterminated string"]
  ])
  expect(read.setAside[0]!.excerpt).toBe('{"id":"b","turns":[{"role":"agent" "text":"x"}]}')
})

test("an unexpected character is found where it stands", async () => {
  expect((await jsonl('{"id":"a","turns":[{"role":agent,"text":"x"}]}')).setAside[0]!.reason).toBe("not valid JSON (column 28): unexpected character")
})

test("a bad or missing time unscores the times of its conversation only", async () => {
  const turns = (...starts: ReadonlyArray<unknown>) => starts.map((start_ms) => ({ role: "agent", text: "x", start_ms }))
  expect((await one({ turns: turns(0, "abc") })).timingProblem).toBe("turn 2: time ‘abc’ is not a time")
  expect((await one({ turns: turns(0, -1) })).timingProblem).toBe("turn 2: time ‘-1’ is not a time")
  expect((await one({ turns: turns(0, null) })).timingProblem).toBe("turn 2: no time, though other turns have one")
  expect((await one({ turns: turns(9000, 100) })).timingProblem).toBe("turn 2: time ‘100’ is earlier than ‘9000’ of the turn before it")
  expect((await one({ turns: [{ role: "agent", text: "x", start_ms: 5, end_ms: 1 }] })).timingProblem).toBe("turn 1: ends (‘1’) before it starts (‘5’)")
  expect((await one({ turns: turns(0), started_at: "yesterday" })).timingProblem).toBe("the start of the contact: time ‘yesterday’ is not a time")
  expect((await one({ turns: turns(0), events: [{ kind: "hold", start_ms: "?" }] })).timingProblem).toBe("event 1: time ‘?’ is not a time")
  expect(await one({ turns: turns(0, "abc") })).toMatchObject({ turns: [{ startMs: null, endMs: null }, { startMs: null, endMs: null }] })
  expect(await one({ turns: turns(2000, 1500) })).toMatchObject({ timingProblem: null, turns: [{ startMs: 2000 }, { startMs: 1500 }] })
})

test("events that count from the start fit turns that carry a clock", async () => {
  const turns = [{ role: "agent", text: "x", time: "2026-03-02 09:00:10" }, { role: "customer", text: "x", time: "2026-03-02 09:00:20" }]
  expect(await one({ turns, started_at: "2026-03-02 09:00:00", events: [{ kind: "hold", start_ms: 12_000, end_ms: 15_000 }] })).toMatchObject({
    timingProblem: null,
    startedAt: 1_772_413_200_000,
    turns: [{ startMs: 10_000 }, { startMs: 20_000 }],
    events: [{ startMs: 12_000, endMs: 15_000 }]
  })
})

test("what Postgres cannot store is replaced one for one", async () => {
  const { transcripts } = await jsonl('{"id":"a\\u0000","customer":"\\udc00","turns":[{"role":"agent","text":"x\\ud83dy\\u0000z\\ud83d\\ude00"}]}')
  expect(transcripts[0]).toMatchObject({ id: "a\uFFFD", customer: "\uFFFD", turns: [{ text: "x\uFFFDy\uFFFDz😀" }] })
})

test("events that carry a clock fit turns that count from the start", async () => {
  const turns = [{ role: "agent", text: "x", start_ms: 9000, end_ms: 9500 }]
  const events = [{ kind: "ring", time: "2026-03-02 09:00:00", end_time: "2026-03-02 09:00:08" }, { kind: "hold", start_ms: 9600, end_ms: 9900 }]
  const read = await one({ turns, started_at: "2026-03-02 09:00:00", events })
  expect(read.timingProblem).toBeNull()
  expect(read.events).toMatchObject([{ kind: "ring", startMs: 0, endMs: 8000 }, { kind: "hold", startMs: 9600, endMs: 9900 }])
  // Without a start there is nothing to count from.
  expect((await one({ turns, events })).events).toMatchObject([{ kind: "ring", startMs: null, endMs: null }, { kind: "hold", startMs: 9600, endMs: 9900 }])
  expect((await one({ turns, started_at: "2026-03-02 09:00:00", events: [{ kind: "ring", time: "nine" }] })).timingProblem).toBe("event 1: time ‘nine’ is not a time")
})

test("an id no index can hold is set aside", async () => {
  const read = await jsonl(good("x".repeat(401)), good("b"))
  expect(read.transcripts.map(({ id }) => id)).toEqual(["b"])
  expect(read.setAside[0]!.reason).toContain("an id of 401 characters")
})

test("the user's channel and source count where the line has none", async () => {
  const read = await readText("c.jsonl", `${good("a")}\n{"id":"b","source":"crm","channel":"chat","turns":[{"role":"agent","text":"x"}]}`, null, { ...options, channel: "voice", source: "night" })
  expect(read.transcripts.map(({ channel, source }) => [source, channel])).toEqual([["night", "voice"], ["crm", "chat"]])
})

test("bytes that are no text set their line aside", async () => {
  const bytes = Buffer.concat([Buffer.from(`${good("a")}\n{"id":"b","turns":[{"role":"agent","text":"您`), Buffer.from([0xff]), Buffer.from(`"}]}\n${good("c")}\n`)])
  const read = await readText("c.jsonl", bytes)
  expect(read.transcripts.map(({ id }) => id)).toEqual(["a", "c"])
  expect(read.setAside.map(({ origin, transcript }) => [origin.line, transcript])).toEqual([[2, "b"]])
  expect(read.setAside[0]!.reason).toContain("no valid text")
})
