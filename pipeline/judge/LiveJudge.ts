import { Effect } from "effect"
import type { Pass } from "../../scorers/judge/OpinionOf.ts"
import { keepCall, storedPasses } from "../store/JudgeAnswers.ts"
import type { Undecided } from "../store/PendingOpinions.ts"
import { type Dossier, dossiersOf, type Inquiry } from "./Dossier.ts"
import { Endpoint } from "./Endpoint.ts"
import { conclude, type JudgeStage, stored, throughUndecided } from "./JudgeStage.ts"
import { endedCall, replyPasses } from "./ReplyPasses.ts"

/**
 * Asks the judge about everything pending, waiting for each answer. An answer is kept before the next question is asked, so that no question is
 * put twice whenever the process ends. Where the judge stops, the rest stays pending and `counts` says why.
 */
export const askLive = Effect.fn("LiveJudge.ask")(function*(stage: JudgeStage, concurrency: number) {
  yield* throughUndecided(stage, concurrency, (undecided) => askAbout(stage, undecided))
})

const askAbout = Effect.fn("LiveJudge.askAbout")(function*(stage: JudgeStage, undecided: Undecided) {
  for (const dossier of dossiersOf(stage, undecided)) {
    const known = new Map(yield* stored(() => storedPasses(stage.pool, dossier.allKeys)))
    yield* askMissing(stage, dossier, known)
    yield* conclude(stage, undecided, dossier.opinions(known))
  }
})

/** Asks what `known` does not have the answer to, and is not to be left out, and adds it there; until the judge stops. */
export const askMissing = Effect.fn("LiveJudge.askMissing")(function*(stage: JudgeStage, dossier: Dossier, known: Map<string, Pass>, leftOut: (key: string) => boolean = () => false) {
  for (const inquiry of dossier.inquiries({ has: (key) => known.has(key) || leftOut(key) })) {
    if (stage.counts.stopped !== null) break
    for (const { key, pass } of yield* askOnce(stage, inquiry)) known.set(key, pass)
  }
})

const askOnce = Effect.fn("LiveJudge.askOnce")(function*({ counts, pool, run }: JudgeStage, inquiry: Inquiry) {
  const endpoint = yield* Endpoint
  const reply = yield* endpoint.ask(inquiry.request).pipe(
    Effect.catchTag("JudgeStopped", (stop) => Effect.sync(() => {
      counts.stopped ??= stop
      return null
    }))
  )
  if (reply === null) return []
  if (reply._tag === "Unreachable") counts.unreachable++
  const passes = replyPasses(inquiry, reply)
  yield* stored(() => keepCall(pool, run, endedCall("live", inquiry.request, reply, passes), passes))
  return passes
})
