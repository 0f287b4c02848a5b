import type { Scorecard } from "../../schemas/Scorecard.ts"
import { type CsvValue, toCsv } from "./Csv.ts"

/** Cards as CSV, one row each; sections (by id) as two columns, their mean points and the number of transcripts. */
export const scorecardCsv = (cards: ReadonlyArray<Omit<Scorecard, "rules">>, sections: ReadonlyArray<string>): string => {
  const head = ["agent", "agent_name", "period", "period_start", "transcripts", "scored", "points", "points_low", "points_high", "points_spread",
    "band", "passed", "critical_breaches", "rubric", ...sections.flatMap((id) => [`${id}_points`, `${id}_transcripts`])]
  const rows = cards.map((card): ReadonlyArray<CsvValue> => [
    card.agent,
    card.agentName,
    card.period,
    card.periodStart,
    card.transcripts,
    card.scored,
    card.points,
    card.interval?.low ?? null,
    card.interval?.high ?? null,
    card.spread,
    card.band,
    card.passed,
    card.criticalBreaches,
    card.rubric,
    ...sections.flatMap((id) => {
      const section = card.sections.find((each) => each.section === id)
      return [section?.points ?? null, section?.transcripts ?? 0]
    })
  ])
  return toCsv([head, ...rows])
}
