import { classOf, unitClass } from "./Fold.ts"
import type { Pattern, Slot } from "./Phrase.ts"
import { breakKind, type Wording } from "./Wording.ts"

/**
 * Where a pattern stands around its anchor slot, of which one option, without the spaces at its edges, was found from `start`
 * to `end`; `null` where it does not. Of several ways to read it, the one with the longest options and the shortest gaps. Positions that led nowhere are
 * remembered, so that the work is bounded by positions × items whatever the text.
 */
export const confirmPattern = (
  wording: Wording,
  pattern: Pattern,
  anchor: number,
  option: string,
  start: number,
  end: number
): { readonly start: number; readonly end: number } | null => {
  const after = option.endsWith(" ") ? literalEnd(wording, " ", end) : end
  const right = after < 0 ? -1 : new Walk(wording, pattern, 1).from(anchor + 1, after)
  if (right < 0) return null
  const before = option.startsWith(" ") ? literalStart(wording, " ", start) : start
  const left = before < 0 ? -1 : new Walk(wording, pattern, -1).from(anchor - 1, before)
  if (left < 0 || !wholeWords(wording, left, right)) return null
  if (pattern.fromStart !== null && !nearStart(wording, left, pattern.fromStart)) return null
  if (pattern.toEnd !== null && !nearEnd(wording, right, pattern.toEnd)) return null
  return { start: left, end: right }
}

/** Follows a pattern to the right (`step` 1) or left (−1) of a position that lies between two units. */
class Walk {
  private dead: Set<number> | undefined
  private readonly wording: Wording
  private readonly pattern: Pattern
  private readonly step: 1 | -1

  constructor(wording: Wording, pattern: Pattern, step: 1 | -1) {
    this.wording = wording
    this.pattern = pattern
    this.step = step
  }

  /** The position after the last item, or -1. */
  from(item: number, at: number): number {
    const next = this.pattern.items[item]
    if (next === undefined) return at
    const key = item * 0x1000000 + at
    if (this.dead?.has(key) === true) return -1
    const found = next._tag === "Slot" ? this.slot(next, item, at) : this.gap(next.longest, item, at)
    if (found < 0) (this.dead ??= new Set()).add(key)
    return found
  }

  private slot(slot: Slot, item: number, at: number): number {
    for (const option of slot.options) {
      const after = this.step > 0 ? literalEnd(this.wording, option, at) : literalStart(this.wording, option, at)
      if (after < 0) continue
      const end = this.from(item + this.step, after)
      if (end >= 0) return end
    }
    return -1
  }

  private gap(longest: number, item: number, from: number): number {
    const { wording, step } = this
    for (let moved = 0, at = from; moved <= longest; moved++, at += step) {
      if (at < 0 || at > wording.length) return -1
      if (at < wording.length && wording.breaks[at]! >= breakKind.sentence) return -1
      const end = this.from(item + step, at)
      if (end >= 0) return end
    }
    return -1
  }
}

const space = 32

/** A space in a literal is a space of the text, or the border between a Latin word and something else. */
const literalEnd = (w: Wording, literal: string, from: number): number => {
  let at = from
  for (let i = 0; i < literal.length; i++) {
    const unit = literal.charCodeAt(i)
    if (unit === space && w.units[at] !== space) {
      if (isBorder(w, at)) continue
      return -1
    }
    if (at >= w.length || w.units[at] !== unit || (at > 0 && w.breaks[at] === breakKind.speaker)) return -1
    at++
  }
  return at
}

const literalStart = (w: Wording, literal: string, from: number): number => {
  let at = from
  for (let i = literal.length - 1; i >= 0; i--) {
    const unit = literal.charCodeAt(i)
    if (unit === space && w.units[at - 1] !== space) {
      if (isBorder(w, at)) continue
      return -1
    }
    if (at <= 0 || w.units[at - 1] !== unit || w.breaks[at] === breakKind.speaker) return -1
    at--
  }
  return at
}

const isWord = (unit: number) => classOf[unit] === unitClass.word

/** Not within a Latin word. */
const isBorder = (w: Wording, at: number) =>
  at <= 0 || at >= w.length || w.breaks[at]! >= breakKind.turn || !isWord(w.units[at - 1]!) || !isWord(w.units[at]!)

const wholeWords = (w: Wording, start: number, end: number) => isBorder(w, start) && isBorder(w, end)

const nearStart = (w: Wording, at: number, longest: number): boolean => {
  for (let i = at; i >= 0 && at - i <= longest; i--) if (i === 0 || w.breaks[i]! >= breakKind.turn) return true
  return false
}

const nearEnd = (w: Wording, at: number, longest: number): boolean => {
  for (let i = at; i <= w.length && i - at <= longest; i++) if (i === w.length || w.breaks[i]! >= breakKind.turn) return true
  return false
}
