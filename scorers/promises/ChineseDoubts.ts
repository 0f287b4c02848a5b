import { clauseEnd, clauseStart } from "./ChineseClause.ts"
import type { Act } from "./Commitment.ts"
import type { SpokenTime } from "./SpokenTime.ts"

/** Takes the sentence back, wherever in it. */
const past = /当时|当初|那会儿?|原来说|昨[天日晚]|前[天日](?!气)|上(?:个?(?:周|星期|礼拜)|次|回)|刚才|刚刚|曾经?|(?:说|约|讲|答应|承诺)(?:好|过|了)?(?:的|您|你)?(?:是|在)?(?=今|明|后天|上午|下午)|(?:约|说)好(?!了?[之以]?后|了)|本来|原本|本应|原定|应该在|早就|之前(?:给|跟|答|说|承|已|就)|已经?(?=[给为帮跟与和向退回联发寄打])|以前(?=给|跟)/
const hedged = /不承诺|尽量|尽可能|争取|可能|也许|或许|大概率|说不定|不一定|不保证|不确定|不敢|没法保证|无法保证|不好说|看情况|视情况|希望(?:能|可以)?|预计|预期|估计|预估|一般|通常|正常(?:情况|来说|的话|是)|平时|理论上|按规定|按流程|原则上|应该(?:能|会|可以|是)|最快|才(?:能|可以|会|有)|是(?:想|为了|来)/
const usual = /一般|通常|正常/
/** What the house does with everybody is no word given to this customer. */
const policy = /按照?|根据|依照?|依据|规定|规则|政策|制度|条款|条例|协议|流程是|要求(?:是|我们|客服)|(?:公司|商家|客服|平台|卖家|员工)[^,，]{0,4}(?:必须|应当|需)/
const everyTime = /每|天天|随时|全天|一律|7[x*×]24|24小时(?!之?内|以内|后|左右)/
const condition = /如果|如(?:您|有|需|仍|还|超|未|果)|要是|假如|假使|假设|若是?|倘若|万一|除非|的话|一旦|只要|只有|(?<![稍久请等]|让[您你])等(?!太|很|待|候|一|会|下|我|级|于|等|到?[今明后下])[^,，]{1,12}?(?:后|了|再|通过|完|好|到账|到货|出来|回来|下来|恢复|[,，])|^(?:那)?[您你](?!好|放心|的|别|先别|看|稍|不用)[^,，]{0,12}(?:确认|提交|下单|付款|支付|拍下|寄出|寄回|签字|提供)[,，]|凡是|当[^,，]{1,12}时(?!间|候?[候])|逾期|超过[^,，]{0,8}(?:没|未)/
/** 给您发的链接: what follows tells which one is meant. */
const relative = /^的(?![哈哦呢呀啊了哟喔噢亲]|$|[,，])/
/** An event that has to come first, and lies in other hands. */
const awaited = /(?:收到|签收|寄回|寄到|退回|到货|付款|支付|下单|提交|上传|提供|审核|审批|通过|质检|验收|确认收货|补齐|同意|申请|登记|完成|恢复|入库|激活)[^,，\d一二两三四五六七八九十]{0,8}[之以]?后/
const regardless = /即使|就算|哪怕|不管|无论|不论|即便|有没有|有无|还没[^,，]{0,8}也|没有?(?:新|任何|什么)?(?:消息|进展|结果)[^,，]{0,3}也/
const negated = /不(?:能|会|用|需要?|可以|可能|太?方便|是|打算|给|再|必|要|到|联|回)|没(?!关系|问题|事|错)|无法|未(?:能|曾|必)?(?=[给打回联])|未能|未必|来不及|别(?!的|人)|无需|没空|难以|[不没未别]$/
const asking = /^请问|吗|么$|(?<!的|着)呢$|能不能|可不可以|可否|能否|要不要|是不是|是否|行不行|好不好|需不需要|什么时候|啥时候|几点|哪天|何时|多久|方便|还是(?=明|后|下|上|晚|早|周)/
const tagQuestion = /(?:[,，]?(?:您|你)(?:看|觉得)(?:这样|下)?|[,，]|(?<=.{6}))(?:这样)?(?:可以|好|行|方便|没问题|ok|成|对|是)(?:吗|么|不|吧|嘛)[哈哦的呢]*$|[,，]?(?:您|你)看(?:怎么样|呢|如何|好不好|行不行|可不可以|成不成)$|[,，](?:好不好|行不行|可不可以|怎么样|如何)$/
const proposed = /^(?:那)?(?:您|你)看(?:这样)?(?:好不好|可以吗|行不行|行吗|好吗|可不可以|成吗)[,，]/
const reported = /(?<![给跟向和对])[您你](?:是?说|说的?是|的意思|刚才说|要求(?!的)|希望(?!的)|想(?!的)|反映说)|客户说|(?:同事|他们?|她们?|客服|人家|师傅|经理|厂家|商家|银行)(?:说(?!好|了|过)|承诺)|(?<!我[^,，]{0,6})说(?:是|会)?(?=今|明[天早晚日儿]|后天|下[周个午星礼]|周|星期|礼拜|[\d一二两三四五六七八九十]+(?:[天点:]|个|小时|分钟))|显示|写着|短信(?:里|上)?说|通知上|有人(?:说|跟)/
const others = /快递|物流|包裹|快件|司机|骑手|配送员|派送员|小哥|师傅|银行|厂家|厂商|商家|卖家|仓库|平台|法院|邮局|承运商|供应商|第三方|(?:他们|她们|他|她)(?![们的])|货|(?<![邮文附软证信])件|机器人|系统|站点|(?:短信|简讯|邮件|验证码|通知)(?:会|将|就)/
const ours = /我|咱|这边|这里|小妹|妹子|本人|专员|专人|专家|主管|主任|经理|同事|同仁|客服|坐席|班长|组长|店长|部门|团队|售后|财务|负责人|领导|有人|公司/
const own = /我|咱|售后|专员|专人|同事|主管|经理|客服/
const arranged = /我[^,，]{0,6}(?:让|安排|派|叫|请|通知|催|约|会有)|(?:安排|派|让|请)[^,，]{0,8}(?:师傅|队长|工程师|技师|人员|定损员|站长)|给[您你](?:安排|约|预约)/
/** What may stand between a time and a word for the customer without there being anything that is done. */
const filler = /^(?:会|就|再|也|都|将|的|一定|肯定|准时|左右)*$/
const today = /^(?:今(?:天|日|儿)|当天|本日|现在)+$/
const toUs = /[给跟向和找][我咱]们?(?:会|再)?$/
const undertaken = /(?:解决|处理|恢复|修复|落实|更换|退还|补偿|赔偿|归还|开通|搞定)[您你]/
const fitter = /师傅|工程师|技师/

