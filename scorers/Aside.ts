import type { Compiler } from "./Kind.ts"
import type { Hit, Matcher, PhraseSet } from "./Matcher.ts"
import type { Reading } from "./Reading.ts"

/**
 * Phrases that matter only once something called for them. They have a matcher of their own, which reads a transcript when the
 * first of them is asked for: most transcripts call for none.
 */
export class Aside {
  private readonly compiler: Compiler
  private readonly sets = new Map<string, PhraseSet>()
  private matcher: Matcher | null = null
  private read: Reading["transcript"] | null = null

  private constructor(compiler: Compiler) {
    this.compiler = compiler.aside()
  }

  private static readonly make = (compiler: Compiler) => new Aside(compiler)

  /** That of the rubric that is being compiled. */
  static of(compiler: Compiler): Aside {
    return compiler.once(Aside.make)
  }

  /** Throws `PhraseError` for a phrase that cannot be read. The same phrases are the same set. */
  phrases(phrases: ReadonlyArray<string> | undefined): PhraseSet {
    const key = JSON.stringify(phrases ?? [])
    const known = this.sets.get(key)
    if (known !== undefined) return known
    const set = this.compiler.phrases(phrases)
    this.sets.set(key, set)
    return set
  }

  /** Places where the judged agent says one of these phrases. */
  ownHits(reading: Reading, set: PhraseSet): ReadonlyArray<Hit> {
    return this.all(reading, set).filter((hit) => reading.isOwn(reading.turnOf(hit)))
  }

  customerHits(reading: Reading, set: PhraseSet): ReadonlyArray<Hit> {
    return this.all(reading, set).filter((hit) => reading.isCustomer(reading.turnOf(hit)))
  }

  private all(reading: Reading, set: PhraseSet): ReadonlyArray<Hit> {
    this.matcher ??= this.compiler.matcher.build()
    if (this.read !== reading.transcript) {
      this.read = reading.transcript
      this.matcher.scan(reading.wording)
    }
    return this.matcher.hits(set)
  }
}
