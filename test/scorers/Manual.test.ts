import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Schema } from "effect"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import type { Rubric } from "../../schemas/Rubric.ts"
import { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import { Rule } from "../../scorers/Rule.ts"
import { failingExamples } from "../../scorers/RuleExamples.ts"

const manual = readFileSync(join(import.meta.dirname, "../../scorers/README.md"), "utf8")
const blocks = [...manual.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1]!)
const isWords = (block: string) => block.startsWith("# words.yaml")
const lists = new Map(blocks.filter(isWords).flatMap((block) => Object.entries(parse(block) as Record<string, ReadonlyArray<string>>)))
const words = { zh: "一", en: "One" }
const header = { id: "test/rule", title: words, why: words, instead: words, source: "manual" }

describe("the manual of rules", () => {
  test.each(blocks.filter((block) => !isWords(block)).map((block, i) => [i + 1, block] as const))("rule %i passes its own examples", (_, block) => {
    const rule = Schema.decodeUnknownSync(Rule)({ ...header, ...(parse(block) as object) }, { onExcessProperty: "error" })
    const { id, instead, source, title, why } = rule
    const rubric: Rubric = {
      name: "manual", fingerprint: "manual", passMark: 80, bands: [{ id: "all", title, from: 0 }], sections: [{ id: "test", title, weight: 1 }],
      rules: [{ id, instead, source, title, why, section: "test", weight: 1, critical: null, bonus: false, quality: null, indicator: null }]
    }
    expect(failingExamples(new CompiledRubric(rubric, [rule], lists), rule)).toEqual([])
  })

  test("names every operator and field of a condition", async () => {
    const { ConditionNode } = await import("../../scorers/conditions/ConditionNode.ts")
    const { JSONSchema } = await import("effect")
    const schema = JSON.stringify(JSONSchema.make(ConditionNode))
    const fields = [...schema.matchAll(/"([a-zA-Z]+)":\{/g)].map((match) => match[1]!).filter((name) => !schemaWords.has(name))
    expect(fields.length).toBeGreaterThan(40)
    for (const field of fields) expect(manual, field).toMatch(new RegExp(`\\b${field}\\b`))
  })
})

const schemaWords = new Set(["properties", "items", "defs", "Condition", "Expression", "NonEmptyString", "NonEmptyArray", "Int"])
