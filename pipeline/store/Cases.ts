import type { Pool, PoolClient } from "pg"
import type { CaseJudge, CaseVerdict } from "../../scorers/cases/CaseJudge.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { learnAgents } from "./Agents.ts"
import { writeCases } from "./CaseRows.ts"
import { loadSeeds, touchedSeeds } from "./CaseSeeds.ts"
import type { Run } from "./Run.ts"
import { lockClass } from "./SessionLock.ts"
import { transaction } from "./Transaction.ts"

/**
 * Judges anew the cases this run touched, those of earlier runs that ended before they came to it, and those still open, under the rubric of the
 * run; what other rubrics say stays. `now`: epoch milliseconds; the record is known up to the latest contact before it. Returns how many cases
 * were judged. All or nothing; call it when the run has written its last transcript.
 */
export async function refreshCases(pool: Pool, run: Run, judge: CaseJudge, { now, timeZone }: { readonly now: number; readonly timeZone: string }): Promise<number> {
  if (judge.idle) return 0
  return transaction(pool, async (client) => {
    // Two at once would each judge without the other's transcripts.
    await client.query(`select pg_advisory_xact_lock(${lockClass("'cases'")}, 0)`)
    const runs = await uncased(client, run)
    const horizon = await knownUntil(client, now)
    let judged = 0
    if (horizon !== null) {
      for await (const some of touchedSeeds(client, run, runs, judge, horizon)) {
        const loaded = await loadSeeds(client, some)
        const ids = new Map<Transcript, string>(loaded.transcripts.map(({ id, transcript }) => [transcript, id]))
        const verdicts = judge.judge([...ids.keys()], { horizon, zone: timeZone })
        await learnAgents(pool, run, agentsOf(verdicts))
        await writeCases(client, run, loaded, verdicts, ids, horizon)
        judged += verdicts.length
      }
    }
    await client.query("update runs set cased = true where id = any($1::bigint[])", [runs])
    return judged
  })
}

async function uncased(client: PoolClient, run: Run): Promise<ReadonlyArray<number>> {
  const { rows } = await client.query<{ id: string }>("select id from runs where not cased and rubric_id = $2 and (status <> 'running' or id = $1)", [run.id, run.rubricId])
  return rows.map(({ id }) => Number(id))
}

/** `null` where no transcript has a date. */
async function knownUntil(client: PoolClient, now: number): Promise<number | null> {
  const { rows } = await client.query<{ latest: Date | null }>("select max(started_at) as latest from transcripts where started_at <= $1", [new Date(now)])
  return rows[0]!.latest?.getTime() ?? null
}

function* agentsOf(verdicts: ReadonlyArray<CaseVerdict>): Iterable<{ readonly id: string; readonly name: null }> {
  for (const { due, owner, promises } of verdicts) {
    for (const id of [owner, ...due.map(({ agent }) => agent), ...promises.map(({ agent }) => agent)]) if (id !== null) yield { id, name: null }
  }
}
