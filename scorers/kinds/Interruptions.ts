import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import type { Turn } from "../../schemas/Transcript.ts"
import { byShare, type Compiler, type Judge, notApplicable, Phrases, unscored } from "../Kind.ts"
import { rememberedTimeline } from "../time/RememberedTimeline.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { interruptionsIn } from "../time/TalkingOver.ts"

const Milliseconds = Schema.Number.pipe(Schema.int(), Schema.positive())

/**
 * The agent does not talk the customer down: begin to speak while the customer does, for so long, with more than a sign of listening, so that the
 * customer stops. Each time costs the part `each` of the rule. A recording without any overlap may have one channel only and shows nothing.
 */
export class Interruptions extends Schema.Class<Interruptions>("Interruptions")({
  ...ruleHeader,
  kind: Schema.Literal("interruptions"),
  /** Shorter overlaps are how people take turns. */
  overlapMs: Milliseconds,
  /** The customer stops within this time of the agent's first word. */
  givesWayMs: Milliseconds,
  /** Signs of listening; write them from `^` to `$`. */
  backchannels: Phrases,
  /** Who asks leave to step in does not talk the customer down. */
  politely: Phrases,
  /** The part of the rule (0–1) that one interruption costs. */
  each: Schema.Number.pipe(Schema.between(0.01, 1))
}) {
  compile(compiler: Compiler): Judge {
    const timeline = rememberedTimeline(compiler)
    const signs = compiler.phrases(this.backchannels)
    const politely = compiler.phrases(this.politely)
    return (reading) => {
      const { transcript } = reading
      if (transcript.channel !== "voice") return notApplicable(because.otherChannel)
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const line = timeline(transcript)
      if (typeof line === "string") return unscored(line)
      if (line.skewed) return unscored(because.skewedClocks)
      if (withoutEnds(transcript.turns)) return unscored(because.noEnds)
      if (this.overlapMs < 1000 && inWholeSeconds(transcript.turns)) return unscored(because.coarseTimes)
      if (!overlapsAtAll(line)) return notApplicable(because.noOverlap)
      const backchannels = new Set([...reading.turnsSaying(signs, ["agent", "customer"]), ...reading.turnsSaying(politely, ["agent"])])
      const own = interruptionsIn(line, transcript.turns, { backchannels, givesWayMs: this.givesWayMs, overlapMs: this.overlapMs }).filter(({ agent }) => reading.isOwn(agent))
      const findings = own.flatMap(({ agent, customer, overlapMs }): ReadonlyArray<Finding> => [
        reading.saidTurn(agent, "against", reading.inItsLanguage({ zh: `客户未说完，重叠 ${overlapMs} 毫秒`, en: `${overlapMs} ms over the customer, who stopped` })),
        reading.saidTurn(customer, "context", reading.inItsLanguage({ zh: "被打断的话", en: "the words cut off" }))
      ])
      return byShare(Math.max(0, 1 - own.length * this.each), findings)
    }
  }
}

const spoken = ({ role }: Turn) => role === "agent" || role === "customer"

const withoutEnds = (turns: ReadonlyArray<Turn>) => turns.every((turn) => !spoken(turn) || turn.endMs === null)

const inWholeSeconds = (turns: ReadonlyArray<Turn>) => turns.every(({ endMs, startMs }) => startMs! % 1000 === 0 && (endMs ?? 0) % 1000 === 0)

const overlapsAtAll = ({ agent, customer }: { readonly agent: ReadonlyArray<{ fromMs: number; toMs: number }>; readonly customer: ReadonlyArray<{ fromMs: number; toMs: number }> }) => {
  let c = 0
  for (const { fromMs, toMs } of agent) {
    while (c < customer.length && customer[c]!.toMs <= fromMs) c++
    if (c < customer.length && customer[c]!.fromMs < toMs) return true
  }
  return false
}
