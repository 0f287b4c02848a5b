import type { Indicator, Quality } from "./Rubric.ts"

/** A mean with its 95 % interval; `null` where nothing can be said of how far off it may be. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Rules that share a tag. `transcripts`: in how many one applied; `applicable` = met + partly + breached: how often. `share`: mean over the
 * transcripts of the credit earned in each, 0–1, with Wilson's interval for their number; `null` where none applied.
 */
export interface TaggedShare<Tag> {
  readonly tag: Tag
  readonly transcripts: number
  readonly applicable: number
  readonly met: number
  readonly partly: number
  readonly breached: number
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | null
}

/** What customers are told apart by. `customer`: whether an earlier contact of theirs is on record. */
export type Segment = "channel" | "language" | "script" | "queue" | "customer"
export const segments: ReadonlyArray<Segment> = ["channel", "language", "script", "queue", "customer"]

/** Points (0–100) of the `scored` transcripts that have `value` in common, by name of value. */
export interface SegmentGroup {
  readonly value: string
  readonly scored: number
  readonly points: number
  readonly interval: Interval | null
}

/**
 * One agent with different kinds of customers. `differs`: the two groups farthest apart among those whose intervals do not overlap, higher
 * first; `null` where no interval supports saying so.
 */
export interface Treatment {
  readonly segment: Segment
  readonly groups: ReadonlyArray<SegmentGroup>
  readonly differs: { readonly higher: string; readonly lower: string } | null
}

/** How far points lie apart: `spread` is their standard deviation over `scored` transcripts; `weeks` are those with five scored transcripts or more. */
export interface Consistency {
  readonly scored: number
  readonly spread: number | null
  readonly weeks: number
  readonly lowestWeek: number | null
  readonly highestWeek: number | null
}

/**
 * What customers answered (0–100, stretched from `scales`) beside the points of the same `answers` transcripts. `gap` is answer less
 * points; `direction` says what its interval supports.
 */
export interface Expectation {
  readonly answers: number
  readonly csat: number
  readonly points: number
  readonly gap: number
  readonly interval: Interval | null
  readonly direction: "above" | "below" | null
  readonly scales: string
}

/** How many transcripts have a value; of these, `told` are those of which the input says so. */
export interface ContactCount {
  readonly value: string
  readonly transcripts: number
  readonly told: number
}

/** Days of feedback and promises that are decided, by rule. */
export interface CaseRuleCount {
  readonly rule: string
  readonly applicable: number
  readonly met: number
  readonly breached: number
}

/** Turns of people and of machines in `transcripts` contacts. */
export interface TurnCounts {
  readonly transcripts: number
  readonly agent: number
  readonly customer: number
  readonly bot: number
  readonly botTranscripts: number
}

/** What one agent's transcripts of a period under one rubric add up to besides points and rules. `null` parts: nothing to count. */
export interface Rollups {
  readonly indicators: ReadonlyArray<TaggedShare<Indicator>>
  readonly qualities: ReadonlyArray<TaggedShare<Quality>>
  readonly consistency: Consistency | null
  readonly treatment: ReadonlyArray<Treatment>
  readonly expectation: Expectation | null
  readonly reasons: ReadonlyArray<ContactCount>
  readonly phases: ReadonlyArray<ContactCount>
  readonly media: ReadonlyArray<ContactCount>
  readonly turns: TurnCounts | null
  readonly cases: ReadonlyArray<CaseRuleCount>
}
