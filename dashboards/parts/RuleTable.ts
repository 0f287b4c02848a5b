import { html } from "hono/html"
import type { RuleCount, SectionCount } from "../../schemas/Scorecard.ts"
import { address } from "../Address.ts"
import type { ShownRubric, ShownRule } from "../questions/ShownRubric.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"
import { intervalBar } from "./IntervalBar.ts"
import { outcomeSign } from "./OutcomeWord.ts"
import { visibleText } from "./VisibleText.ts"

const outcomes = [["Met", "met"], ["Partly", "partly"], ["Breached", "breached"], ["NotApplicable", "notApplicable"], ["Unscored", "unscored"]] as const

/** Every rule of the rubric under its section: how often it applied, how that went, and what may be said of it. */
export function ruleTable(reader: Reader, rubric: ShownRubric, sections: ReadonlyArray<SectionCount>, rules: ReadonlyArray<RuleCount>): Html {
  const { words } = reader
  const counts = new Map(rules.map((count) => [count.rule, count]))
  return html`<table class="rules"><thead><tr><th scope="col">${words.rule}</th><th scope="col" class="number">${words.applied}</th>${outcomes.map(
    ([outcome]) => html`<th scope="col" class="number">${words.outcomes[outcome]}</th>`
  )}<th scope="col">${words.estimateWithInterval}</th></tr></thead>
${rubric.sections.map((section) => {
    const points = sections.find((other) => other.section === section.id)
    return html`<tbody><tr class="section"><th scope="rowgroup" colspan="${outcomes.length + 2}">${visibleText(reader.say(section.title))} <span class="sum">${points?.points == null
      ? words.sectionEmpty
      : html`<strong>${reader.points(points.points)}</strong> ${words.count(reader.count(points.transcripts))}`}</span></th><td></td></tr>
${section.rules.filter((rule) => !isIdle(counts.get(rule.id))).map((rule) => {
      const count = counts.get(rule.id)
      const estimate = count?.estimate ?? null
      return html`<tr${estimate === null ? html` class="idle"` : null}><th scope="row"><a href="${reader.link(address.rule(rule.id))}">${visibleText(reader.say(rule.title))}</a></th>
<td class="number" data-label="${words.applied}">${reader.count(count?.applicable ?? 0)}</td>${outcomes.map(([outcome, key]) => {
        const value = count?.[key] ?? 0
        return html`<td class="number${value === 0 ? " zero" : ""}" data-label="${words.outcomes[outcome]}">${value > 0 && outcome === "Breached" ? outcomeSign(outcome) : null}${reader.count(value)}</td>`
      })}
<td class="estimate" data-label="${words.estimate}">${estimate === null
        ? html`<span class="quiet">${words.never}</span>`
        : html`${intervalBar({ value: estimate.value, interval: estimate, mark: null, label: `${reader.percent(estimate.value)}${words.comma}${words.interval(reader.percent(estimate.low), reader.percent(estimate.high))}` })}<span>${reader.percent(estimate.value)} <small>${reader.percent(estimate.low)}–${reader.percent(estimate.high)}, ${words.count(reader.count(count?.applicable ?? 0))}</small></span>`}</td></tr>`
    })}${neverApplied(reader, section.rules.filter((rule) => isIdle(counts.get(rule.id))))}</tbody>`
  })}</table>`
}

function isIdle(count: RuleCount | undefined): boolean {
  return count === undefined || count.applicable + count.unscored === 0
}

/** Rules that nothing called for, on one line: they tell nothing of the agent. */
function neverApplied(reader: Reader, rules: ReadonlyArray<ShownRule>): Html | null {
  if (rules.length === 0) return null
  const { words } = reader
  return html`<tr class="never"><td colspan="${outcomes.length + 3}">${words.never}${words.colon}${rules.map(
    (rule, index) => html`${index === 0 ? null : words.semicolon}<a href="${reader.link(address.rule(rule.id))}">${visibleText(reader.say(rule.title))}</a>`
  )}</td></tr>`
}
