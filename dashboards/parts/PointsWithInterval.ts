import { html } from "hono/html"
import type { StoredCard } from "../questions/StoredCard.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"
import { intervalBar } from "./IntervalBar.ts"

/** Points never without their count and what the count allows to say. `weak`: too few to be more than a hint. */
export function pointsWithInterval(reader: Reader, card: StoredCard, passMark: number | null, weak: boolean): Html {
  const { words } = reader
  const count = words.count(reader.count(card.scored))
  if (card.points === null) return html`<span class="quiet">${words.noPoints}</span><small>${count}</small>`
  const interval = card.low === null || card.high === null ? null : { low: card.low / 100, high: card.high / 100 }
  const spoken = card.spread === 0 ? words.allAlike : card.low === null || card.high === null ? words.noInterval : words.interval(rounded(reader, card.low), rounded(reader, card.high))
  const bar = intervalBar({ value: card.points / 100, interval, mark: passMark === null ? null : passMark / 100, label: `${reader.points(card.points)}${words.comma}${spoken}`, weak })
  return html`<div class="points${weak ? " weak" : ""}"><strong>${reader.points(card.points)}</strong>${bar}<small>${count} · ${spoken}</small></div>`
}

function rounded(reader: Reader, points: number): string {
  return reader.count(Math.round(points))
}
