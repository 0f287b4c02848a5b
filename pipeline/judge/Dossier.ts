import type { Opinion } from "../../schemas/Opinion.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { answerKey } from "../../scorers/judge/AnswerKey.ts"
import type { Order } from "../../scorers/judge/AnswerSchema.ts"
import { Hearing, opinionOf, type Pass } from "../../scorers/judge/OpinionOf.ts"
import { groups, prompt } from "../../scorers/judge/Prompt.ts"
import type { Question } from "../../scorers/judge/Question.ts"
import { redact, type RedactedTranscript } from "../../scorers/judge/Redaction.ts"
import type { Undecided } from "../store/PendingOpinions.ts"
import type { ChatRequest } from "./Endpoint.ts"
import { judgeRequest, requestParams } from "./JudgeRequest.ts"
import type { AskedKeys } from "./ReplyPasses.ts"

/** Whom the judge's questions go to: the base URL of the endpoint and the name of the model there. */
export interface Addressee {
  readonly endpoint: string
  readonly model: string
  /** Asking once more to see whether the answer stays the same: such answers are kept apart. */
  readonly again?: boolean
}

/** A request still to be made. */
export interface Inquiry extends AskedKeys {
  readonly request: ChatRequest
}

const orders: ReadonlyArray<Order> = ["forward", "reversed"]

/** All that is needed to ask about one agent of one transcript, and to come to opinions from what comes back. */
export class Dossier {
  readonly hearing: Hearing
  readonly questions: ReadonlyArray<Question>
  private readonly redacted: RedactedTranscript
  private readonly to: Addressee
  private readonly keys: ReadonlyMap<string, string>

  constructor(transcript: Transcript, agent: string | null, questions: ReadonlyArray<Question>, to: Addressee, redacted: RedactedTranscript) {
    this.redacted = redacted
    this.hearing = new Hearing(transcript, redacted, agent)
    this.questions = questions
    this.to = to
    const { language } = this.hearing
    const { again = false, endpoint, model } = to
    const params = again ? { ...requestParams, again } : requestParams
    this.keys = new Map(orders.flatMap((order) => questions.map((question) =>
      [`${order} ${question.rule}`, answerKey({ endpoint, model, question, order, language, agent, redacted, params })] as const)))
  }

  /** The keys of the answers to one question. */
  keysOf(rule: string): ReadonlyArray<string> {
    return orders.map((order) => this.key(order, rule))
  }

  /** The keys of all answers that opinions rest on. */
  get allKeys(): ReadonlyArray<string> {
    return [...this.keys.values()]
  }

  /** What is to be asked where `known` does not have the key; nothing where people have to look whatever the judge says. */
  inquiries(known: { readonly has: (key: string) => boolean }): ReadonlyArray<Inquiry> {
    const { agent, language, tampered } = this.hearing
    if (tampered) return []
    return orders.flatMap((order) =>
      groups(this.questions.filter((question) => !known.has(this.key(order, question.rule)))).map((asked) => {
        const prompted = prompt(this.redacted, agent, asked, order, language)
        const keyed = asked.map(({ rule, version }) => ({ key: this.key(order, rule), rule, questionVersion: version }))
        return { request: judgeRequest(prompted, this.to.model), order, canary: prompted.canary, questions: keyed }
      }))
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

/** One for each agent about whom something is pending. */
export const dossiersOf = ({ questions, to }: { readonly questions: ReadonlyMap<string, Question>; readonly to: Addressee }, { agents, transcript }: Pick<Undecided, "agents" | "transcript">): ReadonlyArray<Dossier> => {
  const redacted = redact(transcript)
  return agents.flatMap(({ agent, rules }) => {
    const asked = rules.flatMap((rule) => questions.get(rule) ?? [])
    return asked.length === 0 ? [] : [new Dossier(transcript, agent, asked, to, redacted)]
  })
}
