import { Clock, Duration, Effect } from "effect"
import type { Limit, RateLimits } from "./RateLimitHeaders.ts"

/** Lets tries through as the endpoint's limits allow. */
export interface RateGate {
  /** Runs one try of a request of about so many tokens when there is room for it. */
  readonly pass: <A, E, R>(tokens: number, attempt: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  /** What the headers of an answer say; for use within the try. */
  readonly learn: (limits: RateLimits) => Effect.Effect<void>
  /** The endpoint asks everybody to wait. */
  readonly hold: (ms: number) => Effect.Effect<void>
  /** An answer has come: from now on requests go side by side. Until then they go one by one, so that a wrong key costs one request. */
  readonly open: Effect.Effect<void>
}

/** What is left of a limit, by our own count since the endpoint last told. */
interface Left {
  readonly limit: number
  remaining: number
  /** When `remaining` was right, and when nothing of the limit is used any more: epoch milliseconds. */
  asOf: number
  readonly resetAt: number
}

/** A gate that lets at most `concurrency` tries run at the same time, and none wait for a limit longer than `patience`. */
export const makeRateGate = Effect.fn("RateGate.make")(function*(concurrency: number, patience: Duration.Duration) {
  const most = Duration.toMillis(patience)
  const places = yield* Effect.makeSemaphore(concurrency)
  const alone = yield* Effect.makeSemaphore(1)
  let opened = false
  let heldUntil = 0
  let inFlight = 0
  let tokensInFlight = 0
  let requests: Left | null = null
  let tokens: Left | null = null

  const enter = (wanted: number, waited = 0): Effect.Effect<void> =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => {
      const wait = Math.ceil(Math.min(Math.max(heldUntil - now, lackingFor(requests, 1, now), lackingFor(tokens, wanted, now)), most - waited))
      if (wait > 0) return Effect.zipRight(Effect.sleep(wait), enter(wanted, waited + wait))
      inFlight++
      tokensInFlight += wanted
      if (requests !== null) requests.remaining -= 1
      if (tokens !== null) tokens.remaining -= wanted
      return Effect.void
    })

  const leave = (wanted: number) =>
    Effect.sync(() => {
      inFlight--
      tokensInFlight -= wanted
    })

  const gate: RateGate = {
    pass: (wanted, attempt) => {
      const guarded = Effect.acquireUseRelease(enter(wanted), () => attempt, () => leave(wanted))
      const first = alone.withPermits(1)(Effect.suspend(() => opened ? Effect.succeed(guarded) : Effect.map(guarded, Effect.succeed)))
      return places.withPermits(1)(Effect.suspend(() => (opened ? guarded : Effect.flatten(first))))
    },
    learn: (limits) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        // Whether the figures already count what else is under way is not told: taken as not.
        const others = Math.max(0, inFlight - 1)
        requests = told(limits.requests, others, now) ?? requests
        tokens = told(limits.tokens, (tokensInFlight * others) / Math.max(1, inFlight), now) ?? tokens
      }),
    hold: (ms) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        heldUntil = Math.max(heldUntil, now + ms)
      }),
    open: Effect.sync(() => {
      opened = true
    })
  }
  return gate
})

const told = ({ limit, remaining, resetMs }: Limit, elsewhere: number, now: number): Left | null =>
  limit === null || remaining === null || resetMs === null ? null : { limit, remaining: remaining - elsewhere, asOf: now, resetAt: now + resetMs }

/** Milliseconds until there is room for so much: what is used comes back evenly until the reset. */
const lackingFor = (left: Left | null, wanted: number, now: number): number => {
  if (left === null || left.resetAt <= now) return 0
  left.remaining += ((left.limit - left.remaining) * (now - left.asOf)) / (left.resetAt - left.asOf)
  left.asOf = now
  // More than the limit never fits: then the whole of it is as good as it gets.
  const lacking = Math.min(wanted, left.limit) - left.remaining
  return lacking <= 0 ? 0 : ((left.resetAt - now) * lacking) / (left.limit - left.remaining)
}
