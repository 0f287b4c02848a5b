import { html } from "hono/html"
import type { Html } from "./Html.ts"

const width = 120
const inset = 5

/** A value on its scale with its interval as a bar behind it; `mark` is a line to compare with. All are shares of the scale, 0–1. */
export function intervalBar(bar: {
  readonly value: number
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly mark: number | null
  readonly label: string
  readonly weak?: boolean
}): Html {
  const x = (share: number) => (inset + Math.min(1, Math.max(0, share)) * (width - 2 * inset)).toFixed(1)
  const { interval, mark } = bar
  return html`<svg class="interval${bar.weak === true ? " weak" : ""}" viewBox="0 0 ${width} 14" role="img" aria-label="${bar.label}">
<line class="axis" x1="${x(0)}" x2="${x(1)}" y1="7" y2="7"/>
${mark === null ? null : html`<line class="mark" x1="${x(mark)}" x2="${x(mark)}" y1="1" y2="13"/>`}
${interval === null ? null : html`<line class="range" x1="${x(interval.low)}" x2="${x(interval.high)}" y1="7" y2="7"/>`}
<circle class="value" cx="${x(bar.value)}" cy="7" r="4"/></svg>`
}
