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
export const markedText = (text: string, marks: ReadonlyArray<Mark>, look: Look): string =>
  segments(text, marks).map((segment) => {
    const piece = harmless(segment.text)
    const ofWords = (mark: Mark) => !isOfWhole(mark, text)
    const style = styles.find(([bearing]) => segment.marks.some((mark) => mark.bearing === bearing && ofWords(mark)))?.[1]
    const ends = segment.end.map((mark) => {
      const bracket = look.colours || !ofWords(mark) ? "" : "⟧"
      return `${bracket}${mark.number === null ? "" : styled("dim", `[${mark.number}]`, look)}`
    })
    return `${look.colours ? "" : "⟦".repeat(segment.begin.filter(ofWords).length)}${style === undefined ? piece : styled(style, piece, look)}${ends.join("")}`
  }).join("")
