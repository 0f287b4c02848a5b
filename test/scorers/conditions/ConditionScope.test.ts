import { describe, expect, test } from "vitest"
import { judgeWith, shown } from "./conditionRule.ts"
import { dialogue } from "../transcripts.ts"

type Case = readonly [rule: string, conversation: string, result: string]

const check = (cases: ReadonlyArray<Case>) =>
  test.each(cases)("%s over %s", (rule, conversation, result) => {
    expect(shown(judgeWith(rule)(conversation))).toBe(result)
  })

describe("whose words", () => {
  const everybody = "客户: 甲\n机器人: 乙\n系统: 丙\n客服: 丁"
  check([
    ["breachWhen: { say: [甲, 乙, 丙, 丁] }", everybody, "Breached | 丁"],
    ["breachWhen: { say: [甲, 乙, 丙, 丁], by: customer }", everybody, "Breached | 甲"],
    ["breachWhen: { say: [甲, 乙, 丙, 丁], by: bot }", everybody, "Breached | 乙"],
    ["breachWhen: { say: [甲, 乙, 丙, 丁], by: anyone }", everybody, "Breached | 甲 | 乙 | 丁"]
  ])

  test("each agent of a contact is judged on his own", () => {
    const judge = judgeWith("breachWhen: { say: [滚] }")
    expect(judge("客服(A): 您好\n客服(B): 滚").outcome._tag).toBe("Met")
    expect(judge("客服(A): 滚\n客服(B): 您好").outcome._tag).toBe("Breached")
  })
})

describe("windows", () => {
  const turns = "客服: 一\n客户: 二\n客服: 三\n客户: 四\n客服: 五\n客服: 六"
  const all = "[一, 二, 三, 四, 五, 六]"
  const window = (of: string, by = "agent") => `breachWhen: { say: ${all}, by: ${by}, window: { ${of} } }`
  check([
    [window("first: 2"), turns, "Breached | 一 | 三"],
    [window("last: 1"), turns, "Breached | 五 | 六"],
    [window("first: 1", "customer"), turns, "Breached | 二"],
    [window("first: 2", "anyone"), turns, "Breached | 一 | 二"],
    [window("from: 2, to: 2"), turns, "Breached | 三"],
    [window("from: -2, to: -2"), turns, "Breached | 三"],
    [window("from: 2"), turns, "Breached | 三 | 五 | 六"],
    [window("first: 50, unit: percent"), turns, "Breached | 一 | 三"],
    [window("last: 20, unit: percent"), turns, "Breached | 五 | 六"],
    [window("from: 40, to: 60, unit: percent"), turns, "Breached | 三"]
  ])

  const timed = "[00:00] 客服: 一\n[00:10] 客户: 二\n[00:20] 客服: 三\n[01:30] 客户: 四\n[01:35] 客服: 五\n[01:40] 客服: 六"
  check([
    [window("first: 30, unit: seconds"), timed, "Breached | 一 | 三"],
    [window("last: 6, unit: seconds"), timed, "Breached | 五 | 六"],
    [window("from: 15, to: 95, unit: seconds"), timed, "Breached | 三 | 五"],
    [window("first: 10, unit: percent-of-time"), timed, "Breached | 一"],
    [window("last: 10, unit: percent-of-time"), timed, "Breached | 五 | 六"]
  ])

  test("that need times leave the rule unscored without them, unless the words are nowhere anyway", () => {
    const judge = judgeWith("breachWhen: { say: [滚], window: { first: 30, unit: seconds } }")
    expect(judge("客服: 滚").outcome).toEqual({ _tag: "Unscored", because: "the transcript carries no times" })
    expect(judge("客服: 好").outcome._tag).toBe("Met")
    const bad = { ...dialogue("[00:01] 客服: 滚"), timingProblem: "line 2: time ‘25:99’ is not a time" }
    expect(judge(bad).outcome).toEqual({ _tag: "Unscored", because: bad.timingProblem })
  })
})

test("messages in a row of a chat, and what a recogniser cut up, are one turn; lines of a call that pause between them are several", () => {
  const judge = judgeWith("breachWhen: { say: [二], window: { first: 1 } }")
  expect(judge("客服: 一\n客服: 二").outcome._tag).toBe("Breached")
  expect(judge(dialogue("[00:01-00:02] 客服: 一\n[00:03-00:04] 客服: 二", "voice")).outcome._tag).toBe("Breached")
  expect(judge(dialogue("[00:01-00:02] 客服: 一\n[00:09-00:10] 客服: 二", "voice")).outcome._tag).toBe("Met")
})

