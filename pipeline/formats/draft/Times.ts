import { isDated } from "../../WallClock.ts"
import type { Draft, DraftTurn, GivenTime } from "./Draft.ts"

/** The times of a draft on one clock. `offset` gives milliseconds from the start, always `null` if there is a problem. */
export interface SettledTimes {
  readonly startedAt: number | null
  readonly problem: string | null
  readonly offset: (time: GivenTime | null) => number | null
}

/** Two recorders of one contact may disagree by so much about what came first. */
const toleratedMs = 1000

/**
 * Decides whether the times of a draft can be trusted, and counts them from the start of the contact: `startedAt`, else the
 * earliest time there is, be it of a turn or of an event such as the ring.
 */
export const settleTimes = (draft: Draft): SettledTimes => {
  const { clock, turns } = draft
  const given = draft.startedAt ?? null
  const problem =
    (given !== null && Number.isNaN(given.ms) ? `the start of the contact: ${notATime(given)}` : null) ??
    problemOfTurns(turns) ??
    problemOfEvents(draft) ??
    (clock === "wall" ? problemOfWallClock(turns, given) : null)
  const earliest = clock === "wall" ? earliestOf(draft) : null
  const startedAt = given !== null && !Number.isNaN(given.ms) ? given.ms : earliest
  const base = clock === "offset" || earliest === null ? 0 : given !== null && isDated(earliest) ? Math.min(given.ms, earliest) : earliest
  return {
    startedAt: startedAt !== null && isDated(startedAt) ? startedAt : null,
    problem,
    offset: (time) => (time === null || problem !== null ? null : time.ms - base)
  }
}

const earliestOf = ({ turns, events = [] }: Draft): number | null => {
  let earliest = Infinity
  for (const { from } of turns) if (from !== null && from.ms < earliest) earliest = from.ms
  for (const { from } of events) if (from !== null && from.ms < earliest) earliest = from.ms
  return earliest === Infinity ? null : earliest
}

const problemOfTurns = (turns: ReadonlyArray<DraftTurn>): string | null => {
  const timed = turns.find((turn) => turn.from !== null)
  if (timed === undefined) return null
  let before: GivenTime | null = null
  for (const turn of turns) {
    const { from, to } = turn
    if (from === null) return `${place(turn)}: no time, though other turns have one`
    if (Number.isNaN(from.ms)) return `${place(turn)}: ${notATime(from)}`
    if (to !== null && Number.isNaN(to.ms)) return `${place(turn)}: ${notATime(to)}`
    if (to !== null && to.ms < from.ms) return `${place(turn)}: ends (${shown(to)}) before it starts (${shown(from)})`
    if (before !== null && from.ms < before.ms - toleratedMs) {
      return `${place(turn)}: time ${shown(from)} is earlier than ${shown(before)} of the turn before it`
    }
    if (before === null || from.ms > before.ms) before = from
  }
  return null
}

const problemOfEvents = ({ events = [] }: Draft): string | null => {
  for (const event of events) {
    for (const time of [event.from, event.to]) {
      if (time !== null && Number.isNaN(time.ms)) return `${place(event)}: ${notATime(time)}`
    }
  }
  return null
}

const problemOfWallClock = (turns: ReadonlyArray<DraftTurn>, startedAt: GivenTime | null): string | null => {
  const first = turns[0]?.from
  const last = turns.at(-1)?.from
  if (first === undefined || first === null || last === undefined || last === null) return null
  if (startedAt !== null && isDated(first.ms) && first.ms < startedAt.ms - toleratedMs) {
    return `${place(turns[0]!)}: time ${shown(first)} is before the start of the contact (${shown(startedAt)})`
  }
  if (turns.length >= 3 && turns.every((turn) => turn.from?.ms === first.ms)) {
    return `all ${turns.length} turns carry the same time ${shown(first)}, which seems to be that of the contact`
  }
  if (turns.some((turn) => turn.from !== null && isDated(turn.from.ms) !== isDated(first.ms))) {
    return "some times have a date and some have none"
  }
  return null
}

const place = (thing: { readonly place: string | number }): string => (typeof thing.place === "number" ? `line ${thing.place}` : thing.place)

const shown = ({ written }: GivenTime): string => `‘${written.trim().slice(0, 40)}’`

const notATime = (time: GivenTime): string => `time ${shown(time)} is not a time`
