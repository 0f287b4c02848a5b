import type { Compiler } from "../Kind.ts"
import type { Hit, PhraseSet } from "./Matcher.ts"
import type { Reading } from "./Reading.ts"
import { type SpokenNumber, spokenNumbers } from "./SpokenNumbers.ts"
import { breakKind } from "./Wording.ts"

export type FactKind = "order" | "phone" | "address"

/** A reference or an address that a customer gives: `digits` are all numbers of it, one after another. */
export interface KeyFact extends Hit {
  readonly kind: FactKind
  readonly turn: number
  readonly digits: string
}

const words = {
  order: ["(订单|订单号|单号|订单编号|订单尾号|工单|维修单|order|order number|ticket|ticket number)"],
  phone: ["(电话|手机|手机号|号码|联系方式|手机号码|phone|phone number|my number|cell|mobile|best number|call me (at|on)|reach me (at|on))"],
} as const

/** In folded wording: a street, village or building with its number, in either language. */
const address =
  /[路街道巷里苑园村城庄弄段厦寓府湾庭区]第?[\d一二三四五六七八九十]{1,5}(号|栋|幢|座|楼|弄|区|期|单元)|\d+(栋|幢|号楼|座)\d*(单元)?\d+|[a-z\d]+ [a-z]+ (street|road|lane|avenue|drive|boulevard|close|crescent)(?![a-z])/g

/** How far a number, in units, may stand from the street it belongs to. */
const addressReach = 16

/** How far before a number, in units, the word may stand that says what it is. */
const reach = 10

/** Finds what customers give to be noted down. A number is an order or a telephone by the word before it, by its letters, or by its length. */
export class KeyFacts {
  private readonly sets: Readonly<Record<"order" | "phone", PhraseSet>>

  private constructor(compiler: Compiler) {
    this.sets = { order: compiler.phrases(words.order), phone: compiler.phrases(words.phone) }
  }

  private static readonly make = (compiler: Compiler) => new KeyFacts(compiler)

  static of(compiler: Compiler): KeyFacts {
    return compiler.once(KeyFacts.make)
  }

  /** Everything customers give in this contact, in order. */
  given(reading: Reading): ReadonlyArray<KeyFact> {
    const facts: Array<KeyFact> = []
    const hits = { order: reading.customerHits(this.sets.order), phone: reading.customerHits(this.sets.phone) }
    reading.transcript.turns.forEach((turn, t) => {
      if (turn.role !== "customer") return
      const numbers = spokenNumbers(reading.wording, t)
      if (numbers.length === 0) return
      const address = addressIn(reading, t, numbers)
      if (address !== null) facts.push(address)
      for (const number of numbers) {
        if (address !== null && number.start >= address.start && number.end <= address.end) continue
        const kind = kindOf(reading, number, hits)
        if (kind !== null) facts.push({ kind, turn: t, digits: number.digits, start: number.start, end: number.end, phrase: 0 })
      }
    })
    return facts.sort((a, b) => a.start - b.start)
  }
}

const kindOf = (reading: Reading, number: SpokenNumber, hits: Readonly<Record<"order" | "phone", ReadonlyArray<Hit>>>): FactKind | null => {
  if (number.digits.length < 4) return null
  const near = (kind: "order" | "phone") => hits[kind].some((hit) => hit.end <= number.start && number.start - hit.end <= reach && sameTurn(reading, hit.end, number.start))
  if (near("order")) return "order"
  if (number.digits.length >= 7 && !number.hasLetters && (near("phone") || /^1\d{10}$/.test(number.digits))) return "phone"
  return number.hasLetters && number.digits.length >= 5 ? "order" : null
}

/** From the first number or the street to the last number that belongs to it. */
const addressIn = (reading: Reading, turn: number, numbers: ReadonlyArray<SpokenNumber>): KeyFact | null => {
  const { starts, units } = reading.wording
  const begin = starts[turn]!
  const places = [...String.fromCharCode(...units.subarray(begin, starts[turn + 1]!)).matchAll(address)]
  if (places.length === 0) return null
  const from = begin + places[0]!.index
  const to = begin + places.at(-1)!.index + places.at(-1)![0].length
  const parts = numbers.filter(({ digits, end, start }) => digits.length <= 4 && start >= from - addressReach && end <= to + addressReach)
  if (parts.length === 0) return null
  return { kind: "address", turn, digits: parts.map(({ digits }) => digits).join(""), start: Math.min(from, parts[0]!.start), end: Math.max(to, parts.at(-1)!.end), phrase: 0 }
}

const sameTurn = (reading: Reading, from: number, to: number): boolean => {
  for (let i = from; i <= to; i++) if (reading.wording.breaks[i]! >= breakKind.speaker) return false
  return true
}

/** Whether numbers of a turn say a fact back: all of it, or its last four digits and more; of an address, its numbers in order. */
export const saysBack = (numbers: ReadonlyArray<SpokenNumber>, { digits, kind }: KeyFact): SpokenNumber | null => {
  if (kind === "address") {
    const all = numbers.map((number) => number.digits).join("")
    return all.includes(digits) ? (numbers.find((number) => digits.startsWith(number.digits)) ?? numbers[0]!) : null
  }
  return numbers.find((number) => number.digits.length >= 4 && (digits.includes(number.digits) || number.digits.includes(digits))) ?? null
}
