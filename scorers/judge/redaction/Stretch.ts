import type { Transcript, Turn } from "../../../schemas/Transcript.ts"
import { classOf, folded, unitClass } from "../../wording/Fold.ts"

/** Stands between two turns in `Stretch.text`. */
export const turnBreak = "\u0001"

/** Words of another speaker, after numbers are taken out, that do not interrupt: “嗯，好的”, “okay go on”. */
const mostInBetween = 6

/** Longer turns are never looked through for being brief. */
const longestBrief = 60

/**
 * What one speaker says in one go, over adjacent turns and through the short answers of others, so that a number said in pieces is seen
 * whole. `text` is folded: full-width and other digits and letters to ASCII, traditional to simplified, invisible characters left out, case
 * kept. Unit i stands for `starts[i]` to `ends[i]` of the original text of turn `turns[i]` (−1 for a break).
 */
export interface Stretch {
  readonly text: string
  readonly turns: ReadonlyArray<number>
  readonly starts: ReadonlyArray<number>
  readonly ends: ReadonlyArray<number>
}

class Open implements Stretch {
  text = ""
  readonly turns: Array<number> = []
  readonly starts: Array<number> = []
  readonly ends: Array<number> = []
  /** Turns seen when the last one was added. */
  last = 0

  add(number: number, original: string): void {
    const parts: Array<string> = []
    if (this.turns.length > 0) {
      parts.push(turnBreak)
      this.turns.push(-1)
      this.starts.push(0)
      this.ends.push(0)
    }
    for (let at = 0; at < original.length; ) {
      const point = original.codePointAt(at)!
      const end = at + (point > 0xffff ? 2 : 1)
      const plain = plainOf(point)
      for (let i = 0; i < plain.length; i++) {
        this.turns.push(number)
        this.starts.push(at)
        this.ends.push(end)
      }
      // What is left out belongs to what stands before it, such as the frame of a figure.
      if (plain === "" && this.turns.at(-1) === number) this.ends[this.ends.length - 1] = end
      parts.push(plain)
      at = end
    }
    this.text += parts.join("")
    this.last = number
  }
}

export const stretches = ({ turns }: Transcript): ReadonlyArray<Stretch> => {
  const all: Array<Open> = []
  const open = new Map<string, Open>()
  // How many turns so far are no brief answer, to ask of any range whether all of it is brief.
  const long: Array<number> = [0]
  turns.forEach((turn, number) => {
    const speaker = `${turn.role} ${turn.agent ?? ""}`
    let stretch = open.get(speaker)
    if (stretch === undefined || long[number]! > long[stretch.last + 1]!) {
      stretch = new Open()
      open.set(speaker, stretch)
      all.push(stretch)
    }
    stretch.add(number, turn.text)
    long.push(long[number]! + (isBrief(turn) ? 0 : 1))
  })
  return all
}

const isBrief = ({ text }: Turn): boolean => {
  if (text.length > longestBrief) return false
  const words = text.normalize("NFKC").replaceAll(/[\p{N}零〇一二三四五六七八九幺两\p{P}\p{S}\s]+/gu, " ").match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu)
  return (words?.length ?? 0) <= mostInBetween
}

/** A text folded as stretches are. */
export const plainText = (text: string): string => Array.from(text, (character) => plainOf(character.codePointAt(0)!)).join("")

const keycap = 0x20e3

/** What a character stands for: nothing, itself, or its plain form. */
const plainOf = (point: number): string => {
  if (point >= 0x20 && point < 0x7f) return String.fromCharCode(point)
  if (point === keycap || point === 1) return ""
  if (point <= 0xffff) {
    // The typographic apostrophes that are dropped for phrases do no harm here either.
    if (classOf[point] === unitClass.dropped) return ""
    if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0)
    // 幺 is folded to 么, which it is not as a digit.
    if (point >= 0x3400 && point <= 0x9fff) return point === 0x5e7a ? "幺" : String.fromCharCode(folded[point]!)
  }
  const character = String.fromCodePoint(point)
  if (!/[\p{Nd}\p{No}\p{L}]/u.test(character)) return character
  const plain = character.normalize("NFKC")
  if (/^[\x20-\x7e]$/.test(plain)) return plain
  return /\p{Nd}/u.test(character) ? String(digitValue(point)) : character
}

/** Digits of other scripts stand in blocks of ten, each of which begins where the one before it is no digit or the run is full. */
const digitValue = (point: number): number => {
  let first = point
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return (point - first) % 10
}
