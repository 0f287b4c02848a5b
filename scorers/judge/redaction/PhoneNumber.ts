/** Digits of a possible telephone number, and what the way of writing adds: its groups, and a plus before it. */
export interface Dialled {
  readonly digits: string
  /** Lengths of its groups. */
  readonly groups: ReadonlyArray<number>
  readonly plus: boolean
  /** Read out digit by digit. */
  readonly spoken: boolean
  /** A word for telephone stands before it. */
  readonly labelled: boolean
}

const mobile = /^1[3-9]\d{9}$/
/** Area code and number: 010 and 02x have eight digits, the others seven or eight. */
const landline = /^0(?:10|2[0-57-9])[2-8]\d{7}$|^0[3-9]\d{2}[2-8]\d{6,7}$/
/** How many digits follow a country's code. */
const national: ReadonlyArray<readonly [string, number, number]> = [
  ["852", 8, 8], ["853", 8, 8], ["886", 8, 9], ["86", 9, 11], ["1", 10, 10], ["65", 8, 8], ["60", 8, 10], ["66", 8, 9], ["81", 9, 10], ["82", 8, 10], ["84", 9, 10], ["91", 10, 10],
  ["61", 9, 9], ["64", 8, 10], ["44", 9, 10], ["33", 9, 9], ["49", 7, 11], ["39", 8, 11], ["34", 9, 9], ["7", 10, 10]
]

/** The digits by which the same telephone is known however it is written; `null` where they are none. */
export const telephone = ({ digits, groups, labelled, plus, spoken }: Dialled): string | null => {
  if (plus) return international(digits)
  if (digits.length < 10 || digits.length > 17) return null
  const home = digits.replace(/^(?:00)?86(?=(?:1[3-9]|0)\d{8,})/, "")
  if (mobile.test(home)) return home
  if (mobile.test(home.slice(1)) && home[0] === "0") return home.slice(1)
  if (landline.test(home)) return home
  const split = groups.length > 1 || spoken || labelled
  // Numbers of other places that begin with a zero: 0912-345-678, 020 7946 0958.
  if (/^0[1-9]\d{8,9}$/.test(digits) && (split || /^09\d{8}$|^07\d{9}$/.test(digits))) return digits
  if (/^00[1-9]\d{9,13}$/.test(digits) && split) return international(digits.slice(2))
  if (/^[48]00[1-9]\d{6}$/.test(digits) || /^1?8(?:00|33|44|55|66|77|88)[2-9]\d{6}$/.test(digits) && split) return digits
  if (/^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits) && (labelled || isNorthAmerican(groups) || (spoken && digits.length === 10))) return digits.slice(-10)
  return null
}

/** Digits that are a telephone only by the word before them: local numbers, numbers of other countries. */
export const isTelephoneByLabel = (digits: string): boolean => /^[1-9]\d{6,14}$/.test(digits)

const isNorthAmerican = (groups: ReadonlyArray<number>) => /^(?:1 )?3 (?:3 4|7)$/.test(groups.join(" "))

const international = (digits: string): string | null => {
  const known = national.find(([code]) => digits.startsWith(code))
  if (known === undefined) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null
  const rest = digits.slice(known[0].length).replace(/^0/, "")
  if (rest.length < known[1] || rest.length > known[2]) return null
  return known[0] === "86" && mobile.test(rest) ? rest : `+${known[0]}${rest}`
}
