/**
 * A standard phrase as agents word it: `said` with alternatives `(a|b)` stands for several; `call` is the conversation that makes it due, with
 * `@` where the agent says it; `parts` are the elements or steps that must be found.
 */
export interface StandardPhrase {
  readonly rule: string
  readonly said: ReadonlyArray<string>
  readonly call: string
  readonly parts: ReadonlyArray<string>
}

const company = "(星河|华信|蓝天电器|东方|安达)"
const agent = "(王芳|李强|张敏|赵磊|陈雅婷|欧阳明)"

/** All thirteen rows but those that forbid only, with the wordings of the training material and of agents who follow it. */
export const standardPhrases: ReadonlyArray<StandardPhrase> = [
  {
    rule: "opening-greeting",
    said: [
      `您好，(欢迎致电${company}客户服务热线，客服代表${agent}很高兴为您服务|欢迎致电${company}客服中心，我是客服专员${agent}，很高兴为您服务|这里是${company}客户服务热线，我是(12|305)号客服代表)，请问有什么可以(帮助您|帮您|帮到您)`
    ],
    call: "[00:02] 客服: @\n[00:12] 客户: 我想查一下订单\n[00:15] 客服: 请稍等",
    parts: ["salutation", "company", "self-identification", "offer"]
  },
  {
    rule: "greeting-reply",
    said: ["您好，(很高兴为您服务，|)请问有什么可以(帮助您|帮您|帮到您)(吗|的|)"],
    call: "[00:01] 客户: (小姐|先生|)您好\n[00:03] 客服: @\n[00:09] 客户: 嗯",
    parts: ["salutation", "offer"]
  },
  {
    rule: "silent-call",
    said: ["您好，请问有什么可以(帮助您|帮您)", "您好，请问有什么可以(帮助您|帮您)", "(对不起，您的电话没有声音，请您换一部电话(再次|)(打来|打过来)，好吗，(感谢您的来电，|)|很抱歉，听不到您的声音，请您稍后再次拨打，感谢您的来电，)再见"],
    call: `[00:02-00:08] 客服: 您好，欢迎致电${company}，我是${agent}\n[00:13-00:15] 客服: @\n[00:20-00:22] 客服: @\n[00:27-00:32] 客服: @\n[00:37] * hang-up agent`,
    parts: ["prompt", "prompt-again", "no-sound", "call-again"]
  },
  {
    rule: "speakerphone",
    said: ["对不起，(您的声音(太小|有点小)，(请您|麻烦您)|请您关闭免提，)拿起话筒(说话|讲话)(好吗|可以吗)"],
    call: "[00:10] 客户: [听不清]\n[00:12] 客服: @\n[00:18] 客户: 好",
    parts: ["apology", "handset"]
  },
  {
    rule: "customer-too-quiet",
    said: ["对不起，请您(大声一点|声音大一点)，(好吗|可以吗)", "对不起，您的电话声音太小，请您换一部电话(打来|打过来)，好吗"],
    call: "[00:10] 客户: [声音很小]\n[00:12-00:14] 客服: @\n[00:15-00:16] 客户: [声音很小]\n[00:17-00:21] 客服: @\n[00:26] * hang-up agent",
    parts: ["apology", "louder", "other-phone"]
  },
  {
    rule: "noisy-line",
    said: ["对不起，您的电话杂音(太大|很大)，(听不清，|)请您换一部电话(再次|)(打来|打过来)好吗，再见"],
    call: "[00:10] 客户: [杂音]\n[00:12-00:16] 客服: @\n[00:21] * hang-up agent",
    parts: ["apology", "way-out"]
  },
  {
    rule: "dialect-not-understood",
    said: ["对不起，(请您|麻烦您)(讲|说)普通话，(好吗|可以吗)，谢谢", "对不起，(请您|麻烦您)找一个(可以|会)(讲|说)普通话的人来，(好吗|可以吗)，谢谢"],
    call: "[00:10] 客户: 侬好,阿拉屋里厢冰箱坏脱了\n[00:12] 客服: @\n[00:15] 客户: 侬讲啥,勿晓得呀\n[00:18] 客服: @\n[00:25] * hang-up agent",
    parts: ["mandarin", "helper"]
  },
  {
    rule: "agent-too-quiet",
    said: ["对不起，(现在可以听清楚吗|这样听得清楚吗|)，请问有什么可以(帮助您|帮您)"],
    call: "[00:10] 客户: 喂，你声音太小了，我听不见\n[00:12] 客服: @\n[00:18] 客户: 好了",
    parts: ["apology", "speaks-up"]
  },
  {
    rule: "closing",
    said: ["请问还有(其他|什么)可以(帮您的|帮到您的|帮助您的)吗", "(不客气|)感谢您的来电，(祝您生活愉快，|)再见"],
    call: "[00:10] 客户: 好的\n[00:12] 客服: @\n[00:15] 客户: 没有了\n[00:17] 客服: @\n[00:21] * hang-up customer",
    parts: ["anything-else", "thanks", "goodbye"]
  },
  {
    rule: "no-abrupt-ending",
    said: ["(感谢您的来电，祝您(生活|工作)愉快，再见|请问还有其他可以帮您的吗)"],
    call: "[00:10] 客户: 没有了\n[00:17] 客服: @\n[00:21] * hang-up agent",
    parts: ["closing"]
  },
  { rule: "ready-to-note", said: ["好的，您请(讲|说)，我这边在(记录|登记)"], call: "[00:10] 客户: 地址是滨江花园\n[00:12] 客服: @\n[00:20] 客户: 好", parts: [] },
  { rule: "address-by-name", said: ["(王|沈|赵|李)(先生|女士)，请问有什么可以帮助您"], call: "[00:05] 客户: 我想报修\n[00:08] 客服: @\n[00:12] 客户: 好", parts: [] },
  { rule: "keep-to-mandarin", said: ["您是说洗衣机(脱水|甩干)的时候(噪音|声音)很大，对吗"], call: "[00:05] 客户: 我部机坏咗，好嘈㗎\n[00:08] 客服: @\n[00:12] 客户: 系啊", parts: [] }
]

/** One of the wordings a template stands for. */
export const variant = (template: string, random: () => number): string => {
  let text = template
  for (let group = /\(([^()]*)\)/.exec(text); group !== null; group = /\(([^()]*)\)/.exec(text)) {
    const options = group[1]!.split("|")
    text = text.slice(0, group.index) + options[Math.floor(random() * options.length)]! + text.slice(group.index + group[0].length)
  }
  return text
}

/** The call with the phrases in their places, each as `heard` makes it. */
export const callWith = ({ call, said }: StandardPhrase, random: () => number, heard: (said: string) => string): string => {
  let n = 0
  return variant(call, random).replaceAll("@", () => heard(variant(said[n++]!, random)))
}
