import type { CaseCalendar } from "../cases/CaseCalendar.ts"
import type { DaySaid, PartOfDay, SpokenTime } from "./SpokenTime.ts"

/** When a part of the day is over, in minutes since midnight; `close` depends on the day. */
const over: Readonly<Record<Exclude<PartOfDay, "close">, number>> = { dawn: 360, morning: 720, noon: 840, afternoon: 1080, dusk: 1200, evening: 1440 }

/** When it begins, where “before” it is said without an hour. */
const begins: Readonly<Partial<Record<PartOfDay, number>>> = { noon: 720, dusk: 1080, evening: 1080 }

/** A bare hour before this one means the afternoon, on another day than today. */
const firstHour = 7 * 60

/**
 * The last moment (epoch milliseconds) at which a time said at `spokenAt` is still to come. Where words leave room the latest reading holds, so
 * that a promise is broken only when it is broken under every reading: “tomorrow” lasts until midnight, “before Monday” includes Monday,
 * “within three days” ends with the third. `null` where the words name no moment to come.
 */
export const dueTime = (said: SpokenTime, spokenAt: number, calendar: CaseCalendar): number | null => {
  if (said.bound === "after") return null
  const today = calendar.day(spokenAt)
  const due = said.length === null ? onTheDay(said, spokenAt, today, calendar) : afterLength(said.length, spokenAt, today, calendar)
  return due !== null && due > spokenAt ? due : null
}

const afterLength = ({ amount, unit }: NonNullable<SpokenTime["length"]>, spokenAt: number, today: number, calendar: CaseCalendar): number => {
  switch (unit) {
    case "minute":
      return spokenAt + amount * 60_000
    case "hour":
      return spokenAt + amount * 3_600_000
    case "day":
      return calendar.at(today + Math.ceil(amount), 1440)
    case "week":
      return calendar.at(today + 7 * amount, 1440)
    case "workday":
      return calendar.at(calendar.workingDaysAfter(today, amount), 1440)
  }
}

const onTheDay = (said: SpokenTime, spokenAt: number, today: number, calendar: CaseCalendar): number | null => {
  const day = said.day === null ? null : dayOf(said.day, today, calendar)
  if (said.day !== null && (day === null || day < today)) return null
  const named = day ?? today
  const ahead = (moment: number) => moment > spokenAt
  if (said.clock !== null) {
    const readings = hours(said.clock, said.part)
    if (named !== today) {
      const [first, second] = readings
      return calendar.at(named, second !== undefined && first! < firstHour ? second : first!)
    }
    const next = readings.map((minutes) => calendar.at(today, minutes)).find(ahead)
    if (next !== undefined) return next
    // “At nine” in the evening is tomorrow; “today at nine” is over.
    return day === null ? calendar.at(today + 1, readings[0]! < firstHour && readings.length > 1 ? readings[1]! : readings[0]!) : null
  }
  if (said.part === "close") {
    const closing = calendar.at(named, calendar.closing(named) ?? 1440)
    return ahead(closing) ? closing : calendar.at(named, 1440)
  }
  if (said.part !== null) {
    const until = (said.bound === "before" ? begins[said.part] : undefined) ?? over[said.part]
    const end = calendar.at(named, until)
    return ahead(end) || day !== null ? end : calendar.at(today + 1, until)
  }
  return day === null ? null : calendar.at(day, 1440)
}

/** What an hour can mean, in minutes since midnight, the earlier first. */
const hours = ({ minutes, sure }: NonNullable<SpokenTime["clock"]>, part: PartOfDay | null): ReadonlyArray<number> => {
  if (sure) return [minutes === 0 ? 1440 : minutes]
  const twelve = minutes >= 720 && minutes < 780
  switch (part) {
    case "dawn":
    case "morning":
      return [twelve && part === "dawn" ? minutes - 720 : minutes]
    case "noon":
      return [minutes < 600 ? minutes + 720 : minutes]
    case "afternoon":
    case "dusk":
      return [minutes < 720 ? minutes + 720 : minutes]
    case "evening":
      return [twelve || minutes < 720 ? minutes + 720 : minutes]
    case "close":
    case null:
      return minutes >= 720 ? [minutes] : [minutes, minutes + 720]
  }
}

const dayOf = (said: DaySaid, today: number, calendar: CaseCalendar): number | null => {
  const monday = today - calendar.weekday(today) + 1
  switch (said._tag) {
    case "ahead":
      return today + said.days
    case "weekday": {
      if (said.weeks !== null) return monday + 7 * said.weeks + said.iso - 1
      const day = monday + said.iso - 1
      return day < today ? day + 7 : day
    }
    case "endOfWeek":
      return monday + 7 * said.weeks + 6
    case "endOfMonth": {
      const date = new Date(today * 86_400_000)
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 + said.months, 0) / 86_400_000
    }
    case "afterHoliday":
      return calendar.afterHoliday(today)
    case "date": {
      const date = new Date(today * 86_400_000)
      if (said.months !== null) return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + said.months, said.date) / 86_400_000
      const month = said.month === null ? date.getUTCMonth() : said.month - 1
      const day = Date.UTC(date.getUTCFullYear(), month, said.date) / 86_400_000
      if (day >= today) return day
      return (said.month === null ? Date.UTC(date.getUTCFullYear(), month + 1, said.date) : Date.UTC(date.getUTCFullYear() + 1, month, said.date)) / 86_400_000
    }
  }
}
