import { type ConfigError, Context, Duration, Effect, Layer } from "effect"
import { apiCall } from "./ApiCall.ts"
import { Budget, makeBudget } from "./Budget.ts"
import { readCompletion } from "./Completion.ts"
import { type Dialect, full, spoken, understood } from "./Dialect.ts"
import { type ChatRequest, Endpoint, type JudgeStopped, type Reply, type Usage } from "./Endpoint.ts"
import { type JudgeSettings, judgeSettings } from "./JudgeSettings.ts"
import { openAiClient } from "./OpenAiClient.ts"
import { promptTokensAtMost } from "./PromptTokens.ts"
import { makeRateGate } from "./RateGate.ts"
import { rateLimits } from "./RateLimitHeaders.ts"
import { retryPolicy } from "./RetryPolicy.ts"
import { stopping } from "./Stopping.ts"
import { type Fatal, type Refusal, Transient } from "./TransportFault.ts"

/** So many requests in a row that get no answer, and the endpoint is taken as down. */
const strikesForDown = 3

/** The chat endpoint of `settings`, and the budget that its requests draw on. Once it says `JudgeStopped`, it sends nothing more. */
export const makeOpenAiEndpoint = Effect.fn("OpenAiEndpoint.make")(function*(settings: JudgeSettings) {
  const client = yield* openAiClient(settings)
  const budget = makeBudget(settings.cap)
  const gate = yield* makeRateGate(settings.concurrency, settings.patience)
  const policy = retryPolicy(settings.patience)
  let dialect: Dialect = full
  let stopped: JudgeStopped | null = null
  let strikes = 0
  let answered = false

  const stop = (why: JudgeStopped): JudgeStopped => (stopped ??= why)

  const hear = Effect.suspend(() => {
    strikes = 0
    answered = true
    return gate.open
  })

  /** One HTTP request. */
  const attempt = (request: ChatRequest, spokenIn: Dialect, usual: () => Usage): Effect.Effect<Reply, Transient | Refusal | Fatal> =>
    apiCall(
      settings.timeout,
      (signal) => client.chat.completions.create(spoken(request, spokenIn), { signal }).withResponse(),
      (headers) => gate.learn(rateLimits(headers))
    ).pipe(
      Effect.tap(({ response }) => gate.learn(rateLimits(response.headers))),
      Effect.flatMap(({ data }) => {
        const reply = readCompletion(data, request.model, usual)
        return reply === null
          ? new Transient({ detail: "the answer is no chat completion", waitMs: null, limited: false, answered: true, paid: false })
          : Effect.succeed(reply)
      })
    )

  /** One try; where the endpoint does not understand a part of the request, at once another without it. */
  const tryOnce = (request: ChatRequest, usual: () => Usage): Effect.Effect<Reply, Transient | JudgeStopped> =>
    Effect.suspend(() => {
      // What the budget once had room for may end.
      if (stopped !== null && stopped.reason !== "budget") return stopped
      const spokenIn = dialect
      return attempt(request, spokenIn, usual).pipe(
        Effect.tap(() => hear),
        Effect.catchTags({
          Refusal: (refusal) => {
            const other = understood(spokenIn, refusal)
            if (other === null) return Effect.as(hear, { _tag: refusal.kind, detail: refusal.detail, usage: null } satisfies Reply)
            dialect = other
            return tryOnce(request, usual)
          },
          Fatal: (fault) => stop(stopping(fault, { baseUrl: settings.baseUrl, model: request.model }))
        }),
        Effect.tapErrorTag("Transient", ({ limited, waitMs }) =>
          limited && waitMs !== null && waitMs <= Duration.toMillis(settings.patience) ? gate.hold(waitMs) : Effect.void)
      )
    })

  const giveUp = ({ answered: alive, detail }: Transient, model: string): Effect.Effect<Reply, JudgeStopped> =>
    Effect.suspend(() => {
      // Who has never been heard of is not waited for again.
      strikes += answered || alive ? 1 : strikesForDown
      return strikes >= strikesForDown
        ? stop(stopping({ reason: "down", detail }, { baseUrl: settings.baseUrl, model }))
        : Effect.succeed({ _tag: "Unreachable", detail, usage: null })
    })

  const ask = Effect.fn("OpenAiEndpoint.ask")(function*(request: ChatRequest) {
    if (stopped !== null) return yield* stopped
    let used: Usage | null = null
    const tokens = promptTokensAtMost(request) + request.max_completion_tokens
    return yield* Effect.acquireUseRelease(
      Effect.mapError(budget.reserve(request), stop),
      ({ usual }) =>
        gate.pass(tokens, tryOnce(request, usual)).pipe(
          // An answer nobody waited for may be on the bill all the same.
          Effect.tapErrorTag("Transient", ({ paid }) => Effect.sync(() => { if (paid) used = sum(used, usual()) })),
          Effect.retry(policy),
          Effect.catchTag("Transient", (fault) => giveUp(fault, request.model)),
          Effect.tap(({ usage }) => Effect.sync(() => { if (usage !== null) used = sum(used, usage) }))
        ),
      ({ settle }) => Effect.suspend(() => settle(used))
    )
  })

  return Context.make(Endpoint, { ask }).pipe(Context.add(Budget, budget))
})

/** Live requests to the endpoint of the settings. */
export const openAiEndpoint: Layer.Layer<Endpoint | Budget, ConfigError.ConfigError> = Layer.effectContext(Effect.flatMap(judgeSettings, makeOpenAiEndpoint))

const sum = (a: Usage | null, b: Usage): Usage =>
  a === null ? b : { prompt: a.prompt + b.prompt, completion: a.completion + b.completion, cached: a.cached + b.cached }
