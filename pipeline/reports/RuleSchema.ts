import { JSONSchema } from "effect"
import { Rule } from "../../scorers/Rule.ts"

/** The JSON Schema of a rule file, with which an editor completes and checks it. */
export const ruleSchema = (): JSONSchema.JsonSchema7Root => JSONSchema.make(Rule)

/** As it stands in `scorers/rule.schema.json`, which the first line of every bundled rule file names. */
export const ruleSchemaText = (): string => `${JSON.stringify(ruleSchema(), null, 2)}\n`
