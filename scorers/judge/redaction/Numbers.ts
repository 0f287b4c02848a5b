import { isCardNumber } from "./CardNumber.ts"
import { type DigitGroup, digitGroups } from "./Digits.ts"
import type { Identifier } from "./Identifier.ts"
import { isIdentityNumber } from "./IdentityNumber.ts"
import { labelBefore, type NumberLabel } from "./NumberLabel.ts"
import { isTelephoneByLabel, telephone } from "./PhoneNumber.ts"

/** Most digits an identifier has: a card of 19, a telephone with 00 and a country's code less. */
const mostDigits = 19
const fewestDigits = 7

/** An identifier that may be one, and how sure that is: the lower the rank the surer. */
interface Candidate {
  readonly identifier: Identifier
  readonly rank: number
}

/** Within one turn; over two turns; by nothing but the word before it. */
const ranks = { whole: 0, pieces: 1, label: 2 }

/** Telephones, identity numbers and bank cards, however their digits are written. They begin and end where groups of digits do. */
export const numbersIn = (text: string): ReadonlyArray<Identifier> => {
  const groups = digitGroups(text)
  const isDate = datesIn(text)
  const all = groups.flatMap((group, from) => (isDate(group) ? [] : candidatesFrom(text, groups, from, isDate)))
  // A number in one turn is not torn apart by one that would begin in the turn before; else the longest, from the left.
  all.sort((a, b) => a.rank - b.rank || size(b) - size(a) || a.identifier.start - b.identifier.start)
  const taken = new Set<number>()
  const kept: Array<Identifier> = []
  for (const { identifier } of all) {
    const units = Array.from({ length: identifier.end - identifier.start }, (_, i) => identifier.start + i)
    if (units.some((unit) => taken.has(unit))) continue
    for (const unit of units) taken.add(unit)
    kept.push(identifier)
  }
  return kept
}

const size = ({ identifier }: Candidate) => identifier.same.length

const candidatesFrom = (text: string, groups: ReadonlyArray<DigitGroup>, from: number, isDate: (group: DigitGroup) => boolean): ReadonlyArray<Candidate> => {
  const found: Array<Candidate> = []
  const first = groups[from]!
  let label: NumberLabel | undefined
  let digits = ""
  let rank = ranks.whole
  for (let to = from; to < groups.length; to++) {
    const group = groups[to]!
    if (to > from && (group.link === "none" || isDate(group))) break
    if (to > from && group.link === "turn") rank = ranks.pieces
    if (to === from && group.digits.length > 11 && groups[to + 1]?.link !== "joined") {
      const run = insideRun(group)
      label = labelBefore(text, first.start)
      if (run !== null && label !== "order") return [{ identifier: run, rank }]
    }
    if (digits.length + group.digits.length > mostDigits) break
    digits += group.digits
    if (digits.length < fewestDigits) continue
    label ??= labelBefore(text, first.start)
    if (label === null && !mayBeOne(digits) && plusBefore(text, first.start) === null) continue
    const parts = groups.slice(from, to + 1)
    const identifier = classified(text, parts, digits, label)
    if (identifier !== null) found.push({ identifier, rank })
    // The shortest will do: no rule tells how long such a number is.
    else if (found.length === 0 && label === "phone" && isTelephoneByLabel(digits) && isOneNumber(parts, label)) {
      found.push({ identifier: { kind: "PHONE", start: first.start, end: group.end, same: digits }, rank: ranks.label })
    }
  }
  return found
}

/** Whether digits could be anything at all, however they are written: asked first, since it costs least. */
const mayBeOne = (digits: string): boolean =>
  isIdentityNumber(digits) || isCardNumber(digits) || telephone({ digits, groups: [], plus: false, spoken: true, labelled: true }) !== null

const classified = (text: string, groups: ReadonlyArray<DigitGroup>, digits: string, label: NumberLabel): Identifier | null => {
  const first = groups[0]!
  const { end } = groups.at(-1)!
  const { start } = first
  const plus = plusBefore(text, start)
  if (first.script === "check" || (plus === null && !isOneNumber(groups, label))) return null
  if (isIdentityNumber(digits) && (label !== "order" || digits.length === 18)) return { kind: "ID", start, end, same: digits }
  if (label === "identity" && /^\d{14,17}[\dX]$/.test(digits)) return { kind: "ID", start, end, same: digits }
  if (digits.includes("X") || label === "order" || label === "money" || isPrice(text, end)) return null
  if (label !== "card" && plus === null && isReference(text, first)) return null
  if (isCardNumber(digits) || (label === "card" && digits.length >= 15)) return { kind: "CARD", start, end, same: digits }
  const spoken = groups.every(({ script }) => script !== "figures")
  const same = telephone({ digits, groups: groups.map((group) => group.digits.length), plus: plus !== null, spoken, labelled: label === "phone" })
  return same === null ? null : { kind: "PHONE", start: plus ?? bracketBefore(text, start, end), end, same }
}

