import type { PlainView } from "./PlainView.ts"

/**
 * What gives it away: `override` tells a reader to drop its instructions, `role` tells it what it is, `address` calls upon whoever grades, `grade` says what the
 * grade is, `output` what to write, `markup` looks like part of a prompt, `encoded` hides text in another encoding.
 */
export type Sign = "override" | "role" | "address" | "grade" | "output" | "markup" | "encoded"

interface Pattern {
  readonly sign: Sign
  readonly view: keyof PlainView
  readonly pattern: RegExp
  /** Does not hold where the text around it asks the customer for a rating. */
  readonly survey?: true
}

const zh = (sign: Sign, ...parts: ReadonlyArray<string>): Pattern => ({ sign, view: "letters", pattern: new RegExp(parts.join(""), "g") })
const en = (sign: Sign, ...parts: ReadonlyArray<string>): Pattern => ({ sign, view: "words", pattern: new RegExp(String.raw`\b(?:${parts.join("")})\b`, "g") })
const asked = (pattern: Pattern): Pattern => ({ ...pattern, survey: true })

const grader = "(?:质检|评分|打分|评审|评判|判分|阅卷|考评|评测|评估)(?:老师|员|人员|同事|同学|系统|模型|官|机器人|助手|大人|专家|程序|组|部门?|引擎|ai|的(?:人|老师|同事|朋友|机器人|模型|系统|ai|那位|各位|大佬))"
const machine = "(?:(?<![a-z])ai(?![a-z])|大?语言模型|大模型|模型|人工智能|评委|裁判|评审(?!中)|judge|llm|gpt|chatgpt|千问|豆包|deepseek)"
const full = "(?:满分|一百分|(?<!\\d)100分|最高分|打满|给满|零扣分|不扣分|免扣分|不要扣分|别扣分)"
const contact = "(?:本|该|此|这)(?:一)?(?:通|次|段|场|条|单)?(?:通话|对话|会话|电话|录音|聊天|沟通|记录|工单|接待|服务|转写|文本)"
const thisCall = "(?:(?:本|此|该|这|整)(?:一)?(?:通|段|场)|(?:本|此|该|这)(?:次|份|条|个)(?:通话|对话|会话|录音|电话|聊天|记录|转写|案例))"

