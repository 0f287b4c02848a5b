import { Clock, Data, Effect } from "effect"
import type { SetAside } from "../schemas/SetAside.ts"
import type { LoadedRules } from "../scorers/RuleFiles.ts"
import { Database } from "./Database.ts"
import { HeldLines } from "./HeldLines.ts"
import type { JudgeReport } from "./judge/JudgeReport.ts"
import type { JudgeNotKept } from "./judge/JudgeStage.ts"
import type { JudgeWork } from "./judge/JudgeWork.ts"
import type { OutcomeLines } from "./OutcomeLines.ts"
import { type Counts, type Job, noCounts, score } from "./Scoring.ts"
import { refreshCases } from "./store/Cases.ts"
import { anyCounting } from "./store/DecidedScores.ts"
import { settleTrust } from "./store/JudgeTrust.ts"
import { finishRun, stopRun, beginRun } from "./store/Runs.ts"
import { type Refreshed, refreshScorecards } from "./store/Scorecards.ts"
import { noStore, storeSink } from "./StoreSink.ts"

/** The run could not go on. What it had stored until then is complete. */
export class RunStopped extends Data.TaggedError("RunStopped")<{ readonly problem: string; readonly counts: Counts }> {
  override get message(): string {
    const { read, setAside } = this.counts
    return `The run stopped: ${this.problem}\nUntil then ${read} transcripts were read and ${setAside} inputs set aside; what was stored is complete. Run it again to go on.`
  }
}

export interface RunResult {
  readonly run: number | null
  readonly counts: Counts
  readonly cards: Refreshed | null
  /** `null` where the judge was not asked. */
  readonly judge: JudgeReport | null
  readonly seconds: number
}

type Work = Omit<Job, "sink" | "signal" | "compiled" | "lines"> & { readonly rules: LoadedRules; readonly lines: OutcomeLines | null }

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/**
 * Scores into the database: one run, its scorecards brought up to date at the end. The judge is asked when all that is stored and counted; what it
 * leaves open, the next run asks.
 */
export const scoreIntoStore = Effect.fn("ScoreRun.intoStore")(function* (work: Work, command: string, timeZone: string, judge: JudgeWork | null) {
  const { pool } = yield* Database
  const started = performance.now()
  const counts = noCounts()
  const rubric = work.rules.compiled.rubric
  const attempt = <A>(promise: (signal: AbortSignal) => Promise<A>) =>
    Effect.tryPromise({ try: promise, catch: (error) => new RunStopped({ problem: reasonOf(error), counts }) })
  const stopping = Effect.mapError(({ message }: JudgeNotKept) => new RunStopped({ problem: message, counts }))
  return yield* Effect.acquireUseRelease(
    attempt(() => beginRun(pool, { command, rubric, definition: work.rules.definition })),
    (run) =>
      Effect.scoped(Effect.gen(function* () {
        const lines = yield* linesOf(work.lines, judge !== null || (yield* attempt(() => anyCounting(pool, run))))
        yield* attempt((signal) => score({ ...work, lines, compiled: work.rules.compiled, sink: storeSink(pool, run), signal }, counts))
        work.progress.closing("bringing cases up to date")
        const now = yield* Clock.currentTimeMillis
        yield* attempt(() => refreshCases(pool, run, work.rules.compiled.cases, { now, timeZone }))
        work.progress.closing("bringing scorecards up to date")
        if (judge !== null) yield* judge.enlist(pool, run).pipe(stopping)
        yield* attempt(() => settleTrust(pool, run))
        let cards = yield* attempt(() => refreshScorecards(pool, run, timeZone))
        const judged = judge === null ? null : yield* judge.ask(pool, run, work.progress.closing).pipe(stopping)
        if (judged !== null && (yield* attempt(() => settleTrust(pool, run))) > 0) {
          const again = yield* attempt(() => refreshScorecards(pool, run, timeZone))
          cards = { ...again, removed: cards.removed + again.removed }
        }
        if (lines instanceof HeldLines) yield* attempt(() => lines.release(work.lines!, pool, run))
        return { run: run.id, counts, cards, judge: judged, seconds: (performance.now() - started) / 1000 } satisfies RunResult
      })),
    (run, exit) =>
      Effect.promise(() =>
        (exit._tag === "Success"
          ? finishRun(pool, run, counts, exit.value.judge?.unfinished ?? null)
          : stopRun(pool, run, counts, exit.cause._tag === "Fail" ? exit.cause.error.problem : "interrupted")
        ).catch(() => undefined)
      )
  )
})

/** Outcomes are held back while it is open who decides them. */
const linesOf = (lines: OutcomeLines | null, open: boolean) =>
  lines === null || !open ? Effect.succeed(lines) : Effect.acquireRelease(Effect.sync(() => new HeldLines()), (held) => Effect.promise(() => held.delete()))

/** Scores without a database; what is set aside is told to `report`, since it is listed nowhere else. */
export const scoreOnly = Effect.fn("ScoreRun.only")(function* (work: Work, report: (setAside: SetAside) => void) {
  const started = performance.now()
  const counts = noCounts()
  yield* Effect.tryPromise({
    try: (signal) => score({ ...work, compiled: work.rules.compiled, sink: noStore(report), signal }, counts),
    catch: (error) => new RunStopped({ problem: reasonOf(error), counts })
  })
  return { run: null, counts, cards: null, judge: null, seconds: (performance.now() - started) / 1000 } satisfies RunResult
})
