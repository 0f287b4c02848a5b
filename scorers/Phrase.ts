import { comparable } from "./Wording.ts"

/**
 * A wording as the matcher looks for it: literal parts in order, between each pair a gap of at most `gaps[i]` units that
 * stays within a sentence; at the start or end of what the speaker says in one go where `atStart`/`atEnd`.
 */
export interface Pattern {
  readonly parts: ReadonlyArray<string>
  readonly gaps: ReadonlyArray<number>
  readonly atStart: boolean
  readonly atEnd: boolean
}

/** Named lists of phrases that others refer to as `<name>`. */
export type WordLists = ReadonlyMap<string, ReadonlyArray<string>>

/** A phrase that cannot be read; `message` says what is wrong and how to write it. */
export class PhraseError extends Error {}

const defaultGap = 12
const longestGap = 40
const mostPatterns = 20_000

/**
 * Reads the phrase notation: `(a|b)` either, `(a)?` or `(a|b)?` optional, `…` a gap of at most 12 characters, `…{n}` of at most
 * n (≤ 40), `<list>` any phrase of a named list, `^` and `$` the start and end of what the speaker says in one go. All else is
 * literal, compared without regard to script, case, width, punctuation and spacing.
 */
export const parsePhrase = (phrase: string, lists: WordLists): ReadonlyArray<Pattern> => {
  const variants = new Reader(phrase, lists, []).read()
  const patterns: Array<Pattern> = []
  const seen = new Set<string>()
  for (const variant of variants) {
    if (seen.has(variant)) continue
    seen.add(variant)
    patterns.push(toPattern(variant, phrase))
  }
  return patterns
}

// Within variants, a gap of n is gapMark followed by the unit n.
const gapMark = "\uE000"

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

  read(): ReadonlyArray<string> {
    const variants = this.alternatives()
    if (this.position < this.text.length) throw new PhraseError(`“${this.text}”: a ) without its (`)
    return variants
  }

  private alternatives(): ReadonlyArray<string> {
    const all = [...this.sequence()]
    while (this.text[this.position] === "|") {
      this.position++
      all.push(...this.sequence())
    }
    return all
  }

  private sequence(): ReadonlyArray<string> {
    let variants: ReadonlyArray<string> = [""]
    for (;;) {
      const c = this.text[this.position]
      if (c === undefined || c === "|" || c === ")") return variants
      let next: ReadonlyArray<string>
      if (c === "(") next = this.group()
      else if (c === "<") next = this.list()
      else if (c === "…") next = [this.gap()]
      else {
        next = [c]
        this.position++
      }
      if (variants.length * next.length > mostPatterns) {
        throw new PhraseError(`“${this.text}” stands for more than ${mostPatterns} wordings: split it, or use fewer alternatives`)
      }
      variants = next.length === 1 ? variants.map((v) => v + next[0]) : variants.flatMap((v) => next.map((n) => v + n))
    }
  }

  private group(): ReadonlyArray<string> {
    this.position++
    const inner = this.alternatives()
    if (this.text[this.position] !== ")") throw new PhraseError(`“${this.text}”: a ( without its )`)
    this.position++
    if (this.text[this.position] !== "?") return inner
    this.position++
    return [...inner, ""]
  }

  private list(): ReadonlyArray<string> {
    const end = this.text.indexOf(">", this.position)
    const name = this.text.slice(this.position + 1, end)
    const entries = end < 0 ? undefined : this.lists.get(name)
    if (entries === undefined) {
      throw new PhraseError(`“${this.text}”: there is no word list <${end < 0 ? "" : name}>; known: ${[...this.lists.keys()].join(", ") || "none"}`)
    }
    if (this.inside.includes(name)) throw new PhraseError(`the word list <${name}> refers to itself`)
    this.position = end + 1
    return entries.flatMap((entry) => new Reader(entry, this.lists, [...this.inside, name]).read())
  }

  private gap(): string {
    this.position++
    const size = /^\{(\d+)\}/.exec(this.text.slice(this.position))
    if (size === null) return gapMark + String.fromCharCode(defaultGap)
    this.position += size[0].length
    const units = Number(size[1])
    if (units < 1 || units > longestGap) throw new PhraseError(`“${this.text}”: a gap is 1 to ${longestGap} characters long`)
    return gapMark + String.fromCharCode(units)
  }
}

const toPattern = (variant: string, phrase: string): Pattern => {
  const atStart = variant.startsWith("^")
  const atEnd = variant.endsWith("$")
  const pieces = variant.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).split(gapMark)
  const parts: Array<string> = []
  const gaps: Array<number> = []
  pieces.forEach((piece, i) => {
    if (i > 0) gaps.push(piece.charCodeAt(0))
    parts.push(comparable(i === 0 ? piece : piece.slice(1)))
  })
  if (parts.some((part) => part === "")) {
    throw new PhraseError(`“${phrase}” has a wording with nothing to look for beside a gap, or none at all`)
  }
  return { parts, gaps, atStart, atEnd }
}
