import { Duration, Effect, Random, Schedule, ScheduleDecision, ScheduleInterval } from "effect"
import { Transient } from "./TransportFault.ts"

const firstWaitMs = 500
const longestWaitMs = 60_000
const jitter = 0.25

/** The first try and five more. */
export const mostTries = 6

/**
 * Waits between the tries of one request: 0.5 s, doubled each time up to a minute, ± 25 %, and never less than the endpoint asks
 * for. Ends after six tries, when the next wait would make all of them together longer than `patience`, and on any error but a
 * `Transient`. Its output is the wait in milliseconds.
 */
export function retryPolicy(patience: Duration.Duration): Schedule.Schedule<number, Error> {
  const most = Duration.toMillis(patience)
  return Schedule.makeWithState({ waits: 0, waited: 0 }, (now, error: Error, { waited, waits }) =>
    Effect.map(Random.nextRange(-jitter, jitter), (random) => {
      const own = Math.min(firstWaitMs * 2 ** waits, longestWaitMs) * (1 + random)
      const asked = error instanceof Transient ? error.waitMs ?? 0 : 0
      // All who were told the same moment come back spread over the time after it, as far as patience allows.
      const spread = asked * (1 + Math.abs(random))
      const wait = Math.ceil(Math.max(own, waited + spread > most ? asked : spread))
      const state = { waits: waits + 1, waited: waited + wait }
      const over = !(error instanceof Transient) || state.waits >= mostTries || state.waited > most
      return [state, wait, over ? ScheduleDecision.done : ScheduleDecision.continueWith(ScheduleInterval.after(now + wait))] as const
    }))
}
