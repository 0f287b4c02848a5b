import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Either, Schema } from "effect"
import { parse } from "yaml"
import type { Score } from "../../../schemas/Score.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { CompiledRubric } from "../../../scorers/CompiledRubric.ts"
import { AnswerTime } from "../../../scorers/kinds/AnswerTime.ts"
import { DeadAir } from "../../../scorers/kinds/DeadAir.ts"
import { HoldCourtesy } from "../../../scorers/kinds/HoldCourtesy.ts"
import { Interruptions } from "../../../scorers/kinds/Interruptions.ts"
import { ReplyTime } from "../../../scorers/kinds/ReplyTime.ts"
import type { WordLists } from "../../../scorers/wording/Phrase.ts"
import { readYaml } from "../../../scorers/YamlFile.ts"

const TimeRule = Schema.Union(AnswerTime, DeadAir, HoldCourtesy, Interruptions, ReplyTime)
type TimeRule = typeof TimeRule.Type

const folder = join(import.meta.dirname, "../../../scorers/rules/response-time")
export const timeRuleNames = ["answer-within-three-rings", "dead-air", "first-response", "hold-courtesy", "no-interruption", "reply-time"] as const

/** One of the bundled rules about time, with changes to its data. */
export const timeRule = (name: (typeof timeRuleNames)[number], changes: Readonly<Record<string, unknown>> = {}): TimeRule => {
  const { value } = Either.getOrThrowWith(readYaml(join(folder, `${name}.yaml`), TimeRule), (faults) => new Error(faults.map(({ message }) => message).join("; ")))
  const copy: TimeRule = Object.create(Object.getPrototypeOf(value))
  return Object.assign(copy, value, changes)
}

/** The bundled rules about time, each with changes to its data, and nothing else. */
export const timeRules = (changes: Partial<Readonly<Record<(typeof timeRuleNames)[number], Readonly<Record<string, unknown>>>>> = {}): CompiledRubric => {
  const lists: WordLists = new Map(Object.entries(parse(readFileSync(join(folder, "words.yaml"), "utf8")) as Record<string, ReadonlyArray<string>>))
  const rules = timeRuleNames.map((name) => timeRule(name, changes[name]))
  const rubric = {
    name: "time", fingerprint: "time", passMark: 80, bands: [{ id: "all", title: { zh: "全部", en: "All" }, from: 0 }],
    sections: [{ id: "response-time", title: { zh: "时间", en: "Time" }, weight: 1 }],
    rules: rules.map(({ id, instead, source, title, weight, why }) => ({ id, instead, source, title, weight, why, section: "response-time", critical: null, bonus: false, quality: null, indicator: null }))
  }
  return new CompiledRubric(rubric, rules, lists)
}

/** What one of them says of the first agent, or of the agent named. */
export const scoreOf = (compiled: CompiledRubric, transcript: Transcript, rule: (typeof timeRuleNames)[number], agent?: string): Score => {
  const score = compiled.judge(transcript).scores.find((one) => one.rule === `response-time/${rule}` && (agent === undefined || one.agent === agent))
  if (score === undefined) throw new Error(`no score of ${rule}`)
  return score
}
