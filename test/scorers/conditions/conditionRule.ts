import { Schema } from "effect"
import { parse } from "yaml"
import type { Score } from "../../../schemas/Score.ts"
import type { Rubric } from "../../../schemas/Rubric.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { CompiledRubric } from "../../../scorers/CompiledRubric.ts"
import { Condition } from "../../../scorers/kinds/Condition.ts"
import type { WordLists } from "../../../scorers/wording/Phrase.ts"
import { dialogue } from "../transcripts.ts"

const header = {
  id: "test/rule",
  title: { zh: "规则", en: "Rule" },
  why: { zh: "因为", en: "Because" },
  instead: { zh: "非常抱歉给您添麻烦了", en: "I am so sorry about this" },
  source: "test",
  kind: "condition",
  examples: [{ ok: "客服: 好的" }]
}

/** The rule that a piece of YAML stands for, as the kind's own fields. Throws where the kind refuses it. */
export const ruleOf = (yaml: string): Condition => Schema.decodeUnknownSync(Condition)({ ...header, ...(parse(yaml) as object) }, { onExcessProperty: "error", errors: "all" })

/** Judges with the rule of a piece of YAML. */
export const judgeWith = (yaml: string, lists: WordLists = new Map()) => {
  const rule = ruleOf(yaml)
  const weighed = { id: rule.id, section: "test", title: rule.title, why: rule.why, instead: rule.instead, source: rule.source, weight: 1, critical: null, bonus: false, quality: null, indicator: null }
  const rubric: Rubric = {
    name: "test", fingerprint: "test", passMark: 80, bands: [{ id: "all", title: rule.title, from: 0 }], sections: [{ id: "test", title: rule.title, weight: 1 }], rules: [weighed]
  }
  const compiled = new CompiledRubric(rubric, [rule], lists)
  return (transcript: Transcript | string): Score => compiled.judge(typeof transcript === "string" ? dialogue(transcript) : transcript).scores[0]!
}

/** The outcome in one word, and what was quoted, `-` before what was not said. */
export const shown = ({ findings, outcome }: Score): string =>
  [outcome._tag, ...findings.map((finding) => (finding._tag === "Said" ? finding.quote : `-${finding.window.from}..${finding.window.to}`))].join(" | ")
