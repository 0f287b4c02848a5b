import { because } from "../../schemas/Because.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import type { Anchor, ConditionNode, ConditionWindow } from "./ConditionNode.ts"
import type { Condition, Met, Place, Run } from "./ConditionRun.ts"
import { type Speaker, turnsOf, utterancesIn } from "./ConditionSpeaker.ts"
import { isUnknown, moot, type Truth, type Unknown, unknown } from "./ConditionTruth.ts"
import type { Reading } from "../wording/Reading.ts"
import { timeTrouble } from "../time/TimeTrouble.ts"

/** Turns in which a condition may be met, from unit `from` of the wording to unit `to`. */
export interface Region {
  readonly turns: ReadonlyArray<number>
  readonly from: number
  readonly to: number
}

/** Regions any of which will do. */
export type Choice = ReadonlyArray<Region>

/** Where a condition is looked for: it must be met in every choice. Or what it comes to without looking. */
export type Searched = { readonly choices: ReadonlyArray<Choice> } | { readonly truth: Truth }

type Side = "before" | "after" | "around" | "with"
const sides = ["before", "after", "around", "with"] as const

interface Fixed {
  readonly side: Side
  readonly anchor: Exclude<Anchor, string>
  readonly condition: Condition
}

/** Whose words, which part of the contact, and where around other conditions. */
export class ConditionScope {
  readonly by: Speaker
  readonly isAnchored: boolean
  private readonly window: ConditionWindow | undefined
  private readonly anchors: ReadonlyArray<Fixed>

  constructor(node: ConditionNode, named: (name: string) => Condition) {
    this.by = node.by ?? "agent"
    this.window = node.window
    this.anchors = sides.flatMap((side) => {
      const given = node[side]
      if (given === undefined) return []
      const anchor = typeof given === "string" ? { condition: given } : given
      return [{ side, anchor, condition: named(anchor.condition) }]
    })
    this.isAnchored = this.anchors.length > 0
  }

  search(run: Run): Searched {
    return run.once(this, () => this.look(run))
  }

  private look(run: Run): Searched {
    const { reading } = run
    const turns = inWindow(reading, turnsOf(reading, this.by), this.window)
    if (isTruth(turns)) return { truth: turns }
    let choices: ReadonlyArray<Choice> = [[{ turns, from: 0, to: Infinity }]]
    for (const fixed of this.anchors) {
      const there = this.around(run, fixed, turns)
      if (isTruth(there)) return { truth: there }
      choices = choices.flatMap((a) => there.map((b) => a.flatMap((one) => b.flatMap((other) => both(one, other)))))
    }
    if (!this.isAnchored) return { choices }
    // Where the speaker has no turn there was no occasion.
    const open = choices.filter((choice) => choice.some((region) => region.turns.length > 0))
    if (open.length > 0) return { choices: open }
    return { truth: moot(this.anchors.some(({ side }) => side === "after") ? because.cutShort : because.noTrigger) }
  }

  /** Where the other conditions were met that this one stands around, with their names. */
  triggers(run: Run): ReadonlyArray<{ readonly name: string; readonly place: Place }> {
    return this.anchors.flatMap(({ anchor, condition }) => chosen(run.of(condition), anchor).map((place) => ({ name: anchor.condition, place })))
  }

  private around(run: Run, { anchor, condition, side }: Fixed, turns: ReadonlyArray<number>): ReadonlyArray<Choice> | Truth {
    const { reading } = run
    const met = run.of(condition)
    if (isUnknown(met.truth) && !met.truth.moot) return met.truth
    if (met.truth === true && met.unplaced !== undefined) return met.unplaced
    const places = chosen(met, anchor)
    if (places.length === 0) {
      if (anchor.ifNever !== undefined && anchor.ifNever !== "not-applicable") return anchor.ifNever === "holds"
      return isUnknown(met.truth) ? met.truth : moot(because.noTrigger)
    }
    const trouble = anchor.seconds === undefined ? null : timeTrouble(reading.transcript)
    if (trouble !== null) return unknown(trouble)
    // After any of several is after the first: one region then says it all.
    const isUnlimited = anchor.turns === undefined && anchor.seconds === undefined && anchor.hit !== "each"
    const telling = !isUnlimited ? places : side === "after" ? places.slice(0, 1) : side === "before" ? places.slice(-1) : places
    const regions = different(reading, telling.map((place) => beside(reading, place, side, anchor, turns)))
    return anchor.hit === "each" ? regions.map((region) => [region]) : [regions]
  }
}

const chosen = ({ places, truth }: Met, { hit = "any" }: Fixed["anchor"]): ReadonlyArray<Place> => {
  if (truth !== true) return []
  return hit === "last" ? places.slice(-1) : typeof hit === "number" ? places.slice(hit - 1, hit) : places
}

const isTruth = <A extends ReadonlyArray<unknown>>(value: A | Truth): value is Truth => !Array.isArray(value)