/** Where an act stands in its sentence. */
interface Place {
  readonly act: Act
  readonly time: SpokenTime
  readonly text: string
  /** The sentence with what the turn said before it. */
  readonly turn: string
  /** From where act and time are read together to the end of the act's clause. */
  readonly from: number
  readonly end: number
  /** That stretch; what of it comes before the act, without the time; the sentence up to its end. */
  readonly whole: string
  readonly lead: string
  readonly upTo: string
}

/**
 * Does anything in the sentence keep words of a time and an act from being a promise: is it past, doubtful, a rule of the house, a condition, a question,
 * somebody else's doing? `earlier`: what the turn said before the sentence; `question`: the sentence ends with a question mark.
 */
export const isWithheld = (act: Act, time: SpokenTime, text: string, question: boolean, earlier: string): boolean => {
  const start = clauseStart(text, act.start)
  const end = clauseEnd(text, act.end)
  const from = Math.min(start, time.start)
  const lead = text.slice(from, act.start).replace(text.slice(time.start, time.end), "")
  const place: Place = { act, time, text, turn: earlier + text, from, end, whole: text.slice(from, end), lead, upTo: text.slice(0, end) }
  return isOver(place) || isDoubtful(place) || isConditional(place, text.slice(start, end)) || asks(text, end, question) || customerActs(text.slice(start, act.start), lead) || !houseActs(place)
}

/** Done already, or said of something that was. */
const isOver = ({ act, end, lead, text }: Place): boolean => {
  const done = text.slice(act.start, act.end)
  const rest = text.slice(act.end)
  if (past.test(lead) || (/过了?(?:[,，。]|$)|^了/.test(rest.slice(0, 2)) && !/一定|肯定|保证|会|准能/.test(lead))) return true
  if (!/[您你]$/.test(done) && relative.test(rest)) return true
  return act.loose && !/一定|肯定|保证/.test(lead) && /过(?![去来户])|了[哈哦的]?$/.test(text.slice(act.start, end))
}

