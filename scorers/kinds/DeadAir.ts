import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Words } from "../../schemas/Rubric.ts"
import { byShare, type Compiler, type Judge, met, notApplicable, Phrases, unscored } from "../Kind.ts"
import { rememberedTimeline } from "../time/RememberedTimeline.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { type SilenceKind, silencesOf } from "../time/Silences.ts"
import { silenceMs } from "../time/Timeline.ts"
import { shownSeconds } from "../time/WaitingTime.ts"

const Seconds = Schema.Number.pipe(Schema.positive())

/** The silences that are the agent's, in words. */
const blamed: Partial<Readonly<Record<SilenceKind, Words>>> = {
  "agent-owed": { zh: "客户说完后", en: "after the customer's words" },
  "dead-air": { zh: "坐席说完后", en: "after the agent's own words" },
  overdrawn: { zh: "请客户稍等后", en: "after the customer was asked to wait" }
}

/**
 * On a call, the silences the agent owes a word in: after the customer spoke, and after a statement of the agent's own. After a question or a request
 * the customer is to speak; a silence the agent announced is fine while it lasts no longer than was fair to ask; hold is judged elsewhere. Each silence of
 * `flaggedSeconds` or more costs the part `each` of the rule; one after the agent's statement that the customer ends, and not by asking whether anybody is
 * there, is for a person to decide.
 */
export class DeadAir extends Schema.Class<DeadAir>("DeadAir")({
  ...ruleHeader,
  kind: Schema.Literal("dead-air"),
  flaggedSeconds: Seconds.pipe(Schema.greaterThanOrEqualTo(silenceMs / 1000)),
  /** The part of the rule (0–1) that one silence costs. */
  each: Schema.Number.pipe(Schema.between(0.01, 1)),
  /** The agent asked for patience: so many seconds of silence in all, until the agent says something new, are fine. */
  announced: Schema.Struct({ phrases: Phrases, seconds: Seconds }),
  /** Agent turns after which the customer is to speak, besides those that end in a question mark. */
  asks: Phrases,
  /** Agent turns that ask the customer to do something; who says “fine” to that is doing it. */
  instructs: Phrases,
  /** Customer turns that ask the agent for patience. */
  customerBusy: Phrases,
  /** Customer turns that ask whether somebody is there. */
  customerChecks: Phrases,
  /** Customer turns that say no more than “fine”; write them from `^` to `$`. */
  acknowledgements: Phrases
}) {
  compile(compiler: Compiler): Judge {
    const timeline = rememberedTimeline(compiler)
    const announced = compiler.phrases(this.announced.phrases)
    const asks = compiler.phrases(this.asks)
    const instructs = compiler.phrases(this.instructs)
    const content = compiler.phrases(this.acknowledgements)
    const checks = compiler.phrases(this.customerChecks)
    const busy = compiler.phrases(this.customerBusy)
    const flaggedMs = this.flaggedSeconds * 1000
    return (reading) => {
      const { transcript } = reading
      if (transcript.channel !== "voice") return notApplicable(because.otherChannel)
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const line = timeline(transcript)
      if (typeof line === "string") return unscored(line)
      if (line.skewed) return unscored(because.skewedClocks)
      if (transcript.events.some(({ kind, startMs }) => kind === "hold" && startMs === null)) return unscored(because.holdWithoutTime)
      const silences = silencesOf(reading, line, {
        announced: reading.turnsSaying(announced, ["agent"]),
        announcedMs: this.announced.seconds * 1000,
        asks: reading.turnsSaying(asks, ["agent"]),
        instructs: reading.turnsSaying(instructs, ["agent"]),
        content: reading.turnsSaying(content, ["customer"]),
        busy: reading.turnsSaying(busy, ["customer"])
      })
      const checking = reading.turnsSaying(checks, ["customer"])
      const owed = silences.filter(({ fromMs, kind, toMs }) => blamed[kind] !== undefined && toMs - fromMs >= flaggedMs)
      const flagged = owed.filter(({ exact }) => exact)
      if (flagged.length === 0) return owed.length === 0 ? met() : unscored(typeof line.partition === "string" ? line.partition : because.someEndsMissing)
      let counted = 0
      const findings = flagged.map(({ after, before, fromMs, kind, toMs }) => {
        const seconds = shownSeconds(toMs - fromMs)
        const { en, zh } = blamed[kind]!
        // Told something, the customer may have been writing it down.
        const sure = kind !== "dead-air" || !reading.isCustomer(after) || checking.has(after)
        if (sure) counted++
        const turn = kind === "dead-air" ? before : (reading.own.find((t) => t >= after) ?? reading.own.findLast((t) => t <= before)!)
        return reading.saidTurn(turn, sure ? "against" : "tentative", reading.inItsLanguage({ zh: `${zh}静默 ${seconds} 秒`, en: `${seconds} s of silence ${en}` }))
      })
      return byShare(Math.max(0, 1 - counted * this.each), findings)
    }
  }
}
