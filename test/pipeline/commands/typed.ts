import { Command, ValidationError } from "@effect/cli"
import { NodeContext } from "@effect/platform-node"
import { Cause, ConfigProvider, Console, Effect, Exit } from "effect"
import { cases } from "../../../pipeline/commands/Cases.ts"
import { dashboards } from "../../../pipeline/commands/Dashboards.ts"
import { database } from "../../../pipeline/commands/DatabaseCommand.ts"
import { judge } from "../../../pipeline/commands/Judge.ts"
import { nightly } from "../../../pipeline/commands/Nightly.ts"
import { rules } from "../../../pipeline/commands/Rules.ts"
import { runs } from "../../../pipeline/commands/Runs.ts"
import { scoreTranscripts } from "../../../pipeline/commands/Score.ts"
import { scorecards } from "../../../pipeline/commands/Scorecards.ts"
import { setAsides } from "../../../pipeline/commands/SetAsides.ts"
import { show } from "../../../pipeline/commands/Show.ts"
import { errorMessage } from "../../../pipeline/ErrorMessage.ts"

const cli = Command.run(
  Command.make("transcript-qa").pipe(Command.withSubcommands([scoreTranscripts, nightly, scorecards, cases, show, rules, judge, runs, setAsides, database, dashboards])),
  { name: "transcript-qa", version: "0" }
)

/** What a command printed to standard output and standard error, the message of the error it ended with, if any, and its exit code. */
export interface Printed {
  readonly out: string
  readonly err: string
  readonly error: string | null
  readonly code: number
}

/** Types a command line with these settings in the environment, as `main.ts` would run it. */
export const typed = async (words: ReadonlyArray<string>, settings: Readonly<Record<string, string>> = {}): Promise<Printed> => {
  const lines: Array<string> = []
  const errors: Array<string> = []
  const before = process.exitCode
  process.exitCode = 0
  const exit = await Console.consoleWith((console) =>
    cli(["node", "transcript-qa", ...words]).pipe(
      Effect.withConsole({
        ...console,
        log: (...said) => Effect.sync(() => void lines.push(said.join(" "))),
        error: (...said) => Effect.sync(() => void errors.push(said.join(" ")))
      })
    )
  ).pipe(
    Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(settings)))),
    Effect.provide(NodeContext.layer),
    Effect.runPromiseExit
  )
  const out = lines.map((line) => `${line}\n`).join("")
  const err = errors.join("\n")
  const code = Exit.isSuccess(exit) ? Number(process.exitCode) : 1
  // The exit code of the test run is not ours to set.
  process.exitCode = before
  if (Exit.isSuccess(exit)) return { out, err, code, error: null }
  const failure = Cause.failureOption(exit.cause)
  // The library prints these itself, with the help that goes with them.
  const ofLibrary = failure._tag === "Some" && ValidationError.isValidationError(failure.value)
  return { out, err, code, error: ofLibrary ? JSON.stringify(failure.value) : errorMessage(exit.cause) }
}
