import { because } from "./Because.ts"
import type { Opinion } from "./Opinion.ts"
import type { Score } from "./Score.ts"

/**
 * The evidence of an opinion that weighs nothing, in the form of a score, so that it can be numbered and marked in place among the findings: decided
 * by the judge and yet unscored. None of it speaks for or against anybody until a person confirms it.
 */
export const advisoryScore = ({ agent, findings, rule }: Opinion): Score => ({
  rule,
  agent,
  outcome: { _tag: "Unscored", because: because.wordsCannotTell },
  findings: findings.map((finding) => (finding.bearing === "context" ? finding : { ...finding, bearing: "tentative" })),
  decidedBy: "judge"
})

/** Is this such a score? */
export const isAdvisory = ({ decidedBy, outcome }: Score): boolean => decidedBy === "judge" && outcome._tag === "Unscored"
