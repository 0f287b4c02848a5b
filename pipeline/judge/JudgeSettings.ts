import { Config, ConfigError, Duration, Either, Option, Redacted } from "effect"
import { type BudgetCap, readBudget, readPrices } from "./BudgetCap.ts"

/** How the judge's endpoint is reached and what it may cost; see `judgeSettings` for the names of the settings. */
export interface JudgeSettings {
  /** Ends in the version part, such as `https://api.openai.com/v1`; no slash at the end. */
  readonly baseUrl: string
  /** `null` for servers that ask for none. */
  readonly key: Redacted.Redacted | null
  readonly model: string
  readonly cap: BudgetCap
  /** Most requests under way at the same time; fewer where the endpoint's rate limits ask for it. */
  readonly concurrency: number
  /** After this a request without a whole answer is given up and tried again. */
  readonly timeout: Duration.Duration
  /** Most time one request waits between its tries, all waits together. */
  readonly patience: Duration.Duration
}

const openAi = "https://api.openai.com/v1"

const refuse = (name: string, message: string) => Either.left(ConfigError.InvalidData([name], message))

const baseUrl = Config.string("OPENAI_BASE_URL").pipe(
  Config.withDefault(openAi),
  Config.mapOrFail((text) => {
    const trimmed = text.trim().replace(/\/+$/, "")
    const url = URL.canParse(trimmed) ? new URL(trimmed) : null
    return url === null || !/^https?:$/.test(url.protocol)
      ? refuse("OPENAI_BASE_URL", `“${text}” is no address of a server; write one such as ${openAi}, https://NAME.openai.azure.com/openai/v1 or http://127.0.0.1:11434/v1`)
      : url.username !== "" || url.password !== ""
      ? refuse("OPENAI_BASE_URL", "a key does not belong into the address; set OPENAI_API_KEY")
      : Either.right(trimmed)
  })
)

const key = Config.redacted("OPENAI_API_KEY").pipe(Config.option, Config.map(Option.filter((key) => Redacted.value(key).trim() !== "")))

const model = Config.string("TRANSCRIPT_QA_JUDGE_MODEL").pipe(
  Config.withDefault(""),
  Config.mapOrFail((name) =>
    name.trim() === ""
      ? refuse("TRANSCRIPT_QA_JUDGE_MODEL", "no model is named; write the one that is to judge, as the endpoint calls it")
      : Either.right(name.trim()))
)

const positive = (name: string, fallback: number, most: number) =>
  Config.number(name).pipe(
    Config.withDefault(fallback),
    Config.mapOrFail((number) =>
      number > 0 && number <= most ? Either.right(number) : refuse(name, `${number} is not a number above 0 and up to ${most}`))
  )

const cap = Config.all([
  Config.string("TRANSCRIPT_QA_JUDGE_BUDGET").pipe(Config.withDefault("2000000 tokens")),
  Config.string("TRANSCRIPT_QA_JUDGE_PRICES").pipe(Config.withDefault(""))
]).pipe(Config.mapOrFail(([budget, prices]) => {
  const read = prices.trim() === "" ? null : readPrices(prices)
  if (typeof read === "string") return refuse("TRANSCRIPT_QA_JUDGE_PRICES", read)
  const cap = readBudget(budget, read)
  return typeof cap === "string" ? refuse("TRANSCRIPT_QA_JUDGE_BUDGET", cap) : Either.right(cap)
}))

/**
 * The settings of the judge, read from the environment:
 * - `OPENAI_BASE_URL` (OpenAI's own), `OPENAI_API_KEY` (needed for OpenAI's own), `TRANSCRIPT_QA_JUDGE_MODEL` (needed)
 * - `TRANSCRIPT_QA_JUDGE_BUDGET`: most that one run may use, `2000000 tokens` unless set; or money, `5 USD`, `30 CNY`; or `none`
 * - `TRANSCRIPT_QA_JUDGE_PRICES`: money for a million tokens, `prompt=0.40, cached=0.10, completion=1.60`; needed for a budget in
 *   money. In batch mode: the prices of batches
 * - `TRANSCRIPT_QA_JUDGE_CONCURRENCY` (8), `TRANSCRIPT_QA_JUDGE_TIMEOUT` (60 seconds), `TRANSCRIPT_QA_JUDGE_PATIENCE` (120 seconds)
 */
export const judgeSettings: Config.Config<JudgeSettings> = Config.all({
  baseUrl,
  key,
  model,
  cap,
  concurrency: positive("TRANSCRIPT_QA_JUDGE_CONCURRENCY", 8, 256).pipe(Config.map(Math.ceil)),
  timeout: positive("TRANSCRIPT_QA_JUDGE_TIMEOUT", 60, 3600).pipe(Config.map(Duration.seconds)),
  patience: positive("TRANSCRIPT_QA_JUDGE_PATIENCE", 120, 86_400).pipe(Config.map(Duration.seconds))
}).pipe(Config.mapOrFail(({ key, ...settings }) =>
  Option.isNone(key) && settings.baseUrl === openAi
    ? refuse("OPENAI_API_KEY", "OpenAI answers nobody without a key; set it, or name another endpoint in OPENAI_BASE_URL")
    : Either.right({ ...settings, key: Option.getOrNull(key) })
))
