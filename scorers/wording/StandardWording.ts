import { Schema } from "effect"
import { type Alike, Approximate, HeardText, threshold } from "./Approximate.ts"
import { comparable } from "./Wording.ts"
import type { Reading } from "./Reading.ts"

/**
 * Whole standard wordings, part by part in the order in which they are said, each part under the name of the element or step
 * it stands for. In calls they are recognised by their sound too; `…` stands for a name of at most 12 characters. Chinese only.
 */
export const StandardWordings = Schema.NonEmptyArray(Schema.Record({ key: Schema.NonEmptyString, value: Schema.NonEmptyString }))

/** Below this share of common pairs of characters a text is about something else; above it, sounds are compared. */
const leastPairs = 0.2
/** A part that stands alone must be long enough to be told by its sound. */
const leastSyllables = 4

/** Finds standard wordings in what a recogniser made of them. Made ready when it is first needed: the dictionary of sounds takes time to load. */
export class StandardWording {
  private readonly wholes: ReadonlyArray<Readonly<Record<string, string>>>
  /** How many pairs of characters each wording has, and for every pair the wordings it is in. */
  private readonly pairs: ReadonlyArray<number>
  private readonly wordingsWith = new Map<number, Array<number>>()
  /** Pairs of each wording that a text has; and in which text each was last seen, so that none counts twice. */
  private readonly common: Uint16Array
  private readonly seenIn = new Map<number, number>()
  private texts = 0
  private compiled: ReadonlyArray<Approximate> | undefined

  constructor(wholes: ReadonlyArray<Readonly<Record<string, string>>> | undefined) {
    this.wholes = [...(wholes ?? []), ...alone(wholes ?? [])]
    this.common = new Uint16Array(this.wholes.length)
    this.pairs = this.wholes.map((whole, i) => {
      const pairs = pairsOf(comparable(Object.values(whole).join("")))
      for (const pair of pairs) {
        const wordings = this.wordingsWith.get(pair)
        if (wordings === undefined) this.wordingsWith.set(pair, [i])
        else wordings.push(i)
      }
      return pairs.size
    })
  }

  /** The parts that were said in these turns, by name, where they sound most alike. */
  find(reading: Reading, turns: ReadonlyArray<number>): ReadonlyMap<string, Alike> {
    const found = new Map<string, Alike>()
    const near = this.near(reading, turns)
    if (near.length === 0) return found
    this.compiled ??= this.wholes.map((whole) => new Approximate(Object.entries(whole).map(([name, wording]) => ({ name, wording }))))
    const text = new HeardText(reading.wording, turns)
    for (const i of near) {
      for (const [name, part] of this.compiled[i]!.find(text)?.parts ?? []) {
        const other = found.get(name)
        if (other === undefined || part.similarity > other.similarity) found.set(name, part)
      }
    }
    return found
  }

  /** The turns in which one of the wordings was said, by a look at each turn for itself: cheap enough for every turn of a call. */
  turns(reading: Reading, turns: ReadonlyArray<number>): ReadonlyArray<number> {
    return turns.filter((turn) => this.find(reading, [turn]).size > 0)
  }

  private near({ wording }: Reading, turns: ReadonlyArray<number>): ReadonlyArray<number> {
    if (this.wholes.length === 0) return []
    const { common, pairs, seenIn, wordingsWith } = this
    const { starts, units } = wording
    common.fill(0)
    this.texts++
    for (const turn of turns) {
      for (let at = starts[turn]! + 1; at < starts[turn + 1]!; at++) {
        const pair = units[at - 1]! * 0x10000 + units[at]!
        const wordings = wordingsWith.get(pair)
        if (wordings === undefined || seenIn.get(pair) === this.texts) continue
        seenIn.set(pair, this.texts)
        for (const wording of wordings) common[wording]!++
      }
    }
    const near: Array<number> = []
    pairs.forEach((count, i) => {
      if (common[i]! >= leastPairs * count) near.push(i)
    })
    return near
  }
}

/** How a finding that rests on a sound names its part: it must be seen that it does. */
export const heardNote = (name: string, { similarity }: Alike): string => `${name} (heard, ${Math.round(similarity * 100)} % alike)`

const pairsOf = (text: string): ReadonlySet<number> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1)))

/** The parts that are recognised without the rest. */
const alone = (wholes: ReadonlyArray<Readonly<Record<string, string>>>): ReadonlyArray<Readonly<Record<string, string>>> => {
  const parts = new Map<string, Readonly<Record<string, string>>>()
  for (const whole of wholes) {
    for (const [name, wording] of Object.entries(whole)) {
      const syllables = comparable(wording.replaceAll("…", "")).length
      if (syllables >= leastSyllables && threshold(syllables) < 1) parts.set(`${name} ${wording}`, { [name]: wording })
    }
  }
  return [...parts.values()]
}
