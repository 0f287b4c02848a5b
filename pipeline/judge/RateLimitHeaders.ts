import type { HeaderReader } from "./RetryAfter.ts"

/** One limit as the endpoint last told it; `null` is what it does not tell. */
export interface Limit {
  readonly limit: number | null
  readonly remaining: number | null
  /** Milliseconds until nothing of the limit is used any more. */
  readonly resetMs: number | null
}

export interface RateLimits {
  readonly requests: Limit
  readonly tokens: Limit
}

/** The `x-ratelimit-*` headers. Some servers send -1 and 0 for “unknown”: without a positive limit, nothing is believed. */
export function rateLimits(headers: HeaderReader): RateLimits {
  return { requests: limitOf(headers, "requests"), tokens: limitOf(headers, "tokens") }
}

const unknown: Limit = { limit: null, remaining: null, resetMs: null }

const limitOf = (headers: HeaderReader, what: string): Limit => {
  const limit = count(headers.get(`x-ratelimit-limit-${what}`))
  if (limit === null || limit <= 0) return unknown
  const remaining = count(headers.get(`x-ratelimit-remaining-${what}`))
  const resetMs = durationMs(headers.get(`x-ratelimit-reset-${what}`))
  return { limit, remaining: remaining === null || remaining < 0 ? null : remaining, resetMs }
}

const count = (text: string | null): number | null => (text !== null && /^\s*-?\d+\s*$/.test(text) ? Number(text) : null)

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `12ms`, `6m0s`, `1h2m3.5s`, or plain seconds, in milliseconds; `null` for anything else and for what is not above zero. */
export function durationMs(text: string | null): number | null {
  const trimmed = text?.trim() ?? ""
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed) > 0 ? Number(trimmed) * 1000 : null
  if (!/^(\d+(\.\d+)?(ms|[dhms]))+$/.test(trimmed)) return null
  let sum = 0
  for (const [, number, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)) sum += Number(number) * unitMs[unit!]!
  return sum > 0 ? sum : null
}
