import { html } from "hono/html"
import { address } from "../Address.ts"
import { agentId, agentLabel, agentName } from "../parts/AgentName.ts"
import { contactReasons } from "../parts/ContactReasons.ts"
import { bandWord } from "../parts/BandWord.ts"
import type { Html } from "../parts/Html.ts"
import { periodChooser } from "../parts/PeriodChooser.ts"
import { pointsWithInterval } from "../parts/PointsWithInterval.ts"
import { sparkline, type TrendSpan, trendSpan } from "../parts/TrendChart.ts"
import { visibleText } from "../parts/VisibleText.ts"
import type { ShownPeriod } from "../questions/ShownPeriod.ts"
import type { ShownRubric } from "../questions/ShownRubric.ts"
import type { Team, TeamBreach, TeamMember } from "../questions/Team.ts"
import type { Reader } from "../Reader.ts"
import { layout } from "./Layout.ts"

export type TeamOrder = "name" | "points"

/** Below this many scored transcripts an agent's points stand apart from the others'. */
const few = 5

/** Everybody's scorecards for a period. Nobody is ranked: names are in order unless the reader asks for points. */
export function teamPage(reader: Reader, rubric: ShownRubric, shown: ShownPeriod, team: Team, order: TeamOrder): Html {
  const { words } = reader
  const enough = ordered(reader, team.members.filter((member) => member.scored >= few), order)
  const rest = ordered(reader, team.members.filter((member) => member.scored < few), order)
  const total = (of: "transcripts" | "scored" | "passed") => reader.count(team.members.reduce((sum, member) => sum + member[of], 0))
  const span = trendSpan(team.members.flatMap(({ weeks }) => weeks))
  const query = { period: shown.period, start: shown.start, order: order === "name" ? null : order }
  const body = html`<header class="lead"><div><h1>${words.teamTitle}</h1>
<p class="facts"><span>${words.teamLead(reader.count(team.members.length))}</span><span>${words.ofTranscripts(total("scored"), total("transcripts"))}</span><span>${words.passed(total("passed"), total("scored"))}</span></p></div>
${periodChooser(reader, address.team, shown, { order: query.order })}</header>
${team.members.length === 0 ? html`<p class="empty">${words.emptyPeriod}</p>` : null}
${enough.length === 0 ? null : html`<section aria-label="${words.teamTitle}">
<div class="tools"><p class="order">${words.orderBy}${words.colon}${(["name", "points"] as const).map(
    (by) => html`<a href="${reader.link(address.team, { ...query, order: by === "name" ? null : by })}"${by === order ? html` aria-current="true"` : null}>${by === "name" ? words.byName : words.byPoints}</a>`
  )}</p>
${order === "points" && overlapping(enough) ? html`<p class="caution">${words.overlapNote}</p>` : null}</div>
${table(reader, rubric, enough, { query, span, weak: false })}</section>`}
${rest.length === 0 ? null : html`<section class="few"><h2>${words.fewTitle}</h2><p class="note">${words.fewNote(reader.count(few))}</p>
${table(reader, rubric, rest, { query, span, weak: true })}</section>`}
${team.unnamed === 0 ? null : html`<p class="note unnamed"><a href="${reader.link(address.agent(null), { period: "all" })}">${words.unnamedTranscripts(reader.count(team.unnamed))}</a></p>`}
${team.members.length === 0 ? null : html`<section><h2>${words.breachesTitle}</h2>${breaches(reader, rubric, team.breaches)}</section>`}
${team.members.length === 0 ? null : html`<section><h2>${reader.rollups.reasonsTitle}</h2>${contactReasons(reader, team.reasons)}</section>`}`
  return layout(reader, { title: words.teamTitle, under: "team", here: { path: address.team, query }, rubric, body })
}

function ordered(reader: Reader, members: ReadonlyArray<TeamMember>, order: TeamOrder): ReadonlyArray<TeamMember> {
  const byName = (a: TeamMember, b: TeamMember) => reader.compare(agentLabel(reader, a), agentLabel(reader, b))
  return members.toSorted((a, b) => (order === "points" ? (b.points ?? -1) - (a.points ?? -1) : 0) || byName(a, b))
}

/** Does any interval reach into that of the next agent in order of points? */
function overlapping(members: ReadonlyArray<TeamMember>): boolean {
  return members.slice(1).some((member, index) => (member.high ?? 100) >= (members[index]?.low ?? 0))
}

function table(
  reader: Reader,
  rubric: ShownRubric,
  members: ReadonlyArray<TeamMember>,
  look: { readonly query: { readonly period: string; readonly start: string | null }; readonly span: TrendSpan | null; readonly weak: boolean }
): Html {
  const { query: { period, start }, span, weak } = look
  const { words } = reader
  const sections = rubric.sections
  return html`<table class="team"><thead><tr><th scope="col" class="agent">${words.agent}</th><th scope="col" class="points-column">${words.points}</th><th scope="col" class="band-column">${words.band}</th>${sections.map(
    (section) => html`<th scope="col" class="number">${visibleText(reader.say(section.title))}</th>`
  )}<th scope="col" class="trend-column">${words.trend}</th></tr></thead>
<tbody>${members.map((member) => html`<tr>
<th scope="row"><a href="${reader.link(address.agent(member.id), { period, start })}">${agentName(reader, member)}</a>${agentId(member)}</th>
<td data-label="${words.points}">${pointsWithInterval(reader, member, rubric.passMark, weak)}</td>
<td data-label="${words.band}">${weak ? html`<span class="quiet">–</span>` : bandWord(reader, rubric, member.band)}<small>${words.passed(reader.count(member.passed), reader.count(member.scored))}</small>${
    member.criticalBreaches === 0 ? null : html`<small class="critical">${words.critical(reader.count(member.criticalBreaches))}</small>`
  }</td>
${sections.map((section) => {
    const counted = member.sections.find((other) => other.section === section.id)
    return counted?.points == null
      ? html`<td class="number blank"><span class="quiet">–</span></td>`
      : html`<td class="number" data-label="${reader.say(section.title)}">${reader.points(counted.points)}<small>${words.count(reader.count(counted.transcripts))}</small></td>`
  })}
<td${member.weeks.length === 0 ? html` class="blank"` : null} data-label="${words.trend}">${sparkline(reader, member.weeks, span)}</td></tr>`)}</tbody></table>`
}

function breaches(reader: Reader, rubric: ShownRubric, rows: ReadonlyArray<TeamBreach>): Html {
  const { words } = reader
  if (rows.length === 0) return html`<p class="note">${words.noBreaches}</p>`
  return html`<ol class="breaches">${rows.map((row) => {
    const rule = rubric.rules.get(row.rule)
    const share = row.applicable === 0 ? 0 : row.breached / row.applicable
    return html`<li><a href="${reader.link(address.rule(row.rule))}">${rule === undefined ? row.rule : visibleText(reader.say(rule.title))}</a>
<svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="6"/><rect class="part" width="${(share * 100).toFixed(1)}" height="6"/></svg>
<span class="facts"><span>${words.breachCount(reader.count(row.breached), reader.count(row.applicable))}</span><span>${words.breachAgents(reader.count(row.agents))}</span></span></li>`
  })}</ol>`
}
