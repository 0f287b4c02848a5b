import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import { type Compiler, type Judge, notApplicable, Phrases } from "../Kind.ts"
import { apart, overlaps } from "../wording/Reading.ts"
import { RefusalContext } from "../refusals/RefusalContext.ts"
import { refusalVerdict } from "../refusals/RefusalVerdict.ts"
import { ruleHeader } from "../RuleHeader.ts"

/**
 * The agent takes nothing favourable back: `phrases` run from the favourable thing over the turn (但是, but) to what denies it.
 * Partly where a reason or another way is given in the same breath.
 */
export class Reversal extends Schema.Class<Reversal>("Reversal")({
  ...ruleHeader,
  kind: Schema.Literal("reversal"),
  phrases: Phrases,
  /** Hits that one of these overlaps are none. */
  unless: Schema.optional(Phrases)
}) {
  compile(compiler: Compiler): Judge {
    const phrases = compiler.phrases(this.phrases)
    const unless = compiler.phrases(this.unless)
    const context = compiler.once(RefusalContext.make)
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const candidates = reading.ownHits(phrases)
      const excuses = candidates.length === 0 ? candidates : reading.ownHits(unless)
      return refusalVerdict(reading, context, apart(candidates.filter((hit) => !excuses.some((excuse) => overlaps(hit, excuse)))))
    }
  }
}
