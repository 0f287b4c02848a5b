import { Context, Duration, Effect, Exit, Redacted, type Scope } from "effect"
import { type FakeOpenAi, type FakeOptions, startFakeOpenAi } from "../../fake-openai/FakeOpenAi.ts"
import { Budget, type Spent } from "../../../pipeline/judge/Budget.ts"
import { type ChatRequest, Endpoint, type JudgeStopped, type Reply } from "../../../pipeline/judge/Endpoint.ts"
import type { JudgeSettings } from "../../../pipeline/judge/JudgeSettings.ts"
import { makeOpenAiEndpoint } from "../../../pipeline/judge/OpenAiEndpoint.ts"
import { jumpingClock } from "./JumpingClock.ts"

/** A request about a transcript of two turns; `seq` makes it another one. */
export const chatRequest = (seq = 0): ChatRequest => ({
  model: "honest",
  messages: [
    { role: "system", content: "[empathy/acknowledge] 坐席有没有先理解客户着急的心情？" },
    { role: "user", content: `[{"t":0,"r":"customer","x":"我很着急，第${seq}次来问了"},"#mark",{"t":1,"r":"agent","x":"理解您着急的心情，我马上查。"}]` }
  ],
  response_format: {
    type: "json_schema",
    json_schema: {
      name: "answers",
      strict: true,
      schema: { type: "object", properties: { question: { enum: ["empathy/acknowledge"] }, label: { enum: ["met", "partly", "not_met", "not_applicable", "cannot_tell"] } } }
    }
  },
  max_completion_tokens: 400,
  temperature: 0,
  store: false
})

/** Settings for an endpoint, with nothing that limits. */
export const settingsFor = (baseUrl: string, changes: Partial<JudgeSettings> = {}): JudgeSettings => ({
  baseUrl,
  key: Redacted.make("sk-secret"),
  model: "honest",
  cap: { unit: "tokens", most: Number.POSITIVE_INFINITY, prices: null },
  concurrency: 8,
  timeout: Duration.seconds(60),
  patience: Duration.seconds(120),
  ...changes
})

/** A fake endpoint for the test, and the live endpoint before it, whose waits are jumped over. */
export interface Asking {
  readonly fake: FakeOpenAi
  readonly ask: (request?: ChatRequest) => Effect.Effect<Reply, JudgeStopped>
  readonly outcome: (request?: ChatRequest) => Effect.Effect<Exit.Exit<Reply, JudgeStopped>>
  readonly spent: Effect.Effect<Spent>
  readonly waits: ReadonlyArray<number>
  readonly now: () => number
}

export const asking = (options: FakeOptions = {}, changes: Partial<JudgeSettings> = {}): Effect.Effect<Asking, never, Scope.Scope> =>
  Effect.gen(function*() {
    const timeout = Duration.toMillis(changes.timeout ?? Duration.seconds(60))
    const { clock, now, waits } = jumpingClock((ms) => ms === timeout)
    const fake = yield* Effect.acquireRelease(Effect.promise(() => startFakeOpenAi({ now, ...options })), ({ close }) => Effect.promise(close))
    const context = yield* makeOpenAiEndpoint(settingsFor(fake.url, changes))
    const ask = (request = chatRequest()) => Effect.withClock(Context.get(context, Endpoint).ask(request), clock)
    return { fake, ask, outcome: (request) => Effect.exit(ask(request)), spent: Context.get(context, Budget).spent, waits, now }
  })
