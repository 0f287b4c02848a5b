import { describe, expect, test } from "vitest"
import { because, becauseWords } from "../../../schemas/Because.ts"
import type { JudgeLabel } from "../../../schemas/Opinion.ts"
import type { OutcomeName } from "../../../schemas/Score.ts"
import { leastConfidence, neededTrials, type Trial } from "../../../scorers/judge/Abstention.ts"
import { type Calibrated, calibrationOf } from "../../../scorers/judge/CalibrationOf.ts"
import { stabilityOf } from "../../../scorers/judge/Stability.ts"
import { type Calibration, trust, trustGate, uncalibrated } from "../../../scorers/judge/Trust.ts"
import { random } from "./quoteCases.ts"

const enough: Calibration = { n: 200, rarer: 30, judgeHuman: { kappa: 0.4, low: 0.3, high: 0.5 }, humanHuman: 0.5, stability: { share: 0.95, items: 50 } }
const kappa = (value: number) => ({ kappa: value, low: value - 0.1, high: value + 0.1 })

describe("a judged rule counts", () => {
  test.each<[string, Partial<Calibration>]>([
    ["at the very edge", {}],
    ["where people agree no better", { judgeHuman: kappa(0.6), humanHuman: 0.3 }],
    ["a tenth behind people", { judgeHuman: kappa(0.62), humanHuman: 0.72 }],
    ["and the more so beyond", { n: 5_000, rarer: 900, judgeHuman: kappa(0.9), humanHuman: 0.8, stability: { share: 1, items: 400 } }]
  ])("%s", (_, change) => {
    expect(trust({ ...enough, ...change })).toEqual({ trusted: true })
  })
})

describe("a judged rule stays advice", () => {
  test.each<[string, Partial<Calibration>, string]>([
    ["before it was compared", uncalibrated, because.tooFewLabels],
    ["with 199 contacts", { n: 199 }, because.tooFewLabels],
    ["with 29 of the rarer outcome", { rarer: 29 }, because.tooFewOfRarer],
    ["without a κ", { judgeHuman: null }, because.agreesTooLittle],
    ["with κ below 0.40", { judgeHuman: kappa(0.399), humanHuman: 0.3 }, because.agreesTooLittle],
    ["where nobody knows how people agree", { humanHuman: null }, because.peopleNotCompared],
    ["more than a tenth behind people", { judgeHuman: kappa(0.619), humanHuman: 0.72 }, because.agreesLessThanPeople],
    ["with 49 repeats", { stability: { share: 1, items: 49 } }, because.tooFewRepeats],
    ["where one repeat in eighteen differs", { stability: { share: 17 / 18, items: 54 } }, because.unstable]
  ])("%s", (_, change, why) => {
    expect(trust({ ...enough, ...change })).toEqual({ trusted: false, because: why })
  })
})

test("the reasons name the numbers of the gate", () => {
  for (const words of [becauseWords(because.tooFewLabels), becauseWords(because.tooFewOfRarer), becauseWords(because.agreesTooLittle), becauseWords(because.tooFewRepeats)]) {
    const [en] = /\d+(?:\.\d+)?/.exec(words.en)!
    expect([trustGate.labels, trustGate.rarer, trustGate.kappa, trustGate.repeats]).toContain(Number(en))
    expect(words.zh).toContain(en)
  }
})

/** A judge that repeats itself but for one answer in so many. */
const flaky = (changes: number, items: number, seed: number): ReadonlyArray<ReadonlyArray<JudgeLabel>> => {
  const next = random(seed)
  return Array.from({ length: items }, () => {
    const own = next() < 0.5 ? "met" : "not_met"
    return Array.from({ length: 4 }, () => (next() < changes ? "partly" : own))
  })
}

describe("a judge that changes its mind", () => {
  test.each([1, 2, 3, 4, 5])("is demoted when it does so in one answer of twenty, and not in one of five hundred (%i)", (seed) => {
    const demoted = { ...enough, stability: stabilityOf(flaky(1 / 20, 200, seed)) }
    const kept = { ...enough, stability: stabilityOf(flaky(1 / 500, 200, seed)) }
    expect(trust(demoted)).toEqual({ trusted: false, because: because.unstable })
    expect(trust(kept)).toEqual({ trusted: true })
  })

  test("is not known by contacts that were asked about less than four times", () => {
    expect(stabilityOf([["met", "met", "met"], ["met", "met", "met", "met"], ["met", "met", "met", "partly"], []])).toEqual({ share: 0.5, items: 2 })
    expect(stabilityOf([])).toEqual({ share: 0, items: 0 })
  })
})

