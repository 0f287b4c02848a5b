import type { Usage } from "./Endpoint.ts"

/** Money for a million tokens. */
export interface Prices {
  readonly prompt: number
  /** Of a prompt token that the endpoint had in its cache. */
  readonly cached: number
  readonly completion: number
}

/** The most one run may use. `prices` of a cap in tokens are for telling only. */
export type BudgetCap =
  | { readonly unit: "tokens"; readonly most: number; readonly prices: Prices | null }
  | { readonly unit: "money"; readonly most: number; readonly currency: string; readonly prices: Prices }

/** A price list such as `prompt=0.40, cached=0.10, completion=1.60`, or what is wrong with it. Cached tokens cost as others unless told. */
export function readPrices(text: string): Prices | string {
  const asked = "write money for a million tokens as prompt=0.40, cached=0.10, completion=1.60"
  const found: { prompt?: number; cached?: number; completion?: number } = {}
  for (const part of text.split(",")) {
    const [, name, price] = /^\s*(prompt|cached|completion)\s*=\s*(\d+(?:\.\d+)?)\s*$/.exec(part) ?? []
    if (name === undefined) return `“${part.trim()}” is no price; ${asked}`
    found[name as keyof Prices] = Number(price)
  }
  const { cached, completion, prompt } = found
  if (prompt === undefined || completion === undefined) return `the price of ${prompt === undefined ? "prompt" : "completion"} tokens is missing; ${asked}`
  return { prompt, cached: cached ?? prompt, completion }
}

/** A cap such as `200000`, `200000 tokens`, `5 USD`, `30 CNY` or `none`, or what is wrong with it. */
export function readBudget(text: string, prices: Prices | null): BudgetCap | string {
  const trimmed = text.trim()
  if (trimmed.toLowerCase() === "none") return { unit: "tokens", most: Number.POSITIVE_INFINITY, prices }
  const [, number, unit = "tokens"] = /^(\d[\d_]*(?:\.\d+)?)\s*([A-Za-z]+)?$/.exec(trimmed) ?? []
  if (number === undefined) return `“${text}” is no budget; write tokens (2000000), money with its currency (5 USD), or none`
  const most = Number(number.replaceAll("_", ""))
  if (/^tokens?$/i.test(unit)) return { unit: "tokens", most, prices }
  if (!/^[A-Za-z]{3}$/.test(unit)) return `“${unit}” is neither tokens nor a currency of three letters such as USD`
  if (prices === null) return "a budget in money needs the prices of tokens: set TRANSCRIPT_QA_JUDGE_PRICES"
  return { unit: "money", most, currency: unit.toUpperCase(), prices }
}

/** What usage costs in the unit of the cap: tokens, or money. */
export function cost(cap: BudgetCap, { cached, completion, prompt }: Usage): number {
  return cap.unit === "tokens" ? prompt + completion : money(cap.prices, { cached, completion, prompt })
}

/** What usage costs in money. */
export function money(prices: Prices, { cached, completion, prompt }: Usage): number {
  return ((prompt - cached) * prices.prompt + cached * prices.cached + completion * prices.completion) / 1_000_000
}
