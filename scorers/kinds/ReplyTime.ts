import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import { BusinessHours } from "../time/BusinessHours.ts"
import { everyReply } from "../time/EveryReply.ts"
import { firstResponse } from "../time/FirstResponse.ts"
import { type Compiler, type Judge, notApplicable, Phrases } from "../Kind.ts"
import type { Reading } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { timeTrouble } from "../time/TimeTrouble.ts"
import { waitingIn } from "../time/WaitingTime.ts"

const Seconds = Schema.Number.pipe(Schema.positive())

/**
 * How soon a waiting customer is answered. `first`: the agent's first words, `each`: every reply. A bot's answer and an automatic one are none; a
 * customer who only says “fine” waits for nothing; who announced a later answer is held to it by another rule; time on hold is judged elsewhere. Earned is
 * the share of replies within the target; each late one is a finding.
 */
export class ReplyTime extends Schema.Class<ReplyTime>("ReplyTime")({
  ...ruleHeader,
  kind: Schema.Literal("reply-time"),
  measure: Schema.Literal("first", "each"),
  /** The longest wait that passes, in seconds; the rule does not apply to a channel that is not named. */
  targetSeconds: Schema.Struct({ voice: Schema.optional(Seconds), chat: Schema.optional(Seconds) }),
  /** Queues with a target of their own, in seconds, by the name the input gives them. */
  queues: Schema.optionalWith(Schema.Record({ key: Schema.NonEmptyString, value: Seconds }), { default: () => ({}) }),
  /** A contact over so many hours is a ticket, answered like letters: it has this target. */
  ticket: Schema.optional(Schema.Struct({ spanHours: Schema.Number.pipe(Schema.positive()), targetSeconds: Seconds })),
  /** Of several messages in a row, the one the wait is counted from: the `last` (as Amazon Connect does) or the `first` (as service agreements do). */
  anchor: Schema.optionalWith(Schema.Literal("last", "first"), { default: () => "last" as const }),
  /** The first reply is counted from when the agent was given the contact, where the input says so, or always from the `customer`'s first message. */
  clock: Schema.optionalWith(Schema.Literal("assignment", "customer"), { default: () => "assignment" as const }),
  /** Bot and system turns that tell that an agent has taken over. */
  assigned: Schema.optional(Phrases),
  /** Bot turns that answer nothing: the customer goes on waiting for a person. */
  queueing: Schema.optional(Phrases),
  /** Agent turns sent by a machine. */
  automatic: Schema.optional(Phrases),
  /** Customer turns that ask for no answer; write them from `^` to `$`. */
  acknowledgements: Schema.optional(Phrases),
  /** Those of them that do ask for one where the agent had just asked something. */
  affirmations: Schema.optional(Phrases),
  /** The longest wait that passes where the agent had just asked for patience. `followUp`: what promises another message even if the customer says nothing. */
  announced: Schema.optional(Schema.Struct({ phrases: Phrases, followUp: Schema.optional(Phrases), seconds: Seconds })),
  /** The agent had just said at what later time the answer comes: not counted here. */
  deferred: Schema.optional(Phrases),
  /** Only these hours count. Without them the clock never stops. */
  businessHours: Schema.optional(BusinessHours)
}) {
  compile(compiler: Compiler): Judge {
    const sets = {
      assigned: compiler.phrases(this.assigned),
      queueing: compiler.phrases(this.queueing),
      automatic: compiler.phrases(this.automatic),
      content: compiler.phrases(this.acknowledgements),
      yes: compiler.phrases(this.affirmations),
      announced: compiler.phrases(this.announced?.phrases),
      followUp: compiler.phrases(this.announced?.followUp),
      deferred: compiler.phrases(this.deferred)
    }
    const waiting = waitingIn(this.businessHours)
    return (reading) => {
      const { transcript } = reading
      if (this.targetSeconds[transcript.channel] === undefined) return notApplicable(because.otherChannel)
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const trouble = timeTrouble(transcript) ?? (this.businessHours !== undefined && transcript.startedAt === null ? because.noDate : null)
      const targetMs = 1000 * this.target(reading)
      const notices = reading.turnsSaying(sets.assigned, ["bot", "system"])
      const automatic = reading.turnsSaying(sets.automatic, ["agent"])
      if (this.measure === "first") {
        const unanswering = reading.turnsSaying(sets.queueing, ["bot"])
        return firstResponse(reading, { automatic, clock: this.clock, notices, targetMs, trouble, unanswering, waiting })
      }
      return everyReply(reading, {
        anchor: this.anchor,
        announced: reading.turnsSaying(sets.announced, ["agent"]),
        automatic,
        content: reading.turnsSaying(sets.content, ["customer"]),
        deferred: reading.turnsSaying(sets.deferred, ["agent"]),
        longerMs: Math.max(targetMs, 1000 * (this.announced?.seconds ?? 0)),
        notices,
        patience: reading.turnsSaying(sets.followUp, ["agent"]),
        targetMs,
        trouble,
        waiting,
        yes: reading.turnsSaying(sets.yes, ["customer"])
      })
    }
  }

  private target({ transcript }: Reading): number {
    const { channel, queue, turns } = transcript
    const own = queue === null ? undefined : this.queues[queue]
    if (own !== undefined) return own
    const { ticket } = this
    if (ticket !== undefined) {
      const first = turns[0]?.startMs ?? null
      const last = turns.at(-1)?.startMs ?? null
      if (first !== null && last !== null && last - first >= ticket.spanHours * 3_600_000) return ticket.targetSeconds
    }
    return this.targetSeconds[channel]!
  }
}
