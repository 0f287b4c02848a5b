import { comparable } from "./Wording.ts"

/** One of several literals, in compared form; `""` among them makes the slot optional. A space at an edge is a word boundary. */
export interface Slot {
  readonly _tag: "Slot"
  readonly options: ReadonlyArray<string>
}

/** At most `longest` units of anything that stay within a sentence. */
export interface Gap {
  readonly _tag: "Gap"
  readonly longest: number
}

/**
 * A wording as the matcher looks for it: slots and gaps in order, beginning and ending with a slot. `fromStart` and `toEnd`: at
 * most so many units may lie between the wording and the start or end of its turn; `null`: it may stand anywhere.
 */
export interface Pattern {
  readonly items: ReadonlyArray<Slot | Gap>
  readonly fromStart: number | null
  readonly toEnd: number | null
}

/** Named lists of phrases that others refer to as `<name>`. */
export type WordLists = ReadonlyMap<string, ReadonlyArray<string>>

/** A phrase that cannot be read; `message` says what is wrong and how to write it. */
export class PhraseError extends Error {}

/**
 * Reads the phrase notation: `(a|b)` either, `(a)?` or `(a|b)?` optional, `…` a gap of at most 12 characters, `…{n}` of at most
 * n (≤ 40), `<list>` any phrase of a named list, `^` and `$` the start and end of a turn. All else is
 * literal, compared without regard to script, case, width, punctuation and spacing.
 */
export const parsePhrase = (phrase: string, lists: WordLists): ReadonlyArray<Pattern> =>
  new Reader(phrase, lists, []).read().map((sequence) => toPattern(sequence, phrase))

const defaultGap = 12
const longestGap = 40
const mostGaps = 5
const mostVariants = 2_000
const mostOptions = 2_000

interface Edge {
  readonly _tag: "Edge"
  readonly side: "^" | "$"
}
type Sequence = ReadonlyArray<Slot | Gap | Edge>

class Reader {
  private position = 0
  private readonly text: string
  private readonly lists: WordLists
  private readonly inside: ReadonlyArray<string>

  constructor(text: string, lists: WordLists, inside: ReadonlyArray<string>) {
    this.text = text.replaceAll("...", "…")
    this.lists = lists
    this.inside = inside
  }

  read(): ReadonlyArray<Sequence> {
    const variants = this.alternatives()
    if (this.position < this.text.length) throw new PhraseError(`“${this.text}”: a ) without its (`)
    return variants
  }

  private alternatives(): ReadonlyArray<Sequence> {
    const all = [...this.sequence()]
    while (this.text[this.position] === "|") {
      this.position++
      all.push(...this.sequence())
    }
    return all
  }

  private sequence(): ReadonlyArray<Sequence> {
    let variants: ReadonlyArray<Sequence> = [[]]
    for (;;) {
      const c = this.text[this.position]
      if (c === undefined || c === "|" || c === ")") return variants
      const next = c === "(" ? this.group() : c === "<" ? this.list() : [[this.single(c)]]
      if (variants.length * next.length > mostVariants) {
        throw new PhraseError(`“${this.text}” stands for more than ${mostVariants} wordings with gaps: split it, or use fewer alternatives`)
      }
      variants = variants.flatMap((variant) => next.map((sequence) => [...variant, ...sequence]))
    }
  }

  private single(c: string): Slot | Gap | Edge {
    if (c === "…") return this.gap()
    if (c === "^" || c === "$") {
      this.position++
      return { _tag: "Edge", side: c }
    }
    const end = /[()|<…^$]/.exec(this.text.slice(this.position))?.index ?? Infinity
    const literal = this.text.slice(this.position, this.position + end)
    this.position += literal.length
    return slot([literal])
  }

  private group(): ReadonlyArray<Sequence> {
    this.position++
    const inner = this.alternatives()
    if (this.text[this.position] !== ")") throw new PhraseError(`“${this.text}”: a ( without its )`)
    this.position++
    const optional = this.text[this.position] === "?"
    if (optional) this.position++
    return merged(optional ? [...inner, []] : inner)
  }

