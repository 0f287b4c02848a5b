import { type Mark, segments } from "../../schemas/Marks.ts"
import type { Bearing } from "../../schemas/Score.ts"
import { harmless, type Look, type Style, styled } from "../Terminal.ts"

/** The colour of evidence by what it says of the agent; where marks overlap, the first of these shows. */
const styles: ReadonlyArray<readonly [Bearing, Style]> = [
  ["against", ["red", "underline"]],
  ["tentative", ["yellow", "underline"]],
  ["for", ["green", "underline"]],
  ["context", ["cyan", "underline"]]
]

/** Strangers' text made harmless with each mark in place: in colour where there are colours, else in brackets (⟦无法⟧). Marks may overlap. */
export const markedText = (text: string, marks: ReadonlyArray<Mark>, look: Look): string =>
  segments(text, marks).map((segment) => {
    const piece = harmless(segment.text)
    const style = styles.find(([bearing]) => segment.marks.some((mark) => mark.bearing === bearing))?.[1]
    const ends = segment.end.map(({ number }) => `${look.colours ? "" : "⟧"}${number === null ? "" : styled("dim", `[${number}]`, look)}`)
    return `${look.colours ? "" : "⟦".repeat(segment.begin.length)}${style === undefined ? piece : styled(style, piece, look)}${ends.join("")}`
  }).join("")
