import { type Act, acts, type Commitment, type Promised } from "./Commitment.ts"
import { chineseTimes } from "./ChineseTimes.ts"
import type { SpokenTime } from "./SpokenTime.ts"

/** A sentence without one of these names no time, one without one of those promises nothing: most go no further. */
const anyTime = /[今明后][天日儿早晚夜晨]|大后天|当天|本日|周|星期|礼拜|[\d一二三四五六七八九十两半][点时:号日天]|小时|分钟|钟头|工作[日天]|刻钟|[上下中正]午|午[前后]|[早晚]上|早晨|凌晨|清晨|傍晚|晚间|夜里|一早|下班|月[底末内之]/
const anyAct = /电|打|传|[回答][复覆应报话访拨]|告|通知|反馈|汇报|联[系络]|[退赔寄送]|发|上门|到府|登门|家|说|沟通|同步|确认|消息|结果|答案|准信|方案|交代|[好完妥掉毕]|成功|意见|过[去来]|返还|补偿|到账|留/
const you = "(?:[您你](?:们|家人)?)"

const patterns: ReadonlyArray<readonly [Promised, RegExp]> = [
  ["call", new RegExp(`(?:给${you}|为${you}|跟${you})?(?:再|就|会|主动|亲自)?回(?:${you})?(?:一?个|一?通)?(?:电话?|拨)(?!话?号)(?:给${you})?`, "g")],
  ["call", new RegExp(`[打拨](?:一?个|一?通)?(?:电话)?给${you}|打(?:一?个|一?通)?电话(?:过去|过来)?(?:给|跟|告诉|通知|告知|和|联系|向)${you}`, "g")],
  ["call", new RegExp(`[给跟]${you}(?:再|先|也)?(?:打|去|回|拨|来)(?:一?个|一?通)?(?:电话|电)|给${you}(?:一?个|一?通)?电话|[给跟]${you}(?:打|拨|回)(?:过去|回去|过来)`, "g")],
  ["call", new RegExp(`(?:致电|去电|电联|电话(?:联系|通知|告知|答复|回[复访覆]))(?:给)?${you}?`, "g")],
  ["reply", new RegExp(`(?:回[复覆报应]|答[复覆]|反馈|回话|汇报|告知|告诉|通知)(?:给)?(?:${you}|客户)`, "g")],
  ["reply", new RegExp(`给(?:到)?${you}(?:一?个|明确的?|满意的?|准确的?|最终的?|初步的?|正式的?|处理|书面)*的?(?:答[复覆]|回[复覆应报话]|反馈|消息|结果|答案|说法|交代|准信|信儿|通知|解决方案|方案|处理意见)`, "g")],
  ["reply", new RegExp(`[跟向和与同]${you}(?:再|及时|主动)?(?:回[复覆报]|汇报|反馈|说明|说一声|确认|沟通|同步|答[复覆]|报告)`, "g")],
  ["reply", new RegExp(`(?:发|传)(?:一?[个条封]|到|送)?(?:消息|短信|简讯|邮件|信息|微信|手机|邮箱)?给${you}|[给跟]${you}(?:再)?(?:发|留|传)(?:一?[个条封]|个)?(?:消息|短信|简讯|邮件|信息|微信|留言|讯息)|(?:发|告诉|告知|转|回[复覆]|反馈)(?:到)?(?:给)?${you}`, "g")],
  ["reply", /(?:做出|作出|有)(?:答[复覆]|回[复覆])|(?:回[复覆报]|答[复覆])(?=[,，。!]|$)/g],
  ["contact", new RegExp(`[跟和与同]${you}(?:再)?(?:取得)?联[系络]|联[系络](?:到)?(?:一下)?${you}|回访(?:一下)?${you}?|对${you}(?:进行)?回访`, "g")],
  ["refund", new RegExp(`给${you}(?:办理|处理|做|申请|安排|把钱|全额|原路)*(?:退[款费回钱]|退(?!货)|赔付|补偿|返还|打款)|退(?:款|钱|费|还|回)?给${you}|(?:打|转|退)[到回]${you}的?(?:账户|帐户|账上|卡|银行卡|支付宝|微信)|(?:退款|赔付|补偿|款项)(?:打)?到账`, "g")],
  ["delivery", new RegExp(`(?:[给为帮]${you})(?:优先|加急|重新|再|补)*(?:补?[寄发送](?:出|货|过去|到|去|一)?|补寄|发货|配送)|(?:寄|送)(?:到|给)${you}|补寄|寄出|发货|发出`, "g")],
  ["visit", new RegExp(`上门|到府|登门|到${you}家`, "g")],
  ["fix", new RegExp(`[给帮为替]${you}(?:把[^,，]{1,10})?(?:处理|解决|修|弄|办|办理|安排|开通|恢复|更换|换|装|调整)(?:好|完|妥|妥当|掉|完毕|成功)|(?:处理|解决|修复|修|恢复|办理)(?:好|完成|完毕)`, "g")]
]

