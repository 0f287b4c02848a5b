import type { JudgeLabel } from "../../schemas/Opinion.ts"
import type { OutcomeName } from "../../schemas/Score.ts"
import { type Distance, quadratic, type Ratings, weightedKappa, weightedKappaInterval } from "../statistics/WeightedKappa.ts"
import { stabilityOf } from "./Stability.ts"
import type { Calibration } from "./Trust.ts"

/** One contact and one agent under one rule. `labels` are all answers the judge ever gave to this very question; `judge` is the outcome of its opinion. */
export interface Calibrated {
  /** `null` where the judge gave none. */
  readonly judge: OutcomeName | null
  readonly labels: ReadonlyArray<JudgeLabel>
  /** Outcomes by different people, in the order they came. */
  readonly people: ReadonlyArray<OutcomeName>
}

const classes = ["Breached", "Partly", "Met", "NotApplicable"] as const
const inOrder = quadratic(3)

/** Breached, partly, met lie in an order; whether the rule applies at all is another matter, and to differ in it is to differ wholly. */
const distance: Distance = (a, b) => (a === b ? 0 : a === 3 || b === 3 ? 1 : inOrder(a, b))

/** How far a judge with one question can be trusted, by what people said of the same contacts. The first person's word is held against the judge's, the second's against the first's. */
export const calibrationOf = (items: ReadonlyArray<Calibrated>): Calibration => {
  const judged = items.flatMap(({ judge, people: [person] }) => pair(judge, person))
  const twice = items.flatMap(({ people: [one, other] }) => pair(one, other))
  const ofPeople = judged.map(([, person]) => person)
  const met = ofPeople.filter((place) => place === classes.indexOf("Met")).length
  const missed = ofPeople.filter((place) => place < classes.indexOf("Met")).length
  const kappa = weightedKappa(judged, distance)
  const interval = weightedKappaInterval(judged, distance)
  return {
    n: judged.length,
    rarer: Math.min(met, missed),
    judgeHuman: kappa === null || interval === null ? null : { kappa, ...interval },
    humanHuman: weightedKappa(twice, distance),
    stability: stabilityOf(items.map(({ labels }) => labels))
  }
}

const pair = (one: OutcomeName | null | undefined, other: OutcomeName | null | undefined): ReadonlyArray<Ratings> => {
  const first = placeOf(one)
  const second = placeOf(other)
  return first === null || second === null ? [] : [[first, second]]
}

const placeOf = (outcome: OutcomeName | null | undefined): number | null => {
  const place = classes.findIndex((one) => one === outcome)
  return place < 0 ? null : place
}
