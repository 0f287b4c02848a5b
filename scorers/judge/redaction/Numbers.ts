import { isCardNumber } from "./CardNumber.ts"
import { type DigitGroup, digitGroups, type Link } from "./Digits.ts"
import type { Identifier } from "./Identifier.ts"
import { isIdentityNumber } from "./IdentityNumber.ts"
import { labelBefore, type NumberLabel } from "./NumberLabel.ts"
import { isTelephoneByLabel, telephone } from "./PhoneNumber.ts"

/** Most digits an identifier has: a card of 19, a telephone with 00 and a country's code less. */
const mostDigits = 19

/** Telephones, identity numbers and bank cards, however their digits are written. They begin and end where groups of digits do. */
export const numbersIn = (text: string): ReadonlyArray<Identifier> => {
  const groups = digitGroups(text)
  const dates = datesIn(text)
  const found: Array<Identifier> = []
  for (let from = 0; from < groups.length; ) {
    const longest = dates(groups[from]!) ? null : longestFrom(text, groups, from, dates)
    if (longest === null) from++
    else {
      found.push(longest.identifier)
      from = longest.next
    }
  }
  return found
}

const longestFrom = (text: string, groups: ReadonlyArray<DigitGroup>, from: number, isDate: (group: DigitGroup) => boolean) => {
  const first = groups[from]!
  const label = labelBefore(text, first.start)
  const links: Array<Link> = []
  let digits = ""
  let best: { readonly identifier: Identifier; readonly next: number } | null = null
  for (let to = from; to < groups.length; to++) {
    const group = groups[to]!
    if (to > from) {
      if (group.link === "none" || isDate(group)) break
      links.push(group.link)
    }
    const rest = mostDigits - digits.length
    const run = within(group, to === from && to + 1 < groups.length ? groups[to + 1]!.link : "none")
    if (to === from && run !== null && label !== "order") return { identifier: run, next: to + 1 }
    if (group.digits.length > rest) break
    digits += group.digits
    const identifier = classified(text, groups.slice(from, to + 1), links, digits, label)
    if (identifier !== null) best = { identifier, next: to + 1 }
    // The shortest will do: no rule tells how long such a number is.
    else if (best === null && label === "phone" && isTelephoneByLabel(digits) && isOneNumber(groups.slice(from, to + 1), links, label)) {
      best = { identifier: { kind: "PHONE", start: groups[from]!.start, end: group.end, same: digits }, next: to + 1 }
    }
  }
  return best
}

const classified = (text: string, groups: ReadonlyArray<DigitGroup>, links: ReadonlyArray<Link>, digits: string, label: NumberLabel): Identifier | null => {
  const first = groups[0]!
  const last = groups.at(-1)!
  if (first.script === "check" || digits.length < 7 || !isOneNumber(groups, links, label)) return null
  const end = last.end
  if (isIdentityNumber(digits) && (label !== "order" || digits.length === 18)) return { kind: "ID", start: first.start, end, same: digits }
  if (label === "identity" && /^\d{14,17}[\dX]$/.test(digits)) return { kind: "ID", start: first.start, end, same: digits }
  if (digits.includes("X") || label === "order" || label === "money" || isPrice(text, end)) return null
  if (isCardNumber(digits) || (label === "card" && digits.length >= 15)) return { kind: "CARD", start: first.start, end, same: digits }
  const plus = plusBefore(text, first.start)
  if (plus === null && isReference(text, first)) return null
  const spoken = groups.every(({ script }) => script !== "figures")
  const same = telephone({ digits, groups: groups.map((group) => group.digits.length), plus: plus !== null, spoken, labelled: label === "phone" })
  return same === null ? null : { kind: "PHONE", start: plus ?? first.start, end, same }
}

/** Whether groups may be parts of one number rather than several figures in a row. */
const isOneNumber = (groups: ReadonlyArray<DigitGroup>, links: ReadonlyArray<Link>, label: NumberLabel): boolean => {
  if (links.every((link) => link === "joined")) return true
  if (links.includes("dot")) return links.every((link) => link === "dot" || link === "gap") && groups.every(({ digits }) => digits.length >= 2)
  if (groups.some(({ script }) => script === "chinese" || script === "english") || links.includes("turn") || label === "phone" || label === "identity" || label === "card") return true
  if (links.includes("pause")) return groups.every(({ digits }) => digits.length >= 3)
  return groups.every(({ digits }) => digits.length === 1) || groups.some(({ digits }) => digits.length >= 4)
}

/**
 * Chinese digits run on into words that begin or end with one (周一一三八…, …八零零零一下) and one number into the next: a mobile number
 * at the beginning, or after one digit, of a run that is only a little longer, or several that fill it.
 */
const within = ({ digits, end, script, start }: DigitGroup, next: Link): Identifier | null => {
  if (script !== "chinese" || next !== "none" || end - start !== digits.length || digits.length <= 11) return null
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
  script === "figures" && /[A-Za-z]$/.test(text.slice(Math.max(0, start - 1), start)) && !/(?:tel|phone|mobile|cell|wx|vx|qq|call|id|is|at|no)$/i.test(text.slice(Math.max(0, start - 8), start))

const dayFirst = String.raw`(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d{2}(?!\d)`
const yearFirst = String.raw`(?<!\d)(?:19|20)\d{2}([-/.])\d{1,2}\2\d{1,2}(?!\d)`
const date = new RegExp(`${dayFirst}|${yearFirst}`, "g")

/** Tells of a group whether it belongs to a date. Groups must be asked about in order. */
const datesIn = (text: string): ((group: DigitGroup) => boolean) => {
  const found = [...text.matchAll(date)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const starts = new Map(found.flatMap(({ end, start }) => Array.from({ length: end - start }, (_, i) => [start + i, true] as const)))
  return ({ start }) => starts.has(start)
}
