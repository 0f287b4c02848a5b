import { isOfWhole, type Mark, segments } from "../../schemas/Marks.ts"
import type { Bearing } from "../../schemas/Score.ts"
import { harmless, type Look, type Style, styled } from "../Terminal.ts"

/** The colour of evidence by what it says of the agent; where marks overlap, the first of these shows. */
const styles: ReadonlyArray<readonly [Bearing, Style]> = [
  ["against", ["red", "underline"]],
  ["tentative", ["yellow", "underline"]],
  ["for", ["green", "underline"]],
  ["context", ["cyan", "underline"]]
]

/**
 * Strangers' text made harmless with each mark in place: in colour where there are colours, else in brackets (⟦无法⟧). Marks may
 * overlap; one that says something of the whole text has only its number at the end.
 */
export const markedText = (text: string, marks: ReadonlyArray<Mark>, look: Look): string => {
  const bracketed = (mark: Mark) => !look.colours && !isOfWhole(mark, text)
  const number = (mark: Mark) => (mark.number === null ? "" : styled("dim", `[${mark.number}]`, look))
  return segments(text, marks).map((segment) => {
    const piece = harmless(segment.text)
    const style = styles.find(([bearing]) => segment.marks.some((mark) => mark.bearing === bearing && !isOfWhole(mark, text)))?.[1]
    // Marks of the same words share their brackets; the shortest ends first.
    const opened = new Set(segment.begin.filter(bracketed).map(({ end }) => end)).size
    const closed = Map.groupBy(segment.end.toSorted((a, b) => b.start - a.start), ({ start }) => start)
    const ends = [...closed.values()].map((same) => `${same.some(bracketed) ? "⟧" : ""}${same.map(number).join("")}`)
    return `${"⟦".repeat(opened)}${style === undefined ? piece : styled(style, piece, look)}${ends.join("")}`
  }).join("")
}
