import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { because } from "../../../schemas/Because.ts"
import type { OutcomeName } from "../../../schemas/Score.ts"
import { calibrateJudge, type Opined } from "../../../pipeline/evaluation/JudgeCalibration.ts"
import { readReviewedOutcomes, type ReviewedOutcome } from "../../../pipeline/evaluation/ReviewedOutcomes.ts"

const folder = mkdtempSync(join(tmpdir(), "reviewed-"))
afterAll(() => rmSync(folder, { recursive: true }))
const written = (...lines: ReadonlyArray<string>) => {
  const file = join(folder, "reviewed.jsonl")
  writeFileSync(file, lines.join("\n"))
  return file
}

const opined = (transcript: string, outcome: OutcomeName | null, agent: string | null = "A1", rule = "empathy/x"): Opined => ({ rule, transcript, agent, outcome, labels: ["met", "met", "met", "met"] })
const said = (transcript: string, outcome: OutcomeName, change: Partial<ReviewedOutcome> = {}): ReviewedOutcome => ({ transcript, agent: null, rule: "empathy/x", outcome, reviewer: null, ...change })

describe("outcomes by people", () => {
  test("are read with what may be left out", () => {
    const file = written(`{"transcript":"t1","rule":"empathy/x","outcome":"Met","note":"fine"}`, "", `{"transcript":"t2","agent":"A1","rule":"empathy/x","outcome":"Breached","reviewer":"R7"}\r`)
    expect(readReviewedOutcomes(file)).toEqual([said("t1", "Met"), said("t2", "Breached", { agent: "A1", reviewer: "R7" })])
  })

  test.each([
    [`{"transcript":"t1","rule":"empathy/x","outcome":"good"}`, /reviewed\.jsonl:2: outcome: /],
    [`{"transcript":"t1","outcome":"Met"}`, /reviewed\.jsonl:2: rule: is missing/],
    [`{"transcript":`, /reviewed\.jsonl:2: the line: /]
  ])("that are none are named by file and line: %s", (line, message) => {
    expect(() => readReviewedOutcomes(written(`{"transcript":"t0","rule":"a/b","outcome":"Met"}`, line))).toThrow(message)
  })

  test("in a file that is not there", () => {
    expect(() => readReviewedOutcomes(join(folder, "none.jsonl"))).toThrow(/none\.jsonl: no such file/)
  })
})

describe("the judge is held against people", () => {
  test("rule by rule and agent by agent", () => {
    const opinions = [opined("t1", "Met"), opined("t2", "Breached"), opined("t3", "Met", "A1"), opined("t3", "Breached", "A2"), opined("t4", null), opined("t1", "Met", null, "resolution/y")]
    const reviewed = [
      said("t1", "Met"), said("t2", "Met", { agent: "A1" }), said("t3", "Breached", { agent: "A2" }), said("t4", "Met"),
      said("t3", "Met"), said("t9", "Met"), said("t2", "Met", { agent: "A2" }), said("t5", "Met", { rule: "other/z" })
    ]
    expect(calibrateJudge(opinions, reviewed).map(({ calibration, rule, trust, unmatched }) => ({ rule, n: calibration.n, repeats: calibration.stability.items, trust, unmatched }))).toEqual([
      { rule: "empathy/x", n: 3, repeats: 5, trust: { trusted: false, because: because.tooFewLabels }, unmatched: 3 },
      { rule: "other/z", n: 0, repeats: 0, trust: { trusted: false, because: because.tooFewLabels }, unmatched: 1 },
      { rule: "resolution/y", n: 0, repeats: 1, trust: { trusted: false, because: because.tooFewLabels }, unmatched: 0 }
    ])
  })

  test("people against people by their names, and who changes their mind is one of them", () => {
    const opinions = ["t1", "t2", "t3"].map((id) => opined(id, "Met"))
    const reviewed = [
      said("t1", "Met", { reviewer: "R1" }), said("t1", "Breached", { reviewer: "R1" }), said("t1", "Breached", { reviewer: "R2" }),
      said("t2", "Met", { reviewer: "R1" }), said("t2", "Met"), said("t3", "Met", { reviewer: "R2" })
    ]
    const [one] = calibrateJudge(opinions, reviewed)
    expect(one!.calibration).toMatchObject({ n: 3, rarer: 1, humanHuman: 1, judgeHuman: { kappa: 0 } })
  })

  test("and is trusted with enough of it", () => {
    const outcome = (i: number): OutcomeName => (i % 4 === 0 ? "Breached" : "Met")
    const opinions = Array.from({ length: 240 }, (_, i) => opined(`t${i}`, i % 40 === 1 ? "Partly" : outcome(i)))
    const reviewed = opinions.flatMap(({ transcript }, i) => [said(transcript, outcome(i), { reviewer: "R1" }), ...(i % 10 < 2 ? [said(transcript, outcome(i), { reviewer: "R2" })] : [])])
    const [one] = calibrateJudge(opinions, reviewed)
    expect(one).toMatchObject({ calibration: { n: 240, rarer: 60, humanHuman: 1, stability: { share: 1, items: 240 } }, trust: { trusted: true }, unmatched: 0 })
    expect(one!.calibration.judgeHuman!.kappa).toBeGreaterThan(0.9)
  })
})
