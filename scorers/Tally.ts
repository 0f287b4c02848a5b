import type { Rubric, RubricRule } from "../schemas/Rubric.ts"
import type { Score } from "../schemas/Score.ts"
import type { SectionTally, Tally } from "../schemas/Tally.ts"

/** What a bonus rule earned in full adds to the points of its section. */
const bonusPoints = 5

/**
 * Adds up one agent's scores of one transcript. A section's points are the weighted mean credit of its rules, × 100; the total is
 * the weighted mean of the sections. What is not applicable or unscored leaves the denominator; a bonus rule is never in it
 * and only adds; a critical breach empties its section or the whole contact.
 */
export const tally = (rubric: Rubric, rules: ReadonlyMap<string, RubricRule>, agent: string | null, scores: ReadonlyArray<Score>): Tally => {
  const sums = new Map(rubric.sections.map((section) => [section.id, { weight: 0, earned: 0, weighed: 0, bonus: 0, failed: false }]))
  let contactFailed = false
  let criticalBreach = false
  for (const { rule: id, outcome } of scores) {
    if (!("credit" in outcome)) continue
    const rule = rules.get(id)!
    const sum = sums.get(rule.section)!
    if (rule.bonus) {
      sum.bonus += outcome.credit * bonusPoints
      continue
    }
    sum.weight += rule.weight
    sum.earned += rule.weight * outcome.credit
    sum.weighed++
    if (outcome._tag === "Breached" && rule.critical !== null) {
      criticalBreach = true
      sum.failed = true
      if (rule.critical === "contact") contactFailed = true
    }
  }
  let weight = 0
  let earned = 0
  const sections: ReadonlyArray<SectionTally> = rubric.sections.map((section) => {
    const sum = sums.get(section.id)!
    if (sum.weighed === 0) return { section: section.id, points: null, weighed: 0 }
    const points = sum.failed ? 0 : Math.min(100, (100 * sum.earned) / sum.weight + sum.bonus)
    weight += section.weight
    earned += section.weight * points
    return { section: section.id, points: rounded(points), weighed: sum.weighed }
  })
  if (weight === 0) return { agent, points: null, passed: null, band: null, criticalBreach, sections }
  const points = contactFailed ? 0 : rounded(earned / weight)
  const band = rubric.bands.find((candidate) => points >= candidate.from)!.id
  return { agent, points, passed: points >= rubric.passMark, band, criticalBreach, sections }
}

const rounded = (points: number) => Math.round(points * 100) / 100
