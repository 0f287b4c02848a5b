import { describe, expect, test } from "vitest"
import { judgeWith } from "./conditionRule.ts"
import { dialogue } from "../transcripts.ts"

/** The outcome, and the notes of the findings. */
const noted = (rule: string, conversation: string | ReturnType<typeof dialogue>): string => {
  const { findings, outcome } = judgeWith(rule)(conversation)
  return [outcome._tag, ...findings.map((finding) => finding.note)].join(" | ")
}

describe("turns, duration, speech", () => {
  test.each<[rule: string, conversation: string, result: string]>([
    ["breachWhen: { turns: { moreThan: 2 } }", "客服: 一\n客户: 嗯\n客服: 二\n客户: 嗯\n客服: 三", "Breached | 3 turns by agent"],
    ["breachWhen: { turns: { moreThan: 2 } }", "客服: 一\n客服: 二\n客服: 三", "Met"],
    ["breachWhen: { turns: { moreThan: 2 } }", "客服: 一\n客户: 二\n客服: 三", "Met"],
    ["breachWhen: { turns: { atLeast: 1 }, by: bot }", "机器人: 您好\n客服: 好", "Breached | 1 turns by bot"],
    ["conditions: { ask: { by: customer, say: [转人工] } }\nbreachWhen: { turns: { moreThan: 1 }, by: bot, after: ask }", "客户: 转人工\n机器人: 一\n客户: 转人工\n机器人: 二\n客服: 好", "Breached | 2 turns by bot"],
    ["breachWhen: { duration: { moreThan: 60 } }", "[00:01] 客服: 好\n[01:30] 客服: 再见", "Breached | lasts 89 s"],
    ["breachWhen: { duration: { moreThan: 60 } }", "[00:01] 客服: 好\n[00:30] 客服: 再见", "Met"],
    ["breachWhen: { duration: { moreThan: 60 } }", "客服: 好", "Unscored"],
    ["breachWhen: { speech: { moreThan: 10 } }", "[00:01-00:20] 客服: 好\n[00:20-00:50] 客户: 好", "Breached | agent speaks for 19 s"],
    ["breachWhen: { speech: { moreThan: 30 }, by: customer }", "[00:01-00:20] 客服: 好\n[00:20-00:50] 客户: 好", "Met"],
    ["breachWhen: { speech: { moreThan: 10 } }", "[00:01] 客服: 好", "Unscored"]
  ])("%s over %s", (rule, conversation, result) => expect(noted(rule, conversation)).toBe(result))
})

describe("event", () => {
  test.each<[rule: string, conversation: string, result: string]>([
    ["breachWhen: { event: { kind: hang-up, by: agent } }", "[00:01] 客服: 好\n[00:05] * hang-up 客服", "Breached | hang-up by the agent at 00:05"],
    ["breachWhen: { event: { kind: hang-up, by: agent } }", "[00:01] 客服: 好\n[00:05] * hang-up 客户", "Met"],
    ["breachWhen: { event: { kind: hang-up, by: agent } }", "[00:01] 客服: 好\n[00:05] * hang-up", "Unscored"],
    ["breachWhen: { event: { kind: hang-up, by: agent } }", "客服: 好", "Unscored"],
    ["breachWhen: { event: transfer }", "[00:01] 客服: 好\n[00:05] * hang-up 客户", "Met"],
    ["meetWhen: { event: transfer }", "[00:01] 客服: 好\n[00:05] * hang-up 客户", "Breached | no transfer"],
    ["breachWhen: { event: { kind: hold, times: { moreThan: 1 } } }", "[00:01] 客服: 好\n[00:05-00:10] * hold\n[00:15-00:20] * hold", "Breached | hold × 2 at 00:05"],
    ["breachWhen: { event: { kind: hold, times: { moreThan: 2 } } }", "[00:01] 客服: 好\n[00:05-00:10] * hold\n[00:15-00:20] * hold", "Met"],
    ["breachWhen: { event: { kind: hold, seconds: { moreThan: 30 } } }", "[00:01] 客服: 好\n[00:05-00:25] * hold\n[00:30-00:45] * hold", "Breached | hold × 2 at 00:05"],
    ["breachWhen: { event: { kind: hold, longest: { moreThan: 30 } } }", "[00:01] 客服: 好\n[00:05-00:25] * hold\n[00:30-00:45] * hold", "Met"],
    ["breachWhen: { event: { kind: hold, longest: { moreThan: 30 } } }", "客服: 好\n* hold", "Unscored"]
  ])("%s over %s", (rule, conversation, result) => expect(noted(rule, conversation)).toBe(result))
})

describe("meta", () => {
  const contact = { ...dialogue("客服: 好"), queue: "VIP 金卡", csat: 2, language: "zh-TW", customer: null, contactReason: "退款" }
  test.each<[meta: string, result: string]>([
    ["{ queue: vip 金卡 }", "Breached | queue VIP 金卡"],
    ["{ queue: 普通 }", "Met"],
    ["{ queue: [普通, ＶＩＰ 金卡] }", "Breached | queue VIP 金卡"],
    ["{ queue: { not: [普通] } }", "Breached | queue VIP 金卡"],
    ["{ queue: { not: [VIP 金卡] } }", "Met"],
    ["{ csat: 2 }", "Breached | csat 2"],
    ["{ csat: [1, 2] }", "Breached | csat 2"],
    ["{ csat: { atMost: 2 } }", "Breached | csat 2"],
    ["{ csat: { lessThan: 2 } }", "Met"],
    ["{ csat: { present: true } }", "Breached | csat 2"],
    ["{ language: zh }", "Breached | language zh-TW"],
    ["{ language: z }", "Met"],
    ["{ channel: chat }", "Breached | channel chat"],
    ["{ channel: voice }", "Met"],
    ["{ customer: { present: true } }", "Met"],
    ["{ customer: { present: false } }", "Breached | customer not given"],
    ["{ customer: 张三 }", "Unscored"],
    ["{ contactReason: 退款, csat: { atMost: 2 } }", "Breached | contactReason 退款, csat 2"],
    ["{ contactReason: 换货, customer: 张三 }", "Met"]
  ])("%s", (meta, result) => expect(noted(`breachWhen: { meta: ${meta} }`, contact)).toBe(result))

  test("what others did or the input says is context, never against the agent", () => {
    const score = judgeWith("breachWhen: { any: [{ meta: { csat: 2 } }, { event: { kind: hang-up, by: customer } }] }")({ ...contact, ...dialogueEvents })
    expect(score.outcome._tag).toBe("Breached")
    expect(score.findings.map((finding) => finding.bearing)).toEqual(["context", "context"])
  })
  const dialogueEvents = { events: dialogue("客服: 好\n* hang-up 客户").events }
})
