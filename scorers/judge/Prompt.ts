import { createHash } from "node:crypto"
import { answerSchema, labelsIn, type Order, schemaName } from "./AnswerSchema.ts"
import { packagedTranscript } from "./PackagedTranscript.ts"
import { promptWords } from "./PromptWords.ts"
import type { Question } from "./Question.ts"
import type { RedactedTranscript } from "./Redaction.ts"

export type { Order } from "./AnswerSchema.ts"

/** More questions than this in one prompt, and the order they stand in begins to decide. */
export const mostQuestions = 5

/**
 * One request to the judge. `system` holds the rubric and comes first, so that endpoints which remember beginnings need not read it again;
 * `user` holds the transcript. `schema` is for strict structured output; an endpoint without it gets `shape` at the end of `system` instead.
 * `canary` in an answer shows that the judge no longer obeys.
 */
export interface Prompt {
  readonly system: string
  readonly user: string
  readonly schemaName: string
  readonly schema: Readonly<Record<string, unknown>>
  readonly shape: string
  readonly canary: string
  /** Of the questions, in the order they are asked in. */
  readonly rules: ReadonlyArray<string>
}

/**
 * The prompt that asks 1 to 5 questions about one agent of one transcript. Reversed, both questions and possible answers stand the other way
 * round. The same input gives the same bytes; mark and canary follow from all that was said, so nobody who speaks in it can know them.
 */
export const prompt = (redacted: RedactedTranscript, agent: string | null, questions: ReadonlyArray<Question>, order: Order, language: "zh" | "en"): Prompt => {
  if (questions.length === 0 || questions.length > mostQuestions) throw new RangeError(`a prompt asks 1 to ${mostQuestions} questions, not ${questions.length}`)
  const asked = order === "forward" ? questions : questions.toReversed()
  const mark = `#${secret("mark", redacted.digest, order).slice(0, 8)}`
  const canary = secret("canary", redacted.digest, order).slice(0, 16)
  const words = promptWords[language]
  const rules = asked.map(({ rule }) => rule)
  return {
    system: [
      words.task,
      words.data,
      `${words.labels}\n${labelsIn(order).map((label) => `- ${words.label[label]}`).join("\n")}`,
      words.howTo,
      `${words.questions}\n${asked.map((question) => inWords(question, order, language)).join("\n")}`,
      words.secret.replace("{mark}", mark).replace("{canary}", canary)
    ].join("\n\n"),
    user: packagedTranscript(redacted, agent, mark),
    schemaName,
    schema: answerSchema(rules, order),
    shape: words.shape,
    canary,
    rules
  }
}

/** Questions in groups that fit one prompt. */
export const groups = (questions: ReadonlyArray<Question>): ReadonlyArray<ReadonlyArray<Question>> =>
  Array.from({ length: Math.ceil(questions.length / mostQuestions) }, (_, i) => questions.slice(i * mostQuestions, (i + 1) * mostQuestions))

const inWords = ({ ask, met, notMet, partly, rule }: Question, order: Order, language: "zh" | "en"): string => {
  const counts = [`met = ${met[language]}`, ...(partly === null ? [] : [`partly = ${partly[language]}`]), `not_met = ${notMet[language]}`]
  return `[${rule}] ${ask[language]}\n  ${promptWords[language].counts}: ${(order === "forward" ? counts : counts.toReversed()).join(language === "zh" ? "；" : "; ")}`
}

const secret = (purpose: string, digest: string, order: Order): string => createHash("sha256").update(JSON.stringify([purpose, digest, order])).digest("hex")

/** Changes with anything in a prompt that is neither question nor transcript. */
export const promptVersion: string = (() => {
  const words = { zh: "?", en: "?" }
  const question: Question = { rule: "a/b", ask: words, met: words, partly: words, notMet: words, expected: words, version: "" }
  const said = { agent: null, offsets: [0, 1, 2], text: "<>" }
  const redacted: RedactedTranscript = { turns: [{ ...said, role: "agent" }, { ...said, role: "customer" }], digest: "", placeholders: new Map() }
  const all = (["zh", "en"] as const).flatMap((language) => (["forward", "reversed"] as const).map((order) => prompt(redacted, null, [question, { ...question, partly: null }], order, language)))
  return createHash("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 16)
})()
