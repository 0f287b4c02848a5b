import { describe, expect, test } from "vitest"
import { leastShare } from "../../../scorers/statistics/ClopperPearson.ts"
import { quadratic, type Ratings, weightedKappa, weightedKappaInterval } from "../../../scorers/statistics/WeightedKappa.ts"

// Three classes, two raters; the values are those of two independent computations.
const a = [0, 1, 2, 2, 1, 0, 0, 2, 1, 1, 2, 0, 1, 2, 2, 0, 1, 1, 0, 2]
const b = [0, 1, 2, 1, 1, 0, 1, 2, 1, 0, 2, 0, 1, 2, 2, 0, 2, 1, 0, 1]
const ratings = a.map((first, i): Ratings => [first, b[i]!])

describe("weighted κ", () => {
  test.each([
    ["quadratic", quadratic(3), 0.8],
    ["linear", (x: number, y: number) => Math.abs(x - y) / 2, 0.7093023255813953],
    ["unweighted", (x: number, y: number) => (x === y ? 0 : 1), 0.6240601503759399]
  ])("%s", (_, distance, expected) => {
    expect(weightedKappa(ratings, distance)).toBeCloseTo(expected, 12)
  })

  test("is 1 for the same judgements, 0 for unrelated ones, below for opposite ones, and nothing where there is but one class", () => {
    expect(weightedKappa([[0, 0], [1, 1], [2, 2]], quadratic(3))).toBe(1)
    expect(weightedKappa([[0, 0], [0, 2], [2, 0], [2, 2]], quadratic(3))).toBe(0)
    expect(weightedKappa([[0, 2], [2, 0]], quadratic(3))).toBe(-1)
    expect(weightedKappa([[1, 1], [1, 1]], quadratic(3))).toBeNull()
    expect(weightedKappa([], quadratic(3))).toBeNull()
  })

  test("has an interval around it that is the same every time and narrows with more items", () => {
    const few = weightedKappaInterval(ratings, quadratic(3))!
    const many = weightedKappaInterval(Array.from({ length: 10 }, () => ratings).flat(), quadratic(3))!
    expect(weightedKappaInterval(ratings, quadratic(3))).toEqual(few)
    expect(few.low).toBeLessThan(0.8)
    expect(few.high).toBeGreaterThan(0.8)
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 2)
    expect(weightedKappaInterval([[1, 1]], quadratic(3))).toBeNull()
  })
})

test("the exact lower bound of a share", () => {
  // All of n: the n-th root of the risk. One of n: one less that of one less the risk.
  for (const n of [1, 29, 400]) expect(leastShare(n, n)).toBeCloseTo(0.05 ** (1 / n), 12)
  for (const n of [2, 20]) expect(leastShare(1, n)).toBeCloseTo(1 - 0.95 ** (1 / n), 12)
  expect(leastShare(0, 10)).toBe(0)
  // The tail of the binomial distribution at the bound is the risk.
  const tail = (n: number, k: number, p: number): number => {
    let sum = 0
    for (let i = k; i <= n; i++) sum += [...Array(i).keys()].reduce((product, j) => product * (n - j) / (j + 1), 1) * p ** i * (1 - p) ** (n - i)
    return sum
  }
  for (const [hits, n] of [[9, 10], [17, 20], [30, 60]] as const) expect(tail(n, hits, leastShare(hits, n))).toBeCloseTo(0.05, 9)
  expect(leastShare(4_500, 5_000)).toBeGreaterThan(0.89)
})
