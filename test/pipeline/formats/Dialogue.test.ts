import { expect, test } from "vitest"
import { readText } from "./ReadText.ts"

const dialogue = (text: string) => readText("talk.txt", text, "dialogue")

test("a time that is none unscores the times, and the line stays the turn it is", async () => {
  const { transcripts } = await dialogue("[00:01] 客服: 您好\n[25:99] 客户: 在吗\n[00:09] 客服: 在\n")
  expect(transcripts[0]).toMatchObject({
    timingProblem: "line 2: time ‘25:99’ is not a time",
    turns: [{ role: "agent", text: "您好", startMs: null }, { role: "customer", text: "在吗", startMs: null }, { role: "agent", startMs: null }]
  })
})

test("brackets within what is said stay there", async () => {
  const { transcripts } = await dialogue("客户: [图片]\n[表情] 这个: 坏了\n客服: 收到")
  expect(transcripts[0]!.turns.map(({ text }) => text)).toEqual(["[图片]\n[表情] 这个: 坏了", "收到"])
})

test("a timed line of an unknown speaker sets its conversation aside, the others go on", async () => {
  const read = await dialogue("# id: a\n[00:01] 客服: 您好\n[00:05] 老板: 喂\n---\n# id: b\n客服: 您好\n# id: c\njust words\n# id: d\n客户: 在吗\n---\n# id: e\n# queue: x\n")
  expect(read.transcripts.map(({ id, origin }) => [id, origin.line])).toEqual([["b", 5], ["d", 9]])
  expect(read.setAside.map(({ excerpt, origin, transcript }) => [transcript, origin.line, excerpt])).toEqual([
    ["a", 3, "[00:05] 老板: 喂"],
    ["c", 8, "just words"],
    ["e", 12, expect.stringContaining("# id: e")]
  ])
})

test("offsets among wall-clock times count from nothing", async () => {
  const { transcripts } = await dialogue("[2026-03-02 09:00:00] 客服: 您好\n[00:05] 客户: 在吗")
  expect(transcripts[0]!.timingProblem).toBe("line 2: time ‘00:05’ is not a time")
})

test("a ring before the first words is where the contact starts", async () => {
  const { transcripts } = await dialogue("[2026-03-02 09:00:00] * ring 3\n[2026-03-02 09:00:12] 客服: 您好")
  expect(transcripts[0]).toMatchObject({ startedAt: 1_772_413_200_000, events: [{ kind: "ring", startMs: 0, count: 3 }], turns: [{ startMs: 12_000 }] })
})

test("conversations without ids are named after the file, whatever is around them", async () => {
  const read = await readText("2026-03.call.txt.gz", "\n---\n\n客服: 您好\r\n---\r\n客服: 再见\r\n---\n", "dialogue")
  expect(read.transcripts.map(({ id, origin, turns }) => [id, origin.line, turns[0]!.text])).toEqual([["2026-03.call", 4, "您好"], ["2026-03.call#2", 6, "再见"]])
})

test("bytes that are no text set their conversation aside", async () => {
  const read = await readText("t.txt", Buffer.concat([Buffer.from("客服: 您好\n客户: 坏"), Buffer.from([0xff, 0xfe]), Buffer.from("了\n---\n客服: 您好，请问有什么可以帮您？\n")]))
  expect(read.transcripts).toHaveLength(1)
  expect(read.setAside.map(({ origin }) => origin.line)).toEqual([2])
})
