import { Cause, Duration, Effect, Exit } from "effect"
import { describe, expect, vi } from "vitest"
import type { Fault } from "../../fake-openai/Fault.ts"
import type { JudgeStopped, Reply } from "../../../pipeline/judge/Endpoint.ts"
import { live } from "../../support/effect.ts"
import { asking } from "./AskFake.ts"
import { chatRequest } from "./ChatRequests.ts"

const ended = (exit: Exit.Exit<Reply, JudgeStopped>): string =>
  Exit.match(exit, { onSuccess: ({ _tag }) => _tag, onFailure: (cause) => `JudgeStopped: ${(Cause.squash(cause) as JudgeStopped).reason}` })

const times = (count: number, fault: Fault): ReadonlyArray<Fault> => Array.from({ length: count }, () => fault)

describe("a request", () => {
  live("is answered, with the model that answered and the tokens it took", () =>
    Effect.gen(function*() {
      const { ask, fake, spent } = yield* asking({ usage: () => ({ prompt: 120, completion: 30, cached: 100 }) })
      const reply = yield* ask()
      expect(reply).toMatchObject({ _tag: "Answered", model: "honest-fake", usage: { prompt: 120, completion: 30, cached: 100 } })
      expect(JSON.parse((reply as { readonly text: string }).text)).toMatchObject({ answers: [{ question: "empathy/acknowledge", label: "met", evidence: [{ turn: 1, quote: "理解您着急的心情，我马上查。" }] }] })
      expect(fake.chats).toEqual([chatRequest()])
      expect(fake.received[0]!.headers.authorization).toBe("Bearer sk-secret")
      expect(yield* spent).toEqual({ requests: 1, usage: { prompt: 120, completion: 30, cached: 100 }, money: null, currency: null })
    }))

  live("carries no key where none is set, whatever the environment holds", () =>
    Effect.gen(function*() {
      const { ask, fake } = yield* asking({}, { key: null })
      yield* ask()
      expect(fake.received[0]!.headers.authorization).toBeUndefined()
    }))
})

/** What goes wrong, how the request ends, and how many HTTP requests that takes. */
const matrix: ReadonlyArray<readonly [what: string, faults: ReadonlyArray<Fault>, end: string, requests: number]> = [
  ["a refusal", ["refusal"], "Refused", 1],
  ["an answer cut off at its limit", ["truncated"], "Truncated", 1],
  ["an answer stopped by the filter", ["filtered"], "Filtered", 1],
  ["a prompt stopped by the filter", ["filtered-400"], "Filtered", 1],
  ["a prompt flagged by moderation", ["flagged-403"], "Filtered", 1],
  ["a prompt longer than the model reads", ["too-long"], "Rejected", 1],
  ["an answer without text", ["empty"], "Rejected", 1],
  ["a label that was not offered", ["invalid-label"], "Answered", 1],
  ["an answer that is no JSON", ["not-json-content"], "Answered", 1],
  ["no count of tokens", ["no-usage"], "Answered", 1],
  ["an empty count of tokens", ["empty-usage"], "Answered", 1],
  ["400", ["400"], "Rejected", 1],
  ["413", ["413"], "Rejected", 1],
  ["401", ["401"], "JudgeStopped: key", 1],
  ["403", ["403"], "JudgeStopped: key", 1],
  ["404 for the model", ["404"], "JudgeStopped: model", 1],
  ["no quota", ["quota"], "JudgeStopped: quota", 1],
  ["408 once", ["408"], "Answered", 2],
  ["409 once", ["409"], "Answered", 2],
  ["429 twice", ["429", "429"], "Answered", 3],
  ["429 with 2 s", ["429-after-2s"], "Answered", 2],
  ["429 with 90 s", ["429-after-90s"], "Answered", 2],
  ["429 with 90 s twice, which is longer than anybody waits", ["429-after-90s", "429-after-90s"], "Unreachable", 2],
  ["429 with a date", ["429-date"], "Answered", 2],
  ["429 with milliseconds", ["429-after-ms"], "Answered", 2],
  ["500 five times", times(5, "500"), "Answered", 6],
  ["500 for ever", times(9, "500"), "Unreachable", 6],
  ["503 once", ["503"], "Answered", 2],
  ["a body that is no JSON", ["not-json"], "Answered", 2],
  ["a body that is no JSON for ever", times(9, "not-json"), "Unreachable", 6],
  ["a web page", times(9, "html"), "Unreachable", 6],
  ["JSON that is no completion", ["other-json"], "Answered", 2],
  ["a body cut off", ["half-body"], "Answered", 2],
  ["a reset connection", ["reset"], "Answered", 2],
  ["a reset connection for ever", times(9, "reset"), "JudgeStopped: down", 6],
  ["no schemas there", ["no-schema"], "Answered", 2],
  ["no temperature there", ["no-temperature"], "Answered", 2],
  ["an older name for the limit", ["old-limit"], "Answered", 2]
]

