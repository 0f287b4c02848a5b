import { Data, Effect } from "effect"
import type { Pool } from "pg"
import type { Opinion } from "../../schemas/Opinion.ts"
import type { Question } from "../../scorers/judge/Question.ts"
import { enlist, keepOpinions, type Undecided, undecidedTranscripts } from "../store/PendingOpinions.ts"
import type { Run } from "../store/Run.ts"
import { Budget } from "./Budget.ts"
import type { Addressee } from "./Dossier.ts"
import { type JudgeCounts, spentWords } from "./JudgeReport.ts"

/** What the judge said could not be kept, or what it is to be asked not be read: the database is gone. */
export class JudgeNotKept extends Data.TaggedError("JudgeNotKept")<{ readonly message: string }> {}

/** What a stage of the judge works with. `told` gets a line that says how far it is. */
export interface JudgeStage {
  readonly pool: Pool
  readonly run: Run
  readonly questions: ReadonlyMap<string, Question>
  readonly to: Addressee
  readonly counts: JudgeCounts
  readonly told: (line: string) => void
}

/** Enough to keep every connection to the endpoint busy, few enough to hold in memory. */
const atATime = 100

export const stored = <A>(work: () => Promise<A>): Effect.Effect<A, JudgeNotKept> =>
  Effect.tryPromise({ try: work, catch: (error) => new JudgeNotKept({ message: error instanceof Error ? error.message : String(error) }) })

/** Lists what is to be asked; how many outcomes wait for an opinion now. */
export const enlistQuestions = ({ pool, questions, run, to }: Pick<JudgeStage, "pool" | "questions" | "run" | "to">): Effect.Effect<number, JudgeNotKept> =>
  stored(() => enlist(pool, run, { model: to.model, questions: new Map([...questions].map(([rule, { version }]) => [rule, version])) }))

/** Goes through every transcript with pending opinions, a page at a time, `concurrency` of them at once, until all are done or the judge stopped. */
export const throughUndecided = Effect.fn("JudgeStage.throughUndecided")(function*<E, R>(
  stage: JudgeStage,
  concurrency: number,
  each: (undecided: Undecided) => Effect.Effect<void, E, R>
) {
  const { counts, told } = stage
  const budget = yield* Budget
  let done = 0
  const one = (undecided: Undecided) =>
    Effect.suspend(() => (counts.stopped === null ? each(undecided) : Effect.void)).pipe(
      Effect.zipRight(budget.spent),
      Effect.map((spent) => told(`asking the judge: ${(++done).toLocaleString("en")} transcripts · ${spentWords(spent)}`))
    )
  let before: string | null = null
  while (counts.stopped === null) {
    const page: ReadonlyArray<Undecided> = yield* nextPage(stage, before)
    if (page.length === 0) break
    yield* Effect.forEach(page, one, { concurrency, discard: true })
    before = page.at(-1)!.id
  }
})

const nextPage = ({ pool, run }: JudgeStage, before: string | null) => stored(() => undecidedTranscripts(pool, run, before, atATime))

/** Keeps the opinions that are no longer pending, and counts them. */
export const conclude = ({ counts, pool, run }: JudgeStage, undecided: Pick<Undecided, "id" | "revision">, opinions: ReadonlyArray<Opinion>): Effect.Effect<void, JudgeNotKept> =>
  Effect.suspend(() => {
    const final = opinions.filter(({ state }) => state !== "pending")
    for (const { state } of final) if (state !== "pending") counts[state]++
    return final.length === 0 ? Effect.void : stored(() => keepOpinions(pool, run, undecided, final))
  })
