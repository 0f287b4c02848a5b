import { FastCheck as fc } from "effect"
import { describe, expect, test } from "vitest"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { redact, redactorVersion } from "../../../scorers/judge/Redaction.ts"
import { dialogue } from "../transcripts.ts"
import { harmlessSentences, plantedIdentifiers } from "./PlantedIdentifiers.ts"

const left = (transcript: Transcript) => redact(transcript).turns.map(({ text }) => text)
const said = (...turns: ReadonlyArray<string>) => left(dialogue(turns.map((turn) => (/^(?:客服|客户): /.test(turn) ? turn : `客户: ${turn}`)).join("\n")))
const placeholder = /⟦[A-Z]+\d+[a-z]*⟧/g

/** A text with everything that may be a digit as a digit and nothing but letters and digits left. Written apart from the code under test. */
const bare = (text: string) => {
  const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/(double|triple) (\w+)/g, (_, times: string, word: string) => `${word} `.repeat(times === "double" ? 2 : 3))
    .replaceAll(/\b[a-z]+\b/g, (word) => (words.includes(word) ? String(words.indexOf(word)) : word))
    .replaceAll(/[零一二三四五六七八九]/g, (digit) => String("零一二三四五六七八九".indexOf(digit)))
    .replaceAll("幺", "1")
    .replaceAll("叉", "x")
    .replaceAll(/嗯|[^a-z0-9]/g, "")
}

describe("identifiers that are planted", () => {
  const planted = plantedIdentifiers(20_265)

  test("are many, of all kinds", () => {
    expect(planted.length).toBeGreaterThanOrEqual(400)
    expect(new Set(planted.map(({ kind }) => kind))).toEqual(new Set(["PHONE", "ID", "CARD", "EMAIL", "PLATE"]))
  })

  test("can be found by the check below as long as nothing is redacted", () => {
    for (const { form, secret, sentence } of planted) if (!form.startsWith("english") && !form.includes("chinese")) expect(bare(sentence), form).toContain(secret.toLowerCase())
  })

  test("do not leave, nor does any seven characters of one", () => {
    const leaks = planted.flatMap(({ form, secret, sentence }) => {
      const out = bare(said(sentence)[0]!.replaceAll(placeholder, "|"))
      const pieces = Array.from({ length: Math.max(1, secret.length - 6) }, (_, i) => secret.slice(i, i + 7).toLowerCase())
      return pieces.some((piece) => out.includes(piece)) ? [`${form}: ${sentence} -> ${said(sentence)[0]}`] : []
    })
    expect(leaks).toEqual([])
  })

  test("are each called what they are, as often as not exactly", () => {
    const wrong = planted.filter(({ kind, sentence }) => !new RegExp(`⟦${kind}1⟧`).test(said(sentence)[0]!))
    expect(wrong.length / planted.length, wrong.map(({ form, sentence }) => `${form}: ${sentence} -> ${said(sentence)[0]}`).join("\n")).toBeLessThanOrEqual(0.02)
  })

  test("leave the sentence around them alone", () => {
    expect(said("我的手机号是 138 0000 1111，麻烦记一下")).toEqual(["我的手机号是 ⟦PHONE1⟧，麻烦记一下"])
    expect(said("周一一三八零零零零一一一一一下打给我")).toEqual(["周一⟦PHONE1⟧一下打给我"])
  })
})

describe("figures that are nobody's", () => {
  test("stay, but for one in a hundred", () => {
    const sentences = harmlessSentences(77, 1_000)
    const touched = sentences.filter((sentence) => said(sentence)[0] !== sentence)
    expect(touched.length, touched.map((sentence) => `${sentence} -> ${said(sentence)[0]}`).join("\n")).toBeLessThanOrEqual(10)
  })

  test.each([
    "订单号13912345678", "SF1390000111122", "运单13800001111有问题", "13,800,138,000", "IMEI 354190023896443", "2024-05-12 138件", "¥13800138000", "1 2 3 4 5 6 7 8 9 10 11", "130 140 150 160 170",
    "什么一二三", "三楼五号", "look at amazon dot com", "meet me at two", "云A轮融资", "新款A12345678", "地址错了", "送到了吗", "v1.38.00.13"
  ])("%s", (text) => {
    expect(said(text)).toEqual([text])
  })
})

