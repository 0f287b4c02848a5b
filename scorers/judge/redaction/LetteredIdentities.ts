import type { Identifier } from "./Identifier.ts"

const taiwan = /(?<![A-Za-z0-9])[A-Za-z][1289]\d{8}(?![A-Za-z0-9])/g
const hongKong = /(?<![A-Za-z0-9])[A-Za-z]{1,2}\d{6}\s?\([0-9Aa]\)/g
const passport = /(?:护照|通行证|passport)(?:号码?|证件号码?| number| no\.?)?(?:[\s:：#是为]| is)*([A-Za-z]{1,2}\d{7,9})(?![A-Za-z0-9])/gi

/** Identity numbers that begin with a letter: Taiwan's and Hong Kong's by their check digits, passports by the word before them. */
export const letteredIdentitiesIn = (text: string): ReadonlyArray<Identifier> => [
  ...[...text.matchAll(taiwan)].filter(([number]) => isTaiwanese(number.toUpperCase())).map((match) => identity(match.index, match[0])),
  ...[...text.matchAll(hongKong)].filter(([number]) => isOfHongKong(number.toUpperCase())).map((match) => identity(match.index, match[0])),
  ...[...text.matchAll(passport)].map((match) => identity(match.index + match[0].length - match[1]!.length, match[1]!))
]

const identity = (start: number, written: string): Identifier => ({ kind: "ID", start, end: start + written.length, same: written.toUpperCase().replaceAll(/\W/g, "") })

/** The letters in the order of their values from 10. */
const letters = "ABCDEFGHJKLMNPQRSTUVXYWZIO"

const isTaiwanese = (number: string): boolean => {
  const value = 10 + letters.indexOf(number[0]!)
  const rest = Array.from(number.slice(1), Number)
  return (Math.floor(value / 10) + 9 * (value % 10) + rest.reduce((sum, digit, i) => sum + digit * (i === 8 ? 1 : 8 - i), 0)) % 10 === 0
}

const isOfHongKong = (number: string): boolean => {
  const [prefix = "", digits = "", check = ""] = number.split(/(?<=[A-Z])(?=\d)|\s?\(/)
  const values = [...prefix.padStart(2, " ")].map((letter) => (letter === " " ? 36 : letter.charCodeAt(0) - 55)).concat(Array.from(digits, Number))
  const sum = values.reduce((total, value, i) => total + value * (9 - i), 0)
  return (sum + (check[0] === "A" ? 10 : Number(check[0]))) % 11 === 0
}
