import { isAdvisory } from "../../schemas/AdvisoryScore.ts"
import { noteWords } from "../../schemas/NoteWords.ts"
import type { NumberedFinding } from "../../schemas/NumberedFindings.ts"
import { opinionWords } from "../../schemas/OpinionWords.ts"
import type { RubricRule } from "../../schemas/Rubric.ts"
import type { Bearing, Finding, Outcome, Score } from "../../schemas/Score.ts"
import type { Language } from "../Settings.ts"
import { harmlessLine, type Look, type Style, styled } from "../Terminal.ts"
import { type SheetWords, sheetWords } from "./SheetWords.ts"

const signs: Readonly<Record<Bearing, readonly [sign: string, style: Style]>> = {
  against: ["✗", "red"],
  tentative: ["?", "yellow"],
  for: ["✓", "green"],
  context: ["·", "cyan"]
}

/** An outcome in words: `Breached`, `Partly (50 %)`, `Not applicable`. */
export const outcomeText = (outcome: Outcome, words: SheetWords): string =>
  outcome._tag === "Partly" ? words.outcomeOf(words.outcomes.Partly, Math.round(outcome.credit * 100)) : words.outcomes[outcome._tag]

/** What a finding says, line by line: the rule, which part of it, and how that went. `advise`: with why the rule exists and what to say instead. */
export const findingLines = (
  { finding, number, score }: NumberedFinding,
  rule: RubricRule | undefined,
  { advise, language, look, whose }: { readonly advise: boolean; readonly whose: string | null; readonly language: Language; readonly look: Look }
): ReadonlyArray<string> => {
  const words = sheetWords[language]
  const [sign, style] = signs[finding.bearing]
  const about = [rule === undefined ? score.rule : rule.title[language], ...(finding.note === null ? [] : [noteWords(finding.note)[language]])]
  const verdict = verdictOf(finding, score, language)
  const agent = whose === null ? "" : `${harmlessLine(whose)}${words.colon}`
  const id = rule === undefined ? "" : styled("dim", ` (${rule.id})`, look)
  const lines = [`[${number}] ${styled(style, `${sign} ${agent}${about.map(harmlessLine).join(" · ")}${verdict === null ? "" : ` — ${verdict}`}`, look)}${id}`]
  if (finding._tag === "Unsaid") {
    const { nearest, window } = finding
    lines.push(`    ${words.notSaid(window.from, window.to)}${nearest === null ? words.norNear : ""}`, `    ${words.wouldPass}${words.colon}${words.quote(harmlessLine(finding.expected))}`)
    if (nearest !== null) {
      const { quote, similarity, turn } = nearest
      lines.push(`    ${words.nearest}${words.colon}${words.turn(turn)}${words.comma}${words.quote(harmlessLine(quote))} (${words.alike(Math.round(similarity * 100))})`)
    }
  }
  if (advise && rule !== undefined) lines.push(...adviceLines(rule, language, look).map((line) => `    ${line}`))
  return lines
}

/** What in a turn made rules apply, on one line; how each of them went is told where that shows. */
export const occasionLine = (
  found: ReadonlyArray<NumberedFinding>,
  rules: ReadonlyMap<string, RubricRule>,
  { language, look }: { readonly language: Language; readonly look: Look }
): string => {
  const words = sheetWords[language]
  const [sign, style] = signs.context
  const titles = new Set(found.map(({ finding: { note }, score }) => {
    const title = rules.get(score.rule)?.title[language] ?? score.rule
    return harmlessLine(note === null || note === "situation" ? title : `${title} (${noteWords(note)[language]})`)
  }))
  return `${found.map(({ number }) => `[${number}]`).join("")} ${styled(style, `${sign} ${words.callsFor}${words.colon}${[...titles].join(words.semicolon)}`, look)}`
}

/** Why a rule exists and what to say instead, where it tells. */
export const adviceLines = ({ instead, why }: RubricRule, language: Language, look: Look): ReadonlyArray<string> => {
  const words = sheetWords[language]
  return [
    ...(why[language] === "" ? [] : [`${words.why}${words.colon}${harmlessLine(why[language])}`]),
    ...(instead[language] === "" ? [] : [`${words.instead}${words.colon}${styled("green", harmlessLine(instead[language]), look)}`])
  ]
}

/** A part of a rule is there or not, as its sign tells. */
const verdictOf = ({ bearing, note }: Finding, score: Score, language: Language): string | null => {
  const words = sheetWords[language]
  if (isAdvisory(score)) return `${opinionWords[language].opinion} (${opinionWords[language].advisory})`
  if (bearing === "tentative") return words.toConfirm
  return note === null && bearing !== "context" ? outcomeText(score.outcome, words) : null
}
