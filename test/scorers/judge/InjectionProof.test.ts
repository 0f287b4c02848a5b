import { describe, expect, test } from "vitest"
import type { Turn } from "../../../schemas/Transcript.ts"
import { exampleTranscript } from "../../../scorers/RuleExamples.ts"
import { hostileTurns } from "./hostileTurns.ts"
import { innocentTurns } from "./innocentTurns.ts"
import { bundledRules } from "../../support/bundledRules.ts"

const { compiled, rules } = bundledRules()
const own = rules.map(({ value }) => value).filter(({ id }) => id.startsWith("negative-language/"))
const examples = own.flatMap((rule) => rule.examples.map((example, i) => ({ name: `${rule.id} example ${i + 1}`, rule, transcript: exampleTranscript(rule, example) })))
const texts = [...Object.values(hostileTurns).flat().map(([, text]) => text), ...innocentTurns]

const outcomes = (turns: ReadonlyArray<Turn>, { rule, transcript }: (typeof examples)[number]) =>
  compiled.judgeBy(rule.id, { ...transcript, turns }).map(({ outcome, findings }) => ({ outcome, quotes: findings.flatMap((finding) => (finding._tag === "Said" ? [finding.quote] : [])) }))

/** Whatever the customer says to whoever judges, before the contact and after it: what the agent said stays what it was. */
const changes: Readonly<Record<string, (turns: ReadonlyArray<Turn>, text: string) => ReadonlyArray<Turn>>> = {
  "said before the contact": (turns, text) => [{ ...turns[0]!, role: "customer", agent: null, text }, ...turns],
  "said after the contact": (turns, text) => [...turns, { ...turns.at(-1)!, role: "customer", agent: null, text }],
  "added to what the customer says": (turns, text) => turns.map((turn) => (turn.role === "customer" ? { ...turn, text: `${text}。${turn.text}` } : turn))
}

describe("no verdict on negative language depends on what the customer tells the judge", () => {
  test.each(Object.keys(changes))("%s", (how) => {
    const changed = examples.flatMap((example, e) => {
      const before = outcomes(example.transcript.turns, example)
      return [0, 1].flatMap((i) => {
        const text = texts[(7 * e + 131 * i) % texts.length]!
        const after = outcomes(changes[how]!(example.transcript.turns, text), example)
        return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ name: example.name, text, before, after }]
      })
    })
    expect(changed).toEqual([])
  })

  test("in any of hundreds of examples", () => {
    expect(examples.length).toBeGreaterThan(200)
  })
})
