import { describe, expect, test } from "vitest"
import { excerpt } from "../../schemas/Excerpt.ts"

describe("an excerpt", () => {
  test("keeps the span and some of what is around it", () => {
    expect(excerpt("0123456789", 4, 6, 2)).toEqual({ cutBefore: true, before: "23", quote: "45", after: "67", cutAfter: true })
    expect(excerpt("0123", 0, 4, 10)).toEqual({ cutBefore: false, before: "", quote: "0123", after: "", cutAfter: false })
  })

  test("cuts a long span and no character in half", () => {
    expect(excerpt("x".repeat(100), 10, 90, 5)).toMatchObject({ quote: "x".repeat(20), after: "", cutAfter: true })
    expect(excerpt("👍👍👍", 2, 4, 1)).toMatchObject({ before: "👍", quote: "👍", after: "" })
    for (const text of ["👍👍👍👍👍"]) for (let around = 0; around < 6; around++) {
      const { before, quote, after } = excerpt(text, 4, 6, around)
      expect([before, quote, after].every((piece) => piece.isWellFormed())).toBe(true)
    }
  })
})