/** Two complaints in one turn open one region, not two. */
const different = ({ wording: { starts } }: Reading, regions: ReadonlyArray<Region>): ReadonlyArray<Region> => {
  const known = new Map<string, Region>()
  for (const region of regions) {
    const first = region.turns[0]
    const last = region.turns.at(-1)
    const from = first === undefined ? region.from : Math.max(region.from, starts[first]!)
    const to = last === undefined ? region.to : Math.min(region.to, starts[last + 1]!)
    const key = `${from}-${to}-${first}-${region.turns.length}`
    if (!known.has(key)) known.set(key, { turns: region.turns, from, to: region.to })
  }
  return [...known.values()]
}

/** What lies in both, if anything does. */
const both = (a: Region, b: Region): Choice => {
  if (a.turns.length === 0 || b.turns.length === 0 || a.turns[0]! > b.turns.at(-1)! || b.turns[0]! > a.turns.at(-1)!) return []
  const there = new Set(b.turns)
  const turns = a.turns.filter((turn) => there.has(turn))
  return turns.length === 0 ? [] : [{ turns, from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }]
}

const beside = (reading: Reading, place: Place, side: Side, { seconds, turns: most = Infinity }: Fixed["anchor"], turns: ReadonlyArray<number>): Region => {
  if (side === "with") {
    if (place.start === place.end) return { turns: [], from: place.start, to: place.end }
    const { end, start } = reading.speechAround(place)
    return { turns: turns.slice(firstFrom(turns, reading.wording.turns[start]!), firstFrom(turns, reading.wording.turns[end - 1]! + 1)), from: start, to: end }
  }
  const all = reading.transcript.turns
  const near = (t: number) => {
    if (seconds === undefined) return true
    const began = place.atMs ?? all[place.turn]!.startMs!
    const ended = place.atMs ?? all[place.lastTurn]!.endMs ?? all[place.lastTurn]!.startMs!
    return all[t]!.startMs! <= ended + seconds * 1000 && (all[t]!.endMs ?? all[t]!.startMs!) >= began - seconds * 1000
  }
  const start = firstFrom(turns, place.turn)
  const end = firstFrom(turns, place.lastTurn + 0.25)
  const earlier = side === "after" ? start : start - reach(reading, turns.slice(0, start).reverse(), reading.utterances[place.turn], most, near)
  const later = side === "before" ? end : end + reach(reading, turns.slice(end), reading.utterances[place.lastTurn], most, near)
  return { turns: turns.slice(earlier, later), from: side === "after" ? place.end : 0, to: side === "before" ? place.start : Infinity }
}

/** How many of the turns, nearest first, lie within so many utterances; the rest of the utterance that was met itself is free. */
const reach = (reading: Reading, turns: ReadonlyArray<number>, own: number | undefined, most: number, near: (turn: number) => boolean): number => {
  let before = own
  let count = 0
  for (let i = 0; i < turns.length; i++) {
    const utterance = reading.utterances[turns[i]!]
    if (utterance !== before) count++
    if (count > most || !near(turns[i]!)) return i
    before = utterance
  }
  return turns.length
}

/** The position of the first of some ascending numbers that is not less than `least`. */
export const firstFrom = (numbers: ReadonlyArray<number>, least: number): number => {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of the speaker's turns that lie in a window. */
const inWindow = (reading: Reading, turns: ReadonlyArray<number>, window: ConditionWindow | undefined): ReadonlyArray<number> | Unknown => {
  if (window === undefined) return turns
  const unit = window.unit ?? "turns"
  const { transcript } = reading
  if (unit === "turns") {
    const utterances = utterancesIn(reading, turns)
    const [from, to] = bounds(window, utterances.length, 1)
    return utterances.filter((_, i) => i + 1 >= from && i + 1 <= to).flat()
  }
  if (unit === "percent") {
    const total = transcript.turns.length
    const [from, to] = bounds(window, 100, 0)
    return turns.filter((t) => ((t + 1) / total) * 100 > from && (t / total) * 100 < to)
  }
  const trouble = timeTrouble(transcript)
  if (trouble !== null) return unknown(trouble)
  const span = spanOf(transcript)
  const whole = unit === "seconds" ? span.ms / 1000 : 100
  const [from, to] = bounds(window, whole, 0)
  return turns.filter((t) => {
    const at = span.ms === 0 ? 0 : ((transcript.turns[t]!.startMs! - span.fromMs) / span.ms) * whole
    return at >= from && at <= to
  })
}

/** First and last value of a window over a whole that starts at `least`; negative ends count from its end. */
const bounds = ({ first, from, last, to }: ConditionWindow, whole: number, least: 0 | 1): readonly [from: number, to: number] => {
  if (first !== undefined) return [least, first]
  if (last !== undefined) return [whole - last + least, whole]
  const place = (value: number) => (value < 0 ? whole + value + least : value)
  return [from === undefined ? least : place(from), to === undefined ? whole : place(to)]
}

/** When the first turn or event begins and how long it is to the end of the last, in milliseconds; for times that can be relied on. */
export const spanOf = ({ events, turns }: Transcript): { readonly fromMs: number; readonly ms: number } => {
  const moments = [...turns, ...events].flatMap(({ endMs, startMs }) => [startMs, endMs].filter((moment) => moment !== null))
  const fromMs = moments.reduce((least, moment) => Math.min(least, moment), Infinity)
  return { fromMs, ms: moments.reduce((most, moment) => Math.max(most, moment), fromMs) - fromMs }
}
