import { Random } from "../../bench/Random.ts"

/** Somebody's identifier, invented, as it is written in a sentence. `secret`: its digits, or letters and digits, without anything between. */
export interface Planted {
  readonly kind: "PHONE" | "ID" | "CARD" | "EMAIL" | "PLATE"
  readonly form: string
  readonly secret: string
  readonly sentence: string
}

const figures = (random: Random, count: number) => Array.from({ length: count }, () => random.between(0, 9)).join("")

const mobile = (random: Random) => `1${random.between(3, 9)}${figures(random, 9)}`
const landline = (random: Random) => `${random.pick(["010", "021", "020", "0755", "0571", "0471"])}${random.between(2, 8)}${figures(random, 7)}`
const identity = (random: Random) => {
  const start = `${random.pick(["110101", "310104", "440305", "510107", "330106", "650102"])}${random.between(1950, 2005)}${String(random.between(1, 12)).padStart(2, "0")}${String(random.between(1, 28)).padStart(2, "0")}${figures(random, 3)}`
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(start[i]) * (2 ** (17 - i) % 11)
  return start + "10X98765432"[sum % 11]
}
const oldIdentity = (random: Random) => `${random.pick(["110101", "310104", "440305"])}${random.between(40, 85)}${String(random.between(1, 12)).padStart(2, "0")}${String(random.between(1, 28)).padStart(2, "0")}${figures(random, 3)}`
const card = (random: Random) => {
  const start = random.pick(["622202", "621700", "622848", "4512", "5187", "622588"])
  const body = start + figures(random, (start.length === 6 ? random.pick([16, 19]) : 16) - start.length - 1)
  for (let check = 0; ; check++) {
    const sum = Array.from(body + check, Number).toReversed().reduce((total, digit, i) => total + (i % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0)
    if (sum % 10 === 0) return `${body}${check}`
  }
}

const wide = (text: string) => text.replaceAll(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0))
const chinese = (text: string) => text.replaceAll(/\d/g, (digit) => "零一二三四五六七八九"[Number(digit)]!)
const english = (text: string) => Array.from(text, (digit) => ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][Number(digit)] ?? digit).join(" ")
const every = (text: string, sizes: ReadonlyArray<number>, gap: string) => {
  const parts: Array<string> = []
  for (let at = 0, i = 0; at < text.length; at += sizes[i]!, i = Math.min(i + 1, sizes.length - 1)) parts.push(text.slice(at, at + sizes[i]!))
  return parts.join(gap)
}
const doubled = (text: string) => english(text).replaceAll(/\b(zero|one|two|three|four|five|six|seven|eight|nine) \1 \1\b/g, "triple $1").replaceAll(/\b(?<!triple )(zero|one|two|three|four|five|six|seven|eight|nine) \1\b/g, "double $1")

const forms: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  spaced: (text) => every(text, [3, 4], " "),
  dashed: (text) => every(text, [3, 4], "-"),
  wide,
  "wide and spaced": (text) => wide(every(text, [4], " ")),
  "one by one": (text) => every(text, [1], " "),
  chinese,
  "chinese with 幺": (text) => chinese(text).replaceAll("一", "幺"),
  "chinese with pauses": (text) => chinese(every(text, [3, 4], "，")),
  "chinese with fillers": (text) => chinese(every(text, [4], "嗯")),
  "half chinese": (text) => chinese(text.slice(0, 4)) + text.slice(4),
  english,
  "english with double": doubled,
  "invisible characters": (text) => every(text, [4], "\u200b")
}
const endsInX = (form: string, text: string) => (form.startsWith("chinese") ? text.replace("X", "叉") : text)

const carriers: Readonly<Record<string, ReadonlyArray<string>>> = {
  PHONE: ["我的手机号是@，麻烦记一下", "您打@就能找到我", "号码給您：@。", "請打@聯絡我先生", "好的，跟您核对一下，@，对吗", "Please call me back on @ after six.", "You can reach me at @, thanks", "那个 @ 是我老婆的"],
  ID: ["身份证号@", "我報一下證件號碼 @，您查", "我的号是@，您看能办吗", "My ID number is @.", "开户用的是@这个证"],
  CARD: ["退到这张卡：@", "卡號@，工商銀行的", "钱从@扣的", "The refund should go to @ please", "尾号不对，全部是@"],
  EMAIL: ["发票发到@就行", "我的郵箱是@，謝謝", "Please mail it to @ today", "邮箱 @ 收不到验证码"],
  PLATE: ["车牌@，停在门口", "我的車是@", "那辆@一直没挪"]
}

