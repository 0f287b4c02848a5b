import { isHan, type Sound, soundOf } from "./Pinyin.ts"
import { comparable, type Wording } from "./Wording.ts"

/** A part of a standard wording, in the order in which it is said; `…` stands for a name or a company of at most 12 characters. */
export interface Part {
  readonly name: string
  readonly wording: string
}

/** Units `start` to `end` (exclusive) of a `Wording` that sound like a wording: `similarity` 0–1. */
export interface Alike {
  readonly start: number
  readonly end: number
  readonly similarity: number
}

export interface AlikeParts extends Alike {
  /** The parts of which enough is there. */
  readonly parts: ReadonlyMap<string, Alike>
}

// What it costs that something else was heard (a character in place of another, one too few, one too many).
const cost = { sameSound: 0.15, likeSound: 0.4, other: 1, missing: 1, added: 0.5, filler: 0.2 } as const
const slotLength = 12
/** Below this much of it, a part was not said, however well the rest of the wording fits. */
const leastOfPart = 0.6
/** Texts are compared in pieces of this many units, so that no text makes it slow. */
const pieceLength = 600

/** How alike a wording of so many syllables must be: a short one is another word as soon as one of its sounds is. */
export const threshold = (syllables: number): number => (syllables <= 3 ? 1 : syllables <= 6 ? 0.85 : syllables <= 12 ? 0.78 : 0.72)

interface Item {
  /** 0 for any character of a slot. */
  readonly unit: number
  readonly sound: Sound | null
  readonly part: number
}

const slotItem = 0
const operation = { start: 0, paired: 1, missing: 2, added: 3 } as const

/**
 * A standard wording that is recognised by its sound: what a recogniser wrote is compared syllable by syllable, without
 * tones, and the cheapest alignment (Sellers) says which parts were said and where. Positive evidence in calls only.
 */
export class Approximate {
  private readonly names: ReadonlyArray<string>
  private readonly items: ReadonlyArray<Item>
  private readonly syllables: number
  /** Syllables of each part. */
  private readonly lengths: ReadonlyArray<number>
  /** The least similarity that counts. */
  private readonly least: number
  /** Item by item of the column at hand and the one before: cost so far; and for the way back, what was done in every cell. */
  private before: Float64Array
  private now: Float64Array
  private done = new Uint8Array(0)

  constructor(parts: ReadonlyArray<Part>) {
    this.names = parts.map((part) => part.name)
    const items: Array<Item> = []
    const lengths = parts.map(() => 0)
    parts.forEach(({ wording }, part) => {
      wording.split("…").forEach((piece, i) => {
        if (i > 0) for (let n = 0; n < slotLength; n++) items.push({ unit: slotItem, sound: null, part })
        for (const character of comparable(piece)) {
          const unit = character.charCodeAt(0)
          items.push({ unit, sound: soundOf(unit), part })
          lengths[part]!++
        }
      })
    })
    this.items = items
    this.lengths = lengths
    this.syllables = lengths.reduce((sum, length) => sum + length, 0)
    this.least = threshold(this.syllables)
    this.before = new Float64Array(items.length + 1)
    this.now = new Float64Array(items.length + 1)
  }

  /** Where in the text the wording stands, if anywhere; the best place where there are several. */
  find(text: HeardText): AlikeParts | null {
    let missing = 0
    for (const { sound } of this.items) if (sound !== null && !sound.loose.some((syllable) => text.loose.has(syllable))) missing++
    // What does not occur at all costs one each, so nothing is lost by looking no further.
    if (1 - missing / this.syllables < this.least) return null
    let best: AlikeParts | null = null
    for (const piece of text.pieces) {
      const found = this.findIn(text, piece.start, piece.end)
      if (found !== null && (best === null || found.similarity > best.similarity)) best = found
    }
    return best
  }

  private findIn(text: HeardText, start: number, end: number): AlikeParts | null {
    const { items } = this
    const n = items.length
    const columns = end - start + 1
    if (this.done.length < columns * (n + 1)) this.done = new Uint8Array(columns * (n + 1))
    const { done } = this
    let { before, now } = this
    before[0] = 0
    done[0] = operation.start
    for (let i = 1; i <= n; i++) {
      before[i] = before[i - 1]! + (items[i - 1]!.unit === slotItem ? 0 : cost.missing)
      done[i] = operation.missing
    }
    let bestCost = before[n]!
    let bestColumn = 0
    for (let column = 1; column < columns; column++) {
      const heard = text.heard[start + column - 1]!
      const row = column * (n + 1)
      now[0] = 0
      done[row] = operation.start
      for (let i = 1; i <= n; i++) {
        const item = items[i - 1]!
        const slot = item.unit === slotItem
        let least = before[i - 1]! + (slot ? 0 : pairCost(item, heard))
        let how: number = operation.paired
        const without = now[i - 1]! + (slot ? 0 : cost.missing)
        if (without < least) {
          least = without
          how = operation.missing
        }
        const more = before[i]! + heard.added
        if (more < least) {
          least = more
          how = operation.added
        }
        now[i] = least
        done[row + i] = how
      }
      if (now[n]! < bestCost) {
        bestCost = now[n]!
        bestColumn = column
      }
      ;[before, now] = [now, before]
    }
    const similarity = 1 - bestCost / this.syllables
    return similarity < this.least ? null : this.trace(text, start, bestColumn, similarity)
  }

