import { type Kysely, sql } from "kysely"
import type { Rubric } from "../../schemas/Rubric.ts"
import type { Tables } from "../store/Tables.ts"

/**
 * The rubric whose fingerprint begins with `asked`, else that of the latest run. Where there is no such rubric, or more than
 * one: the fingerprints there are to choose from, latest first; none of them means that nothing was ever scored.
 */
export async function storedRubric(kysely: Kysely<Tables>, asked: string | null): Promise<Rubric | ReadonlyArray<string>> {
  const { rows } = await sql<{ readonly fingerprint: string; readonly definition: Rubric }>`
    select r.fingerprint, r.definition from rubrics r
    where ${asked}::text is null or starts_with(r.fingerprint, ${asked})
    order by r.fingerprint = ${asked} desc nulls last, (select max(id) from runs where rubric_id = r.id) desc nulls last, r.id desc
    limit 2`.execute(kysely)
  const [first, second] = rows
  if (first !== undefined && (asked === null || second === undefined || first.fingerprint === asked)) {
    return { ...first.definition, fingerprint: first.fingerprint }
  }
  const all = await sql<{ readonly fingerprint: string }>`
    select fingerprint from rubrics r order by (select max(id) from runs where rubric_id = r.id) desc nulls last, r.id desc`.execute(kysely)
  return all.rows.map((row) => row.fingerprint)
}