describe("whatever goes wrong, a request ends in a reply or the judge's end", () => {
  for (const [what, faults, end, requests] of matrix) {
    live(`${what}: ${end} after ${requests}`, () =>
      Effect.gen(function*() {
        const { fake, outcome } = yield* asking()
        fake.faults.push(...faults)
        expect(ended(yield* outcome())).toBe(end)
        expect(fake.chats).toHaveLength(requests)
        for (const { store, user, safety_identifier } of fake.chats) expect({ store, user, safety_identifier }).toEqual({ store: false })
      }))
  }

  live("silence: given up, connection closed, tried again, and taken as spent", () =>
    Effect.gen(function*() {
      const { fake, outcome, spent } = yield* asking({}, { timeout: Duration.millis(80) })
      fake.faults.push("hang")
      expect(ended(yield* outcome())).toBe("Answered")
      expect(fake.chats).toHaveLength(2)
      const { usage } = yield* spent
      expect(usage.completion).toBeGreaterThanOrEqual(400)
    }))

  live("nobody there: the judge's end", () =>
    Effect.gen(function*() {
      const { fake, outcome, waits } = yield* asking()
      yield* Effect.promise(fake.close)
      expect(ended(yield* outcome())).toBe("JudgeStopped: down")
      expect(waits).toHaveLength(5)
      expect(ended(yield* outcome())).toBe("JudgeStopped: down")
      expect(waits).toHaveLength(5)
    }))
})

live("tokens that are not counted are taken as usual", () =>
  Effect.gen(function*() {
    const { ask, fake } = yield* asking({ usage: () => ({ prompt: 100, completion: 20 }) })
    yield* ask()
    fake.faults.push("no-usage")
    expect((yield* ask()).usage).toEqual({ prompt: 100, completion: 20, cached: 0 })
  }))

live("what is said and asked stays out of every log, whatever the package is told to log", () =>
  Effect.gen(function*() {
    vi.stubEnv("OPENAI_LOG", "debug")
    const written: Array<string> = []
    for (const method of ["debug", "info", "log", "warn", "error"] as const) vi.spyOn(console, method).mockImplementation((...words) => void written.push(words.join(" ")))
    const { fake, outcome } = yield* asking()
    fake.faults.push("500", "400", "refusal")
    for (let nth = 0; nth < 3; nth++) yield* outcome()
    expect(written).toEqual([])
  }).pipe(Effect.ensuring(Effect.sync(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  }))))

describe("waiting", () => {
  const waited = (...faults: ReadonlyArray<Fault>) =>
    Effect.gen(function*() {
      const { fake, outcome, waits } = yield* asking()
      fake.faults.push(...faults)
      yield* outcome()
      return waits
    })

  const header: ReadonlyArray<readonly [Fault, number, number]> = [["429-after-2s", 2_000, 2_500], ["429-after-90s", 90_000, 112_500], ["429-after-ms", 1_500, 1_875], ["429-date", 6_000, 8_750]]
  for (const [fault, least, most] of header) {
    live(`for ${fault} is never shorter than the header asks`, () =>
      Effect.gen(function*() {
        const [first] = yield* waited(fault)
        expect(first).toBeGreaterThanOrEqual(least)
        expect(first).toBeLessThanOrEqual(most)
      }))
  }

  live("doubles where the endpoint asks for nothing", () =>
    Effect.gen(function*() {
      const waits = yield* waited(...times(9, "500"))
      expect(waits).toHaveLength(5)
      waits.forEach((wait, index) => {
        expect(wait).toBeGreaterThanOrEqual(500 * 2 ** index * 0.75)
        expect(wait).toBeLessThanOrEqual(500 * 2 ** index * 1.25 + 1)
      })
    }))
})

describe("an end of the judge", () => {
  for (const fault of ["401", "quota", "404"] as const) {
    live(`by ${fault} costs one request, however many are asked at once`, () =>
      Effect.gen(function*() {
        const { fake, outcome } = yield* asking({ fault: () => fault, delayMs: 5 })
        const ends = yield* Effect.forEach(Array.from({ length: 20 }, (_, seq) => chatRequest(seq)), outcome, { concurrency: 10 })
        expect(new Set(ends.map(ended)).size).toBe(1)
        expect(ends.every(Exit.isFailure)).toBe(true)
        expect(fake.chats).toHaveLength(1)
      }))
  }

  live("names no key", () =>
    Effect.gen(function*() {
      const { fake, ask } = yield* asking()
      fake.faults.push("401")
      const error = yield* Effect.flip(ask())
      expect(error.message).toMatch(/^The judge's endpoint 127\.0\.0\.1:\d+ refuses the key \(401\)/)
      expect(JSON.stringify(error)).not.toMatch(/sk-/)
    }))

  live("by three requests in a row without an answer; a single one is lost alone", () =>
    Effect.gen(function*() {
      const { fake, outcome } = yield* asking()
      expect(ended(yield* outcome())).toBe("Answered")
      fake.faults.push(...times(6, "500"))
      expect(ended(yield* outcome())).toBe("Unreachable")
      expect(ended(yield* outcome())).toBe("Answered")
      fake.faults.push(...times(18, "reset"))
      expect([ended(yield* outcome()), ended(yield* outcome()), ended(yield* outcome())]).toEqual(["Unreachable", "Unreachable", "JudgeStopped: down"])
    }))
})

describe("a server without schemas", () => {
  live("is asked without one, from then on", () =>
    Effect.gen(function*() {
      const { ask, fake } = yield* asking({ fault: () => "no-schema" })
      const reply = yield* ask()
      yield* ask(chatRequest(1))
      expect(fake.chats.map((chat) => chat.response_format !== undefined)).toEqual([true, false, false])
      expect(fake.chats[1]!.messages).toEqual(chatRequest().messages)
      expect(JSON.parse((reply as { readonly text: string }).text)).toMatchObject({ answers: [{ question: "empathy/acknowledge", label: "met" }] })
    }))
})
