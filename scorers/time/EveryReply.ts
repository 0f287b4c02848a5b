import { because } from "../../schemas/Because.ts"
import { acceptedMs } from "../Acceptance.ts"
import { repliesOf, type Reply } from "./AnswersOwed.ts"
import { byShare, notApplicable, unscored, type Verdict } from "../Kind.ts"
import type { Reading } from "../wording/Reading.ts"
import { figures, shownSeconds, type Timed, type Waiting } from "./WaitingTime.ts"

export interface EveryReplyTerms {
  readonly targetMs: number
  /** Where the agent had just asked for patience. */
  readonly longerMs: number
  readonly anchor: "last" | "first"
  readonly waiting: Waiting
  /** Why the times cannot be used; `null` when they can. */
  readonly trouble: string | null
  /** Customer turns that say no more than “fine”, and those of them that are answers where the agent had asked. */
  readonly content: ReadonlySet<number>
  readonly yes: ReadonlySet<number>
  /** Agent turns: sent by a machine; asking for patience; promising another message; saying at what later time the answer comes. */
  readonly automatic: ReadonlySet<number>
  readonly announced: ReadonlySet<number>
  readonly patience: ReadonlySet<number>
  readonly deferred: ReadonlySet<number>
  /** Bot and system turns that tell that an agent has taken over. */
  readonly notices: ReadonlySet<number>
}

/** Messages of one agent within this time of each other were sent together. */
const togetherMs = 30_000

/** How soon the judged agent answers, reply by reply. Earned is the share within the target. */
export const everyReply = (reading: Reading, terms: EveryReplyTerms): Verdict => {
  const { turns } = reading.transcript
  const acceptedSince = (reply: number, since: number) => {
    const ms = acceptedMs(reading, reply, terms.notices)
    const { startMs } = turns[since]!
    return ms !== null && startMs !== null && ms >= startMs
  }
  const content = new Set([...terms.content].filter((turn) => !(terms.yes.has(turn) && isAsked(reading, turn))))
  const replies = repliesOf(reading, { automatic: terms.automatic, content, patience: terms.patience }, acceptedSince).filter((reply) => !saidBefore(reply, terms.deferred))
  if (replies.length === 0) return notApplicable(because.nothingToAnswer)
  if (terms.trouble !== null) return unscored(terms.trouble)
  // An announcement is over when the agent comes back with something; messages sent together are one.
  const isAnnounced = (reply: Reply) => saidBefore(reply, terms.announced, (t) => turns[t]!.startMs! >= turns[reply.before!.to]!.startMs! - togetherMs)
  const timed: Array<Timed> = []
  for (const reply of replies) {
    const asked = turns[terms.anchor === "last" ? reply.last : reply.first]!
    const askedMs = asked.endMs ?? asked.startMs!
    const fromMs = Math.max(askedMs, acceptedMs(reading, reply.reply, terms.notices) ?? askedMs)
    const targetMs = isAnnounced(reply) ? terms.longerMs : terms.targetMs
    const ms = terms.waiting(reading.transcript, fromMs, turns[reply.reply]!.startMs!)
    // Speech of unknown length: part of the wait may have been the question.
    const unsure = reading.transcript.channel === "voice" && asked.endMs === null && ms > targetMs
    if (!unsure) timed.push({ reply: reply.reply, ms, targetMs })
  }
  return timed.length === 0 ? unscored(because.someEndsMissing) : verdict(reading, timed)
}

const isAsked = ({ transcript: { turns } }: Reading, turn: number): boolean => {
  const before = turns[turn - 1]
  return before?.role === "agent" && /[?？吗嗎]\s*$/.test(before.text)
}

const saidBefore = ({ before }: Reply, saying: ReadonlySet<number>, counts: (turn: number) => boolean = () => true): boolean => {
  if (before !== null) for (let t = before.from; t <= before.to; t++) if (saying.has(t) && counts(t)) return true
  return false
}

/** The late replies as findings; the slowest of them, or of all where none is late, tells how all of them went. */
const verdict = (reading: Reading, timed: ReadonlyArray<Timed>): Verdict => {
  const late = timed.filter(({ ms, targetMs }) => ms > targetMs)
  const summary = figures(timed)
  if (late.length === 0) return byShare(1, [reading.saidTurn(slowest(timed).reply, "for", reading.inItsLanguage(summary))])
  const worst = slowest(late)
  const findings = late.map((one) => {
    const [seconds, target] = [shownSeconds(one.ms), shownSeconds(one.targetMs)]
    const tail = one === worst ? { zh: ` · ${summary.zh}`, en: ` · ${summary.en}` } : { zh: "", en: "" }
    return reading.saidTurn(one.reply, "against", reading.inItsLanguage({ zh: `${seconds} 秒后回复，标准 ${target} 秒${tail.zh}`, en: `reply after ${seconds} s, target ${target} s${tail.en}` }))
  })
  return byShare((timed.length - late.length) / timed.length, findings)
}

const slowest = (timed: ReadonlyArray<Timed>): Timed => timed.reduce((a, b) => (b.ms > a.ms ? b : a))
