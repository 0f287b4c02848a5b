import { Context, Data, Effect } from "effect"
import type { Kysely } from "kysely"
import type { Tables } from "../pipeline/store/Tables.ts"

/** The database did not answer a question. `cause` is the driver's error; it may name data, so it is never shown on a page. */
export class ArchiveTrouble extends Data.TaggedError("ArchiveTrouble")<{ readonly cause: unknown }> {}

/** What a question is asked of. */
export type Connection = Kysely<Tables>

interface Reads {
  /** Everything `question` reads belongs to one moment, also while a run is writing; it can change nothing. */
  readonly read: <A>(question: (connection: Connection) => Promise<A>) => Effect.Effect<A, ArchiveTrouble>
}

/** The stored transcripts and scores, for reading only. */
export class Archive extends Context.Tag("dashboards/Archive")<Archive, Reads>() {
  static over(database: Kysely<Tables>): Reads {
    return {
      read: (question) =>
        Effect.tryPromise({
          try: () => database.transaction().setAccessMode("read only").setIsolationLevel("repeatable read").execute(question),
          catch: (cause) => new ArchiveTrouble({ cause })
        })
    }
  }
}
