import { joined, type PartOfDay, piece, type Piece, type SpokenTime } from "./SpokenTime.ts"
import { everyMatch } from "./EveryMatch.ts"

const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy"]
const teens = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
const number = `(\\d{1,3}|(?:${tens.join("|")})(?:[- ](?:${words.slice(1, 10).join("|")}))?|${teens.join("|")}|${words.slice(1).join("|")}|half an?|a couple of|a couple|(?:a|three) quarters? of an|an?)`
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

const valueOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === "noon" || text === "midday") return 12
  if (text === "midnight") return 24
  if (text.endsWith("of an")) return text.startsWith("a") ? 0.25 : 0.75
  if (text.startsWith("half an") || text === "half a") return 0.5
  if (text.startsWith("a couple")) return 2
  if (teens.includes(text)) return 13 + teens.indexOf(text)
  const [ten = "", one] = text.split(/[- ]/)
  if (tens.includes(ten)) return 10 * tens.indexOf(ten) + 20 + (one === undefined ? 0 : words.indexOf(one))
  return text === "a" || text === "an" ? 1 : words.indexOf(text)
}

const half = "(?:\\s*([ap])(?:\\.\\s?m\\b\\.?|\\s?m\\b))"
const hour = `(\\d{1,2}|${words.slice(1).join("|")})`
const lastHour = `(\\d{1,2}|${words.slice(1).join("|")}|noon|midday|midnight)`
const clock = new RegExp(
  `\\b(?:(at|by|before|around|about|until|till|from|between|past)\\s+)?(?:(half past|half|quarter past|quarter to)\\s+)?${hour}(?::(\\d{2})|\\s(thirty|fifteen|forty[- ]five))?(?:${half}|(\\s*o'?clock))?(?:\\s*(?:to|and|-|–|till|until)\\s*${lastHour}(?::(\\d{2}))?${half}?)?`,
  "g"
)
/** What makes a bare number something else than an hour. */
const counted = /^\s*(?:%|percent|per cent|hours?|minutes?|mins?|days?|weeks?|months?|business|working|dollars?|pounds?|cents?|points?|times?|st\b|nd\b|rd\b|th\b|[-/]\d|\.\d|of\b|or\b|more\b|people|units?|items?|years?)/
const day = new RegExp(
  `\\bthe day after tomorrow\\b|\\btomorrow\\b|\\btoday\\b|\\b(next|this|on|by|before|coming)?\\s*(${weekdays.join("|")})\\b(?: (next) week)?|\\b(?:by|before) (?:the )?end of (?:the|this|next) (week|month)\\b|\\b(?:later )?(next|this) (week|month)\\b|\\b(?:(${months.join("|")})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b|(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?: of (${months.join("|")})[a-z]*)?\\b)|\\b(?:over|at|by) the weekend\\b`,
  "g"
)
const part = /\btonight\b|\bfirst thing\b(?: in the morning)?|\bbefore lunch\b|\bend of (?:the |my |our )?(?:business|shift)\b|\b(this |in the |by the |the )?(morning|afternoon|evening|lunchtime)\b|\bnoon\b|\bmidday\b|\bmidnight\b|\b(?:the )?(?:end|close) of (?:the |my |our )?(?:business |working )?(?:day|play|business|shift)\b|\beod\b|\bcob\b|\bclose of business\b/g
const length = new RegExp(`\\b(?:within|in|give me|give us|inside|under|in less than|for no more than|no more than)\\s+(?:the )?(?:next |about |around |roughly |like |at most |maximum )*(?:${number}\\s*(?:-|to|or|–)\\s*)?${number}?\\s*(business hours?|hours?|hrs?|minutes?|mins?|business days?|working days?|days?|weeks?)(?!['’])(?:'? time)?\\b`, "g")
const around = /^(?:\s|,|\b(?:at|by|on|before|around|about|in|the|no later than|of|from|between)\b)*$/
const beforeIt = /\bbefore\s+(?:about |around )?$/
const afterIt = /(?:after|from)\s+$/
const leading = /(?:(?:no later than|by|before|until|till|at|on|around|about|in|sometime|later|any ?time)\s+(?:the )?)+$/

/** The times in an English sentence in lower case, with straight apostrophes. */
export const englishTimes = (text: string): Array<SpokenTime> =>
  joined([...lengths(text), ...days(text), ...partsOf(text), ...clocks(text)], text, around).map((time) => {
    const lead = text.slice(0, time.start)
    const own = text.slice(time.start, time.end)
    const start = time.start - (leading.exec(lead)?.[0].length ?? 0)
    const bound = beforeIt.test(lead) || /^before\b/.test(own) ? "before" : afterIt.test(lead) || /^from\b/.test(own) ? "after" : null
    const day = time.day === null && time.clock === null && own.endsWith("in the morning") ? ({ _tag: "ahead", days: 1 } as const) : time.day
    return { ...time, day, start, bound }
  })

