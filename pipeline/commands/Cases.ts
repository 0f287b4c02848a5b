import { Command, HelpDoc, Options } from "@effect/cli"
import { Effect } from "effect"
import { renderCases } from "../CasesReport.ts"
import { openStore } from "../OpenStore.ts"
import { ask } from "../Question.ts"
import { readCases } from "../store/ReadCases.ts"
import { print, printJson, standardLook } from "../Terminal.ts"
import { json, rubric as rubricOption } from "./Options.ts"
import { rubricAsked } from "./Scorecards.ts"

/** What runs over several transcripts: open complaints, days without feedback, promises. */
export const cases = Command.make("cases", {
  all: Options.boolean("all").pipe(Options.withDescription("Also cases that nobody has to look after: closed in time, every promise kept")),
  rubric: rubricOption,
  json
}, Effect.fn("cases")(function*(args) {
  const rubric = yield* rubricAsked(args.rubric)
  const found = rubric === null ? [] : yield* ask((kysely) => readCases(kysely, rubric.fingerprint, { all: args.all }))
  if (args.json) return yield* printJson(found)
  if (rubric === null) return yield* print("Nothing is scored yet in this database; begin with transcript-qa score <files or folders>.")
  yield* print(found.length === 0 ? `No case needs anybody${args.all ? "" : "; --all shows the others"}.` : renderCases(found, standardLook()))
})).pipe(
  Command.provide(openStore),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("List cases: open complaints, days on which the customer heard nothing, promises due, kept and broken, each with its date and its quote. Transcripts make a case by their case id, or by customer and open complaint."),
    HelpDoc.p("  transcript-qa cases"),
    HelpDoc.p("  transcript-qa cases --all --json"),
    HelpDoc.p("The thresholds stand in the rules: transcript-qa rules explain response-time/daily-feedback")
  ]))
)
