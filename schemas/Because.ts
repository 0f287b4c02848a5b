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
  overTheCase: { en: "decided over the whole case, not over one transcript", zh: "按整个个案评定，不按单次对话评定" },
  agentFirst: { en: "the agent spoke first", zh: "坐席先发言" },
  impossibleTimes: { en: "a turn ends before it starts", zh: "有发言的结束时间早于开始时间" },
  outOfOrder: { en: "the turns are not in the order of their times", zh: "发言顺序与时间不一致" },
  noEnds: { en: "the turns carry no end, so silence cannot be told from speech", zh: "发言没有结束时间，无法区分静默与说话" },
  someEndsMissing: { en: "some turns carry no end, so silence cannot be told from speech", zh: "部分发言没有结束时间，无法区分静默与说话" },
  skewedClocks: { en: "the times of agent and customer do not seem to come from one clock", zh: "坐席与客户的时间似乎不是同一时钟" },
  coarseTimes: { en: "the times are too coarse to tell who spoke over whom", zh: "时间精度不足，无法判断是否抢话" },
  noOverlap: { en: "no two turns overlap: the recording may have one channel only, which cannot show who spoke over whom", zh: "没有重叠的发言，录音可能是单声道，无法判断是否抢话" },
  nobodySpeaks: { en: "neither agent nor customer speaks", zh: "坐席和客户都没有发言" },
  holdWithoutTime: { en: "a hold carries no time", zh: "保持通话没有时间" },
  noHold: { en: "the customer was not put on hold by this agent", zh: "该坐席没有让客户等待保持" },
  noRings: { en: "the input does not tell how often or how long it rang", zh: "输入未说明响铃次数或时长" },
  agentCalled: { en: "the agent called the customer", zh: "由坐席呼出" },
  noDate: { en: "business hours need the date of the contact, which the input does not give", zh: "计算工作时间需要日期，输入未提供" },
  beginsLate: { en: "the transcript begins in the middle of the contact", zh: "对话记录从中途开始" },
  lowConfidence: { en: "the recogniser was unsure of these words", zh: "语音识别对这些话的把握不足" },
  customerEnded: { en: "the customer ended the contact", zh: "由客户结束了本次服务" },
  unknownWhoEnded: { en: "the transcript does not tell who ended the contact", zh: "对话记录未说明由谁结束" },
  noEvents: { en: "the input records no events, so whether it happened is unknown", zh: "输入未记录任何事件，无法判断是否发生" },
  unknownWhoDid: { en: "the input does not tell who did it", zh: "输入未说明由谁操作" },
  factMissing: { en: "the input leaves out a fact that this rule asks for", zh: "输入缺少该规则所需的信息" },
  wordsCannotTell: { en: "the words alone do not tell", zh: "仅凭文字无法判断" },
  cutShort: { en: "the customer left before it was due", zh: "客户在此之前已离开" },
  judgePending: { en: "the judge has not answered yet", zh: "评审模型尚未答复" },
  judgePassesDiffer: { en: "asked twice, the judge answered differently", zh: "两次询问，评审模型的答复不一致" },
  judgeWithoutQuote: { en: "the judge gave no quote that stands in the transcript", zh: "评审模型没有给出能在对话中查到的引文" },
  judgeWithoutWindow: { en: "the judge did not say where it looked", zh: "评审模型没有说明查看了哪些发言" },
  judgeCannotTell: { en: "the judge cannot tell either", zh: "评审模型也无法判断" },
  speaksToJudge: { en: "something in the transcript speaks to whoever judges it", zh: "对话中有对评分者说的话" },
  judgeTakenOver: { en: "the judge repeated what it was told to keep to itself", zh: "评审模型说出了不得透露的内容" },
  judgeUnreadable: { en: "the judge's answer could not be read", zh: "评审模型的答复无法读取" },
  judgeRefused: { en: "the judge refused to answer", zh: "评审模型拒绝答复" },
  judgeTruncated: { en: "the judge's answer broke off", zh: "评审模型的答复不完整" },
  judgeFiltered: { en: "the endpoint's content filter stopped the answer", zh: "接口的内容过滤拦截了答复" },
  judgeRejected: { en: "the endpoint rejected the request", zh: "接口拒绝了请求" },
  judgeUnreachable: { en: "the judge could not be reached", zh: "无法连接评审模型" },
  tooFewLabels: { en: "fewer than 200 contacts have been judged by people too", zh: "人工也评定过的对话不足 200 次" },
  tooFewOfRarer: { en: "fewer than 30 of them have the rarer outcome", zh: "其中较少见的结果不足 30 次" },
  peopleNotCompared: { en: "how far people agree among themselves is unknown", zh: "尚不知道人工评定之间有多一致" },
  agreesTooLittle: { en: "the judge and people agree too little (weighted κ below 0.40)", zh: "评审模型与人工的一致性过低（加权 κ 低于 0.40）" },
  agreesLessThanPeople: { en: "the judge agrees with people less than people do among themselves", zh: "评审模型与人工的一致性低于人工之间的一致性" },
  tooFewRepeats: { en: "fewer than 50 contacts have been asked about again", zh: "重复询问过的对话不足 50 次" },
  unstable: { en: "asked again, the judge changes its answer too often", zh: "重复询问时，评审模型的答复变化过多" }
} as const satisfies Record<string, Words>

/** The reason as stored: its English wording. */
export const because = Object.fromEntries(Object.entries(reasons).map(([key, words]) => [key, words.en])) as {
  readonly [K in keyof typeof reasons]: string
}

const byEnglish = new Map<string, Words>(Object.values(reasons).map((words) => [words.en, words]))

/** A stored reason in both languages; one we have no translation of stands as it is in both. */
export const becauseWords = (stored: string): Words => byEnglish.get(stored) ?? { zh: stored, en: stored }
