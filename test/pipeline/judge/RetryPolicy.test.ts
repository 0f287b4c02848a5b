import { Clock, Duration, Effect, Fiber, Random, TestClock } from "effect"
import { describe, expect, test } from "vitest"
import { retryAfter } from "../../../pipeline/judge/RetryAfter.ts"
import { retryPolicy } from "../../../pipeline/judge/RetryPolicy.ts"
import { Fatal, Transient } from "../../../pipeline/judge/TransportFault.ts"
import { effect } from "../../support/effect.ts"

const fault = (waitMs: number | null = null) => new Transient({ detail: "429", waitMs, limited: true, answered: true, paid: false })

interface Case {
  readonly patience: Duration.Duration
  readonly seed: string
  /** How it fails, one after the other, the last for ever. */
  readonly faults: ReadonlyArray<Error>
}

/** When each try was made, in virtual milliseconds, case by case. */
const triesAt = (cases: ReadonlyArray<Case>) =>
  Effect.gen(function*() {
    const fiber = yield* Effect.fork(Effect.forEach(cases, ({ faults, patience, seed }) => {
      const at: Array<number> = []
      const failing = Effect.flatMap(Clock.currentTimeMillis, (now) => Effect.fail(faults[Math.min(at.push(now), faults.length) - 1]!))
      return Effect.retry(failing, retryPolicy(patience)).pipe(Effect.exit, Effect.withRandom(Random.make(seed)), Effect.as(at))
    }, { concurrency: "unbounded" }))
    yield* TestClock.adjust(Duration.hours(2))
    return yield* Fiber.join(fiber)
  })

const seeds = Array.from({ length: 8 }, (_, seed) => `seed ${seed}`)
const patience = Duration.minutes(10)

const waits = (at: ReadonlyArray<number>) => at.slice(1).map((time, index) => time - at[index]!)

describe("tries", () => {
  effect("are six, with waits that double within a quarter up or down", () =>
    Effect.gen(function*() {
      const all = (yield* triesAt(seeds.map((seed) => ({ patience, seed, faults: [fault()] })))).map(waits)
      expect(all).toHaveLength(seeds.length)
      for (const one of all) {
        expect(one).toHaveLength(5)
        one.forEach((wait, index) => {
          expect(wait).toBeGreaterThanOrEqual(500 * 2 ** index * 0.75)
          expect(wait).toBeLessThanOrEqual(500 * 2 ** index * 1.25 + 1)
        })
      }
      const first = all.map(([wait]) => wait!)
      expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(50)
    }))

  effect("never come before the endpoint's own time, nor much after it", () =>
    Effect.gen(function*() {
      const cases = [1, 400, 2_000, 30_000].flatMap((asked) => seeds.map((seed) => ({ asked, patience, seed, faults: [fault(asked)] })))
      const all = yield* triesAt(cases)
      for (const [index, { asked }] of cases.entries()) {
        const [first] = waits(all[index]!)
        expect(first).toBeGreaterThanOrEqual(asked)
        expect(first).toBeLessThanOrEqual(Math.max(asked, 500) * 1.25 + 1)
      }
    }))

  effect("end when the endpoint asks for more than there is patience", () =>
    Effect.gen(function*() {
      const all = yield* triesAt([120_001, 120_000, 50_000].map((asked) => ({ patience: Duration.seconds(120), seed: "a", faults: [fault(asked)] })))
      expect(all.map(({ length }) => length)).toEqual([1, 2, 3])
    }))

  effect("end at once for what no other try can change", () =>
    Effect.gen(function*() {
      const [at] = yield* triesAt([{ patience, seed: "a", faults: [fault(), new Fatal({ reason: "quota", detail: "" })] }])
      expect(at).toHaveLength(2)
    }))
})

describe("what the endpoint asks to wait", () => {
  const now = Date.parse("2026-03-02T01:00:00Z")
  const asked = (headers: Readonly<Record<string, string>>) => retryAfter(new Headers(headers), now)

  test("is milliseconds, seconds, or a date", () => {
    expect(asked({ "retry-after-ms": "1500", "retry-after": "60" })).toBe(1500)
    expect(asked({ "retry-after": "2" })).toBe(2000)
    expect(asked({ "retry-after": "0.25" })).toBe(250)
    expect(asked({ "retry-after": "Mon, 02 Mar 2026 01:00:07 GMT" })).toBe(7000)
    expect(asked({ "retry-after": "Mon, 02 Mar 2026 00:59:00 GMT" })).toBe(0)
  })

  test("is nothing where the header is missing or makes no sense", () => {
    for (const headers of [{}, { "retry-after": "soon" }, { "retry-after": "" }, { "retry-after": "1.2.3" }, { "retry-after-ms": "-5" }]) expect(asked(headers), JSON.stringify(headers)).toBeNull()
  })
})
