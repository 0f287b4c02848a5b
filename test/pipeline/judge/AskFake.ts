import { Context, Duration, Effect, type Exit, type Scope } from "effect"
import { type FakeOpenAi, type FakeOptions, startFakeOpenAi } from "../../fake-openai/FakeOpenAi.ts"
import { Budget, type Spent } from "../../../pipeline/judge/Budget.ts"
import { type ChatRequest, Endpoint, type JudgeStopped, type Reply } from "../../../pipeline/judge/Endpoint.ts"
import type { JudgeSettings } from "../../../pipeline/judge/JudgeSettings.ts"
import { makeOpenAiEndpoint } from "../../../pipeline/judge/OpenAiEndpoint.ts"
import { chatRequest } from "./ChatRequests.ts"
import { jumpingClock } from "./JumpingClock.ts"
import { settingsFor } from "./SettingsFor.ts"

/** A fake endpoint for the test, and the live endpoint before it, whose waits are jumped over by the clock that `now` reads. */
export interface Asking {
  readonly fake: FakeOpenAi
  readonly ask: (request?: ChatRequest) => Effect.Effect<Reply, JudgeStopped>
  readonly outcome: (request?: ChatRequest) => Effect.Effect<Exit.Exit<Reply, JudgeStopped>>
  readonly spent: Effect.Effect<Spent>
  readonly waits: ReadonlyArray<number>
  readonly now: () => number
}

export const asking = (options: FakeOptions | ((now: () => number) => FakeOptions) = {}, changes: Partial<JudgeSettings> = {}): Effect.Effect<Asking, never, Scope.Scope> =>
  Effect.gen(function*() {
    const timeout = Duration.toMillis(changes.timeout ?? Duration.seconds(60))
    const { clock, now, waits } = jumpingClock((ms) => ms === timeout)
    const fake = yield* Effect.acquireRelease(Effect.promise(() => startFakeOpenAi({ now, ...(typeof options === "function" ? options(now) : options) })), ({ close }) => Effect.promise(close))
    const context = yield* makeOpenAiEndpoint(settingsFor(fake.url, changes))
    const ask = (request = chatRequest()) => Effect.withClock(Context.get(context, Endpoint).ask(request), clock)
    return { fake, ask, outcome: (request) => Effect.exit(ask(request)), spent: Context.get(context, Budget).spent, waits, now }
  })
