import type { Pool, PoolClient } from "pg"
import { setTimeout } from "node:timers/promises"
import type { Judged } from "../../schemas/Judged.ts"
import type { Agent, Origin } from "../../schemas/Transcript.ts"
import { learnAgents } from "./Agents.ts"
import { CopyRows } from "./CopyRows.ts"
import type { Run } from "./Run.ts"
import { lockStored, type Named, type Standing, standings, tooLong } from "./Standing.ts"
import { supersede } from "./Superseded.ts"
import { transaction } from "./Transaction.ts"
import { transcriptColumns, TranscriptRows } from "./TranscriptRows.ts"

/** A judged transcript with the digest of its content (Digest.ts). */
export type Incoming = Judged & { readonly digest: string }

/**
 * What became of a batch. Not stored, and to be set aside: `duplicates`, as the run met other content under the same source
 * and id at `first`, and what was `refused`.
 */
export interface Written {
  readonly new: number
  readonly changed: number
  readonly rescored: number
  readonly unchanged: number
  readonly duplicates: ReadonlyArray<{ readonly transcript: Named["transcript"]; readonly first: Origin }>
  readonly refused: ReadonlyArray<{ readonly transcript: Named["transcript"]; readonly reason: string }>
}

/**
 * A batch does not wait until the disk has it. Whole batches may be lost when the machine goes down, the last ones only, and are
 * written again by the next run: that a file has been dealt with is a later commit, which does wait, for all before it as well.
 */
const settings = "set local synchronous_commit = off"

/** Which transcripts of a batch need judging: those `new`, `changed` or `rescore`. In the order of the batch; changes nothing. */
export async function known(pool: Pool, run: Run, batch: ReadonlyArray<Named>): Promise<ReadonlyArray<Standing>> {
  const result = await standings(pool, run, batch)
  remember(run, batch, result)
  return result
}

/**
 * Stores a batch, all of it or nothing; what stands in the database already is left alone, so that a batch may be written
 * again after any failure. Another process may write the same transcripts at the same time.
 */
export async function write(pool: Pool, run: Run, batch: ReadonlyArray<Incoming>): Promise<Written> {
  await learnAgents(pool, run, agentsOf(batch))
  // Everybody locks rows in the same order, or two writers could wait for each other.
  const sorted = batch.toSorted((a, b) => compare(a.transcript.source, b.transcript.source) || compare(a.transcript.id, b.transcript.id))
  for (let attempt = 1;; attempt++) {
    try {
      const result = await transaction(pool, (client) => attemptWrite(client, run, sorted), settings)
      remember(run, sorted, result)
      return summary(sorted, result)
    } catch (error) {
      if (attempt === 10 || !anotherWriter(error)) throw error
      await setTimeout(20 * attempt)
    }
  }
}

async function attemptWrite(client: PoolClient, run: Run, batch: ReadonlyArray<Incoming>): Promise<Array<Standing>> {
  await lockStored(client, batch)
  const result = await standings(client, run, batch)
  const fresh = result.filter(({ _tag }) => _tag === "new").length
  const changed = result.filter((standing) => standing._tag === "changed")
  if (changed.length > 0) await supersede(client, run, changed.map(({ id }) => id))
  const ids = fresh === 0 ? [] : await reserveIds(client, fresh)
  const rows = new TranscriptRows(run)
  const inserts = new CopyRows()
  const updates = new CopyRows()
  let next = 0
  batch.forEach((item, index) => {
    const standing = result[index]!
    if (standing._tag === "new") {
      const id = ids[next++]!
      inserts.add(rows.transcript(id, 1, item))
      rows.addJudgement(id, item)
    } else if (standing._tag === "changed") {
      updates.add(rows.transcript(standing.id, standing.revision + 1, item))
      rows.addJudgement(standing.id, item)
    } else if (standing._tag === "rescore") {
      rows.addJudgement(standing.id, item)
    }
  })
  await inserts.send(client, `transcripts (${transcriptColumns})`)
  if (!updates.empty) await update(client, updates)
  await rows.tallies.send(client, TranscriptRows.tallies)
  await rows.scores.send(client, TranscriptRows.scores)
  await rows.findings.send(client, TranscriptRows.findings)
  return result
}

async function reserveIds(client: PoolClient, count: number): Promise<ReadonlyArray<string>> {
  const { rows } = await client.query<{ id: string }>({
    name: "reserve-ids",
    text: "select nextval(pg_get_serial_sequence('transcripts', 'id')) as id from generate_series(1, $1)",
    values: [count]
  })
  return rows.map(({ id }) => id)
}

async function update(client: PoolClient, rows: CopyRows): Promise<void> {
  await client.query("create temporary table if not exists incoming_transcripts (like transcripts) on commit delete rows")
  await rows.send(client, `incoming_transcripts (${transcriptColumns})`)
  const columns = transcriptColumns.split(",").map((column) => column.trim()).filter((column) => column !== "id")
  await client.query(
    `update transcripts t set ${columns.map((column) => `${column} = i.${column}`).join(", ")}
    from incoming_transcripts i where t.id = i.id`
  )
}

function* agentsOf(batch: ReadonlyArray<Incoming>): Iterable<Agent> {
  for (const item of batch) {
    if (tooLong(item) !== null) continue
    const { tallies, transcript } = item
    for (const { agent } of tallies) if (agent !== null) yield { id: agent, name: null }
    yield* transcript.agents
  }
}

/** What this run did not write itself carries no trace of it in the database. */
function remember(run: Run, batch: ReadonlyArray<Named>, result: ReadonlyArray<Standing>): void {
  result.forEach(({ _tag }, index) => {
    const { transcript: { id, origin, source } } = batch[index]!
    if (_tag === "unchanged" || _tag === "rescore") run.seen.add(source, id, origin)
  })
}

function summary(batch: ReadonlyArray<Incoming>, result: ReadonlyArray<Standing>): Written {
  const count = (tag: Standing["_tag"]) => result.filter(({ _tag }) => _tag === tag).length
  return {
    new: count("new"),
    changed: count("changed"),
    rescored: count("rescore"),
    unchanged: count("unchanged"),
    duplicates: result.flatMap((standing, index) =>
      standing._tag === "duplicate" ? [{ transcript: batch[index]!.transcript, first: standing.first }] : []
    ),
    refused: result.flatMap((standing, index) =>
      standing._tag === "refused" ? [{ transcript: batch[index]!.transcript, reason: standing.reason }] : []
    )
  }
}

/** Did the batch fail only because another process wrote the same transcripts at the same time? */
function anotherWriter(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code === "40001" || code === "40P01" || (code === "23505" && constraint === "transcripts_external_id_source_key")
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
