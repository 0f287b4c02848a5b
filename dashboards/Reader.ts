import { rollupWords, type RollupWords } from "../schemas/RollupWords.ts"
import type { Words } from "../schemas/Rubric.ts"
import type { Period } from "../schemas/Scorecard.ts"
import type { Language } from "./Language.ts"
import { en } from "./words/en.ts"
import type { PageWords } from "./words/PageWords.ts"
import { zh } from "./words/zh.ts"

type Query = Readonly<Record<string, string | number | null>>

/**
 * Who reads a page: their language, the time zone of the place, and what their address said that links must carry on.
 * Instants are epoch milliseconds, shown in `timeZone`; days are ISO dates and belong to no zone.
 */
export class Reader {
  readonly words: PageWords
  readonly rollups: RollupWords
  readonly language: Language
  readonly timeZone: string
  readonly #carried: Query
  readonly #locale: string

  constructor(language: Language, timeZone: string, carried: Query) {
    this.language = language
    this.timeZone = timeZone
    this.words = language === "zh" ? zh : en
    this.rollups = rollupWords[language]
    this.#carried = carried
    this.#locale = language === "zh" ? "zh-CN" : "en-GB"
  }

  /** A link to `path`; `null` leaves a parameter out. */
  link(path: string, query: Query = {}): string {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...this.#carried, ...query })) if (value !== null) search.set(name, String(value))
    return search.size === 0 ? path : `${path}?${search}`
  }

  say(words: Words): string {
    return words[this.language] || words.zh || words.en
  }

  count(value: number): string {
    return value.toLocaleString(this.#locale)
  }

  /** 0–100, with one decimal where there is one: a rounded 80 must not stand beside the band that begins at 80. */
  points(value: number): string {
    return value.toLocaleString(this.#locale, { maximumFractionDigits: 1 })
  }

  /** A share of 1. */
  percent(share: number): string {
    return share.toLocaleString(this.#locale, { style: "percent", maximumFractionDigits: 0 })
  }

  instant(at: number): string {
    return this.#date(at, { dateStyle: "medium", timeStyle: "short" })
  }

  clock(at: number): string {
    return this.#date(at, { timeStyle: "medium" })
  }

  day(iso: string): string {
    return new Intl.DateTimeFormat(this.#locale, { month: "short", day: "numeric", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`))
  }

  /** A week or month by its first day, or everything. */
  period(period: Period, start: string | null): string {
    if (period === "all" || start === null) return this.words.everything
    const first = new Date(`${start}T00:00:00Z`)
    if (period === "month") return new Intl.DateTimeFormat(this.#locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(first)
    const last = new Date(first.getTime() + 6 * 24 * 60 * 60 * 1000)
    return new Intl.DateTimeFormat(this.#locale, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" }).formatRange(first, last)
  }

  /** Milliseconds from the start of a call, as a player shows them. */
  offset(ms: number): string {
    const seconds = Math.max(0, Math.floor(ms / 1000))
    const padded = (value: number) => String(value).padStart(2, "0")
    const hours = Math.floor(seconds / 3600)
    const rest = `${padded(Math.floor(seconds / 60) % 60)}:${padded(seconds % 60)}`
    return hours > 0 ? `${hours}:${rest}` : rest
  }

  compare(a: string, b: string): number {
    return new Intl.Collator(this.#locale, { numeric: true }).compare(a, b)
  }

  #date(at: number, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#locale, { ...options, timeZone: this.timeZone }).format(at)
  }
}