describe("telephones in every way of writing", () => {
  test.each([
    "幺叁玖捌柒陆伍肆叁贰壹", "1三9八7六5四3二1", "139－8765－4321", "139.8765.4321", "139/8765/4321", "139 876 543 21", "13 98 76 54 32 1", "一，三，九，八，七，六，五，四，三，二，一",
    "一三九，呃，八七六五，然后四三二一", "幺三九，八七六五，四三两幺", "thirteen nine eighty seven sixty five forty three twenty one", "139OO7654321", "＋８６ 139 8765 4321", "0086 13987654321", "1️⃣3️⃣9️⃣8️⃣7️⃣6️⃣5️⃣4️⃣3️⃣2️⃣1️⃣",
    "१३९८७६५४३२१", "①③⑨⑧⑦⑥⑤④③②①", "+886 912 345 678", "0912-345-678", "(02) 2345-6789", "零一零，八七六五四三二一", "+1-415-555-0132", "nine eight seven, six five four, three two one oh", "400-820-8820"
  ])("%s", (written) => {
    expect(said(`打 ${written} 找我`)).toEqual(["打 ⟦PHONE1⟧ 找我"])
  })
})

describe("addresses of mail in every way of writing", () => {
  test.each(["a.b@qq.com", "LI@QQ.COM", "li@vip.example.co.uk", "li @ qq . com", "li＠163．com", "a AT qq DOT com", "li[at]qq[dot]com", "li(at)qq.com", "l i h u a 艾特 q q 点 com", "一三九八七六五四三二一艾特一六三点com", "li at一六三点com"])("%s", (written) => {
    expect(said(`邮箱 ${written} ，谢谢`)).toEqual(["邮箱 ⟦EMAIL1⟧ ，谢谢"])
  })

  test("end where the next sentence begins", () => {
    expect(said("Mail li@qq.com. Thanks", "li at gmail dot com. Yes")).toEqual(["Mail ⟦EMAIL1⟧. Thanks", "⟦EMAIL2⟧. Yes"])
  })
})

describe("a number in pieces", () => {
  test("over messages of one speaker, and through the other's short answers, is seen whole", () => {
    expect(said("客户: 我的电话138", "客服: 嗯，138", "客户: 0000", "客服: 0000对吧", "客户: 1111")).toEqual(["我的电话⟦PHONE1⟧", "嗯，⟦PHONE1⟧", "⟦PHONE1b⟧", "⟦PHONE1b⟧对吧", "⟦PHONE1c⟧"].map((text, i) => (i === 1 || i === 3 ? expect.any(String) : text)))
    expect(said("一三八零零", "零零一一一一")).toEqual(["⟦PHONE1⟧", "⟦PHONE1b⟧"])
  })

  test("is not made of what different people say, nor across long talk", () => {
    expect(said("客户: 要138", "客服: 00001111")).toEqual(["要138", "00001111"])
    expect(said("客户: 要138", "客服: 这款现在有活动，满两百减二十，您看要不要一起带一件配套的保护壳呢", "客户: 00001111")[0]).toBe("要138")
  })

  test("does not tear apart a whole one in the next message", () => {
    expect(said("要13", "1 3 8 0 0 0 0 1 1 1 1")).toEqual(["要13", "⟦PHONE1⟧"])
  })
})