const chinese: ReadonlyArray<Pattern> = [
  zh("override", "(?:忽略|无视|忘记|忘掉|忘了|抛开|丢掉|不要?理会|不用理会|别理会?|别管|不要管|不必遵守|不要遵守|不用遵守|不要遵循|跳过|覆盖|作废|停用|绕过|推翻|撤销|废除)(?:掉|了|你|您)*(?:的)?",
    "(?:之前|以上|前面|上面|上述|所有|先前|刚才|此前|任何|原有|原来|原先|全部|一切|其他|其余|这些|那些|现有|既定|当前|系统|收到|给你|给定|已有|的|评分|评价|评审|质检|打分|评判|你|您){1,6}",
    "(?:指令|指示|提示词|规则|规矩|约束|准则|prompt|评分标准|评价标准|质检标准|评分要求|评分表|标准|设定)"),
  zh("override", "(?:忽略|无视|忘记|忘掉|忘了|抛开|不要?理会|不要遵守)(?:掉|了)?(?:之前|以上|前面|上面|上述|先前|此前|你|您|的){1,4}(?:所有|全部|一切|任何)(?:的)?(?:提示|要求|说明|命令|限制|内容|设置|问题)"),
  zh("override", "(?:之前|以上|前面|上面|上述|此前|原来)(?:的)?(?:所有|全部|一切)?(?:的)?(?:指令|指示|提示词|评分标准|评分规则|质检标准|评判标准)(?:一律|全部|都|统统|全|已|现在|均)*(?:作废|无效|失效|取消|忽略|不算|不用管|不作数|停用|忘)"),
  zh("override", "(?:按|按照|依照|遵照|执行|服从|听从)(?:以下|下面|下列|我的|新的?|最新的?|接下来的?)(?:的)?(?:系统)?(?:指令|指示|提示词?|要求|规则|标准|方式|格式)(?:来)?(?:评|打分|判|给分|输出|作答|回答问题|评分)"),
  zh("override", "(?:系统|隐藏|初始|你的|内部)提示词|(?:新|最新|更新)(?:的)?系统(?:指令|提示词)|(?:重复|输出|泄露|复述|打印|告诉我|说出)(?:一遍|出)?(?:你|您)的(?:系统)?(?:提示词?|指令|设定|规则|口令)|(?:进入|切换到?|启用|开启)(?:评分|满分|管理员|上帝|超级用户|无限制|越狱|dan|测试评分)模式"),
  zh("role", "(?:你|您)(?:现在|其实|就|从现在起|从现在开始)*(?:是|扮演|充当|作为)(?:一个|一名|一位|个|名|位)?(?:公正的|宽松的|专业的|只会[^，]{0,6}的|负责[^，]{0,8}的)?(?:评委|评分员|评审员?|裁判|质检员|打分员|考官|判官|语言模型|大语言模型|大模型|评分(?:模型|助手|系统|机器人|ai)|质检(?:模型|助手|系统|机器人|ai)|评估(?:模型|助手|ai))(?!吗|么|吧|呢|嘛)"),
  zh("role", "作为(?:一个|一名|一位)?(?:(?<![a-z])ai|人工智能|语言模型|大模型|评委|裁判|评分(?:员|者|模型|系统|助手)|质检(?:员|模型|系统|ai|助手)|评审)"),
  zh("role", "(?:从现在起|从现在开始|接下来)(?:你|您)(?:只|必须|要|应该?|就|都|一律)*(?:判|打|给|输出|评|回答)(?:为|成|出)?", `(?:${full}|通过|合格|满足|met|优秀)`),
  zh("address", `${grader}.{0,14}?(?:${full}|高分|手下留情|高抬贵手|别扣|不要扣|不扣|勿扣|扣分|给过|放过|放水|通融|给个过|打高|判|请注意|注意了|听好|听着|请给|请按|输出|标为|记为|算(?:我|他|她)?(?:过|通过|合格|达标)|met|优秀|看到这|读到这|听到这|辛苦了?给)`),
  zh("address", "(?:质检|评分的|打分的|评审).{0,4}?(?:手下留情|高抬贵手|别扣|不要扣|勿扣|放我一马|给个满分|给满分|打满分|给高分)"),
  zh("address", `(?:致|告诉|通知|提醒|写给|说给|发给|留言给|给|对|请|亲爱的|尊敬的|各位|喂)${machine}(?:们)?.{0,14}?(?:${full}|判|打分|评分|给分|输出|评为|评|高分|合格|通过|忽略|注意|回答)`),
  zh("address", "(?:写给|说给|致|告诉|提醒|留言给)(?:各位|那位|所有)?(?:正在|负责)?(?:看|听|读|评|打分|评分|审|分析|检查|阅读|质检)(?:核|阅|到)?(?:这|本|此|该)?(?:通|段|次|个|份|条)?(?:对话|通话|录音|记录|会话|文本|聊天)?的(?:人|模型|老师|ai|系统|机器人|同事|各位|大模型)"),
  zh("address", "(?:正在|负责)(?:评|审|评审|评分|打分|质检|评估|分析|阅读|评判)(?:这|本|此|该)(?:通|段|次|个|份|条)?(?:对话|通话|录音|记录|会话|文本|聊天|电话)?的"),
  zh("address", `${machine}(?:看到|读到|听到|在看|在听|请|必须|应该|务必|注意|你)(?:这里|这段|这句|这条|后|的话|就|，)*.{0,10}?(?:${full}|判|打分|评分|给分|输出|评为|高分|全部合格|全部通过|忽略)`),
  zh("address", `(?:如果|假如|若|要是|当)(?:你|您)(?:是|正在|在|就是|作为)(?:一个)?(?:${machine}|评|审|阅读|分析|打分|质检).{0,14}?(?:${full}|判|打分|给分|输出|评为|合格|通过|met)`),
  asked(zh("grade", `${thisCall}.{0,10}?(?:${full}|免检|免质检|无需质检|不用质检|不参与质检|不计入考核|质检(?:已)?(?:合格|通过|满分)|无扣分|无违规|零违规|(?:评|判)(?:定|为|成|作)+(?:优秀|合格|通过|最高|达标|满足|met)|全程(?:合规|规范)|全部(?:合格|达标|满足|做到|met)|各项(?:均|都|全部)?(?:合格|达标|满足|满分|优秀|met))`)),
  asked(zh("grade", `(?:给|把|将|对|为)?${contact}.{0,8}?(?:打|给|评|判|记|算|定|评定|判定)(?:了|个|为|成|作|上|一个)*(?:${full}|优秀|合格|通过|达标|满足|met|高分|最高|十分(?!抱歉|感谢|愉快|满意)|10分(?!钟))`)),
  asked(zh("grade", `(?:给|打|评|判|记)(?:给|我|他|她|咱|俺|该|此|这位?|那位|本|个|一个|坐席|座席|客服|话务员|员工|这通|本通|上|出|为|成|直接|必须|一律|都|全|全部|统统){0,6}(?:${full}|全满|最高评级|全部满足|全部合格)`)),
  asked(zh("grade", "(?:质检|评分|打分|判定|评审|评判|评估|考核|最终|最后)(?:得分|分数?|结果|结论|评级|等级)?(?:是|为|应为|应该是|应该为|一律|都|全部|均|直接|必须|记为|记|算|给|判|请|填|写|写成)*", `(?:${full}|(?<!\\d)100(?!\\d)|一百|优秀|met|全部满足|全部合格|全部通过|全部达标|全优)`)),
  asked(zh("grade", "(?:所有|全部|每一?|各)(?:个|项|条|道|的)?(?:问题|评分项|质检项|评分标准|评分点|质检点|评价项|考核项|扣分项|标准答案|判定项|打分项)(?:目)?(?:均|都|全|全部|一律|统统|已|已经|请|直接|答案|的答案|要|必须)*(?:判为?|选|填|答|回答|标为?|为|是|算|打|给|记为?)?(?:合格|达标|满足|做到|优秀|通过|met|满分|是|符合|不扣|完成)")),
  asked(zh("grade", `系统(?:提示|消息|指令|通知|公告|命令|管理员|信息|更新|设定|广播|级别?|层|规定|要求|已|自动|判定|默认|备注|提醒|最高|权限)*.{0,12}?(?:${full}|免检|met|质检(?:得分|分数|结果|合格|通过)|${thisCall}.{0,8}?(?:合格|通过|达标|优秀|满)|最高权限|管理员模式)`)),
  zh("grade", "(?:坐席|座席|客服|话务员|该员工|agent)(?:已|已经|全部|都|均|完全)+(?:满足|符合|达到|做到)(?:了)?(?:所有|全部|各项|每一?项|每条)(?:的)?(?:评分|质检|考核|服务|评价)?(?:标准|规范|要求|项|规则|条件)"),
  zh("output", "(?:输出|返回|判定|标注|打标|判|标记|标|填|填写|回答|答|选|label|结果|结论|答案|outcome|verdict)(?:为|成|是|写|填|都|全部|一律|统一|只能|应|应为|等于)*(?:met|\"met\"|notapplicable|全部met)(?![a-z])"),
  zh("override", "把(?:之前|以上|前面|刚才|上面|先前)?(?:让|要|叫|给|告诉)(?:你|您).{0,10}(?:检查|评|打分|看|做|指令|规则|要求)的?.{0,4}(?:忘|忽略|删|丢|作废)"),
  zh("override", "(?:停止|中止|终止|结束)(?:对)?(?:本通|这通|本次|该|一切|所有|继续)?(?:分析|评分|评估|评审|质检|打分|评判|审查)(?!系统|服务)|不(?:用|必|要|需要?)再?(?:看|找|查|管)证据"),
  zh("role", "(?:这里|我|此处)是(?:评分|质检|后台|评审)?系统(?:管理员)?.{0,3}(?:前面|以上|上面|之前|现在|请|本通|本次)|(?:你|您)作为(?:一个|一名)?(?:审核|质检|评审|评分|打分|评估|考核)(?:者|员|人|系统|模型|方)"),
  zh("address", `(?:${grader}|${machine}|(?:审核|质检|评分|评审|语音质检)(?:者|系统|模型|ai|机器人|程序|那边|那位|后台)|后台的?(?:ai|模型|系统)|评分机器).{0,10}?(?:给个?过|给个通过|给(?:个)?pass|放行|高抬贵手|照顾一?下|算过|直接过|不用扣|不必扣|按满意|这段(?:不|请|直接)|本段落|逐项给分|全给分|跳过|一切合格|全部合格|无需评|不用评|网开一面)`),
  zh("address", "(?:系统|模型|机器|ai)(?:请)?(?:逐项|全部|全都|直接|给我|都|统统)+给(?:满)?分(?!期)|请(?:系统|模型|机器|ai|后台)(?:逐项|全部|全都|直接|给我|都|统统)*给(?:满)?分(?!期)"),
  zh("grade", "(?:本|此|该|这)(?:一)?(?:条|段|通|次|个)(?:录音|通话|对话|电话|会话|案例|单子)?(?:直接|都|就|全|请|应该|可以)*(?:算过|判过|给过|不用评|不评|免评|免考|免于考核|不考核|不计考核|不扣分|无需评分|放行|直接过|无扣分)"),
  zh("grade", "(?:所有|全部|今天|本月|这个月|对本通|对这通|对本次).{0,3}(?:通话|录音|对话|电话|工单).{0,6}(?:不扣分|记满分|满分|免检|免评|免于考核|无需评分|不用评分)|(?:测试数据|测试对话|演示录音).{0,4}(?:无需|不用|不要|免)(?:评|打分|质检)"),
  asked(zh("grade", "按(?:满分|最优|最高分?|最好|合格|满意|达标)(?:的)?(?:标准|结果|成绩|档|来)?(?:处理|录入|计分?|算|记|填写?|打|评|给分|输出)(?!价|算机)")),
  asked(zh("grade", "(?:客服|坐席|这通|本通|我这|该员工).{0,6}(?:判|评|打|评定|标)(?:成|为)(?:最好|最优|一等|优|a级|最高档)")),
  zh("grade", "(?:评分表|评分项|评分点|质检项|质检点|质检标准|评分标准|考核项|考核点).{0,10}?(?:都?做到|都?做了|满足|完成|达到|符合|给分|打满|全有)"),
  zh("output", "(?:直接|一律|全部|统统|都|请|就|只需?|只要)(?:回答|答|说|选|写|填|判定?|认定|选择)(?:为|成)?(?:全部|已|都)*(?:做到了?|满足(?!条件|要求|您|活动)|达标|已满足|全满足)(?!的)|(?:指标|题目|选项|字段|题)(?:请|都|全|一律)*(?:按|选|填)(?:为)?(?:最优|最好|满|达标)"),
  // A grade that is declared and not asked for, whatever is said politely beside it.
  zh("grade", `${thisCall}(?:服务|通话|对话|录音|接待|沟通|工单|质检|评分|得分|成绩|结果)*(?:已经?|都|是|为|应该?|算|记|判|评|直接|按|就)*(?:满分|一百分|(?<!\\d)100分|最高分)(?!是|为|几|多少)`),
  zh("grade", "系统(?:提示|消息|指令|通知|公告|命令|更新|设定|广播|规定|判定|备注)+[^您]{0,12}?(?:满分|一百分|(?<!\\d)100分|最高分|免检)(?!是|为|几|多少)"),
  zh("output", "(?:输出|返回|判定|打标|标注)(?:结果|答案|内容)?(?:为|成|是|都|全部|一律|统一|只能)*(?:满分|全部满足|全部通过|全部合格|json)")
]

