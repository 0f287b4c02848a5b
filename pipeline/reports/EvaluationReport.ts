import { ac1, agreement, kappa, type Pair, precision, recall, type Share } from "../../scorers/statistics/Agreement.ts"
import type { Evaluated, Judgement } from "../evaluation/Evaluation.ts"
import { table } from "../Table.ts"
import { harmlessLine, type Look, styled } from "../Terminal.ts"
import { absent } from "./Figures.ts"

/** The figures of one scope, for programs. */
export const evaluationFigures = ({ scope, judgements }: Evaluated) => ({
  scope,
  turns: judgements.length,
  violations: judgements.filter((one) => one.second).length,
  marked: judgements.filter((one) => one.first).length,
  precision: precision(judgements),
  recall: recall(judgements),
  kappa: kappa(judgements),
  ac1: ac1(judgements),
  reason: agreement(noted(judgements, "reason")),
  alternative: agreement(noted(judgements, "alternative")),
  strata: strataOf(judgements).map(([stratum, part]) => ({ stratum, turns: part.length, precision: precision(part), recall: recall(part) }))
})

/** Figures of every scope, then each disagreement with its text. */
export const renderEvaluation = (evaluated: ReadonlyArray<Evaluated>, boundary: "with" | "without", look: Look): string => {
  const rows = evaluated.flatMap(({ scope, judgements }) => {
    const strata = strataOf(judgements)
    const parts: ReadonlyArray<[string, ReadonlyArray<Judgement>]> = [[scope, judgements], ...(strata.length > 1 ? strata.map(([name, part]) => [`  ${name}`, part] as [string, ReadonlyArray<Judgement>]) : [])]
    return parts.map(([name, part]) => [
      name, part.length, part.filter((one) => one.second).length, part.filter((one) => one.first).length,
      shareText(precision(part)), shareText(recall(part)), number(kappa(part)), number(ac1(part)),
      shareText(agreement(noted(part, "reason"))), shareText(agreement(noted(part, "alternative")))
    ])
  })
  const head = ["rule or family", "turns", "violations", "marked", "precision [95 %]", "recall [95 %]", "κ", "AC1", "reason agreed", "alternative agreed"]
  const disagreements = evaluated.flatMap(({ scope, judgements }) => judgements.filter((one) => one.first !== one.second).map((one) => disagreement(scope, one, look)))
  return [
    table(head, rows, look),
    ...(boundary === "without" ? ["Labels marked as close calls (boundary) are left out."] : []),
    "",
    styled("bold", `${disagreements.length} disagreements`, look),
    ...disagreements
  ].join("\n")
}

const disagreement = (scope: string, { first, label, marks }: Judgement, look: Look): string => {
  const who = first ? styled("red", "marked, the label says benign", look) : styled("yellow", "missed", look)
  const what = marks.map(({ rule, quote }) => `${rule} “${harmlessLine(quote)}”`).join(", ")
  return `${scope} · ${label.conversation} turn ${label.turn} · ${who}${label.boundary === true ? " (close call)" : ""}${what === "" ? "" : `: ${what}`}\n    ${harmlessLine(label.text)}`
}

/** Among turns both call a violation and whose label says whether there is one: is the softening found? */
const noted = (judgements: ReadonlyArray<Judgement>, note: "reason" | "alternative"): ReadonlyArray<Pair> =>
  judgements.flatMap((one) => {
    const labelled = one.label[note]
    return one.first && one.second && typeof labelled === "boolean" ? [{ first: one.notes.has(note), second: labelled, weight: one.weight }] : []
  })

const strataOf = (judgements: ReadonlyArray<Judgement>): ReadonlyArray<[string, ReadonlyArray<Judgement>]> =>
  [...Map.groupBy(judgements, (one) => one.stratum)].sort(([a], [b]) => (a < b ? -1 : 1))

const shareText = (share: Share | null): string =>
  share === null ? absent : `${share.value.toFixed(2)} [${share.low.toFixed(2)}–${share.high.toFixed(2)}] of ${Math.round(share.n)}`

const number = (value: number | null): string => (value === null ? absent : value.toFixed(2))
