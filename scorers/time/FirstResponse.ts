import { because } from "../../schemas/Because.ts"
import { acceptedMs } from "../Acceptance.ts"
import { breached, met, notApplicable, unscored, type Verdict } from "../Kind.ts"
import type { Reading } from "../wording/Reading.ts"
import { shownSeconds, type Waiting } from "./WaitingTime.ts"

export interface FirstResponseTerms {
  readonly targetMs: number
  readonly waiting: Waiting
  readonly clock: "assignment" | "customer"
  /** Why the times cannot be used; `null` when they can. */
  readonly trouble: string | null
  /** Agent turns sent by a machine. */
  readonly automatic: ReadonlySet<number>
  /** Bot and system turns that tell that an agent has taken over. */
  readonly notices: ReadonlySet<number>
  /** Bot turns that answer nothing. */
  readonly unanswering: ReadonlySet<number>
}

/**
 * How soon the judged agent first answers. Two clocks: the customer's, from the first message no person has answered; and the agent's, from when
 * the contact was his, if that is later. A customer who talked with a bot waits for a person from the first message after the bot's
 * last answer.
 */
export const firstResponse = (reading: Reading, terms: FirstResponseTerms): Verdict => {
  const { turns } = reading.transcript
  const reply = reading.own.find((t) => !terms.automatic.has(t))
  if (reply === undefined) return notApplicable(because.noAgentTurn)
  const earlier = reading.agents.findLast((t) => t < reply && !terms.automatic.has(t)) ?? -1
  let first = -1
  let asked = -1
  let answered = false
  for (let t = earlier + 1; t < reply; t++) {
    const { role } = turns[t]!
    if (role === "bot") answered ||= !terms.unanswering.has(t)
    else if (role === "customer") {
      if (first < 0) first = t
      if (asked < 0 || answered) asked = t
      answered = false
    }
  }
  if (terms.trouble !== null) return asked < 0 && earlier < 0 ? notApplicable(because.agentFirst) : unscored(terms.trouble)
  const accepted = acceptedMs(reading, reply, terms.notices)
  const handedOver = accepted !== null && accepted > (earlier < 0 ? -Infinity : turns[earlier]!.startMs!) ? accepted : null
  if (earlier >= 0 && handedOver === null) return notApplicable(because.otherAgent)
  if (asked < 0 && handedOver === null) return notApplicable(because.agentFirst)
  const wait = (from: number) => terms.waiting(reading.transcript, from, turns[reply]!.startMs!)
  const customers = first < 0 ? null : wait(turns[first]!.startMs!)
  const agents = wait(Math.max(asked < 0 ? -Infinity : turns[asked]!.startMs!, handedOver ?? -Infinity))
  const ms = terms.clock === "customer" && customers !== null ? customers : agents
  const late = ms > terms.targetMs
  const [seconds, target] = [shownSeconds(ms), shownSeconds(terms.targetMs)]
  const other = customers === null || customers === ms ? null : shownSeconds(customers)
  const note = reading.inItsLanguage({
    zh: `${seconds} 秒后首次回复，标准 ${target} 秒${other === null ? "" : `；距客户首条消息 ${other} 秒`}`,
    en: `first reply after ${seconds} s, target ${target} s${other === null ? "" : `; ${other} s after the customer's first message`}`
  })
  const finding = reading.saidTurn(reply, late ? "against" : "for", note)
  return late ? breached([finding]) : met([finding])
}
