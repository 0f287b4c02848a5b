import { html } from "hono/html"
import { address } from "../Address.ts"
import type { Moment } from "../questions/Moments.ts"
import type { Reader } from "../Reader.ts"
import { type Excerpt, excerpt } from "./Excerpt.ts"
import type { Html } from "./Html.ts"
import { visibleText } from "./VisibleText.ts"

const around = 60

/** A moment as a quotation with the turn before it, linked to its place in the transcript. `agent` keeps that page on the same agent. */
export function momentQuote(reader: Reader, moment: Moment, agent: string | null): Html {
  const { words } = reader
  const turn = moment.turn ?? moment.windowFrom ?? 0
  const to = `${reader.link(address.transcript(moment.source, moment.transcript), { agent })}#turn-${turn}`
  return html`<figure class="moment"><blockquote>
${moment.turn === null || moment.before === null ? null : html`<p class="before"><span class="role">${words.roles[moment.before.role]}</span> ${cut(excerpt(moment.before.text, 0, 0, 2 * around))}</p>`}
${moment.turn === null ? unsaid(reader, moment) : html`<p><span class="role">${words.roles.agent}</span> ${said(moment)}</p>`}
</blockquote><figcaption><a href="${to}">${moment.startedAt === null ? visibleText(moment.transcript) : reader.instant(moment.startedAt)} · ${words.turn(reader.count(turn))}</a></figcaption></figure>`
}

function said(moment: Moment): Html {
  const { start, end, text, quote } = moment
  if (start === null || end === null || text === null) return html`<mark class="${moment.bearing}">${visibleText(quote ?? "")}</mark>`
  return cut(excerpt(text, start, end, around), (inner) => html`<mark class="${moment.bearing}">${inner}</mark>`)
}

function unsaid(reader: Reader, moment: Moment): Html {
  return absence(reader, { from: moment.windowFrom ?? 0, to: moment.windowTo ?? 0, nearest: moment.nearest, expected: moment.expected ?? "" })
}

/** What was searched and not found, what came nearest, and what would have passed. */
export function absence(
  reader: Reader,
  gap: { readonly from: number; readonly to: number; readonly nearest: Moment["nearest"]; readonly expected: string }
): Html {
  const { words } = reader
  return html`<p class="sought">${words.searched(reader.count(gap.from), reader.count(gap.to))}</p>
<dl class="gap"><dt>${words.nearest}</dt><dd>${gap.nearest === null ? html`<span class="quiet">${words.noNearest}</span>` : html`<q>${visibleText(gap.nearest.quote)}</q> <small>${words.turn(reader.count(gap.nearest.turn))} · ${words.similarity(reader.percent(gap.nearest.similarity))}</small>`}</dd>
<dt>${words.wouldPass}</dt><dd><q>${visibleText(gap.expected)}</q></dd></dl>`
}

function cut(piece: Excerpt, quoted: (inner: Html) => Html = (inner) => inner): Html {
  return html`<bdi>${piece.cutBefore ? "…" : null}${visibleText(piece.before)}${piece.quote === "" ? null : quoted(visibleText(piece.quote))}${visibleText(piece.after)}${piece.cutAfter ? "…" : null}</bdi>`
}
