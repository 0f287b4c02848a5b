import type { Transcript } from "../../schemas/Transcript.ts"
import { classOf, folded, unitClass } from "./Fold.ts"
import { isHan } from "./Pinyin.ts"

/** The name a customer gave: where, and what an agent may call them by. `family` is `null` where only one English name was given. */
export interface CustomerName {
  readonly turn: number
  readonly start: number
  readonly end: number
  readonly script: "chinese" | "english"
  readonly family: string | null
  readonly given: string | null
}

const doubles = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|夏侯|端木|南宫|长孙|宇文|独孤|轩辕|百里|呼延|东郭|西门|澹台|申屠|太史|完颜"
const singles =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤简游詹施洪翁柯涂温柳章俞欧阮倪岑骆伍耿卓戚甘祝樊庄聂焦岳鲁葛殷齐纪舒屈项盛童牛柴路辛柏费凌裴季霍成娄苗喻邢巫穆麦尤鲍翟蓝宁包常康傅华关安易乔文古辜连赖谷阎佘饶宫车边冉符池芦靳瞿阳管申冷解"
const surname = `(?:${doubles}|[${singles}])`
/** Where a name may end: a recogniser writes no commas. */
const nameEnd = "(?=[\\s，。,.！!？?、；;~～（(]|$|我|想|要|是|电话|手机|住|尾号|订单|单号|地址|会员|账号|工号|的电话|的手机|您好|你好|麻烦|请问|打电话|来电)"
const notNames = /^(?:.(?:师傅|先生|女士|小姐|经理|工|总|老师|客服)|安装|安排|方便|高兴|时候|方法|白天|万一|毛病|关闭|关机|包裹|包装|成功|任何|何时|于是|金额|车子|车|解决|管理|常常|华为|文件|连接|路由|路由器|康佳|成了|莫名|古怪|张口)$/

const stated = new RegExp(`(?:我|免贵|本人|敝|鄙人)姓(${surname})(?!名)`, "u")
const called = new RegExp(`(?:我叫|我的名字叫|我名字叫|我的名字是|本人叫|我名叫)(${surname})([\\p{Script=Han}]{1,2}?)${nameEnd}`, "u")
const titled = new RegExp(`(?:^|[，。,\\s])(?:喂|你好|您好)?[，,\\s]?我是(?:[^，。,？?帮替给找]{0,10}的)?(${surname})(?:先生|女士|小姐|太太)(?!的|家|那|这|说|要|让|叫)`, "u")
const answered = new RegExp(`^(?:嗯|呃|啊|哦|那个)?[，,\\s]?(?:我|免贵)?(?:姓|是|叫)?[，,\\s]?(${surname})([\\p{Script=Han}]{1,2})?[。.，,！!\\s]*$`, "u")
const asksName = /贵姓|尊姓|您姓什么|你姓什么|怎么称呼|如何称呼|您的姓名|您的名字|您叫什么|大名/

const word = "[A-Z][a-z'’-]+"
const statedEnglish = new RegExp(`\\b[Mm]y name(?:'s|’s|s| is) (${word})(?: (${word}))?(?: (${word}))?`)
const thisIs = new RegExp(`^(?:[Hh]i|[Hh]ello|[Hh]ey|[Gg]ood (?:morning|afternoon|evening)|[Yy]es|[Yy]eah|[Oo]h)?[,.! ]*(?:\\w+[,.!] )?[Tt]his is (${word}) (${word})(?!['’]s)(?=[,.!?]|$| (?:and|from|calling|speaking|here|order|I))`)
const answeredEnglish = new RegExp(`^(?:(?:[Ss]ure|[Yy]es|[Yy]eah|[Oo]kay|[Oo]k|[Oo]f course|[Hh]i|[Uu]m|[Uu]h|[Ii]t['’]?s|[Ii]t is|[Tt]hat['’]?s|[Tt]he name is)[,. ]*)*(${word})(?: (${word}))?(?: (${word}))?(?![\\w'’-])`)
const asksNameEnglish = /\byour (?:full |first |last |first and last |complete )?name\b|(?:have|get) (?:a|the) name\b|who (?:am i|do i have the pleasure of) (?:speaking|talking)|whom am i speaking/i
const notNamesEnglish = new Set("yes no sure okay thanks thank please not order it is on the that my this hi hello well just why what i done sent great good sorry absolutely really your customer service support yeah yep yup nope alright right um uh hmm oh ah so fine nothing never perfect awesome cool wait hold one and but".split(" "))

