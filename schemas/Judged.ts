import type { Score } from "./Score.ts"
import type { Tally } from "./Tally.ts"
import type { Transcript } from "./Transcript.ts"

/** A transcript with everything the rubric says of it: one tally, and one score per rule, for each of its agents. */
export interface Judged {
  readonly transcript: Transcript
  readonly scores: ReadonlyArray<Score>
  readonly tallies: ReadonlyArray<Tally>
}
