import { html } from "hono/html"
import type { Html } from "./Html.ts"

// What shows nothing or turns the reading direction, except line ends, tabs, joiners and the plain direction marks of
// right-to-left languages: controls, bidi embeddings, overrides and isolates, zero-width spaces, tag characters.
const unseen = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}])/u

/** Strangers' text: escaped, with characters that would hide or reorder it named in place. */
export function visibleText(text: string): Html {
  return html`${text.split(unseen).map((part, index) => (index % 2 === 0 ? part : html`<span class="unseen">${codePoint(part)}</span>`))}`
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
}