describe("around another condition", () => {
  const rule = (anchor: string) => `
conditions:
  complaint: { by: customer, say: [投诉] }
  apology: { say: [抱歉], ${anchor} }
meetWhen: apology`
  check([
    [rule("after: complaint"), "客户: 投诉\n客服: 嗯\n客服: 抱歉", "Met | 投诉 | 抱歉"],
    [rule("after: complaint"), "客服: 抱歉\n客户: 投诉\n客服: 嗯", "Breached | 投诉 | -2..2"],
    [rule("after: { condition: complaint, turns: 1 }"), "客户: 投诉\n客服: 嗯\n客户: 喂\n客服: 抱歉", "Breached | 投诉 | -1..1"],
    [rule("after: { condition: complaint, turns: 1 }"), "客户: 投诉\n客服: 嗯\n客服: 抱歉", "Met | 投诉 | 抱歉"],
    [rule("before: complaint"), "客服: 抱歉\n客户: 投诉", "Met | 投诉 | 抱歉"],
    [rule("before: { condition: complaint, turns: 1 }"), "客服: 抱歉\n客户: 喂\n客服: 嗯\n客户: 投诉", "Breached | 投诉 | -2..2"],
    [rule("around: { condition: complaint, turns: 1 }"), "客服: 抱歉\n客户: 投诉\n客服: 嗯", "Met | 投诉 | 抱歉"],
    [rule("after: { condition: complaint, hit: each, turns: 1 }"), "客户: 投诉\n客服: 抱歉\n客户: 投诉\n客服: 嗯", "Breached | 投诉 | 投诉 | -3..3"],
    [rule("after: { condition: complaint, hit: any, turns: 1 }"), "客户: 投诉\n客服: 抱歉\n客户: 投诉\n客服: 嗯", "Met | 投诉 | 投诉 | 抱歉"],
    [rule("after: { condition: complaint, hit: last, turns: 1 }"), "客户: 投诉\n客服: 抱歉\n客户: 投诉\n客服: 嗯", "Breached | 投诉 | -3..3"],
    [rule("after: { condition: complaint, hit: 1, turns: 1 }"), "客户: 投诉\n客服: 抱歉\n客户: 投诉\n客服: 嗯", "Met | 投诉 | 抱歉"],
    [rule("after: { condition: complaint, hit: 3 }"), "客户: 投诉\n客服: 抱歉", "NotApplicable"],
    [rule("after: complaint"), "客户: 你好\n客服: 嗯", "NotApplicable"],
    [rule("after: { condition: complaint, ifNever: holds }"), "客户: 你好\n客服: 嗯", "Met"],
    [rule("after: { condition: complaint, ifNever: fails }"), "客户: 你好\n客服: 嗯", "Breached | -0..1"],
    [rule("after: complaint"), "客服: 嗯\n客户: 投诉", "NotApplicable"],
    [rule("after: { condition: complaint, seconds: 10 }"), "[00:01] 客户: 投诉\n[00:08] 客服: 嗯\n[00:30] 客服: 抱歉", "Breached | 投诉 | -1..1"],
    [rule("after: { condition: complaint, seconds: 10 }"), "客户: 投诉\n客服: 抱歉", "Unscored"]
  ])

  const softened = `
conditions:
  but: { say: [但是] }
  praise: { say: [理解您], with: but }
breachWhen: { all: [but, praise] }`
  check([
    [softened, "客服: 理解您\n客服: 但是不行", "Breached | 但是 | 理解您"],
    [softened, "客服: 理解您\n客户: 嗯\n客服: 但是不行", "Met"],
    ["conditions: { but: { say: [但是] }, good: { say: [理解], before: but } }\nbreachWhen: good", "客服: 但是我理解", "Met"],
    ["conditions: { but: { say: [但是] }, good: { say: [理解], before: but } }\nbreachWhen: good", "客服: 我理解，但是不行", "Breached | 但是 | 理解"]
  ])

  test("which never came does not apply; the reason says so", () => {
    expect(judgeWith(rule("after: complaint"))("客服: 嗯\n客户: 投诉").outcome).toEqual({ _tag: "NotApplicable", because: "the customer left before it was due" })
    expect(judgeWith(rule("after: complaint"))("客服: 嗯").outcome).toEqual({ _tag: "NotApplicable", because: "nothing in the transcript calls for it" })
  })

  const between = `
conditions:
  start: { by: customer, say: [开始] }
  end: { by: customer, say: [结束] }
meetWhen: { say: [核对], after: start, before: end }`
  check([
    [between, "客户: 开始\n客服: 核对\n客户: 结束\n客服: 好", "Met | 结束 | 开始 | 核对"],
    [between, "客户: 开始\n客服: 嗯\n客户: 结束\n客服: 核对", "Breached | 结束 | 开始 | -1..1"]
  ])

  const transferred = "conditions: { transfer: { event: transfer } }\nmeetWhen: { say: [为您转接], before: { condition: transfer, turns: 2 } }"
  check([
    [transferred, "[00:01] 客服: 为您转接\n[00:05] * transfer A2", "Met | 为您转接"],
    [transferred, "[00:01] 客服: 等下\n[00:05] * transfer A2\n[00:09] 客服: 为您转接", "Breached | -0..0"],
    [transferred, "客服: 等下\n* transfer A2", "Unscored"]
  ])
})
