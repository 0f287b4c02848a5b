import type { Opinion } from "../../schemas/Opinion.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { answerKey } from "../../scorers/judge/AnswerKey.ts"
import { answersIn } from "../../scorers/judge/Answers.ts"
import type { Order } from "../../scorers/judge/AnswerSchema.ts"
import { Hearing, opinionOf, type Pass } from "../../scorers/judge/OpinionOf.ts"
import { groups, prompt, type Prompt } from "../../scorers/judge/Prompt.ts"
import type { Question } from "../../scorers/judge/Question.ts"
import { redact, type RedactedTranscript } from "../../scorers/judge/Redaction.ts"
import type { KeyedPass } from "../store/JudgeAnswers.ts"
import type { ChatRequest, Reply } from "./Endpoint.ts"
import { judgeRequest, requestParams } from "./JudgeRequest.ts"

/** Whom the judge's questions go to: the base URL of the endpoint and the name of the model there. */
export interface Addressee {
  readonly endpoint: string
  readonly model: string
}

/** A request still to be made, for these questions in this order. */
export interface Inquiry {
  readonly request: ChatRequest
  readonly prompt: Prompt
  readonly order: Order
}

const orders: ReadonlyArray<Order> = ["forward", "reversed"]

/** All that is needed to ask about one agent of one transcript, and to come to opinions from what comes back. */
export class Dossier {
  readonly hearing: Hearing
  readonly questions: ReadonlyArray<Question>
  private readonly redacted: RedactedTranscript
  private readonly to: Addressee
  private readonly keys: ReadonlyMap<string, string>

  constructor(transcript: Transcript, agent: string | null, questions: ReadonlyArray<Question>, to: Addressee, redacted = redact(transcript)) {
    this.redacted = redacted
    this.hearing = new Hearing(transcript, redacted, agent)
    this.questions = questions
    this.to = to
    const { language } = this.hearing
    this.keys = new Map(orders.flatMap((order) => questions.map((question) =>
      [`${order} ${question.rule}`, answerKey({ ...to, question, order, language, agent, redacted, params: requestParams })] as const)))
  }

  /** The keys of all answers that opinions rest on. */
  get allKeys(): ReadonlyArray<string> {
    return [...this.keys.values()]
  }

  /** What is to be asked where `known` has no pass yet; nothing where people have to look whatever the judge says. */
  inquiries(known: ReadonlyMap<string, Pass>): ReadonlyArray<Inquiry> {
    const { agent, language, tampered } = this.hearing
    if (tampered) return []
    return orders.flatMap((order) =>
      groups(this.questions.filter((question) => !known.has(this.key(order, question.rule)))).map((asked) => {
        const prompted = prompt(this.redacted, agent, asked, order, language)
        return { request: judgeRequest(prompted, this.to.model), prompt: prompted, order }
      }))
  }

  /** What a reply says to each question of an inquiry, under the key it is found by again. */
  passes({ order, prompt: { canary, rules } }: Pick<Inquiry, "order"> & { readonly prompt: Pick<Prompt, "canary" | "rules"> }, reply: Reply): ReadonlyArray<KeyedPass> {
    const answers = reply._tag === "Answered" ? answersIn(reply.text, { canary, rules }).byRule : null
    return rules.map((rule): KeyedPass => {
      const answer = answers?.get(rule)
      const pass: Pass = reply._tag !== "Answered"
        ? { _tag: reply._tag }
        : typeof answer === "object"
        ? { _tag: "Answered", answer }
        : { _tag: "Faulty", fault: answer ?? "unanswered" }
      const { version } = this.questions.find((question) => question.rule === rule)!
      return { key: this.key(order, rule), rule, questionVersion: version, order, pass }
    })
  }

  /** Opinions from what is known by now; pending where something is still to come. */
  opinions(known: ReadonlyMap<string, Pass>): ReadonlyArray<Opinion> {
    const pass = (order: Order, rule: string): Pass => known.get(this.key(order, rule)) ?? { _tag: "Pending" }
    return this.questions.map((question) => opinionOf(this.hearing, question, pass("forward", question.rule), pass("reversed", question.rule)))
  }

  private key(order: Order, rule: string): string {
    return this.keys.get(`${order} ${rule}`)!
  }
}
