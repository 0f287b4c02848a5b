import { describe, expect, test } from "vitest"
import { meanInterval, studentT, wilson } from "../../../scorers/statistics/Intervals.ts"

describe("Wilson's interval", () => {
  test.each([
    [0, 5, 0, 0.43448246478317476],
    [4, 5, 0.3755346297625253, 0.9637758913675698],
    [5, 5, 0.5655175352168251, 1],
    [17, 20, 0.6395811352592431, 0.9476312541037835],
    [180, 200, 0.8505941875672826, 0.9343295513309041]
  ])("of %i in %i", (hits, n, low, high) => {
    const interval = wilson(hits / n, n)
    expect(interval.low).toBeCloseTo(low, 12)
    expect(interval.high).toBeCloseTo(high, 12)
  })

  test("contains its share, stays within 0 and 1, and narrows as cases come in", () => {
    for (const share of [0, 1 / 3, 0.5, 0.999, 1]) {
      let before = 2
      for (const n of [1, 2, 10, 1000, 1e6]) {
        const { high, low } = wilson(share, n)
        expect(0 <= low && low <= share && share <= high && high <= 1, `${share} of ${n}`).toBe(true)
        expect(high - low).toBeLessThan(before)
        before = high - low
      }
    }
  })
})

describe("Student's t at 97.5 %", () => {
  test.each([
    [1, 12.706204736174694], [2, 4.302652729749462], [3, 3.1824463052837078], [4, 2.7764451051977934], [10, 2.228138851986274],
    [29, 2.045229642132703], [30, 2.0422724563012378], [99, 1.9842169515864174], [100, 1.9839715185235518], [150, 1.9759053308966201],
    [200, 1.9718962236339088], [201, 1.971836506779859], [1000, 1.9623390808264083], [99_999, 1.9599877077718442]
  ])("with %i degrees of freedom", (freedom, quantile) => {
    expect(studentT(freedom)).toBeCloseTo(quantile, 9)
  })
})

test("the interval of a mean", () => {
  // 62.5, 80, 91.25 and 70
  const interval = meanInterval(75.9375, 12.473931149935586, 4)
  expect(interval?.low).toBeCloseTo(56.08869194976207, 9)
  expect(interval?.high).toBeCloseTo(95.78630805023792, 9)
})

test("a mean of equal values has no interval, however many they are", () => {
  expect([2, 3, 500].map((n) => meanInterval(100, 0, n))).toEqual([null, null, null])
})
