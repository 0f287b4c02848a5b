import { Command, HelpDoc, ValidationError } from "@effect/cli"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { Cause, Console, Effect } from "effect"
import { readFileSync } from "node:fs"
import { stripVTControlCharacters } from "node:util"
import { cases } from "./commands/Cases.ts"
import { dashboards } from "./commands/Dashboards.ts"
import { database } from "./commands/DatabaseCommand.ts"
import { demo } from "./commands/Demo.ts"
import { evaluateLabels } from "./commands/Evaluate.ts"
import { judge } from "./commands/Judge.ts"
import { nightly } from "./commands/Nightly.ts"
import { rules } from "./commands/Rules.ts"
import { runs } from "./commands/Runs.ts"
import { scoreTranscripts } from "./commands/Score.ts"
import { scorecards } from "./commands/Scorecards.ts"
import { setAsides } from "./commands/SetAsides.ts"
import { show } from "./commands/Show.ts"
import { errorMessage } from "./ErrorMessage.ts"

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }

const command = Command.make("transcript-qa").pipe(
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("Reads call and chat transcripts, judges each against a service-quality rubric with evidence a person can check, and writes fair per-agent QA scorecards to Postgres."),
    HelpDoc.p("Begin with: transcript-qa demo, then transcript-qa score <your files>."),
    HelpDoc.p("Settings: DATABASE_URL (else an embedded PostgreSQL), TRANSCRIPT_QA_TIME_ZONE (Asia/Shanghai), TRANSCRIPT_QA_INBOX, TRANSCRIPT_QA_RULES, TRANSCRIPT_QA_LANGUAGE (zh or en).")
  ])),
  Command.withSubcommands([scoreTranscripts, scorecards, cases, show, rules, evaluateLabels, judge, runs, setAsides, nightly, dashboards, database, demo])
)

// Whoever reads our output may stop early (`| head`): that is no error of anybody.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0)
})

/** The library colours its help wherever it goes; ours goes plain into a pipe. */
const plainInPipes = (console: Console.Console): Console.Console => {
  const uncoloured = (texts: ReadonlyArray<unknown>) => texts.map((text) => (typeof text === "string" ? stripVTControlCharacters(text) : text))
  const colours = (stream: NodeJS.WriteStream) => stream.isTTY === true && stream.hasColors()
  return {
    ...console,
    log: (...texts) => console.log(...(colours(process.stdout) ? texts : uncoloured(texts))),
    error: (...texts) => console.error(...(colours(process.stderr) ? texts : uncoloured(texts)))
  }
}

const cli = Command.run(command, { name: "transcript-qa", version })

cli(process.argv).pipe(
  Effect.catchAllCause((cause) => {
    if (Cause.isInterruptedOnly(cause)) return Effect.failCause(cause)
    process.exitCode = 1
    const failure = Cause.failureOption(cause)
    // The library has printed these, with the help that goes with them.
    return failure._tag === "Some" && ValidationError.isValidationError(failure.value) ? Effect.void : Console.error(errorMessage(cause))
  }),
  Effect.provide(NodeContext.layer),
  (program) => Effect.consoleWith((console) => Effect.withConsole(program, plainInPipes(console))),
  NodeRuntime.runMain({ disableErrorReporting: true })
)
