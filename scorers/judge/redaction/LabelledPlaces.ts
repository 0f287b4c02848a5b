import type { Identifier } from "./Identifier.ts"

const link = "(?:[\\s:：,，=\"“]|是|为|在|改成|改为|就是|写的|is|it's)*"
/** What is named by the word before it, and what of it must not leave (the last group). */
const accounts = [
  new RegExp(`(?:微信号|微信账号|微信id|加(?:我|你|您|一下)?微信|我(?:的)?微信|wechat(?: id)?|weixin)${link}([A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_-])`, "gi"),
  new RegExp(`(?<![A-Za-z])(?:qq号码?|qq)${link}([1-9]\\d{4,10})(?!\\d)`, "gi"),
  new RegExp(`(?<![A-Za-z])ip(?:地址| address)?${link}((?:\\d{1,3}\\.){3}\\d{1,3})(?![\\d.])`, "gi")
]

const chinese = new RegExp(`(?:地址|住址|住在|家在|寄到|送到|寄去|发到|家住)${link}([^。！？!?；;\\n\\u0001\\s,，]{4,60})`, "g")
/** A street or village and a number in it. */
const street = /[路街道巷弄里村苑园区城庄镇乡].*?[\d零一二三四五六七八九十百]{1,5}(?:号|栋|幢|座|楼|弄|单元|室|组|队|房|门|$)/
/** Ends an address that a recogniser ran on into other words. */
const lastOf = /^.*?[路街道巷弄里村苑园区城庄镇乡].*[\d零一二三四五六七八九十百](?:号楼?|栋|幢|座|楼|弄|单元|室|组|队|房|门)?/
const english = new RegExp(`(?:address|live at|living at|deliver(?:ed)? to|ship(?:ped)? to|send it to)${link}(\\d{1,5}[A-Za-z]? (?:[A-Za-z'.]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|close|crescent|court|ct|way|place|square)(?![A-Za-z])(?:,? (?:apt|apartment|flat|unit|suite|#) ?\\w{1,5})?)`, "gi")

/** Accounts and postal addresses that a word before them names: 微信号, QQ, IP, 地址, “my address is”. */
export const labelledPlacesIn = (text: string): ReadonlyArray<Identifier> => [
  ...accounts.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => last(match, "ACCOUNT"))),
  ...[...text.matchAll(english)].map((match) => last(match, "ADDRESS")),
  ...[...text.matchAll(chinese)].flatMap((match) => {
    if (!street.test(match[1]!)) return []
    const start = match.index + match[0].length - match[1]!.length
    const written = lastOf.exec(match[1]!)![0]
    return [{ kind: "ADDRESS" as const, start, end: start + written.length, same: written }]
  })
]

const last = (match: RegExpExecArray, kind: Identifier["kind"]): Identifier => {
  const end = match.index + match[0].length
  return { kind, start: end - match[1]!.length, end, same: match[1]!.toLowerCase() }
}
