import { JudgeStopped } from "./Endpoint.ts"
import type { Fatal } from "./TransportFault.ts"

/** What ends the judge's part of a run, for people: what happened and what to do. Names the host of the endpoint, never the key. */
export function stopping({ detail, reason }: Pick<Fatal, "reason" | "detail">, { baseUrl, model }: { readonly baseUrl: string; readonly model: string }): JudgeStopped {
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
