import { describe, expect, test } from "vitest"
import type { Rubric, RubricRule } from "../../schemas/Rubric.ts"
import type { Outcome, Score } from "../../schemas/Score.ts"
import { tally } from "../../scorers/Tally.ts"

const words = { zh: "x", en: "x" }
const rule = (id: string, weight: number, more: Partial<RubricRule> = {}): RubricRule => ({
  id, section: id.split("/")[0]!, title: words, why: words, instead: words, source: "x", weight, critical: null, bonus: false, quality: null, indicator: null, ...more
})
const rules = [rule("a/one", 1), rule("a/two", 3), rule("b/one", 1), rule("b/critical", 1, { critical: "contact" }), rule("a/section", 1, { critical: "section" }), rule("a/bonus", 1, { bonus: true })]
const rubric: Rubric = {
  name: "test", fingerprint: "f", passMark: 75,
  bands: [{ id: "good", title: words, from: 75 }, { id: "poor", title: words, from: 0 }],
  sections: [{ id: "a", title: words, weight: 3 }, { id: "b", title: words, weight: 1 }],
  rules
}
const byId = new Map(rules.map((one) => [one.id, one]))
const met: Outcome = { _tag: "Met", credit: 1 }
const breached: Outcome = { _tag: "Breached", credit: 0 }
const notApplicable: Outcome = { _tag: "NotApplicable", because: "x" }
const add = (outcomes: Record<string, Outcome>) =>
  tally(rubric, byId, "A", Object.entries(outcomes).map(([id, outcome]): Score => ({ rule: id, agent: "A", outcome, findings: [], decidedBy: "rule" })))

describe("the tally", () => {
  test("weighs rules within sections and sections within the total", () => {
    // a = (1·1 + 3·0) / 4 = 25, b = 100; total = (3·25 + 1·100) / 4.
    expect(add({ "a/one": met, "a/two": breached, "b/one": met })).toEqual({
      agent: "A", points: 43.75, passed: false, band: "poor", criticalBreach: false,
      sections: [{ section: "a", points: 25, weighed: 2 }, { section: "b", points: 100, weighed: 1 }]
    })
  })

  test("counts part credit", () => {
    expect(add({ "a/one": { _tag: "Partly", credit: 0.5 } }).points).toBe(50)
  })

  test("what does not apply or is unscored leaves the denominator, and so does a section of nothing else", () => {
    const without = add({ "a/one": met, "a/two": breached })
    expect(add({ "a/one": met, "a/two": breached, "a/section": notApplicable, "b/one": { _tag: "Unscored", because: "x" } })).toEqual(without)
    expect(without).toMatchObject({ points: 25, sections: [{ weighed: 2 }, { section: "b", points: null, weighed: 0 }] })
  })

  test("nothing applied: no points at all", () => {
    expect(add({ "a/one": notApplicable })).toMatchObject({ points: null, passed: null, band: null })
  })

  test("a critical breach empties its section or the contact", () => {
    expect(add({ "a/one": met, "a/section": breached, "b/one": met })).toMatchObject({ points: 25, criticalBreach: true, sections: [{ points: 0 }, { points: 100 }] })
    expect(add({ "a/one": met, "b/critical": breached })).toMatchObject({ points: 0, passed: false, criticalBreach: true })
  })

  test("a bonus only adds, and never above 100", () => {
    const base = add({ "a/one": met, "a/two": breached }).points!
    expect(add({ "a/one": met, "a/two": breached, "a/bonus": met }).points!).toBeGreaterThan(base)
    expect(add({ "a/one": met, "a/two": breached, "a/bonus": breached }).points).toBe(base)
    expect(add({ "a/one": met, "a/bonus": met }).points).toBe(100)
    expect(add({ "a/bonus": met }).points).toBeNull()
  })
})
