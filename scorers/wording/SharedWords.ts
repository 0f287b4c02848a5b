import type { Compiler } from "../Kind.ts"
import type { Hit, Matcher, PhraseSet } from "./Matcher.ts"
import type { Reading } from "./Reading.ts"

/** Phrases of a rule: a word list is one set, which every rule that names it shares; all other phrases together are another. */
export type Words = ReadonlyArray<PhraseSet>

/**
 * The phrases of rules that look for much the same. `always` looks for them with all others of the rubric; `whenCalledFor` has a
 * matcher of its own, which reads a transcript when the first of them is asked for: most transcripts call for none.
 */
export class SharedWords {
  private readonly compiler: Compiler
  private readonly isAside: boolean
  private readonly sets = new Map<string, PhraseSet>()
  private matcher: Matcher | null = null
  private read: Reading["transcript"] | null = null

  private constructor(compiler: Compiler, isAside: boolean) {
    this.compiler = compiler
    this.isAside = isAside
  }

  private static readonly makeAlways = (compiler: Compiler) => new SharedWords(compiler, false)
  private static readonly makeAside = (compiler: Compiler) => new SharedWords(compiler.aside(), true)

  static always(compiler: Compiler): SharedWords {
    return compiler.once(SharedWords.makeAlways)
  }

  static whenCalledFor(compiler: Compiler): SharedWords {
    return compiler.once(SharedWords.makeAside)
  }

  /** Throws `PhraseError` for a phrase that cannot be read. */
  phrases(phrases: ReadonlyArray<string> | undefined): Words {
    if (phrases === undefined) return []
    const isList = (phrase: string) => /^<[^<>]+>$/.test(phrase)
    const others = phrases.filter((phrase) => !isList(phrase))
    return [...phrases.filter(isList).map((list) => this.set([list])), ...(others.length > 0 ? [this.set(others)] : [])]
  }

  /** Places where the judged agent says one of these phrases, by start and then length. */
  ownHits(reading: Reading, words: Words): ReadonlyArray<Hit> {
    return this.hits(reading, words).filter((hit) => reading.isOwn(reading.turnOf(hit)))
  }

  customerHits(reading: Reading, words: Words): ReadonlyArray<Hit> {
    return this.hits(reading, words).filter((hit) => reading.isCustomer(reading.turnOf(hit)))
  }

  private set(phrases: ReadonlyArray<string>): PhraseSet {
    const key = JSON.stringify(phrases)
    const known = this.sets.get(key)
    if (known !== undefined) return known
    const set = this.compiler.phrases(phrases)
    this.sets.set(key, set)
    return set
  }

  private hits(reading: Reading, words: Words): ReadonlyArray<Hit> {
    if (this.isAside && this.read !== reading.transcript) {
      this.read = reading.transcript
      this.matcher ??= this.compiler.matcher.build()
      this.matcher.scan(reading.wording)
    }
    const found = words.map((set) => (this.isAside ? this.matcher!.hits(set) : reading.hits(set))).filter((hits) => hits.length > 0)
    return found.length < 2 ? (found[0] ?? []) : found.flat().sort((a, b) => a.start - b.start || b.end - a.end)
  }
}
