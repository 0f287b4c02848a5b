import type { Identifier } from "./Identifier.ts"

/** How much around the sign an address may take, in units. */
const reach = { before: 80, after: 120 }

const at = /@|[(（[]at[)）\]]|(?<=[\sA-Za-z\d_])at(?=[\s一])|艾特|爱特|圈[aA]/gi

const spokenDigit = "零〇一二三四五六七八九幺"
const word = `[A-Za-z0-9${spokenDigit}_.+%-]`
const joint = "(?:\\s?(?:点|下划线|减号|杠)\\s?|\\s(?:dot|underscore|dash|hyphen|minus|plus)\\s)"
const local = new RegExp(`(?:${word}+(?:${joint}${word}+)*|(?:[A-Za-z0-9] ){2,}[A-Za-z0-9])\\s?$`, "i")
const label = `[A-Za-z0-9${spokenDigit}-]{1,63}`
const provider = "gmail|googlemail|qq|foxmail|163|126|yeah|139|189|sina|sohu|aliyun|outlook|hotmail|live|msn|yahoo|icloud|me|mac|proton|protonmail|一六三|一二六|一三九|一八九"
const ending = "(?:com|cn|net|org|edu|gov|io|me|co|hk|tw|uk|us|info|biz)"
const country = "(?:cn|hk|tw|uk|au|jp|sg|my)"
const dot = "(?:\\s?[.。点]\\s?|\\s?[(（[]dot[)）\\]]\\s?|\\s(?:dot|point)\\s)"
/** As written; else with gaps or words for the dots, up to an ending that is known; else a provider's name alone. */
const domains = [
  new RegExp(`^\\s?((?:${label}[.点])+[A-Za-z]{2,24})`, "i"),
  new RegExp(`^\\s?((?:(?:${label}|(?:[A-Za-z0-9] )+[A-Za-z0-9])${dot})+?${ending}(?:${dot}${country})?)(?![A-Za-z0-9])`, "i"),
  new RegExp(`^((?:${provider}))(?![A-Za-z0-9.])`, "i")
]

const providers = new RegExp(`^(?:${provider})(?![A-Za-z0-9])`, "i")
const endings = new RegExp(`${ending}$`, "i")
const labelled = /(?:邮箱|邮件|电邮|伊妹儿|e-?mail(?: address)?|mail)(?:[\s:：,，]|是|为|地址|is|it|it's|address)*$/i
const notLocal = /^(?:us|me|it|them|him|her|look|looked|is|are|was|am|be|up|order|ordered|bought|buy|shop|shopping|contact|email|mail|support|sale|available|found|account|website|page|here|there|one|and|or)$/i

/** E-mail addresses, with the sign or with it and the dots said in words where that is clear. */
export const mailAddressesIn = (text: string): ReadonlyArray<Identifier> => {
  const found: Array<Identifier> = []
  let last = 0
  for (const sign of text.matchAll(at)) {
    const start = sign.index
    const end = start + sign[0].length
    if (start < last) continue
    const window = text.slice(Math.max(last, start - reach.before), start)
    const name = local.exec(window)
    const after = text.slice(end, end + reach.after)
    const host = domains.reduce<RegExpExecArray | null>((found, domain) => found ?? domain.exec(after), null)
    if (name === null || host === null) continue
    const from = start - name[0].length
    if (sign[0] !== "@" && !isClear(name[0].trim(), host[1]!, text.slice(Math.max(0, from - 24), from))) continue
    const identifier: Identifier = { kind: "EMAIL", start: from, end: end + host[0].length, same: `${plain(name[0])}@${plain(host[1]!)}` }
    found.push(identifier)
    last = identifier.end
  }
  return found
}

const isClear = (name: string, host: string, before: string): boolean =>
  labelled.test(before) || (endings.test(host) && !notLocal.test(name) && (providers.test(host) || /[\d_.]|dot/i.test(name)))

const plain = (written: string): string => written.toLowerCase().replaceAll(/\s?(?:点|。|\bdot\b|\bpoint\b)\s?/g, ".").replaceAll(/[\s()（）[\]]/g, "")
