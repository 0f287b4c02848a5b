import type { Finding, OutcomeName } from "./Score.ts"

/**
 * How the judge answers one question. Words, since numbers make judges drift; `cannot_tell` is also what an answer becomes that
 * lacks the evidence it needs, or that a second pass does not repeat.
 */
export type JudgeLabel = "met" | "partly" | "not_met" | "not_applicable" | "cannot_tell"

/**
 * Where an opinion stands. `pending`: asked, or still to be asked. `given`: both passes agree and the evidence holds. `review`: a
 * person should look, for the reason in `because`. `failed`: the endpoint gave no usable answer.
 */
export type OpinionState = "pending" | "given" | "review" | "failed"

/**
 * A quote the judge gave, held against the transcript. `verbatim`: stands in the turn it names. `relocated`: stands in another turn
 * of the same speaker, which `finding` names. `near`: close to something said, shown but worth nothing. `rejected`: not in the transcript,
 * or said by somebody else, or in a turn that speaks to the judge; `finding` is `null`.
 */
export interface CheckedQuote {
  readonly standing: "verbatim" | "relocated" | "near" | "rejected"
  readonly finding: Finding | null
}

/** What the judge says of one rule × one transcript × one agent that the rules leave undecided. `outcome` is `null` unless `given`. */
export interface Opinion {
  readonly rule: string
  readonly agent: string | null
  readonly state: OpinionState
  readonly outcome: OutcomeName | null
  /** Evidence that holds, and what was searched where something is missing. */
  readonly findings: ReadonlyArray<Finding>
  /** The judge's own words, at most 60 characters; `null` when it said nothing. */
  readonly note: string | null
  /** Why it is not `given`; `null` when it is. */
  readonly because: string | null
}