/** Takes the sentence back, wherever in it. */
const past = /昨[天日晚]|前[天日](?!气)|上(?:个?(?:周|星期|礼拜)|次|回)|刚才|刚刚|曾经?|(?:说|约|讲|答应|承诺)(?:好|过|了)?(?:的|您|你)?(?:是|在)?(?=今|明|后|上午|下午)|(?:约|说)好|本来|原本|本应|原定|应该在|早就|之前(?:给|跟|答|说|承)/
const hedged = /尽量|争取|可能|也许|或许|说不定|不一定|不保证|不确定|不敢|没法保证|无法保证|不好说|看情况|希望(?:能|可以)?|预计|估计|预估|一般|通常|正常(?:情况|来说)|平时|理论上|按规定|按流程|原则上/
const everyTime = /每天|每日|每周|天天|每次|随时|全天|7[x*×]24|24小时(?!之?内|以内|后|左右)/
const condition = /如果|要是|假如|假使|若是?|倘若|万一|除非|的话|一旦|只要|只有|等(?:[^,，]{1,12})(?:后|了|再)|凡是|当[^,，]{1,12}时(?!间|候?[候])/
const regardless = /即使|就算|哪怕|不管|无论|不论|即便|有没有|有无|还没[^,，]{0,8}也|没有?(?:新|任何|什么)?(?:消息|进展|结果)也/
const negated = /不(?:能|会|用|需要?|可以|可能|太?方便|是|打算|给|再|必|要)|没(?:有?办)?法|没(?:有|能)?(?:人|给|打|回|联)|无法|未能|来不及|别|无需|没空/
const asking = /吗|么$|呢$|能不能|可不可以|要不要|是不是|是否|行不行|好不好|需不需要|什么时候|几点|哪天|何时|多久|方便/
const tagQuestion = /[,，]?(?:您看|你看|这样)?(?:可以|好|行|方便|没问题|ok|成|对|是)(?:吗|么|不|吧|嘛)$|[,，]?(?:好不好|行不行|可不可以|您看怎么样|您看呢|您看如何)$/
const reported = /(?<![给跟向和对])[您你](?:是?说|说的?是|的意思|刚才说|要求|希望|想|反映)|客户说|(?:同事|他们|客服|人家|师傅|经理)说(?!好)|显示|写着|短信(?:里|上)?说|通知上|有人(?:说|跟)/
const others = /快递|物流|包裹|快件|司机|骑手|配送员|派送员|师傅|银行|厂家|厂商|商家|卖家|仓库|平台|法院|邮局|承运商|第三方|(?:他们|她们|他|她)(?![们的])|货|件|机器人|系统|(?:短信|简讯|邮件|验证码|通知)(?:会|将|就)/
const ours = /我|咱|这边|本人|专员|专人|专家|主管|经理|同事|客服|坐席|班长|组长|部门|负责人|领导|有人|公司/
const arranged = /我[^,，]{0,6}(?:让|安排|派|叫|请|通知|催|约|会有)|(?:安排|派|让|请)[^,，]{0,8}(?:师傅|队长|工程师|技师|人员|定损员|站长)|给[您你](?:安排|约|预约)/

/** The commitments of one sentence, in simplified characters and lower case, without the mark it ends with (`question`: that is one that asks). */
export const chinesePromises = (sentence: string, question: boolean): Array<Commitment> => {
  if (!anyTime.test(sentence) || !anyAct.test(sentence)) return []
  const times = chineseTimes(sentence).filter((time) => time.bound !== "after")
  if (times.length === 0) return []
  const found: Array<Commitment> = []
  for (const act of acts(patterns, sentence)) {
    const time = timeOf(act, times, sentence)
    if (time === null || found.some((one) => one.time === time) || !stands(act, time, sentence, question)) continue
    found.push({ start: Math.min(time.start, act.start), end: Math.max(time.end, act.end), what: act.what, time })
  }
  return found
}

