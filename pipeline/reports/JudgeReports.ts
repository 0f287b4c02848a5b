import type { RuleCalibration } from "../evaluation/JudgeCalibration.ts"
import type { JudgeStatus, RuleStatus } from "../store/JudgeStatus.ts"
import { type Cell, table } from "../Table.ts"
import { type Look, styled } from "../Terminal.ts"
import { absent } from "./Figures.ts"
import { instant } from "./Instant.ts"

const kappa = (value: number | null): string => (value === null ? absent : value.toFixed(2))

/** How it stands with the judge: opinions, what their rules are trusted with and why, calls, batches under way. */
export const renderJudgeStatus = ({ batches, calls, rules }: JudgeStatus, zone: string, look: Look): string => {
  if (rules.length === 0 && calls.length === 0) return "The judge was not asked anything yet: score or nightly with --judge live, or --judge batch."
  const parts = [
    table(
      ["rule", "given", "counting", "review", "pending", "failed", "trusted", "why", "n", "κ", "model", "question"],
      rules.map((rule): ReadonlyArray<Cell> => [
        rule.rule, rule.given, rule.counting, rule.review, rule.pending, rule.failed, trusted(rule), rule.because ?? "never calibrated, so its opinions are advisory", rule.n ?? absent,
        kappa(rule.kappa), rule.model, rule.questionVersion
      ]),
      look
    ),
    table(["asked", "ended", "calls", "prompt tokens", "of these cached", "answer tokens"], calls.map((one) => [one.mode, one.state, one.calls, one.prompt, one.cached, one.completion]), look)
  ]
  if (batches.length > 0) {
    parts.push(table(["batch", "since", "status", "requests", "model", "problem"], batches.map((one) => [one.name, instant(one.planned, zone), one.status, one.requests, one.model, one.problem ?? ""]), look))
  }
  return parts.join("\n\n")
}

const trusted = ({ trusted }: RuleStatus): Cell => (trusted === true ? { text: "yes", style: "green" } : "no")

/** What a calibration found, rule by rule. */
export const renderCalibration = (found: ReadonlyArray<RuleCalibration & { readonly row: { readonly because: string } }>, look: Look): string =>
  table(
    ["rule", "n", "rarer", "κ judge–people [95 %]", "κ people", "asked again", "alike", "trusted", "why", "unmatched"],
    found.map(({ calibration: { humanHuman, judgeHuman, n, rarer, stability }, row, rule, trust, unmatched }): ReadonlyArray<Cell> => [
      rule, n, rarer, judgeHuman === null ? absent : `${kappa(judgeHuman.kappa)} [${kappa(judgeHuman.low)}–${kappa(judgeHuman.high)}]`, kappa(humanHuman), stability.items,
      stability.items === 0 ? absent : `${Math.round(stability.share * 100)} %`, trust.trusted ? { text: "yes", style: "green" } : "no", row.because, unmatched
    ]),
    look
  )

/** A request as the endpoint would get it, for people to read. */
export const renderRequest = (title: string, messages: ReadonlyArray<{ readonly role: string; readonly content: string }>, look: Look): string =>
  [styled("bold", title, look), ...messages.map(({ content, role }) => `${styled("dim", `— ${role} —`, look)}\n${content}`)].join("\n")
