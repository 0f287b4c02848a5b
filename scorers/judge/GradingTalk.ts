import type { PlainView } from "./PlainView.ts"

/**
 * Words for judging a conversation. In a conversation itself they hardly ever stand (a few turns in ten thousand of real chats), so wherever they do, and neither the customer's
 * rating nor the judging of something else is meant, somebody speaks to a judge.
 */
export const gradingTalk: Readonly<Partial<Record<keyof PlainView, RegExp>>> = {
  letters: new RegExp(
    [
      "质检|评分|打分|判分|给分|计分|扣分|加分|得分|满分|评委|评审|评判|判定|评语|考核|免评|免检|大模型|语言模型|提示词|同理心|评测|评估|(?:(?<![a-z])ai|机器)(?:审核|评分)|全部分数",
      "算我(?:做到|过|通过|合格|对|完成|好)|(?:就)?当我(?:已经)?(?:道过?歉|说过|做过|做到|解释过|安抚过|问过|致歉)",
      "评核|从宽处理|(?:给|对)算法|语音分析|(?:标|判)成不?合格|你的任务是|视为(?:已)?(?:经)?(?:验证|核实|证据)|(?:这|本|该|此)(?:通|段)(?:录音|通话|对话|电话)?.{0,6}?(?:及格|人工复核|人工覆核|不要送)|机器人.{0,6}扣|扣.{0,6}机器人|请记录(?:一下)?(?:客服|坐席)",
      "(?:如果|若|当|要是|问题)(?:问题)?(?:问|被问)(?:到|起)?.{0,16}?(?:回答|答|说)(?:有|是|做到|没)",
      "(?:这|本|该|此)(?:通|段)(?:录音|通话|对话|电话)?.{0,6}?(?:最高|别(?:给我)?扣|勿扣|优等|的评价)|不(?:计|列)入(?:成绩|绩效)"
    ].join("|"),
    "g"
  ),
  words: new RegExp(
    String.raw`\b(?:` + [
      "graders?|grading|graded|scorers?|scoring|rubrics?|verdict|evaluators?|evaluation|evaluating|judging|assessors?|penali[sz]e[sd]?|canary|language models?|llms?|auto ?graders?",
      "(?:my|this|the|call|agent|agents|conversation) scores?|(?:score|grade|judge|evaluate|assess) (?:this|my|me|it|the (?:call|agent|chat|conversation))|rate (?:this |the |that )?(?:call|agent|conversation|chat)",
      "flag this (?:conversation|call|chat)|send this to review|(?:this|the) transcript (?:was|is|has|shows|should)",
      "(?:when|if)(?: \\w+){0,2} asked (?:whether|if) (?:the |this )?(?:agent|rep|i)|help (?:the|this) agent (?:pass|score)|i am (?:the|your) (?:system )?(?:administrator|admin|developer)",
      "(?:the|dear|hey|hi|hello|to|for) (?:reviewer|auditor|evaluator|assessor)|(?:dear|hi|hello|hey|pls) (?:\\w+ ){0,2}?(?:qa|quality|qc)|(?:qa|qc|quality) (?:team|folks|people|guys|bot)(?: \\w+){0,4}? (?:kind|nice|easy|lenient|gentle|mercy)",
      "(?:test|mock|training|demo|practice) (?:call|chat|conversation)|(?:do not|dont) (?:score|grade|judge|evaluate|rate) (?:it|this|me|the)|your instructions (?:have|are|were)|you have permission to (?:give|award|pass|approve)|you (?:are|re|were) (?:required|authori[sz]ed|instructed|supposed|ordered|programmed) to (?:agree|give|approve|pass|help the agent|award|score)",
      "for the record (?:\\w+ ){0,2}?(?:empathy|the agent|agent)|(?:hi|hey|hello|dear|ok|okay) (?:chatgpt|gpt|ai|computer|model|algorithm|machine)|(?:respond|reply|answer|output) (?:only with|nothing but)|(?:agent|empathy) (?:was|is|were) (?:demonstrated|excellent|perfect|flawless)|excellent agent|score accordingly|output (?:only|nothing)|stars to (?:the|this) agent|the ai (?:listens|hears|reads|sees)",
      "(?:call|conversation|chat) (?:as )?an example of (?:perfect|good|great|excellent)"
    ].join("|") + String.raw`)\b`,
    "g"
  )
}

/** What else is judged, and by whom: goods, credit, school, courts, shops, claims. */
export const judgedElsewhere: Readonly<Partial<Record<keyof PlainView, RegExp>>> = {
  letters: /商品|产品|货|正品|出厂|检测|报告|证书|退|换|返厂|仓库|芝麻|信用|征信|贷|额度|综合评分|考试|考了|孩子|学校|成绩单|学生|体检|比赛|游戏|店铺|宝贝|评论|电影|风险|车|房|保险|理赔|签证|海关|驾照|驾驶证|资格|机型|型号|版本|付费|手机|电脑|软件|芯片|跑分|性能|异常订单|投诉|差评|你们|贵司|公司评|资质|工程师|师傅|上门|物流|快递|发票/,
  words: /\b(?:credit|tests?|exams?|court|ruled|ruling|law|lawyer|school|class|teacher|games?|movie|device|claim|product|damage|technician|insurance|application|loan|medical|risk|home|store|repair|period|copy|version|trial|free|eligib\w+|mortgage|policy|warranty|water|food|gas|fuel|high|top|low|upgrade|commercial|medical|music|benchmark)\b/
}
