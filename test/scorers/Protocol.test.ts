import { beforeAll, describe, expect, test } from "vitest"
import type { Transcript } from "../../schemas/Transcript.ts"
import type { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import { dialogue } from "./transcripts.ts"
import { bundledRules } from "../support/bundledRules.ts"

let rubric: CompiledRubric
beforeAll(() => {
  rubric = bundledRules().compiled
})

const judged = (rule: string, transcript: Transcript) => rubric.judge(transcript).scores.find((score) => score.rule === `standard-phrases/${rule}`)!
const notes = (rule: string, text: string) => judged(rule, dialogue(text, "voice")).findings.filter(({ bearing }) => bearing === "against").map(({ note }) => note)

const silent = (first: string, second: string, hangUp: string) => `[00:10-00:18] 客服: 您好，欢迎致电星河，我是王芳，请问有什么可以帮助您？
[00:23-00:26] 客服: 您好！请问有什么可以帮助您？
[${first}] 客服: 您好，请问有什么可以帮助您？
[${second}] 客服: 对不起，您的电话没有声音，请您换一部电话再次打来，好吗？再见！
[${hangUp}] * hang-up agent`

describe("the silent-call protocol", () => {
  test("five seconds each: nothing against the agent", () => {
    expect(notes("silent-call", silent("00:31-00:33", "00:38-00:44", "00:49"))).toEqual([])
  })

  test("a second less is within what a transcript rounds away, two are not", () => {
    expect(notes("silent-call", silent("00:30-00:32", "00:36-00:42", "00:46"))).toEqual([])
    expect(notes("silent-call", silent("00:29-00:31", "00:36-00:42", "00:47"))).toEqual(["spoke again after 3 s, 5 s due"])
    expect(notes("silent-call", silent("00:31-00:33", "00:38-00:44", "00:46"))).toEqual(["hung up after 2 s, 5 s due"])
  })

  test("without ends of turns a wait is called short only when it surely was", () => {
    expect(notes("silent-call", silent("00:31", "00:36", "00:41"))).toEqual([])
    expect(notes("silent-call", silent("00:31", "00:33", "00:41"))).toEqual(["spoke again after 2 s, 5 s due"])
  })

  test("times that cannot be trusted measure nothing", () => {
    const transcript = { ...dialogue(silent("00:27-00:29", "00:30-00:33", "00:34"), "voice"), timingProblem: "the clock runs backwards" }
    expect(judged("silent-call", transcript).outcome).toEqual({ _tag: "Met", credit: 1 })
  })

  test("a wait the customer breaks is no wait of the agent's", () => {
    expect(notes("silent-call", `${silent("00:31-00:33", "00:38-00:44", "00:45").replace("hang-up agent", "hang-up customer")}`)).toEqual([])
  })
})

describe("what a recogniser was unsure of", () => {
  const unsure = (text: string, confidence: number): Transcript => {
    const transcript = dialogue(text, "voice")
    return { ...transcript, turns: transcript.turns.map((turn) => ({ ...turn, confidence })) }
  }
  const opening = "[00:02] 客服: 星河\n[00:05] 客户: 你好\n[00:07] 客服: 嗯"

  test("nothing is called missing of it", () => {
    expect(judged("opening-greeting", unsure(opening, 0.4)).outcome).toMatchObject({ _tag: "Unscored" })
    expect(judged("opening-greeting", unsure(opening, 0.9)).outcome).toMatchObject({ _tag: "Breached" })
  })

  test("rude words in it are shown and cost nothing", () => {
    const rude = unsure("[00:02] 客服: 喂，说话呀！您好，星河客服中心，我是王芳，请问有什么可以帮您\n[00:05] 客户: 你好", 0.4)
    const { findings, outcome } = judged("opening-greeting", rude)
    expect(outcome).toEqual({ _tag: "Met", credit: 1 })
    expect(findings).toContainEqual(expect.objectContaining({ bearing: "tentative", quote: "喂，说话呀" }))
  })
})

describe("what was only heard", () => {
  test("counts for the agent, and says so", () => {
    const { findings } = judged("speakerphone", dialogue("[00:02] 客户: [听不清]\n[00:03] 客服: 对不启您的声音太小请您拿起画筒说话好马\n[00:09] 客户: 好", "voice"))
    expect(findings).toContainEqual(expect.objectContaining({ bearing: "for", note: expect.stringMatching(/^handset \(heard, \d\d % alike\)$/), quote: "请您拿起画筒说话好马" }))
  })

  test("does not count against the agent: it is tentative, and the outcome stays", () => {
    const heard = judged("silent-call", dialogue("[00:02-00:04] 客服: 您好，请问有什么可以帮您？\n[00:09-00:11] 客服: 您好，请问有什么可以帮您？\n[00:17-00:19] 客服: 再不手话我旧挂了啊\n[00:21] * hang-up customer", "voice"))
    expect(heard.findings).toContainEqual(expect.objectContaining({ bearing: "tentative", quote: "再不手话我旧挂了啊" }))
    expect(heard.outcome).toEqual({ _tag: "Met", credit: 1 })
  })

  test("is not looked for in chats", () => {
    expect(judged("opening-greeting", dialogue("客户: 在吗\n客服: 宁好请问有什么可已帮助宁", "chat")).outcome._tag).not.toBe("Met")
  })

  test.each(["对不起！请您大声一点，好吗？", "请您大声一点儿好吗", "麻烦您大声一点儿，谢谢", "对不起请宁大声一点儿好吗"])("%s is never 大声一点儿", (polite) => {
    const { findings } = judged("speakerphone", dialogue(`[00:02] 客户: [听不清]\n[00:03] 客服: ${polite}\n[00:09] 客户: 好`, "voice"))
    expect(findings.filter(({ bearing, note }) => bearing === "tentative" || (bearing === "against" && note === null))).toEqual([])
  })
})

describe("other languages", () => {
  const call = "[00:02] Agent: Buenos días, dígame\n[00:05] Customer: Hola"

  test("phrases say nothing of a language they are not written in", () => {
    expect(judged("opening-greeting", { ...dialogue(call, "voice"), language: "es-ES" }).outcome).toMatchObject({ _tag: "NotApplicable" })
    expect(judged("opening-greeting", { ...dialogue(call, "voice"), language: "en-US" }).outcome).toMatchObject({ _tag: "Breached" })
  })

  test("a line held in Cantonese is not judged by Mandarin phrases, nor for its Cantonese", () => {
    const cantonese = dialogue("[00:02] 客服: 喂,你好呀,有咩可以幫到你?\n[00:05] 客户: 我部機壞咗\n[00:07] 客服: 我哋聽日派師傅嚟睇", "voice")
    expect(judged("opening-greeting", cantonese).outcome).toMatchObject({ _tag: "NotApplicable" })
    expect(judged("keep-to-mandarin", cantonese).outcome._tag).toBe("Breached")
    expect(judged("keep-to-mandarin", { ...cantonese, language: "yue-HK" }).outcome._tag).toBe("NotApplicable")
  })
})
