import { Effect } from "effect"
import { JudgeStopped } from "./Endpoint.ts"
import type { Fatal, TransportFault } from "./TransportFault.ts"

interface Asked {
  readonly baseUrl: string
  readonly model: string
}

/** What ends the judge's part of a run, for people: what happened and what to do. Names the host of the endpoint, never the key. */
export function stopping({ detail, reason }: Pick<Fatal, "reason" | "detail">, { baseUrl, model }: Asked): JudgeStopped {
  const { host } = new URL(baseUrl)
  const message = {
    key: `The judge's endpoint ${host} refuses the key (${detail}): see that OPENAI_API_KEY is right and may use the model ${model}.`,
    model: `The judge's endpoint ${host} does not know what was asked for (${detail}): see that TRANSCRIPT_QA_JUDGE_MODEL (${model}) and the path in OPENAI_BASE_URL are right.`,
    quota: `The account at the judge's endpoint ${host} has no quota left (${detail}): nothing more is asked in this run.`,
    budget: detail,
    down: `The judge's endpoint ${host} does not answer (${detail}): see that it runs and that OPENAI_BASE_URL is right.`
  }[reason]
  return new JudgeStopped({ reason, message })
}

/** For work that cannot go on without the endpoint: every fault that is left ends it. */
export const stopped = (asked: Asked) => <A, E, R>(self: Effect.Effect<A, E | TransportFault, R>): Effect.Effect<A, Exclude<E, TransportFault> | JudgeStopped, R> =>
  Effect.mapError(self, (error) => {
    if (!isFault(error)) return error as Exclude<E, TransportFault>
    return stopping(error._tag === "Fatal" ? error : { reason: "down", detail: error.detail }, asked)
  })

const isFault = (error: unknown): error is TransportFault =>
  typeof error === "object" && error !== null && "_tag" in error && (error._tag === "Fatal" || error._tag === "Refusal" || error._tag === "Transient")
