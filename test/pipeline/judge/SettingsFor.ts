import { Duration, Redacted } from "effect"
import type { JudgeSettings } from "../../../pipeline/judge/JudgeSettings.ts"

/** Settings for an endpoint, with nothing that limits. */
export const settingsFor = (baseUrl: string, changes: Partial<JudgeSettings> = {}): JudgeSettings => ({
  baseUrl,
  key: Redacted.make("sk-secret"),
  model: "honest",
  cap: { unit: "tokens", most: Number.POSITIVE_INFINITY, prices: null },
  concurrency: 8,
  timeout: Duration.seconds(60),
  patience: Duration.seconds(120),
  ...changes
})
