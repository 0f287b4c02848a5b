import { sql } from "kysely"
import type { Band, RubricRule, Words } from "../../schemas/Rubric.ts"
import type { Connection } from "../Archive.ts"
import { type RuleExample, StoredDefinition } from "./StoredDefinition.ts"

export interface ShownRule extends RubricRule {
  readonly kind: string | null
  readonly examples: ReadonlyArray<RuleExample>
}

export interface ShownSection {
  readonly id: string
  readonly title: Words
  readonly weight: number | null
  readonly rules: ReadonlyArray<ShownRule>
}

/** A stored rubric with everything the pages say of it. `firstUsedAt` is epoch milliseconds. */
export interface ShownRubric {
  readonly id: number
  readonly name: string
  readonly fingerprint: string
  readonly firstUsedAt: number
  /** Is it the rubric of the latest run? */
  readonly inForce: boolean
  readonly passMark: number | null
  readonly bands: ReadonlyArray<Band>
  readonly sections: ReadonlyArray<ShownSection>
  readonly rules: ReadonlyMap<string, ShownRule>
}

/** The rubric with the fingerprint `asked`, else the one of the latest run; `null` when there is none such. */
export async function shownRubric(connection: Connection, asked: string | null): Promise<ShownRubric | null> {
  const found = await sql<RubricRow>`
    select r.id, r.name, r.fingerprint, r.definition, extract(epoch from r.first_used_at)::float8 * 1000 as "firstUsedAt",
      r.id = (select rubric_id from runs order by id desc limit 1) as "inForce"
    from rubrics r
    where ${asked}::text is null or r.fingerprint = ${asked}
    order by (select max(id) from runs where rubric_id = r.id) desc nulls last, r.id desc
    limit 1`.execute(connection)
  const row = found.rows[0]
  if (row === undefined) return null

  const definition = new StoredDefinition(row.definition)
  const stored = await sql<RuleRow>`
    select u.name as id, q.section, q.section_title as "sectionTitle", q.title, q.why, q.instead, q.weight::float8 as weight, q.critical, q.bonus, q.quality, q.indicator
    from rubric_rules q join rules u on u.id = q.rule_id where q.rubric_id = ${row.id} order by q.position`.execute(connection)
  const rules = stored.rows.map(({ sectionTitle: _, ...rule }) => ({ ...rule, ...definition.rule(rule.id) }))

  const sections = new Map<string, { title: Words; rules: Array<ShownRule> }>()
  for (const [index, { section, sectionTitle }] of stored.rows.entries()) {
    const rule = rules[index]
    if (rule === undefined) continue
    const there = sections.get(section)
    if (there === undefined) sections.set(section, { title: sectionTitle, rules: [rule] })
    else there.rules.push(rule)
  }
  return {
    id: row.id,
    name: row.name,
    fingerprint: row.fingerprint,
    firstUsedAt: row.firstUsedAt,
    inForce: row.inForce ?? false,
    passMark: definition.passMark,
    bands: definition.bands,
    sections: [...sections].map(([id, section]) => ({ id, ...section, weight: definition.sectionWeight(id) })),
    rules: new Map(rules.map((rule) => [rule.id, rule]))
  }
}

interface RubricRow {
  readonly id: number
  readonly name: string
  readonly fingerprint: string
  readonly definition: unknown
  readonly firstUsedAt: number
  readonly inForce: boolean | null
}

interface RuleRow extends Omit<RubricRule, "source"> {
  readonly sectionTitle: Words
}
