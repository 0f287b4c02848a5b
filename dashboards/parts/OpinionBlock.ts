import { html } from "hono/html"
import { becauseWords } from "../../schemas/Because.ts"
import { opinionWords } from "../../schemas/OpinionWords.ts"
import type { HeardOpinion } from "../questions/TranscriptAudit.ts"
import type { Reader } from "../Reader.ts"
import { evidence, type FindingNumbers } from "./Evidence.ts"
import type { Html } from "./Html.ts"
import { outcomeWord } from "./OutcomeWord.ts"
import { visibleText } from "./VisibleText.ts"

/** What the model judge says of a rule: its verdict and whether that counts, or why there is none, with its quotes. */
export function opinionBlock(reader: Reader, heard: HeardOpinion | undefined, numbers: FindingNumbers): Html | null {
  if (heard === undefined) return null
  const { opinion, evidence: advised } = heard
  const words = opinionWords[reader.language]
  const weight = html`<small>${opinion.counts ? words.counting : words.advisory}</small>`
  const verdict = opinion.outcome === null ? html`<b>${words.states[opinion.state]}</b>` : html`${outcomeWord(reader, opinion.outcome)} ${weight}`
  return html`<div class="opinion ${opinion.state}"><h4>${words.opinion}</h4><p>${verdict}${opinion.because === null ? null : reader.words.because(reader.say(becauseWords(opinion.because)))}</p>
${opinion.note === null ? null : html`<p class="note"><q>${visibleText(opinion.note)}</q></p>`}${advised === null ? null : evidence(reader, advised, numbers)}
<p class="meta"><bdi>${visibleText(opinion.model)}</bdi></p></div>`
}
