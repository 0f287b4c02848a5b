import type { ChatCompletionCreateParamsNonStreaming } from "openai/resources/chat/completions"
import type { ChatRequest } from "./Endpoint.ts"
import type { Refusal } from "./TransportFault.ts"

/** What the endpoint understands of a request, as far as servers differ. */
export interface Dialect {
  readonly schema: boolean
  readonly temperature: boolean
  readonly limit: "max_completion_tokens" | "max_tokens"
}

/** Believed of every endpoint until it says otherwise. */
export const full: Dialect = { schema: true, temperature: true, limit: "max_completion_tokens" }

/** The request as it goes out. */
export function spoken({ max_completion_tokens, messages, model, response_format, store, temperature }: ChatRequest, dialect: Dialect): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: messages.map(({ content, role }) => ({ role, content })),
    ...(dialect.schema && response_format !== undefined ? { response_format: { type: response_format.type, json_schema: { ...response_format.json_schema } } } : {}),
    ...(dialect.temperature && temperature !== undefined ? { temperature } : {}),
    [dialect.limit]: max_completion_tokens,
    store
  }
}

/** The dialect to go on in after an endpoint refused a request in this one; `null` if the refusal is about something else. */
export function understood(dialect: Dialect, { detail, kind }: Pick<Refusal, "detail" | "kind">): Dialect | null {
  if (kind !== "Rejected") return null
  const about = (pattern: RegExp) => pattern.test(detail)
  if (dialect.schema && about(/response_?format|json[ _]?schema|guided|grammar|structured[ _-]?outputs?/i)) return { ...dialect, schema: false }
  if (dialect.temperature && about(/temperature/i)) return { ...dialect, temperature: false }
  // Not where it is only too large.
  if (dialect.limit === "max_completion_tokens" && about(/max_completion_tokens/i) && about(/unknown|unsupported|unrecogni[sz]ed|unexpected|not support|not permitted|not allowed|extra/i)) return { ...dialect, limit: "max_tokens" }
  return null
}

/** The dialect of an endpoint that once refused requests with these words. */
export function learned(details: ReadonlyArray<string>): Dialect {
  let dialect = full
  // One refusal names one thing, so what an endpoint lacks shows one by one.
  for (const detail of details) dialect = understood(dialect, { kind: "Rejected", detail }) ?? dialect
  return dialect
}
