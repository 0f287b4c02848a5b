import type { Segment, SegmentGroup, Treatment } from "../../schemas/Rollups.ts"
import { segments } from "../../schemas/Rollups.ts"
import { meanInterval } from "../../scorers/statistics/Intervals.ts"

/** Fewer scored transcripts than this make no group to compare. */
export const fewest = 5

/** Points of the transcripts of one agent that have `value` in common, as stored. */
export interface SegmentRow {
  readonly segment: Segment
  readonly value: string
  readonly scored: number
  readonly points: number
  readonly spread: number | null
}

/**
 * Is the agent the same to everybody? Segments with one value only tell nothing and are left out. Groups are said to differ only where
 * each has `fewest` transcripts and their 95 % intervals do not overlap: of equal groups that happens to fewer than one pair in a hundred,
 * which leaves room for there being several pairs to look at.
 */
export const treatment = (rows: ReadonlyArray<SegmentRow>): ReadonlyArray<Treatment> =>
  segments.flatMap((segment) => {
    const groups = rows.filter((row) => row.segment === segment).map(groupOf).toSorted((a, b) => (a.value < b.value ? -1 : 1))
    return groups.length < 2 ? [] : [{ segment, groups, differs: differs(groups) }]
  })

const groupOf = ({ points, scored, spread, value }: SegmentRow): SegmentGroup => {
  const interval = spread === null ? null : meanInterval(points, spread, scored)
  return { value, scored, points, interval: interval === null ? null : { low: Math.max(0, interval.low), high: Math.min(100, interval.high) } }
}

const differs = (groups: ReadonlyArray<SegmentGroup>): Treatment["differs"] => {
  const enough = groups.filter(({ interval, scored }) => interval !== null && scored >= fewest)
  const pairs = enough.flatMap((higher) => enough.filter((lower) => lower.interval!.high < higher.interval!.low).map((lower) => ({ higher, lower })))
  const [farthest] = pairs.toSorted((a, b) => b.higher.points - b.lower.points - (a.higher.points - a.lower.points))
  return farthest === undefined ? null : { higher: farthest.higher.value, lower: farthest.lower.value }
}
