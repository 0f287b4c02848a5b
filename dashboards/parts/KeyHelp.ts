import { html } from "hono/html"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"

/** What the keyboard does, for `keys.js` to open; without it nothing of this is seen. */
export function keyHelp(reader: Reader): Html {
  const { words } = reader
  const keys = [["j", words.keyNext], ["k", words.keyPrevious], ["n", words.keyNextTranscript], ["p", words.keyPreviousTranscript], ["?", words.keyHelp]] as const
  return html`<button type="button" class="keys-button" data-opens="keys" hidden><kbd>?</kbd> ${words.keys}</button>
<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${words.keys}</h2><dl>${keys.map(([key, meaning]) => html`<dt><kbd>${key}</kbd></dt><dd>${meaning}</dd>`)}</dl>
<form method="dialog"><button>${words.close}</button></form></dialog>`
}
