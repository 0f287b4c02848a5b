import { Command, HelpDoc, Options } from "@effect/cli"
import { Effect } from "effect"
import { openStore } from "../OpenStore.ts"
import { ask } from "../Question.ts"
import { count } from "../reports/Figures.ts"
import { listSetAsides, type StoredSetAside } from "../store/SetAsides.ts"
import { table } from "../Table.ts"
import { harmlessLine, type Look, print, printJson, standardLook, styled } from "../Terminal.ts"
import { json } from "./Options.ts"

/** What could not be read, and why. */
export const setAsides = Command.make("set-aside", {
  all: Options.boolean("all").pipe(Options.withDescription("Also those that a later run could read")),
  json
}, Effect.fn("set-aside")(function*(args) {
  const listed = yield* ask((kysely) => listSetAsides(kysely, { resolved: args.all }))
  if (args.json) return yield* printJson(listed)
  yield* print(listed.length === 0 ? `Nothing is set aside${args.all ? "" : " at present; --all shows what was earlier"}.` : renderSetAsides(listed, standardLook()))
})).pipe(
  Command.provide(openStore),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("List the inputs, or parts of one, that could not be read: file, line, reason, and the text found there. Mend them and score the file again."),
    HelpDoc.p("  transcript-qa set-aside"),
    HelpDoc.p("  transcript-qa set-aside --all --json")
  ]))
)

const excerptShown = 60

/** On a terminal under each other by file, since reasons are sentences; in a pipe one row each. */
export const renderSetAsides = (listed: ReadonlyArray<StoredSetAside>, look: Look): string => {
  if (!look.terminal) {
    return table(
      ["file", "line", "transcript", "reason", "excerpt", "status"],
      listed.map(({ excerpt, origin, reason, resolvedAt, transcript }) => [origin.file, origin.line, transcript ?? "", reason, shortened(excerpt), resolvedAt === null ? "open" : "resolved"]),
      look
    )
  }
  const lines: Array<string> = []
  let file: string | null = null
  for (const { excerpt, lastRun, origin, reason, resolvedAt, transcript } of listed) {
    if (origin.file !== file) lines.push(styled("bold", harmlessLine(origin.file), look))
    file = origin.file
    const status = resolvedAt === null ? "" : styled("green", " (read by a later run)", look)
    lines.push(`  line ${origin.line}${transcript === null ? "" : `, transcript ${harmlessLine(transcript)}`}: ${harmlessLine(reason)}${status}`)
    lines.push(styled("dim", `    ${excerpt.trim() === "" ? "(nothing to show)" : harmlessLine(shortened(excerpt))} · run ${lastRun}`, look))
  }
  return [...lines, `${count(listed.length, "entry", "entries")}. Mend the files and score them again; what can be read then is taken off this list.`].join("\n")
}

const shortened = (text: string): string => {
  const characters = [...text.trim()]
  return characters.length > excerptShown ? `${characters.slice(0, excerptShown).join("")}…` : characters.join("")
}
