import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { breached, byShare, type Compiler, type Judge, notApplicable, Phrases } from "../Kind.ts"
import type { Reading, Window } from "../Reading.ts"
import { apart, overlaps } from "../Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"

const Turns = Schema.Number.pipe(Schema.int(), Schema.between(1, 50))

/**
 * Near the start or the end of the contact the agent says certain things, each worth a part: a greeting, a thank-you, … An
 * element counts where any of its phrases stands within the agent's first or last turns; `expected` is what would have passed. A `forbidden` phrase there breaches the
 * rule whatever else was said.
 */
export class RequiredElements extends Schema.Class<RequiredElements>("RequiredElements")({
  ...ruleHeader,
  kind: Schema.Literal("required-elements"),
  /** How many of the agent's turns are searched, from the start or from the end. */
  window: Schema.Union(Schema.Struct({ first: Turns }), Schema.Struct({ last: Turns })),
  elements: Schema.NonEmptyArray(
    Schema.Struct({
      name: Schema.NonEmptyString,
      phrases: Phrases,
      expected: Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString }),
      part: Schema.optionalWith(Schema.Number.pipe(Schema.positive()), { default: () => 1 }),
      /** Due on these channels only. */
      channels: Schema.optional(Schema.NonEmptyArray(Schema.Literal("voice", "chat"))),
      /** Not due where a bot spoke before the agent, which has then greeted for the company. */
      afterBot: Schema.optionalWith(Schema.Boolean, { default: () => true })
    })
  ),
  /** Another situation is at hand, with an opening or ending of its own, where the agent says one of these there, or the customer answered the call with one. */
  exceptWhen: Schema.optional(Schema.Struct({ said: Schema.optional(Phrases), customerAnswered: Schema.optional(Phrases) })),
  forbidden: Schema.optional(Phrases),
  /** Hits of `forbidden` that one of these overlaps are none. */
  unless: Schema.optional(Phrases)
}) {
  compile(compiler: Compiler): Judge {
    const elements = this.elements.map((element) => ({ ...element, set: compiler.phrases(element.phrases) }))
    const exceptions = compiler.phrases(this.exceptWhen?.said)
    const answers = compiler.phrases(this.exceptWhen?.customerAnswered)
    const forbidden = compiler.phrases(this.forbidden)
    const unless = compiler.phrases(this.unless)
    return (reading) => {
      const window = this.searched(reading)
      if (window === null) return notApplicable(because.noAgentTurn)
      const inside = (hit: { start: number }) => {
        const turn = reading.wording.turns[hit.start]!
        return turn >= window.from && turn <= window.to
      }
      const excuses = reading.ownHits(unless)
      const offences = apart(reading.ownHits(forbidden).filter((hit) => inside(hit) && !excuses.some((excuse) => overlaps(hit, excuse))))
      const findings: Array<Finding> = offences.map((hit) => reading.said(hit, "against"))
      const calledByAgent = reading.transcript.channel === "voice" && reading.customerHits(answers).some((hit) => reading.turnOf(hit) < window.from)
      const elsewhere = calledByAgent || reading.ownHits(exceptions).some(inside)
      if (offences.length === 0 && elsewhere) return notApplicable(because.otherSituation)
      const botFirst = reading.transcript.turns.slice(0, window.from).some((turn) => turn.role === "bot")
      let due = 0
      let found = 0
      for (const element of elements) {
        if (element.channels !== undefined && !element.channels.includes(reading.transcript.channel)) continue
        if (botFirst && !element.afterBot) continue
        due += element.part
        const hit = reading.ownHits(element.set).find(inside)
        if (hit === undefined) findings.push(reading.unsaid(window, reading.inItsLanguage(element.expected), element.name))
        else {
          found += element.part
          findings.push(reading.said(hit, "for", element.name))
        }
      }
      if (offences.length > 0) return breached(findings)
      return due === 0 ? notApplicable(because.otherSituation) : byShare(found / due, findings)
    }
  }

  private searched(reading: Reading): Window | null {
    const { own } = reading
    if (own.length === 0) return null
    if ("first" in this.window) return { from: own[0]!, to: own[Math.min(this.window.first, own.length) - 1]! }
    return { from: own[Math.max(0, own.length - this.window.last)]!, to: own[own.length - 1]! }
  }
}
