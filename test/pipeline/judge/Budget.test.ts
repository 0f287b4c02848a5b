import { Cause, Effect, Exit } from "effect"
import { describe, expect, test } from "vitest"
import { cost, readBudget, readPrices } from "../../../pipeline/judge/BudgetCap.ts"
import type { JudgeStopped, Reply } from "../../../pipeline/judge/Endpoint.ts"
import { promptTokensAtMost } from "../../../pipeline/judge/PromptTokens.ts"
import { live } from "../../support/effect.ts"
import { asking } from "./AskFake.ts"
import { chatRequest } from "./ChatRequests.ts"

const reason = (exit: Exit.Exit<Reply, JudgeStopped>) => Exit.match(exit, { onSuccess: ({ _tag }) => _tag, onFailure: (cause) => (Cause.squash(cause) as JudgeStopped).reason })

describe("the cap of a run", () => {
  /** Tokens of one exchange that never vary, vary a little, or vary a lot. */
  const usages: Readonly<Record<string, (nth: number) => { readonly prompt: number; readonly completion: number }>> = {
    "the same each time": () => ({ prompt: 80, completion: 20 }),
    "a little different": (nth) => ({ prompt: 70 + (nth * 7) % 20, completion: 10 + (nth * 13) % 30 }),
    "very different": (nth) => ({ prompt: 90, completion: nth % 10 === 0 ? 390 : 10 })
  }
  for (const [what, usage] of Object.entries(usages)) {
    for (const concurrency of [1, 8]) {
      live(`in tokens is kept to one request when they are ${what}, ${concurrency} at a time`, () =>
        Effect.gen(function*() {
          const most = 2_500
          const { fake, outcome, spent } = yield* asking({ usage: (_, nth) => usage(nth) }, { cap: { unit: "tokens", most, prices: null }, concurrency })
          const ends = yield* Effect.forEach(Array.from({ length: 45 }, (_, seq) => chatRequest(seq)), outcome, { concurrency })
          const used = Array.from({ length: fake.chats.length }, (_, index) => usage(index + 1)).map(({ completion, prompt }) => prompt + completion)
          const total = used.reduce((sum, one) => sum + one, 0)
          const dearest = Math.max(...used)
          const { usage: { completion, prompt } } = yield* spent
          expect(prompt + completion).toBe(total)
          expect(total).toBeLessThanOrEqual(most + dearest)
          expect(total).toBeGreaterThan(most - dearest)
          expect(ends.map(reason)).toEqual([...fake.chats.map(() => "Answered"), ...ends.slice(fake.chats.length).map(() => "budget")])
          expect(ends.length).toBeGreaterThan(fake.chats.length)
        }))
    }
  }

  live("of exactly ten requests lets ten through, one more or less", () =>
    Effect.gen(function*() {
      const { fake, outcome } = yield* asking({ usage: () => ({ prompt: 80, completion: 20 }) }, { cap: { unit: "tokens", most: 1_000, prices: null } })
      yield* Effect.forEach(Array.from({ length: 30 }, (_, seq) => chatRequest(seq)), outcome, { concurrency: 8 })
      expect(fake.chats).toHaveLength(10)
    }))

  live("in money counts cached tokens at their price, and says what was spent", () =>
    Effect.gen(function*() {
      const prices = { prompt: 1, cached: 0.5, completion: 4 }
      const { ask, fake, outcome, spent } = yield* asking({ usage: () => ({ prompt: 1_000, cached: 500, completion: 100 }) }, { cap: { unit: "money", most: 0.0116, currency: "CNY", prices }, concurrency: 1 })
      yield* Effect.forEach(Array.from({ length: 20 }, (_, seq) => chatRequest(seq)), outcome)
      // 0.00115 each.
      expect(fake.chats).toHaveLength(10)
      const { currency, money, requests } = yield* spent
      expect([requests, currency]).toEqual([10, "CNY"])
      expect(money).toBeCloseTo(0.0115, 8)
      expect((yield* Effect.flip(ask())).message).toBe("The judge's budget is spent: 0.0115 of 0.0116 CNY, 10 requests. Raise TRANSCRIPT_QA_JUDGE_BUDGET to judge more.")
    }))

  live("does not charge what failed without an answer", () =>
    Effect.gen(function*() {
      const { fake, outcome, spent } = yield* asking({ usage: () => ({ prompt: 80, completion: 20 }) }, { cap: { unit: "tokens", most: 1_000, prices: null } })
      fake.faults.push("429", "500", "400", "reset")
      expect(reason(yield* outcome())).toBe("Rejected")
      expect(reason(yield* outcome())).toBe("Answered")
      expect((yield* spent).usage).toEqual({ prompt: 80, completion: 20, cached: 0 })
    }))

  live("that has no room for the first request sends none", () =>
    Effect.gen(function*() {
      const { fake, outcome } = yield* asking({}, { cap: { unit: "tokens", most: 100, prices: null } })
      expect(reason(yield* outcome())).toBe("budget")
      expect(fake.received).toHaveLength(0)
    }))
})

describe("the setting of the budget", () => {
  const prices = { prompt: 1, cached: 0.5, completion: 2 }

  test("is tokens, money, or none", () => {
    expect(readBudget("2000000", null)).toEqual({ unit: "tokens", most: 2_000_000, prices: null })
    expect(readBudget(" 2_000_000 tokens ", prices)).toEqual({ unit: "tokens", most: 2_000_000, prices })
    expect(readBudget("5.50 usd", prices)).toEqual({ unit: "money", most: 5.5, currency: "USD", prices })
    expect(readBudget("none", null)).toMatchObject({ most: Number.POSITIVE_INFINITY })
  })

  test("that cannot be read says what to write", () => {
    expect(readBudget("lots", null)).toMatch(/“lots” is no budget; write tokens/)
    expect(readBudget("-5", null)).toMatch(/no budget/)
    expect(readBudget("5 dollars", prices)).toMatch(/“dollars” is neither tokens nor a currency/)
    expect(readBudget("5 USD", null)).toMatch(/TRANSCRIPT_QA_JUDGE_PRICES/)
  })

  test("of prices takes cached tokens as others unless told", () => {
    expect(readPrices("prompt=0.4, completion=1.6")).toEqual({ prompt: 0.4, cached: 0.4, completion: 1.6 })
    expect(readPrices("completion=1.6,cached=0.1,prompt=0.4")).toEqual({ prompt: 0.4, cached: 0.1, completion: 1.6 })
    expect(readPrices("prompt=0.4")).toMatch(/completion tokens is missing/)
    expect(readPrices("prompt=cheap, completion=1")).toMatch(/“prompt=cheap” is no price/)
  })

  test("counts in its own unit", () => {
    const usage = { prompt: 1_000_000, cached: 400_000, completion: 100_000 }
    expect(cost({ unit: "tokens", most: 1, prices: null }, usage)).toBe(1_100_000)
    expect(cost({ unit: "money", most: 1, currency: "USD", prices }, usage)).toBeCloseTo(0.6 + 0.2 + 0.2, 10)
  })
})

test("a prompt is taken for more tokens than it can have, in both scripts", () => {
  const request = (content: string) => ({ ...chatRequest(), messages: [{ role: "user" as const, content }] })
  // 1.2 Chinese characters or 4 Latin letters to a token.
  expect(promptTokensAtMost(request("您".repeat(1200)))).toBeGreaterThan(1000)
  expect(promptTokensAtMost(request("hello there ".repeat(100)))).toBeGreaterThan(300)
  expect(promptTokensAtMost(request("您".repeat(1200)))).toBeLessThan(2100)
})
