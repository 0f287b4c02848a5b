import { readdirSync } from "node:fs"
import { join } from "node:path"
import { Either } from "effect"
import { describe, expect, test } from "vitest"
import type { Rubric } from "../../schemas/Rubric.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import { Rule } from "../../scorers/Rule.ts"
import { exampleTranscript, failingExamples } from "../../scorers/RuleExamples.ts"
import { loadRules } from "../../scorers/RuleFiles.ts"
import { readYaml } from "../../scorers/YamlFile.ts"
import { disguises } from "./Disguises.ts"

const folder = join(import.meta.dirname, "borrowed-rules")
const files = readdirSync(folder)

describe("rules as other systems have them, said in ours", () => {
  test.each(files)("%s passes its own examples, however they are written down", (file) => {
    const read = readYaml(join(folder, file), Rule)
    if (Either.isLeft(read)) throw new Error(JSON.stringify(read.left))
    const rule = read.right.value
    const { id, instead, source, title, why } = rule
    const rubric: Rubric = {
      name: "test", fingerprint: "test", passMark: 80, bands: [{ id: "all", title, from: 0 }], sections: [{ id: "standard-phrases", title, weight: 1 }],
      rules: [{ id, instead, source, title, why, section: "standard-phrases", weight: 1, critical: null, bonus: false, quality: null, indicator: null }]
    }
    const compiled = new CompiledRubric(rubric, [rule], new Map())
    expect(failingExamples(compiled, rule)).toEqual([])
    const outcome = (transcript: Transcript) => compiled.judge(transcript).scores[0]!.outcome
    for (const [name, disguise] of Object.entries(disguises)) {
      for (const example of rule.examples) {
        const transcript = exampleTranscript(rule, example)
        expect(outcome(disguise(transcript)), `${name}: ${JSON.stringify(example)}`).toEqual(outcome(transcript))
      }
    }
  })

  test("all load together with the bundled rules", () => {
    const ids = loadRules([folder]).compiled.rubric.rules.map((rule) => rule.id)
    for (const file of files) expect(ids).toContain(`standard-phrases/${file.replace(".yaml", "")}`)
  })
})
