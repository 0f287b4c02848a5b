import { Command, HelpDoc, Options } from "@effect/cli"
import { Console, Effect } from "effect"
import { Database } from "../Database.ts"
import { expand, type Found, type Inputs } from "../Inputs.ts"
import { openStore } from "../OpenStore.ts"
import { inbox } from "../Settings.ts"
import { fileDigest } from "../StoreSink.ts"
import { doneInputs } from "../store/DoneInputs.ts"
import { tryNightly } from "../store/NightlyLock.ts"
import { rubricIdOf } from "../store/Rubrics.ts"
import { print, printJson } from "../Terminal.ts"
import { judgeFor, judgeOption, preparation, readingOptions, scoreInputs, summary, summaryJson } from "./Score.ts"

/** Scores what is new in the inbox. Made for cron: silent about progress, one run at a time, safe to kill and to repeat. */
export const nightly = Command.make("nightly", {
  ...readingOptions,
  ...judgeOption,
  inbox: Options.text("inbox").pipe(
    Options.withDescription("the folder to read; files stay where they are"),
    Options.withFallbackConfig(inbox)
  ),
  json: Options.boolean("json").pipe(Options.withDescription("print the summary as JSON"))
}, Effect.fn("nightly")(function* (args) {
  const judge = yield* judgeFor(args)
  const { rules, format, options, timeZone } = yield* preparation(args)
  yield* Effect.scoped(Effect.gen(function* () {
    const { pool } = yield* Database
    const lock = yield* Effect.acquireRelease(
      Effect.promise(() => tryNightly(pool)),
      (held) => Effect.promise(async () => held?.release())
    )
    if (lock === null) {
      yield* Console.error("Another nightly run is under way in this database; this one leaves the inbox to it.")
      return
    }
    const all = yield* expand([args.inbox])
    const { inputs, known } = yield* Effect.promise(() => unseen(all, pool, rules.compiled.rubric.fingerprint))
    if (!args.json && known > 0) yield* print(`${known} of ${all.found.length} files were read on an earlier night.`)
    const result = yield* scoreInputs({ inputs, rules, format, options, timeZone, lines: null, store: true, judge: judge(rules), command: "nightly" })
    yield* args.json ? printJson({ ...summaryJson(result), files: inputs.found.length, filesKnown: known }) : print(summary(result))
  })).pipe(Effect.provide(openStore))
})).pipe(
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("Score everything in the inbox folder that was not there, or was different, at the last run. For cron:"),
    HelpDoc.p("  15 2 * * *  cd /opt/transcript-qa && npx transcript-qa nightly --inbox /data/inbox >> nightly.log 2>&1"),
    HelpDoc.p("A second one at the same time says so and leaves. Exit codes as of score.")
  ]))
)

/** The files whose content has not been read to the end under this rubric, whatever they are called. */
const unseen = async (all: Inputs, pool: Parameters<typeof doneInputs>[0], fingerprint: string): Promise<{ inputs: Inputs; known: number }> => {
  const rubricId = await rubricIdOf(pool, fingerprint)
  if (rubricId === null) return { inputs: all, known: 0 }
  const digests = new Map<Found, string>()
  for (const found of all.found) {
    // A file that cannot be read now is left for the run to set aside.
    const digest = found.path === null ? null : await fileDigest(found.path).catch(() => null)
    if (digest !== null) digests.set(found, digest)
  }
  const done = await doneInputs(pool, { rubricId }, [...digests.values()])
  const found = all.found.filter((one) => !done.has(digests.get(one) ?? ""))
  return { inputs: { ...all, found }, known: all.found.length - found.length }
}
