import type { ClientBase, Pool } from "pg"
import type { Origin, Transcript } from "../../schemas/Transcript.ts"
import type { Run } from "./Run.ts"
import { storableText } from "../StorableText.ts"

/** What names a transcript and its content. `digest` as by Digest.ts. */
export interface Named {
  readonly transcript: Pick<Transcript, "source" | "id" | "agents" | "origin">
  readonly digest: string
}

/**
 * How a transcript that was just read stands to what is stored. `rescore`: same content, not yet scored under the rubric
 * of the run. `duplicate`: this run has met other content under the same source and id, at `first`; a run cannot tell
 * which of the two is right, so the first stays. `refused`: it cannot be stored, for `reason`.
 */
export type Standing =
  | { readonly _tag: "new" }
  | { readonly _tag: "changed"; readonly id: string; readonly revision: number }
  | { readonly _tag: "rescore"; readonly id: string }
  | { readonly _tag: "unchanged" }
  | { readonly _tag: "duplicate"; readonly first: Origin }
  | { readonly _tag: "refused"; readonly reason: string }

interface Stored {
  readonly n: string
  readonly id: string
  readonly revision: number
  readonly digest: string
  readonly run_id: string
  readonly origin_file: string
  readonly origin_line: string
  readonly scored: boolean
}

/**
 * Keeps the rows of those of the batch that are there as they are until the transaction ends. A statement of its own: what
 * it had to wait for is seen only by the next one.
 */
export async function lockStored(client: ClientBase, batch: ReadonlyArray<Named>): Promise<void> {
  await client.query({ name: "lock-stored", text: lookUp("1", "", "for no key update"), values: names(batch) })
}

/** Standings in the order of the batch. */
export async function standings(client: ClientBase | Pool, run: Run, batch: ReadonlyArray<Named>): Promise<Array<Standing>> {
  const { rows } = await client.query<Stored>({
    name: "standings",
    text: lookUp(
      "id, revision, digest, run_id, origin_file, origin_line",
      ", k.n, t.*, exists (select from tallies y where y.transcript_id = t.id and y.rubric_id = $3) as scored"
    ),
    values: [...names(batch), run.rubricId]
  })
  const stored = new Map(rows.map((row) => [Number(row.n) - 1, row]))
  // The first of a batch that will stand in the database, by what names it.
  const first = new Map<string, Named>()
  return batch.map((item, index) => {
    const reason = tooLong(item)
    if (reason !== null) return { _tag: "refused", reason }
    const key = `${storableText(item.transcript.source)}\0${storableText(item.transcript.id)}`
    const before = first.get(key)
    if (before !== undefined) {
      return item.digest === before.digest ? { _tag: "unchanged" } : { _tag: "duplicate", first: before.transcript.origin }
    }
    const standing = againstStored(run, item, stored.get(index))
    if (standing._tag !== "duplicate") first.set(key, item)
    return standing
  })
}

/** What an index entry of Postgres can hold, in code units of up to three bytes, with some room. */
const longest = { source: 200, id: 400, agent: 400 }

/** Lateral with a limit: one index look-up each, whatever the planner believes of a table that just grew. */
function lookUp(columns: string, select: string, lock = ""): string {
  return `select 1${select} from unnest($1::text[], $2::text[]) with ordinality as k (source, external_id, n)
    cross join lateral (
      select ${columns} from transcripts where source = k.source and external_id = k.external_id limit 1 ${lock}) t`
}

function names(batch: ReadonlyArray<Named>): [sources: ReadonlyArray<string>, ids: ReadonlyArray<string>] {
  return [batch.map(({ transcript }) => storableText(transcript.source)), batch.map(({ transcript }) => storableText(transcript.id))]
}

/** Why a transcript cannot be stored, or `null`. */
export function tooLong({ transcript: { agents, id, source } }: Pick<Named, "transcript">): string | null {
  if (source.length > longest.source) return `its source has ${source.length} characters; give it a name of at most ${longest.source}`
  if (id.length > longest.id) return `its id has ${id.length} characters; give it one of at most ${longest.id}`
  const agent = agents.find((each) => each.id.length > longest.agent)
  return agent === undefined ? null : `the id of an agent has ${agent.id.length} characters; give it one of at most ${longest.agent}`
}

function againstStored(run: Run, item: Named, row: Stored | undefined): Standing {
  if (row === undefined) return { _tag: "new" }
  if (row.digest === item.digest) return row.scored ? { _tag: "unchanged" } : { _tag: "rescore", id: row.id }
  if (Number(row.run_id) === run.id) return { _tag: "duplicate", first: { file: row.origin_file, line: Number(row.origin_line) } }
  const first = run.seen.get(item.transcript.source, item.transcript.id)
  return first === null ? { _tag: "changed", id: row.id, revision: row.revision } : { _tag: "duplicate", first }
}
