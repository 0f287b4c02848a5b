/** Whether digits are a bank card: a known issuer's beginning with the length that goes with it, and the check digit (Luhn). */
export const isCardNumber = (digits: string): boolean => {
  const { length } = digits
  if (length < 14 || length > 19) return false
  const issued =
    (/^(?:62|9558|6[03])/.test(digits) && length >= 16 && length <= 19) ||
    (/^(?:4|5[1-5]|35|6011|64|65)/.test(digits) && length === 16) ||
    (/^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)/.test(digits) && length === 16) ||
    (/^3[47]/.test(digits) && length === 15) ||
    (/^3(?:0[0-5]|[68])/.test(digits) && length === 14)
  return issued && luhn(digits)
}

const luhn = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const value = i % 2 === 0 ? digit : digit * 2
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
