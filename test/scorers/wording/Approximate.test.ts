import { describe, expect, test } from "vitest"
import { Approximate, HeardText, threshold } from "../../../scorers/wording/Approximate.ts"
import { soundOf } from "../../../scorers/wording/Pinyin.ts"
import { Wording } from "../../../scorers/wording/Wording.ts"

/** What is found of a wording in one turn: similarity, quote and the parts there are. */
const find = (parts: Readonly<Record<string, string>>, text: string) => {
  const wording = new Wording()
  wording.fill([{ role: "agent", text, startMs: null, endMs: null, agent: null, confidence: null }])
  const found = new Approximate(Object.entries(parts).map(([name, part]) => ({ name, wording: part }))).find(new HeardText(wording, [0]))
  if (found === null) return null
  const quote = ({ end, start }: { start: number; end: number }) => text.slice(wording.offsets[start]!, wording.offsets[end - 1]! + 1)
  return { similarity: found.similarity, quote: quote(found), parts: Object.fromEntries([...found.parts].map(([name, part]) => [name, quote(part)])) }
}

const opening = { salutation: "您好", company: "欢迎致电…客户服务热线", self: "客服代表…很高兴为您服务", offer: "请问有什么可以帮助您" }

describe("a wording recognised by its sound", () => {
  test("the same words are the same", () => {
    expect(find({ all: "请您大声一点好吗" }, "嗯，请您大声一点，好吗？")).toEqual({ similarity: 1, quote: "请您大声一点，好吗", parts: { all: "请您大声一点，好吗" } })
  })

  test("homophones cost little, and the original is quoted, part by part", () => {
    expect(find(opening, "宁好欢迎致电星河客护服务热线客服代表王芳很高心为您服务情问有什么可已帮住您")).toMatchObject({
      quote: "宁好欢迎致电星河客护服务热线客服代表王芳很高心为您服务情问有什么可已帮住您",
      parts: { salutation: "宁好", company: "欢迎致电星河客护服务热线", self: "客服代表王芳很高心为您服务", offer: "情问有什么可已帮住您" }
    })
  })

  test("a part that was not said is not found, however well the rest fits", () => {
    const found = find({ apology: "对不起", request: "请您换一部电话再次打来好吗", goodbye: "再见" }, "请您换一部电话再次打来好吗再见")
    expect(Object.keys(found!.parts)).toEqual(["request", "goodbye"])
  })

  test("a slot takes a name of any length up to twelve characters", () => {
    expect(find(opening, "您好欢迎致电华信电子商务有限公司客户服务热线客服代表欧阳明很高兴为您服务请问有什么可以帮助您")!.similarity).toBe(1)
  })

  test("fillers cost less than other words", () => {
    const wording = { all: "您的电话没有声音" }
    expect(find(wording, "您的嗯电话那个没有声音")!.similarity).toBeGreaterThan(find(wording, "您的新电话今天没有声音")!.similarity)
  })

  test.each<[string, string]>([
    ["喂大声一点儿", "对不起请您大声一点好吗"],
    ["您的电话声音太小", "您的电话杂音太大"],
    ["您的电话没有声音", "您的电话费没有超出"],
    ["再不说话我就挂了啊", "再有问题我就找您啊"]
  ])("%s is not found in %s", (wording, text) => {
    expect(find({ all: wording }, text)).toBeNull()
  })

  test("short wordings must be exact", () => {
    expect([2, 3, 4, 6, 7, 12, 13].map(threshold)).toEqual([1, 1, 0.85, 0.85, 0.78, 0.78, 0.72])
    expect(find({ all: "说话呀" }, "说花呀")).toBeNull()
    expect(find({ all: "说话呀" }, "说话呀")).not.toBeNull()
  })

  test("every reading of a character counts", () => {
    expect(soundOf("重".charCodeAt(0)).exact).toEqual(expect.arrayContaining(["zhong", "chong"]))
    expect(soundOf("女".charCodeAt(0)).exact).toContain("nü")
    expect(soundOf("声".charCodeAt(0)).loose).toEqual(soundOf("森".charCodeAt(0)).loose)
  })

  test("a turn of any length is read in pieces, and nothing at their borders is lost", () => {
    for (const before of [580, 595, 600, 1_190]) expect(find({ all: "请您大声一点好吗" }, `${"天".repeat(before)}请您大声一点好吗`)!.similarity).toBe(1)
    const started = performance.now()
    find(opening, "您好欢迎致电请问".repeat(2_500))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
