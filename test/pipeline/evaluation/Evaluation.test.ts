import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { evaluate } from "../../../pipeline/evaluation/Evaluation.ts"
import { LabelsInvalid, readLabels } from "../../../pipeline/evaluation/Labels.ts"
import { renderEvaluation } from "../../../pipeline/reports/EvaluationReport.ts"
import { plain } from "../../../pipeline/Terminal.ts"
import { dialogue } from "../../scorers/transcripts.ts"
import { bundledRules } from "../../support/bundledRules.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "labels-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

const labels = (...lines: ReadonlyArray<unknown>) => {
  const file = join(folder, "labels.jsonl")
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"))
  return readLabels(file)
}
const { compiled } = bundledRules()

describe("evaluating against people's labels", () => {
  const given = () => labels(
    { conversation: "a", turn: 1, label: "violation", text: "我们不能退款，因为已经发货了", reason: true, alternative: false, prev: ["c: 能退吗"] },
    { conversation: "b", turn: 0, label: "benign", text: "不会让您久等的" },
    { conversation: "c", turn: 0, label: "violation", text: "这件事以后再说吧" },
    { conversation: "d", turn: 0, label: "unclear", text: "不" },
    { conversation: "e", turn: 3, label: "violation", text: "我不能给您退款。", rule: "negative-language/cannot" }
  )

  test("counts by family and by rule, and leaves out what nobody could judge", () => {
    const evaluated = evaluate(compiled, given(), "negative-language", () => undefined)
    expect(evaluated.map(({ scope, judgements }) => [scope, judgements.length])).toEqual([["negative-language", 4], ["negative-language/cannot", 1]])
    expect(evaluated[0]!.judgements.map(({ first, second }) => [first, second])).toEqual([[true, true], [false, false], [false, true], [true, true]])
    expect(evaluated[0]!.judgements[0]!.notes).toEqual(new Set(["reason"]))
  })

  test("reports figures and every disagreement with its text", () => {
    const report = renderEvaluation(evaluate(compiled, given(), "negative-language", () => undefined), "with", plain)
    expect(report).toContain("negative-language\t4\t3\t2\t1.00 [0.34–1.00] of 2\t0.67 [0.21–0.94] of 3")
    expect(report).toContain("1 disagreements")
    expect(report).toContain("negative-language · c turn 0 · missed\n    这件事以后再说吧")
  })

  test("judges within the whole conversation where it is given", () => {
    const split = labels({ conversation: "s", turn: 1, label: "violation", text: "我们不能", reason: true })
    const whole = dialogue("客户: 能退款吗\n客服: 我们不能\n客服: 因为已经发货了")
    const [family] = evaluate(compiled, split, "negative-language", (id) => (id === "s" ? whole : undefined))
    expect(family!.judgements[0]).toMatchObject({ first: true, notes: new Set(["reason"]) })
  })

  test("a label that cannot be read is named by file and line", () => {
    expect(() => labels({ conversation: "a", turn: 1, label: "benign", text: "x" }, "{")).toThrow(/labels\.jsonl:2: /)
    expect(() => labels({ conversation: "a", turn: 1, label: "maybe", text: "x" })).toThrow(LabelsInvalid)
  })
})
