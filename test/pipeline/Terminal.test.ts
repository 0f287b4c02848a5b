import { Console, Effect } from "effect"
import { describe, expect, test } from "vitest"
import { table, tableFits } from "../../pipeline/Table.ts"
import { harmless, harmlessLine, plain, printJson } from "../../pipeline/Terminal.ts"

describe("strangers' text", () => {
  test("cannot move the cursor, recolour, hide or reorder", () => {
    expect(harmless("a\u001b[2Jb\u009bc\u0007")).toBe("a\\u001b[2Jb\\u009bc\\u0007")
    expect(harmless("\u202etxt.exe\u2066\u200b\ufeff\u2028")).toBe("\\u202etxt.exe\\u2066\\u200b\\ufeff\\u2028")
    expect(harmless("shown\rover")).toBe("shown\\u000dover")
    expect(harmless("x\u{e0041}y")).toBe("x\\udb40\\udc41y")
    expect(harmlessLine("a\r\n\tb")).toBe("a b")
  })

  test("keeps its Chinese, line ends, joined emoji and right-to-left letters", () => {
    for (const text of ["您好，\n世界", "您好，\r\n世界", "👩‍👩‍👧‍👦", "שלום\u200f", "𠮷"]) expect(harmless(text)).toBe(text)
  })

  test("in JSON is escaped where JSON itself would not, and means the same", () => {
    const lines: Array<string> = []
    const value = { text: "\u009b2J\u202e\u{e0041}您好\n" }
    Effect.runSync(Console.consoleWith((console) =>
      printJson(value).pipe(Effect.withConsole({ ...console, log: (line) => Effect.sync(() => void lines.push(String(line))) }))
    ))
    expect(lines[0]).not.toMatch(/[\u009b\u202e]/)
    expect(JSON.parse(lines[0]!)).toEqual(value)
  })
})

describe("a table", () => {
  const head = ["agent", "points", "id"]
  const rows = [["王芳\u001b[0m\n=x", "82.4 [77.3–87.5]", "negative-language/cannot"], ["a name so long that there is hardly room for it on a line", "–", "x/y"]]
  const terminal = (columns: number) => ({ terminal: true, colours: false, columns })

  test("in a pipe is whole, one row a line", () => {
    expect(table(head, rows, plain)).toBe(`${head.join("\t")}\n王芳\\u001b[0m =x\t82.4 [77.3–87.5]\tnegative-language/cannot\n${rows[1]!.join("\t")}`)
  })

  test("on a terminal cuts text to fit, never numbers or ids", () => {
    expect(tableFits(head, rows, terminal(100))).toBe(false)
    const printed = table(head, rows, terminal(80))
    expect(printed.split("\n")[0]).toHaveLength(80)
    expect(printed).toContain("…")
    expect(printed).toContain("82.4 [77.3–87.5]")
    expect(printed).toContain("negative-language/cannot")
  })

  test("too wide even then goes on below with its key", () => {
    const printed = table(head, rows, terminal(60)).split("\n").filter((line) => line.startsWith("┌"))
    expect(printed.map((line) => line.split("┬").length)).toEqual([2, 2])
  })
})
