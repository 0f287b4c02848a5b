import type { ClientBase, Pool } from "pg"
import type { Rubric } from "../../schemas/Rubric.ts"
import { storableJson } from "./StorableJson.ts"

/** Keys of a rubric and its rules; written the first time this fingerprint is used, with `definition`, the rules in full. */
export async function rubricIds(
  client: ClientBase,
  rubric: Rubric,
  definition: unknown
): Promise<{ readonly rubricId: number; readonly ruleIds: ReadonlyMap<string, number> }> {
  await client.query(
    "insert into rubrics (fingerprint, name, definition, first_used_at) values ($1, $2, $3, now()) on conflict (fingerprint) do nothing",
    [rubric.fingerprint, rubric.name, storableJson(definition)]
  )
  const rubricId = (await client.query<{ id: number }>("select id from rubrics where fingerprint = $1", [rubric.fingerprint])).rows[0]!.id
  const names = rubric.rules.map(({ id }) => id)
  // Sorted, so that two runs starting at once wait for each other in the same order.
  await client.query("insert into rules (name) select unnest($1::text[]) on conflict (name) do nothing", [names.toSorted()])
  const rules = await client.query<{ id: number; name: string }>("select id, name from rules where name = any($1)", [names])
  await client.query(
    `insert into rubric_rules (rubric_id, rule_id, position, section, section_title, title, why, instead, weight, critical, bonus,
      quality, indicator)
    select $1, u.id, x.position - 1, x.rule ->> 'section', s.title, x.rule -> 'title', x.rule -> 'why', x.rule -> 'instead',
      (x.rule ->> 'weight')::real, x.rule ->> 'critical', (x.rule ->> 'bonus')::boolean, x.rule ->> 'quality', x.rule ->> 'indicator'
    from jsonb_array_elements($2::jsonb -> 'rules') with ordinality as x (rule, position)
      join rules u on u.name = x.rule ->> 'id'
      cross join lateral (
        select section -> 'title' as title from jsonb_array_elements($2::jsonb -> 'sections') as section
        where section ->> 'id' = x.rule ->> 'section') s
    order by 2 on conflict (rubric_id, rule_id) do nothing`,
    [rubricId, storableJson(rubric)]
  )
  return { rubricId, ruleIds: new Map(rules.rows.map(({ id, name }) => [name, id])) }
}

/** The key of a rubric; `null` if nothing was ever scored under it. */
export async function rubricIdOf(pool: Pool, fingerprint: string): Promise<number | null> {
  const { rows } = await pool.query<{ id: number }>("select id from rubrics where fingerprint = $1", [fingerprint])
  return rows[0]?.id ?? null
}
