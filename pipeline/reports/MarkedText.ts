import type { Bearing } from "../../schemas/Score.ts"
import { harmless, type Look, type Style, styled } from "../Terminal.ts"

/** A stretch of a text that is evidence: UTF-16 offsets; `number` is the finding's, where findings are numbered. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly bearing: Bearing
  readonly number: number | null
}

/** The colour of evidence by what it says of the agent. */
const styles: Readonly<Record<Bearing, Style>> = {
  against: ["red", "underline"],
  tentative: ["yellow", "underline"],
  for: ["green", "underline"],
  context: ["cyan", "underline"]
}

const order: ReadonlyArray<Bearing> = ["against", "tentative", "for", "context"]

/** Strangers' text made harmless with each mark in place: in colour where there are colours, else in brackets (⟦无法⟧). Marks may overlap. */
export const markedText = (text: string, marks: ReadonlyArray<Mark>, look: Look): string => {
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(mark.end, text.length) }))
    .filter((mark) => mark.end > mark.start)
  const cuts = [...new Set([0, ...inside.flatMap(({ end, start }) => [start, end]), text.length])].toSorted((a, b) => a - b)
  let written = ""
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[index + 1]!
    const over = inside.filter((mark) => mark.start <= from && mark.end >= to)
    const piece = harmless(text.slice(from, to))
    const strongest = order.find((bearing) => over.some((mark) => mark.bearing === bearing))
    if (!look.colours) written += "⟦".repeat(inside.filter((mark) => mark.start === from).length)
    written += strongest === undefined ? piece : styled(styles[strongest], piece, look)
    for (const mark of inside.filter((each) => each.end === to)) {
      written += `${look.colours ? "" : "⟧"}${mark.number === null ? "" : styled("dim", `[${mark.number}]`, look)}`
    }
  }
  return written
}
