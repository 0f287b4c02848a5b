import { hash } from "node:crypto"
import type { Kysely } from "kysely"
import type { Pool } from "pg"
import type { SetAside } from "../../schemas/SetAside.ts"
import { storableText } from "../StorableText.ts"
import type { Run } from "./Run.ts"
import type { Tables } from "./Tables.ts"

/** A set-aside input as listed: which runs met it first and last, and since when it no longer is (`null`: it still is). */
export interface StoredSetAside extends SetAside {
  readonly firstRun: number
  readonly lastRun: number
  readonly resolvedAt: Date | null
}

/** Notes what a run could not read. The same problem at the same place is one row, however often it is met. */
export async function recordSetAsides(pool: Pool, run: Run, setAsides: ReadonlyArray<SetAside>): Promise<void> {
  const rows = new Map(setAsides.map((setAside) => [digest(setAside), setAside]))
  const sorted = [...rows].toSorted(([a], [b]) => a < b ? -1 : 1)
  await pool.query(
    `insert into set_asides (digest, file, line, transcript, reason, excerpt, first_run_id, last_run_id)
    select *, $7, $7 from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[])
    on conflict (digest) do update set last_run_id = excluded.last_run_id, transcript = excluded.transcript, resolved_at = null`,
    [
      sorted.map(([key]) => key),
      sorted.map(([, { origin }]) => storableText(origin.file)),
      sorted.map(([, { origin }]) => origin.line),
      sorted.map(([, { transcript }]) => transcript === null ? null : storableText(transcript)),
      sorted.map(([, { reason }]) => storableText(reason)),
      sorted.map(([, { excerpt }]) => storableText(excerpt)),
      run.id
    ]
  )
}

/** Closes what earlier runs set aside in `files`, which this run has read to their end without meeting it again. Returns how many. */
export async function resolveSetAsides(pool: Pool, run: Run, files: ReadonlyArray<string>): Promise<number> {
  const { rowCount } = await pool.query(
    "update set_asides set resolved_at = now() where file = any($1) and resolved_at is null and last_run_id < $2",
    [files.map(storableText), run.id]
  )
  return rowCount ?? 0
}

/** By file and line. Open ones, unless `resolved` asks for the others as well. */
export async function listSetAsides(
  kysely: Kysely<Tables>,
  { limit, resolved = false }: { readonly resolved?: boolean; readonly limit?: number } = {}
): Promise<ReadonlyArray<StoredSetAside>> {
  let query = kysely.selectFrom("set_asides").selectAll().orderBy("file").orderBy("line").orderBy("id")
  if (!resolved) query = query.where("resolved_at", "is", null)
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map((row) => ({
    origin: { file: row.file, line: Number(row.line) },
    reason: row.reason,
    excerpt: row.excerpt,
    transcript: row.transcript,
    firstRun: Number(row.first_run_id),
    lastRun: Number(row.last_run_id),
    resolvedAt: row.resolved_at
  }))
}

function digest({ excerpt, origin, reason }: SetAside): string {
  return hash("sha256", JSON.stringify([origin.file, origin.line, reason, excerpt]), "base64url")
}
