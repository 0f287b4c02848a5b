import { beforeAll, describe, expect, test } from "vitest"
import type { Score } from "../../schemas/Score.ts"
import type { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import { backgroundTurns } from "./BackgroundTurns.ts"
import { RecogniserNoise, seeded } from "./RecogniserNoise.ts"
import { callWith, type StandardPhrase, standardPhrases } from "./StandardPhrases.ts"
import { dialogue } from "./transcripts.ts"
import { bundledRules } from "../support/bundledRules.ts"

let rubric: CompiledRubric
beforeAll(() => {
  rubric = bundledRules().compiled
})

const own = (scores: ReadonlyArray<Score>) => scores.filter(({ rule }) => rule.startsWith("standard-phrases/"))
const accused = (scores: ReadonlyArray<Score>) =>
  own(scores).flatMap(({ findings, rule }) => findings.flatMap((finding) => (finding._tag === "Said" && finding.bearing === "against" && finding.note === null ? [`${rule}: ${finding.quote}`] : [])))

/** Of every phrase the share of its due parts that were found in `each` variants, and whatever forbidden was found. */
const listen = (rate: number, each: number) => {
  const noise = new RecogniserNoise(20_261 + rate * 100)
  const random = seeded(7)
  const recall = new Map<StandardPhrase, number>()
  const forbidden: Array<string> = []
  for (const phrase of standardPhrases) {
    let found = 0
    for (let i = 0; i < each; i++) {
      const { scores } = rubric.judge(dialogue(callWith(phrase, random, (said) => noise.garble(said, rate)), "voice"))
      forbidden.push(...accused(scores))
      const score = scores.find(({ rule }) => rule === `standard-phrases/${phrase.rule}`)!
      const names = new Set(score.findings.flatMap((finding) => (finding._tag === "Said" && finding.bearing === "for" ? [finding.note?.replace(/ \(.*/, "")] : [])))
      found += phrase.parts.filter((part) => names.has(part)).length
    }
    if (phrase.parts.length > 0) recall.set(phrase, found / (each * phrase.parts.length))
  }
  return { forbidden, recall: [...recall].map(([{ rule }, share]) => ({ rule, share })) }
}

describe("standard phrases as a recogniser writes them down", () => {
  test.each([
    [0, 1],
    [0.05, 0.98],
    [0.1, 0.97],
    [0.2, 0.9]
  ])("at %f character errors %f of the parts of every phrase are found, and none of 50 polite variants of each is called rude", (rate, least) => {
    const heard = listen(rate, 50)
    expect(heard.forbidden).toEqual([])
    expect(heard.recall.filter(({ share }) => share < least)).toEqual([])
  })
})

describe("turns about other things", () => {
  const situations = ["speakerphone", "customer-too-quiet", "noisy-line", "dialect-not-understood", "agent-too-quiet", "silent-call", "keep-to-mandarin"]

  test.each([0, 0.1])("are no situation and nothing rude, at %f character errors", (rate) => {
    const turns = backgroundTurns()
    expect(turns.length).toBeGreaterThanOrEqual(600)
    const noise = new RecogniserNoise(5)
    const hits = turns.flatMap((turn) => {
      const call = `[00:02] 客服: 您好，欢迎致电星河客户服务热线，客服代表王芳很高兴为您服务，请问有什么可以帮助您\n[00:10] 客户: 我想问一下\n[00:12] 客服: ${noise.garble(turn, rate)}\n[00:20] 客户: 好的`
      const { scores } = rubric.judge(dialogue(call, "voice"))
      const arisen = own(scores).filter(({ outcome, rule }) => situations.includes(rule.slice("standard-phrases/".length)) && outcome._tag !== "NotApplicable")
      const tentative = own(scores).flatMap(({ findings }) => findings.filter(({ bearing }) => bearing === "tentative"))
      return [...accused(scores), ...arisen.map(({ rule }) => `${rule}: ${turn}`), ...tentative.map(() => `tentative: ${turn}`)]
    })
    expect(hits).toEqual([])
  })
})