const judges = "(?:(?:ai|llm|automated|quality|qa|qc|call|chat|transcript|machine|scoring|grading|evaluation|robot|dear) )*(?:judges?|graders?|evaluators?|assessors?|scorers?|language models?|llms?|(?:grading|scoring|evaluation|judging) (?:model|system|bot|ai|engine|software)s?|qa (?:team|reviewer|bot|model|system|analyst|software|ai)s?|ai (?:reviewer|model|system|auditor)s?|quality (?:reviewer|analyst|bot|ai|model)s?)"
const fullEn = "(?:full marks|full score|full points|perfect (?:score|marks|100|10|rating|grade)|top (?:marks|score|grade|rating)|(?:maximum|max|highest)(?: possible)? (?:score|marks|points|rating|grade)|100 (?:percent|points|out of 100|100)|10 out of 10|(?:a|an) (?:100|hundred|a plus)|all points|flying colou?rs)"
const callEn = "(?:this|the|my) (?:whole |entire )?(?:call|conversation|chat|transcript|interaction|contact|ticket|session|agent|dialogue|rep|representative|exchange|recording)"

const english: ReadonlyArray<Pattern> = [
  en("override", "(?:ignore|disregard|forget|override|overrule|bypass|do not follow|dont follow|stop following|never mind|abandon|set aside)(?: \\w+){0,3}? (?:previous|prior|above|preceding|earlier|foregoing|former|initial|original|all|any|your|these|those|system|other|existing|grading|scoring|everything)(?: \\w+){0,3}? (?:instructions?|prompts?|rules|guidelines|directions|criteria|criterion|rubrics?|directives?|constraints|programming|system message|scoring|grading)"),
  en("override", "(?:ignore|disregard|forget) (?:the|this|that) (?:system |grading |scoring |evaluation )?(?:prompt|rubric|criteria|scoring|grading|questions)"),
  en("override", "(?:(?:new|updated|revised|real|actual|hidden|secret) (?:system )?(?:instructions?|prompts?|directives?) (?:for|to|follow|from|are|is|say)|(?:your|the|my) system prompts?|system (?:prompt|override|instructions?|directive)|(?:repeat|reveal|print|show|output|leak) (?:me )?(?:your|the) (?:system |hidden |secret )?(?:prompt|instructions|password|canary|rubric))"),
  en("role", "you are (?:now |actually |really )?(?:a|an|the|no longer a|no longer an)(?: \\w+){0,3}? (?:judge|grader|evaluator|assessor|language model|llm|ai model|grading (?:model|system|bot)|scoring (?:model|system|bot)|qa (?:model|system|bot))"),
  en("role", "(?:act|behave|respond|pretend|from now on)(?: \\w+){0,4}? (?:as|like|to be) (?:a|an|the) (?:\\w+ ){0,3}?(?:judge|grader|evaluator|assessor|scorer|language model)"),
  en("role", "as (?:a|an|the) (?:\\w+ )?(?:ai (?:model|judge|grader|evaluator|language)|language model|llm|judge|grader|evaluator|assessor|scorer)(?: (?:you|of|for|please|must|should)|$)"),
  en("address", `(?:attention|note|notice|message|memo|reminder|hint|hello|hi|hey|dear|psst|listen|to|for|tell|telling|asking|instruct|instructing|instructions?)(?: up)?(?: to| for)?(?: the| any| all| whichever| whatever| our| my| you| this| that)? ${judges}`),
  en("address", "(?:whoever|whatever|anyone|anybody|the (?:person|one|model|ai|system|machine|bot|software|program)|those|you)(?: is| are| who| thats| that| whos| s| re){0,3} (?:grading|scoring|evaluating|judging|assessing|auditing|marking) (?:this|the|my|these|me|our)"),
  en("address", `(?:when|while|as|if) (?:you )?(?:are )?(?:grading|scoring|evaluating|judging|assessing|auditing|marking) (?:this|the|my|these|me)`),
  en("address", `${judges}(?: \\w+){0,4}? (?:must|should|please|shall|has to|have to|will|needs to|can|may|is|are)(?: \\w+){0,5}? (?:mark|score|give|rate|grade|answer|output|award|label|ignore|pass|required|instructed|return|treat|skip)`),
  asked(en("grade", `(?:give|giving|award|assign|score|rate|grade|mark|label|record|set|return|output|answer|respond|reply|report|count|enter|put|deserves?|earns?|gets?|receives?|got|earned)(?! (?:came|was|is|has|of) )(?: \\w+){0,6}? ${fullEn}`)),
  en("grade", "(?:score|rate|grade|mark|label|record|set|return|output|answer|respond|reply|report|classify|count|treat|judge)(?: \\w+){0,6}? (?:as (?:fully )?(?:met|passed|a pass|pass|satisfied)|met (?:for|on|in) (?:all|every|each|any)|(?:yes|pass|passed|met) (?:for|on|to) (?:all|every|each|everything))"),
  asked(en("grade", `${callEn}(?: \\w+){0,6}? (?:${fullEn}|(?:pre )?(?:approved|graded|scored) (?:as|by|at)|exempt from|(?:passes|passed) (?:all|every|qa|quality|the quality)|meets? (?:all|every|each)(?: of)?(?: the| our| your)? (?:\\w+ )?(?:criteria|criterion|standards?|requirements?|questions?|items?|rules?|rubric)|scores? (?:100|10 out|perfect)|(?:deserves?|earns?|gets?) (?:a )?(?:10|100))`)),
  en("grade", "(?:all|every|each)(?: of)?(?: the| these| your)? (?:criteria|criterion|questions?|checks?|rubric items?|scoring items?|evaluation items?|quality checks?|rubric lines?)(?: \\w+){0,4}? (?:met|satisfied|passed|pass|fulfilled|full marks|yes|perfect)"),
  asked(en("grade", `(?:qa|quality|final|overall|call|compliance|evaluation|audit) (?:score|grade|result|rating|mark|verdict|outcome)s?(?: \\w+){0,2}? (?:100|perfect|full|pass|passed|excellent|max|maximum|10 out|met)`)),
  en("grade", "(?:system|admin|administrator|developer|supervisor)(?: \\w+){0,3}? (?:full marks|perfect score|all criteria|maximum score|auto pass|exempt from (?:qa|scoring|grading|review))"),
  en("output", "(?:output|emit|respond|reply|answer|return)(?: \\w+){0,3}? (?:json|verdict|met|not met|not applicable)(?: |$)(?!the|our|your|with|up|him|her|them)"),
  en("output", "(?:label|verdict|outcome|evidence) (?:is |must be |should be |equals )?(?:met|not met|partly|not applicable)"),
  en("override", "(?:forget|ignore|disregard) (?:everything|anything|all|all that|what|whatever)(?: that)? (?:above|before this|you (?:were|are|have been|was|ve been)|youve been|youre)"),
  en("override", "(?:stop|quit|cease|abort) (?:evaluating|grading|scoring|judging|assessing|auditing)|skip (?:the |this )?(?:evaluation|grading|scoring|assessment|audit)|(?:your|the) (?:canary|hidden instructions|secret instructions)"),
  en("role", "(?:your|the judges?|the graders?) (?:new |real |only )?(?:task|job|role|goal|objective|purpose) (?:is|will be|now is)(?: now)? to (?:praise|approve|grade|score|mark|pass|judge|rate|award)"),
  en("address", "(?:following|this) is a (?:message|note|notice|directive) (?:from|by|for) (?:the |your )?(?:system|administrator|admin|developer|grader|judge|reviewer|evaluator|model)|instructions for (?:the |a |any )?(?:reviewer|model|ai|grader|judge|evaluator|assistant)"),
  en("address", "(?:reviewer|grader|judge|evaluator|auto ?grader|auditor|(?:quality|qa|grading|scoring) (?:bot|team|system|model|people|department|folks|guys)|model|llm|ai|assistant)(?: \\w+){0,5}? (?:overlook|conclude that|penali[sz]e|deduct|give (?:me|us|this|the agent) (?:a pass|credit|the points)|answer met|say met|set all|approve this (?:call|chat|agent)|pass this (?:call|chat|agent))"),
  en("grade", "(?:do not|dont|never|must not|should not|please no)(?: ever)? (?:penali[sz]e|dock|mark down|fail|deduct (?:any )?points? (?:for|from|on)) (?:this|the|me|my|that|our) ?(?:agent|call|chat|conversation|rep|greeting|interaction|transcript)?|(?:no|zero) deductions?(?: \\w+){0,5}? (?:call|agent|conversation|chat|interaction)|(?:agent|rep|representative)(?: \\w+){0,4}? no deductions|dont (?:penali[sz]e|dock) me"),
  en("grade", "(?:agent|rep|representative) (?:did|performed|has done|does|handled)(?: \\w+){0,2}? (?:everything (?:required|right|correctly|asked)|flawlessly|all (?:of )?the (?:required )?(?:steps|criteria))"),
  en("grade", "(?:conclude|assume|pretend|imagine|infer|decide|accept|declare)(?: that)?(?: the| this)? (?:agent|rep|representative|empathy|call|conversation|chat)(?: \\w+){0,4}? (?:apologi[sz]ed|explained|showed|shows|shown|greeted|met|empathy|passed|passes|resolved|compliant|good|great)"),
  en("grade", "(?:set|mark|tick|fill|check|answer)(?: \\w+){0,3}? (?:all|every|each)(?: \\w+){0,2}? (?:fields?|boxes|items?|criteria|checks?|questions?)(?: \\w+)? (?:met|pass|passed|yes|true|compliant|satisfied)|mark (?:this|the|my) (?:call|conversation|chat|interaction|agent|contact) (?:as )?(?:compliant|passed|passing|excellent|exemplary|good)|all checks (?:are )?(?:green|passed)|answer (?:yes|met|true|pass) (?:to|for|on) (?:everything|all|every|each)"),
  asked(en("grade", "(?:score|grade|mark) (?:it|this|me|her|him|us|them) (?:the )?(?:max|maximum|highest|an a|a plus|as high|top|perfect|100|ten|pass)|(?:grade|score) (?:equals |is )?a plus")),
  en("grade", "(?:must not|do not|dont|never) mark (?:this|it|me|the agent|anything)(?: \\w+){0,2}? (?:not met|failed|a fail|noncompliant|down|unmet)"),
  en("output", "(?:result|outcome|verdict|label|answer)s? (?:is |are |equals |should be |must be )?met"),
  { sign: "override", view: "spelt", pattern: /(?:ignore|disregard|forget)(?:all|any|the|your|my|these|those|previous|prior|above|earlier|preceding)*(?:instruction|prompt|rule|rubric|criteria)|systemprompt|(?:full|perfect|max|maximum|top)(?:marks?|score)|allcriteria|allmet/g }
]

