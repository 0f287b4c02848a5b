import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import { dialects } from "../wording/Dialect.ts"
import { breached, type Compiler, type Judge, met, notApplicable } from "../Kind.ts"
import { apart } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"

/** One borrowed word is no dialect: this many different ones are. */
const leastMarkers = 2

/**
 * The agent goes on in Mandarin where the customer speaks a dialect. It applies where either of them uses words that only a
 * dialect writes, and not to a line that is held in a dialect by intent (`yue` as the language of the transcript).
 */
export class KeepsToMandarin extends Schema.Class<KeepsToMandarin>("KeepsToMandarin")({
  ...ruleHeader,
  kind: Schema.Literal("keeps-to-mandarin")
}) {
  compile(compiler: Compiler): Judge {
    const spoken = compiler.once(dialects)
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      if (/^(yue|nan|hak|wuu)\b/i.test(reading.transcript.language ?? "")) return notApplicable(because.otherLanguage)
      const own = spoken.own(reading)
      if (new Set(own.map((hit) => hit.phrase)).size >= leastMarkers) return breached(apart(own).map((hit) => reading.said(hit, "against")))
      const customer = spoken.customerTurns(reading)
      // Where the customer turns to a dialect only after the agent's last words, nothing was put to the test.
      const tested = customer.find((turn) => reading.own.some((t) => t > turn))
      return tested === undefined ? notApplicable(because.noTrigger) : met([reading.saidTurn(tested, "context", "dialect")])
    }
  }
}
