import { Args, Command, HelpDoc } from "@effect/cli"
import { Data, Effect, Option, Schema } from "effect"
import { exampleParts } from "../../scorers/RuleExamples.ts"
import { type LoadedRules, RulesInvalid, shownPath } from "../../scorers/RuleFiles.ts"
import { closest } from "../reports/Closest.ts"
import { count } from "../reports/Figures.ts"
import { ruleSchemaText } from "../reports/RuleSchema.ts"
import { renderRule, renderRuleList } from "../reports/RuleSheet.ts"
import { rulesInForce } from "../RulesInForce.ts"
import { harmlessLine, print, printJson, standardLook, styled } from "../Terminal.ts"
import { json, language, rules as rulesOption } from "./Options.ts"

/** No rule has this id; `message` names those that may be meant. */
export class RuleUnknown extends Data.TaggedError("RuleUnknown")<{ readonly message: string }> {}

const explain = Command.make("explain", {
  rule: Args.text({ name: "rule" }).pipe(Args.withDescription("The id of the rule, such as negative-language/cannot")),
  rules: rulesOption,
  language,
  json
}, Effect.fn("rules.explain")(function*(args) {
  const loaded = yield* rulesInForce(args.rules)
  const { rubric } = loaded.compiled
  const file = loaded.rules.find(({ value }) => value.id === args.rule)
  const weighed = rubric.rules.find(({ id }) => id === args.rule)
  if (file === undefined || weighed === undefined) return yield* unknown(args.rule, loaded)
  if (args.json) return yield* printJson({ ...file.value, ...weighed, file: shownPath(file.file) })
  const view = { rubric, file: shownPath(file.file), lists: listsOf(loaded), language: args.language, look: standardLook() }
  yield* print(renderRule(file.value, weighed, view))
})).pipe(Command.withDescription(HelpDoc.blocks([
  HelpDoc.p("Say everything about one rule: why it exists, what to say instead, what it looks for, what it excepts, its examples."),
  HelpDoc.p("  transcript-qa rules explain negative-language/cannot --language zh")
])))

const folder = Args.text({ name: "folder" }).pipe(Args.withDescription("A folder of your own rules to check along with the bundled ones"), Args.optional)

const check = Command.make("check", { folder, rules: rulesOption, json }, Effect.fn("rules.check")(function*(args) {
  const loaded = yield* checked([...args.rules, ...Option.toArray(args.folder)], args.json)
  if (loaded === null) return
  if (args.json) return yield* printJson({ ok: true, rules: loaded.rules.length, examples: examplesOf(loaded), rubric: loaded.compiled.rubric.fingerprint, faults: [] })
  yield* print(passed(loaded))
})).pipe(Command.withDescription(HelpDoc.blocks([
  HelpDoc.p("Read every rule file and run its examples. Prints each fault as file:line: what is wrong, and exits with 1 if there is any."),
  HelpDoc.p("  transcript-qa rules check our-rules/")
])))

const test = Command.make("test", { folder, rules: rulesOption, language, json }, Effect.fn("rules.test")(function*(args) {
  const loaded = yield* checked([...args.rules, ...Option.toArray(args.folder)], args.json)
  if (loaded === null) return
  const tested = loaded.rules.map(({ file, value }) => ({
    rule: value.id,
    title: value.title,
    file: shownPath(file),
    examples: value.examples.map((example) => exampleParts(example).outcome)
  }))
  if (args.json) return yield* printJson({ ok: true, rules: tested, faults: [] })
  const look = standardLook()
  const lines = tested.map(({ examples, rule, title }) => `${styled("green", "✓", look)} ${rule}  ${harmlessLine(title[args.language])}: ${byOutcome(examples)}`)
  yield* print([...lines, passed(loaded)].join("\n"))
})).pipe(Command.withDescription(HelpDoc.blocks([
  HelpDoc.p("As check, and says of each rule which examples it passed."),
  HelpDoc.p("  transcript-qa rules test --rules our-rules/")
])))

