import { Schema } from "effect"
import type { Finding, Outcome } from "../schemas/Score.ts"
import { MatcherBuilder, type PhraseSet } from "./wording/Matcher.ts"
import { parsePhrase, type Pattern, type WordLists } from "./wording/Phrase.ts"
import type { Reading } from "./wording/Reading.ts"

/** Phrases in the notation of `Phrase.ts`. */
export const Phrases = Schema.NonEmptyArray(Schema.NonEmptyString)

/** What a rule says of one agent in one transcript. */
export interface Verdict {
  readonly outcome: Outcome
  readonly findings: ReadonlyArray<Finding>
}

/** A compiled rule: pure and synchronous. */
export type Judge = (reading: Reading) => Verdict

/** What a kind needs to compile the data of a rule: every phrase it looks for goes into the one matcher of the rubric. */
export class Compiler {
  readonly matcher = new MatcherBuilder()
  private readonly lists: WordLists
  private readonly sets = new Map<string, PhraseSet>()
  private readonly parsed = new Map<string, ReadonlyArray<Pattern>>()
  private readonly shared = new Map<(compiler: Compiler) => unknown, unknown>()

  constructor(lists: WordLists) {
    this.lists = lists
  }

  /** For phrases that are looked for only in places their owner picks, with a matcher of their own; it knows the same word lists. */
  aside(): Compiler {
    return new Compiler(this.lists)
  }

  /** What several rules of a rubric share: made for the first that asks. */
  once<A>(make: (compiler: Compiler) => A): A {
    if (!this.shared.has(make)) this.shared.set(make, make(this))
    return this.shared.get(make) as A
  }

  /** The same phrases asked for twice are one set. Throws `PhraseError` for a phrase that cannot be read. */
  phrases(phrases: ReadonlyArray<string> | undefined): PhraseSet {
    const key = JSON.stringify(phrases ?? [])
    const known = this.sets.get(key)
    if (known !== undefined) return known
    const set = this.matcher.add((phrases ?? []).map((phrase) => this.patterns(phrase)))
    this.sets.set(key, set)
    return set
  }

  private patterns(phrase: string): ReadonlyArray<Pattern> {
    const known = this.parsed.get(phrase)
    if (known !== undefined) return known
    const patterns = parsePhrase(phrase, this.lists)
    this.parsed.set(phrase, patterns)
    return patterns
  }
}

const none: ReadonlyArray<Finding> = []

export const met = (findings: ReadonlyArray<Finding> = none): Verdict => ({ outcome: { _tag: "Met", credit: 1 }, findings })
export const breached = (findings: ReadonlyArray<Finding>): Verdict => ({ outcome: { _tag: "Breached", credit: 0 }, findings })
export const notApplicable = (because: string): Verdict => ({ outcome: { _tag: "NotApplicable", because }, findings: none })
export const unscored = (because: string): Verdict => ({ outcome: { _tag: "Unscored", because }, findings: none })

/** Met, Breached or Partly by the share (0–1) that was earned, to two decimals. */
export const byShare = (share: number, findings: ReadonlyArray<Finding>): Verdict => {
  const credit = Math.round(share * 100) / 100
  if (share >= 1) return met(findings)
  if (share <= 0) return breached(findings)
  return { outcome: { _tag: "Partly", credit: Math.min(Math.max(credit, 0.01), 0.99) }, findings }
}
