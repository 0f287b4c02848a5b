import type { Bearing, Said } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { classOf, unitClass } from "../wording/Fold.ts"
import { nearest } from "../wording/Nearest.ts"
import { isHan } from "../wording/Pinyin.ts"
import { Wording } from "../wording/Wording.ts"
import { judgedTurns } from "./JudgedTurns.ts"
import type { RedactedTranscript } from "./Redaction.ts"

/** Less than this of a quote stands in any conversation. */
const leastHan = 4
const leastWords = 3
/** Nothing worth quoting is longer, in UTF-16 units. */
const longestQuote = 2_000

/** Units `start` to `end` (exclusive) of the wording, all of one turn. */
interface Place {
  readonly start: number
  readonly end: number
}

/**
 * The words of one transcript that may count as evidence: the judged agent's own, as the judge read them (redacted), without the turns that speak
 * to the judge. They are compared as everywhere else: script, width, case, punctuation and spaces make no difference, neither do the compatible
 * forms of Unicode. What is found is quoted from the original.
 */
export class EvidenceText {
  private readonly transcript: Transcript
  private readonly redacted: RedactedTranscript
  private readonly wording = new Wording()
  /** For each turn, where in the redacted text each unit of its normal form came from. */
  private readonly origins: ReadonlyArray<ReadonlyArray<number>>
  private readonly admitted: ReadonlyArray<number>

  /** `barred`: numbers of turns that are no evidence whatever they say. */
  constructor(transcript: Transcript, redacted: RedactedTranscript, agent: string | null, barred: ReadonlySet<number>) {
    this.transcript = transcript
    this.redacted = redacted
    const normal = redacted.turns.map(({ text }) => normalForm(text))
    this.origins = normal.map(({ origins }) => origins)
    this.wording.fill(transcript.turns.map((turn, t) => ({ ...turn, text: normal[t]?.text ?? "" })))
    this.admitted = judgedTurns(transcript.turns, agent).filter((turn) => !barred.has(turn))
  }

  /** Where the quote stands word for word: in the turn it names, else in the nearest other one; `null` where it does not, or is too short to tell. */
  exact(quote: string, turn: number): { readonly turn: number; readonly place: Place } | null {
    const wanted = wordsOf(quote)
    if (wanted === null) return null
    for (const other of this.admitted.toSorted((a, b) => Math.abs(a - turn) - Math.abs(b - turn))) {
      const place = this.within(other, wanted)
      if (place !== null) return { turn: other, place }
    }
    return null
  }

  /** The most similar thing among the evidence; `similarity` 0–1. */
  near(quote: string): { readonly place: Place; readonly similarity: number } | null {
    const wanted = wordsOf(quote)
    const found = wanted === null ? null : nearest(this.wording, this.admitted, wanted)
    return found === null ? null : { place: found, similarity: found.similarity }
  }

  /** Whether any evidence lies in these turns, both included. */
  reaches(from: number, to: number): boolean {
    return this.admitted.some((turn) => turn >= from && turn <= to)
  }

  /** A place as a finding: original text, original offsets, nothing redacted. */
  said({ end, start }: Place, bearing: Bearing): Said | null {
    const turn = this.wording.turns[start]!
    const { offsets } = this.redacted.turns[turn]!
    const text = this.transcript.turns[turn]!.text
    const first = this.origins[turn]![this.wording.offsets[start]!]!
    let after = this.origins[turn]![this.wording.offsets[end - 1]!]! + 1
    // A quote that ends within a placeholder, or within a character of two units, takes in the rest of it.
    while (after < offsets.length - 1 && (offsets[after]! <= offsets[after - 1]! || isLowSurrogate(text.charCodeAt(offsets[after]!)))) after++
    const from = offsets[first]!
    const to = offsets[after]!
    return to <= from ? null : { _tag: "Said", bearing, turn, start: from, end: to, quote: text.slice(from, to), note: null }
  }

  private within(turn: number, wanted: string): Place | null {
    const { starts, units } = this.wording
    const from = starts[turn]!
    const to = starts[turn + 1]!
    for (let start = from; start + wanted.length <= to; start++) {
      let length = 0
      while (length < wanted.length && units[start + length] === wanted.charCodeAt(length)) length++
      if (length < wanted.length) continue
      const end = start + wanted.length
      // No part of a longer word, and no part of a longer number.
      if (start > from && isWord(units[start]!) && isWord(units[start - 1]!)) continue
      if (end < to && isWord(units[end - 1]!) && isWord(units[end]!)) continue
      return { start, end }
    }
    return null
  }
}

const isWord = (unit: number): boolean => classOf[unit] === unitClass.word

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** NFKD, with the index in the text of the character that each unit came from. */
const normalForm = (text: string): { readonly text: string; readonly origins: ReadonlyArray<number> } => {
  const origins: Array<number> = []
  let normal = ""
  let at = 0
  for (const character of text) {
    const form = character.charCodeAt(0) < 0x80 ? character : character.normalize("NFKD")
    normal += form
    for (let i = 0; i < form.length; i++) origins.push(at)
    at += character.length
  }
  return { text: normal, origins }
}

const scratch = new Wording()

/** The comparable form of a quote; `null` for one that is too short to be found only where it was said, or too long to be one. */
const wordsOf = (quote: string): string | null => {
  if (quote.length > longestQuote) return null
  scratch.fill([{ role: "agent", text: normalForm(quote).text, startMs: null, endMs: null, agent: null, confidence: null }])
  const words = Array.from(scratch.units.subarray(0, scratch.length), (unit) => String.fromCharCode(unit)).join("")
  let han = 0
  let latin = 0
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i)
    if (isHan(unit)) han++
    else if (isWord(unit) && (i === 0 || !isWord(words.charCodeAt(i - 1)))) latin++
  }
  return han >= leastHan || latin >= leastWords ? words : null
}
