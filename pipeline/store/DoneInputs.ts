import type { Pool } from "pg"
import { storableText } from "../StorableText.ts"
import type { Run } from "./Run.ts"

/** Which of these files (by a digest of their bytes) have been dealt with under the rubric of this run, whatever their names were. */
export async function doneInputs(pool: Pool, run: Pick<Run, "rubricId">, digests: ReadonlyArray<string>): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ digest: string }>("select digest from inputs where rubric_id = $1 and digest = any($2)", [run.rubricId, digests])
  return new Set(rows.map(({ digest }) => digest))
}

/** Notes that a file has been read to its end and all of it is stored or set aside. */
export async function recordInput(pool: Pool, run: Run, input: { readonly digest: string; readonly file: string }): Promise<void> {
  await pool.query(
    "insert into inputs (digest, rubric_id, file, run_id, read_at) values ($1, $2, $3, $4, now()) on conflict (digest, rubric_id) do nothing",
    [input.digest, run.rubricId, storableText(input.file), run.id]
  )
}
