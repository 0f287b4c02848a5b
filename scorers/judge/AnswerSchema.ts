import type { JudgeLabel } from "../../schemas/Opinion.ts"

/** Which way round questions and labels stand: judges prefer a place in a list, and two passes show where that decided. */
export type Order = "forward" | "reversed"

const labels: ReadonlyArray<JudgeLabel> = ["met", "partly", "not_met", "not_applicable", "cannot_tell"]

export const labelsIn = (order: Order): ReadonlyArray<JudgeLabel> => (order === "forward" ? labels : labels.toReversed())

export const isLabel = (text: string): text is JudgeLabel => (labels as ReadonlyArray<string>).includes(text)

/** Who speaks, as the judge sees it: `agent` is the judged one. */
export const speakers = ["agent", "other-agent", "customer", "bot", "system"] as const

/** The most quotes the judge may give for one answer. */
export const mostQuotes = 3

export const schemaName = "answers"

const object = (properties: Readonly<Record<string, unknown>>) => ({ type: "object", properties, required: Object.keys(properties), additionalProperties: false })

/** JSON Schema of the whole answer, within what strict structured output allows; evidence stands before the label that rests on it. */
export const answerSchema = (rules: ReadonlyArray<string>, order: Order): Readonly<Record<string, unknown>> => {
  const quote = object({ turn: { type: "integer" }, role: { type: "string", enum: [...speakers] }, quote: { type: "string" } })
  return object({
    answers: {
      type: "array",
      items: object({
        question: { type: "string", enum: [...rules] },
        evidence: { type: "array", items: quote },
        searched: { anyOf: [object({ from: { type: "integer" }, to: { type: "integer" } }), { type: "null" }] },
        note: { anyOf: [{ type: "string" }, { type: "null" }] },
        label: { type: "string", enum: [...labelsIn(order)] }
      })
    }
  })
}
