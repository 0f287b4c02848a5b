import type { Segment } from "./Rollups.ts"
import type { Indicator, Quality, Words } from "./Rubric.ts"

type Said = Readonly<Record<string, string>>

/** What roll-ups are called, the same wherever they are shown; numbers come formatted. Nothing here may be called a score of SERVQUAL. */
export interface RollupWords {
  readonly everyQuality: string
  readonly qualities: Readonly<Record<Quality, string>>
  readonly qualitiesTitle: string
  readonly onlyQuality: (quality: string) => string
  readonly shareHead: readonly [what: string, share: string, transcripts: string, applied: string]
  readonly indicatorsTitle: string
  readonly indicatorsNote: string
  readonly indicators: Readonly<Record<Indicator, string>>
  readonly notForCalls: string
  readonly neverApplied: string
  readonly basis: (transcripts: string, applicable: string) => string
  readonly colon: string
  readonly bracketed: (text: string) => string
  /** Said of a number that stands on fewer than five transcripts. */
  readonly few: string

  readonly moreTitle: string
  readonly consistencyTitle: string
  readonly spread: (spread: string, scored: string) => string
  readonly spreadWhy: string
  readonly noSpread: (scored: string) => string
  readonly weeks: (weeks: string, low: string, high: string) => string

  readonly treatmentTitle: string
  readonly segments: Readonly<Record<Segment, string>>
  readonly values: Said
  readonly differs: (segment: string, higher: string, lower: string) => string
  readonly noDifference: string
  readonly oneKind: string

  readonly expectationTitle: string
  readonly customersSay: (csat: string, answers: string, scales: string) => string
  readonly cardSays: (points: string) => string
  readonly gap: (gap: string, interval: string | null) => string
  readonly above: string
  readonly below: string
  readonly noGap: string
  readonly noAnswers: string

  readonly contactsTitle: string
  readonly reasonsTitle: string
  readonly reasons: Said
  readonly told: (told: string, all: string) => string
  readonly phasesTitle: string
  readonly phases: Said
  readonly mediaTitle: string
  readonly media: Said
  readonly turnsTitle: string
  readonly turns: (agent: string, customer: string, bot: string) => string
  readonly botNote: (transcripts: string) => string

  readonly casesTitle: string
  readonly caseCounts: (applicable: string, met: string, breached: string) => string
  readonly noCases: string
}

