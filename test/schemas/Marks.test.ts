import { describe, expect, test } from "vitest"
import { type Mark, segments } from "../../schemas/Marks.ts"

const mark = (number: number, start: number, end: number, bearing: Mark["bearing"] = "against"): Mark => ({ number, bearing, start, end })
const shown = (text: string, marks: ReadonlyArray<Mark>) => segments(text, marks).map((one) => [one.text, one.marks.map(({ number }) => number)])

describe("a marked text", () => {
  test("is cut where marks begin and end", () => {
    expect(shown("abcdef", [mark(1, 1, 4), mark(2, 3, 5)])).toEqual([["a", []], ["bc", [1]], ["d", [1, 2]], ["e", [2]], ["f", []]])
    expect(shown("abc", [mark(1, 0, 3), mark(2, 0, 3)])).toEqual([["abc", [1, 2]]])
    expect(shown("abcdef", [mark(2, 2, 3), mark(1, 0, 6)])).toEqual([["ab", [1]], ["c", [1, 2]], ["def", [1]]])
    expect(shown("abc", [])).toEqual([["abc", []]])
  })

  test("ignores what lies beyond it", () => {
    expect(shown("abc", [mark(1, 2, 99), mark(2, 7, 9), mark(3, 1, 1), mark(4, -2, 1)])).toEqual([["a", [4]], ["b", []], ["c", [1]]])
    expect(shown("", [mark(1, 0, 4)])).toEqual([])
  })

  test("loses and adds nothing, however marks lie", () => {
    const text = "客服：不可以的，我没办法👍给您操作。"
    for (let a = 0; a < text.length; a++) for (let b = a; b < text.length; b += 3) {
      const marks = [mark(1, a, b), mark(2, b - 2, b + 3), mark(3, 4, 9)]
      expect(segments(text, marks).map((one) => one.text).join("")).toBe(text)
      for (const one of marks.filter(({ start, end }) => end > Math.max(0, start))) {
        const pieces = segments(text, marks).filter((piece) => piece.marks.some(({ number }) => number === one.number))
        expect(pieces.map((piece) => piece.text).join("")).toBe(text.slice(Math.max(0, one.start), one.end))
      }
    }
  })
})
