import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { byShare, type Compiler, type Judge, notApplicable, unscored, type Verdict } from "../Kind.ts"
import type { Reading } from "../Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"

const Seconds = Schema.Number.pipe(Schema.positive())

/**
 * How soon a waiting customer is answered. `first`: from the customer's first unanswered message to the first words of a
 * human agent. `each`: every reply, from the end of the customer's last message before it (AWS's definition). A bot's answer is
 * none. Earned is the share of replies within the target; each late one is a finding.
 */
export class ReplyTime extends Schema.Class<ReplyTime>("ReplyTime")({
  ...ruleHeader,
  kind: Schema.Literal("reply-time"),
  measure: Schema.Literal("first", "each"),
  /** The longest wait that passes, in seconds; the rule does not apply to a channel that is not named. */
  targetSeconds: Schema.Struct({ voice: Schema.optional(Seconds), chat: Schema.optional(Seconds) })
}) {
  compile(_: Compiler): Judge {
    return (reading) => {
      const target = this.targetSeconds[reading.transcript.channel]
      if (target === undefined) return notApplicable(because.otherChannel)
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      return this.measure === "first" ? first(reading, target) : each(reading, target)
    }
  }
}

/** Why the times of these turns cannot be used; `null` when they can. */
const trouble = (reading: Reading): string | null => {
  const { timingProblem, turns } = reading.transcript
  if (timingProblem !== null) return timingProblem
  const timed = turns.filter((turn) => turn.startMs !== null).length
  if (timed === 0) return because.noTimes
  return timed < turns.length ? because.someTimesMissing : null
}

const each = (reading: Reading, target: number): Verdict => {
  const waits = replies(reading)
  if (waits.length === 0) return notApplicable(because.nothingToAnswer)
  const problem = trouble(reading)
  if (problem !== null) return unscored(problem)
  const { turns } = reading.transcript
  return within(reading, target, waits.map(({ reply, last }) => ({ reply, seconds: (turns[reply]!.startMs! - (turns[last]!.endMs ?? turns[last]!.startMs!)) / 1000 })))
}

const first = (reading: Reading, target: number): Verdict => {
  const { turns } = reading.transcript
  const reply = reading.agents[0]!
  if (!reading.isOwn(reply)) return notApplicable(because.otherAgent)
  const asked = turns.findIndex((turn) => turn.role === "customer")
  if (asked < 0 || asked > reply) return notApplicable(because.agentFirst)
  const problem = trouble(reading)
  if (problem !== null) return unscored(problem)
  return within(reading, target, [{ reply, seconds: (turns[reply]!.startMs! - turns[asked]!.startMs!) / 1000 }])
}

/** The own turns that answer a customer, each with the last customer turn before it. */
const replies = (reading: Reading): ReadonlyArray<{ readonly reply: number; readonly last: number }> => {
  const found: Array<{ reply: number; last: number }> = []
  let last = -1
  reading.transcript.turns.forEach((turn, t) => {
    if (turn.role === "customer") last = t
    else if (turn.role === "agent") {
      if (last >= 0 && reading.isOwn(t)) found.push({ reply: t, last })
      last = -1
    }
  })
  return found
}

const within = (reading: Reading, target: number, waits: ReadonlyArray<{ readonly reply: number; readonly seconds: number }>): Verdict => {
  const late = waits.filter((wait) => wait.seconds > target)
  const findings: Array<Finding> = late.map((wait) =>
    reading.saidTurn(wait.reply, "against", `reply after ${wait.seconds.toFixed(0)} s, target ${target} s`)
  )
  return byShare((waits.length - late.length) / waits.length, findings)
}
