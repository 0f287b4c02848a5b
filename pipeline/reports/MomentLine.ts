import { excerpt } from "../../schemas/Excerpt.ts"
import { noteWords } from "../../schemas/NoteWords.ts"
import type { Bearing } from "../../schemas/Score.ts"
import type { Language } from "../Settings.ts"
import type { Moment } from "../store/ReadMoments.ts"
import { harmlessLine, type Look } from "../Terminal.ts"
import { markedText } from "./MarkedText.ts"
import { sheetWords } from "./SheetWords.ts"

const context = 40

/** A finding on one line: where it stands, and the words with some of those around them. */
export const momentLine = ({ before, finding, source, text, transcript }: Moment, language: Language, look: Look): string => {
  const words = sheetWords[language]
  const place = `${harmlessLine(transcript)} (${harmlessLine(source)})${words.comma}`
  const note = finding.note === null ? "" : ` (${harmlessLine(noteWords(finding.note)[language])})`
  if (finding._tag === "Said") {
    const span = text === null ? { start: 0, end: finding.quote.length } : finding
    return `${place}${words.turn(finding.turn)}${words.colon}${words.quote(around(text ?? finding.quote, span, finding.bearing, look))}${note}`
  }
  const { expected, nearest, window } = finding
  const near = nearest === null
    ? ""
    : `${words.comma}${words.nearest}${words.colon}${words.quote(around(text ?? nearest.quote, text === null ? { start: 0, end: nearest.quote.length } : nearest, finding.bearing, look))}`
  const called = before === null ? "" : `${words.roles[before.role]}${words.colon}${words.quote(around(before.text, before, "context", look))} → `
  return `${place}${called}${words.notSaid(window.from, window.to)}${words.colon}${words.quote(harmlessLine(expected))}${note}${near}`
}

const around = (text: string, { end, start }: { readonly start: number; readonly end: number }, bearing: Bearing, look: Look): string => {
  // Line ends become spaces one for one, so that the offsets stay right.
  const piece = excerpt(text.replaceAll(/[\r\n\t]/g, " "), start, end, context)
  const mark = { start: piece.before.length, end: piece.before.length + piece.quote.length, bearing, number: null }
  return `${piece.cutBefore ? "…" : ""}${markedText(`${piece.before}${piece.quote}${piece.after}`, [mark], look)}${piece.cutAfter ? "…" : ""}`
}
