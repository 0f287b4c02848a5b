import { html } from "hono/html"
import { becauseWords } from "../../schemas/Because.ts"
import { excerpt } from "../../schemas/Excerpt.ts"
import { noteWords } from "../../schemas/NoteWords.ts"
import type { Finding, Score } from "../../schemas/Score.ts"
import { address } from "../Address.ts"
import type { ShownRubric, ShownRule } from "../questions/ShownRubric.ts"
import type { AgentAudit } from "../questions/TranscriptAudit.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"
import { absence } from "./MomentQuote.ts"
import { outcomeWord } from "./OutcomeWord.ts"
import { visibleText } from "./VisibleText.ts"

const quoteShown = 120

type Numbers = ReadonlyMap<Finding, number>

/** Every rule of the rubric with its outcome in this transcript, under its section, what lost most first; what does not count is folded away. */
export function findingsBeside(reader: Reader, rubric: ShownRubric, audit: AgentAudit, numbers: Numbers): Html {
  const { words } = reader
  const scores = new Map(audit.scores.map((score) => [score.rule, score]))
  return html`${rubric.sections.map((section) => {
    const tally = audit.tally.sections.find((other) => other.section === section.id)
    const known = section.rules.flatMap((rule) => {
      const score = scores.get(rule.id)
      return score === undefined ? [] : [{ rule, score }]
    })
    if (known.length === 0) return null
    const counted = known.filter(({ score }) => credit(score) !== null).toSorted((a, b) => (credit(a.score) ?? 0) - (credit(b.score) ?? 0))
    const aside = known.filter(({ score }) => credit(score) === null)
    return html`<section class="scores"><h3>${visibleText(reader.say(section.title))} <span class="sum">${
      tally?.points == null ? words.sectionEmpty : words.sectionPoints(reader.points(tally.points), reader.count(tally.weighed))
    }</span></h3>
${counted.map(({ rule, score }) => scoreBlock(reader, rule, score, numbers))}
${aside.length === 0 ? null : html`<details class="aside"><summary>${(["NotApplicable", "Unscored"] as const).flatMap((outcome) => {
      const count = aside.filter(({ score }) => score.outcome._tag === outcome).length
      return count === 0 ? [] : [html`<span>${words.outcomes[outcome]} ${reader.count(count)}</span> `]
    })}</summary><ul>${aside.map(({ rule, score }) => html`<li>${ruleLink(reader, rule)} ${outcomeWord(reader, score.outcome._tag)}${"because" in score.outcome ? words.because(reader.say(becauseWords(score.outcome.because))) : null}${evidence(reader, score, numbers)}</li>`)}</ul></details>`}</section>`
  })}`
}

function scoreBlock(reader: Reader, rule: ShownRule, score: Score, numbers: Numbers): Html {
  const { words } = reader
  const open = score.outcome._tag !== "Met" || score.findings.some(({ bearing }) => bearing === "against" || bearing === "tentative")
  const why = reader.say(rule.why)
  const instead = reader.say(rule.instead)
  return html`<details class="score ${score.outcome._tag}"${open ? html` open` : null}><summary>${outcomeWord(reader, score.outcome._tag)} <span class="title">${visibleText(reader.say(rule.title))}${
    score.outcome._tag === "Partly" ? html` <small>${words.credit(reader.percent(score.outcome.credit))}</small>` : null
  }${score.outcome._tag === "Breached" && rule.critical !== null ? html` <small class="critical">${words.criticalOne}</small>` : null}</span></summary>
${why === "" ? null : html`<p class="why">${visibleText(why)}</p>`}
${evidence(reader, score, numbers)}
${instead === "" || score.outcome._tag === "Met" ? null : html`<div class="instead"><h4>${words.insteadSay}</h4><p>${visibleText(instead)}</p></div>`}
<p class="meta">${ruleLink(reader, rule, rule.id)} · ${words.weight} ${reader.points(rule.weight)} · ${words.deciders[score.decidedBy]}</p></details>`
}

function credit({ outcome }: Score): number | null {
  return "credit" in outcome ? outcome.credit : null
}

function ruleLink(reader: Reader, rule: ShownRule, label = reader.say(rule.title)): Html {
  return html`<a href="${reader.link(address.rule(rule.id))}">${visibleText(label)}</a>`
}

function evidence(reader: Reader, score: Score, numbers: Numbers): Html {
  if (score.findings.length === 0) return html``
  const { words } = reader
  return html`<ol class="evidence">${score.findings.map((finding) => {
    const number = numbers.get(finding) ?? 0
    const note = finding.note === null ? null : html` <small class="note">${visibleText(reader.say(noteWords(finding.note)))}</small>`
    const back = (content: Html) => html`<a class="ref ${finding.bearing}" href="#finding-${number}" aria-label="${words.findingNumber(String(number))}">${content}</a>`
    const bearing = html`<small class="bearing ${finding.bearing}">${words.bearings[finding.bearing]}</small>`
    if (finding._tag === "Said") {
      return html`<li id="about-${number}" data-finding="${number}">${back(html`${number}`)} <div><q>${shortened(finding.quote)}</q> ${bearing} <small><a href="#turn-${finding.turn}">${words.turn(reader.count(finding.turn))}</a></small>${note}</div></li>`
    }
    const { from, to } = finding.window
    return html`<li id="about-${number}" data-finding="${number}" data-from="${from}" data-to="${to}">${finding.bearing === "for" ? html`<span class="ref for">${number}</span>` : back(html`∅ ${number}`)} <div>${bearing}${note}${absence(reader, finding)}</div></li>`
  })}</ol>`
}

/** A quote may be a whole turn, which stands in the conversation. */
function shortened(quote: string): Html {
  const piece = excerpt(quote, 0, quote.length, quoteShown / 4)
  return html`${visibleText(piece.quote)}${piece.cutAfter ? "…" : null}`
}
