import { readFileSync } from "node:fs"
import { FastCheck as fc } from "effect"
import * as OpenCC from "opencc-js"
import { beforeAll, describe, expect, test } from "vitest"
import { offsetTurns, parseDialogues } from "../../schemas/Dialogue.ts"
import type { OutcomeName, Score } from "../../schemas/Score.ts"
import type { Transcript, Turn } from "../../schemas/Transcript.ts"
import { exampleParts, exampleTranscript } from "../../scorers/RuleExamples.ts"
import type { LoadedRules } from "../../scorers/RuleFiles.ts"
import { emptyWords } from "./EmpathyMentions.ts"
import { dialogue } from "./transcripts.ts"
import { bundledRules } from "../support/bundledRules.ts"

let loaded: LoadedRules
beforeAll(() => {
  loaded = bundledRules()
})

const isOurs = (rule: string) => /^(empathy|resolution)\//.test(rule)
const judge = (transcript: Transcript): ReadonlyArray<Score> => loaded.compiled.judge(transcript).scores.filter((score) => isOurs(score.rule))
const outcomes = (transcript: Transcript) => Object.fromEntries(judge(transcript).map((score) => [score.rule, score.outcome._tag]))
const credits = (transcript: Transcript) => judge(transcript).map(({ outcome, rule }) => [rule, outcome._tag, "credit" in outcome ? outcome.credit : null])
const empathic = [
  "非常抱歉，我理解您的心情", "换作是我也会着急", "您先别着急", "让您久等了，真的对不起", "您的感受我完全理解", "我马上帮您处理，今天下午五点前给您回电", "您先消消气，慢慢跟我说",
  "I'm so sorry, I understand how frustrating this is", "I'd be upset too", "您一定很着急吧", "真的很心疼您"
]

describe("where nothing calls for it", () => {
  const plain = [
    "客户: 请问几点关门\n客服: 九点", "客户: 有货吗\n客服: 有的\n客户: 好的谢谢\n客服: 不客气", "Customer: What are your opening hours?\nAgent: Nine to nine.",
    "客服: 您好，请问有什么可以帮您？\n客服: 您好？\n客服: 对不起，您的电话没有声音", "客戶: 請問可以水洗嗎\n客服: 前置濾網可以水洗", "客户: 喂，打错了\n客服: 没关系，再见",
    "Customer: Sorry, wrong number\nAgent: No problem, bye", "客户: 我不着急，您慢慢查\n客服: 好的", "客戶: 請問運費多少\n客服: 八十元",
    "客户: 评价点成非常不满意了，其实很满意\n客服: 没关系", "客戶: 我是第三次來買了\n客服: 歡迎", "Customer: I'm afraid I have no account yet\nAgent: You can open one online.",
    "客户: 空气炸锅能炸鸡翅吗\n客服: 能", "Customer: Is there a quiet mode? The alarm is for my mother.\nAgent: Yes, level one.", "客户: 大概等几天能到\n客服: 三天左右"
  ]
  const contingent = ["acknowledges-feeling", "shows-understanding", "explores-need", "owns-next-step", "apologises", "soothes-anger", "beyond-expectation", "listens", "personal-touch"]

  test("no empathy rule applies, however much of it is said", () => {
    for (const text of plain) {
      for (const added of ["", ...empathic]) {
        const found = outcomes(dialogue(added === "" ? text : `${text}\n客服: ${added}`))
        for (const rule of contingent) expect(found[`empathy/${rule}`], `${rule}: ${text} + ${added}`).toBe("NotApplicable")
      }
    }
  })
})

const turn = (role: Turn["role"], text: string): Turn => ({ role, text, startMs: null, endMs: null, agent: null, confidence: null })
const of = (turns: ReadonlyArray<Turn>): Transcript => ({ ...dialogue("客户: 好"), turns })

