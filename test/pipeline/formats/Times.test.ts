import { DateTime, FastCheck as fc } from "effect"
import { expect, test } from "vitest"
import { readOffset } from "../../../pipeline/Offset.ts"
import { isDated, WallClock } from "../../../pipeline/WallClock.ts"

const zones = ["Asia/Shanghai", "Asia/Taipei", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu"]

test("a wall clock is read back to the moment it shows, in any zone and notation", () => {
  const clocks = new Map(zones.map((zone) => [zone, new WallClock(zone)]))
  const second = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
  fc.assert(
    fc.property(second, fc.constantFrom(...zones), (seconds, zone) => {
      const clock = clocks.get(zone)!
      const shown = DateTime.formatIsoZoned(DateTime.unsafeMakeZoned(seconds * 1000, { timeZone: zone })).slice(0, 19)
      const moment = clock.read(shown)
      // In the hour that a zone repeats in autumn the same clock shows two moments: the first is meant.
      expect([seconds * 1000, seconds * 1000 - 3_600_000, seconds * 1000 - 1_800_000]).toContain(moment)
      expect(DateTime.formatIsoZoned(DateTime.unsafeMakeZoned(moment, { timeZone: zone })).slice(0, 19)).toBe(shown)
      const [date, time] = shown.split("T") as [string, string]
      const [year, month, day] = date.split("-").map(Number)
      for (const other of [`${date} ${time}`, `${date.replaceAll("-", "/")} ${time}`, `${year}年${month}月${day}日 ${time}`, `${date}T${time}.000`, `${date}${time}`.replaceAll(/[-:]/g, "")]) {
        expect(clock.read(other)).toBe(moment)
      }
      expect(clock.read(new Date(seconds * 1000).toISOString())).toBe(seconds * 1000)
      expect(clock.read(seconds)).toBe(seconds * 1000)
      expect(clock.read(String(seconds * 1000))).toBe(seconds * 1000)
    }),
    { numRuns: 300 }
  )
})

test.each(["2026-13-01 09:00:00", "2026-02-30 09:00:00", "2025-02-29 09:00:00", "2026-03-02 24:00:00", "2026-03-02 09:60:00", "2026-03-02", "02.03.2026 09:00", "9:00 AM", "25:99", "12:00", "1772413200000000", "-5", "", "soon", "46083.375"])("%j is no time", (text) => {
  expect(new WallClock("Asia/Shanghai").read(text)).toBeNaN()
})

test("the 29th of February, noon, midnight and fractions", () => {
  const utc = new WallClock("UTC")
  expect(utc.read("2024-02-29 00:00:00")).toBe(Date.UTC(2024, 1, 29))
  expect(utc.read("2026/3/2 上午 12:05")).toBe(Date.UTC(2026, 2, 2, 0, 5))
  expect(utc.read("2026/3/2 下午 12:05")).toBe(Date.UTC(2026, 2, 2, 12, 5))
  expect(utc.read("2026/3/2 下午 3:05:07")).toBe(Date.UTC(2026, 2, 2, 15, 5, 7))
  expect(utc.read("2026-03-02T09:00:00.123456Z")).toBe(Date.UTC(2026, 2, 2, 9, 0, 0, 123))
  expect([utc.read("09:00:05"), isDated(utc.read("09:00:05"))]).toEqual([32_405_000, false])
})

test("a zone that does not exist is refused before anything is read", () => {
  expect(() => new WallClock("Mars/Olympus")).toThrow()
})

test("offsets have one unit and are never less than nothing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 360_000_000 }), (ms) => {
      const pad = (value: number, length = 2) => String(value).padStart(length, "0")
      const clock = `${pad(Math.floor(ms / 3_600_000))}:${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
      expect([readOffset(ms, 1), readOffset(String(ms), 1), readOffset(ms / 1000, 1000), readOffset(clock, 1)]).toEqual([ms, ms, ms, ms])
    })
  )
  for (const wrong of [-1, NaN, Infinity, "-1", "1:2", "00:60", "01:60:00", "1e3", "", null, {}]) expect(readOffset(wrong, 1)).toBeNaN()
})
