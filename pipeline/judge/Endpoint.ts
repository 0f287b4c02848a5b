import { Context, Data, type Effect } from "effect"

/** What goes to the chat endpoint, byte for byte: no field of it may hold unredacted text. */
export interface ChatRequest {
  readonly model: string
  readonly messages: ReadonlyArray<{ readonly role: "system" | "user"; readonly content: string }>
  /** Left out for servers without schema support. */
  readonly response_format?: { readonly type: "json_schema"; readonly json_schema: { readonly name: string; readonly strict: true; readonly schema: Readonly<Record<string, unknown>> } }
  readonly max_completion_tokens: number
  readonly temperature?: 0
  readonly store: false
}

/** In tokens, as the endpoint counts them; `cached` are among `prompt`. */
export interface Usage {
  readonly prompt: number
  readonly completion: number
  readonly cached: number
}

/**
 * How one request ended. `Answered` says only that text came back whole; whether it is what was asked for is for the reader of it.
 * `Refused`, `Truncated`, `Filtered` and `Rejected` (the endpoint finds fault with this request) are final; `Unreachable` is what is left when
 * all tries failed.
 */
export type Reply =
  | { readonly _tag: "Answered"; readonly text: string; readonly model: string; readonly usage: Usage }
  | { readonly _tag: "Refused" | "Truncated" | "Filtered" | "Rejected" | "Unreachable"; readonly detail: string; readonly usage: Usage | null }

/** Nothing more is to be asked in this run: wrong key, unknown model, no quota, or the budget is spent. */
export class JudgeStopped extends Data.TaggedError("JudgeStopped")<{ readonly reason: "key" | "model" | "quota" | "budget" | "down"; readonly message: string }> {}

/** An OpenAI-compatible chat endpoint. One request in, one reply out, after as many tries as it takes. */
export class Endpoint extends Context.Tag("Endpoint")<Endpoint, {
  readonly ask: (request: ChatRequest) => Effect.Effect<Reply, JudgeStopped>
}>() {}
