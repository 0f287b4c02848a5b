import { Duration, Effect } from "effect"
import type { Pool, PoolClient } from "pg"
import { BatchEndpoint, makeBatchEndpoint } from "../../../pipeline/judge/BatchEndpoint.ts"
import { collectBatches, submitBatch } from "../../../pipeline/judge/Batches.ts"
import type { BatchLimits, BatchRequest } from "../../../pipeline/judge/BatchRows.ts"
import { Budget, makeBudget } from "../../../pipeline/judge/Budget.ts"
import type { Reply } from "../../../pipeline/judge/Endpoint.ts"
import { chatRequest } from "./ChatRequests.ts"
import { jumpingClock } from "./JumpingClock.ts"
import { settingsFor } from "./SettingsFor.ts"

export const batchRequests = (count: number, from = 0): ReadonlyArray<BatchRequest> =>
  Array.from({ length: count }, (_, index) => ({ customId: `request-${from + index}`, request: chatRequest(from + index) }))

/** Where kept replies go: without a key, so that one kept twice is seen. */
export const makeKept = (pool: Pool) => pool.query("create table kept (custom_id text not null, reply jsonb not null)")

const keep = async (client: PoolClient, customId: string, reply: Reply): Promise<void> => {
  await client.query("insert into kept values ($1, $2)", [customId, JSON.stringify(reply)])
}

/** What a stage does with batches, at the endpoint `baseUrl`. */
export const batchNight = (pool: Pool, baseUrl: string, { most = Number.POSITIVE_INFINITY, patience = Duration.seconds(120) } = {}) => {
  // Timeouts take their time, and so does waiting for a dead process's lock; waits between tries do not.
  const { clock } = jumpingClock((ms) => ms >= 60_000 || ms < 300)
  const budget = makeBudget({ unit: "tokens", most, prices: null })
  const provided = <A, E>(effect: Effect.Effect<A, E, BatchEndpoint | Budget>) =>
    Effect.provideServiceEffect(effect, BatchEndpoint, makeBatchEndpoint(settingsFor(baseUrl, { patience }))).pipe(
      Effect.provideService(Budget, budget),
      Effect.withClock(clock)
    )
  return {
    submit: (requests: ReadonlyArray<BatchRequest>, limits?: BatchLimits) => provided(submitBatch(pool, requests, limits)),
    collect: provided(collectBatches(pool, keep))
  }
}