describe("stuffing", () => {
  const troubles = ["太气人了，等了五天", "我要投诉你们", "收到的杯子是碎的", "This is ridiculous, I've been waiting for weeks"]
  const replies = ["订单号发一下", "非常抱歉，我马上帮您查", "好的", "Order number?", "I'm so sorry about this"]
  const small = ["嗯", "好", "ok"]

  /** A contact long enough that its end lies outside of every window. */
  const contact = fc
    .record({ trouble: fc.constantFrom(...troubles), first: fc.constantFrom(...replies), rest: fc.array(fc.constantFrom("好的", "嗯嗯", "查到了"), { minLength: 8, maxLength: 8 }) })
    .map(({ first, rest, trouble }) => [turn("agent", "您好"), turn("customer", trouble), turn("agent", first), ...rest.flatMap((text, i) => [turn("customer", small[i % 3]!), turn("agent", text)])])

  const rulesWithWindow = ["acknowledges-feeling", "shows-understanding", "owns-next-step", "apologises", "soothes-anger", "explores-need"].map((rule) => `empathy/${rule}`)
  const judged = (turns: ReadonlyArray<Turn>) => credits(of(turns)).filter(([rule]) => rulesWithWindow.includes(String(rule)))

  test("empathic words before the occasion or after its window change nothing", () => {
    fc.assert(
      fc.property(contact, fc.array(fc.constantFrom(...empathic), { minLength: 1, maxLength: 6 }), fc.boolean(), (turns, phrases, atStart) => {
        const stuffed = atStart ? [turn("agent", phrases.join("，")), ...turns] : [...turns, turn("customer", "嗯"), turn("agent", phrases.join("，"))]
        expect(judged(stuffed)).toEqual(judged(turns))
      }),
      { numRuns: 80 }
    )
  })

  test("all of it at once at the start, and any number of times after the first answer that counted, changes nothing", () => {
    const answered = [turn("customer", "太气人了，等了五天"), turn("agent", "真的非常抱歉，我马上帮您催仓库，今天下午五点前给您回电")]
    const all = empathic.join("，")
    for (const times of [1, 2, 5, 20]) {
      const stuffing = Array.from({ length: times }, () => turn("agent", all))
      expect(judged([turn("agent", "您好"), ...stuffing, ...answered])).toEqual(judged([turn("agent", "您好"), ...answered]))
      const after = judged([...answered, ...stuffing]).filter(([rule]) => rule !== "empathy/shows-understanding")
      expect(after).toEqual(judged(answered).filter(([rule]) => rule !== "empathy/shows-understanding"))
    }
  })

  test("saying it again, any number of times, earns no more than saying it once", () => {
    fc.assert(
      fc.property(fc.constantFrom(...troubles), fc.constantFrom(...empathic), fc.integer({ min: 2, max: 12 }), (trouble, phrase, times) => {
        const said = (n: number) => credits(of([turn("customer", trouble), turn("agent", Array.from({ length: n }, () => phrase).join("。"))]))
        expect(said(times)).toEqual(said(1))
      }),
      { numRuns: 60 }
    )
  })
})

describe("words of empathy that are none", () => {
  const credited = ["acknowledges-feeling", "shows-understanding", "apologises", "soothes-anger", "owns-next-step", "explores-need"]
  const judgedAfter = (trouble: string, reply: string) => outcomes(of([turn("customer", trouble), turn("agent", reply)]))

  test("are many, in three scripts", () => {
    expect(emptyWords.length).toBeGreaterThanOrEqual(60)
    expect(emptyWords.filter((words) => /[a-z]/.test(words)).length).toBeGreaterThanOrEqual(20)
  })

  test.each([["我真的很生气，收到的杯子是碎的"], ["太過分了，說好今天送，沒送"], ["I'm furious, the lamp arrived broken"]])("earn nothing after %s", (trouble) => {
    const earned = emptyWords.flatMap((reply) => {
      const found = judgedAfter(trouble, reply)
      return credited.filter((rule) => found[`empathy/${rule}`] === "Met").map((rule) => `${rule}: ${reply}`)
    })
    expect(earned).toEqual([])
  })

  test("earn nothing when the customer says what would be empathy from an agent", () => {
    for (const words of empathic) {
      const found = outcomes(of([turn("customer", "太气人了，收到的杯子是碎的"), turn("customer", words), turn("agent", "订单号发一下")]))
      for (const rule of credited) expect(found[`empathy/${rule}`], `${rule}: ${words}`).not.toBe("Met")
    }
  })
})

test("both scripts are judged alike", () => {
  const toTraditional = OpenCC.Converter({ from: "cn", to: "tw" })
  const toSimplified = OpenCC.Converter({ from: "tw", to: "cn" })
  let compared = 0
  for (const { value: rule } of loaded.rules) {
    if (!isOurs(rule.id)) continue
    for (const example of rule.examples) {
      const transcript = exampleTranscript(rule, example)
      const before = credits(transcript)
      for (const convert of [toTraditional, toSimplified]) {
        const converted = { ...transcript, turns: transcript.turns.map((one) => ({ ...one, text: convert(one.text) })) }
        expect(credits(converted), exampleParts(example).text).toEqual(before)
        compared++
      }
    }
  }
  expect(compared).toBeGreaterThan(500)
})

