import { detailWord, isDetailPair } from "./CommonWords.ts"
import { foldedText } from "./Fold.ts"
import type { Hit } from "./Matcher.ts"
import { isHan } from "./Pinyin.ts"
import type { Reading, Window } from "./Reading.ts"
import { breakKind, type Wording } from "./Wording.ts"

/** One detail alone may be a coincidence: the name of the product, say. */
const leastDetails = 2

/** Where the customer dictates an address, saying it back is no understanding. */
const address = /\d\s*(号|栋|幢|楼|室|单元|座|弄|巷)|\d+\s+\w+\s+(street|st|road|rd|lane|avenue|ave|drive|court)\b/

/** The details of a summary stand close together, in units; those of general information do not. */
const longestSpan = { chinese: 28, other: 110 }

export interface Restated extends Hit {
  /** How many different details. */
  readonly details: number
}

interface Detail {
  readonly key: string
  readonly start: number
  readonly end: number
}

/**
 * Where the agent takes up what the customer told since turn `from`: the sentence of the agent with most details of the customer's
 * own words, of at least two. Numbers are references, not details.
 */
export const restated = (reading: Reading, from: number, window: Window): Restated | null => {
  const told = new Set<string>()
  let best: Restated | null = null
  for (let turn = from; turn < window.to; turn++) {
    if (reading.isCustomer(turn) && !address.test(foldedText(reading.transcript.turns[turn]!.text))) for (const { key } of details(reading.wording, turn)) told.add(key)
    if (!reading.isOwn(turn + 1) || turn + 1 < window.from) continue
    const found = inOneSentence(reading.wording, details(reading.wording, turn + 1).filter(({ key }) => told.has(key)))
    if (found !== null && (best === null || found.details > best.details)) best = found
  }
  return best
}

/** How many different details of the matter the customer tells from turn `from` on before turn `to`, but for those in `trigger`. */
export const detailsTold = (reading: Reading, from: number, to: number, trigger: Hit): number => {
  const told = new Set<string>()
  for (let turn = from; turn < to; turn++) {
    if (!reading.isCustomer(turn)) continue
    for (const { end, key, start } of details(reading.wording, turn)) if (start >= trigger.end || end <= trigger.start) told.add(key)
  }
  return told.size
}

const inOneSentence = (wording: Wording, found: ReadonlyArray<Detail>): Restated | null => {
  let best: Restated | null = null
  for (let first = 0; first < found.length; first++) {
    let last = first
    const keys = new Set([found[first]!.key])
    while (last + 1 < found.length && !sentenceEndsBetween(wording, found[last]!.end, found[last + 1]!.start)) keys.add(found[++last]!.key)
    const span = found[last]!.end - found[first]!.start
    const close = span <= (isHan(wording.units[found[first]!.start]!) ? longestSpan.chinese : longestSpan.other)
    if (close && keys.size >= leastDetails && (best === null || keys.size > best.details)) {
      best = { start: found[first]!.start, end: found[last]!.end, phrase: 0, details: keys.size }
    }
    first = last
  }
  return best
}

const sentenceEndsBetween = (wording: Wording, from: number, to: number): boolean => {
  for (let i = from; i <= to; i++) if (wording.breaks[i]! >= breakKind.sentence) return true
  return false
}

/** Pairs of Chinese characters and English words of a turn that say something of the matter, in order. */
const details = (wording: Wording, turn: number): ReadonlyArray<Detail> => {
  const { breaks, starts, units } = wording
  const found: Array<Detail> = []
  const end = starts[turn + 1]!
  for (let at = starts[turn]!; at < end; ) {
    if (isHan(units[at]!)) {
      const pair = at + 1 < end && isHan(units[at + 1]!) && breaks[at + 1] === breakKind.none ? String.fromCharCode(units[at]!, units[at + 1]!) : ""
      if (pair !== "" && isDetailPair(pair)) found.push({ key: pair, start: at, end: at + 2 })
      at++
      continue
    }
    let stop = at
    while (stop < end && units[stop] !== 32 && !isHan(units[stop]!)) stop++
    const word = detailWord(String.fromCharCode(...units.subarray(at, stop)))
    if (word !== null) found.push({ key: word, start: at, end: stop })
    at = Math.max(stop, at + 1)
  }
  return found
}
