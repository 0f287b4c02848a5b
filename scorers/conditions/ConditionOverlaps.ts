import type { Span } from "../wording/Reading.ts"

/** Asks many times which spans overlap one of some others, in no more than logarithmic time each. */
export class Overlaps {
  private readonly starts: ReadonlyArray<number>
  /** The farthest end of the spans up to each. */
  private readonly ends: ReadonlyArray<number>

  /** `spans` by start. */
  constructor(spans: ReadonlyArray<Span>) {
    this.starts = spans.map(({ start }) => start)
    let farthest = 0
    this.ends = spans.map(({ end }) => (farthest = Math.max(farthest, end)))
  }

  has({ end, start }: Span): boolean {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.starts[middle]! < end) low = middle + 1
      else high = middle
    }
    return low > 0 && this.ends[low - 1]! > start
  }
}
