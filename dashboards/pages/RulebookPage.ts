import { html } from "hono/html"
import { address } from "../Address.ts"
import type { Html } from "../parts/Html.ts"
import { ruleTags } from "../parts/RuleTags.ts"
import { visibleText } from "../parts/VisibleText.ts"
import type { ShownRubric } from "../questions/ShownRubric.ts"
import type { Reader } from "../Reader.ts"
import { layout } from "./Layout.ts"

/** Every rule of a rubric as it was stored, section by section. */
export function rulebookPage(reader: Reader, rubric: ShownRubric): Html {
  const { words } = reader
  const body = html`<header class="lead"><div><p class="eyebrow"><bdi>${visibleText(rubric.name)}</bdi></p><h1>${words.rulebookTitle}</h1>
<p class="facts"><span>${words.rulebookLead(reader.count(rubric.rules.size), reader.count(rubric.sections.length))}</span>${rubric.passMark === null ? null : html`<span>${words.passMark(reader.points(rubric.passMark))}</span>`}
${rubric.bands.map((band) => html`<span>${visibleText(reader.say(band.title))} ≥ ${reader.points(band.from)}</span>`)}</p></div></header>
${rubric.sections.map((section) => html`<section class="rule-section"><h2>${visibleText(reader.say(section.title))}${section.weight === null ? null : html` <span class="sum">${words.sectionWeight(reader.points(section.weight))}</span>`}</h2>
<ul class="rule-list">${section.rules.map((rule) => html`<li><h3><a href="${reader.link(address.rule(rule.id))}">${visibleText(reader.say(rule.title))}</a></h3>
<p>${visibleText(reader.say(rule.why))}</p>${ruleTags(reader, rule)}</li>`)}</ul></section>`)}`
  return layout(reader, { title: words.rulebookTitle, under: "rulebook", here: { path: address.rulebook, query: {} }, rubric, body })
}
