import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { offsetTurns, parseDialogues } from "../../schemas/Dialogue.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { exampleTranscript } from "../../scorers/RuleExamples.ts"
import { loadRules, type LoadedRules } from "../../scorers/RuleFiles.ts"
import { disguises } from "./Disguises.ts"

/** The rules whose verdict must not depend on how the same words were written down. */
const families = ["standard-phrases/"]
const samples = join(import.meta.dirname, "../../samples/dialogue")

let loaded: LoadedRules
const transcripts: Array<readonly [name: string, transcript: Transcript]> = []
beforeAll(() => {
  loaded = loadRules([])
  for (const { value: rule } of loaded.rules) {
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

const verdicts = (transcript: Transcript) =>
  loaded.compiled.judge(transcript).scores.filter(({ rule }) => families.some((family) => rule.startsWith(family))).map(({ outcome, rule }) => ({ rule, outcome }))

describe("no verdict on standard phrases depends on", () => {
  test.each(Object.keys(disguises))("%s", (name) => {
    const changed = transcripts.flatMap(([of, transcript]) => {
      const before = verdicts(transcript)
      const after = verdicts(disguises[name]!(transcript))
      return before.flatMap(({ outcome, rule }, i) => {
        const now = after[i]!.outcome
        return JSON.stringify(now) === JSON.stringify(outcome) ? [] : [`${of}: ${rule} ${outcome._tag}${"credit" in outcome ? ` ${outcome.credit}` : ""} → ${now._tag}${"credit" in now ? ` ${now.credit}` : ""}`]
      })
    })
    expect(changed).toEqual([])
  })
})