/** A bracket that opens before the number and closes within it belongs to it: (010) 6543 2100. */
const bracketBefore = (text: string, start: number, end: number): number =>
  text[start - 1] === "(" && text.slice(start, end).includes(")") ? start - 1 : start

/** Whether groups may be parts of one number rather than several figures in a row. */
const isOneNumber = (groups: ReadonlyArray<DigitGroup>, label: NumberLabel): boolean => {
  const links = groups.slice(1).map(({ link }) => link)
  if (links.every((link) => link === "joined")) return true
  if (links.includes("mark")) return links.every((link) => link === "mark" || link === "gap") && groups.every(({ digits }) => digits.length >= 3)
  if (groups.some(({ script }) => script === "chinese" || script === "english") || links.includes("turn") || label === "phone" || label === "identity" || label === "card") return true
  if (links.includes("pause")) return groups.every(({ digits }) => digits.length >= 3)
  // Sizes and the like are told in order: 130 140 150, 38 39 40.
  const ascends = groups.every(({ digits }, i) => i === 0 || Number(digits) >= Number(groups[i - 1]!.digits))
  return groups.every(({ digits }) => digits.length === 1) || groups.some(({ digits }) => digits.length >= 4) || !ascends
}

/**
 * Chinese digits run on into words that begin or end with one (周一一三八…, …八零零零一下) and one number into the next: a mobile number
 * at the beginning, or after one digit, of a run that is only a little longer, or several that fill it.
 */
const insideRun = ({ digits, end, script, start }: DigitGroup): Identifier | null => {
  if (script !== "chinese" || end - start !== digits.length) return null
  if (isIdentityNumber(digits) || isCardNumber(digits)) return null
  const mobile = /^1[3-9]\d{9}/
  if (digits.length <= 13) {
    for (const skip of [0, 1]) {
      const number = mobile.exec(digits.slice(skip))?.[0]
      if (number !== undefined && !(skip === 1 && /^0|^86/.test(digits))) return { kind: "PHONE", start: start + skip, end: start + skip + 11, same: number }
    }
    return null
  }
  return digits.length % 11 === 0 && mobile.test(digits) && mobile.test(digits.slice(11)) ? { kind: "PHONE", start, end, same: digits } : null
}

const isPrice = (text: string, end: number): boolean => /^\s?(?:\.\d{1,2})?\s?(?:元|块|万|亿|%|rmb|usd|yuan|dollars)/i.test(text.slice(end, end + 14))

/** Where a plus before the number stands, with a bracket: not one that adds figures. */
const plusBefore = (text: string, start: number): number | null => {
  const before = /(^|[^\w+])([(（]?\+[(（]?)$/.exec(text.slice(Math.max(0, start - 4), start))
  return before === null ? null : start - before[2]!.length
}

/** Letters right before figures make a reference (SF138…, JD138…), unless they say that it is a telephone. */
const isReference = (text: string, { script, start }: DigitGroup): boolean =>
  script === "figures" && /[A-Za-z]$/.test(text.slice(Math.max(0, start - 1), start)) && !/(?:visa|mastercard|unionpay|card|tel|phone|mobile|cell|wx|vx|qq|call|id|is|at|no)$/i.test(text.slice(Math.max(0, start - 8), start))

const dayFirst = String.raw`(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d{2}(?!\d)`
const yearFirst = String.raw`(?<!\d)(?:19|20)\d{2}([-/.])\d{1,2}\2\d{1,2}(?!\d)`
const date = new RegExp(`${dayFirst}|${yearFirst}`, "g")

/** Tells of a group whether it belongs to a date. Groups must be asked about in order. */
const datesIn = (text: string): ((group: DigitGroup) => boolean) => {
  const found = [...text.matchAll(date)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const starts = new Map(found.flatMap(({ end, start }) => Array.from({ length: end - start }, (_, i) => [start + i, true] as const)))
  return ({ start }) => starts.has(start)
}