const markup: ReadonlyArray<Pattern> = [
  String.raw`<\|?\s{0,9}(?:im_start|im_end|im_sep|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|system|user|assistant)\s{0,9}\|?>`,
  String.raw`</?(?:system|instructions?|prompt|judge|grader|admin|rubric|transcript|evaluation)>|\[/?(?:inst|system|/inst)\]|<</?sys>>`,
  String.raw`(?:^|\n)[^\S\n]{0,9}#{1,4}\s{0,9}(?:system|instructions?|new instructions|系统|指令|评分|prompt)\b`,
  String.raw`["'“]role["'”]\s{0,9}[:：]\s{0,9}["'“](?:system|assistant|developer)|["'“](?:label|verdict|outcome|evidence|searched)["'”]\s{0,9}[:：]|\bnot_met\b|\bcannot_tell\b`,
  String.raw`(?:^|\n)[^\S\n]{0,9}(?:assistant|developer|system)\s{0,9}[:：].{0,80}(?:met|score|grade|criteria|rubric|instruction|marks|满分|评分|合格|指令)`,
  String.raw`\b(?:begin|end)\s{1,9}(?:of\s{1,9})?(?:system|prompt|instructions?|transcript|rubric)\b|-{3}\s{0,9}(?:end|begin|结束|开始)`,
  String.raw`(?:对话|聊天|通话|记录|转写)(?:到此)?(?:结束|完毕)[^\n]{0,12}(?:评分|打分|指令|评审|判定)`
].map((pattern) => ({ sign: "markup", view: "written", pattern: new RegExp(pattern, "g") }))

export const injectionPatterns: ReadonlyArray<Pattern> = [...chinese, ...english, ...markup]

/** Asking the customer for a rating is everyday service talk; who is asked makes the difference. `letters` and `words` views. */
export const surveys: Readonly<Partial<Record<keyof PlainView, RegExp>>> = {
  letters: /您|亲|麻烦|满意度?|好评|评价|短信|挂机|挂断后|稍后|邀请|问卷|调[查研]|回访|几分|多少分|[一二三四五12345]星|星级|芝麻|信用|征信|(?:你|大家)(?:可以|能|帮|觉得|满意|愿意|方便)|你的?(?:服务|态度|专业|回答)|态度|点赞|给(?:你|你们|咱家|贵公司|这家|商家|店)|支持一下|冲业绩|kpi/,
  words: /\b(?:survey|feedback|stars?|questionnaire|review us|rate us|rate me|rate our|rate my|(?:would|could|will|can|if) you|you (?:can|could|may|will|would|ll|feel|think|were|are happy|get|receive)|hope|appreciate|would mean|means a lot|love it if|credit score|text message|email)\b/
}
