import type { Finding, Score } from "../../schemas/Score.ts"

/** A finding with its number in the order of reading, from 1, and the score it is evidence of. */
export interface NumberedFinding {
  readonly number: number
  readonly finding: Finding
  readonly score: Score
  /** The turn after which it is told. */
  readonly turn: number
}

/** The findings of a transcript in the order in which a reader of the conversation meets them. */
export const numberedFindings = (scores: ReadonlyArray<Score>): ReadonlyArray<NumberedFinding> =>
  scores
    .flatMap((score) => score.findings.map((finding) => ({ score, finding, turn: finding._tag === "Said" ? finding.turn : finding.window.to })))
    .toSorted((a, b) => a.turn - b.turn || start(a.finding) - start(b.finding))
    .map((each, index) => ({ ...each, number: index + 1 }))

const start = (finding: Finding): number => (finding._tag === "Said" ? finding.start : Number.POSITIVE_INFINITY)
