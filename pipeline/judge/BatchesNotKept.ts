import { Data, Effect } from "effect"

/** The database did not take or give what is known of batches. */
export class BatchesNotKept extends Data.TaggedError("BatchesNotKept")<{ readonly message: string; readonly cause: unknown }> {}

/** Work on what is stored about batches. */
export const kept = <A>(work: () => Promise<A>): Effect.Effect<A, BatchesNotKept> =>
  Effect.tryPromise({ try: work, catch: (cause) => new BatchesNotKept({ message: cause instanceof Error ? cause.message : String(cause), cause }) })
