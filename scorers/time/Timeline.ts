import { because } from "../../schemas/Because.ts"
import type { Event, Transcript, Turn } from "../../schemas/Transcript.ts"
import { type Interval, type Speech, speechOf, totalMs } from "./Speech.ts"
import { timeTrouble } from "./TimeTrouble.ts"

/**
 * What every moment from the first word of agent or customer to the last one of them belongs to, in milliseconds; the parts add up to
 * `total`. Who speaks on hold, speaks. `other` is a bot or an announcement. `pause` are quiet stretches of less than `silenceMs`, `silence` the longer ones.
 */
export interface Partition {
  readonly total: number
  readonly agentOnly: number
  readonly customerOnly: number
  readonly overlap: number
  readonly hold: number
  readonly pause: number
  readonly silence: number
  readonly other: number
}

/** Nobody speaks and nobody is on hold. `before` and `after`: the turns on either side. */
export interface Quiet extends Interval {
  readonly before: number
  readonly after: number
  /** `false`: a turn without an end may reach into it, so that it is at most so long. */
  readonly exact: boolean
}

/** A conversation in time. */
export interface Timeline {
  /** The parts, or why they cannot be told. */
  readonly partition: Partition | string
  /** In order of time. */
  readonly quiets: ReadonlyArray<Quiet>
  readonly holds: ReadonlyArray<Interval>
  readonly agent: ReadonlyArray<Speech>
  readonly customer: ReadonlyArray<Speech>
  /** The two parties' recordings do not seem to share a clock: who spoke over or after whom cannot be told. */
  readonly skewed: boolean
}

/** A quiet stretch from here on is silence (the definition of Amazon Connect). */
export const silenceMs = 3000

/** The timeline of a transcript, or why its times do not give one. Pure. */
export const timelineOf = (transcript: Pick<Transcript, "turns" | "events" | "timingProblem">): Timeline | string => {
  const trouble = timeTrouble(transcript)
  if (trouble !== null) return trouble
  const { turns } = transcript
  const order = byStart(turns)
  const agent = speechOf(turns, order, ["agent"])
  const customer = speechOf(turns, order, ["customer"])
  const other = speechOf(turns, order, ["bot", "system"])
  const fromMs = Math.min(agent[0]?.fromMs ?? Infinity, customer[0]?.fromMs ?? Infinity)
  const toMs = Math.max(end(agent), end(customer))
  if (fromMs > toMs) return because.nobodySpeaks
  const holds = holdsOf(transcript.events, turns, order)
  const swept = sweep({ fromMs, toMs }, agent, customer, other, holds)
  const skewed = isSkewed(turns, agent, customer, swept.partition.overlap)
  return {
    partition: whyNoPartition(turns, transcript.events) ?? (skewed ? because.skewedClocks : swept.partition),
    quiets: withNeighbours(swept.quiets, turns, order),
    holds,
    agent,
    customer,
    skewed
  }
}

/** The part of the conversation in which a party speaks, alone or over the other, 0–1; `null` for one of no length. */
export const talkShare = (partition: Partition, party: "agent" | "customer"): number | null =>
  partition.total === 0 ? null : ((party === "agent" ? partition.agentOnly : partition.customerOnly) + partition.overlap) / partition.total

const byStart = (turns: ReadonlyArray<Turn>): ReadonlyArray<number> => {
  const order = Array.from(turns, (_, t) => t)
  // Nearly always in order already.
  for (let t = 1; t < turns.length; t++) if (turns[t]!.startMs! < turns[t - 1]!.startMs!) return order.sort((a, b) => turns[a]!.startMs! - turns[b]!.startMs! || a - b)
  return order
}

const end = (stretches: ReadonlyArray<Speech>): number => stretches.at(-1)?.toMs ?? -Infinity

const whyNoPartition = (turns: ReadonlyArray<Turn>, events: ReadonlyArray<Event>): string | null => {
  let open = 0
  let speaking = 0
  for (const { endMs, role } of turns) {
    if (role === "system") continue
    speaking++
    if (endMs === null) open++
  }
  if (open > 0) return open === speaking ? because.noEnds : because.someEndsMissing
  return events.some(({ kind, startMs }) => kind === "hold" && startMs === null) ? because.holdWithoutTime : null
}

/** A hold whose end is not given lasts until somebody speaks. */
const holdsOf = (events: ReadonlyArray<Event>, turns: ReadonlyArray<Turn>, order: ReadonlyArray<number>): ReadonlyArray<Interval> => {
  const holds: Array<Interval> = []
  for (const { endMs, kind, startMs } of events) {
    if (kind !== "hold" || startMs === null) continue
    const next = order.find((t) => turns[t]!.startMs! >= startMs)
    const toMs = endMs ?? (next === undefined ? startMs : turns[next]!.startMs!)
    if (toMs >= startMs) holds.push({ fromMs: startMs, toMs })
  }
  if (holds.length < 2) return holds
  holds.sort((a, b) => a.fromMs - b.fromMs)
  const apart: Array<Interval> = []
  for (const hold of holds) {
    const last = apart.at(-1)
    if (last !== undefined && hold.fromMs <= last.toMs) apart[apart.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, hold.toMs) }
    else apart.push(hold)
  }
  return apart
}

