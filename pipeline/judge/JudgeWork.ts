import { Effect } from "effect"
import type { ConfigError } from "effect/ConfigError"
import type { Pool } from "pg"
import type { Question } from "../../scorers/judge/Question.ts"
import { questionsOf } from "../../scorers/judge/Question.ts"
import type { LoadedRules } from "../../scorers/RuleFiles.ts"
import { countPending } from "../store/PendingOpinions.ts"
import type { Run } from "../store/Run.ts"
import { trySessionLock } from "../store/SessionLock.ts"
import { Budget } from "./Budget.ts"
import { type JudgeReport, noJudgeCounts } from "./JudgeReport.ts"
import { type JudgeSettings, judgeSettings } from "./JudgeSettings.ts"
import { enlistQuestions, type JudgeNotKept, type JudgeStage, stored } from "./JudgeStage.ts"

export type JudgeMode = "off" | "live" | "batch"

/** The judge's part of a run. `enlist` lists what is open; `ask` puts it to the judge, which may end before all of it is asked. */
export interface JudgeWork {
  readonly enlist: (pool: Pool, run: Run) => Effect.Effect<number, JudgeNotKept>
  readonly ask: (pool: Pool, run: Run, told: (line: string) => void) => Effect.Effect<JudgeReport, JudgeNotKept>
}

/** The judge as the settings have it; `null` where it is off. Settings that are wrong or missing are told before anything is read. */
export const judgeWork = (mode: JudgeMode, { rules }: LoadedRules): Effect.Effect<JudgeWork | null, ConfigError> =>
  mode === "off" ? Effect.succeed(null) : Effect.map(judgeSettings, (settings) => judgeWorkOf(mode, settings, questionsOf(rules.map(({ value }) => value))))

/** The judge with these settings, for these questions (by rule id). */
export const judgeWorkOf = (mode: "live" | "batch", settings: JudgeSettings, questions: ReadonlyMap<string, Question>): JudgeWork => {
  const to = { endpoint: settings.baseUrl, model: settings.model }
  return {
    enlist: (pool, run) => enlistQuestions({ pool, run, questions, to }),
    ask: Effect.fn("JudgeWork.ask")(function*(pool, run, told) {
      // The package behind it is heavy, and most runs do without.
      const { makeOpenAiEndpoint } = yield* Effect.promise(() => import("./OpenAiEndpoint.ts"))
      const endpoint = yield* makeOpenAiEndpoint(settings)
      return yield* asking(mode, { pool, run, questions, to, told, counts: noJudgeCounts() }, settings).pipe(Effect.provide(endpoint))
    })
  }
}

/** Only one process asks at a time, or both would put the same questions. */
const asking = (mode: "live" | "batch", stage: JudgeStage, settings: JudgeSettings) =>
  Effect.acquireUseRelease(
    stored(() => trySessionLock(stage.pool, "judge", 0)),
    (lock) => lock === null ? busy(mode, stage) : Effect.gen(function*() {
      const { askLive } = yield* Effect.promise(() => import("./LiveJudge.ts"))
      yield* askLive(stage, settings.concurrency)
      return yield* report(mode, stage, unfinished(stage))
    }),
    (lock) => Effect.promise(async () => lock?.release())
  )

const busy = (mode: "live" | "batch", stage: JudgeStage) => report(mode, stage, "Another run is asking the judge already; what this one leaves open is asked by the next.")

const unfinished = ({ counts: { stopped, unreachable } }: JudgeStage): string | null =>
  stopped !== null ? stopped.message : unreachable > 0 ? `${unreachable} requests to the judge did not get through; the next run makes them again.` : null

const report = Effect.fn("JudgeWork.report")(function*(mode: "live" | "batch", { counts, pool, run }: JudgeStage, why: string | null) {
  const { failed, given, review, submitted } = counts
  const budget = yield* Budget
  return { mode, given, review, failed, submitted, left: yield* stored(() => countPending(pool, run)), spent: yield* budget.spent, unfinished: why } satisfies JudgeReport
})
