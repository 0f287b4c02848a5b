import type { Pool, PoolClient } from "pg"
import type { Rubric } from "../../schemas/Rubric.ts"
import { CopyRows } from "./CopyRows.ts"
import type { Run } from "./Run.ts"
import { cardCounts, type CardCounts, countTouched, findTouched, ruleCounts, type RuleCounts } from "./ScorecardCounts.ts"
import { cardColumns, cardRow, ruleColumns, ruleRow } from "./ScorecardRows.ts"
import { lockClass } from "./SessionLock.ts"
import { transaction } from "./Transaction.ts"

/** `cards` were computed, `removed` no longer had a transcript; `nameless` transcripts name no agent, so that no card counts them. */
export interface Refreshed {
  readonly cards: number
  readonly removed: number
  readonly nameless: number
}

/**
 * Recomputes the scorecards touched by this run and by earlier ones that ended before they came to that. Weeks and months
 * begin in `timeZone` (IANA name). All or nothing; call it when the run has written its last transcript, before it ends.
 */
export function refreshScorecards(pool: Pool, run: Run, timeZone: string): Promise<Refreshed> {
  return transaction(pool, async (client) => {
    // Two at once would each count without the other's transcripts.
    await client.query(`select pg_advisory_xact_lock(${lockClass("'scorecards'")}, 0)`)
    const runs = await uncarded(client, run)
    await findTouched(client, runs, timeZone)
    await countTouched(client, timeZone)
    const removed = await client.query<{ removed: boolean }>(
      `delete from scorecards c using touched t
      where (c.agent_id, c.rubric_id, c.period, c.period_start) = (t.agent_id, t.rubric_id, t.period, t.period_start)
      returning not exists (select from card_counts n where n.card = t.card) as removed`
    )
    const cards = await writeCards(client, timeZone)
    await writeRules(client)
    await client.query("update runs set carded = true where id = any($1::bigint[])", [runs])
    return { cards, removed: removed.rows.filter((row) => row.removed).length, nameless: await nameless(client, runs) }
  })
}

async function uncarded(client: PoolClient, run: Run): Promise<ReadonlyArray<number>> {
  const { rows } = await client.query<{ id: string }>("select id from runs where not carded and (status <> 'running' or id = $1)", [run.id])
  return rows.map(({ id }) => Number(id))
}

async function writeCards(client: PoolClient, timeZone: string): Promise<number> {
  const { rows } = await client.query<{ id: number; definition: Rubric }>(
    "select id, definition from rubrics where id in (select rubric_id from touched)"
  )
  const rubrics = new Map(rows.map(({ definition, id }) => [id, definition]))
  const now = (await client.query<{ now: Date }>("select now() as now")).rows[0]!.now
  let cards = 0
  for await (const page of pages<CardCounts>(client, cardCounts)) {
    const copy = new CopyRows()
    for (const counts of page) copy.add(cardRow(counts, rubrics.get(counts.rubric_id)!, timeZone, now))
    await copy.send(client, `scorecards (${cardColumns})`)
    cards += page.length
  }
  return cards
}

async function writeRules(client: PoolClient): Promise<void> {
  for await (const page of pages<RuleCounts>(client, ruleCounts)) {
    const copy = new CopyRows()
    for (const counts of page) copy.add(ruleRow(counts))
    await copy.send(client, `scorecard_rules (${ruleColumns})`)
  }
}

/** Rows of a query, some at a time: there may be more cards than fit into memory. */
async function* pages<Row extends object>(client: PoolClient, query: string): AsyncIterable<ReadonlyArray<Row>> {
  await client.query(`declare counted no scroll cursor for ${query}`)
  for (;;) {
    const { rows } = await client.query<Row>("fetch 5000 from counted")
    if (rows.length === 0) break
    yield rows
  }
  await client.query("close counted")
}

async function nameless(client: PoolClient, runs: ReadonlyArray<number>): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `select count(*) as count from tallies y join agents a on a.id = y.agent_id
    where a.external_id is null and y.run_id = any($1::bigint[])`,
    [runs]
  )
  return Number(rows[0]!.count)
}
