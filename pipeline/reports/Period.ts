import { Option } from "effect"
import type { Period, Scorecard } from "../../schemas/Scorecard.ts"
import type { SheetWords } from "./SheetWords.ts"

/** A stretch of days, ISO dates, both inclusive. */
export interface Days {
  readonly first: string
  readonly last: string
}

/** A day (`2026-10-05`), month (`2026-10`) or year (`2026`) as the days it has; none for anything else. */
export const daysOf = (written: string): Option.Option<Days> => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written.trim()) ?? []
  if (year === undefined) return Option.none()
  const first = `${year}-${month ?? "01"}-${day ?? "01"}`
  const start = new Date(`${first}T00:00:00Z`)
  if (Number.isNaN(start.getTime()) || iso(start) !== first) return Option.none()
  if (day !== undefined) return Option.some({ first, last: first })
  return Option.some({ first, last: iso(new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0))) })
}

/** The first day of the week (Monday) or month that a day lies in. */
export const periodStart = (period: Period, day: string): string => {
  if (period !== "week") return `${day.slice(0, 7)}-01`
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return iso(date)
}

/** The stretch a card spans: `2026-10`, `2026-10-05 to 2026-10-11`, `all time`. */
export const periodLabel = ({ period, periodStart: start }: Pick<Scorecard, "period" | "periodStart">, words: SheetWords): string => {
  if (start === null) return words.allTime
  if (period === "month") return start.slice(0, 7)
  const last = new Date(`${start}T00:00:00Z`)
  last.setUTCDate(last.getUTCDate() + 6)
  return words.days(start, iso(last))
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)
