import { type Branch, branchOf } from "./ConditionRegexBranch.ts"
import { parseRegex, RegexError } from "./ConditionRegexSyntax.ts"
import { UnitSet } from "./ConditionUnitSet.ts"
import { folded } from "../wording/Fold.ts"

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
  private readonly runners: ReadonlyArray<Runner>
  /** Where none of these stands, it matches nowhere. */
  private readonly starts: UnitSet

  constructor(source: string) {
    const branches = parseRegex(source).map((alternative) => branchOf(alternative, source))
    this.runners = branches.map((branch) => new Runner(branch))
    this.starts = new UnitSet(branches.flatMap(({ starts }) => starts.classes))
  }

  /** Where it matches: the first of overlapping matches, as long as it can be. */
  find(text: string): ReadonlyArray<Match> {
    const all: Array<Match> = []
    let at = 0
    while (at < text.length && !this.starts.has(folded[text.charCodeAt(at)]!)) at++
    if (at === text.length) return all
    for (const runner of this.runners) runner.run(text, all)
    if (all.length < 2) return all
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

class Runner {
  private readonly branch: Branch
  // Per position of the regex: where the leftmost match that has reached it began. Both are all dead between runs.
  private began: Int32Array
  private next: Int32Array
  private alive: Array<number> = []
  private reached: Array<number> = []

  constructor(branch: Branch) {
    this.branch = branch
    this.began = new Int32Array(branch.follow.length).fill(dead)
    this.next = new Int32Array(branch.follow.length).fill(dead)
  }

  run(text: string, found: Array<Match>): void {
    const { atEnd, atStart, first, follow, last, starts } = this.branch
    const { length } = text
    for (let i = 0; i < length; i++) {
      const unit = folded[text.charCodeAt(i)]!
      const begins = (!atStart || i === 0) && starts.has(unit)
      if (!begins && this.alive.length === 0) {
        if (atStart) return
        continue
      }
      for (const position of this.alive) {
        for (const to of follow[position]!) this.reach(to, unit, this.began[position]!)
        this.began[position] = dead
      }
      if (begins) for (const position of first) this.reach(position, unit, i)
      ;[this.began, this.next] = [this.next, this.began]
      ;[this.alive, this.reached] = [this.reached, this.alive]
      this.reached.length = 0
      if (!atEnd || i === length - 1) this.end(i + 1, last, found)
    }
    for (const position of this.alive) this.began[position] = dead
    this.alive.length = 0
  }

  private reach(position: number, unit: number, from: number): void {
    if (!this.branch.classes[position]!.has(unit)) return
    if (this.next[position] === dead) this.reached.push(position)
    else if (this.next[position]! <= from) return
    this.next[position] = from
  }

  private end(to: number, last: ReadonlyArray<boolean>, found: Array<Match>): void {
    let from = to
    for (const position of this.alive) if (last[position] === true && this.began[position]! < from) from = this.began[position]!
    if (from === to) return
    const before = found[found.length - 1]
    // A longer match from the same place replaces the shorter one.
    if (before !== undefined && before.from === from && before.to < to) found[found.length - 1] = { from, to }
    else found.push({ from, to })
  }
}
