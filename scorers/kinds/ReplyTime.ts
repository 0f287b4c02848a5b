import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import { acceptedMs } from "../Acceptance.ts"
import { BusinessHours } from "../BusinessHours.ts"
import { firstResponse } from "../FirstResponse.ts"
import { byShare, type Compiler, type Judge, notApplicable, Phrases, unscored } from "../Kind.ts"
import type { Reading } from "../Reading.ts"
import { repliesOf } from "../AnswersOwed.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { timeTrouble } from "../TimeTrouble.ts"
import { figures, shownSeconds, type Timed, type Waiting, waitingIn } from "../WaitingTime.ts"

/** Messages of one agent within this time of each other were sent together. */
const togetherMs = 30_000

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
      const signs = {
        automatic,
        content: content(reading, reading.turnsSaying(sets.content, ["customer"]), reading.turnsSaying(sets.yes, ["customer"])),
        patience: reading.turnsSaying(sets.followUp, ["agent"])
      }
      const announced = reading.turnsSaying(sets.announced, ["agent"])
      const deferred = reading.turnsSaying(sets.deferred, ["agent"])
      const said = (turns: ReadonlySet<number>, before: { from: number; to: number } | null, sinceMs = -Infinity) => {
        if (before !== null) for (let t = before.from; t <= before.to; t++) if (turns.has(t) && transcript.turns[t]!.startMs! >= sinceMs) return true
        return false
      }
      // An announcement is over when the agent comes back with something; messages sent together are one.
      const announcedIn = (before: { from: number; to: number } | null) => before !== null && said(announced, before, transcript.turns[before.to]!.startMs! - togetherMs)
      const accepted = (reply: number, since: number) => {
        const ms = acceptedMs(reading, reply, notices)
        const sinceMs = transcript.turns[since]!.startMs
        return ms !== null && sinceMs !== null && ms >= sinceMs
      }
      const replies = repliesOf(reading, signs, accepted).filter(({ before }) => !said(deferred, before))
      if (replies.length === 0) return notApplicable(because.nothingToAnswer)
      if (trouble !== null) return unscored(trouble)
      const longerMs = Math.max(targetMs, 1000 * (this.announced?.seconds ?? 0))
      return judged(reading, replies.map(({ before, first, last, reply }): Timed => {
        const asked = transcript.turns[this.anchor === "last" ? last : first]!
        const askedMs = asked.endMs ?? asked.startMs!
        const from = Math.max(askedMs, acceptedMs(reading, reply, notices) ?? askedMs)
        return { reply, ms: waitedMs(reading, waiting, from, reply), targetMs: announcedIn(before) ? longerMs : targetMs }
      }))
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

/** Customer turns that wait for nothing: “yes” is an answer where the turn before it asks. */
const content = ({ transcript: { turns } }: Reading, fine: ReadonlySet<number>, yes: ReadonlySet<number>): ReadonlySet<number> => {
  const asked = (turn: number) => turns[turn - 1]?.role === "agent" && /[?？吗嗎]\s*$/.test(turns[turn - 1]!.text)
  return new Set([...fine].filter((turn) => !(yes.has(turn) && asked(turn))))
}

const waitedMs = (reading: Reading, waiting: Waiting, from: number, reply: number): number => waiting(reading.transcript, from, reading.transcript.turns[reply]!.startMs!)

/** The late replies as findings; the slowest, or where none is late the slowest of all, tells how all of them went. */
const judged = (reading: Reading, timed: ReadonlyArray<Timed>) => {
  const late = timed.filter(({ ms, targetMs }) => ms > targetMs)
  const slowest = timed.reduce((a, b) => (b.ms > a.ms ? b : a))
  const summary = figures(timed)
  const worst = late.length === 0 ? null : late.reduce((a, b) => (b.ms > a.ms ? b : a))
  const findings = late.map((one) => {
    const [seconds, target] = [shownSeconds(one.ms), shownSeconds(one.targetMs)]
    const tail = one === worst ? { zh: ` · ${summary.zh}`, en: ` · ${summary.en}` } : { zh: "", en: "" }
    return reading.saidTurn(one.reply, "against", reading.inItsLanguage({ zh: `${seconds} 秒后回复，标准 ${target} 秒${tail.zh}`, en: `reply after ${seconds} s, target ${target} s${tail.en}` }))
  })
  if (late.length === 0) findings.push(reading.saidTurn(slowest.reply, "for", reading.inItsLanguage(summary)))
  return byShare((timed.length - late.length) / timed.length, findings)
}
