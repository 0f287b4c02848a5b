import { Either, Schema } from "effect"
import { describe, expect, test } from "vitest"
import { BusinessHours, openTime } from "../../../scorers/time/BusinessHours.ts"

const weekdays = (spans: ReadonlyArray<string>, weekend: ReadonlyArray<string> = []) => ({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: weekend, sun: weekend })
const always = weekdays(["00:00-24:00"], ["00:00-24:00"])
const shop = { zone: "Asia/Shanghai", week: weekdays(["09:00-12:00", "13:00-18:00"]), exceptions: { "2026-10-01": [], "2026-10-02": [], "2026-10-10": ["09:00-12:00"] } }

const minutes = (hours: BusinessHours, from: string, to: string) => openTime(hours)(Date.parse(from), Date.parse(to)) / 60_000

describe("opening hours", () => {
  test.each<[what: string, from: string, to: string, minutes: number]>([
    ["within a morning", "2026-09-07T10:00:00+08:00", "2026-09-07T11:30:00+08:00", 90],
    ["over lunch", "2026-09-07T11:30:00+08:00", "2026-09-07T13:30:00+08:00", 60],
    ["overnight", "2026-09-07T17:30:00+08:00", "2026-09-08T09:15:00+08:00", 45],
    ["over a weekend", "2026-09-11T17:00:00+08:00", "2026-09-14T10:00:00+08:00", 120],
    ["within the night", "2026-09-07T22:00:00+08:00", "2026-09-08T06:00:00+08:00", 0],
    ["a whole day", "2026-09-07T00:00:00+08:00", "2026-09-08T00:00:00+08:00", 480],
    ["the very minute it opens", "2026-09-07T09:00:00+08:00", "2026-09-07T09:01:00+08:00", 1],
    ["the very minute it closes", "2026-09-07T18:00:00+08:00", "2026-09-07T18:01:00+08:00", 0],
    ["over two holidays and a weekend", "2026-09-30T17:00:00+08:00", "2026-10-05T10:00:00+08:00", 120],
    ["a Saturday that is worked", "2026-10-10T08:00:00+08:00", "2026-10-10T20:00:00+08:00", 180],
    ["asked in another zone", "2026-09-07T02:00:00Z", "2026-09-07T03:30:00Z", 90],
    ["no time at all", "2026-09-07T10:00:00+08:00", "2026-09-07T10:00:00+08:00", 0],
    ["backwards", "2026-09-07T11:00:00+08:00", "2026-09-07T10:00:00+08:00", 0]
  ])("%s", (_, from, to, open) => {
    expect(minutes(shop, from, to)).toBe(open)
  })

  const newYork = (week: BusinessHours["week"]): BusinessHours => ({ zone: "America/New_York", week, exceptions: {} })
  test.each<[what: string, spans: ReadonlyArray<string>, from: string, to: string, minutes: number]>([
    ["the day the clocks go forward has 23 hours", ["00:00-24:00"], "2026-03-08T00:00:00-05:00", "2026-03-09T00:00:00-04:00", 23 * 60],
    ["the day they go back has 25", ["00:00-24:00"], "2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00-05:00", 25 * 60],
    ["a shift over the hour that is skipped", ["01:00-04:00"], "2026-03-08T00:00:00-05:00", "2026-03-09T00:00:00-04:00", 120],
    ["a shift that begins in it", ["02:30-04:00"], "2026-03-08T00:00:00-05:00", "2026-03-09T00:00:00-04:00", 60],
    ["a shift that ends in it", ["01:00-02:30"], "2026-03-08T00:00:00-05:00", "2026-03-09T00:00:00-04:00", 60],
    ["a shift over the hour that comes twice", ["00:00-03:00"], "2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00-05:00", 240],
    ["a shift that begins in it", ["01:30-03:00"], "2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00-05:00", 150],
    ["half an hour by the clock that is an hour and a half", ["00:00-24:00"], "2026-11-01T01:15:00-04:00", "2026-11-01T01:45:00-05:00", 90]
  ])("%s: %s", (_, spans, from, to, open) => {
    expect(minutes(newYork(weekdays(spans, spans)), from, to)).toBe(open)
  })

  test("in Berlin the clocks change on other days", () => {
    const berlin = { zone: "Europe/Berlin", week: always, exceptions: {} }
    expect(minutes(berlin, "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")).toBe(23 * 60)
    expect(minutes(berlin, "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")).toBe(25 * 60)
  })

  test("a leap day is a day", () => {
    const site = { zone: "Asia/Taipei", week: weekdays(["09:00-18:00"]), exceptions: {} }
    expect(minutes(site, "2028-02-28T17:00:00+08:00", "2028-03-01T10:00:00+08:00")).toBe(60 + 540 + 60)
    expect(minutes({ ...site, exceptions: { "2028-02-29": [] } }, "2028-02-28T17:00:00+08:00", "2028-03-01T10:00:00+08:00")).toBe(120)
  })

  test("are refused where they make no sense, with what to write", () => {
    const decode = (changes: object) => Either.match(Schema.decodeUnknownEither(BusinessHours)({ zone: "Asia/Shanghai", week: always, ...changes }), { onLeft: ({ message }) => message, onRight: () => "fine" })
    expect(decode({})).toBe("fine")
    expect(decode({ zone: "Shanghai" })).toContain("a time zone is named as in Asia/Shanghai")
    expect(decode({ week: weekdays(["9-18"]) })).toContain("opening hours are written 09:00-18:00")
    expect(decode({ week: weekdays(["22:00-06:00"]) })).toContain("hours past midnight are two spans")
    expect(decode({ exceptions: { "2026-02-30": [] } })).toContain("a day is written 2026-10-01")
    expect(decode({ exceptions: { "1 October": [] } })).toContain("a day is written 2026-10-01")
  })
})
