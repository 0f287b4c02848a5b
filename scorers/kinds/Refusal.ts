import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { breached, byShare, type Compiler, type Judge, met, notApplicable } from "../Kind.ts"
import type { Hit } from "../Matcher.ts"
import { RefusalContext } from "../RefusalContext.ts"
import { compileRefusals, refusingWords } from "../Refusals.ts"
import { ruleHeader } from "../RuleHeader.ts"

const halfCredit = 0.5

/**
 * The agent refuses the customer nothing in these words. Whether they refuse is decided by the sentence they stand in: a
 * question, a condition, a reassurance, a fact about a product, the customer's own trouble is no refusal (`RefusalContext`). Where a
 * reason or another way is given in the same breath for every refusal, the rule is Partly; each is a finding of its own.
 */
export class Refusal extends Schema.Class<Refusal>("Refusal")({
  ...ruleHeader,
  kind: Schema.Literal("refusal"),
  ...refusingWords
}) {
  compile(compiler: Compiler): Judge {
    const find = compileRefusals(compiler, this)
    const context = compiler.once(RefusalContext.make)
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const hits = find(reading)
      if (hits.length === 0) return met()
      const findings: Array<Finding> = []
      // One reason may serve several refusals.
      const shown = new Set<Hit>()
      const show = (found: Hit | null, note: string) => {
        if (found === null || shown.has(found)) return
        shown.add(found)
        findings.push(reading.said(found, "for", note))
      }
      let explained = 0
      for (const hit of hits) {
        findings.push(reading.said(hit, "against"))
        const { reason, alternative } = context.explanation(reading, hit, hits)
        if (reason !== null || alternative !== null) explained++
        show(reason, "reason")
        show(alternative, "alternative")
      }
      return explained === hits.length ? byShare(halfCredit, findings) : breached(findings)
    }
  }
}
