import { folded } from "../wording/Fold.ts"

/** Folded UTF-16 units from `low` to `high`, or all but those. */
export interface UnitClass {
  readonly ranges: ReadonlyArray<readonly [low: number, high: number]>
  readonly negated: boolean
}

/** A regex that is refused; `message` says why and what to write instead. */
export class RegexError extends Error {}

/** What is read one after the other, of alternatives, or repeatedly; `isBroad`: nearly anything. */
export type Tree =
  | { readonly _tag: "Unit"; readonly units: UnitClass; readonly isBroad: boolean }
  | { readonly _tag: "Sequence"; readonly parts: ReadonlyArray<Tree> }
  | { readonly _tag: "Either"; readonly parts: ReadonlyArray<Tree> }
  | { readonly _tag: "Repeat"; readonly part: Tree; readonly least: number; readonly most: number }

/** One top-level alternative; `atStart` and `atEnd`: it must begin or end with the turn. */
export interface Alternative {
  readonly tree: Tree
  readonly atStart: boolean
  readonly atEnd: boolean
}

const mostRepeats = 100

/**
 * Reads the part of the regex notation that cannot surprise: literals, classes, groups, alternatives, bounded repeats, and unbounded ones of what
 * has one length. Throws `RegexError`.
 */
export const parseRegex = (source: string): ReadonlyArray<Alternative> => new Reader(source).read()

const units = (ranges: UnitClass["ranges"], negated = false): Tree => ({ _tag: "Unit", units: { ranges, negated }, isBroad: negated })
const digits = [[48, 57]] as const
const wordUnits = [...digits, [95, 95], [97, 122]] as const
const spaces = [[9, 13], [32, 32], [0xa0, 0xa0], [0x3000, 0x3000]] as const
const shorthands: Readonly<Record<string, Tree>> = {
  d: units(digits), D: units(digits, true), w: units(wordUnits), W: units(wordUnits, true), s: units(spaces), S: units(spaces, true)
}
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9 }

class Reader {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  read(): ReadonlyArray<Alternative> {
    const alternatives: Array<Alternative> = []
    do {
      const atStart = this.take("^")
      const parts = this.parts()
      const atEnd = this.take("$")
      if (this.at < this.source.length && this.source[this.at] !== "|") {
        if (this.source[this.at] === ")") throw this.error("a ) without its (")
        throw this.error("^ stands only at the very beginning of an alternative and $ only at its end")
      }
      alternatives.push({ tree: { _tag: "Sequence", parts }, atStart, atEnd })
    } while (this.take("|"))
    return alternatives
  }

  private parts(): ReadonlyArray<Tree> {
    const parts: Array<Tree> = []
    for (;;) {
      const c = this.source[this.at]
      if (c === undefined || c === "|" || c === ")" || c === "^" || c === "$") return parts
      parts.push(this.repeated(this.one(c)))
    }
  }

  private one(c: string): Tree {
    this.at++
    if (c === "(") return this.group()
    if (c === "[") return this.set()
    if (c === ".") return units([], true)
    if (c === "\\") return this.escape(false)
    if (c === "*" || c === "+" || c === "?") throw this.error(`a ${c} with nothing before it`)
    return literal(c)
  }

  private group(): Tree {
    if (this.source[this.at] === "?") {
      if (this.source[this.at + 1] !== ":") throw this.error("look-around, named groups and flags are refused; for what must not stand there use unless or except")
      this.at += 2
    }
    const parts: Array<Tree> = []
    do parts.push({ _tag: "Sequence", parts: this.parts() })
    while (this.take("|"))
    if (!this.take(")")) {
      throw this.error(this.at < this.source.length ? "^ stands only at the very beginning of an alternative and $ only at its end" : "a ( without its )")
    }
    return parts.length === 1 ? parts[0]! : { _tag: "Either", parts }
  }

  private escape(inSet: boolean): Tree {
    const c = this.source[this.at++]
    if (c === undefined) throw this.error("a \\ at the end")
    const shorthand = shorthands[c]
    if (shorthand !== undefined) return shorthand
    const control = controls[c]
    if (control !== undefined) return units([[control, control]])
    if (c === "u") {
      const hex = /^[0-9a-fA-F]{4}/.exec(this.source.slice(this.at))
      if (hex === null) throw this.error("\\u takes four hexadecimal digits")
      this.at += 4
      return literal(String.fromCharCode(Number.parseInt(hex[0], 16)))
    }
    if (/[1-9]/.test(c) || c === "k") throw this.error("back-references are refused: to find repetition use repeats")
    if (/[a-zA-Z0]/.test(c)) throw this.error(`\\${c} is refused${inSet || !/[bB]/.test(c) ? "" : ": for whole words write phrases under say"}`)
    return literal(c)
  }

