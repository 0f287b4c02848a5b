import type { Spent } from "./Budget.ts"
import type { JudgeStopped, Usage } from "./Endpoint.ts"

/**
 * What a run did about the judge. `given`, `review` and `failed` count the opinions it came to, `left` those still pending under its rubric.
 * `unfinished` is `null` when everything that was to be asked was; else why not, for people.
 */
export interface JudgeReport {
  readonly mode: "live" | "batch"
  readonly given: number
  readonly review: number
  readonly failed: number
  readonly left: number
  /** Requests handed over to be answered another night. */
  readonly submitted: number
  readonly spent: Spent
  readonly unfinished: string | null
}

/** What a stage counts as it goes. */
export interface JudgeCounts {
  given: number
  review: number
  failed: number
  /** Requests that never got through; they are asked again by the next run. */
  unreachable: number
  submitted: number
  /** Replies of batches, and what they used. */
  collected: number
  usage: Usage
  stopped: JudgeStopped | null
}

export const noJudgeCounts = (): JudgeCounts => ({ given: 0, review: 0, failed: 0, unreachable: 0, submitted: 0, collected: 0, usage: { prompt: 0, completion: 0, cached: 0 }, stopped: null })

/** What was used so far, for people: `12 requests · 34,567 tokens · 0.0123 USD`. */
export const spentWords = ({ currency, money, requests, usage }: Spent): string =>
  [
    `${requests.toLocaleString("en")} ${requests === 1 ? "request" : "requests"}`,
    `${(usage.prompt + usage.completion).toLocaleString("en")} tokens`,
    ...(money === null ? [] : [`${money.toFixed(4)}${currency === null ? "" : ` ${currency}`}`])
  ].join(" · ")
