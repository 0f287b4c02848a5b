/** Which day is meant, seen from the day it is said on. Weeks begin on Monday. */
export type DaySaid =
  | { readonly _tag: "ahead"; readonly days: number }
  /** `weeks` ahead; `null`: the next one there is. `iso` from 1 for Monday. */
  | { readonly _tag: "weekday"; readonly iso: number; readonly weeks: number | null }
  /** `month` from 1; or so many `months` ahead; with neither the next such day. */
  | { readonly _tag: "date"; readonly month: number | null; readonly months: number | null; readonly date: number }
  | { readonly _tag: "endOfWeek"; readonly weeks: number }
  | { readonly _tag: "endOfMonth"; readonly months: number }
  /** The first working day after the next days off that are not a weekend. */
  | { readonly _tag: "afterHoliday" }

/** A part of the day; `close` is the end of working hours. */
export type PartOfDay = "dawn" | "morning" | "noon" | "afternoon" | "dusk" | "evening" | "close"

export interface Length {
  readonly amount: number
  readonly unit: "minute" | "hour" | "day" | "workday" | "week"
}

/**
 * A time as somebody says it. `clock` in minutes since midnight; without `sure` the half of the day is left open. `before` changes what a bare
 * part of the day means; `after` says no more than that it will not be earlier. `start`, `end`: UTF-16 offsets into the sentence.
 */
export interface SpokenTime {
  readonly start: number
  readonly end: number
  readonly day: DaySaid | null
  readonly part: PartOfDay | null
  readonly clock: { readonly minutes: number; readonly sure: boolean } | null
  readonly length: Length | null
  readonly bound: "before" | "after" | null
}

/** A word or two of a time. */
export type Piece = Omit<SpokenTime, "bound">

export const piece = (start: number, end: number, rest: Partial<Piece>): Piece => ({ start, end, day: null, part: null, clock: null, length: null, ...rest })

/** Pieces that stand together, parted by no more than `between`, make one time; of two that say the same kind of thing the first counts. */
export const joined = (pieces: ReadonlyArray<Piece>, text: string, between: RegExp): Array<Piece> => {
  const sorted = pieces.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const times: Array<Piece> = []
  for (const next of sorted) {
    const last = times.at(-1)
    if (last !== undefined && next.start < last.end) continue
    if (last !== undefined && last.length === null && next.length === null && between.test(text.slice(last.end, next.start))) {
      times[times.length - 1] = {
        start: last.start,
        end: next.end,
        day: last.day ?? next.day,
        part: last.part ?? next.part,
        clock: last.clock ?? next.clock,
        length: null
      }
    } else times.push(next)
  }
  return times
}
