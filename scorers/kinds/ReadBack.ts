import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { byShare, type Compiler, type Judge, notApplicable, Phrases } from "../Kind.ts"
import { type KeyFact, KeyFacts, saysBack } from "../wording/KeyFacts.ts"
import { overlaps, type Window } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { SharedWords } from "../wording/SharedWords.ts"
import { spokenNumbers } from "../wording/SpokenNumbers.ts"

/**
 * What a customer gives to be noted down — an order, a telephone, an address — is said back. Each fact that is said back earns; one
 * that is not costs only where a mistake would go unnoticed: on the telephone, for an address, or a number at which somebody will be
 * called (`calledLater`). What was merely looked up has shown itself right.
 */
export class ReadBack extends Schema.Class<ReadBack>("ReadBack")({
  ...ruleHeader,
  kind: Schema.Literal("read-back"),
  calledLater: Phrases,
  /** Words of the customer that speak of a place of the company: an address that one of these overlaps is not theirs. */
  unless: Schema.optional(Phrases),
  expected: Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString })
}) {
  compile(compiler: Compiler): Judge {
    const facts = KeyFacts.of(compiler)
    const aside = SharedWords.whenCalledFor(compiler)
    const calledLater = aside.phrases(this.calledLater)
    const unless = aside.phrases(this.unless)
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const foreign = aside.customerHits(reading, unless)
      const given = facts.given(reading).filter((fact) => !foreign.some((hit) => overlaps(hit, fact)) && reading.agents.find((turn) => turn > fact.turn) === reading.own.find((turn) => turn > fact.turn))
      if (given.length === 0) return notApplicable(because.noTrigger)
      const voice = reading.transcript.channel === "voice"
      const called = voice && aside.ownHits(reading, calledLater).length > 0
      const findings: Array<Finding> = []
      let back = 0
      let due = 0
      let cutShort = 0
      for (const fact of distinct(given)) {
        const after = reading.own.filter((turn) => turn > fact.turn)
        if (after.length === 0) {
          cutShort++
          continue
        }
        const window: Window = { from: after[0]!, to: after.at(-1)! }
        const turn = after.find((own) => saysBack(spokenNumbers(reading.wording, own), fact) !== null)
        const hinted = fact.kind === "address" && after.some((own) => spokenNumbers(reading.wording, own).some(({ digits }) => fact.digits.includes(digits)))
        const owed = voice && !hinted && (fact.kind === "address" || (fact.kind === "phone" && called)) && !reading.isDoubtful(window)
        if (turn === undefined && !owed) continue
        due++
        findings.push(reading.said(fact, "context", fact.kind))
        if (turn === undefined) findings.push(reading.unsaid(window, reading.inItsLanguage(this.expected), fact.kind))
        else {
          back++
          const number = saysBack(spokenNumbers(reading.wording, turn), fact)!
          findings.push(reading.said({ ...number, phrase: 0 }, "for", fact.kind))
        }
      }
      if (due > 0) return byShare(back / due, findings)
      return notApplicable(cutShort > 0 ? because.cutShort : because.noTrigger)
    }
  }
}

/** A fact that is given twice is one. */
const distinct = (given: ReadonlyArray<KeyFact>): ReadonlyArray<KeyFact> => given.filter((fact, i) => !given.slice(0, i).some((other) => other.digits === fact.digits))
