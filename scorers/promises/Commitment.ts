import type { SpokenTime } from "./SpokenTime.ts"
import { everyMatch } from "./EveryMatch.ts"

/** What is promised. The first three are contacts: whether they came can be seen in the transcripts of the case. */
export type Promised = "call" | "reply" | "contact" | "refund" | "delivery" | "visit" | "fix"

/** A promise as one sentence has it. `start`, `end`: UTF-16 offsets into the sentence, from the time to the act. */
export interface Commitment {
  readonly start: number
  readonly end: number
  readonly what: Promised
  readonly loose: boolean
  readonly time: SpokenTime
}

/** Words that promise something, where the sentence around them does not take it back. */
export interface Act {
  readonly start: number
  readonly end: number
  readonly what: Promised
  /** Something is done for the customer, but the words do not tell what: in itself no more than what agents say while they do it. */
  readonly loose: boolean
}

/** A way to promise something, and whether it is a `loose` one. */
export type ActPattern = readonly [what: Promised, pattern: RegExp, loose?: "loose"]

/** Ways to promise something, and one pattern that fits wherever any of them does: most sentences fit none. */
export class ActPatterns {
  readonly all: ReadonlyArray<ActPattern>
  readonly any: RegExp

  constructor(all: ReadonlyArray<ActPattern>) {
    this.all = all
    this.any = new RegExp(all.map(([, { source }]) => source).join("|"))
  }
}

/** Promises of a contact: whether one took place can be seen in the transcripts. */
export const contacts: ReadonlySet<Promised> = new Set<Promised>(["call", "reply", "contact"])

/** Every place where one of the patterns stands; of those that overlap, contacts before the rest, the first and longest; a loose one only where nothing else is. */
export const acts = (patterns: ActPatterns, text: string): Array<Act> => {
  if (!patterns.any.test(text)) return []
  const found = patterns.all.flatMap(([what, pattern, loose]) => everyMatch(text, pattern).map((match): Act => ({ start: match.index, end: match.index + match[0].length, what, loose: loose !== undefined })))
  const kept: Array<Act> = []
  for (const act of found.toSorted((a, b) => Number(a.loose) - Number(b.loose) || Number(contacts.has(b.what)) - Number(contacts.has(a.what)) || a.start - b.start || b.end - a.end)) {
    if (!kept.some(({ end, start }) => act.start < end && act.end > start)) kept.push(act)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
