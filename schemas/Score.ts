/** What a rule says of a transcript. `Unscored`: the input cannot support an answer. `NotApplicable`: the situation never arose. */
export type OutcomeName = "Met" | "Partly" | "Breached" | "NotApplicable" | "Unscored"

/**
 * `credit` is the share of the rule's weight that was earned, 0–1: 1 for Met, 0 for Breached, between for Partly.
 * `because` says in plain words why a rule does not apply or could not be scored.
 */
export type Outcome =
  | { readonly _tag: "Met"; readonly credit: 1 }
  | { readonly _tag: "Partly"; readonly credit: number }
  | { readonly _tag: "Breached"; readonly credit: 0 }
  | { readonly _tag: "NotApplicable"; readonly because: string }
  | { readonly _tag: "Unscored"; readonly because: string }

/**
 * Does a finding speak for the agent or against? `tentative`: found only approximately, costs nothing until a person confirms
 * it. `context`: what made the rule apply, often the customer's words.
 */
export type Bearing = "for" | "against" | "tentative" | "context"

/** Something that was said: `start`/`end` are UTF-16 offsets into the original text of turn number `turn`, counted from 0. */
export interface Said {
  readonly _tag: "Said"
  readonly bearing: Bearing
  readonly turn: number
  readonly start: number
  readonly end: number
  readonly quote: string
  /** Which part of the rule this is evidence of (`reason`, `self-identification`, …); `null` for the rule itself. */
  readonly note: string | null
}

/**
 * Something due that was not said: turns `window.from`–`window.to` (inclusive) were searched; `nearest` is the most similar
 * thing found there (similarity 0–1); `expected` is a wording that would have passed.
 */
export interface Unsaid {
  readonly _tag: "Unsaid"
  readonly bearing: Bearing
  readonly window: { readonly from: number; readonly to: number }
  readonly nearest: {
    readonly turn: number
    readonly start: number
    readonly end: number
    readonly quote: string
    readonly similarity: number
  } | null
  readonly expected: string
  readonly note: string | null
}

export type Finding = Said | Unsaid

/** One rule × one transcript × one agent × one rubric. `agent` is `null` where the input names none. */
export interface Score {
  readonly rule: string
  readonly agent: string | null
  readonly outcome: Outcome
  readonly findings: ReadonlyArray<Finding>
  readonly decidedBy: "rule" | "judge" | "person"
}
