import { describe, expect, test } from "vitest"
import { ac1, agreement, kappa, type Pair, precision, recall } from "../../../scorers/statistics/Agreement.ts"

const pairs = (bothYes: number, onlyFirst: number, onlySecond: number, bothNo: number, weight = 1): ReadonlyArray<Pair> => [
  ...Array.from({ length: bothYes }, () => ({ first: true, second: true, weight })),
  ...Array.from({ length: onlyFirst }, () => ({ first: true, second: false, weight })),
  ...Array.from({ length: onlySecond }, () => ({ first: false, second: true, weight })),
  ...Array.from({ length: bothNo }, () => ({ first: false, second: false, weight }))
]

describe("agreement of two judges", () => {
  test("of the paradox of κ: 90 % agreement, all in one cell", () => {
    const paradox = pairs(90, 5, 5, 0)
    expect(agreement(paradox)!.value).toBeCloseTo(0.9, 12)
    expect(kappa(paradox)!).toBeCloseTo(-0.0526315789, 9)
    expect(ac1(paradox)!).toBeCloseTo(0.8895027624, 9)
  })

  test("by hand: 20, 5, 10, 15", () => {
    const some = pairs(20, 5, 10, 15)
    expect(kappa(some)!).toBeCloseTo(0.4, 12)
    expect(precision(some)).toMatchObject({ value: 0.8, n: 25 })
    expect(recall(some)!.value).toBeCloseTo(2 / 3, 12)
  })

  test("equal weights change nothing; unequal ones count, and are worth fewer judgements", () => {
    expect(recall(pairs(3, 0, 1, 0, 7))).toEqual(recall(pairs(3, 0, 1, 0)))
    const weighted = recall([...pairs(3, 0, 0, 0, 1), ...pairs(0, 0, 1, 0, 9)])!
    expect(weighted.value).toBeCloseTo(0.25, 12)
    expect(weighted.n).toBeCloseTo(144 / 84, 12)
  })

  test("nothing to divide by is no figure", () => {
    expect(precision(pairs(0, 0, 4, 4))).toBeNull()
    expect(recall(pairs(0, 4, 0, 4))).toBeNull()
    expect(kappa([])).toBeNull()
    expect(kappa(pairs(0, 0, 0, 5))).toBeNull()
  })
})