/** The first name the customer gave of themselves; `null` where none is sure. Names of others, and of what was ordered, are none. */
export const customerName = ({ turns }: Transcript): CustomerName | null => {
  for (let turn = 0; turn < turns.length; turn++) {
    const { role, text } = turns[turn]!
    if (role !== "customer") continue
    let before = turn
    while (turns[before - 1]?.role === "agent") before--
    const asked = turns.slice(before, turn).map((one) => one.text).join(" ")
    const words = plain(text)
    const question = plain(asked).text
    const name = chineseName(words.text, asksName.test(question)) ?? englishName(words.text, asksNameEnglish.test(question))
    if (name !== null) return { turn, ...name, start: words.at[name.start]!, end: words.at[name.end - 1]! + 1 }
  }
  return null
}

/** A text as names are looked for in it: simplified, of plain width, without spaces between Chinese characters; `at` are the offsets in the original. */
interface Plain {
  readonly text: string
  readonly at: ReadonlyArray<number>
}

const plain = (original: string): Plain => {
  let text = ""
  const at: Array<number> = []
  for (let i = 0; i < original.length; i++) {
    const unit = original.charCodeAt(i)
    if (classOf[unit] === unitClass.dropped && !apostrophes.has(unit)) continue
    if (/\s/.test(original[i]!) && (isHan(text.charCodeAt(text.length - 1)) || nextIsHan(original, i + 1))) continue
    text += String.fromCharCode(unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit < 0x2e80 ? unit : folded[unit]!)
    at.push(i)
  }
  at.push(original.length)
  return { text, at }
}

const apostrophes = new Set(["'", "’", "‘", "ʼ"].map((character) => character.charCodeAt(0)))

/** Gaps longer than this are no slip of a recogniser, and would be walked through anew from each of their spaces. */
const longestGap = 8

const nextIsHan = (text: string, from: number): boolean => {
  let i = from
  while (i - from < longestGap && /\s/.test(text[i] ?? "")) i++
  return isHan(text.charCodeAt(i))
}

type Found = Omit<CustomerName, "turn">

const chineseName = (text: string, asked: boolean): Found | null => {
  for (const pattern of asked ? [stated, called, titled, answered] : [stated, called, titled]) {
    const match = pattern.exec(text)
    if (match === null) continue
    const [all, family, given = null] = match
    if (notNames.test(family! + (given ?? ""))) continue
    return { start: match.index, end: match.index + all.trimEnd().length, script: "chinese", family: family!, given }
  }
  return null
}

const englishName = (text: string, asked: boolean): Found | null => {
  for (const pattern of asked ? [statedEnglish, thisIs, answeredEnglish] : [statedEnglish, thisIs]) {
    const match = pattern.exec(text)
    if (match === null) continue
    const names = match.slice(1).filter((name) => name !== undefined)
    if (names.some((name) => notNamesEnglish.has(name.toLowerCase()))) continue
    return { start: match.index, end: match.index + match[0].length, script: "english", given: names[0]!, family: names.length > 1 ? names.at(-1)! : null }
  }
  return null
}

const titles = "先生|女士|小姐|太太|夫人|老师|老板|总|经理|主任|医生|教授|师傅|哥|姐|叔|阿姨|大爷|大妈|大姐|大哥|奶奶|爷爷|同学|生|工|校长|警官"
const titledBy = new RegExp(`(${doubles}|[\\p{Script=Han}])(?:${titles})`, "gu")

/** Where the agent calls the customer by the name, with `alike` telling which characters may stand for one another. */
export const addressed = (original: string, name: CustomerName, alike: (a: string, b: string) => boolean): { readonly start: number; readonly end: number } | null => {
  const { at, text } = plain(original)
  const found = name.script === "english" ? addressedEnglish(text, name) : addressedChinese(text, name, alike)
  return found === null ? null : { start: at[found.start]!, end: at[found.end - 1]! + 1 }
}

const addressedEnglish = (text: string, name: CustomerName) => {
  for (const part of [name.family, name.given]) {
    const match = part === null ? null : new RegExp(`(?:\\b(?:mr|mrs|ms|miss|mx|dr)\\.? )?\\b${part.replaceAll("’", "'").replaceAll("'", "['’]?")}\\b`, "i").exec(text)
    if (match !== null) return { start: match.index, end: match.index + match[0].length }
  }
  return null
}

const addressedChinese = (text: string, name: CustomerName, alike: (a: string, b: string) => boolean) => {
  const whole = name.given === null || name.given.length === 0 ? -1 : text.indexOf(name.family! + name.given)
  if (whole >= 0) return { start: whole, end: whole + name.family!.length + name.given!.length }
  for (const match of text.matchAll(titledBy)) {
    const family = match[1]!
    if (family === name.family || (family.length === 1 && alike(family, name.family!.at(-1)!))) return { start: match.index, end: match.index + match[0].length }
  }
  return null
}
