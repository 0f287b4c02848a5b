import { html } from "hono/html"
import type { Period } from "../../schemas/Scorecard.ts"
import type { ShownPeriod } from "../questions/ShownPeriod.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"

/** Links to the same page for another period. */
export function periodChooser(reader: Reader, path: string, shown: ShownPeriod, kept: Readonly<Record<string, string | null>> = {}): Html {
  const { words } = reader
  const kinds: ReadonlyArray<readonly [Period, string, boolean]> = [
    ["week", words.week, shown.weeks.length > 0],
    ["month", words.month, shown.months.length > 0],
    ["all", words.everything, true]
  ]
  const starts = shown.period === "week" ? shown.weeks : shown.period === "month" ? shown.months : []
  const { start } = shown
  const earlier = start === null ? undefined : starts.findLast((other) => other < start)
  const later = start === null ? undefined : starts.find((other) => other > start)
  const step = (to: string | undefined, sign: string, label: string) =>
    to === undefined
      ? html`<span class="step none" aria-hidden="true">${sign}</span>`
      : html`<a class="step" href="${reader.link(path, { ...kept, period: shown.period, start: to })}" aria-label="${label}${words.colon}${reader.period(shown.period, to)}">${sign}</a>`
  return html`<nav class="period" aria-label="${words.period}"><ul class="segmented">${kinds
    .filter(([, , available]) => available)
    .map(([period, label]) => html`<li><a href="${reader.link(path, { ...kept, period })}"${period === shown.period ? html` aria-current="true"` : null}>${label}</a></li>`)}</ul>
${start === null ? null : html`<p class="stepper">${step(earlier, "‹", words.earlierPeriod)}<span>${reader.period(shown.period, start)}</span>${step(later, "›", words.laterPeriod)}</p>`}</nav>`
}
