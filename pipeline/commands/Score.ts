import { Args, Command, HelpDoc, Options } from "@effect/cli"
import { Console, Data, Effect, Option } from "effect"
import { loadRules, RulesInvalid } from "../../scorers/RuleFiles.ts"
import type { Format, ReadOptions } from "../Format.ts"
import { formatNamed, formats } from "../Formats.ts"
import { expand, type Inputs } from "../Inputs.ts"
import { type JudgeReport, spentWords } from "../judge/JudgeReport.ts"
import { type JudgeMode, type JudgeWork, judgeWork } from "../judge/JudgeWork.ts"
import { openStore } from "../OpenStore.ts"
import { OutcomeLines } from "../OutcomeLines.ts"
import { duration, progressLine } from "../Progress.ts"
import { type RunResult, scoreIntoStore, scoreOnly } from "../ScoreRun.ts"
import { judgeMode, rulesFolders, timeZone } from "../Settings.ts"
import { harmless, print, printJson } from "../Terminal.ts"

/** An option that cannot be understood; the message says how to write it. */
export class BadOption extends Data.TaggedError("BadOption")<{ readonly message: string }> {}

const paths = Args.text({ name: "input" }).pipe(
  Args.withDescription("files, folders, globs, or - for standard input"),
  Args.repeated
)

/** Options of every command that reads transcripts. */
export const readingOptions = {
  format: Options.choice("format", formats.map((format) => format.name)).pipe(
    Options.withDescription("the input format, where it is not recognised from the content"),
    Options.optional
  ),
  map: Options.text("map").pipe(
    Options.withDescription("columns of a table by name: --map conversation=会话ID,role=角色,text=内容"),
    Options.withDefault("")
  ),
  source: Options.text("source").pipe(
    Options.withDescription("the system the transcripts come from; ids are unique within a source"),
    Options.withDefault("default")
  ),
  channel: Options.choice("channel", ["voice", "chat"]).pipe(Options.withDescription("where the content does not tell"), Options.optional),
  rules: Options.directory("rules", { exists: "yes" }).pipe(
    Options.withDescription("a folder of your own rules, added to the bundled ones or replacing those of the same id"),
    Options.repeated
  )
}

/** Whether to ask a language model about what the rules leave open. */
export const judgeOption = {
  judge: Options.choice("judge", ["off", "live", "batch"]).pipe(
    Options.withDescription("ask a language model about what the words leave open: live waits for its answers, batch has them the next time, for half the price; otherwise TRANSCRIPT_QA_JUDGE, else off. See judge --help"),
    Options.withFallbackConfig(judgeMode)
  )
}

interface Reading {
  readonly format: Option.Option<string>
  readonly map: string
  readonly source: string
  readonly channel: Option.Option<"voice" | "chat">
  readonly rules: ReadonlyArray<string>
}

/** What the reading options come to: how to read, and the rules to judge by. */
export const preparation = Effect.fn("Score.preparation")(function* (args: Reading) {
  const zone = yield* timeZone
  const folders = [...(yield* rulesFolders), ...args.rules]
  const rules = yield* Effect.try({
    try: () => loadRules(folders),
    catch: (error) => {
      if (error instanceof RulesInvalid) return error
      throw error
    }
  })
  const format: Format | null = Option.match(args.format, { onNone: () => null, onSome: formatNamed })
  const options: ReadOptions = { source: args.source, timeZone: zone, channel: Option.getOrNull(args.channel), columns: yield* columns(args.map) }
  return { rules, format, options, timeZone: zone }
})

const columns = (text: string) =>
  Effect.suspend(() => {
    const pairs = text.split(",").filter((pair) => pair.trim() !== "").map((pair) => pair.split("="))
    const wrong = pairs.find((pair) => pair.length !== 2 || pair.some((side) => side.trim() === ""))
    return wrong === undefined
      ? Effect.succeed(new Map(pairs.map(([field, column]) => [field!.trim(), column!.trim()])))
      : Effect.fail(new BadOption({ message: `--map ${text}: “${wrong.join("=")}” is not field=column; write --map conversation=会话ID,text=内容` }))
  })

const scoreCommand = Command.make("score", {
  paths,
  ...readingOptions,
  ...judgeOption,
  out: Options.text("out").pipe(
    Options.withDescription("also write one JSON line per outcome to this file (- for standard output)"),
    Options.optional
  ),
  noStore: Options.boolean("no-store").pipe(Options.withDescription("do not touch any database; write outcome lines only")),
  json: Options.boolean("json").pipe(Options.withDescription("print the summary as JSON"))
})

