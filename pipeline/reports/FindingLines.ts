import type { RubricRule } from "../../schemas/Rubric.ts"
import type { Bearing, Outcome } from "../../schemas/Score.ts"
import type { Language } from "../Settings.ts"
import { harmlessLine, type Look, type Style, styled } from "../Terminal.ts"
import type { NumberedFinding } from "./NumberedFindings.ts"

const signs: Readonly<Record<Bearing, readonly [sign: string, style: Style]>> = {
  against: ["✗", "red"],
  tentative: ["?", "yellow"],
  for: ["✓", "green"],
  context: ["·", "cyan"]
}

/** An outcome in words: `Breached`, `Partly (50 %)`, `Not applicable`. */
export const outcomeText = (outcome: Outcome): string => {
  if (outcome._tag === "Partly") return `Partly (${Math.round(outcome.credit * 100)} %)`
  return outcome._tag === "NotApplicable" ? "Not applicable" : outcome._tag
}

/** What a finding says, line by line. `advise`: with why the rule exists and what to say instead. */
export const findingLines = (
  { finding, number, score }: NumberedFinding,
  rule: RubricRule | undefined,
  { advise, language, look, whose }: { readonly advise: boolean; readonly whose: string | null; readonly language: Language; readonly look: Look }
): ReadonlyArray<string> => {
  const [sign, style] = signs[finding.bearing]
  const title = rule === undefined ? score.rule : `${harmlessLine(rule.title[language])} (${rule.id})`
  const note = finding.note === null ? "" : ` · ${harmlessLine(finding.note)}`
  const agent = whose === null ? "" : `${harmlessLine(whose)}: `
  const lines = [`[${number}] ${styled(style, `${sign} ${agent}${title}: ${outcomeText(score.outcome)}`, look)}${note}${remark(finding.bearing)}`]
  if (finding._tag === "Unsaid") {
    const { nearest, window } = finding
    lines.push(`    not said in ${window.from === window.to ? `turn ${window.from}` : `turns ${window.from}–${window.to}`}; would have passed: “${harmlessLine(finding.expected)}”`)
    lines.push(
      nearest === null
        ? "    nearest: nothing like it"
        : `    nearest: turn ${nearest.turn}, “${harmlessLine(nearest.quote)}” (${Math.round(nearest.similarity * 100)} % alike)`
    )
  }
  if (advise && rule !== undefined) {
    lines.push(`    Why: ${harmlessLine(rule.why[language])}`, `    Say instead: ${styled("green", harmlessLine(rule.instead[language]), look)}`)
  }
  return lines
}

const remark = (bearing: Bearing): string => {
  if (bearing === "tentative") return " · found only approximately, costs nothing until a person confirms it"
  return bearing === "context" ? " · calls for it" : ""
}
