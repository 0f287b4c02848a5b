import type { Rubric, RubricRule } from "../../schemas/Rubric.ts"
import type { RuleCount } from "../../schemas/Scorecard.ts"

/** A rule of a scorecard with what is to be said of it. */
export interface RuleRecord {
  readonly rule: RubricRule
  readonly count: RuleCount
}

/** A rule is worth a talk when it applied this often and lost credit this often. */
export const enough = { applicable: 3, lost: 2 } as const

/** The share of the credit from which a rule is a strength. */
const reliable = 0.8

/**
 * The one rule to work on: the largest loss of points among those with enough evidence; `null` when there is none. The loss is
 * credit lost × what the rule weighs in the total; a breach of a critical rule costs its section, or everything.
 */
export const focus = (rubric: Rubric, counts: ReadonlyArray<RuleCount>): RuleRecord | null => {
  let worst: RuleRecord | null = null
  let largest = 0
  for (const record of records(rubric, counts)) {
    const { count, rule } = record
    if (rule.bonus || count.applicable < enough.applicable || count.partly + count.breached < enough.lost) continue
    const loss = lost(rubric, record)
    if (loss > largest) {
      worst = record
      largest = loss
    }
  }
  return worst
}

/** Rules that applied often enough and earn most of their credit, surest first (by the low end of the interval). */
export const strengths = (rubric: Rubric, counts: ReadonlyArray<RuleCount>): ReadonlyArray<RuleRecord> =>
  records(rubric, counts)
    .filter(({ count }) => count.applicable >= enough.applicable && (count.estimate?.value ?? 0) >= reliable)
    .toSorted((a, b) => (b.count.estimate?.low ?? 0) - (a.count.estimate?.low ?? 0) || b.rule.weight - a.rule.weight || (a.rule.id < b.rule.id ? -1 : 1))

/** The counts whose rules the rubric has, in its order. */
export const records = (rubric: Rubric, counts: ReadonlyArray<RuleCount>): ReadonlyArray<RuleRecord> => {
  const byRule = new Map(counts.map((count) => [count.rule, count]))
  return rubric.rules.flatMap((rule) => {
    const count = byRule.get(rule.id)
    return count === undefined ? [] : [{ rule, count }]
  })
}

const lost = (rubric: Rubric, { count, rule }: RuleRecord): number => {
  const section = rubric.sections.find(({ id }) => id === rule.section)?.weight ?? 1
  const inSection = rubric.rules.reduce((sum, other) => sum + (other.section === rule.section && !other.bonus ? other.weight : 0), 0)
  const own = (section * rule.weight) / (inSection || 1)
  const breach = rule.critical === "contact" ? rubric.sections.reduce((sum, { weight }) => sum + weight, 0) : rule.critical === "section" ? section : own
  const credit = count.applicable * (1 - (count.estimate?.value ?? 1))
  return breach * count.breached + own * Math.max(0, credit - count.breached)
}
