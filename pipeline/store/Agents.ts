import type { Pool } from "pg"
import type { Agent } from "../../schemas/Transcript.ts"
import type { Run } from "./Run.ts"
import { storableText } from "../StorableText.ts"

/**
 * Makes sure that `run.agents` knows every agent of a batch. An agent without a transcript does no harm, so this needs
 * no part in the transaction of the batch, and another process never waits for one here. The latest name wins.
 */
export async function learnAgents(pool: Pool, run: Run, agents: Iterable<Agent>): Promise<void> {
  const unknown = new Map<string, string | null>()
  for (const agent of agents) {
    const id = storableText(agent.id)
    const name = agent.name === null ? null : storableText(agent.name)
    const known = run.agents.get(id)
    if (known === undefined || (name !== null && name !== known.name)) unknown.set(id, name ?? unknown.get(id) ?? null)
  }
  if (unknown.size === 0 && run.agents.has(null)) return
  // Sorted, so that two processes that meet the same agents wait for each other in the same order.
  const sorted = [...unknown].toSorted(([a], [b]) => a < b ? -1 : 1)
  const { rows } = await pool.query<{ external_id: string | null; id: number; name: string | null }>(
    `with written as (
      insert into agents as a (external_id, name) select * from unnest($1::text[], $2::text[])
      on conflict (external_id) do update set name = coalesce(excluded.name, a.name)
      returning a.external_id, a.id, a.name)
    select * from written union all select external_id, id, name from agents where external_id is null`,
    [sorted.map(([id]) => id), sorted.map(([, name]) => name)]
  )
  for (const { external_id, id, name } of rows) run.agents.set(external_id, { id, name })
}
