import type { Rubric } from "../../schemas/Rubric.ts"
import type { Scorecard, SectionCount } from "../../schemas/Scorecard.ts"
import type { Language } from "../Settings.ts"
import { type Cell, table } from "../Table.ts"
import type { Look, Style } from "../Terminal.ts"
import { absent, points, pointsWithInterval } from "./Figures.ts"
import { periodLabel } from "./Period.ts"
import { type SheetWords, sheetWords } from "./SheetWords.ts"

/** What people call an agent, with what the input calls them. */
export const agentLabel = ({ agent, agentName }: Pick<Scorecard, "agent" | "agentName">, words: SheetWords): string =>
  agent === null ? words.notNamed : agentName === null || agentName === agent ? agent : `${agent} ${agentName}`

/** The title of a band, coloured by whether its points pass. */
export const bandCell = (rubric: Rubric, band: string | null, mean: number | null, language: Language): Cell => {
  if (band === null || mean === null) return absent
  const style: Style = mean >= rubric.passMark ? "green" : "red"
  return { text: rubric.bands.find(({ id }) => id === band)?.title[language] ?? band, style }
}

/** Mean points of a section with the number of transcripts they are the mean of. */
const sectionCell = (section: SectionCount | undefined): string =>
  section === undefined || section.points === null ? absent : `${points(section.points)} (${section.transcripts})`

/** Cards of one rubric, one row each; every mean stands beside the number of transcripts it comes from. */
export const renderScorecards = (cards: ReadonlyArray<Omit<Scorecard, "rules">>, rubric: Rubric, language: Language, look: Look): string => {
  const words = sheetWords[language]
  const [agent, ...rest] = words.cardHead
  const head = [agent, words.starts[cards[0]?.period ?? "all"], ...rest, ...rubric.sections.map(({ title }) => title[language])]
  const rows = cards.map((card): ReadonlyArray<Cell> => [
    agentLabel(card, words),
    card.period === "week" && card.periodStart !== null ? card.periodStart : periodLabel(card, words),
    card.transcripts,
    `${pointsWithInterval(card, words)} (${card.scored})`,
    bandCell(rubric, card.band, card.points, language),
    words.passedOf(card.passed, card.scored),
    card.criticalBreaches,
    ...rubric.sections.map(({ id }) => sectionCell(card.sections.find(({ section }) => section === id)))
  ])
  return table(head, rows, look, 2)
}
