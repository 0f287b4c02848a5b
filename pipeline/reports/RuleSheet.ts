import { stringify } from "yaml"
import type { Rubric, RubricRule } from "../../schemas/Rubric.ts"
import { exampleParts } from "../../scorers/RuleExamples.ts"
import type { Rule } from "../../scorers/Rule.ts"
import { ruleHeader } from "../../scorers/RuleHeader.ts"
import type { Language } from "../Settings.ts"
import { table } from "../Table.ts"
import { harmless, harmlessLine, type Look, styled } from "../Terminal.ts"

/** The rules as a table. `*` marks a rule whose breach is critical, `+` one that can only add. */
export const renderRuleList = (rubric: Rubric, rules: ReadonlyArray<Rule>, language: Language, look: Look): string => {
  const inForce = new Map(rubric.rules.map((rule) => [rule.id, rule]))
  return table(
    ["id", "title", "section", "weight", "kind", "critical", "bonus", "examples"],
    rules.map((rule) => {
      const weighed = inForce.get(rule.id)
      const section = rubric.sections.find(({ id }) => id === weighed?.section)
      return [
        rule.id,
        rule.title[language],
        section?.title[language] ?? "",
        weighed?.weight ?? rule.weight,
        rule.kind,
        weighed?.critical ?? "",
        weighed?.bonus === true ? "yes" : "",
        rule.examples.length
      ]
    }),
    look
  )
}

/** Everything about one rule. `lists` are the lists of phrases it may refer to as `<name>`. */
export const renderRule = (
  rule: Rule,
  weighed: RubricRule,
  { file, language, lists, look, rubric }: {
    readonly rubric: Rubric
    readonly file: string
    readonly lists: ReadonlyMap<string, ReadonlyArray<string>>
    readonly language: Language
    readonly look: Look
  }
): string => {
  const looksFor = stringify(ownFields(rule), { lineWidth: 0 }).trimEnd()
  const section = rubric.sections.find(({ id }) => id === weighed.section)
  const costs = weighed.bonus
    ? "bonus: can only add points"
    : weighed.critical === null
    ? "a breach costs its weight"
    : `critical: a breach leaves the ${weighed.critical === "section" ? "section" : "whole contact"} 0 points`
  const facts: ReadonlyArray<readonly [string, string | undefined]> = [
    ["Why", rule.why[language]],
    ["Say instead", rule.instead[language]],
    ["Source", rule.source],
    ["Section", section?.title[language]],
    ["Weight", `${weighed.weight}, ${costs}`],
    ["Quality", rule.quality],
    ["Indicator", rule.indicator],
    ["Channels", rule.channels?.join(", ") ?? "voice, chat"],
    ["Due from", rule.dueFrom === "each" ? "each agent" : `the ${rule.dueFrom} agent`],
    ["File", file]
  ]
  return [
    `${styled("bold", harmlessLine(rule.title[language]), look)}\n${rule.id} · ${rule.kind}`,
    facts.flatMap(([name, value]) => (value === undefined ? [] : [`${`${name}:`.padEnd(13)}${harmlessLine(value)}`])).join("\n"),
    `${styled("bold", "Looks for", look)} (as in the rule file)\n${indented(harmless(looksFor))}${hasPhrases(looksFor) ? `\n${styled("dim", notation, look)}` : ""}`,
    ...referred(looksFor, lists, look),
    `${styled("bold", `Examples (${rule.examples.length})`, look)}\n${rule.examples.map((example) => renderExample(example, look)).join("\n")}`
  ].join("\n\n")
}

const notation =
  "  (a|b) either; (a)? may be missing; … up to 12 characters of anything, …{n} up to n; <list> any phrase of that list; ^ and $ where a\n" +
  "  speaker begins and ends. Script, case, width, punctuation and spaces make no difference."

const hasPhrases = (looksFor: string): boolean => /^ *- .*[(…<^$]/m.test(looksFor)

/** What a rule has beyond the header of every rule: its kind's data, whatever the kind. */
const ownFields = (rule: Rule): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(rule).filter(([field, value]) => !(field in ruleHeader) && field !== "kind" && value !== undefined))

const phrasesShown = 8

const referred = (looksFor: string, lists: ReadonlyMap<string, ReadonlyArray<string>>, look: Look): ReadonlyArray<string> =>
  [...lists].filter(([name]) => looksFor.includes(`<${name}>`)).map(([name, phrases]) => {
    const rest = phrases.length - phrasesShown
    const shown = phrases.slice(0, phrasesShown).map((phrase) => `  ${harmlessLine(phrase)}`)
    return [styled("bold", `<${name}>`, look), ...shown, ...(rest > 0 ? [`  … and ${rest} more in words.yaml`] : [])].join("\n")
  })

const outcomeWords = { Met: "ok", Partly: "partly", Breached: "breach", NotApplicable: "not applicable", Unscored: "unscored" } as const

/** One example with the outcome it must have. */
export const renderExample = (example: Rule["examples"][number], look: Look): string => {
  const { outcome, text } = exampleParts(example)
  const style = outcome === "Met" ? "green" : outcome === "Breached" ? "red" : "yellow"
  const facts = [example.channel, example.quote === undefined ? undefined : `quote “${example.quote}”`, example.note === undefined ? undefined : `note ${example.note}`]
  const given = facts.filter((fact) => fact !== undefined).join(", ")
  return `  ${styled(style, outcomeWords[outcome], look)}${given === "" ? "" : ` (${harmlessLine(given)})`}\n${indented(harmless(text.trimEnd()), 6)}`
}

const indented = (text: string, by = 2): string => text.split("\n").map((line) => `${" ".repeat(by)}${line}`).join("\n")