  private set(): Tree {
    const negated = this.take("^")
    const ranges: Array<readonly [number, number]> = []
    while (!this.take("]")) {
      const c = this.source[this.at]
      if (c === undefined) throw this.error("a [ without its ]")
      const from = this.member(c)
      if (this.source[this.at] !== "-" || this.source[this.at + 1] === "]" || this.source[this.at + 1] === undefined) {
        ranges.push(...from)
        continue
      }
      this.at++
      const low = from[0]![0]
      const high = this.member(this.source[this.at]!)[0]![0]
      if (low > high) throw this.error(`the range ${String.fromCharCode(low)}-${String.fromCharCode(high)} runs backwards`)
      ranges.push([low, high])
    }
    if (ranges.length === 0) throw this.error("an empty [ ]")
    return units(ranges, negated)
  }

  private member(c: string): UnitClass["ranges"] {
    this.at++
    if (c >= "\ud800" && c <= "\udfff") throw this.error("a character outside the basic plane within [ ]: write it as an alternative")
    const tree = c === "\\" ? this.escape(true) : literal(c)
    if (tree._tag !== "Unit" || tree.units.negated) throw this.error("\\D, \\W and \\S within [ ] are refused: write what may stand there")
    return tree.units.ranges
  }

  private repeated(part: Tree): Tree {
    const c = this.source[this.at]
    const counted = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/.exec(this.source.slice(this.at))
    if (c === "{" && counted === null) throw this.error("a { that is no {n}, {n,} or {n,m}: write \\{")
    if (counted === null && c !== "*" && c !== "+" && c !== "?") return part
    this.at += counted === null ? 1 : counted[0].length
    const least = counted === null ? (c === "+" ? 1 : 0) : Number(counted[1])
    const most = counted === null ? (c === "?" ? 1 : Infinity) : counted[2] === undefined ? least : counted[3] === "" ? Infinity : Number(counted[3])
    const again = this.source[this.at]
    if (again === "*" || again === "+" || again === "?" || again === "{") throw this.error("a repeat of a repeat; a match is always as long as it can be, so ? after a repeat is refused too")
    if (most < least || most === 0) throw this.error("a repeat that can never be")
    if ((most === Infinity ? least : most) > mostRepeats) throw this.error(`a repeat goes up to ${mostRepeats}`)
    if (most === Infinity) {
      if (isBroad(part)) throw this.error("a repeat without end of anything at all: write a bounded one such as .{0,40}")
      if (fixedLength(part) === null) throw this.error("a repeat without end of something that can itself be of several lengths, such as (a+)+ or (a|aa)+: bound it, such as {1,5}")
    }
    return { _tag: "Repeat", part, least, most }
  }

  private take(c: string): boolean {
    if (this.source[this.at] !== c) return false
    this.at++
    return true
  }

  private error(message: string): RegexError {
    return new RegexError(`the regex ${this.source}: ${message}`)
  }
}

const literal = (c: string): Tree => {
  const unit = folded[c.charCodeAt(0)]!
  return units([[unit, unit]])
}

const isBroad = (tree: Tree): boolean => {
  if (tree._tag === "Unit") return tree.isBroad
  return tree._tag === "Repeat" ? isBroad(tree.part) : tree.parts.some(isBroad)
}

/** The one length of everything that a tree matches, or `null`. */
const fixedLength = (tree: Tree): number | null => {
  if (tree._tag === "Unit") return 1
  if (tree._tag === "Repeat") {
    const length = fixedLength(tree.part)
    return length === null || tree.least !== tree.most ? null : length * tree.least
  }
  const lengths = tree.parts.map(fixedLength)
  if (lengths.includes(null)) return null
  if (tree._tag === "Sequence") return lengths.reduce<number>((sum, length) => sum + length!, 0)
  return lengths.every((length) => length === lengths[0]) ? (lengths[0] ?? 0) : null
}