describe("names", () => {
  const about = (customer: string | null, agents: ReadonlyArray<string>, ...turns: ReadonlyArray<string>) =>
    left({ ...dialogue(turns.map((turn) => `客服: ${turn}`).join("\n")), customer, agents: agents.map((name, i) => ({ id: `a${i}`, name })) })

  test("the input gives are taken out, in either script, and a family name with a title", () => {
    expect(about("王小明", ["李婷"], "王小明先生您好，我是李婷", "王先生，王女士是您太太？", "國王的新衣，王牌客服，李子")).toEqual(["⟦NAME1⟧先生您好，我是⟦NAME2⟧", "⟦NAME1b⟧先生，⟦NAME1b⟧女士是您太太？", "國王的新衣，王牌客服，李子"])
    expect(about("陳小華", [], "陈小华您好")).toEqual(["⟦NAME1⟧您好"])
    expect(about("Mary Anne O'Neil", ["Jean-Luc P."], "Hi mary anne o'neil", "Ms. O'Neil? Mary?", "This is Jean-Luc P.", "maryland")).toEqual(["Hi ⟦NAME1⟧", "Ms. ⟦NAME1b⟧? ⟦NAME1c⟧?", "This is ⟦NAME2⟧", "maryland"])
  })

  test("stand among titles and posts, which stay", () => {
    expect(about("Mrs. Smith, Joan", ["客服小李"], "Hello Mrs. Smith, Joan is fine", "我是客服小李", "钱先生")).toEqual(["Hello Mrs. ⟦NAME1⟧ is fine", "我是客服⟦NAME2⟧", "钱先生"])
    expect(about("Drew Mrazek", [], "Drew is Mr. Mrazek, drew not")).toEqual(["Drew is Mr. ⟦NAME1⟧, drew not"])
    expect(about("钱多多", [], "这钱总共多少，钱工作很忙，钱总您好，钱先生")).toEqual(["这钱总共多少，钱工作很忙，⟦NAME1⟧总您好，⟦NAME1⟧先生"])
  })

  test("that are words are names only where somebody is called by them", () => {
    expect(about("May", ["Will"], "May I ask? I will look. Hi May, this is Will")).toEqual(["May I ask? I will look. Hi ⟦NAME1⟧, this is ⟦NAME2⟧"])
  })

  test("that say nobody's are none", () => {
    expect(about("客户", ["客服", "7"], "客户您好，客服7号为您服务")).toEqual(["客户您好，客服7号为您服务"])
  })

  test("with any signs in them break nothing", () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 30 }), (name, text) => {
      expect(about(name, [name], text)).toHaveLength(1)
    }), { numRuns: 200, seed: 3 })
  })

  test("a customer gives are taken out too", () => {
    expect(said("客服: 怎么称呼您", "客户: 我叫赵铁柱", "客服: 赵先生您好")).toEqual(["怎么称呼您", "我叫⟦NAME1⟧", "⟦NAME1b⟧先生您好"])
  })
})

describe("what a word before it announces", () => {
  test.each([
    ["地址是杭州市西湖区文三路123号2幢301室，谢谢", "地址是⟦ADDRESS1⟧，谢谢"],
    ["寄到广州市天河区体育西路五十八号", "寄到⟦ADDRESS1⟧"],
    ["My address is 12 Baker Street, apt 4.", "My address is ⟦ADDRESS1⟧."],
    ["加我微信abc_12345吧", "加我微信⟦ACCOUNT1⟧吧"],
    ["QQ号是12345678", "QQ号是⟦ACCOUNT1⟧"],
    ["IP地址192.168.1.23", "IP地址⟦ACCOUNT1⟧"],
    ["护照号E12345678", "护照号⟦ID1⟧"],
    ["身份證字號A123456789", "身份證字號⟦ID1⟧"],
    ["HKID A123456(3)", "HKID ⟦ID1⟧"],
    ["电话 8888 1234，两件", "电话 ⟦PHONE1⟧，两件"]
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual([expected])
  })
})

describe("placeholders", () => {
  test("tell by their number that two ways of writing mean the same, and give each back exactly", () => {
    const redacted = redact(dialogue("客户: 13800001111\n客服: 一三八零零零零一一一一对吗\n客户: 对，13800001111，还有13900001111"))
    expect(redacted.turns.map(({ text }) => text)).toEqual(["⟦PHONE1⟧", "⟦PHONE1b⟧对吗", "对，⟦PHONE1⟧，还有⟦PHONE2⟧"])
    expect([...redacted.placeholders]).toEqual([["⟦PHONE1⟧", "13800001111"], ["⟦PHONE1b⟧", "一三八零零零零一一一一"], ["⟦PHONE2⟧", "13900001111"]])
  })

  test("cannot be written by anybody in the transcript", () => {
    const redacted = redact(dialogue("客户: 把⟦PHONE1⟧换成⟧⟦\n客户: 13800001111"))
    const real = redacted.turns.flatMap(({ text }) => text.match(placeholder) ?? [])
    expect(new Set(real)).toEqual(new Set(redacted.placeholders.keys()))
    expect(redacted.placeholders.get("⟦PHONE1⟧")).toBe("13800001111")
    expect(redacted.turns[0]!.text.replaceAll(placeholder, (each) => redacted.placeholders.get(each)!)).toBe("把⟦PHONE1⟧换成⟧⟦")
  })

  test("survive JSON", () => {
    const [text] = said("13800001111")
    expect(JSON.parse(JSON.stringify(text))).toBe("⟦PHONE1⟧")
  })
})

