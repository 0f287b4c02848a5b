import type { SpokenTime } from "./SpokenTime.ts"
import { everyMatch } from "./EveryMatch.ts"

/** What is promised. The first three are contacts: whether they came can be seen in the transcripts of the case. */
export type Promised = "call" | "reply" | "contact" | "refund" | "delivery" | "visit" | "fix"

/** A promise as one sentence has it. `start`, `end`: UTF-16 offsets into the sentence, from the time to the act. */
export interface Commitment {
  readonly start: number
  readonly end: number
  readonly what: Promised
  readonly time: SpokenTime
}

/** Words that promise something, where the sentence around them does not take it back. */
export interface Act {
  readonly start: number
  readonly end: number
  readonly what: Promised
}

/** Every place where one of the patterns stands; of those that overlap, the first and longest. */
export const acts = (patterns: ReadonlyArray<readonly [what: Promised, pattern: RegExp]>, text: string): Array<Act> => {
  const found = patterns.flatMap(([what, pattern]) => everyMatch(text, pattern).map((match): Act => ({ start: match.index, end: match.index + match[0].length, what })))
  const kept: Array<Act> = []
  for (const act of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) if (kept.length === 0 || act.start >= kept.at(-1)!.end) kept.push(act)
  return kept
}
