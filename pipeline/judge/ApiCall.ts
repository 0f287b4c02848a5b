import { Clock, Duration, Effect } from "effect"
import { type HeaderReader } from "./RetryAfter.ts"
import { Transient, transportFault, type TransportFault } from "./TransportFault.ts"

/**
 * One call of the openai package: given up after `timeout` with its connection closed, its error told as what it means. `heard`
 * gets the headers of an answer that was an error.
 */
export const apiCall = <A>(
  timeout: Duration.Duration,
  call: (signal: AbortSignal) => PromiseLike<A>,
  heard: (headers: HeaderReader) => Effect.Effect<void> = () => Effect.void
): Effect.Effect<A, TransportFault> =>
  Effect.tryPromise({ try: call, catch: (error) => error }).pipe(
    Effect.timeoutFail({
      duration: timeout,
      onTimeout: () => new Transient({ detail: `no answer within ${Duration.toSeconds(timeout)} s`, waitMs: null, limited: false, answered: false, paid: true })
    }),
    Effect.catchAll((error) =>
      error instanceof Transient ? error : Effect.flatMap(Clock.currentTimeMillis, (now) => {
        const headers = headersOf(error)
        const fault = Effect.fail(transportFault(error, now))
        return headers === null ? fault : Effect.zipRight(heard(headers), fault)
      })
    )
  )

const headersOf = (error: unknown): HeaderReader | null =>
  typeof error === "object" && error !== null && "headers" in error && error.headers instanceof Headers ? error.headers : null