/** Reads transcripts, judges them and stores the scores. */
export const scoreTranscripts = scoreCommand.pipe(
  Command.withHandler(Effect.fn("score")(function* (args) {
    const judge = yield* judgeFor(args)
    const { rules, format, options, timeZone: zone } = yield* preparation(args)
    const inputs = yield* expand(args.paths)
    const target = Option.getOrElse(args.out, () => (args.noStore ? "-" : null))
    const lines = target === null ? null : new OutcomeLines(target, rules.compiled.rubric.fingerprint)
    const result = yield* scoreInputs({ inputs, rules, format, options, timeZone: zone, lines, store: !args.noStore, judge: judge(rules), command: "score" })
    // Outcome lines on standard output must stay lines of JSON.
    if (target === "-") yield* Console.error(summary(result))
    else yield* args.json ? printJson(summaryJson(result)) : print(summary(result))
  })),
  Command.withDescription(
    HelpDoc.blocks([
      HelpDoc.p("Read transcripts, judge them by the rubric, and store scores and scorecards."),
      HelpDoc.p("Exit code 0: all read and scored. 1: the run stopped. 2: some inputs were set aside (see set-aside). 3: all scored, but the judge could not finish; the next run goes on with it. 2 goes before 3."),
      HelpDoc.p("  transcript-qa score exports/ chats.csv 'inbox/**/*.jsonl.gz'"),
      HelpDoc.p("  transcript-qa score calls.csv --map conversation=会话ID,role=角色,text=内容 --channel voice"),
      HelpDoc.p("  cat calls.jsonl | transcript-qa score - --no-store > outcomes.jsonl")
    ])
  )
)

/** The judge that was asked for. It works over what is stored, so that `--no-store` leaves it nothing. */
export const judgeFor = Effect.fn("Score.judgeFor")(function* ({ judge, noStore = false }: { readonly judge: JudgeMode; readonly noStore?: boolean }) {
  if (judge !== "off" && noStore) {
    return yield* new BadOption({ message: "--judge keeps its answers in the database and is asked over what stands there: leave out --no-store, or say --judge off" })
  }
  return yield* judgeWork(judge)
})

/** Runs a scoring job with progress on a terminal; sets exit code 2 when something was set aside, else 3 when the judge could not finish. */
export const scoreInputs = Effect.fn("Score.inputs")(function* (job: {
  readonly inputs: Inputs
  readonly rules: ReturnType<typeof loadRules>
  readonly format: Format | null
  readonly options: ReadOptions
  readonly timeZone: string
  readonly lines: OutcomeLines | null
  readonly store: boolean
  readonly judge: JudgeWork | null
  readonly command: string
}) {
  const progress = progressLine(job.inputs.found)
  const work = { rules: job.rules, inputs: job.inputs.found, missing: job.inputs.missing, options: job.options, format: job.format, lines: job.lines, progress }
  yield* Effect.addFinalizer(() => Effect.sync(progress.done))
  const result: RunResult = job.store
    ? yield* scoreIntoStore(work, job.command, job.timeZone, job.judge).pipe(Effect.provide(openStore))
    : yield* scoreOnly(work, ({ origin, reason }) => {
      progress.done()
      process.stderr.write(`${harmless(`${origin.file}:${origin.line}: ${reason}`)}\n`)
    })
  progress.done()
  if (job.lines !== null) yield* Effect.tryPromise({ try: () => job.lines!.close(), catch: (error) => new BadOption({ message: `--out: ${String(error)}` }) })
  if (result.counts.setAside > 0) process.exitCode = 2
  else if (result.judge !== null && result.judge.unfinished !== null) process.exitCode = 3
  return result
}, Effect.scoped)

/** The summary of a run for people. */
export const summary = ({ counts, cards, judge, seconds }: RunResult): string => {
  const lines: Array<string> = []
  const stored = counts.new + counts.changed + counts.rescored
  const read = `${counts.read} transcripts read in ${duration(seconds)}`
  if (cards === null) lines.push(`${read}; nothing was stored.`)
  else lines.push(`${read}: ${counts.new} new, ${counts.changed} changed, ${counts.rescored} scored under a new rubric, ${counts.unchanged} unchanged.`)
  if (counts.read > 0 && stored === 0) lines.push("Nothing new to store: all of them were scored already under this rubric.")
  if (cards !== null && stored > 0) {
    lines.push(`${cards.cards} scorecards brought up to date.`)
    if (cards.nameless > 0) lines.push(`${cards.nameless} transcripts name no agent: they are scored, but count for no scorecard.`)
  }
  if (counts.setAside > 0) lines.push(`${counts.setAside} inputs could not be read and were set aside${cards === null ? "" : ": see transcript-qa set-aside"}.`)
  if (judge !== null) lines.push(...judgeLines(judge))
  return lines.join("\n")
}

const judgeLines = ({ failed, given, left, review, spent, submitted, unfinished }: JudgeReport): ReadonlyArray<string> => [
  `The judge: ${given} opinions, ${review} for a person to review, ${failed} failed, ${left} pending; ${spentWords(spent)}.`,
  ...(submitted === 0 ? [] : [`${submitted} requests were submitted; the next run collects the answers.`]),
  ...(unfinished === null ? [] : [`The judge could not finish: ${unfinished}`])
]

export const summaryJson = ({ run, counts, cards, judge, seconds }: RunResult) => ({
  run, ...counts, scorecards: cards?.cards ?? null, ...(judge === null ? {} : { judge }), seconds: Math.round(seconds * 1000) / 1000
})