const isComma = (character: string) => character === "," || character === "，" || character === ":" || character === "、"

const clauseStart = (text: string, at: number): number => {
  let start = at
  while (start > 0 && !isComma(text[start - 1]!)) start--
  return start
}

const clauseEnd = (text: string, at: number): number => {
  let end = at
  while (end < text.length && !isComma(text[end]!)) end++
  return end
}

/** The time an act is promised for: the last before it in its clause, else one that is a clause of its own next to it. */
const timeOf = (act: Act, times: ReadonlyArray<SpokenTime>, text: string): SpokenTime | null => {
  const start = clauseStart(text, act.start)
  const within = times.findLast((time) => time.start >= start && time.end <= act.start)
  if (within !== undefined) return within
  // A time may run over the comma that its clause begins with.
  const across = times.findLast((time) => time.start < start && time.end > start && time.end <= act.start)
  if (across !== undefined) return across
  const alone = (time: SpokenTime) => text.slice(clauseStart(text, time.start), time.start).length + text.slice(time.end, clauseEnd(text, time.end)).length <= 4
  const before = times.findLast((time) => time.end <= start && start - time.end <= 6 && alone(time))
  if (before !== undefined) return before
  const end = clauseEnd(text, act.end)
  return times.find((time) => time.start >= act.end && time.start <= end + 1 && alone(time)) ?? null
}

const stands = (act: Act, time: SpokenTime, text: string, question: boolean): boolean => {
  const start = clauseStart(text, act.start)
  const end = clauseEnd(text, act.end)
  const clause = text.slice(start, end)
  const from = Math.min(start, time.start)
  const lead = text.slice(from, act.start).replace(text.slice(time.start, time.end), "")
  const upTo = text.slice(0, end)
  if (past.test(lead) || /过了?(?:[,，。]|$)|^了/.test(text.slice(act.end, act.end + 2))) return false
  if (hedged.test(upTo.slice(Math.max(0, from - 8))) || everyTime.test(lead) || reported.test(upTo)) return false
  if (condition.test(upTo) && !regardless.test(upTo)) return false
  if (/(?:如果|要是|假如|若)|的话$/.test(clause) && !regardless.test(clause)) return false
  if (negated.test(lead.replaceAll(/不好意思|不管|不论|不超过|要不|不要?着急|不好受/g, "")) && !regardless.test(lead)) return false
  if (asks(text, end, question)) return false
  if (customerActs(act, clause, start, lead)) return false
  return agentActs(act, lead, text.slice(from, end), upTo)
}

/** “…，可以吗” asks for leave to keep a promise; “…给您回电吗” makes none. */
const asks = (text: string, end: number, question: boolean): boolean => {
  const tag = tagQuestion.exec(text)
  if (tag !== null && tag.index >= 6 && (tag[0].startsWith(",") || tag[0].startsWith("，"))) return asking.test(text.slice(0, tag.index))
  const upTo = text.slice(0, end)
  if (asking.test(upTo)) return true
  return question && end === text.length
}

/** Is it the customer who shall do it? “您” that is not given, told or asked something is the subject. */
const customerActs = (act: Act, clause: string, start: number, lead: string): boolean => {
  const before = clause.slice(0, act.start - start)
  if (/请(?:您|你)?(?:务必|尽快|先|再)?$|麻烦(?:您|你)|辛苦(?:您|你)/.test(lead) && !/请(?:您|你)放心|请放心/.test(lead)) return true
  const subject = before.search(/(?<![给跟向为帮和与同替让把对陪系络知诉复覆馈访到])[您你](?!放心|好|家|的)/)
  return subject >= 0 && !ours.test(before.slice(subject).replaceAll(/[给跟向和与找](?:我|咱)们?/g, ""))
}

const agentActs = (act: Act, lead: string, whole: string, upTo: string): boolean => {
  if (others.test(lead) && !arranged.test(lead) && !/我|咱/.test(lead)) return false
  if (act.what === "delivery" || act.what === "refund" || act.what === "fix") return ours.test(act.what === "refund" ? upTo : lead) || /[给帮为替]你|[给帮为替]您|退(?:款)?给|会[把将]/.test(whole)
  if (act.what === "visit") return ours.test(lead) || arranged.test(lead)
  return true
}