const schema = Command.make("schema", {}, () => print(ruleSchemaText().trimEnd())).pipe(Command.withDescription(HelpDoc.blocks([
  HelpDoc.p("Print the JSON Schema of a rule file, for an editor's completion and checks."),
  HelpDoc.p("  transcript-qa rules schema > rule.schema.json")
])))

/** The rulebook: what is judged, and whether rule files are sound. Needs no database. */
export const rules = Command.make("rules", { rules: rulesOption, language, json }, Effect.fn("rules")(function*(args) {
  const loaded = yield* rulesInForce(args.rules)
  const { rubric } = loaded.compiled
  if (args.json) {
    const listed = loaded.rules.map(({ file, value }, index) => ({
      ...rubric.rules[index],
      kind: value.kind,
      examples: value.examples.length,
      file: shownPath(file)
    }))
    return yield* printJson({ name: rubric.name, fingerprint: rubric.fingerprint, passMark: rubric.passMark, bands: rubric.bands, sections: rubric.sections, rules: listed })
  }
  const look = standardLook()
  const list = renderRuleList(rubric, loaded.rules.map(({ value }) => value), args.language, look)
  yield* print(look.terminal ? `${list}\n${styled("dim", `rubric ${rubric.name} ${rubric.fingerprint}, passed from ${rubric.passMark}. “transcript-qa rules explain <id>” says all about one.`, look)}` : list)
})).pipe(
  Command.withSubcommands([explain, check, test, schema]),
  Command.withDescription(HelpDoc.blocks([
    HelpDoc.p("List the rules that transcripts are judged by; explain one; check and test rule files; print their schema."),
    HelpDoc.p("  transcript-qa rules --rules our-rules/ --language zh"),
    HelpDoc.p("  transcript-qa rules explain standard-phrases/opening-greeting")
  ]))
)

/** The rules if all is well; else the faults are printed, the exit code is 1, and there is nothing to go on with. */
const checked = (folders: ReadonlyArray<string>, asJson: boolean) =>
  rulesInForce(folders).pipe(Effect.catchTag("RulesInvalid", (invalid) =>
    asJson
      ? Effect.zipRight(printJson({ ok: false, faults: invalid.faults }), Effect.sync(() => {
        process.exitCode = 1
        return null
      }))
      : Effect.fail(new RulesInvalid(invalid))))

const listsOf = (loaded: LoadedRules): ReadonlyMap<string, ReadonlyArray<string>> =>
  new Map(Object.entries(Schema.decodeUnknownSync(Lists)(loaded.definition).lists))

const Lists = Schema.Struct({ lists: Schema.Record({ key: Schema.String, value: Schema.Array(Schema.String) }) })

const unknown = (id: string, loaded: LoadedRules) => {
  const ids = loaded.rules.map(({ value }) => value.id)
  const near = closest(id, ids)
  const named = near.length > 0 ? near : closest(id.split("/").at(-1) ?? "", ids.flatMap((each) => each.split("/").at(-1) ?? [])).flatMap((name) => ids.filter((each) => each.endsWith(`/${name}`)))
  const hint = named.length > 0 ? `Did you mean ${named.join(", ")}?` : "“transcript-qa rules” lists those there are."
  return new RuleUnknown({ message: `No rule in force has the id ${harmlessLine(id)}. ${hint}` })
}

const examplesOf = (loaded: LoadedRules): number => loaded.rules.reduce((sum, { value }) => sum + value.examples.length, 0)

const passed = (loaded: LoadedRules): string =>
  `${count(loaded.rules.length, "rule")} and ${count(examplesOf(loaded), "example")} passed; rubric ${loaded.compiled.rubric.fingerprint}.`

const byOutcome = (outcomes: ReadonlyArray<string>): string =>
  [...new Set(outcomes)].map((outcome) => `${outcomes.filter((each) => each === outcome).length} ${outcome}`).join(", ")
