import { DateTime } from "effect"

/**
 * Reads points in time as exports write them: `2026-03-02 09:00:00`, `2026/3/2 9:00`, `2026年3月2日 下午3:05:00`,
 * `20260302090000`, ISO 8601 with or without a zone, epoch seconds or milliseconds. A time without a zone is one in
 * `timeZone`. A time of day alone (`09:00:05`) counts from the start of 1970-01-01: good for differences, `isDated` says no.
 * Answers are epoch milliseconds; `NaN` for what is no time, or could be several (`3/2/2026`).
 */
export class WallClock {
  readonly #zone: DateTime.TimeZone
  /** Offset of the zone by local quarter of an hour: zones change only on such a boundary. */
  readonly #offsets = new Map<number, number>()

  /** Throws for a zone that does not exist; settings are checked before anything is read. */
  constructor(timeZone: string) {
    this.#zone = DateTime.zoneUnsafeMakeNamed(timeZone)
  }

  read(written: string | number): number {
    if (typeof written === "number") return epoch(written)
    const plain = plainMoment(written)
    if (plain === plain) return plain - this.#offsetAt(plain)
    const text = written.trim()
    const match = dated.exec(text) ?? compact.exec(text)
    if (match !== null) return this.#moment(match)
    if (/^\d+(\.\d+)?$/.test(text)) return epoch(Number(text))
    const time = timeOfDay.exec(text)
    return time === null ? NaN : clockMs(time[1], time[2]!, time[3]!, time[4], time[5])
  }

  #moment(match: RegExpExecArray): number {
    const [, year, month, day, half, hours, minutes, seconds, fraction, zone] = match
    const clock = clockMs(half, hours!, minutes!, seconds, fraction)
    const date = Date.UTC(Number(year), Number(month) - 1, Number(day))
    // Date.UTC turns the 30th of February into the 2nd of March.
    if (Number(month) < 1 || Number(month) > 12 || new Date(date).getUTCDate() !== Number(day)) return NaN
    const local = date + clock
    if (Number.isNaN(local)) return NaN
    return zone === undefined ? local - this.#offsetAt(local) : local - zoneMs(zone)
  }

  #offsetAt(local: number): number {
    const quarter = Math.floor(local / 900_000)
    let offset = this.#offsets.get(quarter)
    if (offset === undefined) {
      const moment = DateTime.unsafeMakeZoned(quarter * 900_000, { timeZone: this.#zone, adjustForTimeZone: true })
      offset = quarter * 900_000 - DateTime.toEpochMillis(moment)
      if (this.#offsets.size > 20_000) this.#offsets.clear()
      this.#offsets.set(quarter, offset)
    }
    return offset
  }
}

/** False for a time of day without a date. */
export const isDated = (moment: number): boolean => moment >= dayMs

const dayMs = 86_400_000
const clock = "(上午|下午|中午|凌晨|早上|晚上)?\\s*(\\d{1,2})[:时時](\\d{2})(?:[:分](\\d{2})(?:[.,](\\d{1,9}))?)?[分秒]?"
const dated = new RegExp(`^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[T\\s]*${clock}\\s*(Z|z|[+-]\\d{2}:?\\d{2})?$`)
const compact = /^(\d{4})(\d{2})(\d{2})()[T ]?(\d{2}):?(\d{2}):?(\d{2})()(Z|[+-]\d{2}:?\d{2})?$/
const timeOfDay = new RegExp("^()(\\d{1,2}):(\\d{2}):(\\d{2})(?:[.,](\\d{1,9}))?$")

/** The most usual notation, `2026-03-02 09:00:00`, read without a regular expression: a table holds millions of it. */
const plainMoment = (text: string): number => {
  if (text.length !== 19) return NaN
  const between = text.charCodeAt(4)
  const t = text.charCodeAt(10)
  if ((between !== 45 && between !== 47) || text.charCodeAt(7) !== between || (t !== 32 && t !== 84)) return NaN
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return NaN
  const day = twoDigits(text, 8)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  const month = twoDigits(text, 5)
  // Days beyond the 28th, where months differ, are left to the careful reading.
  if (!(day >= 1 && day <= 28 && month >= 1 && month <= 12 && hour < 24 && minute < 60 && second < 60)) return NaN
  return Date.UTC(twoDigits(text, 0) * 100 + twoDigits(text, 2), month - 1, day, hour, minute, second)
}

const twoDigits = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

const epoch = (value: number): number =>
  value >= 1e8 && value < 1e11 ? Math.round(value * 1000) : value >= 1e11 && value < 1e14 ? Math.round(value) : NaN

const clockMs = (half: string | undefined, hours: string, minutes: string, seconds = "0", fraction = "0"): number => {
  const h = Number(hours)
  const m = Number(minutes)
  const s = Number(seconds)
  if (h > 23 || m > 59 || s > 59) return NaN
  const afternoon = half === "下午" || half === "晚上" || (half === "中午" && h < 11)
  const hour = afternoon && h < 12 ? h + 12 : (half === "上午" || half === "凌晨") && h === 12 ? 0 : h
  return ((hour * 60 + m) * 60 + s) * 1000 + Math.floor(Number(`0.${fraction === "" ? "0" : fraction}`) * 1000 + 1e-6)
}

const zoneMs = (zone: string): number => {
  if (zone === "Z" || zone === "z") return 0
  const sign = zone.startsWith("-") ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000
}
