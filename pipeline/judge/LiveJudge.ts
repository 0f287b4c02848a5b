import { Effect } from "effect"
import { redact } from "../../scorers/judge/Redaction.ts"
import type { Pass } from "../../scorers/judge/OpinionOf.ts"
import { type EndedCall, keepCall, storedPasses } from "../store/JudgeAnswers.ts"
import type { Undecided } from "../store/PendingOpinions.ts"
import { Dossier, type Inquiry } from "./Dossier.ts"
import { type ChatRequest, Endpoint, type Reply } from "./Endpoint.ts"
import { conclude, type JudgeStage, stored, throughUndecided } from "./JudgeStage.ts"

/**
 * Asks the judge about everything pending, waiting for each answer. An answer is kept before the next question is asked, so that no question is
 * put twice whenever the process ends. Where the judge stops, the rest stays pending and `counts` says why.
 */
export const askLive = Effect.fn("LiveJudge.ask")(function*(stage: JudgeStage, concurrency: number) {
  yield* throughUndecided(stage, concurrency, (undecided) => askAbout(stage, undecided))
})

const askAbout = Effect.fn("LiveJudge.askAbout")(function*(stage: JudgeStage, undecided: Undecided) {
  const redacted = redact(undecided.transcript)
  for (const dossier of dossiersOf(stage, undecided, redacted)) {
    const known = new Map(yield* stored(() => storedPasses(stage.pool, dossier.allKeys)))
    for (const inquiry of dossier.inquiries(known)) {
      if (stage.counts.stopped !== null) break
      for (const { key, pass } of yield* askOnce(stage, dossier, inquiry)) known.set(key, pass)
    }
    yield* conclude(stage, undecided, dossier.opinions(known))
  }
})

/** One for each agent about whom something is pending. */
export const dossiersOf = ({ questions, to }: Pick<JudgeStage, "questions" | "to">, { agents, transcript }: Undecided, redacted = redact(transcript)): ReadonlyArray<Dossier> =>
  agents.flatMap(({ agent, rules }) => {
    const asked = rules.flatMap((rule) => questions.get(rule) ?? [])
    return asked.length === 0 ? [] : [new Dossier(transcript, agent, asked, to, redacted)]
  })

const askOnce = Effect.fn("LiveJudge.askOnce")(function*({ counts, pool, run }: JudgeStage, dossier: Dossier, inquiry: Inquiry) {
  const endpoint = yield* Endpoint
  const reply = yield* endpoint.ask(inquiry.request).pipe(
    Effect.catchTag("JudgeStopped", (stop) => Effect.sync(() => {
      counts.stopped ??= stop
      return null
    }))
  )
  if (reply === null) return []
  if (reply._tag === "Unreachable") counts.unreachable++
  const passes = dossier.passes(inquiry, reply)
  yield* stored(() => keepCall(pool, run, endedCall("live", inquiry.request, reply, passes), passes))
  return passes
})

const states = { Refused: "refused", Truncated: "truncated", Filtered: "filtered", Rejected: "rejected", Unreachable: "unreachable" } as const

/** A reply as it is kept. */
export const endedCall = (mode: EndedCall["mode"], request: ChatRequest, reply: Reply, passes: ReadonlyArray<{ readonly pass: Pass }>): EndedCall => {
  const { usage } = reply
  if (reply._tag !== "Answered") return { mode, request, state: states[reply._tag], response: null, detail: reply.detail, model: null, usage }
  const faults = passes.flatMap(({ pass }) => (pass._tag === "Faulty" ? [pass.fault] : []))
  return {
    mode, request, state: faults.length === passes.length ? "unreadable" : "answered", response: reply.text,
    detail: faults.length === 0 ? null : [...new Set(faults)].join(", "), model: reply.model, usage
  }
}

