import * as OpenCC from "opencc-js"
import { describe, expect, test } from "vitest"
import { exampleParts, exampleTranscript } from "../../../scorers/RuleExamples.ts"
import { dialogue } from "../transcripts.ts"
import { bundledRules } from "../../support/bundledRules.ts"

const { compiled, rules } = bundledRules()

/** The words of the last turn that a rule of the family speaks against. */
const against = (text: string): ReadonlyArray<string> => {
  const transcript = dialogue(text)
  const last = transcript.turns.length - 1
  return compiled.judge(transcript).scores
    .filter(({ rule }) => rule.startsWith("negative-language/"))
    .flatMap(({ findings }) => findings.flatMap((one) => (one._tag === "Said" && one.bearing === "against" && one.turn === last ? [one.quote] : [])))
}

const notes = (text: string, rule: string): ReadonlyArray<string | null> =>
  compiled.judge(dialogue(text)).scores.find((score) => score.rule === rule)!.findings.flatMap((one) => (one.note === null ? [] : [one.note]))

describe("the same “no” refuses in one sentence and not in another", () => {
  test.each<[refusal: string, none: string]>([
    ["客服: 拆封了就不能退了", "客服: 您是不能退了吗？"],
    ["客服: 如果拆封了，我们就不能退了", "客服: 如果还是不能退，请您联系我"],
    ["客服: 不可以的话就是不能取消的哦", "客服: 不能取消的话您告诉我"],
    ["客服: 这个无法查询的", "客服: 页面提示无法查询对吗"],
    ["客服: 目前没有这个活动了，您有这个券是吗", "客服: 没有这个活动是吗"],
    ["客服: 这款手机不支持退货", "客服: 这款手机不支持快充"],
    ["客户: 点错了能恢复吗\n客服: 取消的订单无法恢复", "客户: 取消吧\n客服: 取消的订单无法恢复"],
    ["客户: 能给我发个赠品吗\n客服: 没有的哦", "客户: 里面有价格单吗\n客服: 没有的哦"],
    ["客户: 坏了要赔吧\n客服: 我们不会赔的", "客户: 不会乱扣我钱吧\n客服: 我们不会赔本扣您的钱"],
    ["客服: 这个改不了，请见谅", "客服: 还没改好，但是马上就好"],
    ["Agent: We can't return it.", "Agent: I'm sorry you were told we can't return it."],
    ["Agent: If you opened it, we can't take it back.", "Agent: If it isn't allowed by your bank, try another card."],
    ["Agent: We are unable to help.", "Agent: He was unable to reach you by phone."],
    ["Agent: It isn't available.", "Agent: It isn't available yet, but we are working on it."]
  ])("%j · %j", (refusal, none) => {
    expect(against(refusal)).not.toEqual([])
    expect(against(none)).toEqual([])
  })
})

describe("reason and way out", () => {
  test.each<[text: string, expected: ReadonlyArray<string>]>([
    ["客服: 已经发货了，地址改不了", ["reason"]],
    ["客服: 地址改不了，您可以联系站点", ["alternative"]],
    ["客服: 地址改不了的\n客服: 因为已经发货了\n客服: 我帮您备注给站点", ["reason", "alternative"]],
    ["客服: 地址改不了的哦，请您谅解，请问还有什么可以帮您", []],
    ["客服: 没有权限修改", []],
    ["Agent: We cannot change it as it has already shipped.", ["reason"]],
    ["Agent: We cannot change it. Anything else I can help with?", []]
  ])("%j: %j", (text, expected) => {
    expect(notes(text, "negative-language/refusal-with-reason").filter((note, i, all) => all.indexOf(note) === i)).toEqual(expected)
  })

  test("are not taken from what the customer or another agent says", () => {
    expect(notes("客服: 不能改\n客户: 因为已经发货了吗，您可以联系站点\n客服: 嗯", "negative-language/refusal-with-reason")).toEqual([])
  })

  test("what is missing is worded for what the customer wanted", () => {
    const unsaid = (text: string) =>
      compiled.judge(dialogue(text)).scores.find(({ rule }) => rule === "negative-language/refusal-with-reason")!.findings.flatMap((one) => (one._tag === "Unsaid" ? [one.expected] : []))
    expect(unsaid("客户: 能开发票吗\n客服: 不能的哦")[0]).toContain("发票")
    expect(unsaid("客户: 几点到\n客服: 不能确定")[0]).toContain("催")
    expect(unsaid("Customer: Can I get a refund?\nAgent: We can't.")[0]).toContain("exchange")
    expect(unsaid("客户: 嗯\n客服: 不行的哦")).toEqual(["因为……，所以……；我可以为您……"])
  })
})

describe("every example keeps its outcome however it is written", () => {
  const traditional = OpenCC.Converter({ from: "cn", to: "tw" })
  const simplified = OpenCC.Converter({ from: "tw", to: "cn" })
  const spoken = (change: (text: string) => string) => (text: string) =>
    text.split("\n").map((line) => line.replace(/^(\S+?: )(.*)$/, (_, speaker: string, words: string) => speaker + change(words))).join("\n")
  const writings: Record<string, (text: string) => string> = {
    "in traditional characters": spoken(traditional),
    "in simplified characters": spoken(simplified),
    "without punctuation": spoken((text) => text.replace(/[，。！？、；：,.!?;:…“”"]/g, " ")),
    "with spaces between the characters": spoken((text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, " ")),
    "in full width": spoken((text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
    "in capitals": spoken((text) => text.toUpperCase())
  }
  const family = rules.map(({ value }) => value).filter(({ id }) => id.startsWith("negative-language/"))
  test.each(Object.entries(writings))("%s", (_, write) => {
    const changed: Array<string> = []
    for (const rule of family) {
      for (const example of rule.examples) {
        const { text, outcome } = exampleParts(example)
        const written = write(text)
        const { turns } = dialogue(written)
        const score = compiled.judge({ ...exampleTranscript(rule, example), turns }).scores.find((one) => one.rule === rule.id)!
        if (score.outcome._tag !== outcome) changed.push(`${rule.id}: ${outcome} became ${score.outcome._tag}: ${written}`)
      }
    }
    expect(changed).toEqual([])
  })
})
