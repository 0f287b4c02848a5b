import { html } from "hono/html"
import type { Quality } from "../../schemas/Rubric.ts"
import { enoughEvidence } from "../../pipeline/store/Advice.ts"
import { address } from "../Address.ts"
import { agentId, agentLabel, agentName } from "../parts/AgentName.ts"
import { bandWord } from "../parts/BandWord.ts"
import type { Html } from "../parts/Html.ts"
import { momentQuote } from "../parts/MomentQuote.ts"
import { outcomeSign, outcomeWord } from "../parts/OutcomeWord.ts"
import { periodChooser } from "../parts/PeriodChooser.ts"
import { otherAngles } from "../parts/OtherAngles.ts"
import { pointsWithInterval } from "../parts/PointsWithInterval.ts"
import { qualityChooser } from "../parts/QualityChooser.ts"
import { ruleTable } from "../parts/RuleTable.ts"
import { transcriptList } from "../parts/TranscriptList.ts"
import { trendChart } from "../parts/TrendChart.ts"
import { visibleText } from "../parts/VisibleText.ts"
import type { AgentStory } from "../questions/AgentStory.ts"
import { transcriptsAPage, type TranscriptsPage } from "../questions/AgentTranscripts.ts"
import type { ShownRubric } from "../questions/ShownRubric.ts"
import type { Reader } from "../Reader.ts"
import { layout } from "./Layout.ts"

/** What a coach opens before a one-on-one. */
export function agentPage(reader: Reader, rubric: ShownRubric, story: AgentStory): Html {
  const { words } = reader
  const { agent, shown, record, quality } = story
  const path = address.agent(agent.id)
  const query = { period: shown.period, start: shown.start, quality, page: story.transcripts.page === 1 ? null : String(story.transcripts.page) }
  const { card } = record
  const body = html`<header class="lead"><div><p class="eyebrow">${words.agentEyebrow}</p><h1>${agentName(reader, agent)}${agentId(agent)}</h1></div>
${periodChooser(reader, path, shown, { quality })}</header>
${card === null ? html`<p class="empty">${story.transcripts.all === 0 ? words.emptyPeriod : words.noCard}</p>` : html`
<section class="summary"><div class="card"><p class="label">${words.points}</p>${pointsWithInterval(reader, card, rubric.passMark, false)}
<p class="facts"><span>${bandWord(reader, rubric, card.band)}</span><span>${words.passed(reader.count(card.passed), reader.count(card.scored))}</span><span>${words.ofTranscripts(reader.count(card.scored), reader.count(card.transcripts))}</span>${
    card.criticalBreaches === 0 ? null : html`<a class="critical" href="#${story.critical.length > 0 ? "critical" : "focus"}">${words.critical(reader.count(card.criticalBreaches))}</a>`
  }</p></div>
<figure class="chart"><figcaption>${words.trendByWeek}${rubric.passMark === null ? null : html` · ${words.dashedPassMark(reader.points(rubric.passMark))}`}</figcaption>${trendChart(reader, record.weeks, rubric.passMark)}</figure></section>
${story.rollups === null ? null : qualityChooser(reader, path, { ...query, page: null }, story.rollups.qualities, quality)}
<div class="coaching">${focusSection(reader, story)}${strengthsSection(reader, story)}</div>
${story.critical.length === 0 ? null : html`<section id="critical"><h2>${words.criticalTitle}</h2>${story.critical.map((moment) => html`<div class="critical-moment"><h3>${ruleTitle(reader, rubric, moment.rule)}</h3>${momentQuote(reader, moment, agent.id)}</div>`)}</section>`}
<section><h2>${quality === null ? words.allRules : reader.rollups.onlyQuality(reader.rollups.qualities[quality])}</h2>${ruleTable(reader, quality === null ? rubric : ofQuality(rubric, quality), card.sections, record.rules)}</section>
${story.rollups === null ? null : otherAngles(reader, rubric, story.rollups)}`}
${story.transcripts.all === 0 ? null : html`<section><h2 id="transcripts">${words.transcripts} <span class="sum">${reader.count(story.transcripts.all)}</span></h2>${transcriptList(reader, rubric, story.transcripts.listed, agent.id)}${pager(reader, path, query, story.transcripts)}</section>`}`
  return layout(reader, { title: agentLabel(reader, agent), under: "team", here: { path, query }, rubric, body })
}