const lengths = (text: string): Array<Piece> =>
  everyMatch(text, length).flatMap((match) => {
    const [whole, low, high, unitWord] = match
    if (low === undefined && high === undefined && !/next|the (?:hour|day|week)$/.test(whole)) return []
    const amount = valueOf(high ?? low ?? "one")
    const unit = /business day|working day/.test(unitWord!) ? "workday" : /hour|hr/.test(unitWord!) ? "hour" : /min/.test(unitWord!) ? "minute" : /week/.test(unitWord!) ? "week" : "day"
    return [piece(match.index, match.index + whole.length, { length: { amount, unit } })]
  })

const days = (text: string): Array<Piece> =>
  everyMatch(text, day).map((match) => {
    const [whole, which, weekday, inNext, endOf, openWhich, openUnit, month, date, date2, month2] = match
    const at = (said: Piece["day"]) => piece(match.index, match.index + whole.length, { day: said })
    if (whole.includes("after tomorrow")) return at({ _tag: "ahead", days: 2 })
    if (whole === "tomorrow") return at({ _tag: "ahead", days: 1 })
    if (whole === "today") return at({ _tag: "ahead", days: 0 })
    if (weekday !== undefined) return at({ _tag: "weekday", iso: weekdays.indexOf(weekday) + 1, weeks: (which ?? inNext) === "next" || inNext === "next" ? 1 : which === "this" ? 0 : null })
    if (endOf !== undefined) {
      const ahead = /next (?:week|month)$/.test(whole) ? 1 : 0
      return at(endOf === "week" ? { _tag: "endOfWeek", weeks: ahead } : { _tag: "endOfMonth", months: ahead })
    }
    if (openWhich !== undefined) {
      const ahead = openWhich === "next" ? 1 : 0
      return at(openUnit === "week" ? { _tag: "endOfWeek", weeks: ahead } : { _tag: "endOfMonth", months: ahead })
    }
    if (date !== undefined || date2 !== undefined) {
      const name = month ?? month2
      return at({ _tag: "date", month: name === undefined ? null : months.indexOf(name) + 1, months: null, date: Number(date ?? date2) })
    }
    return at({ _tag: "endOfWeek", weeks: 0 })
  })

const partsOf = (text: string): Array<Piece> =>
  everyMatch(text, part).map((match) => {
    const whole = match[0]
    const at = (of: PartOfDay, rest: Partial<Piece> = {}) => piece(match.index, match.index + whole.length, { part: of, ...rest })
    if (whole === "tonight") return at("evening", { day: { _tag: "ahead", days: 0 } })
    if (whole.startsWith("first thing")) return at("morning")
    if (whole === "before lunch") return at("noon", { clock: { minutes: 720, sure: true } })
    if (whole === "midnight") return at("evening", { clock: { minutes: 1440, sure: true } })
    if (/noon$|midday/.test(whole) && !whole.includes("after")) return at("noon", { clock: { minutes: 720, sure: true } })
    if (whole.includes("lunchtime")) return at("noon", { clock: { minutes: 840, sure: true } })
    const of = /morning/.test(whole) ? "morning" : /afternoon/.test(whole) ? "afternoon" : /evening/.test(whole) ? "evening" : "close"
    return whole.startsWith("this ") ? at(of, { day: { _tag: "ahead", days: 0 } }) : at(of)
  })

const clocks = (text: string): Array<Piece> =>
  everyMatch(text, clock).flatMap((match) => {
    const [whole, preposition, past, hourWord, minuteWord, minuteSpoken, ap, oclock, hourWord2, minuteWord2, ap2] = match
    const end = match.index + whole.length
    const first = valueOf(hourWord!)
    if (first > 24 || counted.test(text.slice(end)) || /[\d.$£€#]$/.test(text.slice(0, match.index))) return []
    // A bare number is an hour only after a word such as “by”.
    if (preposition === undefined && past === undefined && minuteWord === undefined && ap === undefined && oclock === undefined && ap2 === undefined) return []
    if (preposition === "between" && hourWord2 === undefined) return []
    const spoken = minuteSpoken === undefined ? 0 : minuteSpoken === "thirty" ? 30 : minuteSpoken === "fifteen" ? 15 : 45
    const shift = past === undefined ? 0 : past.startsWith("half") ? 30 : past === "quarter past" ? 15 : -15
    const hourOf = hourWord2 === undefined ? first : valueOf(hourWord2)
    const minutes = hourOf * 60 + Number((hourWord2 === undefined ? minuteWord : minuteWord2) ?? 0) + (hourWord2 === undefined ? spoken + shift : 0)
    const which = ap2 ?? ap
    if (minutes > 1440) return []
    const start = match.index + (preposition === undefined || preposition === "past" ? 0 : preposition.length + 1)
    if (which !== undefined) return [piece(start, end, { clock: { minutes: (minutes % 720) + (which === "p" ? 720 : 0), sure: true } })]
    return [piece(start, end, { clock: { minutes, sure: minutes > 780 } })]
  })
