import type { RuleCount } from "../../schemas/Scorecard.ts"
import type { ShownRubric, ShownRule } from "../questions/ShownRubric.ts"

export interface RuleRecord {
  readonly rule: ShownRule
  readonly count: RuleCount
}

/** What a topic of a one-on-one needs: the rule applied this often, and lost credit this often. */
export const enoughEvidence = { applicable: 3, lost: 2 } as const

/**
 * The one rule to talk about: the largest weighted loss among those with enough evidence; `null` when there is none.
 * The loss is credit lost × what the rule weighs in the total; a breach of a critical rule weighs its whole section, or everything.
 */
export function chooseFocus(rubric: ShownRubric, counts: ReadonlyArray<RuleCount>): RuleRecord | null {
  let focus: RuleRecord | null = null
  let largest = 0
  for (const count of counts) {
    const rule = rubric.rules.get(count.rule)
    if (rule === undefined || rule.bonus) continue
    if (count.applicable < enoughEvidence.applicable || count.partly + count.breached < enoughEvidence.lost) continue
    const loss = weightedLoss(rubric, rule, count)
    if (loss > largest) {
      largest = loss
      focus = { rule, count }
    }
  }
  return focus
}

function weightedLoss(rubric: ShownRubric, rule: ShownRule, count: RuleCount): number {
  const section = rubric.sections.find(({ id }) => id === rule.section)
  const sectionWeight = section?.weight ?? 1
  const rulesWeight = (section?.rules ?? [rule]).reduce((sum, other) => sum + (other.bonus ? 0 : other.weight), 0)
  const own = (sectionWeight * rule.weight) / (rulesWeight || 1)
  const everything = rubric.sections.reduce((sum, { weight }) => sum + (weight ?? 1), 0)
  const ofBreach = rule.critical === "contact" ? everything : rule.critical === "section" ? sectionWeight : own
  const lost = count.applicable * (1 - (count.estimate?.value ?? 1))
  return ofBreach * count.breached + own * Math.max(0, lost - count.breached)
}
