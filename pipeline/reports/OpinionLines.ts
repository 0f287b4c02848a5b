import { becauseWords } from "../../schemas/Because.ts"
import { opinionWords } from "../../schemas/OpinionWords.ts"
import type { Rubric } from "../../schemas/Rubric.ts"
import type { Language } from "../Settings.ts"
import type { StoredOpinion } from "../store/ReadOpinions.ts"
import { harmlessLine } from "../Terminal.ts"
import { sheetWords } from "./SheetWords.ts"

/** What the model judge says, a line to a rule: its verdict and whether that counts, or why there is none. */
export const opinionLines = (opinions: ReadonlyArray<StoredOpinion>, rubric: Rubric, language: Language): ReadonlyArray<string> => {
  const words = sheetWords[language]
  const said = opinionWords[language]
  return opinions.map(({ because, counts, note, outcome, rule, state }) => {
    const title = rubric.rules.find(({ id }) => id === rule)?.title[language] ?? rule
    const verdict = outcome === null ? said.states[state] : `${words.outcomes[outcome]} (${counts ? said.counting : said.advisory})`
    const why = because === null ? "" : ` — ${becauseWords(because)[language]}`
    return `${said.opinion}${words.colon}${harmlessLine(title)}${words.semicolon}${verdict}${harmlessLine(why)}${note === null ? "" : ` ${words.quote(harmlessLine(note))}`}`
  })
}
