import type { Reading } from "../wording/Reading.ts"
import { type Quiet, silenceMs, type Timeline } from "./Timeline.ts"

/**
 * Who is to speak in a silence. `agent-owed`: the customer waits for an answer. `dead-air`: the agent made a statement and said no more.
 * `customer-owed`: the agent asked something, or the customer asked for patience. `announced`: the agent asked for patience; `overdrawn`: and then took too
 * long. `nobodys`: it is another agent's, or comes with a handing over.
 */
export type SilenceKind = "agent-owed" | "dead-air" | "customer-owed" | "announced" | "overdrawn" | "nobodys"

export interface Silence extends Quiet {
  readonly kind: SilenceKind
}

export interface SilenceTerms {
  /** Agent turns that ask for patience. */
  readonly announced: ReadonlySet<number>
  /** How much silence is fine after one of them, until the agent says something new. */
  readonly announcedMs: number
  /** Agent turns after which the customer is to speak. */
  readonly asks: ReadonlySet<number>
  /** Agent turns that ask the customer to do something. */
  readonly instructs: ReadonlySet<number>
  /** Customer turns that ask the agent for patience. */
  readonly busy: ReadonlySet<number>
  /** Customer turns that say no more than “fine”. */
  readonly content: ReadonlySet<number>
}

/** The silences of a call, each with who owes the next word, as the judged agent is concerned. */
export const silencesOf = (reading: Reading, { quiets }: Timeline, terms: SilenceTerms): ReadonlyArray<Silence> => {
  let announcement = -1
  let spent = 0
  return quiets
    .filter(({ fromMs, toMs }) => toMs - fromMs >= silenceMs)
    .map((quiet) => {
      const last = lastAgentTurn(reading, quiet)
      if (last < 0 || !reading.isOwn(last) || isHandedOver(reading, last, quiet)) return { ...quiet, kind: "nobodys" as const }
      // “Please restart it.” “Okay.” And then the customer does.
      const doing = terms.content.has(quiet.before) && terms.instructs.has(last)
      if (doing || terms.busy.has(quiet.before)) return { ...quiet, kind: "customer-owed" as const }
      const patience = announcedIn(reading, last, terms.announced)
      if (patience < 0) return { ...quiet, kind: ownKind(reading, quiet, terms) }
      if (announcement !== patience) spent = 0
      announcement = patience
      spent += quiet.toMs - quiet.fromMs
      return { ...quiet, kind: spent <= terms.announcedMs ? ("announced" as const) : ("overdrawn" as const) }
    })
}

const ownKind = (reading: Reading, { before }: Quiet, { asks, instructs }: SilenceTerms): SilenceKind => {
  const { role, text } = reading.transcript.turns[before]!
  if (role === "customer") return "agent-owed"
  if (role !== "agent") return "nobodys"
  return asks.has(before) || instructs.has(before) || /[?？][\s”"’'」』)）]*$/.test(text) ? "customer-owed" : "dead-air"
}

/** The agent turn that was begun last before a silence, or -1. */
const lastAgentTurn = ({ agents, transcript }: Reading, { fromMs }: Quiet): number => {
  const { turns } = transcript
  let last = -1
  for (const t of agents) if (turns[t]!.startMs! <= fromMs && (last < 0 || turns[t]!.startMs! >= turns[last]!.startMs!)) last = t
  return last
}

/** So few units are a sign of life (嗯, 好的), after which a request for patience still stands. */
const longestFiller = 6

/** The agent's request for patience that still stands after turn `last`, or -1: what was said in one go with it, or before mere signs of life. */
const announcedIn = ({ transcript: { turns }, wording }: Reading, last: number, announced: ReadonlySet<number>): number => {
  for (let t = last; t >= 0 && turns[t]!.role === "agent"; t--) {
    if (announced.has(t)) return t
    const before = turns[t - 1]
    const gap = before === undefined ? Infinity : turns[t]!.startMs! - (before.endMs ?? before.startMs!)
    if (gap >= silenceMs && wording.starts[t + 1]! - wording.starts[t]! > longestFiller) return -1
  }
  return -1
}

/** The call changed hands, or was being answered, between the agent's last word and the end of the silence. */
const isHandedOver = ({ transcript }: Reading, last: number, { toMs }: Quiet): boolean => {
  const from = transcript.turns[last]!.startMs!
  return transcript.events.some(({ kind, startMs }) => (kind === "transfer" || kind === "assign" || kind === "answer") && startMs !== null && startMs >= from && startMs <= toMs)
}