const isDoubtful = ({ act, from, lead, text, time, upTo }: Place): boolean => {
  if (hedged.test(upTo.slice(Math.max(0, from - 8)).replace(/^.*(?:但是?|不过|可是)/, "")) || policy.test(upTo) || (usual.test(upTo) && !/我/.test(lead)) || everyTime.test(lead) || reported.test(upTo)) return true
  if (/^(?:是|的目的|主要|就是)/.test(text.slice(act.end)) || toUs.test(text.slice(from, act.start))) return true
  if (negated.test(lead.replaceAll(/不好意思|不管|不论|不超过|不出|要不|不要?着急|不好受|不见不散/g, "")) && !regardless.test(lead)) return true
  if (!act.loose) return false
  // Words that do not tell what is done only count close to their time, and not for what is being done anyway.
  const between = act.start > time.end ? lead.slice(Math.max(0, time.start - from)) : "x"
  return today.test(text.slice(time.start, time.end)) || /.{9}|[是要想得能]|可以/.test(between) || (filler.test(between) && /^[您你]/.test(text.slice(act.start)))
}

const isConditional = ({ upTo }: Place, clause: string): boolean =>
  (condition.test(upTo) && !regardless.test(upTo)) || (awaited.test(upTo) && !/我们?(?!是)[^,，]{0,2}(?:查|核|问|确认|看|了解|请示|联系|跟|登记|处理)[^,，]{0,6}后/.test(upTo)) || (/(?:如果|要是|假如|若)|的话$/.test(clause) && !regardless.test(clause))

/** “…，可以吗” asks for leave to keep a promise; “…给您回电吗” makes none. */
const asks = (whole: string, until: number, question: boolean): boolean => {
  const lead = proposed.exec(whole)?.[0].length ?? 0
  const text = whole.slice(lead)
  const end = until - lead
  const upTo = text.slice(0, end)
  const tag = tagQuestion.exec(upTo) ?? tagQuestion.exec(text)
  if (tag !== null && tag.index >= 6) return asking.test(text.slice(0, Math.min(tag.index, end))) || /^(?:需要|要不|或者|不如|请问|想问)/.test(text)
  if (asking.test(upTo) || (question && /还是[^,，]{0,6}(?:[今明后]|[上下]午|晚上|早)/.test(text))) return true
  return question && end === text.length && lead === 0
}

/** Is it the customer who shall do it? “您” that is not given, told or asked something is the subject. */
const customerActs = (before: string, lead: string): boolean => {
  if (/请(?:您|你)?(?:务必|尽快|先|再|于|在)*$|麻烦|烦请|劳烦|辛苦(?:您|你)/.test(lead) && !/请(?:您|你)放心|请放心/.test(lead)) return true
  const subject = before.search(/(?<![给跟向为帮和与同替让把对陪系络知诉复覆馈访到])[您你](?!放心|好|家|的)/)
  return subject >= 0 && !ours.test(before.slice(subject).replaceAll(/[给跟向和与找](?:我|咱)们?/g, ""))
}

/** “I have passed it on to them, they will …” and “the fitter comes …, I have arranged it” speak for the house. */
const handedOn = (lead: string, turn: string): boolean =>
  (/他|她/.test(lead) && /我[^,，]{0,14}(?:转|反[馈映]|升级|提交|交给|上报|登记|告诉|通知|请|汇报)/.test(turn)) || (fitter.test(lead) && /(?:我|这边|已经?)[^,，]{0,6}(?:安排|约|排|派)/.test(turn))

/** Is it the agent or the house that does it? */
const houseActs = ({ act, lead, text, time, turn, upTo, whole }: Place): boolean => {
  if (others.test(lead) && !arranged.test(lead) && !own.test(lead) && !handedOn(lead, turn)) return false
  if (/[是要](?:在|于)?$/.test(text.slice(0, time.start)) && !/[您你]/.test(whole)) return false
  switch (act.what) {
    case "delivery":
    case "refund":
    case "fix":
      // “Can be sent today” and “arrives today” say what is to be expected of things.
      if (act.what !== "fix" && /(?<!您看|你看)可以(?:的)?[给为帮跟]?/.test(lead)) return false
      if (act.what === "delivery" && (/送[达到]|[配派]送/.test(whole) || /^[^,，]{1,6}到[货达]?(?:[,，]|$)/.test(text.slice(act.end))) && !/我|咱|安排/.test(lead)) return false
      return ours.test(upTo) || (act.loose && undertaken.test(text.slice(time.end, act.end))) || /[给帮为替][您你]|退(?:款)?给|会[把将]/.test(whole)
    case "visit":
      return ours.test(lead) || arranged.test(upTo) || (fitter.test(lead) && handedOn(lead, turn))
    case "call":
    case "reply":
    case "contact":
      return !act.loose || ours.test(lead) || /[您你]/.test(text.slice(act.start, act.end))
  }
}
