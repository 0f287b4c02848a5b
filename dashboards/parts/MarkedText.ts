import { html } from "hono/html"
import type { Bearing } from "../../schemas/Score.ts"
import type { Html } from "./Html.ts"
import { visibleText } from "./VisibleText.ts"

/** A span of a text that is evidence. `number` is the finding's number on the page; `null` where findings have none. */
export interface Mark {
  readonly number: number | null
  readonly bearing: Bearing
  readonly start: number
  readonly end: number
}

/** A mark of a whole text longer than this is drawn lightly: it says something of the turn, such as that it came late, not of its words. */
const long = 12

/** A stretch of text under the same marks. `begin` and `end` are the marks that begin at its start and end at its end. */
export interface Segment {
  readonly text: string
  readonly marks: ReadonlyArray<Mark>
  readonly begin: ReadonlyArray<Mark>
  readonly end: ReadonlyArray<Mark>
}

/** Cuts a text where marks begin and end. Marks may overlap; what lies beyond the text is cut off, the longest mark comes first. */
export function segments(text: string, marks: ReadonlyArray<Mark>): ReadonlyArray<Segment> {
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

/** The text with each mark in place; `after` is put behind the last piece of a mark, such as a link to its rule. */
export function markedText(text: string, marks: ReadonlyArray<Mark>, after: (mark: Mark) => Html): Html {
  return html`${segments(text, marks).map((segment) => {
    const marked = segment.marks.reduceRight<Html>(
      (inner, mark) =>
        html`<mark class="${mark.bearing}${mark.end - mark.start === text.length && text.length > long ? " whole" : ""}"${mark.number === null ? null : html` data-finding="${mark.number}"`}${
          mark.number !== null && segment.begin.includes(mark) ? html` id="finding-${mark.number}"` : null
        }>${inner}</mark>`,
      visibleText(segment.text)
    )
    return html`${marked}${segment.end.map(after)}`
  })}`
}
