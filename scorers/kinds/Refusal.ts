import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import { type Compiler, type Judge, notApplicable } from "../Kind.ts"
import { RefusalContext } from "../refusals/RefusalContext.ts"
import { compileRefusals, refusingWords } from "../refusals/Refusals.ts"
import { refusalVerdict } from "../refusals/RefusalVerdict.ts"
import { ruleHeader } from "../RuleHeader.ts"

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
    return (reading) => (reading.own.length === 0 ? notApplicable(because.noAgentTurn) : refusalVerdict(reading, context, find(reading)))
  }
}
