import { expect, test } from "vitest"
import { markedText } from "../../../pipeline/reports/MarkedText.ts"
import { plain } from "../../../pipeline/Terminal.ts"
import type { Mark } from "../../../schemas/Marks.ts"

const mark = (number: number | null, start: number, end: number, bearing: Mark["bearing"] = "against"): Mark => ({ number, bearing, start, end })

test("marks stand in brackets, several of the same words in the same ones, with their numbers behind", () => {
  expect(markedText("我们无法退款", [mark(1, 2, 4)], plain)).toBe("我们⟦无法⟧[1]退款")
  expect(markedText("我们无法退款", [mark(1, 2, 4), mark(2, 2, 4, "context")], plain)).toBe("我们⟦无法⟧[1][2]退款")
  expect(markedText("我们无法退款", [mark(1, 2, 4), mark(2, 2, 6)], plain)).toBe("我们⟦⟦无法⟧[1]退款⟧[2]")
  expect(markedText("我们无法退款", [mark(1, 0, 4), mark(2, 2, 4)], plain)).toBe("我们无法退款".replace("我们无法", "⟦我们⟦无法⟧[2]⟧[1]"))
  expect(markedText("无法", [mark(null, 0, 2)], plain)).toBe("⟦无法⟧")
})

test("a mark of a whole long text has only its number, whatever else is marked in it", () => {
  const text = "您好，这里是星河客服，请问有什么可以帮您？"
  expect(markedText(text, [mark(2, 0, text.length, "for"), mark(1, 0, 2, "for")], plain)).toBe(`⟦您好⟧[1]${text.slice(2)}[2]`)
  const colours = markedText(text, [mark(2, 0, text.length, "for"), mark(1, 0, 2, "for")], { ...plain, colours: true })
  expect(colours).toBe(`\u001b[32m\u001b[4m您好\u001b[24m\u001b[39m\u001b[2m[1]\u001b[22m${text.slice(2)}\u001b[2m[2]\u001b[22m`)
})

test("marks that cross keep as many brackets open as they close, and lose nothing", () => {
  const text = "一二三四五六七八"
  for (let a = 0; a < 8; a++) for (let b = a + 1; b < 8; b++) {
    const marked = markedText(text, [mark(1, a, b), mark(2, b - 1, 8), mark(3, 2, 5)], plain)
    expect(marked.replaceAll(/[⟦⟧]|\[\d\]/g, "")).toBe(text)
    expect(marked.split("⟦").length).toBe(marked.split("⟧").length)
  }
})
