import { html } from "hono/html"
import { type Mark, segments } from "../../schemas/Marks.ts"
import type { Html } from "./Html.ts"
import { visibleText } from "./VisibleText.ts"

/** A mark of a whole text longer than this is drawn lightly: it says something of the turn, such as that it came late, not of its words. */
const long = 12

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
