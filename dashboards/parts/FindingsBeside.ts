import { html } from "hono/html"
import { becauseWords } from "../../schemas/Because.ts"
import { address } from "../Address.ts"
import type { AgentAudit, StoredFinding, StoredScore } from "../questions/AuditedTranscript.ts"
import type { ShownRubric, ShownRule } from "../questions/ShownRubric.ts"
import type { Reader } from "../Reader.ts"
import { excerpt } from "./Excerpt.ts"
import type { Html } from "./Html.ts"
import { absence } from "./MomentQuote.ts"
import type { NumberedFinding } from "./NumberedFindings.ts"
import { outcomeWord } from "./OutcomeWord.ts"
import { visibleText } from "./VisibleText.ts"

const quoteShown = 120

type Numbers = ReadonlyMap<StoredFinding, NumberedFinding>

/** Every rule of the rubric with its outcome in this transcript, under its section, what lost most first; what does not count is folded away. */
export function findingsBeside(reader: Reader, rubric: ShownRubric, audit: AgentAudit, numbers: Numbers): Html {
  const { words } = reader
  const scores = new Map(audit.scores.map((score) => [score.rule, score]))
  return html`${rubric.sections.map((section) => {
    const tally = audit.sections.find((other) => other.section === section.id)
    const known = section.rules.flatMap((rule) => {
      const score = scores.get(rule.id)
      return score === undefined ? [] : [{ rule, score }]
    })
    if (known.length === 0) return null
    const counted = known.filter(({ score }) => score.credit !== null).toSorted((a, b) => (a.score.credit ?? 0) - (b.score.credit ?? 0))
    const aside = known.filter(({ score }) => score.credit === null)
    return html`<section class="scores"><h3>${visibleText(reader.say(section.title))} <span class="sum">${
      tally?.points == null ? words.sectionEmpty : words.sectionPoints(reader.points(tally.points), reader.count(tally.weighed))
    }</span></h3>
${counted.map(({ rule, score }) => scoreBlock(reader, rule, score, numbers))}
${aside.length === 0 ? null : html`<details class="aside"><summary>${(["NotApplicable", "Unscored"] as const).flatMap((outcome) => {
      const count = aside.filter(({ score }) => score.outcome === outcome).length
      return count === 0 ? [] : [html`<span>${words.outcomes[outcome]} ${reader.count(count)}</span> `]
    })}</summary><ul>${aside.map(({ rule, score }) => html`<li>${ruleLink(reader, rule)} ${outcomeWord(reader, score.outcome)}${words.because(reader.say(becauseWords(score.because ?? "")))}${evidence(reader, score, numbers)}</li>`)}</ul></details>`}</section>`
  })}`
}

function scoreBlock(reader: Reader, rule: ShownRule, score: StoredScore, numbers: Numbers): Html {
  const { words } = reader
  const open = score.outcome !== "Met" || score.findings.some(({ bearing }) => bearing === "against" || bearing === "tentative")
  const why = reader.say(rule.why)
  const instead = reader.say(rule.instead)
  return html`<details class="score ${score.outcome}"${open ? html` open` : null}><summary>${outcomeWord(reader, score.outcome)} <span class="title">${visibleText(reader.say(rule.title))}${
    score.outcome === "Partly" && score.credit !== null ? html` <small>${words.credit(reader.percent(score.credit))}</small>` : null
  }${score.outcome === "Breached" && rule.critical !== null ? html` <small class="critical">${words.criticalOne}</small>` : null}</span></summary>
${why === "" ? null : html`<p class="why">${visibleText(why)}</p>`}
${evidence(reader, score, numbers)}
${instead === "" || score.outcome === "Met" ? null : html`<div class="instead"><h4>${words.insteadSay}</h4><p>${visibleText(instead)}</p></div>`}
<p class="meta">${ruleLink(reader, rule, rule.id)} · ${words.weight} ${reader.points(rule.weight)} · ${words.deciders[score.decidedBy]}</p></details>`
}

function ruleLink(reader: Reader, rule: ShownRule, label = reader.say(rule.title)): Html {
  return html`<a href="${reader.link(address.rule(rule.id))}">${visibleText(label)}</a>`
}

function evidence(reader: Reader, score: StoredScore, numbers: Numbers): Html {
  if (score.findings.length === 0) return html``
  const { words } = reader
  return html`<ol class="evidence">${score.findings.map((finding) => {
    const number = numbers.get(finding)?.number ?? 0
    const note = finding.note === null ? null : html` <small class="note">${visibleText(finding.note)}</small>`
    const back = (content: Html) => html`<a class="ref ${finding.bearing}" href="#finding-${number}" aria-label="${words.findingNumber(String(number))}">${content}</a>`
    const bearing = html`<small class="bearing ${finding.bearing}">${words.bearings[finding.bearing]}</small>`
    if (finding.turn !== null) {
      return html`<li id="about-${number}" data-finding="${number}">${back(html`${number}`)} <div><q>${shortened(finding.quote ?? "")}</q> ${bearing} <small><a href="#turn-${finding.turn}">${words.turn(reader.count(finding.turn))}</a></small>${note}</div></li>`
    }
    const from = finding.windowFrom ?? 0
    return html`<li id="about-${number}" data-finding="${number}" data-from="${from}" data-to="${finding.windowTo ?? from}">${finding.bearing === "for" ? html`<span class="ref for">${number}</span>` : back(html`∅ ${number}`)} <div>${bearing}${note}${absence(reader, { from, to: finding.windowTo ?? from, nearest: finding.nearest, expected: finding.expected ?? "" })}</div></li>`
  })}</ol>`
}

/** A quote may be a whole turn, which stands in the conversation. */
function shortened(quote: string): Html {
  const piece = excerpt(quote, 0, quote.length, quoteShown / 4)
  return html`${visibleText(piece.quote)}${piece.cutAfter ? "…" : null}`
}
