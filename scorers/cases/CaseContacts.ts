import type { Transcript, Turn } from "../../schemas/Transcript.ts"
import { momentOf } from "../promises/Promises.ts"

/**
 * One go at talking within a transcript: a call, or the messages of a chat without a long pause between them. `from`, `until`: epoch
 * milliseconds.
 */
export interface Contact {
  readonly transcript: Transcript
  readonly from: number
  readonly until: number
  /** The first words of a human agent; `null` where only the customer, a bot or the system spoke. */
  readonly reply: { readonly at: number; readonly turn: number; readonly agent: string | null } | null
  /** Who got in touch; `null` where the input does not tell. */
  readonly by: "agent" | "customer" | null
  /** An event of the input says that feedback was given. */
  readonly recorded: boolean
}

/** Messages further apart than this are two goes at talking. */
const pauseMs = 30 * 60_000

/** What people say who have dialled themselves. */
const dialled =
  /回电|回電|回访|回訪|跟您(?:约|說|说)|(?:约|說|说)好|通知您|向您(?:反馈|回報|回报)|答应|答應|calling (?:you )?back|as (?:i )?(?:promised|said)|calling (?:about|regarding|to (?:let|update|follow|tell|check))|returning your call|following up/i

/** The contacts of a dated transcript, in order; none of one without a date. */
export const contactsOf = (transcript: Transcript): ReadonlyArray<Contact> => {
  if (transcript.startedAt === null) return []
  const sittings = transcript.channel === "voice" ? [transcript.turns.map((_, t) => t)] : sittingsOf(transcript)
  const feedback = transcript.events.filter((event) => event.kind === "feedback").map(({ agent, startMs }) => ({ agent, at: transcript.startedAt! + (startMs ?? 0) }))
  const found: Array<Contact> = []
  sittings.forEach((sitting, number) => {
    const at = (turn: number) => momentOf(transcript, turn)!
    const spoken = sitting.filter((t) => isHuman(transcript.turns[t]!))
    if (spoken.length === 0) return
    const from = at(spoken[0]!)
    const until = Math.max(from, ...spoken.map((t) => at(t) + Math.max(0, (transcript.turns[t]!.endMs ?? 0) - (transcript.turns[t]!.startMs ?? 0))))
    const replied = spoken.find((t) => transcript.turns[t]!.role === "agent")
    const next = sittings[number + 1]?.[0]
    const recorded = feedback.find((event) => (number === 0 || event.at >= from) && (next === undefined || event.at < at(next)))
    const agent = recorded?.agent ?? (replied === undefined ? null : (transcript.turns[replied]!.agent ?? onlyAgent(transcript)))
    found.push({
      transcript,
      from,
      until,
      reply: replied === undefined ? null : { at: at(replied), turn: replied, agent },
      by: transcript.channel === "voice" ? whoDialled(transcript, spoken) : whoWrote(transcript, spoken[0]!, found.at(-1)),
      recorded: recorded !== undefined
    })
  })
  return found
}

const onlyAgent = ({ agents }: Transcript): string | null => (agents.length === 1 ? agents[0]!.id : null)

const isHuman = ({ role }: Turn): boolean => role === "agent" || role === "customer"

const sittingsOf = (transcript: Transcript): ReadonlyArray<ReadonlyArray<number>> => {
  const sittings: Array<Array<number>> = []
  let last = -Infinity
  transcript.turns.forEach((turn, t) => {
    const at = momentOf(transcript, t)!
    if (sittings.length === 0 || at - last > pauseMs) sittings.push([])
    sittings.at(-1)!.push(t)
    if (turn.startMs !== null) last = Math.max(last, at)
    else if (last === -Infinity) last = at
  })
  return sittings
}

/** A call that rang was taken. One that did not was placed if its first words say so; otherwise nothing tells. */
const whoDialled = ({ events, turns }: Transcript, spoken: ReadonlyArray<number>): Contact["by"] => {
  if (events.some((event) => event.kind === "ring")) return "customer"
  const first = spoken.filter((t) => turns[t]!.role === "agent").slice(0, 2)
  return first.some((t) => dialled.test(turns[t]!.text)) ? "agent" : null
}

/** Words that come after a pause answer the customer where the customer's were left without any. */
const whoWrote = ({ turns }: Transcript, first: number, before: Contact | undefined): Contact["by"] =>
  turns[first]!.role === "customer" || (before !== undefined && before.reply === null) ? "customer" : "agent"