export const rollupWords: Readonly<Record<keyof Words, RollupWords>> = {
  zh: {
    everyQuality: "全部",
    qualities: { attitude: "态度", knowledge: "知识", skill: "技能" },
    qualitiesTitle: "服务质量：态度、知识、技能",
    onlyQuality: (quality) => `只看“${quality}”类规则`,
    shareHead: ["方面", "达成率 [95 %]", "会话", "适用"],
    indicatorsTitle: "客户看重的五个方面",
    indicatorsNote: "由相关规则汇总，每通会话计一次；分类参考 SERVQUAL，但那是由客户填写的问卷，这里不是。",
    indicators: { reliability: "可靠", responsiveness: "响应", empathy: "同理", assurance: "保证", tangibles: "有形" },
    notForCalls: "通话不适用",
    neverApplied: "未适用",
    basis: (transcripts, applicable) => `${transcripts} 通，适用 ${applicable} 次`,
    colon: "：",
    bracketed: (text) => `（${text}）`,
    few: "样本少，仅供参考",
    moreTitle: "更多角度",
    consistencyTitle: "稳定性",
    spread: (spread, scored) => `各通得分的标准差 ${spread}（n=${scored}）`,
    spreadWhy: "越小，客户每次得到的服务越一致。",
    noSpread: (scored) => `n=${scored}，不足两通，看不出。`,
    weeks: (weeks, low, high) => `${weeks} 个星期的周均分在 ${low}–${high} 之间（每周至少 5 通）`,
    treatmentTitle: "一视同仁",
    segments: { channel: "渠道", language: "语言", script: "文字", queue: "队列", customer: "客户" },
    values: { voice: "通话", chat: "在线会话", simplified: "简体", traditional: "繁体", new: "首次来访", returning: "再次来访", zh: "中文", en: "英文", yue: "粤语" },
    differs: (segment, higher, lower) => `${segment}：“${higher}”的得分高于“${lower}”，两者的区间不重叠。`,
    noDifference: "区间重叠或样本太少，不能说有差别。",
    oneKind: "记录里没有可以对照的客户群体。",
    expectationTitle: "与客户评价的差距",
    customersSay: (csat, answers, scales) => `客户评价 ${csat}（${scales} 分制折成百分，n=${answers}）`,
    cardSays: (points) => `同一批会话的得分 ${points}`,
    gap: (gap, interval) => `相差 ${gap}${interval === null ? "" : `（95% 区间 ${interval}）`}`,
    above: "客户的评价高于评分卡。",
    below: "客户的评价低于评分卡：可能有规则没有看到的问题。",
    noGap: "区间包含零或样本太少，不能说有差距。",
    noAnswers: "这一时段没有客户评价。",
    contactsTitle: "来访情况",
    reasonsTitle: "来访原因",
    reasons: { enquiry: "咨询", complaint: "投诉", suggestion: "建议", request: "办理", unknown: "不明" },
    told: (told, all) => `${all} 通中 ${told} 通由来源写明，其余按客户开头的话判断`,
    phasesTitle: "阶段",
    phases: { "pre-sale": "售前", "in-sale": "售中", "after-sale": "售后", unknown: "不明" },
    mediaTitle: "媒介",
    media: { voice: "语音", text: "文字", video: "视频", unknown: "不明" },
    turnsTitle: "轮次",
    turns: (agent, customer, bot) => `坐席 ${agent} · 客户 ${customer} · 机器人 ${bot}`,
    botNote: (transcripts) => `${transcripts} 通有机器人参与；机器人的话不计入任何人的得分`,
    casesTitle: "跨会话的反馈与承诺",
    caseCounts: (applicable, met, breached) => `到期 ${applicable} 次：做到 ${met}，没做到 ${breached}`,
    noCases: "没有到期的反馈或承诺。"
  },
  en: {
    everyQuality: "All",
    qualities: { attitude: "Attitude", knowledge: "Knowledge", skill: "Skill" },
    qualitiesTitle: "Service quality: attitude, knowledge, skill",
    onlyQuality: (quality) => `Only rules of ${quality.toLowerCase()}`,
    shareHead: ["what", "share met [95 %]", "transcripts", "applied"],
    indicatorsTitle: "Five things customers look for",
    indicatorsNote: "Summed up from the rules, each transcript once. The five are informed by SERVQUAL, which is a questionnaire for customers; this is none.",
    indicators: { reliability: "Reliability", responsiveness: "Responsiveness", empathy: "Empathy", assurance: "Assurance", tangibles: "Tangibles" },
    notForCalls: "not applicable to calls",
    neverApplied: "never applied",
    basis: (transcripts, applicable) => `n=${transcripts}, applied ${applicable}×`,
    colon: ": ",
    bracketed: (text) => ` (${text})`,
    few: "few, a hint only",
    moreTitle: "Other angles",
    consistencyTitle: "Consistency",
    spread: (spread, scored) => `Standard deviation of points ${spread} (n=${scored})`,
    spreadWhy: "The smaller, the more alike the service each customer gets.",
    noSpread: (scored) => `n=${scored}: it takes two scored transcripts.`,
    weeks: (weeks, low, high) => `Weekly means of ${weeks} weeks lie within ${low}–${high} (five transcripts a week or more)`,
    treatmentTitle: "Equal treatment",
    segments: { channel: "Channel", language: "Language", script: "Script", queue: "Queue", customer: "Customer" },
    values: { voice: "call", chat: "chat", simplified: "simplified", traditional: "traditional", new: "first contact on record", returning: "returning", zh: "Chinese", en: "English", yue: "Cantonese" },
    differs: (segment, higher, lower) => `${segment}: points are higher with “${higher}” than with “${lower}”; their intervals do not overlap.`,
    noDifference: "Intervals overlap or there are too few: no difference can be told.",
    oneKind: "The record has no different kinds of customers to compare.",
    expectationTitle: "Beside what customers say",
    customersSay: (csat, answers, scales) => `Customers say ${csat} (scale ${scales} stretched to 100, n=${answers})`,
    cardSays: (points) => `the same transcripts have ${points} points`,
    gap: (gap, interval) => `difference ${gap}${interval === null ? "" : ` (95% interval ${interval})`}`,
    above: "Customers are happier than the scorecard.",
    below: "Customers are less happy than the scorecard: the rules may miss something.",
    noGap: "The interval includes zero or there are too few: no gap can be told.",
    noAnswers: "No customer answered a survey in this period.",
    contactsTitle: "Contacts",
    reasonsTitle: "Reason",
    reasons: { enquiry: "Enquiry", complaint: "Complaint", suggestion: "Suggestion", request: "Request", unknown: "Unknown" },
    told: (told, all) => `in ${told} of ${all} the input gives it, else the customer's first words do`,
    phasesTitle: "Phase",
    phases: { "pre-sale": "Pre-sale", "in-sale": "In-sale", "after-sale": "After-sale", unknown: "Unknown" },
    mediaTitle: "Medium",
    media: { voice: "Voice", text: "Text", video: "Video", unknown: "Unknown" },
    turnsTitle: "Turns",
    turns: (agent, customer, bot) => `agents ${agent} · customers ${customer} · bots ${bot}`,
    botNote: (transcripts) => `a bot takes part in ${transcripts}; what it says counts for nobody`,
    casesTitle: "Feedback and promises over several contacts",
    caseCounts: (applicable, met, breached) => `due ${applicable}×: ${met} met, ${breached} missed`,
    noCases: "No feedback or promise was due."
  }
}
