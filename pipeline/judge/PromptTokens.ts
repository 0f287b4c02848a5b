import type { ChatRequest } from "./Endpoint.ts"

/** What a message and the whole prompt cost beside their text. */
const frame = 8

/**
 * More tokens than the prompt of a request has with the tokenizers in use: one for two bytes of UTF-8, which is 1.5 for a Chinese
 * character (they need 0.7 to 1.4) and half of one for a Latin letter (a quarter).
 */
export function promptTokensAtMost({ messages, response_format }: ChatRequest): number {
  const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), response_format === undefined ? 0 : JSON.stringify(response_format).length)
  return Math.ceil(bytes / 2) + frame * (messages.length + 1)
}
