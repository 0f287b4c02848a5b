import { html } from "hono/html"
import type { Mark } from "../../schemas/Marks.ts"
import { address } from "../Address.ts"
import type { Html } from "../parts/Html.ts"
import { markedText } from "../parts/MarkedText.ts"
import { outcomeSign } from "../parts/OutcomeWord.ts"
import { ruleTags } from "../parts/RuleTags.ts"
import { visibleText } from "../parts/VisibleText.ts"
import type { ShownRubric, ShownRule } from "../questions/ShownRubric.ts"
import type { RuleExample } from "../questions/StoredDefinition.ts"
import type { Reader } from "../Reader.ts"
import { layout } from "./Layout.ts"

/** One rule: what it is, why, what to say instead, where it comes from, and the examples it was tried on. */
export function rulePage(reader: Reader, rubric: ShownRubric, rule: ShownRule): Html {
  const { words } = reader
  const section = rubric.sections.find(({ id }) => id === rule.section)
  const why = reader.say(rule.why)
  const instead = reader.say(rule.instead)
  const body = html`<article class="rule"><header class="lead"><div><p class="eyebrow">${section === undefined ? null : visibleText(reader.say(section.title))}</p>
<h1>${visibleText(reader.say(rule.title))}</h1>${ruleTags(reader, rule)}</div></header>
${why === "" ? null : html`<h2>${words.focusWhy}</h2><p class="prose">${visibleText(why)}</p>`}
${instead === "" ? null : html`<div class="instead"><h2>${words.insteadSay}</h2><p>${visibleText(instead)}</p></div>`}
${rule.examples.length === 0 ? null : exampleSection(reader, rule.examples)}
<dl class="about">${rule.source === "" ? null : html`<dt>${words.source}</dt><dd>${visibleText(rule.source)}</dd>`}${rule.kind === null ? null : html`<dt>${words.kind}</dt><dd><code>${visibleText(rule.kind)}</code></dd>`}</dl>
<p><a href="${reader.link(address.rulebook)}">‹ ${words.backToRules}</a></p></article>`
  return layout(reader, { title: reader.say(rule.title), under: "rulebook", here: { path: address.rule(rule.id), query: {} }, rubric, body })
}

const outcomes = { breach: "Breached", partly: "Partly", ok: "Met", notApplicable: "NotApplicable", unscored: "Unscored" } as const

const shownOfAKind = 2

/** What breaches the rule first; a few of each kind, and the rest folded away. */
function exampleSection(reader: Reader, examples: ReadonlyArray<RuleExample>): Html {
  const kinds = Object.keys(outcomes).map((kind) => examples.filter(({ shows }) => shows === kind))
  const rest = kinds.flatMap((kind) => kind.slice(shownOfAKind))
  const figures = (some: ReadonlyArray<RuleExample>) => html`<div class="examples">${some.map((example) => exampleFigure(reader, example))}</div>`
  return html`<h2>${reader.words.examples}</h2>${figures(kinds.flatMap((kind) => kind.slice(0, shownOfAKind)))}${
    rest.length === 0 ? null : html`<details class="more"><summary>${reader.words.moreExamples(reader.count(rest.length))}</summary>${figures(rest)}</details>`
  }`
}

function exampleFigure(reader: Reader, example: RuleExample): Html {
  const lines = example.dialogue.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "")
  return html`<figure class="example ${outcomes[example.shows]}"><figcaption>${outcomeSign(outcomes[example.shows])} ${reader.words.exampleKinds[example.shows]}</figcaption>
<blockquote>${lines.map((line) => html`<p dir="auto">${markedText(line, quoted(line, example), () => html``)}</p>`)}</blockquote></figure>`
}

function quoted(line: string, { quote, shows }: RuleExample): ReadonlyArray<Mark> {
  const start = quote === null || quote === "" ? -1 : line.indexOf(quote)
  return start < 0 || quote === null ? [] : [{ number: null, bearing: shows === "ok" ? "for" : "against", start, end: start + quote.length }]
}
