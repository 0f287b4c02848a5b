import { html } from "hono/html"
import { isOfWhole, type Mark, segments } from "../../schemas/Marks.ts"
import type { Html } from "./Html.ts"
import { visibleText } from "./VisibleText.ts"

/** The text with each mark in place; `after` is put behind the last piece of a mark, such as a link to its rule. */
export function markedText(text: string, marks: ReadonlyArray<Mark>, after: (mark: Mark) => Html): Html {
  return html`${segments(text, marks).map((segment) => {
    const marked = segment.marks.reduceRight<Html>(
      (inner, mark) =>
        html`<mark class="${mark.bearing}${isOfWhole(mark, text) ? " whole" : ""}"${mark.number === null ? null : html` data-finding="${mark.number}"`}${
          mark.number !== null && segment.begin.includes(mark) ? html` id="finding-${mark.number}"` : null
        }>${inner}</mark>`,
      visibleText(segment.text)
    )
    return html`${marked}${segment.end.map(after)}`
  })}`
}
