import { html } from "hono/html"
import type { WeekPoint } from "../questions/StoredCard.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"

const week = 7 * 24 * 60 * 60 * 1000

/** The first and the last week of a trend, ISO dates: trends that share them can be compared by eye. */
export interface TrendSpan {
  readonly first: string
  readonly last: string
}

/** From the earliest to the latest of these weeks; `null` when there is none. */
export function trendSpan(weeks: ReadonlyArray<WeekPoint>): TrendSpan | null {
  const starts = weeks.map(({ start }) => start).toSorted()
  const first = starts[0]
  const last = starts.at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}

/** Where a week stands: weeks without transcripts leave a gap of their width. */
function placed(weeks: ReadonlyArray<WeekPoint>, span: TrendSpan | null, from: number, to: number): ReadonlyArray<PlacedWeek> {
  const first = Date.parse(span?.first ?? "")
  const length = Date.parse(span?.last ?? "") - first
  return weeks.flatMap((point) => {
    if (point.points === null) return []
    const at = Date.parse(point.start)
    return [{ ...point, points: point.points, at, x: length > 0 ? from + ((at - first) / length) * (to - from) : (from + to) / 2 }]
  })
}

interface PlacedWeek extends WeekPoint {
  readonly points: number
  readonly at: number
  readonly x: number
}

/** Straight lines between weeks that follow each other; none across a gap. */
function lines(points: ReadonlyArray<PlacedWeek>, y: (value: number) => number): Html {
  return html`${points.slice(1).map((point, index) => {
    const before = points[index]
    return before === undefined || point.at - before.at > 1.5 * week
      ? null
      : html`<line class="line" x1="${fixed(before.x)}" y1="${fixed(y(before.points))}" x2="${fixed(point.x)}" y2="${fixed(y(point.points))}"/>`
  })}`
}

function described(reader: Reader, points: ReadonlyArray<PlacedWeek>): string {
  return points.map((point) => `${reader.words.weekOf(reader.day(point.start))} ${reader.points(point.points)} (${reader.words.count(reader.count(point.scored))})`).join("; ")
}

/** A trend the size of a word, 0–100 from bottom to top. */
export function sparkline(reader: Reader, weeks: ReadonlyArray<WeekPoint>, span: TrendSpan | null): Html {
  const points = placed(weeks, span, 5, 115)
  if (points.length === 0) return html`<span class="quiet">–</span>`
  const y = (value: number) => 29 - value * 0.26
  return html`<svg class="sparkline" viewBox="0 0 120 32" role="img" aria-label="${reader.words.trendByWeek}${reader.words.colon}${described(reader, points)}">
<line class="axis" x1="2" x2="118" y1="${y(0)}" y2="${y(0)}"/>${lines(points, y)}
${points.map((point, index) => html`<circle class="${index === points.length - 1 ? "dot last" : "dot"}" cx="${fixed(point.x)}" cy="${fixed(y(point.points))}" r="${index === points.length - 1 ? 3.5 : 2}"/>`)}</svg>`
}

/** Points by week with intervals and counts, and the pass mark to compare with. */
export function trendChart(reader: Reader, weeks: ReadonlyArray<WeekPoint>, passMark: number | null): Html {
  const points = placed(weeks, trendSpan(weeks), 72, 606)
  if (points.length === 0) return html`<p class="quiet">${reader.words.noTrend}</p>`
  const y = (value: number) => 150 - value * 1.3
  const every = Math.ceil(points.length / 7)
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${reader.words.trendByWeek}"><svg class="trend" viewBox="0 0 640 200" role="img" aria-label="${described(reader, points)}">
${[0, 50, 100].map((value) => html`<line class="axis" x1="40" x2="636" y1="${y(value)}" y2="${y(value)}"/><text class="tick" x="32" y="${y(value) + 4}" text-anchor="end">${value}</text>`)}
${passMark === null ? null : html`<line class="mark" x1="40" x2="636" y1="${y(passMark)}" y2="${y(passMark)}"/>${[0, 50, 100].some((value) => Math.abs(value - passMark) < 10) ? null : html`<text class="tick" x="32" y="${y(passMark) + 4}" text-anchor="end">${reader.points(passMark)}</text>`}`}
${points.map((point) => (point.low === null || point.high === null ? null : html`<line class="range" x1="${fixed(point.x)}" x2="${fixed(point.x)}" y1="${fixed(y(point.low))}" y2="${fixed(y(point.high))}"/>`))}
${lines(points, y)}
${points.map((point, index) => html`<circle class="dot" cx="${fixed(point.x)}" cy="${fixed(y(point.points))}" r="4"/>${
    index % every === 0 || index === points.length - 1
      ? html`<text class="tick" x="${fixed(point.x)}" y="172" text-anchor="middle">${reader.day(point.start)}</text><text class="tick faint" x="${fixed(point.x)}" y="191" text-anchor="middle">${reader.words.count(reader.count(point.scored))}</text>`
      : null
  }`)}</svg></div>`
}

function fixed(value: number): string {
  return value.toFixed(1)
}
