import { harmlessLine, type Look } from "../Terminal.ts"
import { markedText } from "./MarkedText.ts"
import type { Moment } from "./Moments.ts"

const context = 40

/** A finding on one line: where it stands, and the words with some of those around them. */
export const momentLine = ({ finding, source, text, transcript }: Moment, look: Look): string => {
  const place = `${harmlessLine(transcript)} (${harmlessLine(source)})`
  const note = finding.note === null ? "" : ` (${harmlessLine(finding.note)})`
  if (finding._tag === "Unsaid") {
    const { from, to } = finding.window
    const near = finding.nearest === null ? "nothing like it was said" : `nearest: “${around(text ?? finding.nearest.quote, finding.nearest, look)}”`
    return `${place}, turns ${from}–${to}: no “${harmlessLine(finding.expected)}”${note}; ${near}`
  }
  return `${place}, turn ${finding.turn}: “${around(text ?? finding.quote, text === null ? { start: 0, end: finding.quote.length } : finding, look)}”${note}`
}

const around = (text: string, { end, start }: { readonly start: number; readonly end: number }, look: Look): string => {
  const from = Math.max(0, start - context)
  const to = Math.min(text.length, end + context)
  // Line ends become spaces one for one, so that the offsets stay right.
  const piece = text.slice(from, to).replaceAll(/[\r\n\t]/g, " ")
  const marked = markedText(piece, [{ start: start - from, end: end - from, bearing: "against", number: null }], look)
  return `${from > 0 ? "…" : ""}${marked}${to < text.length ? "…" : ""}`
}
