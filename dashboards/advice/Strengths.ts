import type { RuleCount } from "../../schemas/Scorecard.ts"
import type { ShownRubric } from "../questions/ShownRubric.ts"
import { enoughEvidence, type RuleRecord } from "./Focus.ts"

const reliable = 0.8

/**
 * Rules that applied often enough and earn at least four fifths of their credit, surest first by the low end of the interval. Not the
 * `focus`, and no critical rule that was breached: praise and reproach do not go together.
 */
export function strengths(rubric: ShownRubric, counts: ReadonlyArray<RuleCount>, focus: RuleRecord | null): ReadonlyArray<RuleRecord> {
  return counts
    .flatMap((count) => {
      const rule = rubric.rules.get(count.rule)
      if (rule === undefined || rule.id === focus?.rule.id || (rule.critical !== null && count.breached > 0)) return []
      return count.applicable >= enoughEvidence.applicable && (count.estimate?.value ?? 0) >= reliable ? [{ rule, count }] : []
    })
    .toSorted((a, b) => (b.count.estimate?.low ?? 0) - (a.count.estimate?.low ?? 0) || b.rule.weight - a.rule.weight || (a.rule.id < b.rule.id ? -1 : 1))
}

/** The strengths to show: those with something to quote come first, for a coach praises with an example. */
export function shownStrengths(all: ReadonlyArray<RuleRecord>, quoted: ReadonlySet<string>, most: number): ReadonlyArray<RuleRecord> {
  return [...all.filter(({ rule }) => quoted.has(rule.id)), ...all.filter(({ rule }) => !quoted.has(rule.id))].slice(0, most)
}
