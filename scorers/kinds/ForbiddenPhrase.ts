import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import { breached, type Compiler, type Judge, met, notApplicable, Phrases } from "../Kind.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { apart, overlaps } from "../wording/Reading.ts"

/** The agent never says any of these phrases. A hit that an `unless` phrase overlaps is none (不会 in 不会让您久等). */
export class ForbiddenPhrase extends Schema.Class<ForbiddenPhrase>("ForbiddenPhrase")({
  ...ruleHeader,
  kind: Schema.Literal("forbidden-phrase"),
  phrases: Phrases,
  unless: Schema.optional(Phrases)
}) {
  compile(compiler: Compiler): Judge {
    const phrases = compiler.phrases(this.phrases)
    const unless = compiler.phrases(this.unless)
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const candidates = reading.ownHits(phrases)
      if (candidates.length === 0) return met()
      const excuses = reading.ownHits(unless)
      const hits = apart(candidates.filter((hit) => !excuses.some((excuse) => overlaps(hit, excuse))))
      return hits.length === 0 ? met() : breached(hits.map((hit) => reading.said(hit, "against")))
    }
  }
}
