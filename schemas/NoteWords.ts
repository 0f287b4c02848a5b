import type { Words } from "./Rubric.ts"

/** The parts a finding may be evidence of, by the name that rule files and findings give them. */
const parts: Readonly<Record<string, Words>> = {
  salutation: { zh: "问候", en: "greeting" },
  company: { zh: "公司或热线名称", en: "name of the company or line" },
  "self-identification": { zh: "自报姓名", en: "agent's own name" },
  offer: { zh: "询问需要什么帮助", en: "offer of help" },
  "anything-else": { zh: "询问还需要什么帮助", en: "asking what else is needed" },
  thanks: { zh: "致谢", en: "thanks" },
  goodbye: { zh: "道别", en: "goodbye" },
  apology: { zh: "致歉", en: "apology" },
  courtesy: { zh: "客气的说法", en: "courtesy" },
  prompt: { zh: "第一次询问", en: "first prompt" },
  "prompt-again": { zh: "再次询问", en: "second prompt" },
  "no-sound": { zh: "告知听不到声音", en: "saying that nothing is heard" },
  "call-again": { zh: "请客户换电话再打来", en: "asking to call again" },
  handset: { zh: "请客户拿起话筒", en: "asking to pick up the handset" },
  louder: { zh: "请客户大声一点", en: "asking to speak up" },
  "other-phone": { zh: "请客户换一部电话", en: "asking to use another phone" },
  "way-out": { zh: "说明怎么办（换电话、再打来）", en: "a way out (another phone, calling again)" },
  mandarin: { zh: "请客户讲普通话", en: "asking for Mandarin" },
  helper: { zh: "请找会讲普通话的人", en: "asking for someone who speaks Mandarin" },
  "speaks-up": { zh: "提高音量再说", en: "speaking up" },
  announced: { zh: "事先告知要等候", en: "hold announced" },
  explained: { zh: "说明为什么要等", en: "hold explained" },
  thanked: { zh: "回来后致谢", en: "thanks after the hold" },
  reason: { zh: "说明原因", en: "reason given" },
  alternative: { zh: "说明能怎么办", en: "what can be done instead" },
  how: { zh: "说明怎么办", en: "how to go on" },
  when: { zh: "说明什么时候", en: "by when" },
  done: { zh: "已经办好", en: "done" },
  confirmed: { zh: "客户确认解决", en: "the customer confirms it" },
  "next-step": { zh: "说明下一步", en: "next step" },
  unanswered: { zh: "没有得到回答的问题", en: "a question left unanswered" },
  question: { zh: "再次发问", en: "asked again" },
  protest: { zh: "客户说已经讲过", en: "the customer told it before" },
  order: { zh: "订单号", en: "order number" },
  "order-number": { zh: "订单号", en: "order number" },
  complaint: { zh: "客户的投诉", en: "the complaint" },
  promise: { zh: "客服的承诺", en: "promise" },
  kept: { zh: "已兑现", en: "kept" },
  broken: { zh: "没有兑现", en: "broken" },
  overdue: { zh: "已过期限", en: "overdue" },
  phone: { zh: "电话号码", en: "phone number" },
  address: { zh: "地址", en: "address" },
  closing: { zh: "结束语", en: "closing" },
  name: { zh: "客户的姓名", en: "the customer's name" },
  situation: { zh: "出现这一情形", en: "the situation arises" },
  dialect: { zh: "客户说方言", en: "the customer speaks a dialect" },
  forbidden: { zh: "不该说的话", en: "not to be said" }
}