/** Identifiers of all kinds in all ways of writing them, in sentences of both languages and scripts. */
export const plantedIdentifiers = (seed: number): ReadonlyArray<Planted> => {
  const random = new Random(seed)
  const planted: Array<Planted> = []
  const plant = (kind: Planted["kind"], form: string, secret: string, written: string) =>
    planted.push({ kind, form, secret, sentence: random.pick(carriers[kind]!).replace("@", () => written) })
  const numbers = { mobile: ["PHONE", mobile], landline: ["PHONE", landline], identity: ["ID", identity], "old identity": ["ID", oldIdentity], card: ["CARD", card] } as const
  for (const [name, [kind, make]] of Object.entries(numbers)) {
    for (const [form, write] of Object.entries(forms)) {
      for (let i = 0; i < 5; i++) {
        const secret = make(random)
        plant(kind, `${name}, ${form}`, secret, write(endsInX(form, secret)))
      }
    }
  }
  for (let i = 0; i < 6; i++) {
    const number = mobile(random)
    plant("PHONE", "+86", number, `+86 ${every(number, [3, 4], "-")}`)
    plant("PHONE", "86", number, `86${number}`)
    plant("PHONE", "0086", number, `0086-${number}`)
    const far = `${random.between(2, 9)}${figures(random, 2)}${random.between(2, 9)}${figures(random, 6)}`
    plant("PHONE", "+1", far, `+1 (${far.slice(0, 3)}) ${far.slice(3, 6)}-${far.slice(6)}`)
    plant("PHONE", "national", far, every(far, [3, 3, 4], "-"))
    const hongKong = `${random.pick([5, 6, 9])}${figures(random, 7)}`
    plant("PHONE", "+852", hongKong, `＋852 ${every(hongKong, [4], " ")}`)
    plant("PHONE", "+44", `7700${figures(random, 6)}`, "")
    planted[planted.length - 1] = { ...planted.at(-1)!, sentence: `Ring +44 ${every(planted.at(-1)!.secret, [4, 6], " ")} any time.` }
    const area = landline(random)
    const cut = /^0[12]\d?(?=[2-8])/.test(area) && area.length === 11 ? 3 : 4
    plant("PHONE", "area in brackets", area, `(${area.slice(0, cut)}) ${area.slice(cut)}`)
    const user = `${random.pick(["lihua", "wang.fang", "j_smith", "chen-mei"])}${figures(random, 3)}`
    const host = random.pick(["qq.com", "163.com", "gmail.com", "mail.example.com.cn"])
    const bare = `${user}${host}`.replaceAll(/[^a-z0-9]/g, "")
    plant("EMAIL", "plain", bare, `${user}@${host}`)
    plant("EMAIL", "wide", bare, wide(`${user}@${host}`))
    plant("EMAIL", "gaps", bare, `${user} @ ${host}`)
    plant("EMAIL", "capitals", bare, `${user}@${host}`.toUpperCase())
    plant("EMAIL", "chinese", bare, `${user}艾特${host.replaceAll(".", "点")}`)
    const mail = `lihua${figures(random, 2)}`
    plant("EMAIL", "english", `${mail}gmail`, `${mail} at gmail dot com`)
    const plate = `${random.pick([..."京沪粤浙川"])}${random.pick([..."ABCDEF"])}${random.pick([..."KLM"])}${figures(random, 4)}`
    plant("PLATE", "plain", plate.slice(1), plate)
    plant("PLATE", "dotted", plate.slice(1), `${plate.slice(0, 2)}·${plate.slice(2)}`)
    plant("PLATE", "small letters and gap", plate.slice(1), `${plate.slice(0, 2)} ${plate.slice(2)}`.toLowerCase())
    const electric = `${random.pick([..."苏鄂湘"])}${random.pick([..."ABC"])}D${figures(random, 5)}`
    plant("PLATE", "electric, wide", electric.slice(1), wide(electric))
  }
  return planted
}

