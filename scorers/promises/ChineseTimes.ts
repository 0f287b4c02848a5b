import { joined, type Length, type PartOfDay, piece, type Piece, type SpokenTime } from "./SpokenTime.ts"
import { everyMatch } from "./EveryMatch.ts"

const digit = "一二三四五六七八九"
const number = `(?:\\d{1,3}|[${digit}十两]{1,4}几?)`
const range = `(${number})(?:\\s*(?:-|~|—|至|到)\\s*(${number}))?`

/** 十二 → 12, 两 → 2, 两三 → 3: of “two or three” the larger. */
const valueOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const of = (character: string) => (character === "两" ? 2 : digit.indexOf(character) + 1)
  // 十几: nineteen at most.
  if (text.endsWith("几")) return valueOf(text.slice(0, -1)) + 9
  const ten = text.indexOf("十")
  if (ten < 0) return of(text.at(-1)!)
  return (ten === 0 ? 1 : of(text[ten - 1]!)) * 10 + (ten === text.length - 1 ? 0 : of(text[ten + 1]!))
}

const hour = `(\\d{1,2}|[${digit}十两]{1,3})`
const minute = "(半|[一三]刻|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})分?)"
const until = "(?:\\s*(?:-|~|—|至|到)\\s*(?:(?:上午|中午|下午|晚上)\\s*)?)"
const clockText = `(?:${hour}(?:点钟?|时(?![间候常期]))(?:${minute}|整|钟)?|(\\d{1,2}):(\\d{2}))`
const clock = new RegExp(`(?:(?<![\\d.])(?:\\d{1,2}|[${digit}十两]{1,3})${until})?${clockText}(?:${until}${clockText})?`, "g")

const day = /大后[天日儿]|后[天日儿](?!面)|明(?:天|日|儿个?)|次日|翌日|隔[天日]|第二天|今(?:天|日|儿个?)|[当本]日|当天|(下下|下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天末])(?:(?:到|至|-|~)(?:周|星期|礼拜)?([一二三四五六日天])(?![点个天]))?|(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月|(下|这|本)个?月)?(\d{1,2}|[一二三四五六七八九十]{1,3})[号日](?!码|线|内|之内|以内)|(下下|下|这|本)?个?(?:周|星期|礼拜)(?=之?内|以内|[之以]?前|给|跟|与|和|为|会|答|回|我|联|把|再)|(下|这|本)?个?月(?:底|末|内|之内)|(?:节|假期)[之以]?后(?:的?第一个?|上班|复工|头一)+(?:工作)?[天日]/g
const dayWithPart = /(今|明|后|当|隔)(早|晚|夜|晨)上?/g
const part = /凌晨|清晨|早上|早晨|一早|上午|午前|中午|正午|下午|午后|傍晚|晚上|晚间|夜里|下班|一?上班(?:后|以后|之后|时间)?就|(?<![最稍太])早(?=[\d一二三四五六七八九十]{1,2}[点:])|(?<![最稍太])晚(?=[\d一二三四五六七八九十]{1,2}[点:])/g
const length = new RegExp(`(?<![前头])(?:最多|最慢|最晚|最迟|顶多|不超过|不出)?${range}\\s*(个?工作[日天]|个?半?(?:小时|钟头)|分钟|[天日](?!气)|个?(?:星期|礼拜|周))(?:时间)?(?:内?(?:之内|以内)|之后|以后|过后|内|后|左右|(?=我|就|会|给|为|与|和|跟|联系|回|短信|电话|致电|答|通知|告知|主动|专员|处理好|解决)|(?<=(?:等待?|等候|需要?)(?:大概|大约|约)?\\s?[^分,，]{1,8})(?=[,，]))|(?:一个?|[两二三]个?)?半个?(?:小时|钟头)(?:之内|以内|之后|以后|内|后|左右)|[一三]刻钟(?:之内|以内|之后|以后|内|后|左右)|半天(?:之内|以内|内)|(?<![前头])(?:这|近)?(?:一两|两|三)天(?:之?内|以内)?(?=给|跟|就|会|我|回|答|联|把|再)`, "g")
const around = /^[\s,、的在就大概约]*$/
const before = /^(?:左右)?(?:之前|以前|前(?!台))/
const after = /^(?:之后|以后|过后|后)/
const within = /^(?:之内|以内|内|左右|准时|钟)/

const parts: Readonly<Record<string, PartOfDay>> = {
  凌晨: "dawn", 清晨: "morning", 早上: "morning", 早晨: "morning", 一早: "morning", 上午: "morning", 午前: "morning", 中午: "noon", 正午: "noon",
  下午: "afternoon", 午后: "afternoon", 早: "morning", 晚: "evening", 傍晚: "dusk", 晚上: "evening", 晚间: "evening", 夜里: "evening", 下班: "close"
}

/** The times in a Chinese sentence, already folded to simplified characters and narrow digits. */
export const chineseTimes = (text: string): Array<SpokenTime> => {
  const pieces = [...lengths(text), ...days(text), ...daysWithPart(text), ...partsOf(text), ...clocks(text)]
  return joined(pieces, text, around).filter((time) => stands(time, text)).map((time) => bounded(time, text))
}

/** 一点 and 两点 alone are “a bit” and “two points”; a week without a day only counts as a bound. */
const stands = ({ clock: said, day: on, end, part: within, start }: Piece, text: string): boolean =>
  said === null || on !== null || within !== null || !/^[一两]点/.test(text.slice(start)) || /[钟半整刻分]$/.test(text.slice(start, end)) || before.test(text.slice(end))

