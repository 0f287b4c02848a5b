import type { Prompt } from "../../scorers/judge/Prompt.ts"
import type { ChatRequest } from "./Endpoint.ts"

/** Room for one answer with its quotes, and for what a model thinks before it answers, in tokens. */
const tokensForAnswer = 400
const tokensForThought = 2000

/** Settings of a request that could change an answer: part of its key. The same for every size of request. */
export const requestParams = { temperature: 0, tokensForAnswer, tokensForThought } as const

/** A prompt as it goes to the endpoint. The form of the answer is told in words too, for endpoints that take no schema. */
export const judgeRequest = ({ rules, schema, schemaName, shape, system, user }: Prompt, model: string): ChatRequest => ({
  model,
  messages: [{ role: "system", content: `${system}\n\n${shape}` }, { role: "user", content: user }],
  response_format: { type: "json_schema", json_schema: { name: schemaName, strict: true, schema } },
  max_completion_tokens: tokensForThought + tokensForAnswer * rules.length,
  temperature: requestParams.temperature,
  store: false
})
