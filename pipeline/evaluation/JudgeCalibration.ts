import type { JudgeLabel, Opinion } from "../../schemas/Opinion.ts"
import type { OutcomeName } from "../../schemas/Score.ts"
import { type Calibrated, calibrationOf } from "../../scorers/judge/CalibrationOf.ts"
import { type Calibration, trust, type Trust } from "../../scorers/judge/Trust.ts"
import type { ReviewedOutcome } from "./ReviewedOutcomes.ts"

/**
 * What the judge said of one rule × one transcript × one agent. All of one model and one version of the question: others are another judge.
 * `labels` are all its answers to that question, of every order and run.
 */
export interface Opined extends Pick<Opinion, "rule" | "agent" | "outcome"> {
  readonly transcript: string
  readonly labels: ReadonlyArray<JudgeLabel>
}

/** What is known of one rule's judge. `unmatched`: people's outcomes of contacts the judge was never asked about, or where it is open which agent they mean. */
export interface RuleCalibration {
  readonly rule: string
  readonly calibration: Calibration
  readonly trust: Trust
  readonly unmatched: number
}

/** Holds the judge's opinions against what people said of the same contacts: one calibration for every rule that either speaks of, by name. */
export const calibrateJudge = (opinions: ReadonlyArray<Opined>, reviewed: ReadonlyArray<ReviewedOutcome>): ReadonlyArray<RuleCalibration> => {
  const rules = new Set([...opinions.map(({ rule }) => rule), ...reviewed.map(({ rule }) => rule)])
  return [...rules].sort().map((rule) => {
    const { items, unmatched } = matched(opinions.filter((one) => one.rule === rule), reviewed.filter((one) => one.rule === rule))
    const calibration = calibrationOf(items)
    return { rule, calibration, trust: trust(calibration), unmatched }
  })
}

const matched = (opinions: ReadonlyArray<Opined>, reviewed: ReadonlyArray<ReviewedOutcome>): { readonly items: ReadonlyArray<Calibrated>; readonly unmatched: number } => {
  const people = new Map<Opined, Map<string, OutcomeName>>(opinions.map((opined) => [opined, new Map()]))
  const byTranscript = Map.groupBy(opinions, ({ transcript }) => transcript)
  let unmatched = 0
  reviewed.forEach(({ agent, outcome, reviewer, transcript }, line) => {
    const here = byTranscript.get(transcript) ?? []
    const meant = agent === null && here.length === 1 ? here : here.filter((opined) => opined.agent === agent)
    const [opined] = meant
    if (opined === undefined || meant.length > 1) {
      unmatched++
      return
    }
    // Who changes their mind is still one person, and the last word is theirs.
    people.get(opined)!.set(reviewer ?? `line ${line}`, outcome)
  })
  return { items: opinions.map((opined) => ({ judge: opined.outcome, labels: opined.labels, people: [...people.get(opined)!.values()] })), unmatched }
}
