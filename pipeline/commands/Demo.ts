import { Command } from "@effect/cli"
import { Effect, Option } from "effect"
import { fileURLToPath } from "node:url"
import { Database } from "../Database.ts"
import { expand } from "../Inputs.ts"
import { openStore } from "../OpenStore.ts"
import { styled, print } from "../Terminal.ts"
import { preparation, scoreInputs, summary } from "./Score.ts"
import { monthlyTable } from "./Scorecards.ts"

const samples = fileURLToPath(new URL("../../samples", import.meta.url))

/** What `npm start` does: scores the bundled samples and shows the scorecards. */
export const demo = Command.make("demo", {}, Effect.fn("demo")(function* () {
  const { rules, format, options, timeZone } = yield* preparation({ format: Option.none(), map: "", source: "samples", channel: Option.none(), rules: [] })
  const inputs = yield* expand([`${samples}/dialogue`, `${samples}/*.{csv,json,jsonl,gz}`])
  yield* print(`Scoring the bundled samples by ${rules.rules.length} rules …`)
  const result = yield* scoreInputs({ inputs, rules, format, options, timeZone, lines: null, store: true, judge: null, command: "demo" })
  yield* print(summary(result))
  yield* Effect.gen(function* () {
    const { embedded } = yield* Database
    yield* print("")
    yield* print(yield* monthlyTable)
    yield* print(nextSteps(embedded))
  }).pipe(Effect.provide(openStore))
})).pipe(Command.withDescription("Score the bundled samples and show the scorecards (npm start)."))

const nextSteps = (embedded: boolean) => `
${styled("bold", "Next")}
  npx transcript-qa score <files or folders>    your own transcripts (CSV, JSONL, dialogue text, Amazon, Alibaba)
  npx transcript-qa scorecards --agent A02      one agent's card: what goes well, what to work on
  npx transcript-qa show refusal-hard-zh        one conversation with its findings in place
  npx transcript-qa dashboards                  the same as pages in the browser
  npx transcript-qa --help                      everything else
${embedded
  ? "Scores are in an embedded PostgreSQL, which keeps running; npx transcript-qa database tells where, and stops it.\nTo use a server of your own: DATABASE_URL=postgres://user:password@host/database npm start"
  : "Scores are in the database of DATABASE_URL."}`
