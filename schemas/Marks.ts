import type { Bearing } from "./Score.ts"

/** A span of a text that is evidence: UTF-16 offsets. `number` is the finding's number to the reader; `null` where findings have none. */
export interface Mark {
  readonly number: number | null
  readonly bearing: Bearing
  readonly start: number
  readonly end: number
}

/** A whole text wider than this (in letters; a Chinese character is as wide as two) is marked for what it is, such as too late, not for its words. */
const widthOfWords = 16

/** Does the mark say something of the text as a whole, not of words in it? Then it is shown lightly. */
export const isOfWhole = ({ end, start }: Mark, text: string): boolean =>
  end - start === text.length && (text.length > widthOfWords || text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0) > widthOfWords)

/** A stretch of text under the same marks. `begin` and `end` are the marks that begin at its start and end at its end. */
export interface Segment {
  readonly text: string
  readonly marks: ReadonlyArray<Mark>
  readonly begin: ReadonlyArray<Mark>
  readonly end: ReadonlyArray<Mark>
}

/** Cuts a text where marks begin and end. Marks may overlap; what lies beyond the text is cut off, the longest mark comes first. */
export const segments = (text: string, marks: ReadonlyArray<Mark>): ReadonlyArray<Segment> => {
  const within = marks
    .map((mark) => ({ ...mark, start: Math.min(Math.max(mark.start, 0), text.length), end: Math.min(mark.end, text.length) }))
    .filter((mark) => mark.end > mark.start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const cuts = [...new Set([0, ...within.flatMap(({ start, end }) => [start, end]), text.length])].toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length
    return {
      text: text.slice(from, to),
      marks: within.filter((mark) => mark.start <= from && mark.end >= to),
      begin: within.filter((mark) => mark.start === from),
      end: within.filter((mark) => mark.end === to)
    }
  })
}
