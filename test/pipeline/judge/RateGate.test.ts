import { Clock, Duration, Effect, Fiber, TestClock } from "effect"
import { describe, expect, test } from "vitest"
import { makeRateGate, type RateGate } from "../../../pipeline/judge/RateGate.ts"
import { durationMs, rateLimits } from "../../../pipeline/judge/RateLimitHeaders.ts"
import { effect, live } from "../../support/effect.ts"
import { asking } from "./AskFake.ts"
import { chatRequest } from "./ChatRequests.ts"

describe("the headers of rate limits", () => {
  test("tell durations in several ways", () => {
    const told: ReadonlyArray<readonly [string | null, number | null]> = [
      ["12ms", 12], ["6m0s", 360_000], ["1h2m3.5s", 3_723_500], ["1s", 1000], ["0.5s", 500], ["20", 20_000], ["1d", 86_400_000],
      ["0s", null], ["-1", null], ["0", null], ["", null], ["soon", null], [null, null], ["5x", null]
    ]
    for (const [text, ms] of told) expect(durationMs(text), String(text)).toBe(ms)
  })

  test("are believed only with a positive limit", () => {
    expect(rateLimits(new Headers({ "x-ratelimit-limit-requests": "500", "x-ratelimit-remaining-requests": "499", "x-ratelimit-reset-requests": "120ms" }))).toEqual({
      requests: { limit: 500, remaining: 499, resetMs: 120 },
      tokens: { limit: null, remaining: null, resetMs: null }
    })
    const azure = new Headers({ "x-ratelimit-limit-tokens": "-1", "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "0", "x-ratelimit-limit-requests": "0", "x-ratelimit-remaining-requests": "-1" })
    for (const limit of Object.values(rateLimits(azure))) expect(limit).toEqual({ limit: null, remaining: null, resetMs: null })
  })
})

const started = (gate: RateGate, count: number, tokens: number, lastMs = 0) =>
  Effect.gen(function*() {
    const at: Array<number> = []
    const attempt = Effect.zipRight(Effect.map(Clock.currentTimeMillis, (now) => at.push(now)), Effect.sleep(lastMs))
    const fiber = yield* Effect.fork(Effect.forEach(Array.from({ length: count }), () => gate.pass(tokens, attempt), { concurrency: "unbounded" }))
    yield* TestClock.adjust(Duration.hours(1))
    yield* Fiber.join(fiber)
    return at.map((time) => time - at[0]!)
  })

const requests = (limit: number, remaining: number, resetMs: number) => ({ requests: { limit, remaining, resetMs }, tokens: { limit: null, remaining: null, resetMs: null } })

describe("the gate", () => {
  effect("lets one through at a time until an answer has come, then as many as are set", () =>
    Effect.gen(function*() {
      const gate = yield* makeRateGate(3, Duration.minutes(2))
      expect(yield* started(gate, 4, 10, 100)).toEqual([0, 100, 200, 300])
      yield* gate.open
      expect(yield* started(gate, 7, 10, 100)).toEqual([0, 0, 0, 100, 100, 100, 200])
    }))

  effect("lets through what remains, and the rest as it comes back", () =>
    Effect.gen(function*() {
      const gate = yield* makeRateGate(20, Duration.minutes(2))
      yield* gate.open
      // One request comes back every second.
      yield* gate.learn(requests(60, 2, 58_000))
      const at = yield* started(gate, 6, 10)
      expect(at.slice(0, 2)).toEqual([0, 0])
      for (const [index, time] of at.slice(2).entries()) {
        expect(time).toBeGreaterThan(index * 900)
        expect(time).toBeLessThan((index + 1) * 1100)
      }
    }))

  effect("counts tokens, not only requests", () =>
    Effect.gen(function*() {
      const gate = yield* makeRateGate(20, Duration.minutes(2))
      yield* gate.open
      yield* gate.learn({ ...requests(1000, 1000, 1), tokens: { limit: 10_000, remaining: 2_000, resetMs: 60_000 } })
      const at = yield* started(gate, 3, 1_500)
      expect(at[0]).toBe(0)
      expect(at[1]).toBeGreaterThan(5_000)
      expect(at[1]).toBeLessThan(10_000)
    }))

  effect("holds everybody back when the endpoint asks for it, but never longer than there is patience", () =>
    Effect.gen(function*() {
      const gate = yield* makeRateGate(2, Duration.seconds(30))
      yield* gate.open
      const before = yield* Clock.currentTimeMillis
      yield* gate.hold(10_000)
      let at = 0
      yield* Effect.fork(gate.pass(1, Effect.map(Clock.currentTimeMillis, (now) => { at = now - before })))
      yield* TestClock.adjust(Duration.minutes(1))
      expect(at).toBe(10_000)
      yield* gate.learn(requests(100, 0, 6 * 3_600_000))
      const [first] = yield* Effect.map(Clock.currentTimeMillis, (now) => [now])
      yield* Effect.fork(gate.pass(1, Effect.map(Clock.currentTimeMillis, (now) => { at = now - first! })))
      yield* TestClock.adjust(Duration.minutes(1))
      expect(at).toBe(30_000)
    }))

  live("keeps to what an endpoint tells of its limit: hardly any of thirty requests is too many", () =>
    Effect.gen(function*() {
      // Room for four, of which one comes back every two seconds.
      const room = (now: () => number) => {
        let left = 4
        let asOf = now()
        return {
          take: () => {
            left = Math.min(4, left + (now() - asOf) / 2_000)
            asOf = now()
            if (left < 1) return "429" as const
            left -= 1
            return null
          },
          headers: () => ({ "x-ratelimit-limit-requests": "4", "x-ratelimit-remaining-requests": String(Math.floor(left)), "x-ratelimit-reset-requests": `${((4 - left) * 2).toFixed(3)}s` })
        }
      }
      let began = 0
      const { ask, fake, now } = yield* asking((now) => {
        began = now()
        const { headers, take } = room(now)
        return { fault: take, headers, delayMs: 2 }
      })
      yield* Effect.forEach(Array.from({ length: 30 }, (_, seq) => chatRequest(seq)), ask, { concurrency: 8 })
      // An answer that overtook another tells of more than there is, on a busy machine now and then.
      expect(fake.chats.length).toBeLessThanOrEqual(40)
      // Neither is time wasted: 26 of them have to wait for their two seconds.
      expect(now() - began).toBeGreaterThan(45_000)
      expect(now() - began).toBeLessThan(120_000)
    }))

  live("of the settings is the most that is ever under way", () =>
    Effect.gen(function*() {
      const { ask, fake } = yield* asking({ delayMs: 10 }, { concurrency: 3 })
      yield* Effect.forEach(Array.from({ length: 20 }, (_, seq) => chatRequest(seq)), ask, { concurrency: 20 })
      expect(fake.mostAtOnce).toBe(3)
    }))
})
