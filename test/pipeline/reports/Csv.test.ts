import { parse } from "csv-parse/sync"
import { expect, test } from "vitest"
import { toCsv } from "../../../pipeline/reports/Csv.ts"

test("text that a spreadsheet would take for a formula gets an apostrophe; numbers and harmless text do not", () => {
  for (const text of ["=1+1", "+86 10", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", " =1", "\u00a0=1", "\u3000＝1", "\ufeff=1", "\u200b\u202e+1", "\u0000=1", " \t@x"]) {
    expect(parse(toCsv([[text]])), text).toEqual([[`'${text}`]])
  }
  expect(toCsv([[-5, 1.5, 0, true, null, "a=1", "5", "王芳", ""]])).toBe("-5,1.5,0,true,,a=1,5,王芳,\r\n")
})

test("a spreadsheet reads back what was written", () => {
  const row = ["a,b", "say \"hi\"", "two\nlines", "two\r\nlines", " edges ", "您好，世界", "'"]
  expect(parse(toCsv([row, row]))).toEqual([row, row])
})
