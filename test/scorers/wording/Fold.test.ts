import * as OpenCC from "opencc-js"
import { describe, expect, test } from "vitest"
import { classOf, folded, unitClass } from "../../../scorers/wording/Fold.ts"
import { simplified, traditional } from "../../../scorers/wording/Traditional.ts"
import { comparable } from "../../../scorers/wording/Wording.ts"

describe("the table of traditional characters", () => {
  test("is what opencc-js makes of every common character, general, Taiwan and Hong Kong", () => {
    const converters = (["t", "tw", "hk"] as const).map((from) => OpenCC.Converter({ from, to: "cn" }))
    const own = new Set("妳祢牠甚喔唷")
    let from = ""
    let to = ""
    for (let unit = 0x3400; unit <= 0x9fff; unit++) {
      const character = String.fromCharCode(unit)
      const converted = converters.map((convert) => convert(character)).find((result) => result !== character)
      if (converted === undefined || converted.length !== 1 || own.has(character)) continue
      from += character
      to += converted
    }
    expect(traditional).toBe(from)
    expect(simplified).toBe(to)
  })
})

describe("folding", () => {
  test("is idempotent for every unit", () => {
    for (let unit = 0; unit < 0x10000; unit++) expect(folded[folded[unit]!]).toBe(folded[unit])
  })

  test.each([
    ["ＡＢＣ１２３！", "abc123"],
    ["Can’t", "cant"],
    ["CAN'T", "cant"],
    ["妳的電話裡沒有聲音", "你的电话里没有声音"],
    ["您 好，\u200b很\u00a0高 兴", "您好很高兴"],
    ["I am\n  sorry", "i am sorry"],
    ["订单3.5元 ok吗", "订单35元ok吗"],
    ["re-fund/exchange", "re fund exchange"],
    ["", ""]
  ])("%j compares as %j", (text, compared) => {
    expect(comparable(text)).toBe(compared)
  })

  test("emoji part words and take no room", () => {
    expect(classOf["😀".charCodeAt(0)]).toBe(unitClass.space)
    expect(comparable("不😀能")).toBe("不能")
  })
})
