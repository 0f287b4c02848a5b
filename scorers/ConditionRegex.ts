import { folded } from "./Fold.ts"
import { type Branch, branchOf } from "./ConditionRegexBranch.ts"
import { parseRegex, RegexError, type UnitClass } from "./ConditionRegexSyntax.ts"

/** UTF-16 offsets of a match in the text that was searched. */
export interface Match {
  readonly from: number
  readonly to: number
}

/**
 * A regex that cannot backtrack: it is a set of positions of which all that are alive move on together, unit by unit, so a text costs its
 * length times the size of the regex and never more. Both sides are folded, so case, width and script make no difference. Throws `RegexError`.
 */
export class ConditionRegex {
  private readonly branches: ReadonlyArray<Branch>

  constructor(source: string) {
    this.branches = parseRegex(source).map((alternative) => branchOf(alternative, source))
  }

  /** Where it matches: the first of overlapping matches, as long as it can be. */
  find(text: string): ReadonlyArray<Match> {
    const all: Array<Match> = []
    for (const branch of this.branches) run(branch, text, all)
    all.sort((a, b) => a.from - b.from || b.to - a.to)
    const kept: Array<Match> = []
    for (const match of all) if (kept.length === 0 || match.from >= kept[kept.length - 1]!.to) kept.push(match)
    return kept
  }
}

/** Why a regex is refused and what to write instead; `undefined` where it is not. */
export const regexFault = (source: string): string | undefined => {
  try {
    new ConditionRegex(source)
    return undefined
  } catch (error) {
    if (error instanceof RegexError) return error.message
    throw error
  }
}

const dead = -1

const run = ({ atEnd, atStart, classes, first, follow, last }: Branch, text: string, found: Array<Match>): void => {
  // Per position of the regex: where the leftmost match that has reached it began.
  let began = new Int32Array(classes.length).fill(dead)
  let next = new Int32Array(classes.length).fill(dead)
  let alive: Array<number> = []
  for (let i = 0; i < text.length; i++) {
    const unit = folded[text.charCodeAt(i)]!
    const reached: Array<number> = []
    const reach = (position: number, from: number) => {
      if (!isIn(unit, classes[position]!)) return
      if (next[position] === dead) reached.push(position)
      else if (next[position]! <= from) return
      next[position] = from
    }
    for (const position of alive) {
      for (const to of follow[position]!) reach(to, began[position]!)
      began[position] = dead
    }
    if (!atStart || i === 0) for (const position of first) reach(position, i)
    ;[began, next] = [next, began]
    alive = reached
    if (atEnd && i !== text.length - 1) continue
    let from = text.length
    for (const position of alive) if (last[position] === true && began[position]! < from) from = began[position]!
    if (from === text.length) continue
    const before = found.at(-1)
    // A longer match from the same place replaces the shorter one.
    if (before !== undefined && before.from === from) found[found.length - 1] = { from, to: i + 1 }
    else found.push({ from, to: i + 1 })
  }
}

const isIn = (unit: number, { negated, ranges }: UnitClass): boolean => {
  for (const [low, high] of ranges) if (unit >= low && unit <= high) return !negated
  return negated
}
