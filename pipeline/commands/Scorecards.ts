import { Command, HelpDoc, Options } from "@effect/cli"
import { Data, Effect, Option } from "effect"
import { qualities, type Quality, type Rubric } from "../../schemas/Rubric.ts"
import type { Rollups } from "../../schemas/Rollups.ts"
import type { Scorecard } from "../../schemas/Scorecard.ts"
import { openStore } from "../OpenStore.ts"
import { ask } from "../Question.ts"
import { renderAgentSheet } from "../reports/AgentSheet.ts"
import { agentCalled, AgentUnknown, type CardsAsked, cardsAsked } from "../reports/CardsAsked.ts"
import { daysOf } from "../reports/Period.ts"
import { scorecardCsv } from "../reports/ScorecardCsv.ts"
import { renderScorecards } from "../reports/ScorecardTable.ts"
import { sheetWords } from "../reports/SheetWords.ts"
import { storedRubric } from "../reports/StoredRubric.ts"
import { type Language, language as configuredLanguage } from "../Settings.ts"
import { readAdvice } from "../store/ReadAdvice.ts"
import { readRollups } from "../store/ReadRollups.ts"
import { readOpinionCounts } from "../store/ReadOpinions.ts"
import { harmless, isTerminal, print, printJson, standardLook, styled } from "../Terminal.ts"
import { csv, json, language, rubric as rubricOption } from "./Options.ts"

/** No rubric of this fingerprint ever scored anything here. */
export class RubricUnknown extends Data.TaggedError("RubricUnknown")<{ readonly message: string }> {}

/** Every agent at once has no card to narrow. */
export class QualityWithoutAgent extends Data.TaggedError("QualityWithoutAgent")<{ readonly message: string }> {}

const nothingScored = `Nothing is scored yet in this database.
  npx transcript-qa score <files or folders>    scores your transcripts
  npx transcript-qa demo                        scores the bundled samples`

const periodsShown = 12

const day = (name: "from" | "to", help: string) =>
  Options.text(name).pipe(
    Options.withPseudoName("day"),
    Options.filterMap(daysOf, `--${name}: write a day such as 2026-10-05, a month such as 2026-10, or a year`),
    Options.withDescription(help),
    Options.optional
  )

/** The rubric asked for, else the latest; `null` in an empty store. */
export const rubricAsked = Effect.fn("Scorecards.rubric")(function*(fingerprint: Option.Option<string>) {
  const asked = Option.getOrNull(fingerprint)
  const found = yield* ask((kysely) => storedRubric(kysely, asked))
  if ("fingerprint" in found) return found
  if (asked === null || found.length === 0) return null
  return yield* new RubricUnknown({ message: `No single rubric has the fingerprint ${asked}. There are: ${found.join(", ")} (latest first).` })
})

/** Per-agent scorecards from the store. */
export const scorecards = Command.make("scorecards", {
  agent: Options.text("agent").pipe(Options.withPseudoName("id or name"), Options.withDescription("The card of this agent in full: every rule, what goes well, what to work on"), Options.optional),
  quality: Options.choice("quality", qualities).pipe(
    Options.withDescription("With --agent: only the rules of one quality of service, to coach attitude, knowledge or skill"),
    Options.optional
  ),
  period: Options.choice("period", ["week", "month", "all"]).pipe(
    Options.withDescription("What one card spans; otherwise a month, or everything where no transcript is dated"),
    Options.optional
  ),
  from: day("from", "The first day whose period is shown; without --from and --to only the latest period is"),
  to: day("to", "The last day whose period is shown"),
  rubric: rubricOption,
  language,
  json,
  csv
}, Effect.fn("scorecards")(function*(args) {
  const rubric = yield* rubricAsked(args.rubric)
  if (rubric === null) return yield* args.json ? printJson([]) : args.csv ? writeCsv([], []) : print(nothingScored)
  const quality = Option.getOrNull(args.quality)
  if (quality !== null && Option.isNone(args.agent)) return yield* new QualityWithoutAgent({ message: "--quality narrows the card of one agent: name one with --agent." })
  const agent = Option.isNone(args.agent) ? null : yield* knownAgent(args.agent.value)
  const asked: CardsAsked = {
    rubric,
    agent,
    period: Option.getOrNull(args.period),
    from: Option.getOrNull(args.from)?.first ?? null,
    to: Option.getOrNull(args.to)?.last ?? null
  }
  const cards = (yield* ask((kysely) => cardsAsked(kysely, asked))).map((card) => narrowed(card, rubric, quality))
  if (args.json) return yield* printJson(agent === null ? cards : yield* ask((kysely) => withRollups(kysely, cards)))
  if (args.csv) return yield* writeCsv(cards, rubric.sections.map(({ id }) => id))
  if (cards.length === 0) return yield* print(yield* nothingThere(asked))
  if (agent === null) return yield* print(inFull(cards, rubric, args.language))
  yield* print(yield* agentSheet(cards, asked, quality, args.language))
})).pipe(
  Command.provide(openStore),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("Show what each agent's transcripts add up to: a table of everybody, or one agent's card in full. Every number comes with the count behind it."),
    HelpDoc.p("  transcript-qa scorecards"),
    HelpDoc.p("  transcript-qa scorecards --agent A02 --period week --from 2026-09"),
    HelpDoc.p("  transcript-qa scorecards --agent A02 --quality attitude"),
    HelpDoc.p("  transcript-qa scorecards --from 2026-01 --csv > scorecards.csv")
  ]))
)

