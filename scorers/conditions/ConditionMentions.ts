import { ConditionRegex } from "./ConditionRegex.ts"
import { folded } from "../wording/Fold.ts"

const spoken = "[零一二三四五六七八九十百千万两点]"
const months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"

/**
 * What a turn can mention, each as small patterns without unbounded gaps. Digits may be spoken (一三八…). They find the form of a thing, not whether it
 * exists: eleven digits after 1 are a phone number.
 */
const patterns = {
  number: ["[0-9]+(?:[.,][0-9]+){0,6}", `${spoken}{2,20}`],
  amount: [
    "[¥$€£] ?[0-9]+(?:[.,][0-9]+){0,4}",
    "(?:rmb|cny|usd|eur|gbp) ?[0-9]+(?:[.,][0-9]+){0,4}",
    "[0-9]+(?:[.,][0-9]+){0,4} ?(?:万|千|百)?(?:元|块|圆|美元|美金|欧元|英镑|dollars?|bucks|yuan|euros?|pounds?|rmb|usd|eur|gbp|cny)",
    `${spoken}{1,12}(?:元|圆|美元|美金|欧元|英镑)`,
    // 一块 alone is as often “together”.
    `(?:一?[零二三四五六七八九十百千万两]${spoken}{0,11}块|一块钱)`
  ],
  phone: [
    "1[3-9][0-9](?:[ -]?[0-9]{4}){2}",
    "0[0-9]{2,3}[ -]?[0-9]{7,8}",
    "[48]00[ -]?[0-9]{3}[ -]?[0-9]{4}",
    "(?:\\+?1[ .-]?)?\\(?[2-9][0-9]{2}\\)?[ .-]?[0-9]{3}[ .-][0-9]{4}",
    "[一幺么][三四五六七八九](?:[ ,，]?[零一二三四五六七八九幺么]){9}"
  ],
  "order-number": [
    "(?:订单|单号|工单|运单|快递|物流|编号|流水号|受理号)[^0-9a-z]{0,8}[a-z]{0,4}[0-9][0-9a-z-]{4,30}",
    "(?:order|ticket|case|tracking|reference|confirmation|booking)(?: ?(?:number|no\\.?|id|code))?(?: is)?[ :#]{1,3}[a-z]{0,4}[0-9][0-9a-z-]{3,30}",
    "[0-9]{12,24}"
  ],
  date: [
    "[0-9]{4}[-/.年] ?[0-9]{1,2}[-/.月] ?[0-9]{1,2}",
    "[0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号]?",
    "[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]",
    "[0-9]{1,2}[日号]",
    "(?:今|明|后|大后|昨|前)(?:天|日|晚|早)",
    "(?:下下|下|上|这|本)(?:个)?(?:周|星期|礼拜)[一二三四五六日天]?",
    "(?:周|星期|礼拜)[一二三四五六日天]",
    "(?:today|tomorrow|tonight|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    `(?:${months})\\.? (?:[12]?[0-9]|3[01])`
  ],
  "time-span": [
    // 四月 is a date.
    `(?:[0-9半几]|${spoken}){1,6}(?:[-~到至](?:[0-9]|${spoken}){1,6})? ?(?:个?(?:工作日|小时|钟头|分钟|天|周|星期|礼拜|秒)|个月)`,
    "(?:[0-9]{1,3}(?:(?: to |-)[0-9]{1,3})?|one|two|three|four|five|six|seven|ten|a few|an?) (?:business |working )?(?:seconds?|minutes?|hours?|days?|weeks?|months?)"
  ],
  email: ["[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,62}){1,4}"]
} as const

export type MentionName = keyof typeof patterns

/** Everything that a rule may look for under `mentions`. */
export const mentionNames = Object.keys(patterns) as [MentionName, ...Array<MentionName>]

export interface Mention {
  readonly from: number
  readonly to: number
  /** What the figure is worth, for a number or an amount; `null` where it cannot be told. */
  readonly value: number | null
}

const compiled = new Map<MentionName, ConditionRegex>()

/** Finds one kind of thing in a text. */
export class Mentions {
  private readonly regex: ConditionRegex
  private readonly name: MentionName

  constructor(name: MentionName) {
    this.name = name
    this.regex = compiled.get(name) ?? new ConditionRegex(patterns[name].join("|"))
    compiled.set(name, this.regex)
  }

  find(text: string): ReadonlyArray<Mention> {
    // Part of a longer number or word is another thing.
    return this.regex.find(text)
      .filter(({ from, to }) => !(touches(text, from - 1, from)) && !(touches(text, to - 1, to)))
      .map(({ from, to }) => ({ from, to, value: this.name === "number" || this.name === "amount" ? valueOf(text.slice(from, to)) : null }))
  }
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57
const isLetter = (unit: number) => unit >= 97 && unit <= 122

const touches = (text: string, left: number, right: number): boolean => {
  if (left < 0 || right >= text.length) return false
  const a = folded[text.charCodeAt(left)]!
  const b = folded[text.charCodeAt(right)]!
  return (isDigit(a) && isDigit(b)) || (isLetter(a) && isLetter(b))
}

const figures = "零一二三四五六七八九"
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 }

/** `1,299.50` → 1299.5; `3万` → 30000; `两百五十` → 250; `null` for what is no plain number, such as 一点五. */
const valueOf = (text: string): number | null => {
  const plain = Array.from(text, (c) => String.fromCharCode(folded[c.charCodeAt(0)]!)).join("")
  const digits = /[0-9]+(?:[.,][0-9]+)*/.exec(plain)
  if (digits !== null) {
    const times = powers[plain.slice(digits.index + digits[0].length).trim()[0] ?? ""] ?? 1
    const value = Number(digits[0].replaceAll(",", "")) * times
    return Number.isNaN(value) ? null : value
  }
  let total = 0
  let section = 0
  let figure = 0
  for (const c of plain) {
    const power = powers[c]
    const digit = c === "两" ? 2 : figures.indexOf(c)
    if (power === 10_000) {
      total += (section + figure) * power
      section = figure = 0
    } else if (power !== undefined) {
      section += (figure === 0 ? 1 : figure) * power
      figure = 0
    } else if (digit >= 0) figure = digit
    else if (c === "点") return null
    else break
  }
  const value = total + section + figure
  return value === 0 && !plain.startsWith("零") ? null : value
}
