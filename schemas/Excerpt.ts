/** A span of a text with some of what stands around it; `cutBefore`/`cutAfter` say whether there was more. */
export interface Excerpt {
  readonly cutBefore: boolean
  readonly before: string
  readonly quote: string
  readonly after: string
  readonly cutAfter: boolean
}

/** At most `around` code units on each side, and at most four times as many of the span itself; no character is cut in half. */
export const excerpt = (text: string, start: number, end: number, around: number): Excerpt => {
  const from = boundary(text, Math.max(0, start - around))
  const to = boundary(text, Math.min(text.length, end + around))
  const quoteEnd = boundary(text, Math.min(end, start + 4 * around))
  const whole = quoteEnd >= end
  return {
    cutBefore: from > 0,
    before: text.slice(from, start),
    quote: text.slice(start, quoteEnd),
    after: whole ? text.slice(end, to) : "",
    cutAfter: whole ? to < text.length : true
  }
}

const boundary = (text: string, index: number): number => {
  const low = text.charCodeAt(index)
  return low >= 0xdc00 && low <= 0xdfff ? index - 1 : index
}
