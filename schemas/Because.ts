import type { Words } from "./Rubric.ts"

/**
 * The set reasons why a rule does not apply or could not be scored. The English wording is what is stored and written out;
 * pages look the other language up by it. Reasons that name a line of the input stand only in English.
 */
const reasons = {
  noAgentTurn: { en: "the agent says nothing in this transcript", zh: "本次对话中坐席没有发言" },
  otherChannel: { en: "the rule is for another channel", zh: "该规则适用于其他渠道" },
  otherLanguage: { en: "the rule is for another language", zh: "该规则适用于其他语言" },
  otherAgent: { en: "due from another agent of this contact", zh: "应由本次服务中的另一位坐席完成" },
  otherSituation: { en: "the situation has an opening or ending of its own", zh: "该情形另有专门的开场或结束用语" },
  noTrigger: { en: "nothing in the transcript calls for it", zh: "对话中没有出现需要该行为的情形" },
  noTimes: { en: "the transcript carries no times", zh: "对话记录没有时间" },
  someTimesMissing: { en: "some turns carry no time", zh: "部分发言没有时间" },
  nothingToAnswer: { en: "no customer message waits for an answer of this agent", zh: "没有等待该坐席回复的客户消息" },
  agentFirst: { en: "the agent spoke first", zh: "坐席先发言" },
  lowConfidence: { en: "the recogniser was unsure of these words", zh: "语音识别对这些话的把握不足" },
  customerEnded: { en: "the customer ended the contact", zh: "由客户结束了本次服务" },
  unknownWhoEnded: { en: "the transcript does not tell who ended the contact", zh: "对话记录未说明由谁结束" },
  cutShort: { en: "the customer left before it was due", zh: "客户在此之前已离开" }
} as const satisfies Record<string, Words>

/** The reason as stored: its English wording. */
export const because = Object.fromEntries(Object.entries(reasons).map(([key, words]) => [key, words.en])) as {
  readonly [K in keyof typeof reasons]: string
}

const byEnglish = new Map<string, Words>(Object.values(reasons).map((words) => [words.en, words]))

/** A stored reason in both languages; one we have no translation of stands as it is in both. */
export const becauseWords = (stored: string): Words => byEnglish.get(stored) ?? { zh: stored, en: stored }
