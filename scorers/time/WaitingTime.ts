import type { Transcript } from "../../schemas/Transcript.ts"
import { type BusinessHours, openTime } from "./BusinessHours.ts"
import { percentile } from "../statistics/Percentile.ts"
import type { Words } from "../../schemas/Rubric.ts"

/** How long somebody waits from one moment of a transcript to another, in milliseconds. */
export type Waiting = (transcript: Pick<Transcript, "events" | "startedAt">, from: number, to: number) => number

/** Without the time on hold, which is judged elsewhere, and, where a site has opening hours, without the time it is closed; `startedAt` must then be known. */
export const waitingIn = (hours: BusinessHours | undefined): Waiting => {
  const open = hours === undefined ? null : openTime(hours)
  return ({ events, startedAt }, from, to) => {
    const base = startedAt ?? 0
    const between = (a: number, b: number) => (b <= a ? 0 : open === null ? b - a : open(base + a, base + b))
    let waited = between(from, to)
    for (const { endMs, kind, startMs } of events) {
      if (kind === "hold" && startMs !== null) waited -= between(Math.max(from, startMs), Math.min(to, endMs ?? to))
    }
    return waited
  }
}

/** One reply and how long it took. */
export interface Timed {
  readonly reply: number
  readonly ms: number
  readonly targetMs: number
}

export const shownSeconds = (ms: number): string => String(Math.round(ms / 100) / 10)

/** `7 replies, average 15 s, median 12 s, longest 40 s`; percentiles only where there are enough values for them. */
export const figures = (timed: ReadonlyArray<Timed>): Words => {
  const ascending = timed.map(({ ms }) => ms).sort((a, b) => a - b)
  const median = percentile(ascending, 50)
  const p90 = percentile(ascending, 90)
  const zh = [`共 ${timed.length} 次回复`]
  const en = [timed.length === 1 ? "1 reply" : `${timed.length} replies`]
  const average = ascending.reduce((sum, one) => sum + one, 0) / timed.length
  if (timed.length > 1) zh.push(`平均 ${shownSeconds(average)} 秒`), en.push(`average ${shownSeconds(average)} s`)
  if (median !== null) zh.push(`中位数 ${shownSeconds(median)} 秒`), en.push(`median ${shownSeconds(median)} s`)
  if (p90 !== null) zh.push(`九成不超过 ${shownSeconds(p90)} 秒`), en.push(`90 % within ${shownSeconds(p90)} s`)
  zh.push(`最长 ${shownSeconds(ascending.at(-1)!)} 秒`)
  en.push(`longest ${shownSeconds(ascending.at(-1)!)} s`)
  return { zh: zh.join("，"), en: en.join(", ") }
}
