import { html } from "hono/html"
import { becauseWords } from "../../schemas/Because.ts"
import type { Score } from "../../schemas/Score.ts"
import { address } from "../Address.ts"
import type { ShownRubric, ShownRule } from "../questions/ShownRubric.ts"
import type { AgentAudit, HeardOpinion } from "../questions/TranscriptAudit.ts"
import type { Reader } from "../Reader.ts"
import { evidence, type FindingNumbers } from "./Evidence.ts"
import type { Html } from "./Html.ts"
import { opinionBlock } from "./OpinionBlock.ts"
import { outcomeWord } from "./OutcomeWord.ts"
import { visibleText } from "./VisibleText.ts"

/** Every rule of the rubric with its outcome in this transcript, under its section, what lost most first; what does not count is folded away. */
export function findingsBeside(reader: Reader, rubric: ShownRubric, audit: AgentAudit, numbers: FindingNumbers): Html {
  const { words } = reader
  const scores = new Map(audit.scores.map((score) => [score.rule, score]))
  const opinions = new Map(audit.opinions.map((heard) => [heard.opinion.rule, heard]))
  const block = ({ rule, score }: { readonly rule: ShownRule; readonly score: Score }) => scoreBlock(reader, rule, score, opinions.get(rule.id), numbers)
  return html`${rubric.sections.map((section) => {
    const tally = audit.tally.sections.find((other) => other.section === section.id)
    const known = section.rules.flatMap((rule) => {
      const score = scores.get(rule.id)
      return score === undefined ? [] : [{ rule, score }]
    })
    if (known.length === 0) return null
    const counted = known.filter(({ score }) => credit(score) !== null).toSorted((a, b) => (credit(a.score) ?? 0) - (credit(b.score) ?? 0))
    const uncounted = known.filter(({ score }) => credit(score) === null)
    const opined = uncounted.filter(({ rule }) => isSaid(opinions.get(rule.id)))
    const aside = uncounted.filter(({ rule }) => !isSaid(opinions.get(rule.id)))
    return html`<section class="scores"><h3>${visibleText(reader.say(section.title))} <span class="sum">${
      tally?.points == null ? words.sectionEmpty : words.sectionPoints(reader.points(tally.points), reader.count(tally.weighed))
    }</span></h3>
${counted.map(block)}${opined.map(block)}
${aside.length === 0 ? null : html`<details class="aside"><summary>${(["NotApplicable", "Unscored"] as const).flatMap((outcome) => {
      const count = aside.filter(({ score }) => score.outcome._tag === outcome).length
      return count === 0 ? [] : [html`<span>${words.outcomes[outcome]} ${reader.count(count)}</span> `]
    })}</summary><ul>${aside.map(({ rule, score }) => html`<li>${ruleLink(reader, rule)} ${outcomeWord(reader, score.outcome._tag)}${"because" in score.outcome ? words.because(reader.say(becauseWords(score.outcome.because))) : null}${evidence(reader, score, numbers)}${opinionBlock(reader, opinions.get(rule.id), numbers)}</li>`)}</ul></details>`}</section>`
  })}`
}

/** Opinions that say something stand in the open, whatever they weigh. */
function isSaid(heard: HeardOpinion | undefined): boolean {
  return heard !== undefined && (heard.opinion.state === "given" || heard.opinion.state === "review")
}

function scoreBlock(reader: Reader, rule: ShownRule, score: Score, heard: HeardOpinion | undefined, numbers: FindingNumbers): Html {
  const { words } = reader
  const open = score.outcome._tag !== "Met" || score.findings.some(({ bearing }) => bearing === "against" || bearing === "tentative")
  const why = reader.say(rule.why)
  const instead = reader.say(rule.instead)
  return html`<details class="score ${score.outcome._tag}"${open ? html` open` : null}><summary>${outcomeWord(reader, score.outcome._tag)} <span class="title">${visibleText(reader.say(rule.title))}${
    score.outcome._tag === "Partly" ? html` <small>${words.credit(reader.percent(score.outcome.credit))}</small>` : null
  }${score.outcome._tag === "Breached" && rule.critical !== null ? html` <small class="critical">${words.criticalOne}</small>` : null}</span></summary>
${why === "" ? null : html`<p class="why">${visibleText(why)}</p>`}
${"because" in score.outcome ? html`<p class="quiet">${reader.say(becauseWords(score.outcome.because))}</p>` : null}${evidence(reader, score, numbers)}${opinionBlock(reader, heard, numbers)}
${instead === "" || score.outcome._tag === "Met" || credit(score) === null ? null : html`<div class="instead"><h4>${words.insteadSay}</h4><p>${visibleText(instead)}</p></div>`}
<p class="meta">${ruleLink(reader, rule, rule.id)} · ${words.weight} ${reader.points(rule.weight)} · ${words.deciders[score.decidedBy]}</p></details>`
}

function credit({ outcome }: Score): number | null {
  return "credit" in outcome ? outcome.credit : null
}

function ruleLink(reader: Reader, rule: ShownRule, label = reader.say(rule.title)): Html {
  return html`<a href="${reader.link(address.rule(rule.id))}">${visibleText(label)}</a>`
}
