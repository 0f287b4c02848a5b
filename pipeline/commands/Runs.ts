import { Command, HelpDoc, Options } from "@effect/cli"
import { Effect } from "effect"
import { openStore } from "../OpenStore.ts"
import { duration } from "../Progress.ts"
import { ask } from "../Question.ts"
import { instant } from "../reports/Instant.ts"
import { timeZone } from "../Settings.ts"
import { listRuns, type RunSummary } from "../store/Runs.ts"
import { type Cell, table } from "../Table.ts"
import { type Look, print, printJson, standardLook } from "../Terminal.ts"
import { json } from "./Options.ts"

/** What was scored, when, and how it ended. */
export const runs = Command.make("runs", {
  limit: Options.integer("limit").pipe(Options.withDescription("How many, latest first"), Options.withDefault(20)),
  json
}, Effect.fn("runs")(function*({ json: asJson, limit }) {
  const listed = yield* ask((kysely) => listRuns(kysely, { limit: Math.max(1, limit) }))
  if (asJson) return yield* printJson(listed)
  yield* print(listed.length === 0 ? "Nothing was scored yet: npx transcript-qa score <files or folders>" : renderRuns(listed, yield* timeZone, standardLook()))
})).pipe(
  Command.provide(openStore),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("List the runs: when, how long, what was read, stored and set aside, under which rubric, and why one stopped."),
    HelpDoc.p("  transcript-qa runs --limit 5")
  ]))
)

const styles = { finished: "green", running: "cyan", stopped: "red" } as const

/** Runs as a table, with times in `zone` (IANA name). */
export const renderRuns = (listed: ReadonlyArray<RunSummary>, zone: string, look: Look): string =>
  table(
    ["run", "started", "took", "status", "command", "read", "new", "changed", "rescored", "unchanged", "set aside", "rubric", "remark"],
    listed.map((run): ReadonlyArray<Cell> => [
      run.id,
      instant(run.startedAt, zone),
      run.finishedAt === null ? "" : duration((run.finishedAt.getTime() - run.startedAt.getTime()) / 1000),
      { text: run.status, style: styles[run.status] },
      run.command,
      run.read,
      run.new,
      run.changed,
      run.rescored,
      run.unchanged,
      run.setAside,
      run.rubric,
      run.message ?? ""
    ]),
    look
  )
