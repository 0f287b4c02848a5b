import { Option } from "effect"
import { expect, test } from "vitest"
import { daysOf, periodLabel, periodStart } from "../../../pipeline/reports/Period.ts"
import { sheetWords } from "../../../pipeline/reports/SheetWords.ts"

test("days, months and years stand for the days they have", () => {
  expect(Option.getOrNull(daysOf("2026-10-05"))).toEqual({ first: "2026-10-05", last: "2026-10-05" })
  expect(Option.getOrNull(daysOf("2024-02"))).toEqual({ first: "2024-02-01", last: "2024-02-29" })
  expect(Option.getOrNull(daysOf("2026-12"))).toEqual({ first: "2026-12-01", last: "2026-12-31" })
  expect(Option.getOrNull(daysOf("2026"))).toEqual({ first: "2026-01-01", last: "2026-12-31" })
  for (const wrong of ["2026-02-30", "2026-13", "2026-1-5", "last week", ""]) expect(Option.isNone(daysOf(wrong)), wrong).toBe(true)
})

test("weeks begin on Monday, months on the first", () => {
  expect(periodStart("week", "2026-10-05")).toBe("2026-10-05")
  expect(periodStart("week", "2026-10-11")).toBe("2026-10-05")
  expect(periodStart("week", "2026-11-01")).toBe("2026-10-26")
  expect(periodStart("month", "2026-10-31")).toBe("2026-10-01")
})

test("periods are told by their days", () => {
  const { en, zh } = sheetWords
  expect(periodLabel({ period: "week", periodStart: "2026-09-28" }, en)).toBe("2026-09-28 to 2026-10-04")
  expect(periodLabel({ period: "week", periodStart: "2026-09-28" }, zh)).toBe("2026-09-28 至 2026-10-04")
  expect(periodLabel({ period: "month", periodStart: "2026-09-01" }, en)).toBe("2026-09")
  expect(periodLabel({ period: "all", periodStart: null }, en)).toBe("all time")
})
