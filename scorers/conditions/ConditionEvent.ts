import { because } from "../../schemas/Because.ts"
import type { Event, Transcript } from "../../schemas/Transcript.ts"
import { holds } from "./ConditionCompare.ts"
import type { Fact } from "./ConditionFact.ts"
import type { ConditionNode } from "./ConditionNode.ts"
import type { Place, Run } from "./ConditionRun.ts"
import { conjunction, type Truth, unknown } from "./ConditionTruth.ts"
import type { Reading } from "../wording/Reading.ts"
import { timeTrouble } from "../time/TimeTrouble.ts"

type Happened = Exclude<NonNullable<ConditionNode["event"]>, string>

/** How often, by whom or how long something happened. An input without any event cannot tell that it did not. */
export const eventFact = ({ by, kind, longest, seconds, times }: Happened) => ({ reading }: Run): Fact => {
  const { transcript } = reading
  const all = transcript.events.filter((event) => event.kind === kind)
  const events = by === undefined ? all : all.filter((event) => event.by === by)
  const unclear = by === undefined ? 0 : all.filter((event) => event.by === null).length
  const truths: Array<Truth> = []
  const asked = times ?? (seconds === undefined && longest === undefined ? { atLeast: 1 } : undefined)
  // Those nobody is named for might be this party's: the answer stands only where they would not change it.
  if (asked !== undefined) {
    const certain = holds(events.length, asked)
    const same = Array.from({ length: unclear }, (_, i) => holds(events.length + i + 1, asked)).every((other) => other === certain)
    truths.push(same ? certain : unknown(because.unknownWhoDid))
  }
  for (const [bounds, total] of [[seconds, sum], [longest, most]] as const) {
    if (bounds === undefined) continue
    const lengths = events.map(lengthOf)
    if (unclear > 0) truths.push(unknown(because.unknownWhoDid))
    else truths.push(lengths.every((length) => length !== null) ? holds(total(lengths), bounds) : unknown(transcript.timingProblem ?? because.noTimes))
  }
  const truth = transcript.events.length === 0 ? unknown(because.noEvents) : conjunction(truths)
  const places = events.flatMap((event) => placeOf(reading, event))
  const doer = by === undefined ? "" : ` by the ${by}`
  return {
    truth,
    places,
    unplaced: places.length < events.length ? unknown(timeTrouble(transcript) ?? because.noTimes) : undefined,
    fact: events.length === 0 ? `no ${kind}${doer}` : `${kind}${doer}${events.length > 1 ? ` × ${events.length}` : ""}${moment(events)}`,
    isOwn: by === undefined ? events.every((event) => event.by === null || event.by === "agent") : by === "agent",
    turn: ownTurnBefore(reading, events[0])
  }
}

const lengthOf = ({ endMs, startMs }: Event): number | null => (startMs === null || endMs === null ? null : (endMs - startMs) / 1000)
const sum = (lengths: ReadonlyArray<number>) => lengths.reduce((total, length) => total + length, 0)
const most = (lengths: ReadonlyArray<number>) => Math.max(0, ...lengths)

const moment = ([first]: ReadonlyArray<Event>): string => {
  if (first === undefined || first.startMs === null) return ""
  const seconds = Math.floor(first.startMs / 1000)
  return ` at ${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`
}

/** Between the turns that began before it and those that began later; nowhere if times are missing. */
const placeOf = (reading: Reading, { endMs, startMs }: Event): ReadonlyArray<Place> => {
  const before = startMs === null ? null : turnsBefore(reading.transcript, startMs)
  if (before === null) return []
  const unit = reading.wording.starts[before]!
  return [{ start: unit, end: unit, turn: before - 0.5, lastTurn: before - 0.5, atMs: endMs ?? startMs! }]
}

const turnsBefore = (transcript: Transcript, ms: number): number | null => {
  if (timeTrouble(transcript) !== null) return null
  const later = transcript.turns.findIndex((turn) => turn.startMs! >= ms)
  return later < 0 ? transcript.turns.length : later
}

/** The agent's last turn before it; the last of all where it is not known when it was. */
const ownTurnBefore = (reading: Reading, event: Event | undefined): number | undefined => {
  const before = event === undefined || event.startMs === null ? null : turnsBefore(reading.transcript, event.startMs)
  return before === null ? undefined : reading.own.findLast((turn) => turn < before) ?? reading.own[0]
}
