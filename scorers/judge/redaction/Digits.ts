import { turnBreak } from "./Stretch.ts"

/** How digits were written: figures, Chinese characters, English words, or a letter that only an identity number ends in. */
export type Script = "figures" | "chinese" | "english" | "check"

/**
 * How a group hangs together with the one before it. `none`: not at all. `joined`: nothing between. `gap`: spaces, dashes, brackets.
 * `mark`: one dot, comma or stroke, which figures of other kinds have too. `pause`: a comma or a filler word. `turn`: goes on in the next turn.
 */
export type Link = "none" | "joined" | "gap" | "mark" | "pause" | "turn"

/** Digits with nothing between them, units `start` to `end` (exclusive) of the stretch. */
export interface DigitGroup {
  readonly digits: string
  readonly start: number
  readonly end: number
  readonly script: Script
  readonly link: Link
}

const chinese: Readonly<Record<string, string>> = Object.fromEntries(
  ["0零〇○洞", "1一幺壹", "2二贰", "3三叁", "4四肆", "5五伍", "6六陆", "7七柒拐", "8八捌", "9九玖勾"].flatMap((row) => [...row.slice(1)].map((character) => [character, row[0]!]))
)
/** Characters that are digits only among digits: what recognisers write for 幺, and 两. */
const soft: Readonly<Record<string, string>> = { 么: "1", 腰: "1", 妖: "1", 要: "1", 两: "2", 参: "3" }
const counts: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 }

const units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
const english = new Map<string, string>([
  ...units.map((word, i): [string, string] => [word, String(i)]),
  ...["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"].map((word, i): [string, string] => [word, String(10 + i)]),
  ...["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map((word, i): [string, string] => [word, String(20 + 10 * i)]),
  ["nought", "0"], ["naught", "0"], ["oh", "0"], ["hundred", "00"]
])
const repeats: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3 }

const isFigure = (unit: number) => unit >= 48 && unit <= 57
const isLatin = (unit: number) => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)

interface Piece {
  readonly digits: string
  readonly start: number
  end: number
  readonly script: Script
}

/** All groups of digits in a stretch, in order, with what links each to the one before. */
export const digitGroups = (text: string): ReadonlyArray<DigitGroup> => {
  const pieces: Array<Piece> = []
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at, pieces.at(-1))
    if (piece !== null) pieces.push(piece)
    at = piece !== null ? piece.end : isLatin(text.charCodeAt(at)) ? wordEnd(text, at) : at + 1
  }
  return pieces.map((piece, i) => ({ ...piece, link: i === 0 ? "none" : linkOf(text, pieces[i - 1]!, piece) }))
}

const wordEnd = (text: string, from: number): number => {
  let end = from
  while (end < text.length && isLatin(text.charCodeAt(end))) end++
  return end
}

const pieceAt = (text: string, at: number, before: Piece | undefined): Piece | null => {
  const unit = text.charCodeAt(at)
  if (isFigure(unit)) {
    let end = at
    let digits = ""
    // The letter O for a zero, between figures or after them.
    while (end < text.length && (isFigure(text.charCodeAt(end)) || (digits.length >= 2 && isLetterO(text, end)))) digits += isFigure(text.charCodeAt(end)) ? text[end] : "0", end++
    return { digits, start: at, end, script: "figures" }
  }
  if (isLatin(unit)) return latin(text, at, before)
  if (text[at] === "叉" && before?.end === at) return { digits: "X", start: at, end: at + 1, script: "check" }
  return han(text, at)
}

const isLetterO = (text: string, at: number): boolean => {
  if (text[at] !== "o" && text[at] !== "O") return false
  let end = at
  while (end - at < 8 && (text[end] === "o" || text[end] === "O")) end++
  return end >= text.length || !isLatin(text.charCodeAt(end))
}

const latin = (text: string, at: number, before: Piece | undefined): Piece | null => {
  const end = wordEnd(text, at)
  const word = text.slice(at, end).toLowerCase()
  if (word === "x" && before !== undefined && at - before.end <= 1) return { digits: "X", start: at, end, script: "check" }
  const digits = english.get(word)
  if (digits !== undefined) {
    // “thirty eight” is 38.
    const next = /^[2-9]0$/.test(digits) ? /^[ -]([a-z]+)/i.exec(text.slice(end, end + 8)) : null
    const unit = next === null ? undefined : english.get(next[1]!.toLowerCase())
    return unit !== undefined && /^[1-9]$/.test(unit)
      ? { digits: digits[0]! + unit, start: at, end: end + next![0].length, script: "english" }
      : { digits, start: at, end, script: "english" }
  }
  const times = repeats[word]
  const repeated = times === undefined ? null : /^[ -]([a-z]+|\d)/i.exec(text.slice(end, end + 8))
  const digit = repeated === null ? undefined : (english.get(repeated[1]!.toLowerCase()) ?? (isFigure(repeated[1]!.charCodeAt(0)) ? repeated[1] : word === "double" && repeated[1] === "o" ? "0" : undefined))
  if (digit?.length === 1) return { digits: digit.repeat(times!), start: at, end: end + repeated![0].length, script: "english" }
  // “one three oh”, “one three o”: a letter by itself after a digit.
  return word === "o" && before?.script === "english" && at - before.end === 1 ? { digits: "0", start: at, end, script: "english" } : null
}

const han = (text: string, at: number): Piece | null => {
  let digits = ""
  let end = at
  for (;;) {
    const character = text[end] ?? ""
    const count = counts[character]
    const counted = count === undefined || text[end + 1] !== "个" ? undefined : (chinese[text[end + 2] ?? ""] ?? /^\d$/.exec(text[end + 2] ?? "")?.[0])
    if (counted !== undefined) {
      digits += counted.repeat(count!)
      end += 3
    } else if (chinese[character] !== undefined) {
      digits += chinese[character]
      end++
    } else if (soft[character] !== undefined && (digits !== "" || (isDigitAt(text, end + 1) && isDigitAt(text, end + 2))) && (isDigitAt(text, end + 1) || digits.length >= 2)) {
      digits += soft[character]
      end++
    } else return digits === "" ? null : { digits, start: at, end, script: "chinese" }
  }
}

const isDigitAt = (text: string, at: number) => chinese[text[at] ?? ""] !== undefined || isFigure(text.charCodeAt(at))

/** No link is longer than this. */
const longestLink = 12

const gap = /^[ \t\u00a0\u3000()[\]（）\-‐‑‒–—―−_~·•*]{1,5}$/
const pause = /^[\s,，、。；;….]*(?:(?:嗯|呃|啊|哦|额|诶|唉|那个|然后|再|对|好|横杠|横|杠|空格|um|uh|er|then|dash|hyphen|space)[\s,，、。；;….]*){0,2}$/i

const linkOf = (text: string, before: Piece, after: Piece): Link => {
  const length = after.start - before.end
  if (length === 0) return "joined"
  if (length > longestLink) return "none"
  const between = text.slice(before.end, after.start)
  if (between.includes(turnBreak)) {
    const rest = between.replaceAll(turnBreak, " ")
    return gap.test(rest) || pause.test(rest) ? "turn" : "none"
  }
  if (between === "." || between === "/" || (between === "," && before.script === "figures" && after.script === "figures")) return "mark"
  if (gap.test(between)) return "gap"
  return pause.test(between) ? "pause" : "none"
}
