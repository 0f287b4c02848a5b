import { html } from "hono/html"
import type { OutcomeName } from "../../schemas/Score.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"

const signs: Readonly<Record<OutcomeName, string>> = { Met: "✓", Partly: "◐", Breached: "✕", NotApplicable: "–", Unscored: "?" }

/** An outcome in words, with a sign that does not need its colour. */
export function outcomeWord(reader: Reader, outcome: OutcomeName): Html {
  return html`<span class="outcome ${outcome}"><span class="sign" aria-hidden="true">${signs[outcome]}</span>${reader.words.outcomes[outcome]}</span>`
}

export function outcomeSign(outcome: OutcomeName): Html {
  return html`<span class="outcome ${outcome}"><span class="sign" aria-hidden="true">${signs[outcome]}</span></span>`
}
