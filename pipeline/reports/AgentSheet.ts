import type { Rubric } from "../../schemas/Rubric.ts"
import type { RuleCount, Scorecard } from "../../schemas/Scorecard.ts"
import type { Language } from "../Settings.ts"
import { table, tableFits } from "../Table.ts"
import { harmlessLine, type Look, styled } from "../Terminal.ts"
import { count, estimateWithInterval, points, pointsWithInterval } from "./Figures.ts"
import { enough, focus, records, type RuleRecord, strengths } from "./Focus.ts"
import { momentLine } from "./MomentLine.ts"
import type { Moment } from "./Moments.ts"
import { periodLabel } from "./Period.ts"
import { agentLabel, renderScorecards } from "./ScorecardTable.ts"

const strengthsShown = 3

/**
 * What a coach needs of one agent's card: totals, sections, every rule with its counts, what goes well, the one thing to
 * work on with `quotes` that show it. `others` are the agent's cards of other periods, for the course of time.
 */
export const renderAgentSheet = (
  card: Scorecard,
  { language, look, others, quotes, rubric }: {
    readonly rubric: Rubric
    readonly quotes: ReadonlyArray<Moment>
    readonly others: ReadonlyArray<Scorecard>
    readonly language: Language
    readonly look: Look
  }
): string => {
  const parts = [
    heading(card, rubric, language, look),
    table(
      ["section", "points", "transcripts"],
      rubric.sections.map(({ id, title }) => {
        const section = card.sections.find((each) => each.section === id)
        return [title[language], points(section?.points ?? null), section?.transcripts ?? 0]
      }),
      look
    ),
    rules(card, rubric, language, look),
    goesWell(strengths(rubric, card.rules).slice(0, strengthsShown), language, look),
    toWorkOn(focus(rubric, card.rules), quotes, language, look)
  ]
  if (others.length > 1) parts.push(`${styled("bold", "Over time", look)}\n${renderScorecards(others, rubric, language, look)}`)
  return parts.join("\n\n")
}

const heading = (card: Scorecard, rubric: Rubric, language: Language, look: Look): string => {
  const title = `${harmlessLine(agentLabel(card))} · ${periodLabel(card)} · rubric ${harmlessLine(rubric.name)} ${card.rubric}`
  const band = rubric.bands.find(({ id }) => id === card.band)?.title[language]
  const facts = [
    `${count(card.transcripts, "transcript")}, ${card.scored} scored`,
    card.points === null ? "no rule applied, so there are no points" : `${pointsWithInterval(card)} points of 100`,
    ...(band === undefined ? [] : [harmlessLine(band)]),
    ...(card.scored === 0 ? [] : [`${card.passed} of ${card.scored} passed (from ${rubric.passMark})`]),
    ...(card.criticalBreaches === 0 ? [] : [styled("red", `${count(card.criticalBreaches, "transcript")} with a critical breach`, look)])
  ]
  return `${styled("bold", title, look)}\n${facts.join(" · ")}`
}

const rules = (card: Scorecard, rubric: Rubric, language: Language, look: Look): string => {
  const head = ["rule", "n", "met", "partly", "breached", "n.a.", "unscored", "estimate [95 %]"]
  const rows = records(rubric, card.rules).map(({ count: counted, rule }) => [
    `${rule.title[language]}${rule.critical === null ? "" : " !"}${rule.bonus ? " +" : ""}`,
    counted.applicable,
    counted.met,
    counted.partly,
    counted.breached,
    counted.notApplicable,
    counted.unscored,
    estimateWithInterval(counted),
    rule.id
  ])
  const withIds = [...head, "id"]
  // On a narrow terminal titles matter more than ids.
  const printed = tableFits(withIds, rows, look) ? table(withIds, rows, look) : table(head, rows.map((row) => row.slice(0, -1)), look)
  return look.terminal ? `${printed}\n${styled("dim", "n: how often the rule applied; ! critical; + bonus; n.a. and unscored count for nothing.", look)}` : printed
}

const share = (counted: RuleCount): string => `${estimateWithInterval(counted)} of ${counted.applicable}`

const goesWell = (best: ReadonlyArray<RuleRecord>, language: Language, look: Look): string =>
  [
    styled("bold", "Goes well", look),
    ...(best.length === 0
      ? [`  No rule applied ${enough.applicable} times or more and earned most of its credit.`]
      : best.map((record) => `  ${styled("green", "✓", look)} ${harmlessLine(record.rule.title[language])}: ${share(record.count)}`))
  ].join("\n")

const toWorkOn = (worst: RuleRecord | null, quotes: ReadonlyArray<Moment>, language: Language, look: Look): string => {
  const title = styled("bold", "The one thing to work on", look)
  if (worst === null) return `${title}\n  Nothing stands out: no rule that applied ${enough.applicable} times or more was broken ${enough.lost} times.`
  const { count: counted, rule } = worst
  return [
    title,
    `  ${styled("red", "✗", look)} ${harmlessLine(rule.title[language])} (${rule.id}): ${share(counted)} — ${counted.met} met, ${counted.partly} partly, ${counted.breached} breached`,
    `  Why: ${harmlessLine(rule.why[language])}`,
    `  Say instead: ${styled("green", harmlessLine(rule.instead[language]), look)}`,
    ...quotes.map((moment) => `  › ${momentLine(moment, look)}`)
  ].join("\n")
}
