import { html } from "hono/html"
import { numberedFindings } from "../../schemas/NumberedFindings.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { address } from "../Address.ts"
import { agentName } from "../parts/AgentName.ts"
import { bandWord } from "../parts/BandWord.ts"
import { conversation } from "../parts/Conversation.ts"
import { findingsBeside } from "../parts/FindingsBeside.ts"
import type { Html } from "../parts/Html.ts"
import { keyHelp } from "../parts/KeyHelp.ts"
import { visibleText } from "../parts/VisibleText.ts"
import type { Neighbour } from "../questions/Neighbours.ts"
import type { ShownRubric } from "../questions/ShownRubric.ts"
import type { AgentAudit, TranscriptAudit } from "../questions/TranscriptAudit.ts"
import type { Reader } from "../Reader.ts"
import { layout } from "./Layout.ts"

/** What a reviewer audits: the conversation with its findings in place, and what each rule says of it beside. */
export function transcriptPage(reader: Reader, audit: TranscriptAudit): Html {
  const { words } = reader
  const { rubric, transcript, audits, agent } = audit
  const path = address.transcript(transcript.source, transcript.id)
  const findings = numberedFindings(audits.flatMap(({ opinions, scores }) => [...scores, ...opinions.flatMap(({ evidence }) => evidence ?? [])]))
  const numbers = new Map(findings.map(({ finding, number }) => [finding, number]))
  const ruleTitle = (id: string) => {
    const rule = rubric.rules.get(id)
    return rule === undefined ? id : reader.say(rule.title)
  }
  const beside = (neighbour: Neighbour | null) => (neighbour === null ? null : reader.link(address.transcript(neighbour.source, neighbour.id), { agent }))
  const next = beside(audit.earlier)
  const previous = beside(audit.later)
  const body = html`<header class="lead"><div><p class="eyebrow">${words.transcriptEyebrow}</p><h1><bdi>${visibleText(transcript.id)}</bdi></h1>${facts(reader, audit)}</div>
<nav class="beside-links">${previous === null ? null : html`<a rel="prev" href="${previous}">‹ ${words.later}</a>`}${next === null ? null : html`<a rel="next" href="${next}">${words.earlier} ›</a>`}</nav></header>
${transcript.timingProblem === null ? null : html`<p class="caution">${words.timingProblem}${words.colon}${visibleText(transcript.timingProblem)}</p>`}
<div class="audit">
<section class="conversation"><div class="tools"><h2>${words.conversation}</h2>${legend(reader)}${keyHelp(reader)}</div>
${conversation(reader, transcript, findings, ruleTitle)}</section>
<section class="beside" aria-label="${words.findingsBeside}"><h2>${words.findingsBeside}</h2>
${audits.length === 0 ? html`<p class="empty">${words.notScored}</p>` : null}
${audits.map((one) => html`<div class="agent-audit">${total(reader, rubric, one)}${findingsBeside(reader, rubric, one, numbers)}</div>`)}
<p class="meta">${words.rubric}${words.colon}<bdi>${visibleText(rubric.name)}</bdi> <code>${rubric.fingerprint}</code></p>
${audit.otherRubrics.length === 0 ? null : html`<p class="meta">${words.otherRubrics}${words.colon}${audit.otherRubrics.map((other) => html`<a href="${reader.link(path, { agent, rubric: other })}"><code>${other.slice(0, 12)}</code></a> `)}</p>`}
</section></div>`
  return layout(reader, { title: transcript.id, under: "team", here: { path, query: { agent } }, rubric, body, beside: { next, previous } })
}

function facts(reader: Reader, { revision, transcript }: { readonly transcript: Transcript; readonly revision: number }): Html {
  const { words } = reader
  const named: ReadonlyArray<readonly [string, string | null]> = [
    [words.customer, transcript.customer],
    [words.queue, transcript.queue],
    [words.caseId, transcript.caseId],
    [words.csat, transcript.csat === null ? null : reader.points(transcript.csat)],
    [words.contactReason, transcript.contactReason]
  ]
  return html`<p class="facts"><span>${words.channels[transcript.channel]}</span><span>${transcript.startedAt === null ? words.undated : html`<time datetime="${new Date(transcript.startedAt).toISOString()}">${reader.instant(transcript.startedAt)}</time>`}</span>
${named.map(([label, value]) => (value === null ? null : html`<span>${label}${words.colon}<bdi>${visibleText(value)}</bdi></span>`))}
<span>${words.origin}${words.colon}<bdi>${visibleText(transcript.origin.file)}</bdi>${words.comma}${words.originLine(reader.count(transcript.origin.line))}</span>${
    revision === 1 ? null : html`<span>${words.revision(reader.count(revision))}</span>`
  }</p>`
}

function total(reader: Reader, rubric: ShownRubric, audit: AgentAudit): Html {
  const { words } = reader
  const { tally } = audit
  return html`<header class="total"><p class="who"><a href="${reader.link(address.agent(audit.id))}">${agentName(reader, audit)}</a></p>
${tally.points === null
    ? html`<p class="quiet">${words.noTotal}</p>`
    : html`<p class="figure"><strong>${reader.points(tally.points)}</strong> ${bandWord(reader, rubric, tally.band)} <span>${tally.passed === true ? words.passedWord : words.failedWord}</span>${rubric.passMark === null ? null : html` <small>${words.passMark(reader.points(rubric.passMark))}</small>`}</p>`}
${tally.criticalBreach ? html`<p class="critical">${words.criticalOne}</p>` : null}</header>`
}

function legend(reader: Reader): Html {
  const { bearings } = reader.words
  return html`<p class="legend" aria-label="${reader.words.legend}"><mark class="for">${bearings.for}</mark> <mark class="against">${bearings.against}</mark> <mark class="tentative">${bearings.tentative}</mark> <mark class="context">${bearings.context}</mark></p>`
}
