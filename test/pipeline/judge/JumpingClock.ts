import { Clock, Duration, Effect } from "effect"

/** A clock that jumps over waits instead of waiting, and writes them down. */
export interface JumpingClock {
  readonly clock: Clock.Clock
  /** Milliseconds of each wait, in order. */
  readonly waits: ReadonlyArray<number>
  /** Epoch milliseconds by this clock. */
  readonly now: () => number
}

/** `really` tells which waits take their time all the same: the timeouts of what goes on outside. */
export const jumpingClock = (really: (ms: number) => boolean): JumpingClock => {
  const waits: Array<number> = []
  let now = Date.now()
  const clock: Clock.Clock = {
    [Clock.ClockTypeId]: Clock.ClockTypeId,
    unsafeCurrentTimeMillis: () => now,
    unsafeCurrentTimeNanos: () => BigInt(now) * 1_000_000n,
    currentTimeMillis: Effect.sync(() => now),
    currentTimeNanos: Effect.sync(() => BigInt(now) * 1_000_000n),
    sleep: (duration) => {
      const ms = Duration.toMillis(duration)
      if (really(ms)) {
        return Effect.async<void>((resume) => {
          const timer = setTimeout(() => resume(Effect.void), ms)
          return Effect.sync(() => clearTimeout(timer))
        })
      }
      return Effect.zipRight(
        Effect.sync(() => {
          waits.push(ms)
          now += ms
        }),
        // Whatever else is ready goes first, as it would in all that time.
        Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))
      )
    }
  }
  return { clock, waits, now: () => now }
}