/** Notes with numbers in them, `{}` for each. Some are stored in the language of the transcript, so either wording is recognised. */
const sentences: ReadonlyArray<Words> = [
  { zh: "{} 秒后回复，标准 {} 秒", en: "reply after {} s, target {} s" },
  { zh: "{} 秒后首次回复，标准 {} 秒", en: "first reply after {} s, target {} s" },
  { zh: "距客户首条消息 {} 秒", en: "{} s after the customer's first message" },
  { zh: "共 {} 次回复", en: "{} replies" },
  { zh: "平均 {} 秒", en: "average {} s" },
  { zh: "中位数 {} 秒", en: "median {} s" },
  { zh: "九成不超过 {} 秒", en: "90 % within {} s" },
  { zh: "最长 {} 秒", en: "longest {} s" },
  { zh: "铃响 {} 声接起（{} 秒），标准 {} 声以内，第一声铃响完之前接起", en: "picked up after {} rings ({} s), target {}, before the first ring had ended" },
  { zh: "铃响 {} 声接起（{} 秒），标准 {} 声以内", en: "picked up after {} rings ({} s), target {}" },
  { zh: "铃响 {} 声接起，标准 {} 声以内，第一声铃响完之前接起", en: "picked up after {} rings, target {}, before the first ring had ended" },
  { zh: "铃响 {} 声接起，标准 {} 声以内", en: "picked up after {} rings, target {}" },
  { zh: "客户未说完，重叠 {} 毫秒", en: "{} ms over the customer, who stopped" },
  { zh: "被打断的话", en: "the words cut off" },
  { zh: "客户说完后静默 {} 秒", en: "{} s of silence after the customer's words" },
  { zh: "坐席说完后静默 {} 秒", en: "{} s of silence after the agent's own words" },
  { zh: "请客户稍等后静默 {} 秒", en: "{} s of silence after the customer was asked to wait" },
  { zh: "{} 秒后就挂断，应等 {} 秒", en: "hung up after {} s, {} s due" },
  { zh: "{} 秒后又开口，应等 {} 秒", en: "spoke again after {} s, {} s due" }
]

/** Around another note, `{}`: how it was found. */
const remarks: ReadonlyArray<readonly [RegExp, Words]> = [
  [/^(.+) \(heard, (\d+) % alike\)$/, { zh: "{}（读音相近，{} %）", en: "{} (heard, {} % alike)" }],
  [/^(.+) \(out of order\)$/, { zh: "{}（次序不对）", en: "{} (out of order)" }]
]

/** What a note may be put together of, in either language. */
const joints: ReadonlyArray<readonly [RegExp, Words]> = [
  [/ · /, { zh: " · ", en: " · " }],
  [/；|; /, { zh: "；", en: "; " }],
  [/，|, /, { zh: "，", en: ", " }]
]

const filled = (template: string, values: ReadonlyArray<string>): string => {
  const rest = [...values]
  return template.replaceAll("{}", () => rest.shift() ?? "")
}

const either = (template: string): RegExp => {
  const pattern = template.split("{}").map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`(\d+(?:\.\d+)?)`)
  return new RegExp(`^${pattern.replace("rings", "rings?").replace("replies", "repl(?:ies|y)")}$`)
}

const recognised = sentences.flatMap((words) => [[either(words.zh), words], [either(words.en), words]] as const)

const known = (note: string): Words | null => {
  const part = Object.hasOwn(parts, note) ? parts[note] : undefined
  if (part !== undefined) return part
  for (const [pattern, { en, zh }] of recognised) {
    const found = pattern.exec(note)
    if (found !== null) return { zh: filled(zh, found.slice(1)), en: filled(en, found.slice(1)).replace(/\b1 rings\b/, "1 ring").replace(/^1 replies$/, "1 reply") }
  }
  for (const [pattern, { en, zh }] of remarks) {
    const [whole, about, ...values] = pattern.exec(note) ?? []
    const words = whole === undefined ? null : noteWords(about!)
    if (words !== null) return { zh: filled(zh, [words.zh, ...values]), en: filled(en, [words.en, ...values]) }
  }
  for (const [joint, { en, zh }] of joints) {
    const pieces = note.split(joint)
    const all = pieces.length === 1 ? [] : pieces.map(known).filter((words) => words !== null)
    if (all.length === pieces.length) return { zh: all.map((words) => words.zh).join(zh), en: all.map((words) => words.en).join(en) }
  }
  return null
}

/** What a finding's note says, in both languages; one we have no words for stands as it is in both. */
export const noteWords = (note: string): Words => known(note) ?? { zh: note, en: note }
