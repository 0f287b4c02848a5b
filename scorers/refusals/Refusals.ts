import { Schema } from "effect"
import { type Compiler, Phrases } from "../Kind.ts"
import type { Hit } from "../wording/Matcher.ts"
import { apart, overlaps, type Reading } from "../wording/Reading.ts"
import { RefusalContext } from "./RefusalContext.ts"

/** Words that refuse, and what keeps them from it beside what the sentence says (`RefusalContext`). */
export const refusingWords = {
  phrases: Phrases,
  /** A refusal that one of these overlaps is none. */
  unless: Schema.optional(Phrases),
  /** Words that refuse only as an answer to a customer who asked for a service: 没有. */
  answers: Schema.optional(Phrases),
  /** No refusal where the same sentence turns to something good: 还没有，但是明天就到. */
  yieldsToGoodNews: Schema.optionalWith(Schema.Boolean, { default: () => false }),
  /** No refusal where the customer feared just that: 不会重复收费吧？不会的. */
  yieldsToFear: Schema.optionalWith(Schema.Boolean, { default: () => false })
}
const RefusingWords = Schema.Struct(refusingWords)

/** Where the judged agent refuses the customer something with certain words: in order, none overlapping another. */
export type FindRefusals = (reading: Reading) => ReadonlyArray<Hit>

export const compileRefusals = (compiler: Compiler, words: typeof RefusingWords.Type): FindRefusals => {
  const context = compiler.once(RefusalContext.make)
  const phrases = compiler.phrases(words.phrases)
  const answers = compiler.phrases(words.answers)
  const unless = compiler.phrases(words.unless)
  return (reading) => {
    const candidates = reading.ownHits(phrases)
    const replies = reading.ownHits(answers)
    if (candidates.length === 0 && replies.length === 0) return candidates
    const excuses = reading.ownHits(unless)
    const refuses = (hit: Hit) =>
      !excuses.some((excuse) => overlaps(hit, excuse)) &&
      context.refuses(reading, hit) &&
      !(words.yieldsToGoodNews && context.turnsToGood(reading, hit)) &&
      !(words.yieldsToFear && context.isFeared(reading, hit))
    return inOrder([...candidates.filter(refuses), ...replies.filter((hit) => refuses(hit) && context.isRequested(reading, hit))])
  }
}

/** Leaves of hits from several sources those that overlap no earlier one. */
export const inOrder = (hits: ReadonlyArray<Hit>): ReadonlyArray<Hit> => apart(hits.toSorted((a, b) => a.start - b.start || b.end - a.end))
