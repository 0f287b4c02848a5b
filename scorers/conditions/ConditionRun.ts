import type { Finding } from "../../schemas/Score.ts"
import type { Truth, Unknown } from "./ConditionTruth.ts"
import type { Reading, Span } from "../wording/Reading.ts"

/**
 * Where a condition was met: units of the wording in turns `turn`–`lastTurn`. A moment between two turns (an event) spans no
 * unit and stands half-way. `quote`: the exact offsets in the turn's text, where units would be too coarse; `atMs`: of an event; `echoes`: the turn that a repetition repeats.
 */
export interface Place extends Span {
  readonly turn: number
  readonly lastTurn: number
  readonly quote?: { readonly from: number; readonly to: number }
  readonly atMs?: number
  readonly echoes?: number
}

export interface Met {
  readonly truth: Truth
  /** By start, none overlapping another. */
  readonly places: ReadonlyArray<Place>
  /** Why it cannot be told where in the contact it was met, though it was. */
  readonly unplaced?: Unknown | undefined
}

/** What evidence is collected for: what speaks for the agent, against, or what made the rule apply. */
export type Tone = "for" | "against" | "context"

/** One judging of one agent in one transcript; what a condition came to is remembered for those that refer to it. */
export class Run {
  readonly reading: Reading
  /** Words the recogniser was unsure of, or in a dialect, may hide what seems to be missing: it is unknown then. */
  readonly doubting: boolean
  private readonly known = new Map<object, unknown>()

  constructor(reading: Reading, doubting: boolean) {
    this.reading = reading
    this.doubting = doubting
  }

  of(condition: Condition): Met {
    return this.once(condition, () => condition.evaluate(this))
  }

  /** What was made for this key, which always makes the same. */
  once<A>(key: object, make: () => A): A {
    if (!this.known.has(key)) this.known.set(key, make())
    return this.known.get(key) as A
  }
}

/** A compiled condition. Ask `Run.of` for what it comes to; `explain` collects what it came to that from. */
export interface Condition {
  evaluate(run: Run): Met
  /** `name`: of the named condition this is part of; becomes the note of its findings. */
  explain(run: Run, tone: Tone, name: string | null): ReadonlyArray<Finding>
}
