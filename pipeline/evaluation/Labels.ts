import { Data, Either, ParseResult, Schema } from "effect"
import { readFileSync } from "node:fs"

const Flag = Schema.optional(Schema.NullOr(Schema.Boolean))

/**
 * A person's judgement of one agent turn. `rule` is a rule id where the label is about one rule; anything else, or nothing,
 * makes it a label of the whole family. `prev` and `next` are the turns around it, as `c: …` or `a: …`. `weight` is how many turns
 * of the whole a sampled one stands for. Fields we do not know are ignored.
 */
export const Label = Schema.Struct({
  conversation: Schema.String,
  turn: Schema.Number,
  label: Schema.Literal("violation", "benign", "unclear", "not_agent"),
  text: Schema.String,
  rule: Schema.optional(Schema.NullOr(Schema.String)),
  stratum: Schema.optional(Schema.NullOr(Schema.String)),
  weight: Schema.optionalWith(Schema.Number.pipe(Schema.positive()), { default: () => 1 }),
  boundary: Flag,
  reason: Flag,
  alternative: Flag,
  prev: Schema.optionalWith(Schema.Array(Schema.String), { default: () => [] }),
  next: Schema.optionalWith(Schema.Array(Schema.String), { default: () => [] })
})
export type Label = typeof Label.Type

/** A label file that cannot be used. */
export class LabelsInvalid extends Data.TaggedError("LabelsInvalid")<{ readonly message: string }> {}

const decode = Schema.decodeUnknownEither(Schema.parseJson(Label))

/** One JSON object a line. Throws `LabelsInvalid` with file and line for the first that is none. */
export const readLabels = (file: string): ReadonlyArray<Label> => {
  let text: string
  try {
    text = readFileSync(file, "utf8")
  } catch {
    throw new LabelsInvalid({ message: `${file}: no such file, or it may not be read` })
  }
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "") return []
    const label = decode(line)
    if (Either.isRight(label)) return [label.right]
    const issue = ParseResult.ArrayFormatter.formatErrorSync(label.left)[0]
    throw new LabelsInvalid({ message: `${file}:${index + 1}: ${issue?.path.join(".") || "the line"}: ${issue?.message ?? "not a label"}` })
  })
}
