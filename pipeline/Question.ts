import { Data, Effect } from "effect"
import type { Kysely } from "kysely"
import { Database } from "./Database.ts"
import type { Tables } from "./store/Tables.ts"

/** The database did not answer a question; `message` is for the user. */
export class QuestionFailed extends Data.TaggedError("QuestionFailed")<{ readonly message: string; readonly cause: unknown }> {}

/** Asks the open database something. */
export const ask = <A>(question: (kysely: Kysely<Tables>) => Promise<A>): Effect.Effect<A, QuestionFailed, Database> =>
  Effect.flatMap(Database, ({ kysely }) =>
    Effect.tryPromise({
      try: () => question(kysely),
      catch: (cause) => new QuestionFailed({ message: `The database could not answer: ${cause instanceof Error ? cause.message : String(cause)}`, cause })
    }))