/** The rubric with the rules of one quality, and the sections that have any. */
function ofQuality(rubric: ShownRubric, quality: Quality): ShownRubric {
  const sections = rubric.sections.map((section) => ({ ...section, rules: section.rules.filter((rule) => rule.quality === quality) }))
  return { ...rubric, sections: sections.filter(({ rules }) => rules.length > 0) }
}

function focusSection(reader: Reader, { focus, agent }: AgentStory): Html {
  const { words } = reader
  if (focus === null) {
    return html`<section class="focus none" id="focus"><h2>${words.focus}</h2><p>${words.noFocus}</p><p class="note">${words.noFocusWhy(reader.count(enoughEvidence.applicable), reader.count(enoughEvidence.lost))}</p></section>`
  }
  const { rule, count } = focus
  return html`<section class="focus" id="focus"><h2>${words.focus}</h2>
<h3><a href="${reader.link(address.rule(rule.id))}">${visibleText(reader.say(rule.title))}</a></h3>
<p class="facts">${([["Breached", count.breached], ["Partly", count.partly], ["Met", count.met]] as const).map(([outcome, times]) =>
    times === 0 ? null : html`<span>${outcomeWord(reader, outcome)} ${reader.count(times)}</span>`
  )}<span>${words.count(reader.count(count.applicable))}</span>${count.estimate === null ? null : html`<span>${words.estimate} ${reader.percent(count.estimate.value)} <small>(${words.interval(reader.percent(count.estimate.low), reader.percent(count.estimate.high))})</small></span>`}</p>
${reader.say(rule.instead) === "" ? null : html`<div class="instead"><h4>${words.insteadSay}</h4><p>${visibleText(reader.say(rule.instead))}</p></div>`}
${reader.say(rule.why) === "" ? null : html`<div class="why"><h4>${words.focusWhy}</h4><p>${visibleText(reader.say(rule.why))}</p></div>`}
${focus.moments.length === 0 ? null : html`<h4>${words.momentsTitle}</h4>${focus.moments.map((moment) => momentQuote(reader, moment, agent.id))}`}</section>`
}

function strengthsSection(reader: Reader, { strengths, agent }: AgentStory): Html {
  const { words } = reader
  return html`<section class="strengths"><h2>${words.strengths}</h2>${strengths.length === 0 ? html`<p class="note">${words.noStrengths}</p>` : null}
${strengths.map(({ rule, count, moments }) => html`<article><h3><a href="${reader.link(address.rule(rule.id))}">${visibleText(reader.say(rule.title))}</a></h3>
<p class="facts"><span>${outcomeSign("Met")}${words.strengthCount(reader.count(count.met), reader.count(count.applicable))}</span></p>${moments.map((moment) => momentQuote(reader, moment, agent.id))}</article>`)}</section>`
}

function ruleTitle(reader: Reader, rubric: ShownRubric, id: string): Html {
  const rule = rubric.rules.get(id)
  return html`<a href="${reader.link(address.rule(id))}">${visibleText(rule === undefined ? id : reader.say(rule.title))}</a>`
}

function pager(reader: Reader, path: string, query: Readonly<Record<string, string | null>>, { page, all }: TranscriptsPage): Html {
  const pages = Math.max(1, Math.ceil(all / transcriptsAPage))
  if (pages === 1) return html``
  const { words } = reader
  const to = (other: number, label: string) => html`<a href="${reader.link(path, { ...query, page: other === 1 ? null : other })}#transcripts">${label}</a>`
  return html`<p class="pager">${page > 1 ? to(page - 1, words.newer) : html`<span></span>`}<span>${words.pageOf(reader.count(page), reader.count(pages))}</span>${page < pages ? to(page + 1, words.older) : html`<span></span>`}</p>`
}
