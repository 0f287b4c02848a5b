import { describe, expect, test } from "vitest"
import { chooseFocus, shownStrengths, strengths } from "../../../pipeline/store/Advice.ts"
import type { RubricRule } from "../../../schemas/Rubric.ts"
import type { RuleCount } from "../../../schemas/Scorecard.ts"

const rule = (id: string, weight: number, more: Partial<Pick<RubricRule, "bonus" | "critical">> = {}) => ({
  id, section: id.split("/")[0] ?? "", weight, critical: null, bonus: false, ...more
})

const rules = [rule("a/heavy", 3), rule("a/light", 1), rule("b/only", 1), rule("b/bonus", 1, { bonus: true }), rule("b/critical", 1, { critical: "contact" })]
const rubric = { sections: [{ id: "a", weight: 60 }, { id: "b", weight: 40 }], rules }

const count = (id: string, met: number, partly: number, breached: number): RuleCount => {
  const applicable = met + partly + breached
  const value = (met + partly / 2) / applicable
  return { rule: id, applicable, met, partly, breached, notApplicable: 0, unscored: 0, estimate: applicable === 0 ? null : { value, low: value / 2, high: 1 } }
}

describe("the one thing to work on", () => {
  test("is the rule that costs most by its weight, not the one breached most often", () => {
    expect(chooseFocus(rubric, [count("a/heavy", 6, 0, 2), count("a/light", 3, 0, 5)])?.rule.id).toBe("a/heavy")
    expect(chooseFocus(rubric, [count("a/heavy", 7, 2, 0), count("a/light", 0, 0, 8)])?.rule.id).toBe("a/light")
  })

  test("needs enough evidence", () => {
    expect(chooseFocus(rubric, [count("a/heavy", 0, 0, 2)])).toBeNull()
    expect(chooseFocus(rubric, [count("a/heavy", 20, 0, 1)])).toBeNull()
    expect(chooseFocus(rubric, [count("a/heavy", 0, 0, 2), count("a/light", 1, 0, 2)])?.rule.id).toBe("a/light")
  })

  test("is never a bonus, nor a rule that lost nothing or is not in the rubric", () => {
    expect(chooseFocus(rubric, [count("b/bonus", 0, 0, 9), count("b/only", 9, 0, 0), count("z/gone", 0, 0, 9)])).toBeNull()
  })

  test("counts what a critical breach costs", () => {
    expect(chooseFocus(rubric, [count("a/heavy", 5, 0, 3), count("b/critical", 6, 0, 2)])?.rule.id).toBe("b/critical")
  })
})

describe("strengths", () => {
  test("are reliable rules, surest first, without the focus and breached critical rules", () => {
    const counts = [count("a/heavy", 9, 0, 1), count("a/light", 4, 0, 0), count("b/only", 2, 0, 0), count("b/critical", 9, 0, 1), count("b/bonus", 3, 0, 5)]
    expect(strengths(rubric, counts, null).map((one) => one.rule.id)).toEqual(["a/light", "a/heavy"])
    expect(strengths(rubric, counts, { rule: rules[1]!, count: counts[1]! }).map((one) => one.rule.id)).toEqual(["a/heavy"])
  })

  test("that can be quoted come first", () => {
    const all = strengths(rubric, [count("a/heavy", 9, 0, 1), count("a/light", 4, 0, 0)], null)
    expect(shownStrengths(all, new Set(["a/heavy"]), 1).map((one) => one.rule.id)).toEqual(["a/heavy"])
    expect(shownStrengths(all, new Set(), 5)).toHaveLength(2)
  })
})
