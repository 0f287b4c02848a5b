import { readdirSync } from "node:fs"
import { join } from "node:path"
import { Either } from "effect"
import { describe, expect, test } from "vitest"
import type { Rubric } from "../../schemas/Rubric.ts"
import { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import { Rule } from "../../scorers/Rule.ts"
import { failingExamples } from "../../scorers/RuleExamples.ts"
import { loadRules } from "../../scorers/RuleFiles.ts"
import { readYaml } from "../../scorers/YamlFile.ts"

const folder = join(import.meta.dirname, "borrowed-rules")
const files = readdirSync(folder)

describe("rules as other systems have them, said in ours", () => {
  test.each(files)("%s passes its own examples", (file) => {
    const read = readYaml(join(folder, file), Rule)
    if (Either.isLeft(read)) throw new Error(JSON.stringify(read.left))
    const rule = read.right.value
    const { id, instead, source, title, why } = rule
    const rubric: Rubric = {
      name: "test", fingerprint: "test", passMark: 80, bands: [{ id: "all", title, from: 0 }], sections: [{ id: "standard-phrases", title, weight: 1 }],
      rules: [{ id, instead, source, title, why, section: "standard-phrases", weight: 1, critical: null, bonus: false }]
    }
    expect(failingExamples(new CompiledRubric(rubric, [rule], new Map()), rule)).toEqual([])
  })

  test("all load together with the bundled rules", () => {
    const ids = loadRules([folder]).compiled.rubric.rules.map((rule) => rule.id)
    for (const file of files) expect(ids).toContain(`standard-phrases/${file.replace(".yaml", "")}`)
  })
})
