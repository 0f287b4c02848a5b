import { DateTime, Option, Schema } from "effect"

/** `09:00–18:00`, local time of the site; `24:00` is the end of the day. */
const Span = Schema.String.pipe(
  Schema.pattern(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: () => "opening hours are written 09:00-18:00" }),
  Schema.filter((span) => (span.slice(0, 5) < span.slice(6) ? undefined : "opening hours end after they begin; hours past midnight are two spans, 22:00-24:00 and 00:00-06:00 of the next day"))
)
const Spans = Schema.Array(Span)
const isDay = (text: string) => Option.match(DateTime.make(`${text}T00:00:00Z`), { onNone: () => false, onSome: (day) => DateTime.formatIsoDateUtc(day) === text })
const Days = Schema.Record({ key: Schema.String, value: Spans }).pipe(
  Schema.filter((days) => {
    const wrong = Object.keys(days).find((day) => !isDay(day))
    return wrong === undefined ? undefined : `${wrong} is no day; a day is written 2026-10-01`
  })
)

/** When a site is open. `exceptions` are single days that differ: holidays (`[]`) and working days at a weekend. */
export const BusinessHours = Schema.Struct({
  /** IANA name, such as `Asia/Shanghai`. */
  zone: Schema.String.pipe(
    Schema.filter((zone) => (Option.isSome(DateTime.zoneMakeNamed(zone)) ? undefined : "a time zone is named as in Asia/Shanghai"))
  ),
  week: Schema.Struct({
    mon: Spans, tue: Spans, wed: Spans, thu: Spans, fri: Spans, sat: Spans, sun: Spans
  }),
  exceptions: Schema.optionalWith(Days, { default: () => ({}) })
})
export type BusinessHours = typeof BusinessHours.Type

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const
const dayMs = 86_400_000

/**
 * How many milliseconds of a stretch of time (epoch milliseconds) a site is open. The clock of the site's zone decides: a day on which the
 * clocks change has an hour more or less where that hour lies within the opening hours. A local time that comes twice is the first of the two; one
 * that is skipped is the moment of the change.
 */
export const openTime = (hours: BusinessHours): ((from: number, to: number) => number) => {
  const zone = DateTime.zoneUnsafeMakeNamed(hours.zone)
  const days = new Map<number, ReadonlyArray<readonly [from: number, to: number]>>()
  /** `midnight`: the date as if it began in UTC. */
  const openOn = (midnight: number) => {
    let open = days.get(midnight)
    if (open === undefined) {
      const date = new Date(midnight)
      const spans = hours.exceptions[date.toISOString().slice(0, 10)] ?? hours.week[weekdays[date.getUTCDay()]!]
      open = spans.map((span) => [moment(midnight, span.slice(0, 5)), moment(midnight, span.slice(6))] as const)
      days.set(midnight, open)
    }
    return open
  }
  const moment = (midnight: number, clock: string) => momentOf(midnight + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000, zone)
  return (from, to) => {
    if (!(to > from)) return 0
    let sum = 0
    // No zone is a day away from UTC, so one day more on either side is enough.
    for (let midnight = (Math.floor(from / dayMs) - 1) * dayMs; midnight <= to + dayMs; midnight += dayMs) {
      for (const [opens, closes] of openOn(midnight)) sum += Math.max(0, Math.min(to, closes) - Math.max(from, opens))
    }
    return sum
  }
}

const momentOf = (local: number, zone: DateTime.TimeZone): number => {
  const at = (disambiguation: DateTime.Disambiguation) => DateTime.toEpochMillis(DateTime.unsafeMakeZoned(local, { timeZone: zone, adjustForTimeZone: true, disambiguation }))
  const first = at("earlier")
  const later = at("later")
  if (first === later || localAt(first, zone) === local) return first
  // Skipped: the change lies between the two readings.
  let [before, after] = [first, later]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (localAt(middle, zone) - middle === localAt(first, zone) - first) before = middle
    else after = middle
  }
  return after
}

/** The wall clock of a zone at a moment, as if it were UTC. */
const localAt = (ms: number, zone: DateTime.TimeZone): number => {
  const { day, hours, millis, minutes, month, seconds, year } = DateTime.toParts(DateTime.unsafeMakeZoned(ms, { timeZone: zone }))
  return Date.UTC(year, month - 1, day, hours, minutes, seconds, millis)
}
