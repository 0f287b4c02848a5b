import { ConfigProvider, Duration, Effect, Redacted } from "effect"
import { describe, expect } from "vitest"
import { errorMessage } from "../../../pipeline/ErrorMessage.ts"
import { judgeSettings } from "../../../pipeline/judge/JudgeSettings.ts"
import { live } from "../../support/effect.ts"

const read = (environment: Readonly<Record<string, string>>) =>
  judgeSettings.pipe(Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(environment)))))

const told = (environment: Readonly<Record<string, string>>) =>
  read(environment).pipe(Effect.sandbox, Effect.flip, Effect.map(errorMessage))

describe("the judge's settings", () => {
  live("are few where a local server is asked", () =>
    Effect.gen(function*() {
      expect(yield* read({ OPENAI_BASE_URL: "http://127.0.0.1:11434/v1/", TRANSCRIPT_QA_JUDGE_MODEL: "qwen3" })).toEqual({
        baseUrl: "http://127.0.0.1:11434/v1",
        key: null,
        model: "qwen3",
        cap: { unit: "tokens", most: 2_000_000, prices: null },
        concurrency: 8,
        timeout: Duration.seconds(60),
        patience: Duration.seconds(120)
      })
    }))

  live("can all be said", () =>
    Effect.gen(function*() {
      const settings = yield* read({
        OPENAI_BASE_URL: "https://shop.openai.azure.com/openai/v1",
        OPENAI_API_KEY: "sk-secret",
        TRANSCRIPT_QA_JUDGE_MODEL: "gpt",
        TRANSCRIPT_QA_JUDGE_BUDGET: "30 CNY",
        TRANSCRIPT_QA_JUDGE_PRICES: "prompt=2.9, cached=0.7, completion=11.5",
        TRANSCRIPT_QA_JUDGE_CONCURRENCY: "2",
        TRANSCRIPT_QA_JUDGE_TIMEOUT: "5",
        TRANSCRIPT_QA_JUDGE_PATIENCE: "0.5"
      })
      expect(Redacted.value(settings.key!)).toBe("sk-secret")
      expect(JSON.stringify(settings)).not.toContain("sk-secret")
      expect(settings).toMatchObject({
        cap: { unit: "money", most: 30, currency: "CNY", prices: { prompt: 2.9, cached: 0.7, completion: 11.5 } },
        concurrency: 2,
        timeout: Duration.seconds(5),
        patience: Duration.millis(500)
      })
    }))

  live("that are wrong or missing are told by name, with what to write, and without the key", () =>
    Effect.gen(function*() {
      const local = { OPENAI_BASE_URL: "http://127.0.0.1:1/v1", OPENAI_API_KEY: "sk-secret", TRANSCRIPT_QA_JUDGE_MODEL: "m" }
      const wrong: ReadonlyArray<readonly [Readonly<Record<string, string>>, RegExp]> = [
        [{ TRANSCRIPT_QA_JUDGE_MODEL: "m" }, /OPENAI_API_KEY: OpenAI answers nobody without a key/],
        [{ TRANSCRIPT_QA_JUDGE_MODEL: "m", OPENAI_API_KEY: " " }, /OPENAI_API_KEY/],
        [{ ...local, TRANSCRIPT_QA_JUDGE_MODEL: "" }, /TRANSCRIPT_QA_JUDGE_MODEL: no model is named/],
        [{ ...local, OPENAI_BASE_URL: "localhost:8000" }, /OPENAI_BASE_URL: “localhost:8000” is no address/],
        [{ ...local, OPENAI_BASE_URL: "https://me:sk-secret@host/v1" }, /OPENAI_BASE_URL: a key does not belong/],
        [{ ...local, TRANSCRIPT_QA_JUDGE_BUDGET: "5 USD" }, /TRANSCRIPT_QA_JUDGE_BUDGET: .*TRANSCRIPT_QA_JUDGE_PRICES/],
        [{ ...local, TRANSCRIPT_QA_JUDGE_PRICES: "cheap" }, /TRANSCRIPT_QA_JUDGE_PRICES: “cheap” is no price/],
        [{ ...local, TRANSCRIPT_QA_JUDGE_CONCURRENCY: "0" }, /TRANSCRIPT_QA_JUDGE_CONCURRENCY: 0 is not a number above 0/],
        [{ ...local, TRANSCRIPT_QA_JUDGE_TIMEOUT: "soon" }, /TRANSCRIPT_QA_JUDGE_TIMEOUT/]
      ]
      for (const [environment, expected] of wrong) {
        const message = yield* told(environment)
        expect(message).toMatch(expected)
        expect(message).not.toContain("sk-secret")
      }
    }))
})
