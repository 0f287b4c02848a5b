import { comparable, type Wording } from "./Wording.ts"

/** Below this a candidate is a coincidence and would only puzzle the reader. */
const leastSimilarity = 0.35

/**
 * The stretch of the given turns that is most like the expected wording, by Sellers' substring edit distance over compared
 * units: `similarity` = 1 − distance ÷ length of the expected wording, two decimals. `null` when nothing comes near.
 */
export const nearest = (
  wording: Wording,
  turns: ReadonlyArray<number>,
  expected: string
): { readonly start: number; readonly end: number; readonly similarity: number } | null => {
  const target = comparable(expected)
  const n = target.length
  if (n === 0) return null
  let best = { start: 0, end: 0, cost: n }
  // Costs and start positions of the column before and of this one.
  let cost = new Int32Array(n + 1)
  let from = new Int32Array(n + 1)
  let nextCost = new Int32Array(n + 1)
  let nextFrom = new Int32Array(n + 1)
  for (const turn of turns) {
    const begin = wording.starts[turn]!
    for (let i = 0; i <= n; i++) {
      cost[i] = i
      from[i] = begin
    }
    for (let at = begin; at < wording.starts[turn + 1]!; at++) {
      nextCost[0] = 0
      nextFrom[0] = at + 1
      for (let i = 1; i <= n; i++) {
        const same = wording.units[at] === target.charCodeAt(i - 1) ? 0 : 1
        let c = cost[i - 1]! + same
        let f = i === 1 ? at : from[i - 1]!
        if (cost[i]! + 1 < c) {
          c = cost[i]! + 1
          f = from[i]!
        }
        if (nextCost[i - 1]! + 1 < c) {
          c = nextCost[i - 1]! + 1
          f = nextFrom[i - 1]!
        }
        nextCost[i] = c
        nextFrom[i] = f
      }
      if (nextCost[n]! < best.cost && nextFrom[n]! <= at) best = { start: nextFrom[n]!, end: at + 1, cost: nextCost[n]! }
      ;[cost, nextCost] = [nextCost, cost]
      ;[from, nextFrom] = [nextFrom, from]
    }
  }
  const similarity = Math.round((1 - best.cost / n) * 100) / 100
  return similarity < leastSimilarity ? null : { start: best.start, end: best.end, similarity }
}
