import type { Question } from "../../../scorers/judge/Question.ts"

const both = (text: string) => ({ zh: text, en: text })

/** A question that is nobody's rule. */
export const question = (rule: string, change: Partial<Question> = {}): Question => ({
  rule,
  ask: { zh: "客服有没有打招呼？", en: "Did the agent say hello?" },
  met: { zh: "打了招呼", en: "says hello" },
  partly: null,
  notMet: { zh: "没有", en: "does not" },
  expected: { zh: "您好", en: "Hello" },
  version: `version of ${rule}`,
  ...change
})

export const halves = both("half of it")
