import type { Turn } from "../../schemas/Transcript.ts"
import { classOf, folded, unitClass } from "./Fold.ts"

/**
 * What stood in the original between a unit and the one before it: `line`, a turn of the same speaker that goes on with the sentence; `turn`, one that does not.
 * A phrase may run over any of them, a gap only over `clause` and `line`.
 */
export const breakKind = { none: 0, clause: 1, line: 2, sentence: 3, turn: 4, speaker: 5 } as const

const space = 32

/**
 * The words of a whole transcript as they are compared: folded, without punctuation, with single spaces only between Latin
 * words, each unit mapped back to its turn and offset in the original text. Adjacent turns of one speaker run on.
 * One instance is filled again for every transcript, so that judging allocates next to nothing.
 */
export class Wording {
  length = 0
  units = new Uint16Array(4096)
  /** The turn each unit came from. */
  turns = new Int32Array(4096)
  /** The UTF-16 offset of each unit in the text of its turn. */
  offsets = new Int32Array(4096)
  /** The `breakKind` before each unit. */
  breaks = new Uint8Array(4096)
  /** First unit of each turn, and one entry more for the end: turn t spans `starts[t]` to `starts[t + 1]`. */
  starts: Array<number> = []

  fill(turns: ReadonlyArray<Turn>): void {
    this.length = 0
    this.starts.length = 0
    let before: Turn | undefined
    // A turn without words leaves no unit to carry its break, which the next one then has to.
    let carried: number = breakKind.none
    for (let t = 0; t < turns.length; t++) {
      const turn = turns[t]!
      const start = this.length
      this.starts.push(start)
      const sameSpeaker = before !== undefined && before.role === turn.role && before.agent === turn.agent
      carried = Math.max(carried, sameSpeaker ? between(before!, turn) : breakKind.speaker)
      this.append(turn.text, t, carried)
      if (this.length > start) carried = breakKind.none
      before = turn
    }
    this.starts.push(this.length)
  }

  private append(text: string, turn: number, first: number): void {
    // One unit can give two (a space before it), so this much room is always enough.
    this.reserve(this.length + 2 * text.length)
    const { units, turns, offsets, breaks } = this
    const begin = this.length
    let n = begin
    let pending: number = first
    let spaced = true
    let lastWasWord = n > 0 && classOf[units[n - 1]!] === unitClass.word
    for (let i = 0; i < text.length; i++) {
      const original = text.charCodeAt(i)
      // What people say while they think stands in a clause of its own, within others.
      if ((n === begin || pending >= breakKind.clause) && fillersBegin.has(original)) {
        const length = fillerAt(text, i)
        if (length > 0) {
          i += length - 1
          continue
        }
      }
      const kind = classOf[original]!
      if (kind < unitClass.word) {
        if (kind === unitClass.dropped) continue
        // 3.5 and 1,000 are one number each.
        if (kind !== unitClass.space && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) continue
        spaced = true
        if (kind === unitClass.clause && pending < breakKind.clause) pending = breakKind.clause
        else if (kind === unitClass.sentence && pending < breakKind.sentence) pending = breakKind.sentence
        continue
      }
      const isWord = kind === unitClass.word
      if (isWord && lastWasWord && spaced) {
        units[n] = space
        turns[n] = turn
        offsets[n] = i
        breaks[n] = pending
        n++
        pending = breakKind.none
      }
      units[n] = folded[original]!
      turns[n] = turn
      offsets[n] = i
      breaks[n] = pending
      n++
      pending = breakKind.none
      spaced = false
      lastWasWord = isWord
    }
    this.length = n
  }

  private reserve(size: number): void {
    if (size <= this.units.length) return
    const capacity = Math.max(size, this.units.length * 2)
    this.units = grown(Uint16Array, this.units, capacity)
    this.turns = grown(Int32Array, this.turns, capacity)
    this.offsets = grown(Int32Array, this.offsets, capacity)
    this.breaks = grown(Uint8Array, this.breaks, capacity)
  }
}

/** A speaker who goes on within this time has not ended the sentence: typed, counted from the message before; spoken, from its end. */
const pauseMs = { typed: 20_000, spoken: 1_500 } as const

/** What stands between two messages, or two stretches of speech, of one speaker. Whoever ends one with a comma has not ended the clause. */
const between = ({ endMs, startMs, text }: Turn, next: Turn): number => {
  if (/[，,、]\s*$/.test(text)) return breakKind.clause
  if (/[。！？!?.…~～：:;；]\s*$/.test(text)) return breakKind.turn
  if (startMs === null || next.startMs === null) return breakKind.line
  return (endMs === null ? next.startMs - startMs <= pauseMs.typed : next.startMs - endMs < pauseMs.spoken) ? breakKind.line : breakKind.turn
}

/** Whether a turn begins at a unit with this break before it. */
export const beginsTurn = (kind: number): boolean => kind === breakKind.line || kind >= breakKind.turn

const filler = /(?:嗯+|呃+|那[个個]|u+m+|u+h+|e+r+m*)(?=\s*[，,、…]\s*[\p{L}\p{N}])/uiy

const fillersBegin = new Set(Array.from("嗯呃那uUeE", (character) => character.charCodeAt(0)))

/** The length of a filler that begins here, with a comma and more words behind it; 0 where none does. */
const fillerAt = (text: string, at: number): number => {
  filler.lastIndex = at
  return filler.exec(text)?.[0].length ?? 0
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57

const grown = <A extends Uint16Array | Int32Array | Uint8Array>(Kind: new (length: number) => A, old: A, capacity: number): A => {
  const fresh = new Kind(capacity)
  fresh.set(old)
  return fresh
}

const scratch = new Wording()

/** The comparable form of a phrase: what `Wording` makes of the same text in one turn. */
export const comparable = (text: string): string => {
  scratch.fill([{ role: "agent", text, startMs: null, endMs: null, agent: null, confidence: null }])
  return String.fromCharCode(...scratch.units.subarray(0, scratch.length))
}
