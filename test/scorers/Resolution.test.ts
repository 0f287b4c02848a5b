import { beforeAll, describe, expect, test } from "vitest"
import { Compiler } from "../../scorers/Kind.ts"
import { type KeyFact, KeyFacts, saysBack } from "../../scorers/wording/KeyFacts.ts"
import { Reading } from "../../scorers/wording/Reading.ts"
import type { LoadedRules } from "../../scorers/RuleFiles.ts"
import { spokenNumbers } from "../../scorers/wording/SpokenNumbers.ts"
import { Wording } from "../../scorers/wording/Wording.ts"
import { dialogue } from "./transcripts.ts"
import { bundledRules } from "../support/bundledRules.ts"

describe("numbers as they are spoken and written", () => {
  test.each<[text: string, digits: ReadonlyArray<string>]>([
    ["订单 XH20260901-3345", ["202609013345"]],
    ["电话 123 0000 6612", ["12300006612"]],
    ["一二三零零零零六六一二", ["12300006612"]],
    ["十一栋二单元三零二", ["11", "2", "302"]],
    ["二十号", ["20"]],
    ["G H two two zero one seven", ["22017"]],
    ["forty-one Birch Lane, apartment two C", ["41", "2"]],
    ["five five five oh one four two", ["5550142"]],
    ["１２３０", ["1230"]],
    ["没有数字", []]
  ])("%s", (text, digits) => {
    const wording = new Wording()
    wording.fill(dialogue(`客户: ${text}`).turns)
    expect(spokenNumbers(wording, 0).map((number) => number.digits)).toEqual(digits)
  })
})

describe("key facts a customer gives", () => {
  const facts = (text: string): ReadonlyArray<KeyFact> => {
    const compiler = new Compiler(new Map())
    const key = KeyFacts.of(compiler)
    const reading = new Reading(compiler.matcher.build())
    reading.open(dialogue(text))
    reading.turnTo(null, true)
    return key.given(reading)
  }

  test.each<[text: string, kinds: ReadonlyArray<string>]>([
    ["客户: 订单号 XH20260901-3345", ["order"]],
    ["客户: 单号尾号 7720", ["order"]],
    ["客户: 手机 13800000000", ["phone"]],
    ["客户: 滨江花园 11 栋 2 单元 1803，电话 123 0000 6612", ["address", "phone"]],
    ["客戶: 沙田第一街 8 號 12 樓 B 室", ["address"]],
    ["Customer: forty-one Birch Lane, apartment two", ["address"]],
    ["Customer: order G H two two zero one seven", ["order"]],
    ["客户: 我等了五天，花了 1299 元", []],
    ["客户: 2026 年 9 月买的", []],
    ["Customer: I have been with you for nine years. Any way to waive it?", []]
  ])("%s", (text, kinds) => {
    expect(facts(text).map(({ kind }) => kind)).toEqual(kinds)
  })

  test.each<[given: string, answer: string, back: boolean]>([
    ["客户: 订单号 XH20260901-3345", "客服: 尾号 3345，对吗", true],
    ["客户: 订单号 XH20260901-3345", "客服: 三天内到", false],
    ["客户: 滨江花园十一栋 2 单元 1803", "客服: 滨江花园 11 栋二单元 1803", true],
    ["客户: 滨江花园 11 栋 2 单元 1803", "客服: 滨江花园 12 栋 2 单元 1803", false],
    ["Customer: phone is five five five oh one four two", "Agent: 555-0142, right?", true]
  ])("%s / %s", (given, answer, back) => {
    const [fact] = facts(given)
    const wording = new Wording()
    wording.fill(dialogue(answer).turns)
    expect(saysBack(spokenNumbers(wording, 0), fact!) !== null).toBe(back)
  })
})

describe("how a contact ended", () => {
  let loaded: LoadedRules
  beforeAll(() => {
    loaded = bundledRules()
  })
  const resolves = (text: string) => loaded.compiled.judge(dialogue(text, "voice")).scores.find(({ rule }) => rule === "resolution/resolves-or-next-step")!

  test("an agent who hangs up on a question has not resolved it", () => {
    const question = "客户: 补贴是直接抵扣还是返现？"
    expect(resolves(`客服: 您好\n${question}\n[00:09] * hang-up agent`).outcome._tag).toBe("Breached")
    expect(resolves(`客服: 您好\n${question}\n[00:09] * hang-up customer`).outcome._tag).toBe("Unscored")
  })

  test("what was promised after the customer had given up counts for the agent", () => {
    expect(resolves("客户: 跟你说也是白说\n客服: 再见").outcome._tag).toBe("Breached")
    expect(resolves("客户: 跟你说也是白说\n客服: 我今天下午五点前给您回电").outcome._tag).toBe("Met")
  })

  test("an answer whose words do not tell is unscored, with the reason", () => {
    expect(resolves("客户: 请问几点关门\n客服: 九点").outcome).toEqual({ _tag: "Unscored", because: "the words alone do not tell" })
  })
})
