import { describe, expect, test } from "vitest"
import { judgeWith, shown } from "./conditionRule.ts"

type Case = readonly [rule: string, conversation: string, result: string]

const check = (cases: ReadonlyArray<Case>) =>
  test.each(cases)("%s over %s", (rule, conversation, result) => {
    expect(shown(judgeWith(rule)(conversation))).toBe(result)
  })

describe("say", () => {
  check([
    ["breachWhen: { say: [滚, 出去] }", "客服: 你出去", "Breached | 出去"],
    ["breachWhen: { say: [滚, 出去] }", "客户: 你出去\n客服: 好的", "Met"],
    ["breachWhen: { say: [不会], unless: [不会让您久等] }", "客服: 不会让您久等的", "Met"],
    ["breachWhen: { say: [不会], unless: [不会让您久等] }", "客服: 不会让您久等的，我不会", "Breached | 不会"],
    ["meetWhen: { say: { any: [您好, 早上好] } }", "客服: 早上好", "Met | 早上好"],
    ["meetWhen: { say: { all: [您好, 工号] } }", "客服: 您好\n客服: 工号八", "Met | 您好 | 工号"],
    ["meetWhen: { say: { all: [您好, 工号] } }", "客服: 您好", "Breached | -0..0"],
    ["meetWhen: { say: { all: [您好, 工号], sameTurn: true } }", "客服: 您好\n客户: 嗯\n客服: 工号八", "Breached | -0..2"],
    ["meetWhen: { say: { all: [您好, 工号], sameTurn: true } }", "客服: 您好，工号八", "Met | 您好 | 工号"],
    ["meetWhen: { say: { atLeast: 2, of: [姓名, 电话, 地址] } }", "客服: 请问姓名和电话", "Met | 姓名 | 电话"],
    ["meetWhen: { say: { atLeast: 2, of: [姓名, 电话, 地址] } }", "客服: 姓名，姓名，姓名", "Breached | -0..0"],
    ["meetWhen: { say: { none: [但是] } }", "客服: 好的", "Met"],
    ["meetWhen: { say: { none: [但是] } }", "客服: 好，但是不行", "Breached | 但是"],
    ["breachWhen: { say: { none: [再见] } }", "客服: 好的", "Breached | -0..0"],
    ["breachWhen: { say: [cannot] }", "Agent: We CANNOT do that", "Breached | CANNOT"]
  ])
})

describe("near", () => {
  const near = (more: string) => `breachWhen: { near: { one: [您, you], other: [笨, stupid], ${more} } }`
  check([
    [near("within: 3"), "客服: 您真的笨", "Breached | 您真的笨"],
    [near("within: 3"), "客服: 笨的是您", "Breached | 笨的是您"],
    [near("within: 3, inOrder: true"), "客服: 笨的是您", "Met"],
    [near("within: 1"), "客服: 您真的笨", "Met"],
    [near("within: 3"), "客服: 您\n客户: 笨\n客服: 好", "Met"],
    [near("within: 3"), "客服: 您\n客服: 真笨", "Breached | 真笨"],
    [near("within: 2, unit: words"), "Agent: you are just stupid", "Breached | you are just stupid"],
    [near("within: 1, unit: words"), "Agent: you are just stupid", "Met"],
    [near("apart: 5"), "客服: 您好，手机的问题是很笨", "Breached | 您 | 笨"],
    [near("apart: 9"), "客服: 您好，手机的问题是很笨", "Met"],
    [near("apart: 5"), "客服: 您好", "Met"]
  ])
})

describe("like", () => {
  const like = "breachWhen: { like: { examples: [这个不归我们部门管], similarity: 0.65 } }"
  check([
    [like, "客服: 抱歉，这个问题不归我部门管啊", "Breached | 问题不归我部门管"],
    [like, "客服: 這個不歸我們部門管", "Breached | 這個不歸我們部門管"],
    [like, "客服: 我们部门会管这个", "Met"],
    [like, "客服: 好", "Met"],
    ["meetWhen: { like: { examples: [感谢您的耐心等待], similarity: 0.8 } }", "客服: 感谢您的等待", "Breached | -0..0"]
  ])

  test("shows the example as what would have passed, and the nearest thing said", () => {
    const score = judgeWith("meetWhen: { like: { examples: [感谢您的耐心等待], similarity: 0.9 } }")("客服: 感谢您的等待")
    expect(score.findings).toMatchObject([{ _tag: "Unsaid", expected: "感谢您的耐心等待", nearest: { turn: 0, quote: "感谢您的等待" } }])
  })
})

