import { opinionWords } from "../../schemas/OpinionWords.ts"
import type { Rollups } from "../../schemas/Rollups.ts"
import { rollupWords } from "../../schemas/RollupWords.ts"
import type { Quality, Rubric, RubricRule } from "../../schemas/Rubric.ts"
import type { RuleCount, Scorecard } from "../../schemas/Scorecard.ts"
import type { Language } from "../Settings.ts"
import { enoughEvidence, records } from "../store/Advice.ts"
import type { AgentAdvice, Quoted } from "../store/ReadAdvice.ts"
import type { Moment } from "../store/ReadMoments.ts"
import { allOpinions, type OpinionCount } from "../store/ReadOpinions.ts"
import { table, tableFits } from "../Table.ts"
import { harmlessLine, type Look, styled } from "../Terminal.ts"
import { estimateWithInterval, points, pointsWithInterval } from "./Figures.ts"
import { adviceLines } from "./FindingLines.ts"
import { momentLine } from "./MomentLine.ts"
import { periodLabel } from "./Period.ts"
import { rollupParts } from "./RollupLines.ts"
import { agentLabel, renderScorecards } from "./ScorecardTable.ts"
import { type SheetWords, sheetWords } from "./SheetWords.ts"

/**
 * What a coach needs of one agent's card: totals, sections, every rule with its counts, what goes well, the one thing to
 * work on, each with the words that show it. `others` are the agent's cards of other periods, for the course of time.
 */
export const renderAgentSheet = (
  card: Scorecard,
  { advice, language, look, opinions, others, quality, rollups, rubric }: {
    readonly rubric: Rubric
    readonly advice: AgentAdvice<RubricRule>
    readonly opinions: ReadonlyArray<OpinionCount>
    /** Only rules of this quality are on the card and in the advice. */
    readonly quality: Quality | null
    readonly rollups: Rollups
    readonly others: ReadonlyArray<Scorecard>
    readonly language: Language
    readonly look: Look
  }
): string => {
  const words = sheetWords[language]
  const parts = [
    heading(card, rubric, language, look),
    table(
      words.sectionHead,
      rubric.sections.map(({ id, title }) => {
        const section = card.sections.find((each) => each.section === id)
        return [title[language], points(section?.points ?? null), section?.transcripts ?? 0]
      }),
      look
    ),
    `${quality === null ? "" : `${styled("bold", rollupWords[language].onlyQuality(rollupWords[language].qualities[quality]), look)}\n`}${rules(card, rubric, language, look)}`,
    ...(opinions.length === 0 ? [] : [opinionWords[language].onCard(allOpinions(opinions))]),
    goesWell(advice.strengths, language, look),
    toWorkOn(advice.focus, language, look),
    ...rollupParts(rollups, rubric, language, look)
  ]
  if (others.length > 1) parts.push(`${styled("bold", words.overTime, look)}\n${renderScorecards(others, rubric, language, look)}`)
  return parts.join("\n\n")
}

const heading = (card: Scorecard, rubric: Rubric, language: Language, look: Look): string => {
  const words = sheetWords[language]
  const title = `${harmlessLine(agentLabel(card, words))} · ${periodLabel(card, words)} · ${words.rubric} ${harmlessLine(rubric.name)} ${card.rubric}`
  const band = rubric.bands.find(({ id }) => id === card.band)?.title[language]
  const facts = [
    words.transcripts(card.transcripts, card.scored),
    card.points === null ? words.noPointsAtAll : words.pointsOf100(pointsWithInterval(card, words)),
    ...(band === undefined ? [] : [harmlessLine(band)]),
    ...(card.scored === 0 ? [] : [`${words.passed} ${words.passedOf(card.passed, card.scored)}${words.from(rubric.passMark)}`]),
    ...(card.criticalBreaches === 0 ? [] : [styled("red", words.criticalTranscripts(card.criticalBreaches), look)])
  ]
  return `${styled("bold", title, look)}\n${facts.join(" · ")}`
}

const rules = (card: Scorecard, rubric: Rubric, language: Language, look: Look): string => {
  const words = sheetWords[language]
  const all = records(rubric, card.rules)
  const idle = all.filter(({ count: { applicable, unscored } }) => applicable + unscored === 0)
  const rows = all.filter((record) => !idle.includes(record)).map(({ count: counted, rule }) => [
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
  // On a narrow terminal titles matter more than ids.
  const printed = tableFits(words.ruleHead, rows, look)
    ? table(words.ruleHead, rows, look)
    : table(words.ruleHead.slice(0, -1), rows.map((row) => row.slice(0, -1)), look)
  return [
    printed,
    ...(look.terminal ? [styled("dim", words.ruleLegend, look)] : []),
    ...(idle.length === 0 ? [] : [styled("dim", `${words.neverApplied}${words.colon}${idle.map(({ rule }) => title(rule, language)).join(words.semicolon)}`, look)])
  ].join("\n")
}

const quotesShown = 3

const share = (counted: RuleCount, words: SheetWords): string => words.estimateOf(estimateWithInterval(counted), counted.applicable)

const title = ({ title }: RubricRule, language: Language): string => harmlessLine(title[language])

const quotes = (moments: ReadonlyArray<Moment>, language: Language, look: Look): ReadonlyArray<string> =>
  moments.slice(0, quotesShown).map((moment) => `    › ${momentLine(moment, language, look)}`)

const goesWell = (best: ReadonlyArray<Quoted<RubricRule>>, language: Language, look: Look): string => {
  const words = sheetWords[language]
  return [
    styled("bold", words.goesWell, look),
    ...(best.length === 0
      ? [`  ${words.nothingReliable(enoughEvidence.applicable)}`]
      : best.flatMap(({ count, moments, rule }) => [
        `  ${styled("green", "✓", look)} ${title(rule, language)}${words.colon}${share(count, words)}`,
        ...quotes(moments, language, look)
      ]))
  ].join("\n")
}

const toWorkOn = (worst: Quoted<RubricRule> | null, language: Language, look: Look): string => {
  const words = sheetWords[language]
  const head = styled("bold", words.focus, look)
  if (worst === null) return `${head}\n  ${words.noFocus(enoughEvidence.applicable, enoughEvidence.lost)}`
  const { count, moments, rule } = worst
  return [
    head,
    `  ${styled("red", "✗", look)} ${title(rule, language)} (${rule.id})${words.colon}${share(count, words)} — ${words.counts(count.met, count.partly, count.breached)}`,
    ...adviceLines(rule, language, look).map((line) => `    ${line}`),
    ...quotes(moments, language, look)
  ].join("\n")
}
