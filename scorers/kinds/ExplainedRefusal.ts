import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { byShare, type Compiler, type Judge, notApplicable, Phrases } from "../Kind.ts"
import type { Hit } from "../wording/Matcher.ts"
import type { Reading, Window } from "../wording/Reading.ts"
import { RefusalContext } from "../refusals/RefusalContext.ts"
import { compileRefusals, inOrder, refusingWords } from "../refusals/Refusals.ts"
import { ruleHeader } from "../RuleHeader.ts"

const Wording = Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString })

/**
 * A refusal comes with its reason or with what can be done instead, in the same breath. Earned is the share that is explained. For one that is not, `expected` says what would have passed: the first of
 * `situations` whose words stand in the refusal's sentence or in what the customer said just before, else the general wording.
 */
export class ExplainedRefusal extends Schema.Class<ExplainedRefusal>("ExplainedRefusal")({
  ...ruleHeader,
  kind: Schema.Literal("explained-refusal"),
  refusals: Schema.NonEmptyArray(Schema.Struct(refusingWords)),
  expected: Wording,
  situations: Schema.optional(Schema.NonEmptyArray(Schema.Struct({ about: Phrases, expected: Wording })))
}) {
  compile(compiler: Compiler): Judge {
    const finders = this.refusals.map((words) => compileRefusals(compiler, words))
    const context = compiler.once(RefusalContext.make)
    const situations = (this.situations ?? []).map(({ about, expected }) => ({ about: compiler.phrases(about), expected }))
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const hits = inOrder(finders.flatMap((find) => find(reading)))
      if (hits.length === 0) return notApplicable(because.noTrigger)
      const wanted = (hit: Hit) => {
        const { start, end } = around(reading, hit)
        const inside = (one: Hit) => one.start >= start && one.end <= end
        return situations.find(({ about }) => reading.ownHits(about).some(inside) || reading.customerHits(about).some(inside))?.expected ?? this.expected
      }
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
        findings.push(reading.said(hit, "context"))
        const { reason, alternative } = context.explanation(reading, hit, hits)
        if (reason === null && alternative === null) findings.push(reading.unsaid(breath(reading, hit), reading.inItsLanguage(wanted(hit))))
        else explained++
        show(reason, "reason")
        show(alternative, "alternative")
      }
      return byShare(explained / hits.length, findings)
    }
  }
}

const breath = (reading: Reading, hit: Hit): Window => {
  const { start, end } = reading.speechAround(hit)
  return { from: reading.wording.turns[start]!, to: reading.wording.turns[end - 1]! }
}

/** The turn of the refusal and the speech before it. */
const around = (reading: Reading, hit: Hit) => {
  const { start } = reading.speechAround(hit)
  const end = reading.wording.starts[reading.turnOf(hit) + 1]!
  if (start === 0) return { start, end }
  const before: Hit = { start: start - 1, end: start, phrase: 0 }
  return { start: reading.speechAround(before).start, end }
}