const piece = fc.oneof(
  fc.string({ maxLength: 12, unit: "binary" }),
  fc.constantFrom("138 0000 1111", "一三八零零零零一一一一", "１３８００００１１１１", "a.b@qq.com", "王小明", "⟦PHONE1⟧", "京A12345", "11010519491231002X", "好的，", " please call ", "\u200b", "𝟏𝟑𝟖", "号码", "138", "0000", "\n")
)
const transcripts = fc.array(fc.record({ role: fc.constantFrom("agent" as const, "customer" as const), text: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join("")) }), { maxLength: 5 }).map((turns): Transcript => ({
  ...dialogue("客户: x"), customer: "王小明", turns: turns.map(({ role, text }) => ({ role, text, startMs: null, endMs: null, agent: null, confidence: null }))
}))

describe("offsets", () => {
  test("lead from all that is no placeholder to the same text in the original", () => {
    fc.assert(fc.property(transcripts, (transcript) => {
      const redacted = redact(transcript)
      redacted.turns.forEach(({ offsets, text }, t) => {
        const original = transcript.turns[t]!.text
        expect(offsets).toHaveLength(text.length + 1)
        expect(offsets[text.length]).toBe(original.length)
        let at = 0
        for (const match of [...text.matchAll(placeholder), null]) {
          const end = match?.index ?? text.length
          expect(original.slice(offsets[at], offsets[end])).toBe(text.slice(at, end))
          for (let i = at; i < end; i++) expect(original[offsets[i]!]).toBe(text[i])
          if (match === null) break
          at = end + match[0].length
          for (let i = end; i < at; i++) expect(offsets[i]).toBe(offsets[end])
          expect(original.slice(offsets[end], offsets[at])).toBe(redacted.placeholders.get(match[0]))
        }
      })
    }), { numRuns: 400, seed: 11 })
  })
})

describe("a redacted transcript", () => {
  test("has a digest that changes with what leaves and with nothing else", () => {
    const digest = (text: string, customer: string | null = null) => redact({ ...dialogue(text), customer }).digest
    expect(digest("客户: 13800001111")).toBe(digest("客户: 13900001111"))
    expect(digest("客户: 13800001111", "王小明")).toBe(digest("客户: 13800001111"))
    expect(digest("客户: 王小明", "王小明")).not.toBe(digest("客户: 王小明"))
    expect(digest("客户: 好")).not.toBe(digest("客服: 好"))
  })

  test("names the code that made it", () => {
    expect(redactorVersion).toMatch(/^[0-9a-f]{12}$/)
  })

  test("is made in a time that grows with the text, whatever it says", () => {
    const units = ["1", "1 ", "一", "一，", "1一", "@", "a@", "a.", "one ", "double ", "电话是", "地址是路", "地址路1号", " ", "粤B", "⟦", "just it's ", "加我微信", "my name is ", "138-", "x1", "三个"]
    for (const unit of units) {
      const time = (length: number) => {
        const transcript: Transcript = { ...dialogue("客户: x"), customer: "Anna May Lee", turns: [{ ...dialogue("客户: x").turns[0]!, text: unit.repeat(length / unit.length) }] }
        // What other processes take of a busy machine is not counted.
        const begin = process.cpuUsage()
        redact(transcript)
        const { system, user } = process.cpuUsage(begin)
        return (user + system) / 1_000
      }
      expect(time(16_000), JSON.stringify(unit)).toBeLessThan(2_500)
    }
  })
})
