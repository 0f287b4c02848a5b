import { globSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { readings } from "../../../pipeline/Readings.ts"
import { exampleParts, failingExamples } from "../../../scorers/RuleExamples.ts"
import { timeRule, timeRuleNames, timeRules } from "./TimeRules.ts"

const compiled = timeRules()

describe.each(timeRuleNames)("%s", (name) => {
  const { examples, id, ...rule } = timeRule(name)

  test("gives every example its outcome", () => {
    expect(failingExamples(compiled, timeRule(name))).toEqual([])
    expect(id).toBe(`response-time/${name}`)
    expect([rule.title, rule.why, rule.instead].every(({ en, zh }) => en !== "" && /\p{Script=Han}/u.test(zh))).toBe(true)
  })

  test("shows at least six breaches and twelve that are none, in both scripts and in English", () => {
    const faulty = examples.filter((example) => example.breach !== undefined || example.partly !== undefined)
    const others = examples.filter((example) => !faulty.includes(example))
    expect(faulty.length).toBeGreaterThanOrEqual(6)
    expect(others.length).toBeGreaterThanOrEqual(12)
    for (const group of [faulty, others]) {
      const texts = group.map((example) => exampleParts(example).text)
      expect(texts.some((text) => /客戶|請/.test(text))).toBe(true)
      expect(texts.some((text) => /客户|请/.test(text))).toBe(true)
      expect(texts.some((text) => !/\p{Script=Han}/u.test(text))).toBe(true)
    }
  })
})

test("in the samples, the good agents are blamed for nothing but the chat that was slow, and the faulty contacts for what they show", async () => {
  const samples = join(import.meta.dirname, "../../../samples")
  const blamed: Array<string> = []
  const seen: Record<string, string> = {}
  for (const path of globSync(join(samples, "{*.{csv,jsonl,json},dialogue/*.txt}")).sort()) {
    for await (const reading of readings({ file: path, path }, { source: "samples", timeZone: "Asia/Shanghai", channel: null, columns: new Map() })) {
      if (reading._tag !== "Transcript") throw new Error(reading.setAside.reason)
      for (const { agent, findings, outcome, rule } of compiled.judge(reading.transcript).scores) {
        const id = `${reading.transcript.id} ${rule.slice("response-time/".length)}`
        seen[id] = outcome._tag
        if (outcome._tag === "Breached" || outcome._tag === "Partly") {
          expect(findings.some(({ bearing }) => bearing === "against"), id).toBe(true)
          if (["A01", "A05", "A07"].includes(agent ?? "")) blamed.push(id)
        }
        for (const finding of findings) if (finding._tag === "Said") expect(reading.transcript.turns[finding.turn]!.text.slice(finding.start, finding.end), id).toBe(finding.quote)
      }
    }
  }
  expect(blamed).toEqual(["slow-once-tw first-response", "slow-once-tw reply-time"])
  expect(seen).toMatchObject({
    "fifth-ring-zh answer-within-three-rings": "Breached",
    "first-ring-zh answer-within-three-rings": "Met",
    "dead-air-zh dead-air": "Breached",
    "speakerphone-zh dead-air": "Met",
    "hold-courteous-zh hold-courtesy": "Met",
    "empathy-met-tw hold-courtesy": "Met",
    "hold-unannounced-zh hold-courtesy": "Breached",
    "hold-unannounced-zh dead-air": "Met",
    "hold-unannounced-en hold-courtesy": "Breached",
    "talks-over-customer-zh no-interruption": "Breached",
    "interruption-en no-interruption": "Breached",
    "backchannel-is-fine-zh no-interruption": "Met",
    "transfer-explained-zh dead-air": "Met",
    "ticket-over-days-zh reply-time": "Met",
    "ticket-over-days-zh first-response": "Met",
    "promise-with-time-tw reply-time": "Met",
    "chat-queue-then-quick-zh first-response": "Met",
    "chat-slow-first-reply-zh first-response": "Breached",
    "chat-please-wait-zh reply-time": "Partly",
    "chat-slow-middle-zh reply-time": "Partly",
    "chat-quick-zh reply-time": "Met",
    "no-times-zh reply-time": "Unscored"
  })
})
