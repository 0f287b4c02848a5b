import type { Turn } from "../../schemas/Transcript.ts"
import type { Timeline } from "./Timeline.ts"

/** The agent starts to speak while the customer does, and the customer stops. Numbers are those of turns. */
export interface Interruption {
  readonly agent: number
  readonly customer: number
  readonly overlapMs: number
}

export interface InterruptionTerms {
  /** Shorter overlaps are how people take turns. */
  readonly overlapMs: number
  /** The customer stops within this time; who goes on longer was not silenced. */
  readonly givesWayMs: number
  /** Turns that only show that one listens. */
  readonly backchannels: ReadonlySet<number>
}

/** Two who begin within this time of each other began at once: nobody interrupts. */
const atOnceMs = 300

/** Interruptions of the customer by agents, in order of time. */
export const interruptionsIn = ({ agent, customer }: Timeline, turns: ReadonlyArray<Turn>, { backchannels, givesWayMs, overlapMs }: InterruptionTerms): ReadonlyArray<Interruption> => {
  const found: Array<Interruption> = []
  let c = 0
  for (const speech of agent) {
    const words = speech.turns.find((t) => !backchannels.has(t))
    if (words === undefined) continue
    const from = turns[words]!.startMs!
    while (c < customer.length && customer[c]!.toMs <= from) c++
    const other = customer[c]
    if (other === undefined || from - other.fromMs < atOnceMs) continue
    const overlap = Math.min(other.toMs, speech.toMs) - from
    if (overlap < overlapMs || other.toMs - from > givesWayMs) continue
    const cut = other.turns.findLast((t) => turns[t]!.startMs! <= from && !backchannels.has(t))
    if (cut !== undefined) found.push({ agent: words, customer: cut, overlapMs: overlap })
  }
  return found
}