describe("the samples", () => {
  const samples = new Map<string, Transcript>()
  beforeAll(() => {
    for (const file of ["empathy-and-recovery", "english-calls", "english-line-and-listening", "taiwan-and-hong-kong", "openings-and-closings", "line-trouble", "refusals", "holds-silences-and-talking-over", "dialects"]) {
      for (const parsed of parseDialogues(readFileSync(`samples/dialogue/${file}.txt`, "utf8"))) {
        const { events, turns } = offsetTurns(parsed)
        const agent = parsed.header.get("agent")!.value.split(" ")[0]!
        const id = parsed.header.get("id")!.value
        samples.set(id, {
          ...dialogue("客户: 好"), id, channel: "voice", events, agents: [{ id: agent, name: null }],
          turns: turns.map((one) => (one.role === "agent" ? { ...one, agent: one.agent ?? agent } : one))
        })
      }
    }
  })

  test.each<[id: string, rule: string, outcome: OutcomeName]>([
    ["empathy-met-zh", "empathy/acknowledges-feeling", "Met"], ["empathy-met-zh", "empathy/shows-understanding", "Met"], ["empathy-met-zh", "empathy/owns-next-step", "Met"],
    ["empathy-met-tw", "empathy/acknowledges-feeling", "Met"], ["empathy-met-tw", "empathy/apologises", "Met"], ["empathy-met-tw", "empathy/beyond-expectation", "Met"],
    ["empathy-met-en", "empathy/acknowledges-feeling", "Met"], ["empathy-met-en", "empathy/shows-understanding", "Met"], ["empathy-met-en", "empathy/owns-next-step", "Met"],
    ["empathy-missed-zh", "empathy/acknowledges-feeling", "Breached"], ["empathy-missed-zh", "empathy/soothes-anger", "Breached"], ["empathy-missed-zh", "empathy/apologises", "Breached"],
    ["empathy-missed-en", "empathy/acknowledges-feeling", "Breached"], ["empathy-missed-en", "empathy/shows-understanding", "Breached"], ["empathy-missed-en", "empathy/apologises", "Breached"],
    ["soothes-anger-zh", "empathy/soothes-anger", "Met"], ["soothes-anger-zh", "empathy/beyond-expectation", "Met"], ["personal-touch-zh", "empathy/personal-touch", "Met"],
    ["asks-again-zh", "empathy/listens", "Breached"], ["asks-again-en", "empathy/listens", "Breached"],
    ["plain-enquiry-zh", "empathy/acknowledges-feeling", "NotApplicable"], ["plain-enquiry-zh", "empathy/apologises", "NotApplicable"],
    ["reads-back-zh", "resolution/reads-back-key-facts", "Met"], ["reads-back-en", "resolution/reads-back-key-facts", "Met"],
    ["explains-why-and-how-zh", "resolution/explains-why-and-how", "Met"], ["contradicts-itself-zh", "resolution/consistent-answer", "Breached"],
    ["proactive-offer-zh", "resolution/proactive-offer", "Met"], ["abrupt-ending-zh", "resolution/resolves-or-next-step", "Breached"],
    ["not-my-job-zh", "resolution/resolves-or-next-step", "Breached"], ["brush-off-zh", "resolution/explains-why-and-how", "Breached"]
  ])("%s: %s is %s", (id, rule, outcome) => {
    expect(outcomes(samples.get(id)!)[rule]).toBe(outcome)
  })

  test("nothing is held against the agents who serve well", () => {
    const against = [...samples.values()]
      .filter(({ agents }) => ["A01", "A05", "A07"].includes(agents[0]!.id))
      .flatMap((transcript) => judge(transcript).filter(({ outcome }) => outcome._tag === "Breached" || outcome._tag === "Partly").map(({ rule }) => `${transcript.id} ${rule}`))
    expect(against).toEqual([])
  })
})

test("a missed occasion shows the moment, where it was looked for, and what could have been said", () => {
  const score = judge(dialogue("客户: 太气人了\n客服: 订单号发一下")).find(({ rule }) => rule === "empathy/acknowledges-feeling")!
  expect(score).toMatchObject({
    outcome: { _tag: "Breached" },
    findings: [{ _tag: "Said", bearing: "context", turn: 0, quote: "太气人" }, { _tag: "Unsaid", bearing: "against", window: { from: 1, to: 1 }, expected: expect.stringContaining("抱歉") }]
  })
})
