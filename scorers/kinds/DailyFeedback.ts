import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import { caseTimes } from "../cases/CaseTimes.ts"
import { type Compiler, type Judge, notApplicable, Phrases } from "../Kind.ts"
import { apart } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"

const Hours = Schema.Number.pipe(Schema.nonNegative())
const Reasons = Schema.Array(Schema.NonEmptyString)

/**
 * While a complaint is open the customer hears from us every day, news or not. Decided over the whole case (`CaseJudge.ts`): a single transcript
 * only shows that there is a complaint. `calendar` counts local days without a message, `rolling` gaps longer than `rollingHours`.
 */
export class DailyFeedback extends Schema.Class<DailyFeedback>("DailyFeedback")({
  ...ruleHeader,
  kind: Schema.Literal("daily-feedback"),
  mode: Schema.Literal("calendar", "rolling"),
  /** `working`: days on which the site is closed are not due. */
  days: Schema.optionalWith(Schema.Literal("every", "working"), { default: () => "every" as const }),
  /** The longest gap that passes in rolling mode, and what is forgiven on top. */
  rollingHours: Schema.optionalWith(Hours, { default: () => 24 }),
  graceHours: Schema.optionalWith(Hours, { default: () => 2 }),
  /** So many missed days in a row are abandonment. */
  abandonedAfterDays: Schema.Int.pipe(Schema.positive()),
  /** Whether an answer to a customer who had to ask counts as feedback. */
  answersCount: Schema.optionalWith(Schema.Boolean, { default: () => false }),
  /** How a complaint is known: by the contact reason of the input (in any case), or by the customer's words. */
  complaint: Schema.Struct({ reasons: Reasons, words: Phrases }),
  /** How its end is known. */
  closed: Schema.Struct({ reasons: Reasons, agent: Phrases, customer: Phrases }),
  ...caseTimes
}) {
  compile(compiler: Compiler): Judge {
    const words = compiler.phrases(this.complaint.words)
    // Looked for in cases only, but a phrase that cannot be read is a fault of the file from the start.
    for (const phrases of [this.closed.agent, this.closed.customer]) compiler.aside().phrases(phrases)
    const reasons = new Set(this.complaint.reasons.map((reason) => reason.toLowerCase()))
    return (reading) => {
      const said = apart(reading.customerHits(words)).map((hit) => reading.said(hit, "context", "complaint"))
      const isComplaint = said.length > 0 || reasons.has(reading.transcript.contactReason?.trim().toLowerCase() ?? "")
      return isComplaint ? { ...notApplicable(because.overTheCase), findings: said } : notApplicable(because.noTrigger)
    }
  }
}
