import { confirmPattern } from "./Confirm.ts"
import { isMandatory, type Pattern, type Slot } from "./Phrase.ts"
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

interface Use {
  readonly set: number
  readonly phrase: number
  readonly pattern: Pattern
  /** The slot of the pattern that the automaton looks for; the others are confirmed around it. */
  readonly anchor: number
  /** The option of that slot, with the spaces at its edges that the automaton does not look for. */
  readonly option: string
}

/** Collects the phrases of all rules; `build` compiles them into one automaton. */
export class MatcherBuilder {
  private readonly uses = new Map<string, Array<Use>>()
  private sets = 0

  add(phrases: ReadonlyArray<ReadonlyArray<Pattern>>): PhraseSet {
    const set = this.sets++
    phrases.forEach((patterns, phrase) => {
      for (const pattern of patterns) {
        const anchor = mostTelling(pattern)
        for (const option of (pattern.items[anchor] as Slot).options) {
          const literal = option.trim()
          const uses = this.uses.get(literal)
          if (uses === undefined) this.uses.set(literal, [{ set, phrase, pattern, anchor, option }])
          else uses.push({ set, phrase, pattern, anchor, option })
        }
      }
    })
    return { id: set }
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

/**
 * An Aho–Corasick automaton over folded UTF-16 units in typed arrays: reads every unit of a transcript once, whatever the
 * number of phrases; gaps, edges and word boundaries are confirmed only where a literal was found.
 */
export class Matcher {
  /** Hits of the last `scan`, by phrase set. */
  private readonly found: Array<Array<Hit>>
  private touched: Array<number> = []
  private readonly column = new Uint16Array(0x10000)
  private readonly columns: number
  private readonly next: Int32Array
  /** Per state: index into `outputs`, or -1. */
  private readonly output: Int32Array
  /** Per state: the nearest shorter match ending here, or -1. */
  private readonly shorter: Int32Array
  private readonly outputs: Array<ReadonlyArray<Use>> = []
  private readonly lengths: Array<number> = []

  constructor(uses: ReadonlyMap<string, ReadonlyArray<Use>>, sets: number) {
    this.found = Array.from({ length: sets }, () => [])
    let columns = 1
    let states = 1
    for (const literal of uses.keys()) {
      states += literal.length
      for (let i = 0; i < literal.length; i++) {
        const unit = literal.charCodeAt(i)
        if (this.column[unit] === 0) this.column[unit] = columns++
      }
    }
    this.columns = columns
    this.next = new Int32Array(states * columns)
    this.output = new Int32Array(states).fill(-1)
    this.shorter = new Int32Array(states).fill(-1)
    let size = 1
    for (const [literal, list] of uses) {
      let state = 0
      for (let i = 0; i < literal.length; i++) {
        const cell = state * columns + this.column[literal.charCodeAt(i)]!
        if (this.next[cell] === 0) this.next[cell] = size++
        state = this.next[cell]!
      }
      this.output[state] = this.outputs.length
      this.outputs.push(list)
      this.lengths.push(literal.length)
    }
    this.link(size)
  }

  private link(size: number): void {
    const { columns, next } = this
    const fail = new Int32Array(size)
    const queue: Array<number> = []
    for (let c = 1; c < columns; c++) if (next[c] !== 0) queue.push(next[c]!)
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head]!
      const back = fail[state]!
      this.shorter[state] = this.output[back]! >= 0 ? back : this.shorter[back]!
      for (let c = 1; c < columns; c++) {
        const cell = state * columns + c
        const child = next[cell]!
        if (child === 0) next[cell] = next[back * columns + c]!
        else {
          fail[child] = next[back * columns + c]!
          queue.push(child)
        }
      }
    }
  }

  /** Finds every hit whose rarest word stands within units `from` to `to` (exclusive) of the wording; `hits` gives them until the next scan. */
  scan(wording: Wording, from = 0, to = wording.length): void {
    for (const set of this.touched) this.found[set] = []
    this.touched = []
    const { column, columns, next, output, shorter } = this
    const { units, breaks } = wording
    let state = 0
    for (let i = from; i < to; i++) {
      if (breaks[i] === breakKind.speaker) state = 0
      state = next[state * columns + column[units[i]!]!]!
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
      const found = confirmPattern(wording, use.pattern, use.anchor, use.option, start, end)
      if (found === null) continue
      const hits = this.found[use.set]!
      if (hits.length === 0) this.touched.push(use.set)
      insert(hits, { start: found.start, end: found.end, phrase: use.phrase })
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