  private list(): ReadonlyArray<Sequence> {
    const end = this.text.indexOf(">", this.position)
    const name = end < 0 ? "" : this.text.slice(this.position + 1, end)
    const entries = this.lists.get(name)
    if (entries === undefined) {
      throw new PhraseError(`“${this.text}”: there is no word list <${name}>; known: ${[...this.lists.keys()].join(", ") || "none"}`)
    }
    if (this.inside.includes(name)) throw new PhraseError(`the word list <${name}> refers to itself`)
    this.position = end + 1
    return merged(entries.flatMap((entry) => new Reader(entry, this.lists, [...this.inside, name]).read()))
  }

  private gap(): Gap {
    this.position++
    const size = /^\{(\d+)\}/.exec(this.text.slice(this.position))
    if (size === null) return { _tag: "Gap", longest: defaultGap }
    this.position += size[0].length
    const longest = Number(size[1])
    if (longest < 1 || longest > longestGap) throw new PhraseError(`“${this.text}”: a gap is 1 to ${longestGap} characters long`)
    return { _tag: "Gap", longest }
  }
}

const slot = (options: ReadonlyArray<string>): Slot => ({ _tag: "Slot", options })

/** Alternatives that are plain literals become one slot: thousands of them then cost no more than one. */
const merged = (alternatives: ReadonlyArray<Sequence>): ReadonlyArray<Sequence> => {
  const literals: Array<string> = []
  const others: Array<Sequence> = []
  for (const alternative of alternatives) {
    const expanded = asLiterals(alternative)
    if (expanded !== null && literals.length + expanded.length <= mostOptions) literals.push(...expanded)
    else others.push(alternative)
  }
  return literals.length === 0 ? others : [[slot([...new Set(literals)])], ...others]
}

const asLiterals = (sequence: Sequence): ReadonlyArray<string> | null => {
  let literals: ReadonlyArray<string> = [""]
  for (const item of sequence) {
    if (item._tag !== "Slot" || literals.length * item.options.length > mostOptions) return null
    literals = literals.flatMap((literal) => item.options.map((option) => literal + option))
  }
  return literals
}

const toPattern = (sequence: Sequence, phrase: string): Pattern => {
  const items: Array<Slot | Gap> = []
  let fromStart: number | null = null
  let toEnd: number | null = null
  for (const item of sequence) {
    if (item._tag === "Edge") {
      if (item.side === "^" && items.length === 0) fromStart = 0
      else if (item.side === "$" && item === sequence.at(-1)) toEnd = 0
      else throw new PhraseError(`“${phrase}”: ^ stands only at the start and $ only at the end`)
    } else if (item._tag === "Slot") {
      const options = [...new Set(item.options.map(edged))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      if (options.some((option) => option !== "")) items.push(slot(options))
    } else items.push(item)
  }
  // A gap at an edge only says how far away the edge may be.
  const first = items[0]
  if (first?._tag === "Gap") {
    items.shift()
    if (fromStart !== null) fromStart = first.longest
  }
  const last = items.at(-1)
  if (last?._tag === "Gap") {
    items.pop()
    if (toEnd !== null) toEnd = last.longest
  }
  if (!items.some(isMandatory)) throw new PhraseError(`“${phrase}” has a wording with nothing in it that must be said`)
  if (items.filter((item) => item._tag === "Gap").length > mostGaps) throw new PhraseError(`“${phrase}” has more than ${mostGaps} gaps in one wording`)
  return { items, fromStart, toEnd }
}

/** A slot one of whose options must be there. */
export const isMandatory = (item: Slot | Gap): item is Slot => item._tag === "Slot" && !item.options.includes("")

/** The compared form of a literal that keeps one space at an edge, where it parts Latin words. */
const edged = (literal: string): string => {
  const inner = comparable(literal)
  if (inner === "") return /\s/.test(literal) ? " " : ""
  const before = /^\s+[\p{L}\p{N}]/u.test(literal) ? " " : ""
  const after = /[\p{L}\p{N}]\s+$/u.test(literal) ? " " : ""
  return before + inner + after
}
