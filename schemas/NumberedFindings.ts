import type { Finding, Score } from "./Score.ts"

/** A finding with its number in the order of reading, from 1, and the score it is evidence of. */
export interface NumberedFinding {
  readonly number: number
  readonly finding: Finding
  readonly score: Score
  /** The turn at which it is told: where it was said, or the last one that was searched in vain. */
  readonly turn: number
}

/** The findings of a transcript in the order in which a reader of the conversation meets them, the same wherever it is shown. */
export const numberedFindings = (scores: ReadonlyArray<Score>): ReadonlyArray<NumberedFinding> =>
  scores
    .flatMap((score) => score.findings.map((finding) => ({ score, finding, turn: finding._tag === "Said" ? finding.turn : finding.window.to })))
    .toSorted((a, b) => a.turn - b.turn || start(a.finding) - start(b.finding) || end(a.finding) - end(b.finding))
    .map((each, index) => ({ ...each, number: index + 1 }))

// What was missed is told after the words of the turn. Two infinities have no difference.
const start = (finding: Finding): number => (finding._tag === "Said" ? finding.start : Number.MAX_SAFE_INTEGER)
const end = (finding: Finding): number => (finding._tag === "Said" ? finding.end : Number.MAX_SAFE_INTEGER)
