import { DateTime, Option } from "effect"
import type { BusinessHours } from "../time/BusinessHours.ts"

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const

/** Opening hours of a week and the days that differ; the zone is added where they are used. */
export type OpeningHours = Pick<BusinessHours, "week" | "exceptions">

/**
 * Local days and wall-clock times of one zone. A day is a whole number: days since 1970-01-01 on the calendar of the zone. A local time that
 * the clocks skip is the moment as long after midnight; of one that comes twice, the first.
 */
export class CaseCalendar {
  readonly zone: string
  readonly #zone: DateTime.TimeZone
  readonly #hours: OpeningHours
  /** Offset of the zone by UTC day; `null` for a day in which it changes. */
  readonly #offsets = new Map<number, number | null>()

  /** `zone`: IANA name, or an offset such as `-04:00`. Throws for what is neither. */
  constructor(zone: string, hours: OpeningHours) {
    this.zone = zone
    this.#zone = Option.getOrThrow(DateTime.zoneFromString(zone))
    this.#hours = hours
  }

  /** The day a moment (epoch milliseconds) lies in. */
  day(moment: number): number {
    return Math.floor(this.#local(moment) / dayMs)
  }

  /** Minutes since midnight, with fractions. */
  minutes(moment: number): number {
    const local = this.#local(moment)
    return (local - Math.floor(local / dayMs) * dayMs) / 60_000
  }

  /** The moment of a local time; 1440 minutes are the end of the day. */
  at(day: number, minutes: number): number {
    const local = day * dayMs + minutes * 60_000
    // No zone is further from UTC than 14 hours, so that these days hold every moment that the local time can mean.
    const offset = this.#offsetOfDay(Math.floor((local - 14 * hourMs) / dayMs))
    if (offset !== null && offset === this.#offsetOfDay(Math.floor((local + 14 * hourMs) / dayMs))) return local - offset
    return DateTime.toEpochMillis(DateTime.unsafeMakeZoned(local, { timeZone: this.#zone, adjustForTimeZone: true }))
  }

  /** 1 for Monday to 7 for Sunday. */
  weekday(day: number): number {
    return ((((day + 3) % 7) + 7) % 7) + 1
  }

  isOpen(day: number): boolean {
    return this.#spans(day).length > 0
  }

  /** When work ends on a day, in minutes; `null` on a day off. */
  closing(day: number): number | null {
    const last = this.#spans(day).at(-1)
    return last === undefined ? null : Number(last.slice(6, 8)) * 60 + Number(last.slice(9))
  }

  /** The `count`-th working day after a day. */
  workingDaysAfter(day: number, count: number): number {
    let left = count
    let at = day
    // A calendar without working days would otherwise be searched for ever.
    for (const last = day + 7 * count + 400; left > 0 && at < last;) if (this.isOpen(++at)) left--
    return at
  }

  /** The first working day after the next days off that the week alone does not have; `null` where the table of days off names none to come. */
  afterHoliday(day: number): number | null {
    const next = Object.entries(this.#hours.exceptions)
      .flatMap(([date, spans]) => (spans.length === 0 && date >= this.date(day) ? [date] : []))
      .toSorted()
      .at(0)
    return next === undefined ? null : this.workingDaysAfter(Date.parse(next) / dayMs, 1)
  }

  /** `2026-10-05`. */
  date(day: number): string {
    return new Date(day * dayMs).toISOString().slice(0, 10)
  }

  #spans(day: number): ReadonlyArray<string> {
    const date = new Date(day * dayMs)
    return this.#hours.exceptions[date.toISOString().slice(0, 10)] ?? this.#hours.week[weekdays[date.getUTCDay()]!]
  }

  #local(moment: number): number {
    const day = Math.floor(moment / dayMs)
    return moment + (this.#offsetOfDay(day) ?? this.#offset(moment))
  }

  #offsetOfDay(day: number): number | null {
    let offset = this.#offsets.get(day)
    if (offset === undefined) {
      const first = this.#offset(day * dayMs)
      offset = first === this.#offset((day + 1) * dayMs) ? first : null
      if (this.#offsets.size > 20_000) this.#offsets.clear()
      this.#offsets.set(day, offset)
    }
    return offset
  }

  #offset(moment: number): number {
    return DateTime.zonedOffset(DateTime.unsafeMakeZoned(moment, { timeZone: this.#zone }))
  }
}