/** The table of the latest month, for the end of a run. */
export const monthlyTable = Effect.gen(function*() {
  const language = yield* configuredLanguage
  const rubric = yield* rubricAsked(Option.none())
  if (rubric === null) return nothingScored
  const cards = yield* ask((kysely) => cardsAsked(kysely, { rubric, agent: null, period: null, from: null, to: null }))
  return cards.length === 0 ? "No transcript names its agent, so there are no scorecards." : inFull(cards, rubric, language)
})

const inFull = (cards: ReadonlyArray<Scorecard>, rubric: Rubric, language: Language): string => {
  const look = standardLook()
  const printed = renderScorecards(cards, rubric, language, look)
  return look.terminal ? `${printed}\n${styled("dim", sheetWords[language].legend(rubric.passMark), look)}` : printed
}

const knownAgent = (called: string) =>
  ask((kysely) => agentCalled(kysely, called).catch((error: unknown) => {
    if (error instanceof AgentUnknown) return error
    throw error
  })).pipe(Effect.flatMap((found) => (typeof found === "string" ? Effect.succeed(found) : Effect.fail(found))))

/** The card with the rules of one quality; its points stay those of all rules. */
const narrowed = (card: Scorecard, { rules }: Rubric, quality: Quality | null): Scorecard =>
  quality === null ? card : { ...card, rules: card.rules.filter(({ rule }) => rules.find(({ id }) => id === rule)?.quality === quality) }

// One after the other: a command has one connection.
const withRollups = async (kysely: Parameters<typeof readRollups>[0], cards: ReadonlyArray<Scorecard>) => {
  const all: Array<Scorecard & { readonly rollups: Rollups }> = []
  for (const card of cards) all.push({ ...card, rollups: await readRollups(kysely, card) })
  return all
}

const agentSheet = Effect.fn("Scorecards.agentSheet")(function*(cards: ReadonlyArray<Scorecard>, asked: CardsAsked, quality: Quality | null, language: Language) {
  const card = cards.at(-1)!
  const advice = yield* ask((kysely) => readAdvice(kysely, card, asked.rubric))
  const opinions = yield* ask((kysely) => readOpinionCounts(kysely, card))
  const rollups = yield* ask((kysely) => readRollups(kysely, card))
  const bounded = asked.from !== null || asked.to !== null
  const others = bounded || card.period === "all"
    ? cards
    : (yield* ask((kysely) => cardsAsked(kysely, { ...asked, period: card.period, from: "0001-01-01" }))).slice(-periodsShown)
  return renderAgentSheet(card, { rubric: asked.rubric, advice, opinions, quality, rollups, others, language, look: standardLook() })
})

const nothingThere = Effect.fn("Scorecards.nothingThere")(function*(asked: CardsAsked) {
  const all = yield* ask((kysely) => cardsAsked(kysely, { ...asked, period: "all", from: null, to: null }))
  const whose = asked.agent === null ? "" : ` of ${asked.agent}`
  return all.length === 0
    ? `No transcript${whose} was scored under rubric ${asked.rubric.fingerprint}${asked.agent === null ? " for a named agent" : ""}.`
    : `There are no scorecards${whose} in that stretch of time. “--period all” shows everything; undated transcripts count only there.`
})

// A spreadsheet takes UTF-8 for what it is only after a byte order mark; on a screen that would be clutter.
const writeCsv = (cards: ReadonlyArray<Scorecard>, sections: ReadonlyArray<string>) => {
  const written = scorecardCsv(cards, sections)
  // What prints ends the last line itself.
  return print(isTerminal() ? harmless(written.replaceAll("\r\n", "\n").slice(0, -1)) : `\ufeff${written.slice(0, -1)}`)
}
