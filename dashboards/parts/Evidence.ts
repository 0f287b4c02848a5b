import { html } from "hono/html"
import { excerpt } from "../../schemas/Excerpt.ts"
import { noteWords } from "../../schemas/NoteWords.ts"
import type { Finding, Score } from "../../schemas/Score.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"
import { absence } from "./MomentQuote.ts"
import { visibleText } from "./VisibleText.ts"

/** The numbers that findings have in the conversation. */
export type FindingNumbers = ReadonlyMap<Finding, number>

const quoteShown = 120

/** What a score rests on: each finding with its number, linked to its place in the conversation. */
export function evidence(reader: Reader, score: Score, numbers: FindingNumbers): Html {
  if (score.findings.length === 0) return html``
  const { words } = reader
  return html`<ol class="evidence">${score.findings.map((finding) => {
    const number = numbers.get(finding) ?? 0
    const note = finding.note === null ? null : html` <small class="note">${visibleText(reader.say(noteWords(finding.note)))}</small>`
    const back = (content: Html) => html`<a class="ref ${finding.bearing}" href="#finding-${number}" aria-label="${words.findingNumber(String(number))}">${content}</a>`
    const bearing = html`<small class="bearing ${finding.bearing}">${words.bearings[finding.bearing]}</small>`
    if (finding._tag === "Said") {
      return html`<li id="about-${number}" data-finding="${number}">${back(html`${number}`)} <div><q>${shortened(finding.quote)}</q> ${bearing} <small><a href="#turn-${finding.turn}">${words.turn(reader.count(finding.turn))}</a></small>${note}</div></li>`
    }
    const { from, to } = finding.window
    return html`<li id="about-${number}" data-finding="${number}" data-from="${from}" data-to="${to}">${finding.bearing === "for" ? html`<span class="ref for">${number}</span>` : back(html`∅ ${number}`)} <div>${bearing}${note}${absence(reader, finding)}</div></li>`
  })}</ol>`
}

/** A quote may be a whole turn, which stands in the conversation. */
function shortened(quote: string): Html {
  const piece = excerpt(quote, 0, quote.length, quoteShown / 4)
  return html`${visibleText(piece.quote)}${piece.cutAfter ? "…" : null}`
}
