import { join } from "node:path"
import { Either } from "effect"
import type { Score } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import type { WordLists } from "../../scorers/Phrase.ts"
import { Rule } from "../../scorers/Rule.ts"
import { bundledRules } from "../../scorers/RuleFiles.ts"
import { readYaml } from "../../scorers/YamlFile.ts"
import { readFileSync } from "node:fs"
import { parse } from "yaml"

const folder = join(bundledRules, "response-time")
const names = ["answer-within-three-rings", "dead-air", "first-response", "hold-courtesy", "no-interruption", "reply-time"] as const

/** The bundled rules about time, each with changes to its data, and nothing else. */
export const timeRules = (changes: Partial<Readonly<Record<(typeof names)[number], Readonly<Record<string, unknown>>>>> = {}): CompiledRubric => {
  const lists: WordLists = new Map(Object.entries(parse(readFileSync(join(folder, "words.yaml"), "utf8")) as Record<string, ReadonlyArray<string>>))
  const rules = names.map((name) => {
    const { value } = Either.getOrThrowWith(readYaml(join(folder, `${name}.yaml`), Rule), (faults) => new Error(faults.map(({ message }) => message).join("; ")))
    return changed(value, changes[name])
  })
  const rubric = {
    name: "time", fingerprint: "time", passMark: 80, bands: [{ id: "all", title: { zh: "全部", en: "All" }, from: 0 }],
    sections: [{ id: "response-time", title: { zh: "时间", en: "Time" }, weight: 1 }],
    rules: rules.map(({ id, instead, source, title, weight, why }) => ({ id, instead, source, title, weight, why, section: "response-time", critical: null, bonus: false }))
  }
  return new CompiledRubric(rubric, rules, lists)
}

const changed = (rule: Rule, changes: Readonly<Record<string, unknown>> | undefined): Rule =>
  changes === undefined ? rule : Object.assign(Object.create(Object.getPrototypeOf(rule)), rule, changes)

/** What one of them says of the first agent, or of the agent named. */
export const scoreOf = (compiled: CompiledRubric, transcript: Transcript, rule: (typeof names)[number], agent?: string): Score => {
  const score = compiled.judge(transcript).scores.find((one) => one.rule === `response-time/${rule}` && (agent === undefined || one.agent === agent))
  if (score === undefined) throw new Error(`no score of ${rule}`)
  return score
}
