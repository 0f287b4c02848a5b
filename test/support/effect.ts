import { Cause, Effect, Exit, type Scope, TestContext, type TestServices } from "effect"
import { test } from "vitest"

const run = async <E>(effect: Effect.Effect<unknown, E>): Promise<void> => {
  const exit = await Effect.runPromiseExit(effect)
  if (Exit.isSuccess(exit)) return
  const [first] = Cause.prettyErrors(exit.cause)
  // Vitest shows a failed expectation best when it gets the very error.
  throw Cause.squash(exit.cause) instanceof Error ? Cause.squash(exit.cause) : first ?? new Error(Cause.pretty(exit.cause))
}

/** A test whose body is an Effect, with a scope of its own and a clock that only the test moves (`TestClock.adjust`). */
export const effect = <E>(
  name: string,
  body: () => Effect.Effect<unknown, E, Scope.Scope | TestServices.TestServices>,
  timeout?: number
) => test(name, () => run(Effect.suspend(body).pipe(Effect.scoped, Effect.provide(TestContext.TestContext))), timeout)

/** The same with the real clock, for what talks to a database, a file or a process. */
export const live = <E>(name: string, body: () => Effect.Effect<unknown, E, Scope.Scope>, timeout?: number) =>
  test(name, () => run(Effect.suspend(body).pipe(Effect.scoped)), timeout)
