import { readFileSync } from "node:fs"
import { Either, ParseResult, Schema } from "effect"
import { LabelsInvalid } from "./Labels.ts"

/**
 * A person's outcome of one rule in one contact, one JSON object a line. `agent` may be left out where only one agent speaks. Different `reviewer`s of
 * one contact show how far people agree; a line without one is somebody else each time. Fields we do not know are ignored.
 */
export const ReviewedOutcome = Schema.Struct({
  transcript: Schema.String,
  agent: Schema.optionalWith(Schema.NullOr(Schema.String), { default: () => null }),
  rule: Schema.String,
  outcome: Schema.Literal("Met", "Partly", "Breached", "NotApplicable", "Unscored"),
  reviewer: Schema.optionalWith(Schema.NullOr(Schema.String), { default: () => null })
})
export type ReviewedOutcome = typeof ReviewedOutcome.Type

const decode = Schema.decodeUnknownEither(Schema.parseJson(ReviewedOutcome))

/** Throws `LabelsInvalid` with file and line for the first line that is none. */
export const readReviewedOutcomes = (file: string): ReadonlyArray<ReviewedOutcome> => {
  let text: string
  try {
    text = readFileSync(file, "utf8")
  } catch {
    throw new LabelsInvalid({ message: `${file}: no such file, or it may not be read` })
  }
  return text.replace(/^\ufeff/, "").split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "") return []
    const reviewed = decode(line)
    if (Either.isRight(reviewed)) return [reviewed.right]
    const issue = ParseResult.ArrayFormatter.formatErrorSync(reviewed.left)[0]
    throw new LabelsInvalid({ message: `${file}:${index + 1}: ${issue?.path.join(".") || "the line"}: ${issue?.message ?? "not a reviewed outcome"}` })
  })
}
