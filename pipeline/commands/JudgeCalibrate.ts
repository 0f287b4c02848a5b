import { Command, HelpDoc, Options } from "@effect/cli"
import { Effect, Schema } from "effect"
import { questionsOf } from "../../scorers/judge/Question.ts"
import { Database } from "../Database.ts"
import { LabelsInvalid } from "../evaluation/Labels.ts"
import { readReviewedOutcomes } from "../evaluation/ReviewedOutcomes.ts"
import { calibrating } from "../judge/Calibrating.ts"
import { noJudgeCounts } from "../judge/JudgeReport.ts"
import { judgeSettings } from "../judge/JudgeSettings.ts"
import { stored } from "../judge/JudgeStage.ts"
import { openStore } from "../OpenStore.ts"
import { renderCalibration } from "../reports/JudgeReports.ts"
import { rulesInForce } from "../RulesInForce.ts"
import { noCounts } from "../Scoring.ts"
import { timeZone } from "../Settings.ts"
import { recordCalibrations } from "../store/Calibrations.ts"
import { settleTrust } from "../store/JudgeTrust.ts"
import { beginRun, finishRun, stopRun } from "../store/Runs.ts"
import { refreshScorecards } from "../store/Scorecards.ts"
import { print, printJson, standardLook } from "../Terminal.ts"
import { json, rules as rulesOption } from "./Options.ts"

/** Decides, by what people said, which rules the judge is trusted with. */
export const judgeCalibrate = Command.make("calibrate", {
  labels: Options.text("labels").pipe(Options.withPseudoName("file"), Options.withDescription("outcomes by people, one JSON object a line; may be given several times"), Options.atLeast(1)),
  repeat: Options.integer("repeat").pipe(
    Options.withSchema(Schema.Number.pipe(Schema.between(0, 1000))),
    Options.withPseudoName("contacts"),
    Options.withDescription("ask the judge once more about so many of the labelled contacts of each rule, to see whether it stays with its answers; two requests each"),
    Options.withDefault(0)
  ),
  rules: rulesOption,
  json
}, Effect.fn("judge.calibrate")(function*(args) {
  const reviewed = yield* Effect.try({
    try: () => args.labels.flatMap(readReviewedOutcomes),
    catch: (error) => {
      if (error instanceof LabelsInvalid) return error
      throw error
    }
  })
  const settings = yield* judgeSettings
  const zone = yield* timeZone
  const { compiled: { rubric }, definition, rules } = yield* rulesInForce(args.rules)
  const questions = questionsOf(rules.map(({ value }) => value))
  const { pool } = yield* Database
  const { makeOpenAiEndpoint } = yield* Effect.promise(() => import("../judge/OpenAiEndpoint.ts"))
  const endpoint = yield* makeOpenAiEndpoint(settings)
  const counts = noJudgeCounts()
  const { changed, found } = yield* Effect.acquireUseRelease(
    stored(() => beginRun(pool, { command: "judge calibrate", rubric, definition })),
    (run) => Effect.gen(function*() {
      const stage = { pool, run, questions, to: { endpoint: settings.baseUrl, model: settings.model }, counts, told: () => undefined }
      const found = yield* calibrating(stage, reviewed, args.repeat).pipe(Effect.provide(endpoint))
      yield* stored(() => recordCalibrations(pool, run, found.map(({ row }) => row)))
      const changed = yield* stored(() => settleTrust(pool, run))
      if (changed > 0) yield* stored(() => refreshScorecards(pool, run, zone))
      return { found, changed }
    }),
    (run, exit) => stored(() => exit._tag === "Success" ? finishRun(pool, run, noCounts(), counts.stopped?.message ?? null) : stopRun(pool, run, noCounts(), "interrupted")).pipe(Effect.ignore)
  )
  if (args.json) return yield* printJson({ rules: found.map(({ row, unmatched }) => ({ ...row, unmatched })), changed, unfinished: counts.stopped?.message ?? null })
  const lines = [
    found.length === 0 ? "None of these labels is about a rule that the judge has a question for." : renderCalibration(found, standardLook()),
    changed === 0 ? "No score changed hands." : `${changed} scores changed hands; the scorecards are up to date.`,
    ...(counts.stopped === null ? [] : [`The judge could not be asked again: ${counts.stopped.message}`])
  ]
  yield* print(lines.join("\n"))
})).pipe(
  Command.provide(openStore),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("Hold the judge's opinions against what people said of the same contacts, and decide rule by rule whether they count. Until then, and wherever they do not pass, they are advisory: shown, with weight 0. It takes 200 contacts judged by people (30 of the rarer outcome), weighted κ of at least 0.40 and no more than 0.10 behind that between two people, and the same answer in 95 % of 50 contacts asked about again (--repeat 50)."),
    HelpDoc.p("  transcript-qa judge calibrate --labels reviewed.jsonl --repeat 50"),
    HelpDoc.p('A label: {"transcript":"id","rule":"empathy/apologises","outcome":"Met","agent":"A1","reviewer":"Li"}. Outcomes: Met, Partly, Breached, NotApplicable. Have a part judged by two reviewers.'),
    HelpDoc.p("A calibration holds for one wording of the question and one model. Calibrate again after changing either: until then the opinions are advisory again.")
  ]))
)