/** Sentences with figures that are nobody's identifier. */
export const harmlessSentences = (seed: number, count: number): ReadonlyArray<string> => {
  const random = new Random(seed)
  const two = (low: number, high: number) => String(random.between(low, high)).padStart(2, "0")
  const makers: ReadonlyArray<() => string> = [
    () => `一共${random.between(1, 99999)}.${two(0, 99)}元，满${random.between(1, 9)}00减${random.between(10, 90)}`,
    () => `原價${random.between(1, 99)},${figures(random, 3)}，現在¥${random.between(100, 9999)}`,
    () => `The total is $${random.between(1, 9)},${figures(random, 3)}.${two(0, 99)} for ${random.between(2, 40)} pieces`,
    () => `订单号${random.between(1, 9)}${figures(random, random.pick([9, 10, 11, 14, 17, 18]))}，麻烦查一下`,
    () => `訂單編號：${random.between(1, 9)}${figures(random, 11)}`,
    () => `Order number is ${random.between(1, 9)}${figures(random, random.pick([6, 9, 10, 11]))}, where is it?`,
    () => `快递单号${random.pick(["SF", "YT", "JD", "ZTO"])}${figures(random, 13)}到哪了`,
    () => `运单 ${random.between(7, 9)}${figures(random, 14)} 没有更新`,
    () => `tracking no. 1Z${figures(random, 16)}`,
    () => `${random.between(2019, 2026)}-${two(1, 12)}-${two(1, 28)} ${two(0, 23)}:${two(0, 59)}:${two(0, 59)} 下的单`,
    () => `${random.between(2019, 2026)}年${random.between(1, 12)}月${random.between(1, 28)}日下午${random.between(1, 6)}点${two(0, 59)}分`,
    () => `from ${two(1, 28)}/${two(1, 12)}/${random.between(2019, 2026)} to ${two(1, 28)}/${two(1, 12)}/2026, ${two(8, 11)}:30-${two(13, 18)}:00`,
    () => `${random.between(1990, 2026)}.${random.between(1, 12)}.${random.between(1, 28)}-${random.between(1990, 2026)}.${random.between(1, 12)}.${random.between(1, 28)}`,
    () => `验证码${figures(random, 6)}，五分钟内有效`,
    () => `Your code is ${figures(random, random.pick([4, 6]))}.`,
    () => `型号${random.pick(["MX", "R", "BCD-", "KFR-"])}${figures(random, random.pick([3, 4, 5]))}GW，${random.between(1, 9)}个${random.between(100, 900)}毫升`,
    () => `尺码${random.between(34, 37)} ${random.between(38, 40)} ${random.between(41, 43)}都有，身高${random.between(150, 190)}，体重${random.between(90, 180)}`,
    () => `一二三四五六七，七天无理由，十五天包换，三到五个工作日`,
    () => `一千${random.pick(["二", "三", "四"])}百八十块，打九五折，两件再减二十`,
    () => `手机尾号${figures(random, 4)}的那个账户，卡号后四位${figures(random, 4)}`,
    () => `请拨打${random.pick(["95533", "10086", "12315", "110", "95588"])}`,
    () => `序列号${random.pick(["C02", "FVF", "SN"])}${figures(random, 9)}，固件 ${random.between(1, 9)}.${random.between(0, 20)}.${random.between(0, 99)}.${random.between(0, 9)}`,
    () => `工单号 ${random.between(2019, 2026)}${two(1, 12)}${two(1, 28)}${figures(random, 6)}`,
    () => `屏幕${random.between(1080, 3840)}x${random.between(720, 2160)}，电池${random.between(3000, 9000)}mAh，${random.between(64, 512)}G`,
    () => `one or two days, ten percent off, twenty five of them at three for four`,
    () => `We are at ${random.between(1, 99)} percent; look at amazon dot com for ${random.between(2, 9)} at a time`,
    () => `${random.between(10, 99)}号楼${random.between(1, 9)}单元不是我住的，我说的是第${random.between(1, 9)}次`,
    () => `积分${random.between(1000, 99999999)}，余额${random.between(1, 999999)}.${two(0, 99)}`,
    () => `航班${random.pick(["CA", "MU", "CZ"])}${figures(random, 4)}，座位${random.between(1, 60)}A，${random.between(1, 9)}件行李`,
    () => `订单${chinese(`${random.between(2, 9)}${figures(random, 9)}`)}，数量${chinese(figures(random, 2))}`
  ]
  return Array.from({ length: count }, (_, i) => makers[i % makers.length]!())
}
