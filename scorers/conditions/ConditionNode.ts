import { Schema } from "effect"
import { EventKind } from "../../schemas/Transcript.ts"
import { Compare } from "./ConditionCompare.ts"
import { mentionNames } from "./ConditionMentions.ts"
import { regexFault } from "./ConditionRegex.ts"
import { Phrases } from "../Kind.ts"

const Name = Schema.NonEmptyString
const Turns = Schema.Number.pipe(Schema.int(), Schema.between(1, 50))
const Seconds = Schema.Number.pipe(Schema.positive())
const Count = Schema.Number.pipe(Schema.int(), Schema.between(1, 200))
const Share = Schema.Number.pipe(Schema.between(0.5, 1))

const only = <A extends object>(a: A, keys: ReadonlyArray<string>): ReadonlyArray<string> =>
  keys.filter((key) => (a as Readonly<Record<string, unknown>>)[key] !== undefined)

/** Phrases any of which is said; or all, so many different ones, or none of them. `sameTurn`: in one turn, not spread over several. */
const Say = Schema.Union(
  Phrases.annotations({ title: "a list of phrases" }),
  Schema.Struct({
    any: Schema.optional(Phrases),
    all: Schema.optional(Phrases),
    none: Schema.optional(Phrases),
    of: Schema.optional(Phrases),
    atLeast: Schema.optional(Count),
    sameTurn: Schema.optional(Schema.Boolean)
  }).annotations({ title: "any, all, none or of with phrases" }).pipe(
    Schema.filter((say) => {
      if (only(say, ["any", "all", "none", "of"]).length !== 1) return "say takes a list, or exactly one of any, all, none, of (with atLeast)"
      if ((say.of === undefined) !== (say.atLeast === undefined)) return "atLeast: 2 goes with of: [the phrases]"
      if (say.of !== undefined && say.atLeast! > say.of.length) return `of lists only ${say.of.length} phrases`
      return say.sameTurn !== undefined && say.all === undefined && say.of === undefined ? "sameTurn goes with all or with atLeast … of" : undefined
    })
  )
)

type Say = typeof Say.Type

const isList = (say: Say): say is Extract<Say, ReadonlyArray<string>> => Array.isArray(say)

export const phrasesOf = (say: Say): ReadonlyArray<string> => (isList(say) ? say : (say.any ?? say.all ?? say.none ?? say.of ?? []))

/** How many different phrases there must be, whether in one turn; and whether there must be none. */
export const demandOf = (say: Say): { readonly phrases: number; readonly sameTurn: boolean; readonly none: boolean } => {
  if (isList(say)) return { phrases: 1, sameTurn: false, none: false }
  return { phrases: say.all?.length ?? say.atLeast ?? 1, sameTurn: say.sameTurn ?? false, none: say.none !== undefined }
}

/** Two things said in one go, at most (`within`) or at least (`apart`) so many characters or words from each other. */
const Near = Schema.Struct({
  one: Phrases,
  other: Phrases,
  within: Schema.optional(Count),
  apart: Schema.optional(Count),
  unit: Schema.optional(Schema.Literal("characters", "words")),
  /** `one` comes first. */
  inOrder: Schema.optional(Schema.Boolean)
}).pipe(Schema.filter((near) => (only(near, ["within", "apart"]).length === 1 ? undefined : "near takes exactly one of within, apart")))

/** Something that is as similar (0.5–1) to one of the examples, whatever stands around it. */
const Like = Schema.Struct({ examples: Schema.NonEmptyArray(Schema.NonEmptyString), similarity: Share })

/** A turn that says again what the same speaker, or another, said in one of the last `lookBack` turns. */
const Repeats = Schema.Struct({
  whom: Schema.Literal("self", "agent", "customer", "bot"),
  similarity: Schema.optional(Share),
  lookBack: Schema.optional(Turns),
  /** Shorter turns, in characters, repeat nothing. */
  atLeastLong: Schema.optional(Count),
  /** Counts from this repetition on: 2 for what is said a third time. */
  fromRepetition: Schema.optional(Turns)
})

const Mentioned = Schema.Union(
  Schema.Literal(...mentionNames),
  Schema.Struct({ what: Schema.Literal(...mentionNames), value: Schema.optional(Compare) }).annotations({ title: "what and value" }).pipe(
    Schema.filter(({ value, what }) => (value === undefined || what === "number" || what === "amount" ? undefined : "only a number or an amount has a value to compare"))
  )
)

const Pattern = Schema.NonEmptyString.pipe(Schema.filter((source) => regexFault(source)))

const Regex = Schema.Union(Pattern, Schema.Struct({ match: Pattern, except: Schema.optional(Schema.NonEmptyArray(Pattern)) }).annotations({ title: "match and except" }))

/** Something that happened besides talk; without bounds, at least once. */
const Happened = Schema.Union(
  EventKind,
  Schema.Struct({
    kind: EventKind,
    by: Schema.optional(Schema.Literal("agent", "customer", "bot", "system")),
    times: Schema.optional(Compare),
    /** Seconds of all of them together. */
    seconds: Schema.optional(Compare),
    /** Seconds of the longest. */
    longest: Schema.optional(Compare)
  }).annotations({ title: "kind, by, times, …" })
)

const Texts = Schema.Union(Schema.NonEmptyString, Schema.NonEmptyArray(Schema.NonEmptyString), Schema.Struct({ not: Schema.NonEmptyArray(Schema.NonEmptyString) }), Schema.Struct({ present: Schema.Boolean }))
const Figure = Schema.Union(Schema.Number, Schema.NonEmptyArray(Schema.Number), Compare, Schema.Struct({ present: Schema.Boolean }))

