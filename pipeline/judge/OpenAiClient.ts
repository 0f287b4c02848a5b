import { Duration, Effect, Redacted } from "effect"
import type { OpenAI } from "openai"
import type { JudgeSettings } from "./JudgeSettings.ts"

/**
 * A client of the openai package that never tries again by itself, never logs, and takes nothing from the environment that the
 * settings do not name. The package is loaded here and not before: it takes a tenth of a second.
 */
export const openAiClient = Effect.fn("openAiClient")(function*({ baseUrl, key, timeout }: Pick<JudgeSettings, "baseUrl" | "key" | "timeout">) {
  const { OpenAI } = yield* Effect.promise(() => import("openai"))
  const secret = key === null ? null : Redacted.value(key)
  const client: OpenAI = new OpenAI({
    baseURL: baseUrl,
    // The package does not start without one.
    apiKey: secret ?? "none",
    adminAPIKey: null,
    maxRetries: 0,
    // Ours comes first; this one is for the case that it does not.
    timeout: Duration.toMillis(timeout) * 2,
    logLevel: "off",
    defaultHeaders: secret === null ? { Authorization: null } : {}
  })
  return client
})
