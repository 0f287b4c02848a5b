import { nounWords } from "../../schemas/NounWords.ts"
import type { OutcomeName } from "../../schemas/Score.ts"
import type { Event, Role } from "../../schemas/Transcript.ts"
import type { Language } from "../Settings.ts"

/** Every word that scorecards and transcripts in the terminal say by themselves, once per language; numbers come formatted. */
export interface SheetWords {
  readonly colon: string
  readonly comma: string
  readonly semicolon: string
  readonly quote: (text: string) => string
  readonly outcomes: Readonly<Record<OutcomeName, string>>
  readonly outcomeOf: (outcome: string, percent: number) => string
  readonly roles: Readonly<Record<Role, string>>
  readonly events: Readonly<Record<Event["kind"], string>>
  readonly by: (who: string) => string
  readonly lasting: (offset: string) => string
  readonly notNamed: string
  readonly undated: string
  readonly revision: (number: number) => string
  readonly rubric: string

  readonly facts: Readonly<Record<"source" | "file" | "agents" | "customer" | "queue" | "case" | "reason" | "csat" | "times", string>>
  readonly callsFor: string
  readonly toConfirm: string
  readonly notSaid: (from: number, to: number) => string
  readonly wouldPass: string
  readonly nearest: string
  readonly norNear: string
  readonly turn: (number: number) => string
  readonly alike: (percent: number) => string
  readonly why: string
  readonly instead: string
  readonly notScored: string
  readonly noPoints: string
  readonly pointsOfRules: (points: string, counted: number, all: number) => string
  readonly passed: string
  readonly failed: string
  readonly from: (passMark: number) => string
  readonly criticalBreach: string
  readonly rulesCounted: (number: number) => string

  readonly cardHead: readonly [agent: string, transcripts: string, points: string, band: string, passed: string, critical: string]
  readonly starts: Readonly<Record<"week" | "month" | "all", string>>
  readonly allAlike: string
  readonly allTime: string
  readonly days: (first: string, last: string) => string
  readonly passedOf: (passed: number, scored: number) => string
  readonly legend: (passMark: number) => string

  readonly transcripts: (number: number, scored: number) => string
  readonly noPointsAtAll: string
  readonly pointsOf100: (points: string) => string
  readonly criticalTranscripts: (number: number) => string
  readonly sectionHead: readonly [section: string, points: string, transcripts: string]
  readonly ruleHead: ReadonlyArray<string>
  readonly ruleLegend: string
  readonly neverApplied: string
  readonly estimateOf: (estimate: string, applicable: number) => string
  readonly goesWell: string
  readonly nothingReliable: (applicable: number) => string
  readonly focus: string
  readonly noFocus: (applicable: number, lost: number) => string
  readonly counts: (met: number, partly: number, breached: number) => string
  readonly overTime: string
}

