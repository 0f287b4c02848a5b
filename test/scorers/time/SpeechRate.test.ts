import { expect, test } from "vitest"
import type { Turn } from "../../../schemas/Transcript.ts"
import { speechRate } from "../../../scorers/time/SpeechRate.ts"

const turn = (text: string, seconds: number | null, role: Turn["role"] = "agent"): Turn => ({ role, text, startMs: 1000, endMs: seconds === null ? null : 1000 + seconds * 1000, agent: null, confidence: null })

test.each<[what: string, turns: ReadonlyArray<Turn>, rate: number | null]>([
  ["characters, not punctuation", [turn("您好，请问有什么可以帮助您？", 3)], 240],
  ["words in English", [turn("I'd be happy to check that for you right now.", 4)], 150],
  ["both in one turn", [turn("您的订单 GH22017 今天下午送到，请放心。", 4)], 210],
  ["two turns together", [turn("一二三四五六七八九十", 2), turn("一二三四五六七八九十一二三四五六七八九十", 4)], 300],
  ["short turns do not count", [turn("好的", 0.1), turn("一二三四五六七八九十", 2)], 300],
  ["nor the other party's", [turn("一二三四五六七八九十", 1, "customer"), turn("一二三四五六七八九十", 2)], 300],
  ["nor turns without an end", [turn("一二三四五六七八九十", null)], null],
  ["nor those of no length", [turn("一二三四五六七八九十", 0)], null],
  ["nothing said", [], null]
])("%s", (_, turns, rate) => {
  expect(speechRate(turns, "agent")).toBe(rate)
})
