import { Context, Effect } from "effect"
import type { ConfigError } from "effect/ConfigError"
import type { Pool } from "pg"
import type { Question } from "../../scorers/judge/Question.ts"
import { questionsOf } from "../../scorers/judge/Question.ts"
import type { LoadedRules } from "../../scorers/RuleFiles.ts"
import { countPending } from "../store/PendingOpinions.ts"
import type { Run } from "../store/Run.ts"
import { trySessionLock } from "../store/SessionLock.ts"
import { Budget, makeBudget, type Spent } from "./Budget.ts"
import { money } from "./BudgetCap.ts"
import { type JudgeReport, noJudgeCounts } from "./JudgeReport.ts"
import { type JudgeSettings, judgeSettings } from "./JudgeSettings.ts"
import { enlistQuestions, type JudgeNotKept, type JudgeStage, stored } from "./JudgeStage.ts"

export type JudgeMode = "off" | "live" | "batch"

/** The judge's part of a run. `enlist` lists what is open; `ask` puts it to the judge, which may end before all of it is asked. */
export interface JudgeWork {
  readonly enlist: (pool: Pool, run: Run) => Effect.Effect<number, JudgeNotKept>
  readonly ask: (pool: Pool, run: Run, told: (line: string) => void) => Effect.Effect<JudgeReport, JudgeNotKept>
}

/** The judge as the settings have it, once the rules are there; `null` where it is off. */
export type JudgeFor = (rules: LoadedRules) => JudgeWork | null

/** Settings that are wrong or missing are told at once. */
export const judgeWork = (mode: JudgeMode): Effect.Effect<JudgeFor, ConfigError> =>
  mode === "off" ? Effect.succeed(() => null) : Effect.map(judgeSettings, (settings): JudgeFor => ({ rules }) => judgeWorkOf(mode, settings, questionsOf(rules.map(({ value }) => value))))

/** The judge with these settings, for these questions (by rule id). */
export const judgeWorkOf = (mode: "live" | "batch", settings: JudgeSettings, questions: ReadonlyMap<string, Question>): JudgeWork => {
  const to = { endpoint: settings.baseUrl, model: settings.model }
  return {
    enlist: (pool, run) => enlistQuestions({ pool, run, questions, to }),
    ask: Effect.fn("JudgeWork.ask")(function*(pool, run, told) {
      const stage: JudgeStage = { pool, run, questions, to, told, counts: noJudgeCounts() }
      // Only one process asks at a time, or both would put the same questions.
      return yield* Effect.acquireUseRelease(
        stored(() => trySessionLock(pool, "judge", 0)),
        (lock) => Effect.gen(function*() {
          const spent = lock === null ? nothingSpent : yield* mode === "live" ? live(stage, settings) : batch(stage, settings)
          return yield* report(mode, stage, spent, lock === null ? "Another run is asking the judge already; what this one leaves open is asked by the next." : unfinished(stage))
        }),
        (lock) => Effect.promise(async () => lock?.release())
      )
    })
  }
}

// The package behind both is heavy, and most runs do without.

const live = Effect.fn("JudgeWork.live")(function*(stage: JudgeStage, settings: JudgeSettings) {
  const { makeOpenAiEndpoint } = yield* Effect.promise(() => import("./OpenAiEndpoint.ts"))
  const { askLive } = yield* Effect.promise(() => import("./LiveJudge.ts"))
  const endpoint = yield* makeOpenAiEndpoint(settings)
  yield* askLive(stage, settings.concurrency).pipe(Effect.provide(endpoint))
  return yield* Context.get(endpoint, Budget).spent
})

const batch = Effect.fn("JudgeWork.batch")(function*(stage: JudgeStage, settings: JudgeSettings) {
  const { BatchEndpoint, makeBatchEndpoint } = yield* Effect.promise(() => import("./BatchEndpoint.ts"))
  const { askInBatches } = yield* Effect.promise(() => import("./BatchJudge.ts"))
  yield* askInBatches(stage).pipe(
    Effect.provideServiceEffect(BatchEndpoint, makeBatchEndpoint(settings)),
    Effect.provideService(Budget, makeBudget(settings.cap))
  )
  const { collected, usage } = stage.counts
  const { cap } = settings
  return { requests: collected, usage, money: cap.prices === null ? null : money(cap.prices, usage), currency: cap.unit === "money" ? cap.currency : null } satisfies Spent
})

const nothingSpent: Spent = { requests: 0, usage: { prompt: 0, completion: 0, cached: 0 }, money: null, currency: null }

const unfinished = ({ counts: { stopped, unreachable } }: JudgeStage): string | null =>
  stopped !== null ? stopped.message : unreachable > 0 ? `${unreachable} requests to the judge did not get through; the next run makes them again.` : null

const report = Effect.fn("JudgeWork.report")(function*(mode: "live" | "batch", { counts, pool, run }: JudgeStage, spent: Spent, why: string | null) {
  const { failed, given, review, submitted } = counts
  return { mode, given, review, failed, submitted, left: yield* stored(() => countPending(pool, run)), spent, unfinished: why } satisfies JudgeReport
})
