import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { offsetTurns, parseDialogues } from "../../schemas/Dialogue.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import { exampleTranscript } from "../../scorers/RuleExamples.ts"
import { loadRules } from "../../scorers/RuleFiles.ts"
import { disguises } from "./Disguises.ts"

/** The rules whose verdict must not depend on how the same words were written down. */
const families = ["standard-phrases/", "empathy/", "resolution/"]
const samples = join(import.meta.dirname, "../../samples/dialogue")

let rubric: CompiledRubric
const transcripts: Array<readonly [name: string, transcript: Transcript]> = []
beforeAll(() => {
  const loaded = loadRules([])
  const isJudged = ({ id }: { readonly id: string }) => families.some((family) => id.startsWith(family))
  const rules = loaded.rules.map(({ value }) => value)
  const { lists } = loaded.definition as { readonly lists: Readonly<Record<string, ReadonlyArray<string>>> }
  // Of everybody's examples, but only by the rules that are asked: the others take most of the time.
  rubric = new CompiledRubric({ ...loaded.compiled.rubric, rules: loaded.compiled.rubric.rules.filter(isJudged) }, rules.filter(isJudged), new Map(Object.entries(lists)))
  for (const rule of rules) {
    rule.examples.forEach((example, i) => transcripts.push([`${rule.id} example ${i + 1}`, exampleTranscript(rule, example)]))
  }
  const [first] = transcripts
  for (const file of readdirSync(samples).filter((name) => !name.includes("utf16"))) {
    for (const dialogue of parseDialogues(readFileSync(join(samples, file), "utf8"))) {
      const channel = dialogue.header.get("channel")?.value === "chat" ? "chat" : "voice"
      const language = dialogue.header.get("lang")?.value ?? null
      transcripts.push([dialogue.header.get("id")?.value ?? file, { ...first![1], channel, language, ...offsetTurns(dialogue) }])
    }
  }
})

const verdicts = (transcript: Transcript) => rubric.judge(transcript).scores.map(({ outcome, rule }) => ({ rule, outcome }))
const asWritten = new Map<Transcript, ReturnType<typeof verdicts>>()
const verdictsAsWritten = (transcript: Transcript) => {
  const known = asWritten.get(transcript) ?? verdicts(transcript)
  asWritten.set(transcript, known)
  return known
}

describe("no verdict depends on", () => {
  test.each(Object.keys(disguises))("%s", (name) => {
    const changed = transcripts.flatMap(([of, transcript]) => {
      const before = verdictsAsWritten(transcript)
      const after = verdicts(disguises[name]!(transcript))
      return before.flatMap(({ outcome, rule }, i) => {
        const now = after[i]!.outcome
        return JSON.stringify(now) === JSON.stringify(outcome) ? [] : [`${of}: ${rule} ${outcome._tag}${"credit" in outcome ? ` ${outcome.credit}` : ""} → ${now._tag}${"credit" in now ? ` ${now.credit}` : ""}`]
      })
    })
    expect(changed).toEqual([])
  })
})
