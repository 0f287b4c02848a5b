import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { offsetTurns, parseDialogues } from "../../schemas/Dialogue.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { exampleTranscript } from "../../scorers/RuleExamples.ts"
import type { LoadedRules } from "../../scorers/RuleFiles.ts"
import { disguises } from "./Disguises.ts"
import { bundledRules } from "../support/bundledRules.ts"

/**
 * What a disguise takes away from some rules. Another message is another moment, to be answered or to answer with. Without marks nobody can tell a question, for
 * which the customer then needs time, from a statement, nor where “Glad it works. We can't switch it off.” falls apart. And who said next to nothing
 * had asked for nothing until the word was said twice.
 */
const exempt: Readonly<Record<string, RegExp>> = {
  "split messages": /^response-time\//,
  "a customer who says yes twice": /^(response-time\/|resolution\/resolves-or-next-step$)/,
  "no punctuation": /^(response-time\/|negative-language\/cannot$)/
}
const samples = join(import.meta.dirname, "../../samples/dialogue")

let rubric: LoadedRules["compiled"]
const transcripts: Array<readonly [name: string, transcript: Transcript]> = []
beforeAll(() => {
  const loaded = bundledRules()
  rubric = loaded.compiled
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
  for (const [, transcript] of transcripts) verdictsAsWritten(transcript)
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
        if (exempt[name]?.test(rule) === true) return []
        return JSON.stringify(now) === JSON.stringify(outcome) ? [] : [`${of}: ${rule} ${outcome._tag}${"credit" in outcome ? ` ${outcome.credit}` : ""} → ${now._tag}${"credit" in now ? ` ${now.credit}` : ""}`]
      })
    })
    expect(changed).toEqual([])
  })
})
