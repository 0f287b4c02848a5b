import { Args, Command, HelpDoc, Options } from "@effect/cli"
import { Config, Effect, Option } from "effect"
import { because } from "../../schemas/Because.ts"
import { questionsOf } from "../../scorers/judge/Question.ts"
import { dossiersOf } from "../judge/Dossier.ts"
import { openStore } from "../OpenStore.ts"
import { renderRequest } from "../reports/JudgeReports.ts"
import { rulesInForce } from "../RulesInForce.ts"
import { harmless, print, printJson, standardLook } from "../Terminal.ts"
import { json, rules as rulesOption } from "./Options.ts"
import { storedTranscript } from "./Show.ts"

const model = Config.string("TRANSCRIPT_QA_JUDGE_MODEL").pipe(Config.withDefault("(TRANSCRIPT_QA_JUDGE_MODEL)"))

/** What the endpoint would be sent about one transcript. */
export const judgePreview = Command.make("preview", {
  transcript: Args.text({ name: "transcript" }).pipe(Args.withDescription("The id of a scored transcript, as its input calls it")),
  source: Options.text("source").pipe(Options.withDescription("The source it comes from, where several have a transcript of this id"), Options.optional),
  rules: rulesOption,
  json
}, Effect.fn("judge.preview")(function*(args) {
  const { rules } = yield* rulesInForce(args.rules)
  const questions = questionsOf(rules.map(({ value }) => value))
  const { scores, tallies, transcript } = yield* storedTranscript(args.transcript, Option.getOrUndefined(args.source), undefined)
  const open = scores.filter(({ decidedBy, outcome, rule }) => questions.has(rule) && (decidedBy === "judge" || (outcome._tag === "Unscored" && outcome.because === because.wordsCannotTell)))
  const agents = tallies.map(({ agent }) => ({ agent, rules: open.filter((score) => score.agent === agent).map(({ rule }) => rule) }))
  const dossiers = dossiersOf({ questions, to: { endpoint: "", model: yield* model } }, { transcript, agents })
  const requests = dossiers.flatMap((dossier) => dossier.inquiries(new Set()))
  if (args.json) return yield* printJson(requests.map(({ request }) => request))
  if (dossiers.length === 0) return yield* print("Nothing would be sent: the rules leave nothing open here that the judge has a question for.")
  if (requests.length === 0) return yield* print("Nothing would be sent: something in this transcript speaks to whoever judges it, so people have to look.")
  const look = standardLook()
  yield* print(requests.map(({ order, request }, index) => harmless(renderRequest(`Request ${index + 1} of ${requests.length}, ${order}`, request.messages, look))).join("\n\n"))
})).pipe(
  Command.provide(openStore),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("Print what would be sent to the endpoint about one transcript, word for word: names and numbers replaced, each question twice in opposite orders. Nothing is sent. --json prints the bodies of the requests."),
    HelpDoc.p("  transcript-qa judge preview refusal-hard-zh")
  ]))
)
