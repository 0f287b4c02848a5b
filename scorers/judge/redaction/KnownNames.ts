import { roleOf } from "../../../schemas/RoleWords.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { type CustomerName, customerName } from "../../wording/CustomerName.ts"
import type { Identifier } from "./Identifier.ts"
import { plainText } from "./Stretch.ts"

const doubles = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|夏侯|端木|南宫|长孙|宇文|独孤|轩辕)/
/** 总 and 工 begin many words besides: 总共, 工作. */
const titles = "先生|女士|小姐|太太|夫人|老师|老板|总(?![共计额数是之的价算体部结会])|经理|主任|医生|教授|师傅|哥|姐|叔|阿姨|大爷|大妈|大姐|大哥|奶奶|爷爷|同学|工(?![作单程商厂具资人])|校长|警官"
/** What an input puts before a name: 客服小李. */
const post = /^(?:客服代表|客服专员|客服|坐席|座席|专员|顾问|经理|(?:mr|mrs|ms|miss|mx|dr|sir|madam|prof)(?=[\s.]))[\s.:：_-]*/i
const address = /^(?:mr|mrs|ms|miss|mx|dr|sir|madam|prof)$/i
/** Given names that are words; they are names only where somebody is introduced or greeted by them. */
const words = new Set("may will mark bill joy hope grace rose art rich pat sue drew chase faith dawn summer autumn sunny happy lucky star sky angel candy apple cherry crystal amber bob jack jean max ray rob frank ernest guy dean grant miles page price wade an so le he you may june april august sun moon ocean winter".split(" "))
const introduced = "(?:my name is|my name's|name is|this is|i am|i'm|im|called|mr\\.?|mrs\\.?|ms\\.?|miss|hi|hello|hey|dear|thanks|thank you|bye)[,\\s]{1,3}"

/** What stands in a column of names without being one. */
const nobody = /^(?:先生|女士|小姐|太太|匿名|匿名用户|游客|未知|新用户|老用户|会员|贵宾|vip|unknown|anonymous|guest|none|null|n\/a|na|test|admin)$/i

/** Finds the names that the input gives for customer and agents, and the one the customer says. Made once per transcript. */
export class KnownNames {
  private readonly patterns: ReadonlyArray<{ readonly pattern: RegExp; readonly same: string }>

  constructor(transcript: Transcript) {
    const said = customerName(transcript)
    const given = [transcript.customer, ...transcript.agents.flatMap(({ id, name }) => [name, id]), ...transcript.turns.map(({ agent }) => agent), said === null ? null : whole(said)]
    const names = new Set(given.flatMap((name) => (name === null ? [] : [folded(name)])))
    this.patterns = [...names].filter((name) => name !== "" && roleOf(name) === null && !nobody.test(name)).flatMap(patternsOf)
  }

  readonly in = (text: string): ReadonlyArray<Identifier> =>
    this.patterns.flatMap(({ pattern, same }) => [...text.matchAll(pattern)].map((match) => ({ kind: "NAME" as const, start: match.index, end: match.index + match[0].length, same })))
}

const whole = ({ family, given, script }: CustomerName): string => (script === "chinese" ? `${family ?? ""}${given ?? ""}` : [given, family].filter((part) => part !== null).join(" "))

/** A name folded as the text it is looked for in. */
const folded = (name: string): string => plainText(name).trim()

const patternsOf = (written: string): ReadonlyArray<{ readonly pattern: RegExp; readonly same: string }> => {
  const name = written.replace(post, "") || written
  const same = name.toLowerCase()
  const person = /^(\p{Script=Han}{1,4}?)(?:先生|女士|小姐|太太)$/u.exec(name)?.[1] ?? name
  if (/^\p{Script=Han}{1,4}$/u.test(person)) {
    const family = doubles.exec(person)?.[0] ?? person[0]!
    const called = { pattern: new RegExp(`${family}(?=${titles})`, "g"), same }
    const alone = person.slice(family.length)
    return [
      ...(person.length >= 2 ? [{ pattern: new RegExp(person, "g"), same }] : []),
      ...(person.length === family.length || person.length > 2 ? [called] : []),
      ...(alone.length === 2 ? [{ pattern: new RegExp(`${alone}(?=${titles})|(?<=我是|我叫|叫我)${alone}`, "g"), same }] : [])
    ]
  }
  // An id such as “7” or “a1” is no name, and would be found in every figure.
  if (!/\p{L}/u.test(name) ? name.replaceAll(/\D/g, "").length < 6 : name.length < 3) return []
  const parts = /^[\p{Script=Latin}'’.,\s-]+$/u.test(name) ? [name, ...name.split(/[\s.,]+/).filter((part) => part.length >= 2 && !address.test(part))] : [name]
  return [...new Set(parts)].map((part) => {
    const escaped = part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll(/\s+/g, "\\s+")
    return { pattern: new RegExp(part.length === 2 || words.has(part.toLowerCase()) ? `(?<=\\b${introduced})${escaped}(?![\\p{L}\\d])` : `(?<![\\p{L}\\d])${escaped}(?![A-Za-z\\d])`, "giu"), same }
  })
}
