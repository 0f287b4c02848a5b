import type { Wording } from "./Wording.ts"

/** A reference as it is heard: `digits` without letters and spaces, units `start` to `end` (exclusive), and whether letters belong to it. */
export interface SpokenNumber {
  readonly digits: string
  readonly start: number
  readonly end: number
  readonly hasLetters: boolean
}

const chinese = new Map(Array.from("〇零一二三四五六七八九", (character, i): [number, string] => [character.charCodeAt(0), String(Math.max(0, i - 1))]))
chinese.set("两".charCodeAt(0), "2")
const ten = "十".charCodeAt(0)

const ones = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
const english = new Map(ones.map((word, value) => [word, value]))
english.set("oh", 0)
tens.forEach((word, i) => english.set(word, 20 + 10 * i))

const space = 32
const isLatin = (unit: number) => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)

interface Token {
  readonly digits: string
  readonly letters: boolean
  readonly start: number
  readonly end: number
}

/**
 * The numbers of a turn: written, in Chinese characters (幺 not, it is folded to 么), or in English words; read digit by digit or as
 * numbers below a hundred. What stands side by side is one: “123 0000 1187”, “G H two two zero”.
 */
export const spokenNumbers = (wording: Wording, turn: number): ReadonlyArray<SpokenNumber> => {
  const numbers: Array<SpokenNumber> = []
  let open: { digits: string; start: number; end: number; letters: boolean } | null = null
  const close = () => {
    if (open !== null && open.digits !== "") numbers.push({ digits: open.digits, start: open.start, end: open.end, hasLetters: open.letters })
    open = null
  }
  for (const token of tokens(wording, turn)) {
    const goesOn = open !== null && (token.start === open.end || (token.start === open.end + 1 && wording.units[open.end] === space))
    if (!goesOn) close()
    if (open === null) open = { digits: token.digits, start: token.start, end: token.end, letters: token.letters }
    else {
      const before: { digits: string; start: number; end: number; letters: boolean } = open
      open = { digits: before.digits + token.digits, start: before.start, end: token.end, letters: before.letters || token.letters }
    }
  }
  close()
  return numbers
}

/** Runs of digits, with the letters that stand before them. */
const tokens = (wording: Wording, turn: number): ReadonlyArray<Token> => {
  const { starts, units } = wording
  const found: Array<Token> = []
  const to = starts[turn + 1]!
  for (let at = starts[turn]!; at < to; ) {
    const unit = units[at]!
    if (isLatin(unit)) {
      let end = at
      while (end < to && isLatin(units[end]!)) end++
      const token = latin(String.fromCharCode(...units.subarray(at, end)), at, end)
      if (token !== null) found.push(token)
      at = end
    } else if (chinese.has(unit) || unit === ten) {
      let end = at
      while (end < to && (chinese.has(units[end]!) || units[end] === ten)) end++
      found.push({ digits: han(units.subarray(at, end)), letters: false, start: at, end })
      at = end
    } else at++
  }
  return joined(found)
}

/** “GH22017”, “0417”, a single letter that may begin a reference, or a number word; `null` for any other word. */
const latin = (word: string, start: number, end: number): Token | null => {
  const value = english.get(word)
  if (value !== undefined) return { digits: String(value), letters: false, start, end }
  if (/\d/.test(word)) return { digits: word.replaceAll(/\D/g, ""), letters: /[a-z]/.test(word), start, end }
  return word.length <= 2 && !["a", "i", "is", "it", "no", "at", "in", "on", "to", "of", "my", "or", "so", "we", "me", "am", "pm", "ok", "hi"].includes(word)
    ? { digits: "", letters: true, start, end }
    : null
}

/** “forty one” is 41; everything else stands side by side. */
const joined = (all: ReadonlyArray<Token>): ReadonlyArray<Token> => {
  const result: Array<Token> = []
  for (const token of all) {
    const last = result.at(-1)
    if (last !== undefined && token.start === last.end + 1 && /^[2-9]0$/.test(last.digits) && /^[1-9]$/.test(token.digits) && !token.letters && last.end - last.start > 2) {
      result[result.length - 1] = { ...last, digits: last.digits[0]! + token.digits, end: token.end }
    } else result.push(token)
  }
  return result
}

/** 十一 is 11, 二十 20, 三零二 302. */
const han = (units: Uint16Array): string => {
  let digits = ""
  for (let i = 0; i < units.length; i++) {
    if (units[i] !== ten) {
      digits += chinese.get(units[i]!)!
      continue
    }
    if (i === 0 || units[i - 1] === ten) digits += "1"
    if (i + 1 >= units.length || units[i + 1] === ten) digits += "0"
  }
  return digits
}
