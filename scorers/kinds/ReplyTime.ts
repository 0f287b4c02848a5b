import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { byShare, type Compiler, type Judge, notApplicable, Phrases, unscored, type Verdict } from "../Kind.ts"
import type { Reading } from "../Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"

const Seconds = Schema.Number.pipe(Schema.positive())

/**
 * How soon a waiting customer is answered. `first`: from the customer's first unanswered message to the first words of a
 * human agent. `each`: every reply, from the end of the customer's last message before it (AWS's definition). A bot's answer is
 * none; a customer who only says “fine” (`acknowledgements`) waits for nothing; time on hold is judged elsewhere and left out. Earned is the share of replies
 * within the target; each late one is a finding.
 */
export class ReplyTime extends Schema.Class<ReplyTime>("ReplyTime")({
  ...ruleHeader,
  kind: Schema.Literal("reply-time"),
  measure: Schema.Literal("first", "each"),
  /** The longest wait that passes, in seconds; the rule does not apply to a channel that is not named. */
  targetSeconds: Schema.Struct({ voice: Schema.optional(Seconds), chat: Schema.optional(Seconds) }),
  /** Customer turns that ask for no answer; write them from `^` to `$`. */
  acknowledgements: Schema.optional(Phrases),
  /** The longest wait that passes where the agent's turn before it asked for patience. */
  announced: Schema.optional(Schema.Struct({ phrases: Phrases, seconds: Seconds }))
}) {
  compile(compiler: Compiler): Judge {
    const acknowledgements = compiler.phrases(this.acknowledgements)
    const announcements = compiler.phrases(this.announced?.phrases)
    return (reading) => {
      const target = this.targetSeconds[reading.transcript.channel]
      if (target === undefined) return notApplicable(because.otherChannel)
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      if (this.measure === "first") return first(reading, target)
      const content = new Set(reading.customerHits(acknowledgements).map((hit) => reading.turnOf(hit)))
      const patient = new Set(reading.ownHits(announcements).map((hit) => reading.turnOf(hit)))
      const longer = Math.max(target, this.announced?.seconds ?? 0)
      return each(reading, content, ({ announcer }) => (announcer !== null && patient.has(announcer) ? longer : target))
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

interface Reply {
  readonly reply: number
  /** The customer's last turn before it. */
  readonly last: number
  /** The agent's last turn before that. */
  readonly announcer: number | null
}

const each = (reading: Reading, content: ReadonlySet<number>, target: (reply: Reply) => number): Verdict => {
  const waits = replies(reading, content)
  if (waits.length === 0) return notApplicable(because.nothingToAnswer)
  const problem = trouble(reading)
  if (problem !== null) return unscored(problem)
  const { turns } = reading.transcript
  return verdict(reading, waits.map((wait) => {
    const from = turns[wait.last]!.endMs ?? turns[wait.last]!.startMs!
    return { reply: wait.reply, target: target(wait), seconds: waited(reading, from, turns[wait.reply]!.startMs!) }
  }))
}

const first = (reading: Reading, target: number): Verdict => {
  const { turns } = reading.transcript
  const reply = reading.agents[0]!
  if (!reading.isOwn(reply)) return notApplicable(because.otherAgent)
  const asked = turns.findIndex((turn) => turn.role === "customer")
  if (asked < 0 || asked > reply) return notApplicable(because.agentFirst)
  const problem = trouble(reading)
  if (problem !== null) return unscored(problem)
  return verdict(reading, [{ reply, target, seconds: (turns[reply]!.startMs! - turns[asked]!.startMs!) / 1000 }])
}

/** The own turns that answer a customer who waits. */
const replies = (reading: Reading, content: ReadonlySet<number>): ReadonlyArray<Reply> => {
  const found: Array<Reply> = []
  let last = -1
  let waiting = false
  let announcer: number | null = null
  reading.transcript.turns.forEach((turn, t) => {
    if (turn.role === "customer") {
      last = t
      waiting ||= !content.has(t)
    } else if (turn.role === "agent") {
      if (waiting && reading.isOwn(t)) found.push({ reply: t, last, announcer })
      waiting = false
      announcer = t
    }
  })
  return found
}

/** Seconds between two moments, without those on hold. */
const waited = (reading: Reading, from: number, to: number): number => {
  let held = 0
  for (const event of reading.transcript.events) {
    if (event.kind === "hold" && event.startMs !== null) held += Math.max(0, Math.min(to, event.endMs ?? to) - Math.max(from, event.startMs))
  }
  return (to - from - held) / 1000
}

const verdict = (reading: Reading, waits: ReadonlyArray<{ readonly reply: number; readonly target: number; readonly seconds: number }>): Verdict => {
  const late = waits.filter((wait) => wait.seconds > wait.target)
  const findings: Array<Finding> = late.map((wait) =>
    reading.saidTurn(wait.reply, "against", `reply after ${wait.seconds.toFixed(0)} s, target ${wait.target} s`)
  )
  return byShare((waits.length - late.length) / waits.length, findings)
}
