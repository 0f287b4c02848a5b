import { Context, Deferred, Effect, FiberId } from "effect"
import { type BudgetCap, cost, money } from "./BudgetCap.ts"
import { type ChatRequest, JudgeStopped, type Usage } from "./Endpoint.ts"
import { promptTokensAtMost } from "./PromptTokens.ts"

/** What a run has used so far. */
export interface Spent {
  /** Requests whose end is known. */
  readonly requests: number
  readonly usage: Usage
  /** `null` where no prices are set. */
  readonly money: number | null
  /** `null` where prices are set without a currency. */
  readonly currency: string | null
}

/**
 * The hard cap of a run. While even the dearest end of everything under way fits below it, requests run side by side; near it
 * they run one at a time, each only if one of the usual price still fits. So a run ends less than one request before the cap, and
 * passes it only by what its last request cost more than usual.
 */
export class Budget extends Context.Tag("Budget")<Budget, {
  readonly spent: Effect.Effect<Spent>
  /** Room for one request; waits while others under way may leave some. Release it exactly once, with what the request used. */
  readonly reserve: (request: ChatRequest) => Effect.Effect<Reservation, JudgeStopped>
  /**
   * Takes room for a request whose end this run will not see; false if there is none. At the most it can cost, until enough is known
   * of what such requests use: then at a tenth more than that.
   */
  readonly foresee: (request: ChatRequest) => Effect.Effect<boolean>
  /** What a request of an earlier run used: it shows what others will, and is not charged to this one. */
  readonly learn: (request: ChatRequest, used: Usage) => Effect.Effect<void>
}>() {}

export interface Reservation {
  /** What a request like this one uses, by those before it; for what the endpoint does not tell. */
  readonly usual: () => Usage
  /** `null`: nothing that is paid for. */
  readonly settle: (used: Usage | null) => Effect.Effect<void>
}

/** So many requests show what others will use. */
const enoughToFollow = 20

const nothing: Usage = { prompt: 0, completion: 0, cached: 0 }
const plus = (a: Usage, b: Usage): Usage => ({ prompt: a.prompt + b.prompt, completion: a.completion + b.completion, cached: a.cached + b.cached })

/** A budget of which nothing is used yet. */
export function makeBudget(cap: BudgetCap): Context.Tag.Service<Budget> {
  let usage = nothing
  let requests = 0
  /** What requests used whose end is known, of this run and earlier ones, and what they might have used at most. */
  const known = { requests: 0, used: nothing, most: nothing }
  let reserved = 0
  let underWay = 0
  let foreseenElsewhere = 0
  let changed = Deferred.unsafeMake<void>(FiberId.none)

  const atMost = (request: ChatRequest): Usage => ({ prompt: promptTokensAtMost(request), completion: request.max_completion_tokens, cached: 0 })
  const usual = (most: Usage): Usage =>
    known.most.prompt === 0 ? most : {
      prompt: Math.ceil((most.prompt * known.used.prompt) / known.most.prompt),
      completion: Math.ceil((most.completion * known.used.completion) / Math.max(1, known.most.completion)),
      cached: Math.floor((most.prompt * known.used.cached) / known.most.prompt)
    }
  const know = (used: Usage, most: Usage) => {
    known.requests++
    known.used = plus(known.used, used)
    known.most = plus(known.most, most)
  }

  const reserve = (request: ChatRequest): Effect.Effect<Reservation, JudgeStopped> =>
    Effect.suspend(() => {
      const most = atMost(request)
      const dearest = cost(cap, most)
      const spent = cost(cap, usage) + foreseenElsewhere
      const fits = spent + reserved + dearest <= cap.most || (underWay === 0 && spent + cost(cap, usual(most)) <= cap.most)
      if (!fits) {
        if (underWay > 0) return Effect.zipRight(Deferred.await(changed), reserve(request))
        return new JudgeStopped({ reason: "budget", message: `The judge's budget is spent: ${told()}. Raise TRANSCRIPT_QA_JUDGE_BUDGET to judge more.` })
      }
      reserved += dearest
      underWay++
      return Effect.succeed({
        usual: () => usual(most),
        settle: (used) =>
          Effect.suspend(() => {
            reserved = underWay === 1 ? 0 : reserved - dearest
            underWay--
            if (used !== null) {
              requests++
              usage = plus(usage, used)
              know(used, most)
            }
            const waiting = changed
            changed = Deferred.unsafeMake<void>(FiberId.none)
            return Effect.asVoid(Deferred.succeed(waiting, undefined))
          })
      })
    })

  const told = () =>
    cap.unit === "money"
      ? `${money(cap.prices, usage).toFixed(4)} of ${cap.most} ${cap.currency}, ${requests} requests`
      : `${usage.prompt + usage.completion} of ${cap.most} tokens, ${requests} requests`

  return {
    spent: Effect.sync(() => ({
      requests,
      usage,
      money: cap.prices === null ? null : money(cap.prices, usage),
      currency: cap.unit === "money" ? cap.currency : null
    })),
    reserve,
    foresee: (request) =>
      Effect.sync(() => {
        const most = atMost(request)
        const expected = known.requests < enoughToFollow ? cost(cap, most) : cost(cap, usual(most)) * 1.1
        const fits = cost(cap, usage) + reserved + foreseenElsewhere + expected <= cap.most
        if (fits) foreseenElsewhere += expected
        return fits
      }),
    learn: (request, used) => Effect.sync(() => know(used, atMost(request)))
  }
}
