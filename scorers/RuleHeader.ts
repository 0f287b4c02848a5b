import { Schema } from "effect"

const Words = Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString })

const Text = Schema.optional(Schema.NonEmptyString)

/**
 * One conversation in the dialogue notation, under the outcome the rule must give it. `quote` must be the text of a finding,
 * `note` the name of one. Executed when the rule is loaded.
 */
export const Example = Schema.Struct({
  breach: Text,
  partly: Text,
  ok: Text,
  notApplicable: Text,
  unscored: Text,
  channel: Schema.optional(Schema.Literal("voice", "chat")),
  quote: Text,
  note: Text
}).pipe(
  Schema.filter((example) =>
    [example.breach, example.partly, example.ok, example.notApplicable, example.unscored].filter((text) => text !== undefined).length === 1
      ? undefined
      : "an example has exactly one of breach, partly, ok, notApplicable, unscored"
  )
)
export type Example = typeof Example.Type

const longest = 240
const Line = Schema.NonEmptyString.pipe(Schema.maxLength(longest, { message: () => `at most ${longest} characters: a question to the judge is one observable thing` }))
const Lines = Schema.Struct({ zh: Line, en: Line })

/**
 * What the judge is asked where words alone leave the rule undecided: something that can be seen in the transcript, about the judged agent, and
 * what each answer takes. Without `partly` there is no half of it. What is not met by what was said (`notMetShownBy: words`) takes a quote to
 * say so; what is not met by what was left out takes the turns that were searched.
 */
export const JudgeBlock = Schema.Struct({
  ask: Lines,
  met: Lines,
  partly: Schema.optional(Lines),
  notMet: Lines,
  notMetShownBy: Schema.optionalWith(Schema.Literal("absence", "words"), { default: () => "absence" as const })
}).annotations({ identifier: "JudgeBlock" })
export type JudgeBlock = typeof JudgeBlock.Type

/** What every rule says of itself, whatever its kind. */
export const ruleHeader = {
  /** `<family>/<name>`, in lower case; the family is the section of the rubric. */
  id: Schema.String.pipe(Schema.pattern(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, { message: () => "an id is <family>/<name> in lower case, such as negative-language/cannot" })),
  title: Words,
  /** One sentence a coach can repeat. */
  why: Words,
  /** What to say or do instead. */
  instead: Words,
  /** Where the rule comes from. */
  source: Schema.NonEmptyString,
  /** Weight within its section. */
  weight: Schema.optionalWith(Schema.Number.pipe(Schema.positive()), { default: () => 1 }),
  /** A breach fails its section or the whole contact. */
  critical: Schema.optional(Schema.Literal("section", "contact")),
  /** The rule can only add points. */
  bonus: Schema.optionalWith(Schema.Boolean, { default: () => false }),
  /** Service quality = attitude + knowledge + skill. */
  quality: Schema.optional(Schema.Literal("attitude", "knowledge", "skill")),
  /** SERVQUAL-informed indicator the rule belongs to. */
  indicator: Schema.optional(Schema.Literal("reliability", "responsiveness", "empathy", "assurance", "tangibles")),
  /** Elsewhere the rule does not apply. */
  channels: Schema.optional(Schema.NonEmptyArray(Schema.Literal("voice", "chat"))),
  /** Which of a contact's agents it is due from. */
  dueFrom: Schema.optionalWith(Schema.Literal("each", "first", "last"), { default: () => "each" as const }),
  /** A question for the judge, asked only where the rule itself cannot tell. */
  judge: Schema.optional(JudgeBlock),
  examples: Schema.NonEmptyArray(Example)
}
