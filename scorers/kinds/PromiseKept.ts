import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import { caseTimes } from "../cases/CaseTimes.ts"
import { type Compiler, type Judge, notApplicable } from "../Kind.ts"
import { spokenPromises } from "../promises/Promises.ts"
import { ruleHeader } from "../RuleHeader.ts"

/**
 * What an agent promises by a time is done by then. Decided over the whole case (`CaseJudge.ts`): a single transcript only shows what was
 * promised. Contacts (a call, an answer) are looked for in the later transcripts of the case; whether a parcel or a refund came they cannot tell.
 */
export class PromiseKept extends Schema.Class<PromiseKept>("PromiseKept")({
  ...ruleHeader,
  kind: Schema.Literal("promise-kept"),
  /** A contact so much after the time that was named is still in time. */
  graceMinutes: Schema.Number.pipe(Schema.nonNegative()),
  ...caseTimes
}) {
  compile(_: Compiler): Judge {
    return (reading) => {
      const own = spokenPromises(reading.transcript).filter(({ quote }) => reading.isOwn(quote.turn))
      if (own.length === 0) return notApplicable(because.noTrigger)
      return { ...notApplicable(because.overTheCase), findings: own.map(({ quote }) => ({ _tag: "Said", bearing: "context", ...quote, note: "promise" })) }
    }
  }
}
