import { Command, HelpDoc, Options } from "@effect/cli"
import { Effect } from "effect"
import type { Transcript } from "../../schemas/Transcript.ts"
import { evaluate } from "../evaluation/Evaluation.ts"
import { LabelsInvalid, readLabels } from "../evaluation/Labels.ts"
import type { ReadOptions } from "../Format.ts"
import { expand, type Found } from "../Inputs.ts"
import { readings } from "../Readings.ts"
import { evaluationFigures, renderEvaluation } from "../reports/EvaluationReport.ts"
import { print, printJson, standardLook } from "../Terminal.ts"
import { json } from "./Options.ts"
import { preparation, readingOptions } from "./Score.ts"

/** Compares what the rubric marks with what people marked. */
export const evaluateLabels = Command.make("evaluate", {
  ...readingOptions,
  labels: Options.text("labels").pipe(Options.withPseudoName("file"), Options.withDescription("turns judged by people, one JSON object a line; may be repeated"), Options.atLeast(1)),
  conversations: Options.text("conversations").pipe(Options.withPseudoName("input"), Options.withDescription("the whole conversations of the labels, in any format; may be repeated"), Options.repeated),
  family: Options.text("family").pipe(Options.withDescription("the rules meant by labels that name none of ours"), Options.withDefault("negative-language")),
  withoutBoundary: Options.boolean("without-boundary").pipe(Options.withDescription("leave out labels marked as close calls")),
  json
}, Effect.fn("evaluate")(function* (args) {
  const { rules, options } = yield* preparation(args)
  const labels = yield* Effect.try({
    try: () => args.labels.flatMap(readLabels).filter((label) => !args.withoutBoundary || label.boundary !== true),
    catch: (error) => {
      if (error instanceof LabelsInvalid) return error
      throw error
    }
  })
  const wanted = new Set(labels.map((label) => label.conversation))
  const found = args.conversations.length === 0 ? [] : (yield* expand(args.conversations)).found
  const conversations = yield* Effect.promise(() => collect(found, options, wanted))
  const evaluated = evaluate(rules.compiled, labels, args.family, (id) => conversations.get(id))
  yield* args.json
    ? printJson(evaluated.map(evaluationFigures))
    : print(renderEvaluation(evaluated, args.withoutBoundary ? "without" : "with", standardLook()))
})).pipe(Command.withDescription(HelpDoc.blocks([
  HelpDoc.p("Measure the rubric against your own reviewers: precision, recall, κ and AC1 with 95 % intervals, per rule and family, and every disagreement with its text."),
  HelpDoc.p("  transcript-qa evaluate --labels reviewed.jsonl --conversations exports/"),
  HelpDoc.p('A label: {"conversation":"id","turn":3,"label":"violation","text":"…","rule":"negative-language/cannot","reason":true}. Optional: prev, next (turns around it), alternative, stratum, weight, boundary.')
])))

const collect = async (inputs: ReadonlyArray<Found>, options: ReadOptions, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, Transcript>> => {
  const kept = new Map<string, Transcript>()
  for (const input of inputs) {
    for await (const reading of readings(input, options)) {
      if (reading._tag === "Transcript" && wanted.has(reading.transcript.id)) kept.set(reading.transcript.id, reading.transcript)
    }
  }
  return kept
}