  /** Follows the cheapest alignment back, and sees what it leaves of each part. */
  private trace(text: HeardText, start: number, column: number, similarity: number): AlikeParts {
    const { items, lengths, names } = this
    const spent = lengths.map(() => 0)
    const from = lengths.map(() => -1)
    const to = lengths.map(() => -1)
    let first = column
    for (let i = items.length, at = column; i > 0; ) {
      const how = this.done[at * (items.length + 1) + i]!
      const item = items[i - 1]!
      if (how === operation.added) {
        at--
        continue
      }
      if (how === operation.missing) {
        if (item.unit !== slotItem) spent[item.part]! += cost.missing
        i--
        continue
      }
      if (item.unit !== slotItem) {
        spent[item.part]! += pairCost(item, text.heard[start + at - 1]!)
        from[item.part] = at - 1
        if (to[item.part]! < 0) to[item.part] = at
      }
      first = at - 1
      at--
      i--
    }
    const parts = new Map<string, Alike>()
    names.forEach((name, part) => {
      const left = 1 - spent[part]! / lengths[part]!
      if (left < Math.min(leastOfPart, 1 - 1 / lengths[part]!) || from[part]! < 0) return
      parts.set(name, { start: text.heard[start + from[part]!]!.at, end: text.heard[start + to[part]! - 1]!.at + 1, similarity: rounded(left) })
    })
    return { start: text.heard[start + first]!.at, end: text.heard[start + column - 1]!.at + 1, similarity: rounded(similarity), parts }
  }
}

interface Heard {
  /** The unit of the `Wording`. */
  readonly at: number
  readonly unit: number
  readonly sound: Sound
  readonly added: number
}

const pairCost = (item: Item, heard: Heard): number => {
  if (item.unit === heard.unit) return 0
  if (item.sound!.exact.some((syllable) => heard.sound.exact.includes(syllable))) return cost.sameSound
  if (item.sound!.loose.some((syllable) => heard.sound.loose.includes(syllable))) return cost.likeSound
  return cost.other
}

const rounded = (share: number) => Math.round(share * 100) / 100

/** The sounds of some turns of a wording, ready to be searched for any number of standard wordings. */
export class HeardText {
  readonly heard: ReadonlyArray<Heard>
  readonly pieces: ReadonlyArray<{ readonly start: number; readonly end: number }>
  /** Every loose syllable that occurs. */
  readonly loose: ReadonlySet<string>

  constructor(wording: Wording, turns: ReadonlyArray<number>) {
    const heard: Array<Heard> = []
    const loose = new Set<string>()
    const { units, starts } = wording
    for (const turn of turns) {
      for (let at = starts[turn]!; at < starts[turn + 1]!; at++) {
        const unit = units[at]!
        if (unit === 32) continue
        const sound = soundOf(unit)
        for (const syllable of sound.loose) loose.add(syllable)
        heard.push({ at, unit, sound, added: isFiller(units, at) ? cost.filler : cost.added })
      }
    }
    const pieces: Array<{ start: number; end: number }> = []
    for (let start = 0; start < heard.length; start += pieceLength) pieces.push({ start, end: Math.min(heard.length, start + pieceLength + pieceLength / 4) })
    this.heard = heard
    this.loose = loose
    this.pieces = pieces
  }
}

const fillers = new Set(Array.from("嗯呃啊哦额唔哎诶欸呢吧嘛呀啦喂", (character) => character.charCodeAt(0)))
const hesitations = ["那个", "这个", "就是"].map((word) => [word.charCodeAt(0), word.charCodeAt(1)] as const)

/** 嗯, 那个 and the like cost little, but are not taken out: 那个 may be what is meant. */
const isFiller = (units: Uint16Array, at: number): boolean =>
  fillers.has(units[at]!) ||
  !isHan(units[at]!) ||
  hesitations.some(([a, b]) => (units[at] === a && units[at + 1] === b) || (units[at - 1] === a && units[at] === b))