/** Goes through the intervals of one list beside the others. */
class Cursor {
  private at = 0
  private readonly intervals: ReadonlyArray<Interval>

  constructor(intervals: ReadonlyArray<Interval>) {
    this.intervals = intervals
  }

  /** Whether the interval from here to the next cut lies within one; to be asked at ascending cuts. */
  covers(ms: number): boolean {
    while (this.at < this.intervals.length && this.intervals[this.at]!.toMs <= ms) this.at++
    return this.at < this.intervals.length && this.intervals[this.at]!.fromMs <= ms
  }
}

const sweep = (
  whole: Interval,
  agent: ReadonlyArray<Speech>,
  customer: ReadonlyArray<Speech>,
  other: ReadonlyArray<Speech>,
  holds: ReadonlyArray<Interval>
): { readonly partition: Partition; readonly quiets: ReadonlyArray<Interval> } => {
  const lists = [agent, customer, other, holds]
  const sorted = new Float64Array(2 + 2 * (agent.length + customer.length + other.length + holds.length))
  sorted[0] = whole.fromMs
  sorted[1] = whole.toMs
  let cuts = 2
  /** Words of no length. */
  const moments = new Set<number>()
  for (const list of lists) {
    for (const { fromMs, toMs } of list) {
      sorted[cuts++] = fromMs
      sorted[cuts++] = toMs
      if (fromMs === toMs) moments.add(fromMs)
    }
  }
  sorted.sort()
  const [a, c, o, h] = [new Cursor(agent), new Cursor(customer), new Cursor(other), new Cursor(holds)]
  const parts = { agentOnly: 0, customerOnly: 0, overlap: 0, other: 0, hold: 0, pause: 0, silence: 0 }
  const quiets: Array<{ fromMs: number; toMs: number }> = []
  let last: { fromMs: number; toMs: number } | undefined
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i]!
    const to = sorted[i + 1]!
    if (to === from || from < whole.fromMs || to > whole.toMs) continue
    const byAgent = a.covers(from)
    const byCustomer = c.covers(from)
    if (byAgent && byCustomer) parts.overlap += to - from
    else if (byAgent) parts.agentOnly += to - from
    else if (byCustomer) parts.customerOnly += to - from
    else if (o.covers(from)) parts.other += to - from
    else if (h.covers(from)) parts.hold += to - from
    else {
      // A word of no length still breaks the silence.
      if (last !== undefined && last.toMs === from && !moments.has(from)) last.toMs = to
      else quiets.push((last = { fromMs: from, toMs: to }))
    }
  }
  for (const { fromMs, toMs } of quiets) {
    if (toMs - fromMs >= silenceMs) parts.silence += toMs - fromMs
    else parts.pause += toMs - fromMs
  }
  return { partition: { total: whole.toMs - whole.fromMs, ...parts }, quiets }
}

const withNeighbours = (quiets: ReadonlyArray<Interval>, turns: ReadonlyArray<Turn>, order: ReadonlyArray<number>): ReadonlyArray<Quiet> => {
  let next = 0
  let before = order[0]!
  let reached = -Infinity
  return quiets.map(({ fromMs, toMs }) => {
    for (; next < order.length && turns[order[next]!]!.startMs! <= fromMs; next++) {
      const { endMs, startMs } = turns[order[next]!]!
      if ((endMs ?? startMs!) < reached) continue
      reached = endMs ?? startMs!
      before = order[next]!
    }
    const started = order[next - 1] ?? before
    const after = order[next] ?? before
    return { fromMs, toMs, before, after, exact: turns[before]!.endMs !== null && turns[started]!.endMs !== null }
  })
}

/** Of the party who speaks less, more than this part of the words falls into the other's: no conversation goes like that. */
const mostOverlap = 0.5
const fewestTurns = 4

const isSkewed = (turns: ReadonlyArray<Turn>, agent: ReadonlyArray<Speech>, customer: ReadonlyArray<Speech>, overlap: number): boolean => {
  if (agent.length < fewestTurns || customer.length < fewestTurns) return false
  if (overlap > mostOverlap * Math.min(totalMs(agent), totalMs(customer))) return true
  let changes = 0
  let last: Turn["role"] | null = null
  for (const { role } of turns) {
    if (role !== "agent" && role !== "customer") continue
    if (last !== null && last !== role) changes++
    last = role
  }
  return changes < 2
}
