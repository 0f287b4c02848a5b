import { Either, Schema } from "effect"
import { storableText } from "../StorableText.ts"
import { readCompletion } from "./Completion.ts"
import { type Dialect, understood } from "./Dialect.ts"
import type { ChatRequest, Reply } from "./Endpoint.ts"
import { transportFault } from "./TransportFault.ts"
import { promptTokensAtMost } from "./PromptTokens.ts"

/** What a line of a batch's output or error file says of its request: a reply, or why it may be asked again. */
export type BatchLine = { readonly customId: string; readonly read: (request: ChatRequest) => Reply | { readonly _tag: "Returned"; readonly detail: string } }

const Line = Schema.parseJson(Schema.Struct({
  custom_id: Schema.String,
  response: Schema.optional(Schema.NullOr(Schema.Struct({ status_code: Schema.Number, body: Schema.Unknown }))),
  error: Schema.optional(Schema.NullOr(Schema.Struct({ code: Schema.optional(Schema.NullOr(Schema.String)), message: Schema.optional(Schema.NullOr(Schema.String)) })))
}))

const decode = Schema.decodeUnknownEither(Line)

/** Reads a line of a batch that was sent in `dialect`; `null` if it is none of a batch's. */
export function batchLine(text: string, dialect: Dialect): BatchLine | null {
  const decoded = decode(text)
  if (Either.isLeft(decoded)) return null
  const { error, response } = decoded.right
  // The database is asked for this name, whatever the endpoint made of it.
  const customId = storableText(decoded.right.custom_id)
  if (response === null || response === undefined) {
    const detail = [error?.code, error?.message].filter((said) => typeof said === "string").join(": ").slice(0, 300)
    return { customId, read: () => ({ _tag: "Returned", detail: detail === "" ? "the batch gives no answer" : detail }) }
  }
  const { body, status_code: status } = response
  return { customId, read: (request) => (status === 200 ? completed(body, request) : failed(status, body, dialect)) }
}

const completed = (body: unknown, request: ChatRequest) =>
  readCompletion(body, request.model, () => ({ prompt: promptTokensAtMost(request), completion: request.max_completion_tokens, cached: 0 })) ??
    { _tag: "Returned" as const, detail: "the answer is no chat completion" }

/** The same error means the same as when it is told at once, only that nobody waits and the next batch may do better. */
const failed = (status: number, body: unknown, dialect: Dialect) => {
  const error = typeof body === "object" && body !== null && "error" in body && typeof body.error === "object" && body.error !== null ? body.error : {}
  const fault = transportFault({ ...error, status, error }, 0)
  return fault._tag === "Refusal" && understood(dialect, fault) === null ? { _tag: fault.kind, detail: fault.detail, usage: null } : { _tag: "Returned" as const, detail: fault.detail }
}