const Meta = Schema.Struct({
  channel: Schema.optional(Texts),
  language: Schema.optional(Texts),
  queue: Schema.optional(Texts),
  contactReason: Schema.optional(Texts),
  customer: Schema.optional(Texts),
  caseId: Schema.optional(Texts),
  source: Schema.optional(Texts),
  agent: Schema.optional(Texts),
  csat: Schema.optional(Figure)
}).pipe(Schema.filter((meta) => (Object.values(meta).some((value) => value !== undefined) ? undefined : "meta names at least one field")))
export type Meta = typeof Meta.Type

/** Part of the contact: the first or last so many, or `from`–`to` (negative counts from the end), of the speaker's turns, or of seconds or per cent. */
const Window = Schema.Struct({
  first: Schema.optional(Schema.Number.pipe(Schema.positive())),
  last: Schema.optional(Schema.Number.pipe(Schema.positive())),
  from: Schema.optional(Schema.Number),
  to: Schema.optional(Schema.Number),
  unit: Schema.optional(Schema.Literal("turns", "seconds", "percent", "percent-of-time"))
}).pipe(
  Schema.filter((window) =>
    only(window, ["first", "last"]).length + (only(window, ["from", "to"]).length > 0 ? 1 : 0) === 1
      ? undefined
      : "a window is first: n, or last: n, or from: n and to: n"
  )
)
export type ConditionWindow = typeof Window.Type

/** Where another, named condition was met. `hit`: which of several; `each`: all of them must be answered. */
const Anchor = Schema.Union(
  Name,
  Schema.Struct({
    condition: Name,
    hit: Schema.optional(Schema.Union(Schema.Literal("any", "each", "last"), Turns)),
    /** At most so many turns of this condition's speaker away. */
    turns: Schema.optional(Turns),
    seconds: Schema.optional(Seconds),
    /** What this condition is where the other never was met. */
    ifNever: Schema.optional(Schema.Literal("holds", "fails", "not-applicable"))
  }).annotations({ title: "condition, hit, turns, …" })
)
export type Anchor = typeof Anchor.Type

const operators = {
  say: Schema.optional(Say),
  near: Schema.optional(Near),
  like: Schema.optional(Like),
  repeats: Schema.optional(Repeats),
  mentions: Schema.optional(Mentioned),
  regex: Schema.optional(Regex),
  /** How many turns the speaker has. */
  turns: Schema.optional(Compare),
  /** How many seconds the contact lasts. */
  duration: Schema.optional(Compare),
  /** How many seconds the speaker talks. */
  speech: Schema.optional(Compare),
  event: Schema.optional(Happened),
  meta: Schema.optional(Meta)
}

const place = {
  by: Schema.optional(Schema.Literal("agent", "customer", "bot", "anyone")),
  window: Schema.optional(Window),
  before: Schema.optional(Anchor),
  after: Schema.optional(Anchor),
  around: Schema.optional(Anchor),
  /** In the same breath: in turns of the speaker that follow each other without a break. */
  with: Schema.optional(Anchor)
}

const measure = {
  /** How often; without it, at least once. */
  count: Schema.optional(Compare),
  /** In every turn of the speaker. */
  every: Schema.optional(Schema.Literal(true)),
  /** What one of these overlaps is none. */
  unless: Schema.optional(Phrases),
  /** A wording that would have passed, shown where this was due and not said. */
  expected: Schema.optional(Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString }))
}

const plain = { ...operators, ...place, ...measure }

/** One condition: exactly one operator or combination, and where and how often it must be met. */
export interface ConditionNode extends Schema.Struct.Type<typeof plain> {
  readonly all?: readonly [Expression, ...Array<Expression>] | undefined
  readonly any?: readonly [Expression, ...Array<Expression>] | undefined
  readonly not?: Expression | undefined
}

/** A condition, or the name of one. */
export type Expression = string | ConditionNode

const texts = ["say", "near", "like", "repeats", "mentions", "regex"]
const combinations = ["all", "any", "not"]

const fault = (node: ConditionNode): string | undefined => {
  const [operator, ...more] = only(node, [...Object.keys(operators), ...combinations])
  if (operator === undefined || more.length > 0) {
    const known = [...Object.keys(operators), ...combinations].join(", ")
    return `a condition has exactly one of ${known}${operator === undefined ? "" : `; this has ${[operator, ...more].join(" and ")}`}`
  }
  const allowed = texts.includes(operator) ? [...Object.keys(place), ...Object.keys(measure)] : operator === "turns" ? Object.keys(place) : operator === "speech" ? ["by"] : []
  const [stray] = only(node, [...Object.keys(place), ...Object.keys(measure)]).filter((key) => !allowed.includes(key))
  if (stray !== undefined) return `${stray} does not go with ${operator}`
  if (node.count !== undefined && node.every !== undefined) return "count and every exclude each other"
  if ((node.count ?? node.every) !== undefined && node.say !== undefined && !isList(node.say) && node.say.any === undefined) {
    return "count and every go with say: [phrases], not with all, none or atLeast … of"
  }
  return undefined
}

const Named: Schema.Schema<Expression> = Schema.suspend(() => Schema.Union(Name, ConditionNode)).annotations({ identifier: "Expression" })
const Several = Schema.NonEmptyArray(Named)

export const ConditionNode: Schema.Schema<ConditionNode> = Schema.Struct({
  ...plain,
  all: Schema.optional(Several),
  any: Schema.optional(Several),
  not: Schema.optional(Named)
}).annotations({ title: "a condition" }).pipe(Schema.filter(fault)).annotations({ identifier: "Condition" })

export const Expression = Named
