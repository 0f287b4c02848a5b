/** Fewer values than this say nothing about a percentile. */
const fewest: Readonly<Record<50 | 90 | 95, number>> = { 50: 5, 90: 20, 95: 40 }

/** A percentile of values in ascending order (type 7: linear between neighbours); `null` where there are too few of them. */
export const percentile = (ascending: ReadonlyArray<number>, percent: 50 | 90 | 95): number | null => {
  if (ascending.length < fewest[percent]) return null
  const place = ((ascending.length - 1) * percent) / 100
  const below = ascending[Math.floor(place)]!
  return below + (place - Math.floor(place)) * (ascending[Math.ceil(place)]! - below)
}
