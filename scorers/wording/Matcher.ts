import { Automaton } from "./Automaton.ts"
import { CompiledPattern } from "./CompiledPattern.ts"
import { confirmPattern } from "./Confirm.ts"
import { isMandatory, type Pattern, type Slot } from "./Phrase.ts"
import type { UnitSet } from "./UnitSet.ts"
import { breakKind, type Wording } from "./Wording.ts"

/** A place where a wording of a phrase set stands: units `start` to `end` (exclusive) of the `Wording`. */
export interface Hit {
  readonly start: number
  readonly end: number
  /** Which phrase of the set. */
  readonly phrase: number
}

/** The phrases one clause of a rule looks for. */
export interface PhraseSet {
  readonly id: number
}

/** A literal that the automaton looks for, as part of a pattern; what is around it is confirmed. */
class Use {
  /** The phrases the pattern is a wording of. */
  readonly phrases: Array<{ readonly set: number; readonly phrase: number }> = []
  readonly pattern: CompiledPattern
  /** The slot of the pattern that the literal is an option of. */
  readonly anchor: number
  /** That option, with the spaces at its edges that the automaton does not look for. */
  readonly option: string
  private before: UnitSet | null | undefined
  private after: UnitSet | null = null

  constructor(pattern: CompiledPattern, anchor: number, option: string) {
    this.pattern = pattern
    this.anchor = anchor
    this.option = option
  }

  /** Whether the units beside the literal allow it at all, which most do not. */
  mayStand(wording: Wording, start: number, end: number): boolean {
    if (this.before === undefined) {
      this.before = this.option.startsWith(" ") ? null : this.pattern.unitsBeside(this.anchor, -1)
      this.after = this.option.endsWith(" ") ? null : this.pattern.unitsBeside(this.anchor, 1)
    }
    return (this.before === null || (start > 0 && this.before.mayHave(wording.units[start - 1]!))) &&
      (this.after === null || (end < wording.length && this.after.mayHave(wording.units[end]!)))
  }
}

/** Collects the phrases of all rules; `build` compiles them into one automaton. */
export class MatcherBuilder {
  private readonly uses = new Map<string, Array<Use>>()
  /** Rules share word lists: the same pattern is confirmed once for all of them. */
  private readonly known = new Map<Pattern, ReadonlyArray<Use>>()
  private sets = 0

  add(phrases: ReadonlyArray<ReadonlyArray<Pattern>>): PhraseSet {
    const set = this.sets++
    phrases.forEach((patterns, phrase) => {
      for (const pattern of patterns) for (const use of this.usesOf(pattern)) use.phrases.push({ set, phrase })
    })
    return { id: set }
  }

  private usesOf(pattern: Pattern): ReadonlyArray<Use> {
    const known = this.known.get(pattern)
    if (known !== undefined) return known
    const anchor = mostTelling(pattern)
    const compiled = new CompiledPattern(pattern)
    const made = (pattern.items[anchor] as Slot).options.map((option) => {
      const use = new Use(compiled, anchor, option)
      const literal = option.trim()
      const uses = this.uses.get(literal)
      if (uses === undefined) this.uses.set(literal, [use])
      else uses.push(use)
      return use
    })
    this.known.set(pattern, made)
    return made
  }

  build(): Matcher {
    return new Matcher(this.uses, this.sets)
  }
}

/** The mandatory slot whose shortest option is longest: the rarer the anchor, the fewer places there are to confirm. */
const mostTelling = (pattern: Pattern): number => {
  let best = -1
  let bestLength = -1
  pattern.items.forEach((item, i) => {
    if (!isMandatory(item)) return
    const shortest = Math.min(...item.options.map((option) => option.trim().length))
    if (shortest > bestLength || (shortest === bestLength && item.options.length < (pattern.items[best] as Slot).options.length)) {
      best = i
      bestLength = shortest
    }
  })
  return best
}

/** Reads every unit of a transcript once, whatever the number of phrases; gaps, edges and word boundaries are confirmed only where a literal was found. */
export class Matcher {
  /** Hits of the last `scan`, by phrase set. */
  private readonly found: Array<Array<Hit>>
  private touched: Array<number> = []
  private readonly automaton: Automaton
  /** By literal, in the order of the automaton. */
  private readonly outputs: ReadonlyArray<ReadonlyArray<Use>>
  private readonly lengths: ReadonlyArray<number>

  constructor(uses: ReadonlyMap<string, ReadonlyArray<Use>>, sets: number) {
    this.found = Array.from({ length: sets }, () => [])
    const literals = [...uses.keys()]
    this.automaton = new Automaton(literals)
    this.outputs = [...uses.values()]
    this.lengths = literals.map((literal) => literal.length)
  }

  /** Finds every hit whose rarest word stands within units `from` to `to` (exclusive) of the wording; `hits` gives them until the next scan. */
  scan(wording: Wording, from = 0, to = wording.length): void {
    for (const set of this.touched) this.found[set] = []
    this.touched = []
    const { automaton } = this
    const { output, root, shorter } = automaton
    const { units, breaks } = wording
    let state = 0
    for (let i = from; i < to; i++) {
      if (breaks[i] === breakKind.speaker) state = 0
      state = state === 0 ? root[units[i]!]! : automaton.next(state, units[i]!)
      if (state === 0) continue
      for (let s = output[state]! >= 0 ? state : shorter[state]!; s >= 0; s = shorter[s]!) this.confirm(output[s]!, i + 1, wording)
    }
  }

  /** Where a phrase set was found, by start and then length; overlapping ones included. */
  hits(set: PhraseSet): ReadonlyArray<Hit> {
    return this.found[set.id]!
  }

  private confirm(output: number, end: number, wording: Wording): void {
    const start = end - this.lengths[output]!
    for (const use of this.outputs[output]!) {
      if (!use.mayStand(wording, start, end)) continue
      const found = confirmPattern(wording, use.pattern, use.anchor, use.option, start, end)
      if (found === null) continue
      for (const { phrase, set } of use.phrases) {
        const hits = this.found[set]!
        if (hits.length === 0) this.touched.push(set)
        insert(hits, { start: found.start, end: found.end, phrase })
      }
    }
  }
}

// Hits arrive by their end; readers want them by start, longest first. Nearly sorted, so inserting is cheap.
const insert = (hits: Array<Hit>, hit: Hit) => {
  let at = hits.length
  while (at > 0) {
    const other = hits[at - 1]!
    if (other.start < hit.start || (other.start === hit.start && other.end > hit.end)) break
    if (other.start === hit.start && other.end === hit.end && other.phrase === hit.phrase) return
    at--
  }
  hits.splice(at, 0, hit)
}
