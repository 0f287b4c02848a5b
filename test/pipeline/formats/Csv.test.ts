import { FastCheck as fc } from "effect"
import { readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { describe, expect, test } from "vitest"
import { readTable } from "../../../pipeline/formats/Csv.ts"
import { collect, inputOf, options, type Read, readText } from "./ReadText.ts"

const header = "conversation_id,role,text\n"
const csv = (rows: string | Uint8Array, more = {}) => readText("table.csv", rows, "csv", more)
const texts = (read: Read) => Object.fromEntries(read.transcripts.map(({ id, turns }) => [id, turns.map(({ text }) => text)]))
const aside = (read: Read) => read.setAside.map(({ origin, transcript }) => [origin.line, transcript])

describe("a table with bad rows", () => {
  test("a row of the wrong length spoils its conversation, named by line, and no other", async () => {
    const read = await csv(`${header}a,agent,hello\nb,agent,hi\na,customer,one, two\nb,customer,bye\n`)
    expect(texts(read)).toEqual({ b: ["hi", "bye"] })
    expect(aside(read)).toEqual([[4, "a"]])
    expect(read.setAside[0]).toMatchObject({ excerpt: "a,customer,one, two", reason: expect.stringContaining("4 columns where the header has 3") })
  })

  test("behind an unquoted comma the id is looked for where the surplus has moved it", async () => {
    const read = await csv("text,role,conversation_id\nhi,agent,a\none, two,customer,a\nhi,agent,b\n")
    expect(texts(read)).toEqual({ b: ["hi"] })
    expect(aside(read)).toEqual([[3, "a"]])
  })

  test("a row too short to show whose it is stands alone", async () => {
    const read = await csv(`${header}a,agent,hello\nrest of a message\nb,agent,hi\n`)
    expect(texts(read)).toEqual({ a: ["hello"], b: ["hi"] })
    expect(aside(read)).toEqual([[3, null]])
  })

  test("a quote that is never closed costs its conversation, not the rest of the file", async () => {
    const rest = Array.from({ length: 30_000 }, (_, i) => `c${i % 100},customer,a message of usual length, number ${i}`.replace("length, ", "length ")).join("\n")
    const read = await csv(`${header}a,agent,"hello\n${rest}\n`)
    expect(aside(read)).toEqual([[2, "a"]])
    expect(read.setAside[0]!.reason).toContain("never closed")
    expect(read.transcripts).toHaveLength(100)
    expect(read.transcripts.flatMap(({ turns }) => turns)).toHaveLength(30_000)
  })

  test("an unclosed quote before quoted rows, within a quoted row, and at the very end", async () => {
    const read = await csv(`${header}a,agent,"hello\nb,agent,"hi, you"\n"c","agent","say "it" now"\nd,agent,ok\ne,agent,"end`)
    expect(texts(read)).toEqual({ b: ["hi, you"], d: ["ok"] })
    expect(aside(read)).toEqual([[2, "a"], [4, "c"], [6, "e"]])
  })

  test("lines are counted as in the file, over blank lines, CRLF and line breaks in fields", async () => {
    const read = await csv(`conversation_id,role,text\r\n\r\na,agent,"one\r\ntwo\r\nthree"\r\n\r\na,customer,hi\r\nb,boss,hi\r\n,agent,hi\r\n,,\r\n`)
    expect(texts(read)).toEqual({ a: ["one\r\ntwo\r\nthree", "hi"] })
    expect(read.transcripts[0]!.origin).toEqual({ file: "table.csv", line: 3 })
    expect(aside(read)).toEqual([[9, null], [8, "b"]])
    expect(read.setAside.map(({ reason }) => reason)).toEqual([expect.stringContaining("no conversation id"), expect.stringContaining("‘boss’")])
  })

  test("a conversation without a word, and one whose order is not known", async () => {
    const read = await csv("conversation_id,role,text,seq\na,agent, ,1\na,customer,,2\nb,agent,hi,first\nc,agent,2nd,2\nc,customer,1st,1\n")
    expect(texts(read)).toEqual({ c: ["1st", "2nd"] })
    expect(read.setAside.map(({ origin, reason }) => [origin.line, reason.slice(0, 30)])).toEqual([
      [2, "a conversation in which no row"],
      [4, "sequence ‘first’ is not a numb"]
    ])
  })

  test("bytes that are no text spoil their conversation, never become replacement characters", async () => {
    const good = Buffer.from(`${header}a,客服,您好\nb,客服,您好，请问\nb,客户,坏`)
    const read = await csv(Buffer.concat([good, Buffer.from([0xe5, 0x9d]), Buffer.from("了\na,客户,在吗\n")]))
    expect(texts(read)).toEqual({ a: ["您好", "在吗"] })
    expect(aside(read)).toEqual([[4, "b"]])
  })

  test("a NUL in a text is replaced one for one", async () => {
    const read = await csv(`${header}a,agent,x\0y\n`)
    expect(texts(read)).toEqual({ a: ["x\uFFFDy"] })
  })

  test("a very long field is read", async () => {
    const long = "很长".repeat(200_000)
    expect(texts(await csv(`${header}a,agent,"${long},"\nb,agent,hi\n`))).toEqual({ a: [`${long},`], b: ["hi"] })
  })
})

describe("a header", () => {
  test.each([
    ["会话编号;说话人;消息内容", ";"],
    ["通話ID\t角色\t內容", "\t"],
    ["Contact ID,Speaker,Message", ","],
    ["CALL_ID|participant role|utterance", "|"],
    ['"session-id","Sender Type","Body"', ","]
  ])("%s is understood", async (columns, separator) => {
    expect(texts(await csv(`${columns}\n${["a", "客服", "您好"].join(separator)}\n`))).toEqual({ a: ["您好"] })
  })

  test("--map names columns we would not guess, and wins over those we would", async () => {
    const read = await csv("k,text,who,原文\n1,x,agent,hi\n", { columns: new Map([["conversation", "k"], ["role", "WHO"], ["text", "原文"]]) })
    expect(texts(read)).toEqual({ 1: ["hi"] })
  })

  test.each([
    [new Map([["conversation", "nope"]]), "--map conversation=nope: there is no such column. The columns are: k, text, who"],
    [new Map([["speaker", "who"]]), "--map knows no field ‘speaker’. The fields are: conversation, role, text"],
    [new Map<string, string>(), "no column says which conversation a row belongs to, nor who speaks. The columns are: k, text, who. Name it with --map conversation=<column>,role=<column>"]
  ])("what is missing is said, with the columns there are", async (columns, reason) => {
    const read = await readText("t.csv", "k,text,who\n1,hi,agent\n", null, { columns })
    expect(read.transcripts).toEqual([])
    expect(read.setAside).toHaveLength(1)
    expect(read.setAside[0]!.reason).toContain(reason)
  })

  test("a byte order mark, old Mac line ends and trailing separators are no obstacle", async () => {
    expect(texts(await csv(`\uFEFF${header}a,agent,hi\n`))).toEqual({ a: ["hi"] })
    expect(texts(await csv("conversation_id,role,text\ra,agent,hi\ra,customer,ho\r"))).toEqual({ a: ["hi", "ho"] })
    expect(texts(await csv(`${header}a,agent,hi,,\n`))).toEqual({ a: ["hi"] })
  })
})

describe("times in a table", () => {
  const timed = async (...times: ReadonlyArray<string>) => {
    const read = await csv(`conversation_id,role,text,time\n${times.map((time) => `a,agent,x,"${time}"\n`).join("")}`)
    const { startedAt, timingProblem, turns } = read.transcripts[0]!
    return { startedAt, timingProblem, starts: turns.map(({ startMs }) => startMs) }
  }

  test.each([
    ["2026-03-02 09:00:00", "2026/3/2 9:00:30"],
    ["2026-03-02T01:00:00Z", "2026-03-02T09:00:30+08:00"],
    ["1772413200", "1772413230"],
    ["1772413200000", "1772413230000"],
    ["20260302090000", "2026年3月2日 上午9:00:30"]
  ])("%s and %s are half a minute apart", async (first, second) => {
    expect(await timed(first, second)).toEqual({ startedAt: 1_772_413_200_000, timingProblem: null, starts: [0, 30_000] })
  })

  test.each([
    [["2026-03-02 09:00:00", "25:99"], "line 3: time ‘25:99’ is not a time"],
    [["2026-02-30 09:00:00", "2026-03-02 09:00:00"], "line 2: time ‘2026-02-30 09:00:00’ is not a time"],
    [["2026-03-02 09:00:00", ""], "line 3: no time, though other turns have one"],
    [["2026-03-02 09:00:00", "2026-03-02 09:00:10", "2026-03-02 08:59:00"], "line 4: time ‘2026-03-02 08:59:00’ is earlier than ‘2026-03-02 09:00:10’ of the turn before it"],
    [["3/2/2026 9:00", "3/2/2026 9:01"], "line 2: time ‘3/2/2026 9:00’ is not a time"],
    [["1500", "2000"], "line 2: time ‘1500’ is not a time"],
    [["2026-03-02 09:00", "2026-03-02 09:00", "2026-03-02 09:00"], "all 3 turns carry the same time"]
  ])("%j cannot be trusted, and no turn gets a time", async (times, problem) => {
    const read = await timed(...times)
    expect(read.timingProblem).toContain(problem)
    expect(read.starts).toEqual(times.map(() => null))
  })

  test("no times at all are no problem; a time of day alone gives differences", async () => {
    expect(await timed("", "")).toEqual({ startedAt: null, timingProblem: null, starts: [null, null] })
    expect(await timed("09:00:05", "09:01:00")).toEqual({ startedAt: null, timingProblem: null, starts: [0, 55_000] })
  })

  test("an export sorted newest first is turned round", async () => {
    const read = await csv("conversation_id,role,text,time\na,agent,third,2026-03-02 09:00:20\na,customer,second,2026-03-02 09:00:10\na,agent,first,2026-03-02 09:00:00\n")
    expect(texts(read)).toEqual({ a: ["first", "second", "third"] })
    expect(read.transcripts[0]!.turns.map(({ startMs }) => startMs)).toEqual([0, 10_000, 20_000])
  })

  test("seconds and milliseconds are not mixed up", async () => {
    const starts = async (column: string, ...values: ReadonlyArray<string>) =>
      (await csv(`conversation_id,role,text,${column}\n${values.map((value) => `a,agent,x,${value}\n`).join("")}`)).transcripts[0]!.turns.map(({ startMs }) => startMs)
    expect(await starts("start_ms", "0", "1500")).toEqual([0, 1500])
    expect(await starts("start_s", "0", "1.5")).toEqual([0, 1500])
    expect(await starts("start_ms", "00:00", "01:02.250")).toEqual([0, 62_250])
    expect(await starts("start_ms", "0", "-5")).toEqual([null, null])
  })
})

describe("a table larger than memory", () => {
  const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith("transcript-qa-rows-"))
  const row = fc.record({ id: fc.integer({ min: 0, max: 12 }), role: fc.constantFrom("客服", "customer", "boss"), text: fc.string({ unit: "grapheme", maxLength: 30 }), kind: fc.constantFrom("ok", "ok", "ok", "ok", "short", "quote") })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const table = (rows: ReadonlyArray<{ id: number; role: string; text: string; kind: string }>) =>
    header + rows.map(({ id, kind, role, text }) => (kind === "short" ? `c${id},${role}\n` : kind === "quote" ? `c${id},${role},a "b" c\n` : `c${id},${role},${quoted(text)}\n`)).join("")
  const sorted = (read: Read) => ({
    transcripts: read.transcripts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    setAside: read.setAside.toSorted((a, b) => a.origin.line - b.origin.line)
  })

  test("gives by way of the disk what it gives in memory, in pieces of any length", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 300 }), async (rows, length) => {
        const text = table(rows)
        const memory = await collect(readTable(inputOf(text, text.length, 10_000), options))
        const disk = await collect(readTable(inputOf(text, text.length, length), options, 0))
        const spilt = await collect(readTable(inputOf(text, null, length), options, -1))
        expect(sorted(disk)).toEqual(sorted(memory))
        expect(sorted(spilt)).toEqual(sorted(memory))
      }),
      { numRuns: 100 }
    )
  })

  test("loses no row where it moves from memory to disk", async () => {
    const text = header + Array.from({ length: 20_000 }, (_, i) => `c${i % 700},agent,message number ${i}\n`).join("")
    const memory = await collect(readTable(inputOf(text, null, 5000), options))
    const spilt = await collect(readTable(inputOf(text, null, 5000), options, 300_000))
    expect(memory.transcripts.flatMap(({ turns }) => turns)).toHaveLength(20_000)
    expect(memory.transcripts.map(({ id }) => id)).toEqual(Array.from({ length: 700 }, (_, i) => `c${i}`))
    expect(sorted(spilt)).toEqual(sorted(memory))
  })

  test("leaves nothing behind, neither when it is read halfway nor when reading fails", async () => {
    const text = header + Array.from({ length: 500 }, (_, i) => `c${i % 50},agent,message ${i}\n`).join("")
    for await (const reading of readTable(inputOf(text), options, 0)) {
      expect(reading._tag).toBe("Transcript")
      expect(leftovers()).toEqual([])
      break
    }
    const failing = { ...inputOf(text), text: async function* () { yield text; throw new Error("unplugged") } }
    await expect(collect(readTable(failing, options, 0))).rejects.toThrow("unplugged")
    expect(leftovers()).toEqual([])
  })
})