describe("repeats", () => {
  check([
    ["breachWhen: { repeats: { whom: self } }", "客服: 请您稍等一下\n客户: 嗯\n客服: 请您再稍等一下", "Breached | 请您稍等一下 | 请您再稍等一下"],
    ["breachWhen: { repeats: { whom: self } }", "客服: 请您稍等一下\n客户: 嗯\n客服: 已经查到您的订单", "Met"],
    ["breachWhen: { repeats: { whom: self } }", "客服: 好的\n客户: 嗯\n客服: 好的", "Met"],
    ["breachWhen: { repeats: { whom: self, atLeastLong: 2 } }", "客服: 好的\n客户: 嗯\n客服: 好的", "Breached | 好的 | 好的"],
    ["breachWhen: { repeats: { whom: self, fromRepetition: 2 } }", "客服: 请您稍等\n客户: 嗯\n客服: 请您稍等", "Met"],
    ["breachWhen: { repeats: { whom: self, fromRepetition: 2 } }", "客服: 请您稍等\n客服: 请您稍等\n客服: 请您稍等", "Breached | 请您稍等 | 请您稍等"],
    ["breachWhen: { repeats: { whom: self, lookBack: 1 } }", "客服: 请您稍等\n客服: 我查一查\n客服: 请您稍等", "Met"],
    ["breachWhen: { repeats: { whom: self }, unless: [稍等] }", "客服: 请您稍等\n客服: 请您稍等", "Met"],
    ["meetWhen: { repeats: { whom: customer, similarity: 0.6 } }", "客户: 尾号一二三四\n客服: 尾号一二三四对吗", "Met | 尾号一二三四 | 尾号一二三四对吗"],
    ["breachWhen: { repeats: { whom: self }, by: customer }", "客户: 怎么还没有到货\n客服: 在查\n客户: 怎么还没有到货", "Breached | 怎么还没有到货 | 怎么还没有到货"]
  ])

  test("by the customer is context, never against the agent", () => {
    const score = judgeWith("breachWhen: { repeats: { whom: self }, by: customer }")("客户: 怎么还没有到货\n客服: 在查\n客户: 怎么还没有到货")
    expect(score.findings.map((finding) => finding.bearing)).toEqual(["context", "context"])
  })
})

describe("mentions", () => {
  const mentions = (what: string) => `meetWhen: { mentions: ${what} }`
  const none = "Breached | -0..0"
  check([
    [mentions("number"), "客服: 第3个", "Met | 3"],
    [mentions("number"), "客服: 第三个", none],
    [mentions("number"), "客服: 一百二十", "Met | 一百二十"],
    [mentions("amount"), "客服: 一共３０元", "Met | ３０元"],
    [mentions("amount"), "客服: 三十塊", "Met | 三十塊"],
    [mentions("amount"), "Agent: that is $1,299.50 in all", "Met | $1,299.50"],
    [mentions("amount"), "客服: 30天", none],
    [mentions("{ what: amount, value: { atLeast: 100 } }"), "客服: 一百三十块", "Met | 一百三十块"],
    [mentions("{ what: amount, value: { atLeast: 100 } }"), "客服: 99.9元", none],
    [mentions("{ what: amount, value: { moreThan: 29999 } }"), "客服: 3万元", "Met | 3万元"],
    [mentions("phone"), "客服: 138 0013 8000", "Met | 138 0013 8000"],
    [mentions("phone"), "客服: 一三八零零一三八零零零", "Met | 一三八零零一三八零零零"],
    [mentions("phone"), "客服: 010-12345678", "Met | 010-12345678"],
    [mentions("phone"), "Agent: call (212) 555-0123", "Met | (212) 555-0123"],
    [mentions("phone"), "客服: 单号2138001380001", none],
    [mentions("order-number"), "客服: 订单号是JD20240101", "Met | 订单号是JD20240101"],
    [mentions("order-number"), "客服: 订单已取消", none],
    [mentions("order-number"), "Agent: your order number is 83975908", "Met | order number is 83975908"],
    [mentions("order-number"), "Agent: the order is made 35mins ago", none],
    [mentions("amount"), "客服: 一块儿发给您", none],
    [mentions("amount"), "客服: 一块钱", "Met | 一块钱"],
    [mentions("{ what: number, value: { atLeast: 0 } }"), "客服: 升级到11.0.1", none],
    [mentions("date"), "Agent: on Oct. 31", "Met | Oct. 31"],
    [mentions("date"), "Agent: I may 34", none],
    [mentions("time-span"), "客服: 一个月", "Met | 一个月"],
    [mentions("time-span"), "客服: 四月", none],
    [mentions("date"), "客服: 2024年1月5日", "Met | 2024年1月5"],
    [mentions("date"), "客服: 下周三给您回电", "Met | 下周三"],
    [mentions("date"), "客服: 尽快", none],
    [mentions("time-span"), "客服: 3-5个工作日", "Met | 3-5个工作日"],
    [mentions("time-span"), "客服: 二十四小時內", "Met | 二十四小時"],
    [mentions("time-span"), "Agent: within two business days", "Met | two business days"],
    [mentions("time-span"), "客服: 马上", none],
    [mentions("email"), "Agent: write to Help.Me@example.co.uk", "Met | Help.Me@example.co.uk"],
    [mentions("email"), "Agent: meet @ noon", none]
  ])
})

