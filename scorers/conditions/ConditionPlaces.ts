import type { Place } from "./ConditionRun.ts"
import type { Hit } from "../wording/Matcher.ts"
import type { Reading, Span } from "../wording/Reading.ts"

/** Looks for what one operator is about in the given turns. */
export type Find = (reading: Reading, turns: ReadonlyArray<number>) => ReadonlyArray<Place>

export const placeOf = (reading: Reading, hit: Hit | Span): Place => {
  const { turns } = reading.wording
  return { ...hit, turn: turns[hit.start]!, lastTurn: turns[hit.end - 1]! }
}

/** A whole turn that has a word in it. */
export const placeOfTurn = (reading: Reading, turn: number): Place => {
  const { starts } = reading.wording
  return { start: starts[turn]!, end: starts[turn + 1]!, turn, lastTurn: turn, quote: { from: 0, to: reading.transcript.turns[turn]!.text.length } }
}

/** Offsets of a turn's text as a place; one of punctuation only spans no unit. */
export const placeOfQuote = (reading: Reading, turn: number, from: number, to: number): Place => {
  const start = unitAt(reading, turn, from)
  return { start, end: Math.max(start, unitAt(reading, turn, to)), turn, lastTurn: turn, quote: { from, to } }
}

/** The first unit of a turn that stands at an offset or after it. */
const unitAt = ({ wording: { offsets, starts } }: Reading, turn: number, offset: number): number => {
  let low = starts[turn]!
  let high = starts[turn + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

export const sorted = (places: ReadonlyArray<Place>): ReadonlyArray<Place> => places.toSorted((a, b) => a.start - b.start || b.end - a.end)

/** Leaves of several overlapping places the first and, of those, the longest. */
export const separate = (places: ReadonlyArray<Place>): ReadonlyArray<Place> => {
  const kept: Array<Place> = []
  for (const place of sorted(places)) {
    const before = kept.at(-1)
    const apart = before === undefined || place.start >= before.end
    const same = before?.quote !== undefined && place.quote !== undefined && before.turn === place.turn && place.quote.from < before.quote.to
    if (apart && !same) kept.push(place)
  }
  return kept
}
