import type { IncomingMessage, ServerResponse } from "node:http"

/** What may go wrong with one request, by name; those of the answer itself are HTTP 200. */
export const faults = [
  "400", "401", "403", "404", "408", "409", "413", "429", "429-after-2s", "429-after-90s", "429-date", "429-after-ms", "quota", "500", "503", "filtered-400", "flagged-403", "too-long",
  "no-schema", "no-temperature", "old-limit", "reset", "hang", "half-body", "not-json", "html", "other-json",
  "refusal", "truncated", "filtered", "empty", "invalid-label", "not-json-content", "no-usage", "empty-usage"
] as const

export type Fault = typeof faults[number]

export const isFault = (name: string): name is Fault => (faults as ReadonlyArray<string>).includes(name)

interface ErrorAnswer {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly param?: string
  readonly type?: string
  readonly headers?: (now: number) => Readonly<Record<string, string>>
}

const limited = (headers: (now: number) => Readonly<Record<string, string>> = () => ({})): ErrorAnswer => ({ status: 429, code: "rate_limit_exceeded", message: "Rate limit reached for requests", type: "requests", headers })

const errors: { readonly [fault in Fault]?: ErrorAnswer } = {
  "400": { status: 400, code: "invalid_request", message: "The request cannot be used", type: "invalid_request_error" },
  "401": { status: 401, code: "invalid_api_key", message: "Incorrect API key provided: sk-se****et", type: "invalid_request_error" },
  "403": { status: 403, code: "forbidden", message: "This key may not use the model" },
  "404": { status: 404, code: "model_not_found", message: "The model does not exist or you do not have access to it" },
  "408": { status: 408, code: "request_timeout", message: "The request took too long" },
  "409": { status: 409, code: "conflict", message: "Another change is under way" },
  "413": { status: 413, code: "too_large", message: "The request is too large" },
  "429": limited(),
  "429-after-2s": limited(() => ({ "retry-after": "2" })),
  "429-after-90s": limited(() => ({ "retry-after": "90" })),
  "429-date": limited((now) => ({ "retry-after": new Date(now + 7_000).toUTCString() })),
  "429-after-ms": limited(() => ({ "retry-after-ms": "1500", "retry-after": "60" })),
  quota: { status: 429, code: "insufficient_quota", message: "You exceeded your current quota, please check your plan and billing details", type: "insufficient_quota" },
  "500": { status: 500, code: "server_error", message: "The server had an error" },
  "503": { status: 503, code: "overloaded", message: "The engine is overloaded" },
  "filtered-400": { status: 400, code: "content_filter", message: "The prompt was stopped by the content management policy", param: "prompt" },
  "flagged-403": { status: 403, code: "forbidden", message: "The model requires moderation, and the input was flagged" },
  "too-long": { status: 400, code: "invalid_request", message: "'max_completion_tokens' is too large: 4000. The maximum context length is 2048 tokens", param: "max_completion_tokens" },
  "no-schema": { status: 400, code: "unsupported_parameter", message: "'response_format' of type 'json_schema' is not supported with this model", param: "response_format" },
  "no-temperature": { status: 400, code: "unsupported_value", message: "Unsupported value: 'temperature' does not support 0 with this model", param: "temperature" },
  "old-limit": { status: 400, code: "unknown_parameter", message: "Unknown parameter: 'max_completion_tokens'", param: "max_completion_tokens" }
}

/** Faults that concern a part of the request vanish with it. */
export const concerns = (fault: Fault, body: Readonly<Record<string, unknown>>): boolean =>
  fault === "no-schema" ? body["response_format"] !== undefined
  : fault === "no-temperature" ? body["temperature"] !== undefined
  : fault === "old-limit" ? body["max_completion_tokens"] !== undefined
  : true

/** The body of an error, as in a line of a batch's error file. */
export const errorBody = (fault: Fault): { readonly status: number; readonly body: unknown } | null => {
  const error = errors[fault]
  return error === undefined ? null : { status: error.status, body: { error: { message: error.message, type: error.type ?? "error", param: error.param ?? null, code: error.code } } }
}

/** Answers with the fault; false if it is one that changes the answer rather than replaces it. `now` is the asker's clock. */
export const answerWith = (fault: Fault, request: IncomingMessage, response: ServerResponse, now: number): boolean => {
  const error = errorBody(fault)
  if (error !== null) {
    send(response, error.status, error.body, errors[fault]?.headers?.(now))
    return true
  }
  switch (fault) {
    case "reset":
      request.socket.resetAndDestroy()
      return true
    case "hang":
      return true
    case "half-body":
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" })
      response.write(`{"id":"chatcmpl-1","choi`, () => request.socket.destroy())
      return true
    case "not-json":
      response.writeHead(200, { "content-type": "application/json" }).end(`{"id":"chatcmpl-1","choices":[`)
      return true
    case "html":
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Welcome</title>")
      return true
    case "other-json":
      send(response, 200, { hello: "world" })
      return true
    default:
      return false
  }
}

/** One JSON answer. */
export const send = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body))
}
