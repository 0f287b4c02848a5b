import type { Rubric } from "../../schemas/Rubric.ts"
import type { Scorecard, SectionCount } from "../../schemas/Scorecard.ts"
import type { Language } from "../Settings.ts"
import { type Cell, type Look, type Style, styled, table, tableWidth } from "../Terminal.ts"
import { absent, points, pointsWithInterval } from "./Figures.ts"
import { periodLabel } from "./Period.ts"

/** What people call an agent, with what the input calls them. */
export const agentLabel = ({ agent, agentName }: Pick<Scorecard, "agent" | "agentName">): string =>
  agent === null ? "(not named)" : agentName === null || agentName === agent ? agent : `${agent} ${agentName}`

/** The title of a band, coloured by whether its points pass. */
export const bandCell = (rubric: Rubric, band: string | null, mean: number | null, language: Language): Cell => {
  if (band === null || mean === null) return absent
  const style: Style = mean >= rubric.passMark ? "green" : "red"
  return { text: rubric.bands.find(({ id }) => id === band)?.title[language] ?? band, style }
}

/** Mean points of a section with the number of transcripts they are the mean of. */
const sectionCell = (section: SectionCount | undefined): string =>
  section === undefined || section.points === null ? absent : `${points(section.points)} (${section.transcripts})`

/**
 * Cards of one rubric, one row each; every mean stands beside the number of transcripts it comes from. Where a terminal is too
 * narrow, the sections get a table of their own.
 */
export const renderScorecards = (cards: ReadonlyArray<Omit<Scorecard, "rules">>, rubric: Rubric, language: Language, look: Look): string => {
  const who = ["agent", cards[0]?.period ?? "period"]
  const totals = ["transcripts", "scored", "points [95 %]", "band", "passed", "critical"]
  const titles = rubric.sections.map((section) => section.title[language])
  const rows = cards.map((card) => ({
    who: [agentLabel(card), periodLabel(card)],
    totals: [
      card.transcripts,
      card.scored,
      pointsWithInterval(card),
      bandCell(rubric, card.band, card.points, language),
      `${card.passed} of ${card.scored}`,
      card.criticalBreaches
    ],
    sections: rubric.sections.map(({ id }) => sectionCell(card.sections.find(({ section }) => section === id)))
  }))
  const whole = table([...who, ...totals, ...titles], rows.map((row) => [...row.who, ...row.totals, ...row.sections]), look)
  if (tableWidth(whole) <= look.columns) return whole
  return [
    table([...who, ...totals], rows.map((row) => [...row.who, ...row.totals]), look),
    styled("bold", "Mean points of the sections (transcripts)", look),
    table([...who, ...titles], rows.map((row) => [...row.who, ...row.sections]), look)
  ].join("\n")
}

/** How to read the table; for people, not for pipes. */
export const scorecardLegend = (rubric: Rubric): string =>
  `Points 0–100, passed from ${rubric.passMark}. [ ] is the 95 % interval of the mean, which takes two scored transcripts; (n) counts transcripts.`
