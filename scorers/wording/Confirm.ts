import type { CompiledPattern, CompiledSlot } from "./CompiledPattern.ts"
import { classOf, unitClass } from "./Fold.ts"
import { beginsTurn, breakKind, type Wording } from "./Wording.ts"

/**
 * Where a pattern stands around its anchor slot, of which one option, without the spaces at its edges, was found from `start`
 * to `end`; `null` where it does not. Of several ways to read it, the one with the longest options and the shortest gaps. Positions that led nowhere are
 * remembered, so that the work is bounded by positions × items whatever the text.
 */
export const confirmPattern = (
  wording: Wording,
  pattern: CompiledPattern,
  anchor: number,
  option: string,
  start: number,
  end: number
): { readonly start: number; readonly end: number } | null => {
  // Most places are told by where they stand alone.
  if (pattern.fromStart !== null && anchor === 0 && !option.startsWith(" ") && !nearStart(wording, start, pattern.fromStart)) return null
  if (pattern.toEnd !== null && anchor === pattern.items.length - 1 && !option.endsWith(" ") && !nearEnd(wording, end, pattern.toEnd)) return null
  const after = option.endsWith(" ") ? literalEnd(wording, " ", end) : end
  const to = after < 0 ? -1 : right.start(wording, pattern, anchor + 1, after)
  if (to < 0) return null
  const before = option.startsWith(" ") ? literalStart(wording, " ", start) : start
  const from = before < 0 ? -1 : left.start(wording, pattern, anchor - 1, before)
  return from < 0 ? null : { start: from, end: to }
}

/** Follows a pattern to the right (`step` 1) or left (−1) of a position that lies between two units. One instance serves every walk. */
class Walk {
  private readonly step: 1 | -1
  private wording!: Wording
  private pattern!: CompiledPattern
  private origin = 0
  /** By item and distance from the origin: the walk that came by here in vain. */
  private dead = new Uint32Array(1024)
  private width = 0
  private walk = 0

  constructor(step: 1 | -1) {
    this.step = step
  }

  /** The position after the last item when item `item` begins at `at`, or -1. */
  start(wording: Wording, pattern: CompiledPattern, item: number, at: number): number {
    this.wording = wording
    this.pattern = pattern
    if (pattern.items[item] === undefined) return this.mayEnd(at) ? at : -1
    this.origin = at
    this.width = pattern.longest + 1
    if (this.dead.length < pattern.items.length * this.width) this.dead = new Uint32Array(pattern.items.length * this.width)
    if (++this.walk > 0xffff_ffff) {
      this.dead.fill(0)
      this.walk = 1
    }
    return this.from(item, at)
  }

  private from(item: number, at: number): number {
    const next = this.pattern.items[item]
    if (next === undefined) return this.mayEnd(at) ? at : -1
    const place = item * this.width + (at - this.origin) * this.step
    if (this.dead[place] === this.walk) return -1
    const found = next._tag === "Slot" ? this.slot(next, item, at) : this.gap(next.longest, item, at)
    if (found < 0) this.dead[place] = this.walk
    return found
  }

  private mayEnd(at: number): boolean {
    const { pattern: { fromStart, toEnd }, step, wording } = this
    if (!isBorder(wording, at)) return false
    if (step > 0) return toEnd === null || nearEnd(wording, at, toEnd)
    return fromStart === null || nearStart(wording, at, fromStart)
  }

  /** Whether the pattern may end here, with nothing said for the items from `item` on. */
  private mayStop(item: number, at: number): boolean {
    for (let i = item; ; i += this.step) {
      const next = this.pattern.items[i]
      if (next === undefined) return this.mayEnd(at)
      if (next._tag === "Slot" && !next.isOptional) return false
    }
  }

  private slot(slot: CompiledSlot, item: number, at: number): number {
    const { step, wording } = this
    const options = step > 0 ? slot.beginning(at < wording.length ? wording.units[at]! : 0) : slot.ending(at > 0 ? wording.units[at - 1]! : 0)
    for (let i = 0; i < options.length; i++) {
      const option = options[i]!
      const after = step > 0 ? literalEnd(wording, option, at) : literalStart(wording, option, at)
      if (after < 0) continue
      const end = this.from(item + step, after)
      if (end >= 0) return end
    }
    return -1
  }

  private gap(longest: number, item: number, from: number): number {
    const { wording, step } = this
    for (let moved = 0, at = from; moved <= longest; moved++, at += step) {
      if (at < 0 || at > wording.length) return -1
      if (at < wording.length && wording.breaks[at]! >= breakKind.sentence) return this.mayStop(item + step, at) ? at : -1
      const end = this.from(item + step, at)
      if (end >= 0) return end
    }
    return -1
  }
}

const right = new Walk(1)
const left = new Walk(-1)

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
  at <= 0 || at >= w.length || beginsTurn(w.breaks[at]!) || !isWord(w.units[at - 1]!) || !isWord(w.units[at]!)

const nearStart = (w: Wording, at: number, longest: number): boolean => {
  for (let i = at; i >= 0 && at - i <= longest; i--) if (i === 0 || startsTurn(w, i)) return true
  return false
}

/** Between Latin words of two turns stands a space, and it is there that the turn changes. */
const startsTurn = (w: Wording, at: number) => beginsTurn(w.breaks[at]!) || (w.units[at - 1] === space && beginsTurn(w.breaks[at - 1]!))

const nearEnd = (w: Wording, at: number, longest: number): boolean => {
  for (let i = at; i <= w.length && i - at <= longest; i++) if (i === w.length || beginsTurn(w.breaks[i]!)) return true
  return false
}
