import { Data } from "effect"
import type { APIError } from "openai"
import type { JudgeStopped } from "./Endpoint.ts"
import { retryAfter } from "./RetryAfter.ts"

/** One try failed in a way that another may not. `answered`: an HTTP answer came at all; `paid`: the endpoint may have done the work. */
export class Transient extends Data.TaggedError("Transient")<{
  readonly detail: string
  /** What the endpoint asks to wait, milliseconds. */
  readonly waitMs: number | null
  readonly limited: boolean
  readonly answered: boolean
  readonly paid: boolean
}> {}

/** The endpoint finds fault with this very request, and will again. */
export class Refusal extends Data.TaggedError("Refusal")<{
  readonly kind: "Rejected" | "Filtered"
  readonly status: number
  /** With the field of the request, where the endpoint names one. */
  readonly detail: string
}> {}

/** No request of this run will be answered. `cause` is for `JudgeStopped.reason`. */
export class Fatal extends Data.TaggedError("Fatal")<{ readonly reason: JudgeStopped["reason"]; readonly detail: string }> {}

export type TransportFault = Transient | Refusal | Fatal

/** “You exceeded your current quota” is no sign: some endpoints say so of a limit by the minute. */
const noMoney = /insufficient_quota|billing_hard_limit|billing_not_active|insufficient[ _](balance|credits?|funds)|credit balance/i
const filter = /content_filter|content_policy|ResponsibleAIPolicy|moderation|flagged/i

/** What a failed call of the openai package means; `now` in epoch milliseconds. */
export function transportFault(error: unknown, now: number): TransportFault {
  const { status, headers } = error as Partial<APIError>
  if (status === undefined) {
    const timeout = error instanceof Error && (error.name === "AbortError" || /timed? ?out/i.test(error.message))
    return new Transient({ detail: timeout ? "no answer in time" : connectionWords(error), waitMs: null, limited: false, answered: error instanceof SyntaxError, paid: timeout || error instanceof SyntaxError })
  }
  const { code, param } = error as Partial<APIError>
  const detail = `${status}: ${words(error)}`
  const said = `${code ?? ""} ${(error as APIError).type ?? ""} ${words(error)}`
  if (status === 402 || (status === 429 && noMoney.test(said))) return new Fatal({ reason: "quota", detail })
  if (status === 403 && filter.test(said)) return new Refusal({ kind: "Filtered", status, detail })
  if (status === 401 || status === 403) return new Fatal({ reason: "key", detail: `${status}` })
  if (status === 404) return new Fatal({ reason: "model", detail })
  if (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500) {
    const waitMs = headers === undefined ? null : retryAfter(headers, now)
    return new Transient({ detail, waitMs, limited: status === 429, answered: true, paid: false })
  }
  const named = typeof param !== "string" || detail.includes(param) ? detail : `${detail} (${param})`
  return new Refusal({ kind: filter.test(said) ? "Filtered" : "Rejected", status, detail: named })
}

const longest = 300

/** What the endpoint says, on one line and not too long. */
const words = (error: unknown): string => {
  const { error: body, message } = error as { readonly error?: unknown; readonly message?: string }
  const told = typeof body === "object" && body !== null && "message" in body && typeof body.message === "string" ? body.message : message ?? String(error)
  const line = told.replaceAll(/\s+/g, " ").trim()
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/** The deepest reason told: the outer ones say no more than “fetch failed”. */
const connectionWords = (error: unknown): string => {
  let deepest = error
  for (let depth = 0; depth < 5 && deepest instanceof Error && deepest.cause !== undefined; depth++) deepest = deepest.cause
  const code = (deepest as { readonly code?: unknown } | undefined)?.code
  return typeof code === "string" ? `${code}` : words(deepest)
}
