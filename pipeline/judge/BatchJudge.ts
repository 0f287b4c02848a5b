import { createHash } from "node:crypto"
import { Effect } from "effect"
import type { PoolClient } from "pg"
import { keepCallIn, storedPasses } from "../store/JudgeAnswers.ts"
import { openKeys, recordInquiries, takeInquiries } from "../store/JudgeInquiries.ts"
import type { Undecided } from "../store/PendingOpinions.ts"
import { BatchesBusy, collectBatches, submitBatch } from "./Batches.ts"
import { dossiersOf, type Inquiry } from "./Dossier.ts"
import { type ChatRequest, JudgeStopped, type Reply } from "./Endpoint.ts"
import { conclude, JudgeNotKept, type JudgeStage, stored, throughUndecided } from "./JudgeStage.ts"
import { endedCall, replyPasses } from "./ReplyPasses.ts"

/** So many requests go into one submission: few enough to hold in memory, many enough to make few batches. */
const requestsAtOnce = 2000

/**
 * Collects what came back of earlier nights, comes to opinions with it, and submits what is still to be asked. What is in a batch already is not
 * asked again. Where the endpoint cannot be had, what is known is used all the same, and the rest stays pending.
 */
export const askInBatches = Effect.fn("BatchJudge.ask")(function*(stage: JudgeStage) {
  const { counts } = stage
  let halted = yield* collect(stage)
  let waiting: Array<Inquiry> = []
  const send = Effect.suspend(() => {
    const inquiries = waiting
    waiting = []
    return inquiries.length === 0 || halted !== null ? Effect.void : Effect.map(submit(stage, inquiries), (stop) => { halted ??= stop })
  })
  yield* throughUndecided(stage, 1, (undecided) =>
    Effect.flatMap(askAbout(stage, undecided), (inquiries) => {
      if (halted === null) waiting.push(...inquiries)
      return waiting.length < requestsAtOnce ? Effect.void : send
    }))
  yield* send
  counts.stopped = halted
})

/** What is still to be asked about a transcript, after its opinions were drawn from what is known. */
const askAbout = Effect.fn("BatchJudge.askAbout")(function*(stage: JudgeStage, undecided: Undecided) {
  const inquiries: Array<Inquiry> = []
  for (const dossier of dossiersOf(stage, undecided)) {
    const known = yield* stored(() => storedPasses(stage.pool, dossier.allKeys))
    yield* conclude(stage, undecided, dossier.opinions(known))
    const underWay = yield* stored(() => openKeys(stage.pool, dossier.allKeys))
    inquiries.push(...dossier.inquiries({ has: (key) => known.has(key) || underWay.has(key) }))
  }
  return inquiries
})

const collect = (stage: JudgeStage) =>
  collectBatches(stage.pool, (client, customId, reply, request) => keepReply(stage, client, customId, reply, request)).pipe(Effect.as(null), ending)

const keepReply = async ({ counts, run }: JudgeStage, client: PoolClient, customId: string, reply: Reply, request: ChatRequest): Promise<void> => {
  const questions = await takeInquiries(client, customId)
  const passes = questions.length === 0 ? [] : replyPasses({ questions, order: questions[0]!.order, canary: questions[0]!.canary }, reply)
  await keepCallIn(client, run, endedCall("batch", request, reply, passes), passes)
  counts.collected++
  if (reply.usage === null) return
  const { cached, completion, prompt } = reply.usage
  counts.usage = { prompt: counts.usage.prompt + prompt, completion: counts.usage.completion + completion, cached: counts.usage.cached + cached }
}

const submit = (stage: JudgeStage, inquiries: ReadonlyArray<Inquiry>) =>
  Effect.gen(function*() {
    const named = inquiries.map((inquiry) => ({ ...inquiry, customId: customIdOf(inquiry) }))
    // Written down first: of an answer that nobody knows the question to, nothing could be made.
    yield* stored(() => recordInquiries(stage.pool, stage.run, named.flatMap(({ canary, customId, order, questions }) => questions.map((question) => ({ ...question, customId, order, canary })))))
    const { overBudget, submitted } = yield* submitBatch(stage.pool, named)
    stage.counts.submitted += submitted
    return overBudget === 0 ? null : new JudgeStopped({ reason: "budget", message: "The judge's budget has no room for more requests tonight. Raise TRANSCRIPT_QA_JUDGE_BUDGET to judge more." })
  }).pipe(ending)

/** Names a request by what it asks: 64 hex digits. */
const customIdOf = ({ questions }: Inquiry): string => createHash("sha256").update(questions.map(({ key }) => key).join(" ")).digest("hex")

/** What keeps the endpoint's batches from being dealt with ends only the judge's part of a run. */
const ending = <A, E, R>(self: Effect.Effect<A, E, R>) =>
  self.pipe(
    Effect.catchAll((error): Effect.Effect<JudgeStopped, JudgeNotKept> => {
      if (error instanceof JudgeStopped) return Effect.succeed(error)
      const message = error instanceof Error ? error.message : String(error)
      return error instanceof BatchesBusy ? Effect.succeed(new JudgeStopped({ reason: "down", message })) : Effect.fail(new JudgeNotKept({ message }))
    })
  )
