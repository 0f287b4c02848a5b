import { Args, Command, HelpDoc, Options } from "@effect/cli"
import { Data, Effect, Option } from "effect"
import { openStore } from "../OpenStore.ts"
import { ask } from "../Question.ts"
import { nearIds } from "../reports/NearIds.ts"
import { renderTranscript } from "../reports/TranscriptSheet.ts"
import { timeZone } from "../Settings.ts"
import { AmbiguousTranscript, readTranscript, type StoredTranscript } from "../store/ReadTranscript.ts"
import { scoringRubrics } from "../store/ScoringRubrics.ts"
import { harmlessLine, print, printJson, standardLook } from "../Terminal.ts"
import { json, language, rubric as rubricOption } from "./Options.ts"

/** What was typed names no stored transcript, or none scored as asked; `message` says what does. */
export class TranscriptUnknown extends Data.TaggedError("TranscriptUnknown")<{ readonly message: string }> {}

/** One conversation with its findings in place. */
export const show = Command.make("show", {
  transcript: Args.text({ name: "transcript" }).pipe(Args.withDescription("The id of the transcript, as its input calls it")),
  source: Options.text("source").pipe(Options.withDescription("The source it comes from, where several have a transcript of this id"), Options.optional),
  rubric: rubricOption,
  language,
  json
}, Effect.fn("show")(function*(args) {
  const stored = yield* storedTranscript(args.transcript, Option.getOrUndefined(args.source), Option.getOrUndefined(args.rubric))
  if (args.json) {
    const { opinions, revision, rubric, scores, tallies, transcript } = stored
    return yield* printJson({ transcript, revision, rubric: rubric?.fingerprint ?? null, tallies, scores, opinions })
  }
  yield* print(renderTranscript(stored, { language: args.language, look: standardLook(), timeZone: yield* timeZone }))
})).pipe(
  Command.provide(openStore),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("Show one conversation with its findings marked in place: the rule, the outcome, why, and what to say instead; for what was not said, where it was looked for and what came nearest."),
    HelpDoc.p("  transcript-qa show refusal-hard-zh"),
    HelpDoc.p("  transcript-qa show C0012 --source crm --json")
  ]))
)

/** Under the rubric asked for (the beginning of a fingerprint will do), else the one that scored it last. */
export const storedTranscript = Effect.fn("Show.storedTranscript")(function*(id: string, source: string | undefined, fingerprint: string | undefined) {
  const found = yield* ask((kysely) => named(readTranscript(kysely, id, source === undefined ? {} : { source })))
  if (found instanceof AmbiguousTranscript) {
    return yield* new TranscriptUnknown({ message: `Several sources have a transcript ${id}. Add one of these:\n${found.sources.map((each) => `  --source ${each}`).join("\n")}` })
  }
  if (found === null) return yield* unknown(id, source)
  const scoring = yield* ask((kysely) => scoringRubrics(kysely, found.transcript.source, id))
  const rubric = scoring.find((each) => each.startsWith(fingerprint ?? ""))
  if (rubric === undefined) {
    if (fingerprint === undefined) return found
    return yield* new TranscriptUnknown({ message: `Transcript ${id} was not scored under a rubric ${fingerprint}. It was under: ${scoring.join(", ") || "none"}.` })
  }
  const scored = yield* ask((kysely) => readTranscript(kysely, id, { source: found.transcript.source, rubric }))
  return scored ?? (yield* unknown(id, source))
})

const named = (reading: Promise<StoredTranscript | null>): Promise<StoredTranscript | AmbiguousTranscript | null> =>
  reading.catch((error: unknown) => {
    if (error instanceof AmbiguousTranscript) return error
    throw error
  })

const unknown = Effect.fn("Show.unknown")(function*(id: string, source: string | undefined) {
  const near = yield* ask((kysely) => nearIds(kysely, id))
  const where = source === undefined ? "" : ` of the source ${source}`
  const hint = near.length > 0
    ? `Did you mean ${near.map(harmlessLine).join(", ")}?`
    : "Is it scored already? “transcript-qa runs” lists what was, “transcript-qa set-aside” what could not be read."
  return yield* new TranscriptUnknown({ message: `No transcript${where} is called ${id}. ${hint}` })
})
