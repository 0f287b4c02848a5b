import { createHash } from "node:crypto"
import { type Order, promptVersion } from "./Prompt.ts"
import type { Question } from "./Question.ts"
import { redactorVersion, type RedactedTranscript } from "./Redaction.ts"

/** All that could change one answer. `params` are the request's other settings (temperature, most tokens, with or without schema). */
export interface Asked {
  /** Base URL of the endpoint: the same model name may be another model elsewhere. */
  readonly endpoint: string
  readonly model: string
  readonly question: Question
  readonly order: Order
  readonly language: "zh" | "en"
  /** The judged agent; `null` where the input names none. */
  readonly agent: string | null
  readonly redacted: RedactedTranscript
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * Names one answer to one question for ever: 64 hex digits. A question is asked anew exactly when its key is new; changing one rule's
 * question changes no other key. (`custom_id` of a batch takes at most 64 characters.)
 */
export const answerKey = ({ agent, endpoint, language, model, order, params, question, redacted }: Asked): string =>
  createHash("sha256")
    .update(canonical({ endpoint, model, promptVersion, rule: question.rule, question: question.version, order, language, agent, redactorVersion, transcript: redacted.digest, params }))
    .digest("hex")

/** JSON with the keys of every object in order, so that equal values have equal texts. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null"
  const entries = Object.entries(value).filter(([, of]) => of !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`).join(",")}}`
}
