import { Either, Schema } from "effect"
import type { Reply, Usage } from "./Endpoint.ts"

/** What is read of a chat completion, whoever made it; servers differ in everything else. */
const Completion = Schema.Struct({
  model: Schema.optional(Schema.NullOr(Schema.String)),
  choices: Schema.NonEmptyArray(Schema.Struct({
    finish_reason: Schema.optional(Schema.NullOr(Schema.String)),
    message: Schema.Struct({
      content: Schema.optional(Schema.NullOr(Schema.String)),
      refusal: Schema.optional(Schema.NullOr(Schema.String))
    })
  })),
  usage: Schema.optional(Schema.NullOr(Schema.Struct({
    prompt_tokens: Schema.optional(Schema.Number),
    completion_tokens: Schema.optional(Schema.Number),
    prompt_tokens_details: Schema.optional(Schema.NullOr(Schema.Struct({ cached_tokens: Schema.optional(Schema.NullOr(Schema.Number)) })))
  })))
})

const decode = Schema.decodeUnknownEither(Completion)

/**
 * The reply in the body of an HTTP 200; `null` if that is no chat completion at all. `model` and `usual` stand in where the server
 * does not name the model or count tokens.
 */
export function readCompletion(body: unknown, model: string, usual: () => Usage): Reply | null {
  const decoded = decode(body)
  if (Either.isLeft(decoded)) return null
  const { choices: [{ finish_reason: finish, message }], model: named, usage: counted } = decoded.right
  const usage: Usage = counted?.prompt_tokens === undefined ? usual() : {
    prompt: counted.prompt_tokens,
    completion: counted.completion_tokens ?? 0,
    cached: counted.prompt_tokens_details?.cached_tokens ?? 0
  }
  if (finish === "content_filter") return { _tag: "Filtered", detail: "the endpoint's filter stopped the answer", usage }
  if (typeof message.refusal === "string" && message.refusal !== "") return { _tag: "Refused", detail: shortened(message.refusal), usage }
  if (finish === "length") return { _tag: "Truncated", detail: "the answer reached its limit of tokens", usage }
  if (typeof message.content !== "string" || message.content.trim() === "") return { _tag: "Rejected", detail: "the answer holds no text", usage }
  return { _tag: "Answered", text: message.content, model: named ?? model, usage }
}

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)
