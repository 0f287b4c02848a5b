import type { Kysely, Selectable } from "kysely"
import type { Pool } from "pg"
import type { Rubric } from "../../schemas/Rubric.ts"
import { rubricIds } from "./Rubrics.ts"
import { Run } from "./Run.ts"
import { lockClass, trySessionLock } from "./SessionLock.ts"
import { storableText } from "../StorableText.ts"
import type { Tables } from "./Tables.ts"
import { transaction } from "./Transaction.ts"

/** What a run has done so far. */
export interface RunCounts {
  readonly read: number
  readonly new: number
  readonly changed: number
  readonly rescored: number
  readonly unchanged: number
  readonly setAside: number
}

/** A run as people list it. Times are instants; `message` says why it stopped, or remarks on it. */
export interface RunSummary extends RunCounts {
  readonly id: number
  readonly command: string
  readonly rubric: string
  readonly status: "running" | "finished" | "stopped"
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly message: string | null
}

/**
 * Begins a run under a rubric, which is stored if it is new. Holds one connection of the pool until the run ends, by
 * which others see that it lives. Runs whose process died are marked stopped.
 */
export async function beginRun(
  pool: Pool,
  { command, definition, rubric }: { readonly command: string; readonly rubric: Rubric; readonly definition?: unknown }
): Promise<Run> {
  await stopDeadRuns(pool)
  const keys = await transaction(pool, (client) => rubricIds(client, rubric, definition ?? rubric))
  const { rows } = await pool.query<{ id: number }>("select nextval(pg_get_serial_sequence('runs', 'id'))::integer as id")
  const id = rows[0]!.id
  // Locked before others can see it, or they could take it for dead.
  const lock = await trySessionLock(pool, lockName, id)
  if (lock === null) throw new Error(`the lock of run ${id} is taken: some other program uses advisory locks of this database`)
  try {
    await pool.query(
      "insert into runs (id, command, rubric_id, started_at) overriding system value values ($1, $2, $3, now())",
      [id, storableText(command), keys.rubricId]
    )
  } catch (error) {
    await lock.release()
    throw error
  }
  return new Run({ id, rubric, lock, ...keys })
}

/** Writes down how far a run is; `counts` are totals since its beginning. */
export async function reportProgress(pool: Pool, run: Run, counts: RunCounts): Promise<void> {
  await pool.query(
    `update runs set transcripts_read = $2, transcripts_new = $3, transcripts_changed = $4, transcripts_rescored = $5,
      transcripts_unchanged = $6, set_aside = $7 where id = $1`,
    [run.id, counts.read, counts.new, counts.changed, counts.rescored, counts.unchanged, counts.setAside]
  )
}

/** Ends a run that read its inputs to their end. */
export function finishRun(pool: Pool, run: Run, counts: RunCounts, message: string | null = null): Promise<void> {
  return end(pool, run, counts, "finished", message)
}

/** Ends a run that could not go on; `message` says why. */
export function stopRun(pool: Pool, run: Run, counts: RunCounts, message: string): Promise<void> {
  return end(pool, run, counts, "stopped", message)
}

async function end(pool: Pool, run: Run, counts: RunCounts, status: RunSummary["status"], message: string | null): Promise<void> {
  try {
    await reportProgress(pool, run, counts)
    await pool.query(
      "update runs set status = $2, finished_at = now(), message = $3 where id = $1",
      [run.id, status, message === null ? null : storableText(message)]
    )
  } finally {
    await run.lock.release()
  }
}

/** The latest runs first. */
export async function listRuns(kysely: Kysely<Tables>, { limit = 20 }: { readonly limit?: number } = {}): Promise<ReadonlyArray<RunSummary>> {
  const rows = await kysely.selectFrom("runs").innerJoin("rubrics", "rubrics.id", "runs.rubric_id")
    .selectAll("runs").select("rubrics.fingerprint").orderBy("runs.id", "desc").limit(limit).execute()
  return rows.map(summary)
}

function summary(row: Selectable<Tables["runs"]> & { fingerprint: string }): RunSummary {
  return {
    id: Number(row.id),
    command: row.command,
    rubric: row.fingerprint,
    status: row.status,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    message: row.message,
    read: Number(row.transcripts_read),
    new: Number(row.transcripts_new),
    changed: Number(row.transcripts_changed),
    rescored: Number(row.transcripts_rescored),
    unchanged: Number(row.transcripts_unchanged),
    setAside: Number(row.set_aside)
  }
}

const lockName = "run"

async function stopDeadRuns(pool: Pool): Promise<void> {
  await pool.query(
    `with running as materialized (select id from runs where status = 'running'),
    dead as materialized (select id from running where pg_try_advisory_xact_lock(${lockClass(`'${lockName}'`)}, id::integer))
    update runs set status = 'stopped', finished_at = now(),
      message = 'The process ended without a word: it was killed, or the machine went down. What it had stored is complete.'
    from dead where runs.id = dead.id`
  )
}
