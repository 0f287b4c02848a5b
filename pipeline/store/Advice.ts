import type { RubricRule, RubricSection } from "../../schemas/Rubric.ts"
import type { RuleCount } from "../../schemas/Scorecard.ts"

/** What advice needs to know of a rubric: what its rules weigh. The weight of a section is `null` where a stored rubric does not tell. */
export interface Weighed<R> {
  readonly rules: ReadonlyArray<R>
  readonly sections: ReadonlyArray<{ readonly id: RubricSection["id"]; readonly weight: number | null }>
}

export type WeighedRule = Pick<RubricRule, "id" | "section" | "weight" | "critical" | "bonus">

/** A rule of a scorecard with what is to be said of it. */
export interface RuleRecord<R> {
  readonly rule: R
  readonly count: RuleCount
}

/** A topic of a one-on-one needs so much evidence: the rule applied in this many transcripts, and lost credit in this many. */
export const enoughEvidence = { applicable: 3, lost: 2 } as const

/** The share of the credit from which a rule is a strength. */
const reliable = 0.8

/**
 * The one rule to work on: the largest loss of points among those with enough evidence; `null` when there is none. The loss is
 * credit lost × what the rule weighs in the total; a breach of a critical rule weighs its whole section, or everything.
 */
export function chooseFocus<R extends WeighedRule>(rubric: Weighed<R>, counts: ReadonlyArray<RuleCount>): RuleRecord<R> | null {
  let focus: RuleRecord<R> | null = null
  let largest = 0
  for (const record of records(rubric, counts)) {
    const { count, rule } = record
    if (rule.bonus || count.applicable < enoughEvidence.applicable || count.partly + count.breached < enoughEvidence.lost) continue
    const loss = weightedLoss(rubric, record)
    if (loss > largest) {
      largest = loss
      focus = record
    }
  }
  return focus
}

/**
 * Rules that applied often enough and earn at least four fifths of their credit, surest first by the low end of the interval. Not the
 * `focus`, and no critical rule that was breached: praise and reproach do not go together.
 */
export function strengths<R extends WeighedRule>(rubric: Weighed<R>, counts: ReadonlyArray<RuleCount>, focus: RuleRecord<R> | null): ReadonlyArray<RuleRecord<R>> {
  return records(rubric, counts)
    .filter(({ count, rule }) => rule.id !== focus?.rule.id && (rule.critical === null || count.breached === 0))
    .filter(({ count }) => count.applicable >= enoughEvidence.applicable && (count.estimate?.value ?? 0) >= reliable)
    .toSorted((a, b) => (b.count.estimate?.low ?? 0) - (a.count.estimate?.low ?? 0) || b.rule.weight - a.rule.weight || (a.rule.id < b.rule.id ? -1 : 1))
}

/** The strengths to show: those with something to quote (`quoted`: ids of rules) come first, for a coach praises with an example. */
export function shownStrengths<R extends WeighedRule>(all: ReadonlyArray<RuleRecord<R>>, quoted: ReadonlySet<string>, most: number): ReadonlyArray<RuleRecord<R>> {
  return [...all.filter(({ rule }) => quoted.has(rule.id)), ...all.filter(({ rule }) => !quoted.has(rule.id))].slice(0, most)
}

/** The counts whose rules the rubric has, in its order. */
export function records<R extends WeighedRule>(rubric: Weighed<R>, counts: ReadonlyArray<RuleCount>): ReadonlyArray<RuleRecord<R>> {
  const byRule = new Map(counts.map((count) => [count.rule, count]))
  return rubric.rules.flatMap((rule) => {
    const count = byRule.get(rule.id)
    return count === undefined ? [] : [{ rule, count }]
  })
}

function weightedLoss<R extends WeighedRule>(rubric: Weighed<R>, { count, rule }: RuleRecord<R>): number {
  const section = rubric.sections.find(({ id }) => id === rule.section)?.weight ?? 1
  const inSection = rubric.rules.reduce((sum, other) => sum + (other.section === rule.section && !other.bonus ? other.weight : 0), 0)
  const own = (section * rule.weight) / (inSection || 1)
  const everything = rubric.sections.reduce((sum, { weight }) => sum + (weight ?? 1), 0)
  const ofBreach = rule.critical === "contact" ? everything : rule.critical === "section" ? section : own
  const lost = count.applicable * (1 - (count.estimate?.value ?? 1))
  return ofBreach * count.breached + own * Math.max(0, lost - count.breached)
}
