import { Schema } from "effect"

const Words = Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString })
const Points = Schema.Number.pipe(Schema.between(0, 100))

/** How a company weighs one rule; what is not said stays as the rule file has it. `off` takes the rule out of force. */
const RuleChange = Schema.Struct({
  weight: Schema.optional(Schema.Number.pipe(Schema.positive())),
  critical: Schema.optional(Schema.Literal("section", "contact", "no")),
  bonus: Schema.optional(Schema.Boolean),
  off: Schema.optional(Schema.Boolean)
})

/** `rubric.yaml`: sections (each holds the rules of the family of its name), pass mark, bands, and changes to single rules. */
export const RubricFile = Schema.Struct({
  name: Schema.NonEmptyString,
  passMark: Points,
  bands: Schema.NonEmptyArray(Schema.Struct({ id: Schema.NonEmptyString, title: Words, from: Points })).pipe(
    Schema.filter((bands) =>
      bands.at(-1)!.from === 0 && bands.every((band, i) => i === 0 || band.from < bands[i - 1]!.from)
        ? undefined
        : "bands stand from best to worst, each starting lower than the one before, the last at 0"
    )
  ),
  sections: Schema.NonEmptyArray(Schema.Struct({ id: Schema.NonEmptyString, title: Words, weight: Schema.Number.pipe(Schema.positive()) })),
  rules: Schema.optionalWith(Schema.Record({ key: Schema.String, value: RuleChange }), { default: () => ({}) })
})
export type RubricFile = typeof RubricFile.Type
