import { type Alternative, RegexError, type Tree, type UnitClass } from "./ConditionRegexSyntax.ts"
import { UnitSet } from "./ConditionUnitSet.ts"

/**
 * One top-level alternative as a Glushkov automaton: a position for every unit the regex can read, those a match may begin
 * and end with, and which may follow which.
 */
export interface Branch {
  /** What each position reads. */
  readonly classes: ReadonlyArray<UnitSet>
  /** What the first of them read. */
  readonly starts: UnitSet
  readonly first: ReadonlyArray<number>
  readonly follow: ReadonlyArray<ReadonlyArray<number>>
  readonly last: ReadonlyArray<boolean>
  readonly atStart: boolean
  readonly atEnd: boolean
}

const mostPositions = 400
const mostSteps = 8_000

interface Piece {
  readonly first: ReadonlyArray<number>
  readonly last: ReadonlyArray<number>
  readonly canBeEmpty: boolean
}

const nothing: Piece = { first: [], last: [], canBeEmpty: true }

/** Throws `RegexError` for one that is too large or needs nothing to match. */
export const branchOf = ({ atEnd, atStart, tree }: Alternative, source: string): Branch => {
  const error = (message: string) => new RegexError(`the regex ${source}: ${message}`)
  const classes: Array<UnitClass> = []
  const follow: Array<Set<number>> = []
  let steps = 0
  const tooLarge = () => error("too large: use fewer or shorter repeats and alternatives")

  const link = (from: ReadonlyArray<number>, to: ReadonlyArray<number>) => {
    for (const a of from) {
      for (const b of to) {
        follow[a]!.add(b)
        if (++steps > mostSteps) throw tooLarge()
      }
    }
  }
  const then = (a: Piece, b: Piece): Piece => {
    link(a.last, b.first)
    return {
      first: a.canBeEmpty ? [...a.first, ...b.first] : a.first,
      last: b.canBeEmpty ? [...a.last, ...b.last] : b.last,
      canBeEmpty: a.canBeEmpty && b.canBeEmpty
    }
  }
  const build = (node: Tree): Piece => {
    if (node._tag === "Unit") {
      if (classes.length >= mostPositions) throw tooLarge()
      classes.push(node.units)
      follow.push(new Set())
      return { first: [classes.length - 1], last: [classes.length - 1], canBeEmpty: false }
    }
    if (node._tag === "Sequence") return node.parts.reduce((piece, part) => then(piece, build(part)), nothing)
    if (node._tag === "Either") {
      const pieces = node.parts.map(build)
      return { first: pieces.flatMap((p) => p.first), last: pieces.flatMap((p) => p.last), canBeEmpty: pieces.some((p) => p.canBeEmpty) }
    }
    return repeat(node.part, node.least, node.most)
  }
  const repeat = (part: Tree, least: number, most: number): Piece => {
    if (most === Infinity) {
      const copies = Array.from({ length: Math.max(least, 1) }, () => build(part))
      const final = copies.at(-1)!
      link(final.last, final.first)
      const all = copies.reduce(then, nothing)
      return least === 0 ? { ...all, canBeEmpty: true } : all
    }
    // x{0,3} is (x(x(x)?)?)?: each copy is followed by the next one only.
    let tail = nothing
    for (let i = most; i > least; i--) tail = { ...then(build(part), tail), canBeEmpty: true }
    let head = nothing
    for (let i = 0; i < least; i++) head = then(head, build(part))
    return then(head, tail)
  }

  const whole = build(tree)
  if (whole.canBeEmpty) throw error("it matches even where nothing is said")
  const last = classes.map(() => false)
  for (const position of whole.last) last[position] = true
  const sets = new Map<UnitClass, UnitSet>()
  for (const units of classes) if (!sets.has(units)) sets.set(units, new UnitSet([units]))
  const starts = new UnitSet([...new Set(whole.first.map((position) => classes[position]!))])
  return { classes: classes.map((units) => sets.get(units)!), starts, first: whole.first, follow: follow.map((set) => [...set]), last, atStart, atEnd }
}
