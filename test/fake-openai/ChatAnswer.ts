import type { Fault } from "./Fault.ts"

/** A chat request as it arrives; the parts of it that are read here. */
export interface Chat {
  readonly model: string
  readonly messages: ReadonlyArray<{ readonly role: string; readonly content: string }>
  readonly response_format?: { readonly json_schema?: { readonly schema?: unknown } }
  readonly max_completion_tokens?: number
  readonly max_tokens?: number
}

/** Tokens of one exchange. */
export interface Counted {
  readonly prompt: number
  readonly completion: number
  readonly cached?: number
}

/** A chat completion with this text, bent as the fault has it. */
export const chatAnswer = (id: string, { model }: Chat, text: string, { cached = 0, completion, prompt }: Counted, fault: Fault | null, now: number): unknown => {
  const content = fault === "empty" || fault === "refusal" || fault === "filtered" ? null
    : fault === "truncated" ? text.slice(0, text.length / 2)
    : fault === "not-json-content" ? "Sure! The agent did very well."
    : fault === "invalid-label" ? text.replaceAll(/"label":"[^"]*"/g, `"label":"splendid"`)
    : text
  return {
    id,
    object: "chat.completion",
    created: Math.floor(now / 1000),
    model: `${model}-fake`,
    choices: [{
      index: 0,
      message: { role: "assistant", content, refusal: fault === "refusal" ? "I cannot help with that." : null },
      finish_reason: fault === "truncated" ? "length" : fault === "filtered" ? "content_filter" : "stop"
    }],
    ...(fault === "no-usage" ? {} : fault === "empty-usage" ? { usage: {} } : {
      usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion, prompt_tokens_details: { cached_tokens: cached } }
    })
  }
}
