import { html } from "hono/html"
import { address } from "../Address.ts"
import type { Html } from "../parts/Html.ts"
import type { Reader } from "../Reader.ts"
import { layout } from "./Layout.ts"

/** A page that only says why there is nothing to show. `command` is what to type next. */
export function noticePage(reader: Reader, notice: { readonly title: string; readonly why: string; readonly command?: string; readonly link?: boolean }): Html {
  const body = html`<div class="notice"><h1>${notice.title}</h1><p>${notice.why}</p>${notice.command === undefined ? null : html`<pre><code>${notice.command}</code></pre>`}${
    notice.link === true ? html`<p><a href="${reader.link(address.team)}">${reader.words.toTeam}</a></p>` : null
  }</div>`
  return layout(reader, { title: notice.title, under: null, here: { path: address.team, query: {} }, rubric: null, body })
}
