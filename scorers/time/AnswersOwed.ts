import type { Reading } from "../wording/Reading.ts"

/** A turn of the judged agent that answers somebody who waits. All numbers are those of turns. */
export interface Reply {
  readonly reply: number
  /** The wait began here: with the customer's first message nobody has answered yet, or with the agent's own request for patience. */
  readonly first: number
  /** The last turn before the reply that asks for one. */
  readonly last: number
  /** What the agent had said just before: turns `from` to `to` by agents; `null` at the start. */
  readonly before: { readonly from: number; readonly to: number } | null
}

/** Turns that mean something other than they seem to. */
export interface TurnSigns {
  /** The customer only says “fine”: waits for nothing. */
  readonly content: ReadonlySet<number>
  /** Sent by a machine in the agent's name: answers nothing. */
  readonly automatic: ReadonlySet<number>
  /** The agent asks for patience: more is to come, whether or not the customer says anything. */
  readonly patience: ReadonlySet<number>
}

/**
 * The replies of the judged agent. Who takes over from another agent is not blamed for the wait before: the first reply after a
 * change of agents counts only if `accepted` says when, since the other's last turn, it was taken over.
 */
export const repliesOf = (reading: Reading, signs: TurnSigns, accepted: (reply: number, since: number) => boolean): ReadonlyArray<Reply> => {
  const replies: Array<Reply> = []
  const { turns } = reading.transcript
  let first = -1
  let last = -1
  let waiting = false
  let before: { from: number; to: number } | null = null
  let speaker: string | null | undefined
  for (let t = 0; t < turns.length; t++) {
    const { agent, role } = turns[t]!
    if (role === "customer") {
      // “Ok” to an agent who asked for patience takes nothing back of what was promised.
      if (!waiting && signs.content.has(t)) continue
      if (!waiting) first = t
      last = t
      waiting ||= !signs.content.has(t)
    } else if (role === "agent" && !signs.automatic.has(t)) {
      const takenOver = speaker !== undefined && speaker !== agent
      const goesOn: boolean = before !== null && before.to > last && !takenOver
      if (reading.isOwn(t) && (!takenOver || accepted(t, before!.to))) {
        if (waiting) replies.push({ reply: t, first, last, before })
        else if (goesOn && last >= 0 && signs.patience.has(before!.to)) replies.push({ reply: t, first: before!.to, last: before!.to, before })
      }
      before = goesOn ? { from: before!.from, to: t } : { from: t, to: t }
      waiting = false
      speaker = agent
    }
  }
  return replies
}
