import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { breached, byShare, type Compiler, type Judge, met, notApplicable, Phrases } from "../Kind.ts"
import type { Hit } from "../wording/Matcher.ts"
import { apart, overlaps } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"

const halfCredit = 0.5

/**
 * The agent never says any of these phrases. A hit that an `unless` phrase overlaps is none (不会 in 不会让您久等). Where what
 * is said beside a hit, in the same breath, makes up for part of it, `softenedBy` names it (a reason, an alternative): a rule all of
 * whose hits are softened is Partly, each softening a finding of its own.
 */
export class ForbiddenPhrase extends Schema.Class<ForbiddenPhrase>("ForbiddenPhrase")({
  ...ruleHeader,
  kind: Schema.Literal("forbidden-phrase"),
  phrases: Phrases,
  unless: Schema.optional(Phrases),
  softenedBy: Schema.optional(
    Schema.NonEmptyArray(Schema.Struct({ note: Schema.NonEmptyString, phrases: Phrases, unless: Schema.optional(Phrases) }))
  )
}) {
  compile(compiler: Compiler): Judge {
    const phrases = compiler.phrases(this.phrases)
    const unless = compiler.phrases(this.unless)
    const softeners = (this.softenedBy ?? []).map((softener) => ({
      note: softener.note,
      phrases: compiler.phrases(softener.phrases),
      unless: compiler.phrases(softener.unless)
    }))
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const candidates = reading.ownHits(phrases)
      if (candidates.length === 0) return met()
      const excuses = reading.ownHits(unless)
      const hits = apart(candidates.filter((hit) => !excuses.some((excuse) => overlaps(hit, excuse))))
      if (hits.length === 0) return met()
      const findings: Array<Finding> = []
      let softened = 0
      for (const hit of hits) {
        findings.push(reading.said(hit, "against"))
        const around = reading.speechAround(hit)
        let soft = false
        for (const softener of softeners) {
          const excused = reading.ownHits(softener.unless)
          const found = reading.ownHits(softener.phrases).find((s) => within(s, around) && !sameSpan(s, hit) && !excused.some((e) => overlaps(s, e)))
          if (found === undefined) continue
          soft = true
          const finding = reading.said(found, "for", softener.note)
          if (!findings.some((other) => sameFinding(other, finding))) findings.push(finding)
        }
        if (soft) softened++
      }
      return softened === hits.length ? byShare(halfCredit, findings) : breached(findings)
    }
  }
}

const within = (hit: Hit, span: { readonly start: number; readonly end: number }) => hit.start >= span.start && hit.end <= span.end
const sameSpan = (a: Hit, b: Hit) => a.start === b.start && a.end === b.end
const sameFinding = (a: Finding, b: Finding) =>
  a._tag === "Said" && b._tag === "Said" && a.turn === b.turn && a.start === b.start && a.end === b.end && a.note === b.note
