import { describe, expect, test } from "vitest"
import { ContactReader } from "../../../scorers/contacts/ContactReader.ts"
import { dialogue } from "../transcripts.ts"

const reader = new ContactReader()
const said = (...turns: ReadonlyArray<string>) => reader.traits(dialogue(turns.map((turn) => (/^\S+: /.test(turn) ? turn : `客户: ${turn}`)).join("\n")))
const told = (contactReason: string | null, queue: string | null = null) => reader.traits({ ...dialogue("客户: 你好"), contactReason, queue })

describe("the reason of a contact", () => {
  test.each([
    ["complaint", "我要投诉你们的配送"], ["complaint", "你们服务太差了，我非常失望"], ["complaint", "我要投訴你們的客服"], ["complaint", "This is terrible service, I am very disappointed"], ["complaint", "I want to make a complaint"],
    ["complaint", "请问一下，我要投诉应该找谁"],
    ["suggestion", "给你们提个建议，页面上能不能加个筛选"], ["suggestion", "建議你們增加夜間客服"], ["suggestion", "It would be nice if you had a dark mode"], ["suggestion", "I'd suggest a bigger button"],
    ["request", "我要退货"], ["request", "麻烦帮我改一下地址"], ["request", "幫我取消訂單"], ["request", "I'd like to return my order"], ["request", "Please cancel my subscription"],
    ["enquiry", "请问这款有没有蓝色的"], ["enquiry", "什么时候发货啊"], ["enquiry", "想問一下保修多久"], ["enquiry", "How much is the express delivery?"], ["enquiry", "Could I ask when it opens"],
    [null, "你好，在吗"], [null, "喂"], [null, "ok"], [null, "我昨天买的"], [null, "转人工"]
  ] as const)("is %s: %s", (reason, text) => {
    expect(said(text)).toMatchObject({ reason, reasonFrom: reason === null ? null : "words" })
  })

  test("is what the input says before what the customer says", () => {
    expect(reader.traits({ ...dialogue("客户: 我要投诉"), contactReason: "物流查询" })).toMatchObject({ reason: "enquiry", reasonFrom: "input" })
    expect(told("退款")).toMatchObject({ reason: "request", reasonFrom: "input" })
    expect(told("客訴")).toMatchObject({ reason: "complaint", reasonFrom: "input" })
    expect(told("R-17")).toMatchObject({ reason: null, reasonFrom: null })
  })

  test("is not taken from what agents say, nor from what customers say late", () => {
    expect(said("客服: 您是要投诉吗？", "客户: 没有").reason).toBeNull()
    expect(said("客户: 你好", "客户: 1", "客户: 2", "客户: 3", "客户: 我要投诉").reason).toBeNull()
  })
})

describe("the phase of a contact", () => {
  test("is told by its reason, else by its queue, and by nothing else", () => {
    expect(told("售前咨询").phase).toBe("pre-sale")
    expect(told(null, "售后二组").phase).toBe("after-sale")
    expect(told("催发货", "售后").phase).toBe("in-sale")
    expect(told(null, "Warranty desk").phase).toBe("after-sale")
    expect(told(null, "VIP").phase).toBeNull()
    expect(said("我要退货").phase).toBeNull()
  })

  test("is unknown where several are named", () => {
    expect(told(null, "售前售后综合组").phase).toBeNull()
  })
})

describe("a contact", () => {
  test("is voice, text or video", () => {
    expect(told(null).medium).toBe("text")
    expect(told(null, "视频客服").medium).toBe("video")
    expect(reader.traits(dialogue("客户: 你好", "voice")).medium).toBe("voice")
  })

  test("is in the script the customer writes", () => {
    expect(said("我们这边没有").script).toBe("simplified")
    expect(said("我們這邊沒有", "客服: 我们马上处理您的问题").script).toBe("traditional")
    expect(said("你好").script).toBeNull()
    expect(said("hello").script).toBeNull()
  })

  test("has turns of agents, customers and bots, told apart", () => {
    expect(said("机器人: 您好", "客户: 转人工", "客服: 您好", "客服: 请讲").turns).toEqual({ agent: 2, customer: 1, bot: 1 })
  })
})