describe("regex", () => {
  check([
    ["breachWhen: { regex: '(?:投诉|举报).{0,6}没用' }", "客服: 投訴到哪都沒用", "Breached | 投訴到哪都沒用"],
    ["breachWhen: { regex: '(?:投诉|举报).{0,3}没用' }", "客服: 投诉到哪里都没用", "Met"],
    ["breachWhen: { regex: 'NO+ way' }", "Agent: Nooo way", "Breached | Nooo way"],
    ["breachWhen: { regex: '^喂$' }", "客服: 喂\n客户: 你好\n客服: 喂您好", "Breached | 喂"],
    ["breachWhen: { regex: '^喂$' }", "客服: 喂您好", "Met"],
    ["breachWhen: { regex: { match: '不能', except: ['能不能', '不能不'] } }", "客服: 能不能，不能不", "Met"],
    ["breachWhen: { regex: { match: '不能', except: ['能不能', '不能不'] } }", "客服: 能不能？不能退", "Breached | 不能"],
    ["breachWhen: { regex: '不能', unless: [不能让您久等] }", "客服: 不能让您久等", "Met"],
    ["breachWhen: { regex: '不能退 ?your order' }", "客服: 不 能\u200b退 your order", "Breached | 不 能\u200b退 your order"],
    ["breachWhen: { regex: 'no way' }", "Agent: no   way", "Breached | no   way"],
    ["breachWhen: { regex: 'no way' }", "Agent: noway", "Met"],
    ["breachWhen: { regex: '！{3,}' }", "客服: 看清楚！！！", "Breached | ！！！"]
  ])
})

describe("how often", () => {
  check([
    ["breachWhen: { say: [稍等], count: { moreThan: 2 } }", "客服: 稍等\n客服: 稍等\n客服: 稍等", "Breached | 稍等 | 稍等 | 稍等"],
    ["breachWhen: { say: [稍等], count: { moreThan: 2 } }", "客服: 稍等\n客服: 稍等", "Met"],
    ["meetWhen: { say: [您], count: { atLeast: 2 } }", "客服: 您", "Breached | 您 | -0..0"],
    ["meetWhen: { say: [您], count: { atLeast: 2 } }", "客服: 您和您", "Met | 您 | 您"],
    ["meetWhen: { say: [不], count: { atMost: 1 } }", "客服: 好", "Met"],
    ["meetWhen: { say: [不], count: { atMost: 1 } }", "客服: 不不", "Breached | 不 | 不"],
    ["meetWhen: { say: [您], count: { exactly: 1 } }", "客服: 您", "Met | 您"],
    ["meetWhen: { say: [您], every: true }", "客服: 您好\n客户: 好\n客服: 您请说", "Met | 您 | 您"],
    ["meetWhen: { say: [您], every: true }", "客服: 您好\n客户: 好\n客服: 说", "Breached | 您 | -2..2"],
    ["breachWhen: { say: [你], every: true }", "客服: 你好\n客户: 嗯\n客服: 您说", "Met"],
    ["breachWhen: { say: [你], every: true }", "客服: 你好\n客服: 您说", "Breached | 你"]
  ])
})
