import { createHash } from "node:crypto"
import type { Words } from "../../schemas/Rubric.ts"
import type { Rule } from "../Rule.ts"

/**
 * What the judge is asked for one rule: `ask`, and what each answer takes. `version` is a hash of everything the judge reads of it, so
 * that a stored answer is known to be to this very question.
 */
export interface Question {
  readonly rule: string
  readonly ask: Words
  readonly met: Words
  readonly partly: Words | null
  readonly notMet: Words
  /** What it takes to say that it was not met: the words that show it, or, also where this is left out, the turns searched for what is absent. */
  readonly notMetShownBy?: "absence" | "words"
  /** What the agent could have said, shown where the judge finds it missing. The judge never sees it. */
  readonly expected: Words
  readonly version: string
}

/** The question of every rule that has one, by the rule's id. */
export const questionsOf = (rules: ReadonlyArray<Rule>): ReadonlyMap<string, Question> =>
  new Map(rules.flatMap((rule) => {
    if (rule.judge === undefined) return []
    const { ask, met, notMet, notMetShownBy, partly = null } = rule.judge
    return [[rule.id, { rule: rule.id, ask, met, partly, notMet, notMetShownBy, expected: rule.instead, version: versionOf([rule.id, ask, met, partly, notMet]) }] as const]
  }))

const versionOf = (said: ReadonlyArray<string | Words | null>): string =>
  createHash("sha256")
    .update(JSON.stringify(said.map((one) => (one === null || typeof one === "string" ? one : [one.zh, one.en]))))
    .digest("hex")
    .slice(0, 16)