const plural = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`

const en: SheetWords = {
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
  quote: (text) => `“${text}”`,
  ...nounWords.en,
  outcomeOf: (outcome, percent) => `${outcome} (${percent} %)`,
  by: (who) => `by the ${who.toLowerCase()}`,
  lasting: (offset) => `for ${offset}`,
  notNamed: "(not named)",
  undated: "undated",
  revision: (number) => `revision ${number}`,
  rubric: "rubric",
  facts: { source: "source", file: "file", agents: "agents", customer: "customer", queue: "queue", case: "case", reason: "reason", csat: "csat", times: "times" },
  callsFor: "this calls for",
  toConfirm: "found only approximately, costs nothing until a person confirms it",
  notSaid: (from, to) => (from === to ? `not said in turn ${from}` : `not said in turns ${from}–${to}`),
  wouldPass: "would have passed",
  nearest: "nearest",
  norNear: ", nor anything like it",
  turn: (number) => `turn ${number}`,
  alike: (percent) => `${percent} % alike`,
  why: "Why",
  instead: "Say instead",
  notScored: "Nobody has scored this transcript yet.",
  noPoints: "no points: no rule applied",
  pointsOfRules: (points, counted, all) => `${points} points from ${plural(counted, "rule")} of ${all}`,
  passed: "passed",
  failed: "not passed",
  from: (passMark) => ` (from ${passMark})`,
  criticalBreach: "critical breach",
  rulesCounted: (number) => plural(number, "rule"),
  cardHead: ["agent", "transcripts", "points [95 %] (scored)", "band", "passed", "critical"],
  starts: { week: "week from", month: "month", all: "period" },
  allAlike: "all alike",
  allTime: "all time",
  days: (first, last) => `${first} to ${last}`,
  passedOf: (passed, scored) => `${passed} of ${scored}`,
  legend: (passMark) =>
    `Points 0–100, passed from ${passMark}. [ ] is the 95 % interval of the mean, which takes two scored transcripts whose points differ; (n) is how many transcripts a mean comes from.`,
  transcripts: (number, scored) => `${plural(number, "transcript")}, ${scored} scored`,
  noPointsAtAll: "no rule applied, so there are no points",
  pointsOf100: (points) => `${points} points of 100`,
  criticalTranscripts: (number) => `${plural(number, "transcript")} with a critical breach`,
  sectionHead: ["section", "points", "transcripts"],
  ruleHead: ["rule", "n", "met", "partly", "breached", "n.a.", "unscored", "estimate [95 %]", "id"],
  neverApplied: "Never applied",
  ruleLegend: "n: how often the rule applied; ! critical; + bonus; n.a. and unscored count for nothing.",
  estimateOf: (estimate, applicable) => `${estimate} of ${applicable}`,
  goesWell: "Goes well",
  nothingReliable: (applicable) => `No rule applied ${applicable} times or more and earned most of its credit.`,
  focus: "The one thing to work on",
  noFocus: (applicable, lost) => `Nothing stands out: no rule that applied ${applicable} times or more lost credit ${lost} times.`,
  counts: (met, partly, breached) => `${met} met, ${partly} partly, ${breached} breached`,
  overTime: "Over time"
}

const zh: SheetWords = {
  colon: "：",
  comma: "，",
  semicolon: "；",
  quote: (text) => `“${text}”`,
  ...nounWords.zh,
  outcomeOf: (outcome, percent) => `${outcome}（${percent} %）`,
  by: (who) => `· ${who}`,
  lasting: (offset) => `历时 ${offset}`,
  notNamed: "未署名",
  undated: "无日期",
  revision: (number) => `第 ${number} 版`,
  rubric: "评分标准",
  facts: { source: "来源", file: "文件", agents: "客服", customer: "客户", queue: "队列", case: "工单", reason: "来电原因", csat: "满意度", times: "时间" },
  callsFor: "由此引出的要求",
  toConfirm: "只是近似，经人确认前不扣分",
  notSaid: (from, to) => (from === to ? `查过轮次 ${from}，没有说到` : `查过轮次 ${from}–${to}，没有说到`),
  wouldPass: "这样说即可通过",
  nearest: "最接近的一句",
  norNear: "，也没有接近的说法",
  turn: (number) => `轮次 ${number}`,
  alike: (percent) => `相似度 ${percent} %`,
  why: "为什么",
  instead: "换个说法",
  notScored: "这通记录还没有评分。",
  noPoints: "无得分：没有适用的规则",
  pointsOfRules: (points, counted, all) => `${points} 分，${all} 条规则中 ${counted} 条计分`,
  passed: "合格",
  failed: "不合格",
  from: (passMark) => `（合格线 ${passMark}）`,
  criticalBreach: "触及红线",
  rulesCounted: (number) => `${number} 条`,
  cardHead: ["客服代表", "会话", "得分 [95 %]（受评）", "等级", "合格", "红线"],
  starts: { week: "当周起", month: "月份", all: "时段" },
  allAlike: "每通都一样",
  allTime: "全部",
  days: (first, last) => `${first} 至 ${last}`,
  passedOf: (passed, scored) => `${passed}/${scored}`,
  legend: (passMark) => `得分 0–100，${passMark} 分起合格。[ ] 是均值的 95 % 区间，至少要有两通得分不同的受评会话；(n) 是均值来自几通会话。`,
  transcripts: (number, scored) => `${number} 通会话，${scored} 通受评`,
  noPointsAtAll: "没有适用的规则，因此没有得分",
  pointsOf100: (points) => `得分 ${points}（满分 100）`,
  criticalTranscripts: (number) => `${number} 通触及红线`,
  sectionHead: ["部分", "得分", "会话"],
  ruleHead: ["规则", "n", "达成", "部分达成", "违反", "不适用", "未评", "达成率 [95 %]", "编号"],
  neverApplied: "从未适用",
  ruleLegend: "n：规则适用的次数；! 红线；+ 加分项；不适用和未评的不计入。",
  estimateOf: (estimate, applicable) => `${estimate}，适用 ${applicable} 次`,
  goesWell: "做得好的",
  nothingReliable: (applicable) => `还没有哪条规则适用 ${applicable} 次以上并且基本做到。`,
  focus: "这次只谈一件事",
  noFocus: (applicable, lost) => `没有特别需要谈的：适用 ${applicable} 次以上的规则里，没有哪条失分 ${lost} 次以上。`,
  counts: (met, partly, breached) => `达成 ${met}，部分达成 ${partly}，违反 ${breached}`,
  overTime: "历次"
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = { en, zh }
