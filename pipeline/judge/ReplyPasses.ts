import { answersIn } from "../../scorers/judge/Answers.ts"
import type { Order } from "../../scorers/judge/AnswerSchema.ts"
import type { Pass } from "../../scorers/judge/OpinionOf.ts"
import type { EndedCall, KeyedPass } from "../store/JudgeAnswers.ts"
import type { ChatRequest, Reply } from "./Endpoint.ts"

/** What a request asked: one question to a key. `canary` is what the judge was told to keep to itself. */
export interface AskedKeys {
  readonly order: Order
  readonly canary: string
  readonly questions: ReadonlyArray<Pick<KeyedPass, "key" | "rule" | "questionVersion">>
}

/** What a reply says to each question of its request. */
export const replyPasses = ({ canary, order, questions }: AskedKeys, reply: Reply): ReadonlyArray<KeyedPass> => {
  const answers = reply._tag === "Answered" ? answersIn(reply.text, { canary, rules: questions.map(({ rule }) => rule) }).byRule : null
  return questions.map((question): KeyedPass => {
    const answer = answers?.get(question.rule)
    const pass: Pass = reply._tag !== "Answered"
      ? { _tag: reply._tag }
      : typeof answer === "object"
      ? { _tag: "Answered", answer }
      : { _tag: "Faulty", fault: answer ?? "unanswered" }
    return { ...question, order, pass }
  })
}

const states = { Refused: "refused", Truncated: "truncated", Filtered: "filtered", Rejected: "rejected", Unreachable: "unreachable" } as const

/** A reply as it is kept, with what was made of it. */
export const endedCall = (mode: EndedCall["mode"], request: ChatRequest, reply: Reply, passes: ReadonlyArray<{ readonly pass: Pass }>): EndedCall => {
  const { usage } = reply
  if (reply._tag !== "Answered") return { mode, request, state: states[reply._tag], response: null, detail: reply.detail, model: null, usage }
  const faults = passes.flatMap(({ pass }) => (pass._tag === "Faulty" ? [pass.fault] : []))
  return {
    mode, request, state: faults.length > 0 && faults.length === passes.length ? "unreadable" : "answered", response: reply.text,
    detail: faults.length === 0 ? null : [...new Set(faults)].join(", "), model: reply.model, usage
  }
}
