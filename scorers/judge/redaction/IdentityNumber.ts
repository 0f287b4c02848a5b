const provinces = new Set("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split(" "))
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = "10X98765432"
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Whether digits (X last, where it is) are a Chinese identity number: a province, a day of birth, and either a check digit that holds
 * (GB 11643, ISO 7064 mod 11-2) or a day of birth that a living adult can have, since one digit misheard must not let the others out.
 * Fifteen digits are the old form without a check digit.
 */
export const isIdentityNumber = (digits: string): boolean => {
  if ((digits.length !== 15 && digits.length !== 18) || !provinces.has(digits.slice(0, 2))) return false
  if (/^\d{15}$/.test(digits)) return isDay(Number(digits.slice(8, 10)), Number(digits.slice(10, 12)))
  if (!/^\d{17}[\dX]$/.test(digits)) return false
  const year = Number(digits.slice(6, 10))
  if (!isDay(Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))) return false
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return checks[sum % 11] === digits[17] ? year >= 1900 && year < 2100 : year >= 1930 && year <= 2012
}

const isDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= daysIn[month - 1]!
