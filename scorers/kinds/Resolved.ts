import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { breached, type Compiler, type Judge, met, notApplicable, Phrases } from "../Kind.ts"
import type { Hit } from "../wording/Matcher.ts"
import { overlaps, type Reading, type Window } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { SharedWords, type Words } from "../wording/SharedWords.ts"
import { breakKind } from "../wording/Wording.ts"

/** Less than this, in units, and the customer brought nothing. */
const leastAsked = 3

/** Where to look for how it ended: the last turns of either. */
const lastTurns = 2

/**
 * The matter was settled, or there is a next step with an owner and a time. Words show that much, and they show a contact that ends with a
 * customer who has given up, or with a question hung up on; of all others they do not tell.
 */
export class Resolved extends Schema.Class<Resolved>("Resolved")({
  ...ruleHeader,
  kind: Schema.Literal("resolved"),
  /** The agent says that it is done. */
  done: Phrases,
  doneUnless: Schema.optional(Phrases),
  /** The customer says, after the agent has spoken, that it works. */
  confirmed: Phrases,
  confirmedUnless: Schema.optional(Phrases),
  /** Somebody takes it on, and in the same reply says when. */
  takesOn: Phrases,
  takesOnUnless: Schema.optional(Phrases),
  when: Phrases,
  /** Words of a question; who hangs up on one has settled nothing. */
  asks: Phrases,
  /** The customer gives up, in one of the last turns. */
  givesUp: Phrases,
  /** The agent gives up, in one of the last turns, having offered nothing. */
  dropped: Phrases,
  droppedUnless: Schema.optional(Phrases),
  offers: Phrases,
  expected: Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString })
}) {
  compile(compiler: Compiler): Judge {
    const words = SharedWords.always(compiler)
    const sets = {
      done: words.phrases(this.done),
      doneUnless: words.phrases(this.doneUnless),
      confirmed: words.phrases(this.confirmed),
      confirmedUnless: words.phrases(this.confirmedUnless),
      takesOn: words.phrases(this.takesOn),
      takesOnUnless: words.phrases(this.takesOnUnless),
      when: words.phrases(this.when),
      asks: words.phrases(this.asks),
      givesUp: words.phrases(this.givesUp),
      dropped: words.phrases(this.dropped),
      droppedUnless: words.phrases(this.droppedUnless),
      offers: words.phrases(this.offers)
    }
    const without = (hits: ReadonlyArray<Hit>, not: ReadonlyArray<Hit>) => hits.filter((hit) => !not.some((other) => overlaps(hit, other)))
    const own = (reading: Reading, set: Words, not: Words) => without(words.ownHits(reading, set), words.ownHits(reading, not))
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const { turns } = reading.transcript
      const asked = turns.flatMap((turn, t) => (turn.role === "customer" ? [t] : []))
      if (asked.reduce((sum, t) => sum + reading.wording.starts[t + 1]! - reading.wording.starts[t]!, 0) < leastAsked) return notApplicable(because.noTrigger)
      const window: Window = { from: reading.own[0]!, to: reading.own.at(-1)! }
      const takesOn = own(reading, sets.takesOn, sets.takesOnUnless)
      const when = words.ownHits(reading, sets.when)
      const offers = words.ownHits(reading, sets.offers)
      const sawTo = own(reading, sets.done, sets.doneUnless)
      const worked = without(words.customerHits(reading, sets.confirmed), words.customerHits(reading, sets.confirmedUnless)).filter((hit) => hit.start > reading.wording.starts[reading.own[0]!]!)

      const endings = asked.slice(-lastTurns)
      const gaveUp = words.customerHits(reading, sets.givesUp).findLast((hit) => endings.includes(reading.turnOf(hit)))
      const missing = () => reading.unsaid(window, reading.inItsLanguage(this.expected))
      if (gaveUp !== undefined && ![...takesOn, ...offers, ...sawTo, ...worked].some((hit) => hit.start > gaveUp.start)) return breached([reading.said(gaveUp, "context"), missing()])
      const last = turns.length - 1
      if (reading.endedBy() === "agent" && reading.isCustomer(last) && words.customerHits(reading, sets.asks).some((hit) => reading.turnOf(hit) === last) && reading.agents.at(-1) === window.to) {
        return breached([reading.saidTurn(last, "context", "unanswered"), missing()])
      }
      const evidence = this.settled(reading, sawTo, worked, takesOn, when)
      if (evidence !== null) return met(evidence)
      const ownEndings = reading.own.slice(-lastTurns)
      const dropped = own(reading, sets.dropped, sets.droppedUnless).findLast((hit) => ownEndings.includes(reading.turnOf(hit)))
      if (dropped !== undefined && offers.length === 0 && takesOn.length === 0) return breached([reading.said(dropped, "against")])
      return { outcome: { _tag: "Unscored", because: because.wordsCannotTell }, findings: [] }
    }
  }

  private settled(reading: Reading, done: ReadonlyArray<Hit>, worked: ReadonlyArray<Hit>, takesOn: ReadonlyArray<Hit>, when: ReadonlyArray<Hit>): ReadonlyArray<Finding> | null {
    const first = done.at(-1)
    if (first !== undefined) return [reading.said(first, "for", "done")]
    const confirmation = worked.at(-1)
    if (confirmation !== undefined) return [reading.said(confirmation, "for", "confirmed")]
    for (const step of takesOn.toReversed()) {
      const { end, start } = reading.speechAround(step)
      const inTime = when.find((hit) => hit.start >= start && hit.end <= end && sameSentence(reading, hit, step)) ?? when.find((hit) => hit.start >= start && hit.end <= end)
      if (inTime !== undefined) return [reading.said(step, "for", "next-step"), reading.said(inTime, "for", "when")]
    }
    return null
  }
}

const sameSentence = (reading: Reading, a: Hit, b: Hit): boolean => {
  for (let i = Math.min(a.start, b.start) + 1; i < Math.max(a.start, b.start); i++) if (reading.wording.breaks[i]! >= breakKind.sentence) return false
  return true
}
