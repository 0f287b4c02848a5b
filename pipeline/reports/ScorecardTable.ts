import type { Rubric } from "../../schemas/Rubric.ts"
import type { Scorecard, SectionCount } from "../../schemas/Scorecard.ts"
import type { Language } from "../Settings.ts"
import { type Cell, table } from "../Table.ts"
import type { Look, Style } from "../Terminal.ts"
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

const starts = { week: "week from", month: "month", all: "period" } as const

/** Cards of one rubric, one row each; every mean stands beside the number of transcripts it comes from. */
export const renderScorecards = (cards: ReadonlyArray<Omit<Scorecard, "rules">>, rubric: Rubric, language: Language, look: Look): string => {
  const period = starts[cards[0]?.period ?? "all"]
  const head = ["agent", period, "transcripts", "points [95 %] (scored)", "band", "passed", "critical", ...rubric.sections.map(({ title }) => title[language])]
  const rows = cards.map((card): ReadonlyArray<Cell> => [
    agentLabel(card),
    card.period === "week" && card.periodStart !== null ? card.periodStart : periodLabel(card),
    card.transcripts,
    `${pointsWithInterval(card)} (${card.scored})`,
    bandCell(rubric, card.band, card.points, language),
    `${card.passed} of ${card.scored}`,
    card.criticalBreaches,
    ...rubric.sections.map(({ id }) => sectionCell(card.sections.find(({ section }) => section === id)))
  ])
  return table(head, rows, look, 2)
}

/** How to read the table; for people, not for pipes. */
export const scorecardLegend = (rubric: Rubric): string =>
  `Points 0–100, passed from ${rubric.passMark}. [ ] is the 95 % interval of the mean, which takes two scored transcripts; (n) is how many transcripts a mean comes from.`
