import { Effect } from "effect"
import type { Pass } from "../../scorers/judge/OpinionOf.ts"
import { calibrateJudge, type Opined, type RuleCalibration } from "../evaluation/JudgeCalibration.ts"
import type { ReviewedOutcome } from "../evaluation/ReviewedOutcomes.ts"
import { type CalibrationRow, type OpinedTranscript, opinedTranscripts } from "../store/Calibrations.ts"
import { storedPasses } from "../store/JudgeAnswers.ts"
import { type Dossier, dossiersOf } from "./Dossier.ts"
import { type JudgeStage, stored } from "./JudgeStage.ts"
import { askMissing } from "./LiveJudge.ts"

/** What a calibration says of a rule that people agree with often enough. */
const trustedBecause = "the judge agrees with people, and with itself when asked again"

/** So many transcripts are held in memory at a time. */
const atATime = 200

/**
 * Holds the opinions of the stage's model on the present questions against what people said. Of each rule, up to `repeat` of the contacts that people
 * judged are asked about once more, to see whether the judge stays with its answers; what was asked again before counts as well.
 */
export const calibrating = Effect.fn("Calibrating")(function*(stage: JudgeStage, reviewed: ReadonlyArray<ReviewedOutcome>, repeat: number) {
  const ids = [...new Set(reviewed.map(({ transcript }) => transcript))]
  const left = new Map(reviewed.map(({ rule }) => [rule, repeat]))
  const opined: Array<Opined> = []
  for (let from = 0; from < ids.length; from += atATime) {
    const page = yield* stored(() => opinedTranscripts(stage.pool, inquiryOf(stage), ids.slice(from, from + atATime)))
    for (const one of page) opined.push(...yield* labelled(stage, one, left))
  }
  const known = reviewed.filter(({ rule }) => stage.questions.has(rule))
  // Of a rule that nobody has labelled this time nothing new is known.
  const labelledRules = new Set(known.map(({ rule }) => rule))
  return calibrateJudge(opined.filter(({ rule }) => labelledRules.has(rule)), known).map((found) => ({ ...found, row: rowOf(found, stage) }))
})

const inquiryOf = ({ questions, to }: JudgeStage) => ({ model: to.model, questions: new Map([...questions].map(([rule, { version }]) => [rule, version])) })

/** What the judge said of one transcript, with every answer it ever gave to these questions. */
const labelled = Effect.fn("Calibrating.labelled")(function*(stage: JudgeStage, one: OpinedTranscript, left: Map<string, number>) {
  const first = dossiersOf(stage, one)
  const second = dossiersOf({ ...stage, to: { ...stage.to, again: true } }, one)
  const opined: Array<Opined> = []
  for (const [index, dossier] of first.entries()) {
    const again = second[index]!
    const known = new Map(yield* stored(() => storedPasses(stage.pool, [...dossier.allKeys, ...again.allKeys])))
    const due = again.questions.filter(({ rule }) => (left.get(rule) ?? 0) > 0)
    for (const { rule } of due) left.set(rule, left.get(rule)! - 1)
    const asked = new Set(due.flatMap(({ rule }) => again.keysOf(rule)))
    yield* askMissing(stage, again, known, (key) => !asked.has(key))
    for (const { rule } of dossier.questions) {
      const { agent } = dossier.hearing
      const outcome = one.outcomes.find((each) => each.rule === rule && each.agent === agent)?.outcome ?? null
      opined.push({ transcript: one.transcript.id, agent, rule, outcome, labels: labelsOf([dossier, again], rule, known) })
    }
  }
  return opined
})

const labelsOf = (dossiers: ReadonlyArray<Dossier>, rule: string, known: ReadonlyMap<string, Pass>) =>
  dossiers.flatMap((dossier) => dossier.keysOf(rule)).flatMap((key) => {
    const pass = known.get(key)
    return pass?._tag === "Answered" ? [pass.answer.label] : []
  })

const rowOf = ({ calibration: { humanHuman, judgeHuman, n, stability }, rule, trust }: RuleCalibration, { questions, to }: JudgeStage): CalibrationRow => ({
  rule, questionVersion: questions.get(rule)!.version, model: to.model, n,
  kappa: judgeHuman?.kappa ?? null, kappaLow: judgeHuman?.low ?? null, kappaHigh: judgeHuman?.high ?? null,
  humanKappa: humanHuman, stability: stability.items === 0 ? null : stability.share,
  trusted: trust.trusted, because: trust.trusted ? trustedBecause : trust.because
})