describe("a calibration of synthetic labels", () => {
  const outcomes: ReadonlyArray<OutcomeName> = ["Met", "Partly", "Breached"]
  /** Contacts with a truth that judge and people each hit so often. */
  const contacts = (count: number, judge: number, people: number, seed: number): ReadonlyArray<Calibrated> => {
    const next = random(seed)
    const truths = Array.from({ length: count }, () => (next() < 0.6 ? "Met" : next() < 0.5 ? "Partly" : "Breached") as OutcomeName)
    const seen = (truth: OutcomeName, right: number) => (next() < right ? truth : outcomes[Math.floor(next() * 3)]!)
    return truths.map((truth) => ({ judge: seen(truth, judge), people: [seen(truth, people), seen(truth, people)], labels: ["met", "met", "met", "met"] }))
  }

  test.each([
    ["a judge as good as people", 0.9, 0.9, true],
    ["one that guesses", 0, 0.9, false],
    ["one that is often wrong", 0.5, 0.9, false],
    ["one that agrees with careless people, who hardly agree", 0.9, 0.3, false]
  ])("%s", (_, judge, people, trusted) => {
    for (const seed of [1, 2, 3]) expect(trust(calibrationOf(contacts(400, judge, people, seed))).trusted, `${seed}`).toBe(trusted)
  })

  test("counts what both gave an outcome, and how many of the rarer people saw", () => {
    const one = (judge: OutcomeName | null, ...people: ReadonlyArray<OutcomeName>): Calibrated => ({ judge, people, labels: [] })
    const { humanHuman, judgeHuman, n, rarer } = calibrationOf([
      one("Met", "Met", "Met"), one("Partly", "Breached", "Partly"), one("NotApplicable", "Met"), one(null, "Breached"), one("Met", "Unscored"), one("Met"), one("NotApplicable", "NotApplicable", "NotApplicable")
    ])
    expect({ n, rarer }).toEqual({ n: 4, rarer: 1 })
    // Distances seen: 0, ¼, 1, 0. By chance: Met against Met, Breached, Met, NotApplicable 2; Partly 1¾; NotApplicable, twice, 3; over four items.
    expect(judgeHuman!.kappa).toBeCloseTo(1 - 1.25 / (9.75 / 4), 12)
    expect(humanHuman).toBeGreaterThan(0.8)
  })

  test("a judge that always says the same has no κ to speak of", () => {
    const always = calibrationOf(Array.from({ length: 300 }, (_, i): Calibrated => ({ judge: "Met", people: [i % 5 === 0 ? "Breached" : "Met", i % 5 === 0 ? "Breached" : "Met"], labels: [] })))
    expect(always).toMatchObject({ n: 300, rarer: 60, judgeHuman: { kappa: 0 }, humanHuman: 1 })
    expect(trust(always)).toEqual({ trusted: false, because: because.agreesTooLittle })
  })
})

describe("the least confidence", () => {
  test.each([[0.85, 0.9, 150], [0.9, 0.95, 116], [0.95, 0.98, 181], [0.9, 1, 29]])("to show %d where %d is seen takes %i contacts", (target, observed, n) => {
    expect(neededTrials(target, observed)).toBe(n)
  })

  const trials = (confidence: number, agreeing: number, of: number): ReadonlyArray<Trial> => Array.from({ length: of }, (_, i) => ({ confidence, agrees: i < agreeing }))

  test("is the lowest down to which every step holds", () => {
    const all = [...trials(1, 200, 200), ...trials(0.75, 95, 100), ...trials(0.5, 20, 60)]
    expect(leastConfidence(all, 0.9)).toBe(0.75)
    expect(leastConfidence(all, 0.99)).toBeNull()
    expect(leastConfidence(all, 0.8)).toBe(0.5)
  })

  test("ends at the first failure, whatever comes after", () => {
    expect(leastConfidence([...trials(1, 40, 60), ...trials(0.5, 4_000, 4_000)], 0.9)).toBeNull()
  })

  test("begins where there are enough to pass at all", () => {
    expect(leastConfidence([...trials(1, 5, 5), ...trials(0.75, 60, 60)], 0.9)).toBe(0.75)
    expect(leastConfidence(trials(1, 28, 28), 0.9)).toBeNull()
    expect(leastConfidence(trials(1, 29, 29), 0.9)).toBe(1)
    expect(leastConfidence([], 0.9)).toBeNull()
  })
})
