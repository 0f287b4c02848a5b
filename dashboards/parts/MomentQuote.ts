import { html } from "hono/html"
import type { Moment } from "../../pipeline/store/ReadMoments.ts"
import { type Excerpt, excerpt } from "../../schemas/Excerpt.ts"
import { noteWords } from "../../schemas/NoteWords.ts"
import type { Said, Unsaid } from "../../schemas/Score.ts"
import { address } from "../Address.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"
import { visibleText } from "./VisibleText.ts"

const around = 60

/** A moment as a quotation with the turn before it, linked to its place in the transcript. `agent` keeps that page on the same agent. */
export function momentQuote(reader: Reader, moment: Moment, agent: string | null): Html {
  const { words } = reader
  const { before, finding } = moment
  const turn = finding._tag === "Said" ? finding.turn : finding.window.from
  const to = `${reader.link(address.transcript(moment.source, moment.transcript), { agent })}#turn-${turn}`
  return html`<figure class="moment"><blockquote>
${before === null ? null : html`<p class="before"><span class="role">${words.roles[before.role]}</span> ${calling(before)}</p>`}
${finding._tag === "Unsaid" ? missing(reader, finding) : html`<p><span class="role">${words.roles.agent}</span> ${said(finding, moment.text)}</p>`}
</blockquote><figcaption><a href="${to}">${moment.startedAt === null ? visibleText(moment.transcript) : reader.instant(moment.startedAt)} · ${words.turn(reader.count(turn))}</a>${finding.note === null ? null : html` <small class="note">${visibleText(reader.say(noteWords(finding.note)))}</small>`}</figcaption></figure>`
}

function said({ bearing, end, quote, start }: Said, text: string | null): Html {
  if (text === null) return html`<mark class="${bearing}">${visibleText(quote)}</mark>`
  return cut(excerpt(text, start, end, around), (inner) => html`<mark class="${bearing}">${inner}</mark>`)
}

function calling({ end, start, text }: NonNullable<Moment["before"]>): Html {
  return end === start ? cut(excerpt(text, 0, 0, 2 * around)) : cut(excerpt(text, start, end, around), (inner) => html`<mark class="context">${inner}</mark>`)
}

/** In short: what was not said, for a coach. */
function missing(reader: Reader, finding: Unsaid): Html {
  const { expected, nearest, window } = finding
  if (nearest !== null) return absence(reader, finding)
  return html`<p class="sought">${reader.words.searched(reader.count(window.from), reader.count(window.to))}</p>
<dl class="gap"><dt>${reader.words.wouldPass}</dt><dd><q>${visibleText(expected)}</q></dd></dl>`
}

/** What was searched and not found, what came nearest, and what would have passed. */
export function absence(reader: Reader, { expected, nearest, window }: Unsaid): Html {
  const { words } = reader
  return html`<p class="sought">${words.searched(reader.count(window.from), reader.count(window.to))}</p>
<dl class="gap"><dt>${words.nearest}</dt><dd>${nearest === null ? html`<span class="quiet">${words.noNearest}</span>` : html`<q>${visibleText(nearest.quote)}</q> <small>${words.turn(reader.count(nearest.turn))} · ${words.similarity(reader.percent(nearest.similarity))}</small>`}</dd>
<dt>${words.wouldPass}</dt><dd><q>${visibleText(expected)}</q></dd></dl>`
}

function cut(piece: Excerpt, quoted: (inner: Html) => Html = (inner) => inner): Html {
  return html`<bdi>${piece.cutBefore ? "…" : null}${visibleText(piece.before)}${piece.quote === "" ? null : quoted(visibleText(piece.quote))}${visibleText(piece.after)}${piece.cutAfter ? "…" : null}</bdi>`
}
