import { because } from "../../schemas/Because.ts"
import type { Interval } from "../statistics/Intervals.ts"

/** What is known of how well a judge with one question agrees with people, and with itself. One question version and one model: never pooled over either. */
export interface Calibration {
  /** Contacts of which both the judge and a person gave an outcome. */
  readonly n: number
  /** How many of them people gave the rarer outcome: met on one side, partly met or breached on the other. */
  readonly rarer: number
  /** Quadratic-weighted κ between judge and people with its 95 % interval; `null` where it cannot be computed. */
  readonly judgeHuman: (Interval & { readonly kappa: number }) | null
  /** The same between two people who judged the same contacts; `null` where nobody did. */
  readonly humanHuman: number | null
  /** Of `items` contacts asked about again, the share (0–1) that was answered alike every time. */
  readonly stability: { readonly share: number; readonly items: number }
}

export type Trust = { readonly trusted: true } | { readonly trusted: false; readonly because: string }

/** Below any of these a judged rule stays advice, with weight 0. */
export const trustGate = { labels: 200, rarer: 30, kappa: 0.4, behindPeople: 0.1, repeats: 50, stability: 0.95 } as const

/** Rounding must not decide. */
const epsilon = 1e-9

/** Whether the judge's outcomes of a rule may count. Without calibration they may not. */
export const trust = ({ humanHuman, judgeHuman, n, rarer, stability }: Calibration): Trust => {
  if (n < trustGate.labels) return refused(because.tooFewLabels)
  if (rarer < trustGate.rarer) return refused(because.tooFewOfRarer)
  if (judgeHuman === null || judgeHuman.kappa < trustGate.kappa - epsilon) return refused(because.agreesTooLittle)
  if (humanHuman === null) return refused(because.peopleNotCompared)
  if (judgeHuman.kappa < humanHuman - trustGate.behindPeople - epsilon) return refused(because.agreesLessThanPeople)
  if (stability.items < trustGate.repeats) return refused(because.tooFewRepeats)
  if (stability.share < trustGate.stability - epsilon) return refused(because.unstable)
  return { trusted: true }
}

/** What is known before anything was compared. */
export const uncalibrated: Calibration = { n: 0, rarer: 0, judgeHuman: null, humanHuman: null, stability: { share: 0, items: 0 } }

const refused = (why: string): Trust => ({ trusted: false, because: why })
