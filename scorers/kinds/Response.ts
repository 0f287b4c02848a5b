import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { byShare, type Compiler, type Judge, notApplicable, Phrases } from "../Kind.ts"
import type { Hit } from "../wording/Matcher.ts"
import { apart, overlaps, type Reading, type Window } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"

/**
 * Where a certain thing was said, the agent answers it with another: trouble with an acknowledgement, a refusal with its reason.
 * Each trigger opens a window; those that overlap are one. Earned is the share of windows in which any of `say` stands. No
 * trigger, nothing due.
 */
export class Response extends Schema.Class<Response>("Response")({
  ...ruleHeader,
  kind: Schema.Literal("response"),
  when: Schema.Struct({
    speaker: Schema.Literal("customer", "agent"),
    phrases: Phrases,
    /** A trigger that one of these overlaps is none. */
    unless: Schema.optional(Phrases)
  }),
  /** Where the answer is looked for: in so many agent turns after the trigger, or in what is said in the same breath. */
  within: Schema.Union(Schema.Struct({ turns: Schema.Number.pipe(Schema.int(), Schema.between(1, 20)) }), Schema.Literal("same-breath")),
  say: Phrases,
  /** An answer that one of these overlaps is none. */
  sayUnless: Schema.optional(Phrases),
  expected: Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString })
}) {
  compile(compiler: Compiler): Judge {
    const triggers = compiler.phrases(this.when.phrases)
    const noTriggers = compiler.phrases(this.when.unless)
    const answers = compiler.phrases(this.say)
    const noAnswers = compiler.phrases(this.sayUnless)
    const speaker = this.when.speaker
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const said = (set: typeof triggers) => (speaker === "agent" ? reading.ownHits(set) : reading.customerHits(set))
      const excused = said(noTriggers)
      const moments = apart(said(triggers).filter((hit) => !excused.some((excuse) => overlaps(hit, excuse))))
      const windows: Array<{ trigger: Hit; window: Window }> = []
      for (const trigger of moments) {
        const window = this.window(reading, trigger)
        if (window !== null && !windows.some((other) => window.from <= other.window.to && other.window.from <= window.to)) windows.push({ trigger, window })
      }
      if (windows.length === 0) return notApplicable(moments.length === 0 ? because.noTrigger : because.cutShort)
      const excuses = reading.ownHits(noAnswers)
      const candidates = reading.ownHits(answers).filter((hit) => !excuses.some((excuse) => overlaps(hit, excuse)))
      const findings: Array<Finding> = []
      let answered = 0
      for (const { trigger, window } of windows) {
        findings.push(reading.said(trigger, "context"))
        const hit = candidates.find((candidate) => {
          const turn = reading.turnOf(candidate)
          return turn >= window.from && turn <= window.to && !(candidate.start === trigger.start && candidate.end === trigger.end)
        })
        if (hit === undefined) findings.push(reading.unsaid(window, reading.inItsLanguage(this.expected)))
        else {
          answered++
          findings.push(reading.said(hit, "for"))
        }
      }
      return byShare(answered / windows.length, findings)
    }
  }

  private window(reading: Reading, trigger: Hit): Window | null {
    const turn = reading.turnOf(trigger)
    if (this.within === "same-breath") {
      const { start, end } = reading.speechAround(trigger)
      return { from: reading.wording.turns[start]!, to: reading.wording.turns[end - 1]! }
    }
    const after = reading.own.filter((t) => t > turn).slice(0, this.within.turns)
    return after.length === 0 ? null : { from: after[0]!, to: after[after.length - 1]! }
  }
}