const bounded = (time: Piece, text: string): SpokenTime => {
  const rest = text.slice(time.end)
  const bound = before.exec(rest) ?? (time.length === null ? after.exec(rest) : null)
  if (bound === null) {
    const more = within.exec(rest)?.[0].length ?? 0
    return { ...time, end: time.end + more, bound: null }
  }
  return { ...time, end: time.end + bound[0].length, bound: bound[0].endsWith("前") ? "before" : "after" }
}

const lengths = (text: string): Array<Piece> =>
  everyMatch(text, length).map((match) => {
    const [whole, first, second, unit] = match
    const end = match.index + whole.length
    if (unit === undefined) {
      if (/^(?:这|近)?(?:一?两|三)天/.test(whole)) return piece(match.index, end, { length: { amount: whole.includes("三") ? 3 : 2, unit: "day" } })
      const minutes = whole.includes("刻") ? (whole.startsWith("一") ? 15 : 45) : whole.startsWith("半天") ? 720 : /^[一两二三]个?半/.test(whole) ? 30 + 60 * valueOf(whole[0]!.replace("二", "两")) : 30
      return piece(match.index, end, { length: { amount: minutes, unit: "minute" } })
    }
    const amount = valueOf(second ?? first!)
    return piece(match.index, end, { length: lengthOf(amount, unit) })
  })

const lengthOf = (amount: number, unit: string): Length => {
  if (unit.includes("工作")) return { amount, unit: "workday" }
  if (/小时|钟头/.test(unit)) return unit.includes("半") ? { amount: amount * 60 + 30, unit: "minute" } : { amount, unit: "hour" }
  if (unit === "分钟") return { amount, unit: "minute" }
  return { amount, unit: /星期|礼拜|周/.test(unit) ? "week" : "day" }
}

const weeksOf = (word: string | undefined): number | null => (word === undefined ? null : word === "下下" ? 2 : word === "下" ? 1 : 0)

const days = (text: string): Array<Piece> =>
  everyMatch(text, day).flatMap((match) => {
    const [whole, weekPrefix, firstWeekday, lastWeekday, month, monthAhead, date, openWeek, monthPrefix] = match
    const weekday = lastWeekday ?? firstWeekday
    const at = (said: Piece["day"]) => [piece(match.index, match.index + whole.length, { day: said })]
    if (whole.startsWith("大后")) return at({ _tag: "ahead", days: 3 })
    if (/^后[天日]/.test(whole)) return at({ _tag: "ahead", days: 2 })
    if (/^[节假]/.test(whole)) return at({ _tag: "afterHoliday" })
    if (/^[明次翌隔第]/.test(whole)) return at({ _tag: "ahead", days: 1 })
    if (/^(?:今|当天|[当本]日)/.test(whole)) return at({ _tag: "ahead", days: 0 })
    if (weekday !== undefined) {
      const weeks = weeksOf(weekPrefix)
      if (weekday === "末") return at({ _tag: "endOfWeek", weeks: weeks ?? 0 })
      return at({ _tag: "weekday", iso: "一二三四五六日天".indexOf(weekday) % 7 + (weekday === "天" ? 7 : 1), weeks })
    }
    if (date !== undefined) {
      const value = valueOf(date)
      // 3日内 is a length, 20号楼 an address.
      if (value < 1 || value > 31 || /^(?:楼|线|店|仓|门|馆)/.test(text.slice(match.index + whole.length))) return []
      return at({ _tag: "date", month: month === undefined ? null : valueOf(month), months: monthAhead === undefined ? null : monthAhead === "下" ? 1 : 0, date: value })
    }
    if (/月/.test(whole)) return at({ _tag: "endOfMonth", months: monthPrefix === "下" ? 1 : 0 })
    return openWeek === undefined ? [] : at({ _tag: "endOfWeek", weeks: weeksOf(openWeek) ?? 0 })
  })

const aheadOf: Readonly<Record<string, number>> = { 今: 0, 当: 0, 明: 1, 隔: 1, 后: 2 }

const daysWithPart = (text: string): Array<Piece> =>
  everyMatch(text, dayWithPart).map((match) =>
    piece(match.index, match.index + match[0].length, {
      day: { _tag: "ahead", days: aheadOf[match[1]!]! },
      part: /[早晨]/.test(match[2]!) ? "morning" : "evening"
    })
  )

const partsOf = (text: string): Array<Piece> =>
  everyMatch(text, part).flatMap((match) => {
    const end = match.index + match[0].length
    // “After work” is no time of day unless it bounds one.
    if (match[0] === "下班" && !before.test(text.slice(end))) return []
    return [piece(match.index, end, { part: parts[match[0]] ?? "morning" })]
  })

const clocks = (text: string): Array<Piece> =>
  everyMatch(text, clock).flatMap((match) => {
    const [whole, hourWord, minuteWord, hours, minutes, hourWord2, minuteWord2, hours2, minutes2] = match
    const read = (word: string | undefined, rest: string | undefined, plain: string | undefined, plainMinutes: string | undefined) =>
      plain !== undefined ? Number(plain) * 60 + Number(plainMinutes) : word === undefined ? null : valueOf(word) * 60 + minutesOf(rest)
    const first = read(hourWord, minuteWord, hours, minutes)
    const last = read(hourWord2, minuteWord2, hours2, minutes2) ?? first
    // 3.5 点 and the like are no clock; neither is what has more than 24 hours.
    if (last === null || last > 1440 || /[\d.]/.test(text[match.index - 1] ?? "")) return []
    const later = first !== null && last < first && last <= 720 && first >= 720 ? last + 720 : last
    return [piece(match.index, match.index + whole.length, { clock: { minutes: later, sure: later > 780 || later === 0 } })]
  })

const minutesOf = (word: string | undefined): number => {
  if (word === undefined) return 0
  if (word === "半") return 30
  if (word.endsWith("刻")) return word.startsWith("一") ? 15 : 45
  return valueOf(word.replace("分", ""))
}
