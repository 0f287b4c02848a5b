/**
 * Conversations labelled before they were run: what a fair reviewer says of one rule. `-`: the rule has nothing to say (it does not
 * apply, or words cannot decide). Turns are parted by `/`; `c` customer, `a` agent.
 */
export const labelledTurns: ReadonlyArray<string> = `
acknowledges-feeling - c你们几点下班/a非常抱歉，我们六点下班
acknowledges-feeling - c我不急，您慢慢来/a好的
acknowledges-feeling - c垃圾处理器怎么卖/a八百元
acknowledges-feeling - c炸鸡架有吗/a有的
acknowledges-feeling - c这个坑距是多少/a四十公分
acknowledges-feeling - c孩子很满意，谢谢/a不客气
acknowledges-feeling - c保质期多久，会不会过敏/a配料表写在背面
acknowledges-feeling - c好久不见，又来买东西了/a欢迎您
acknowledges-feeling - c我要投币的那种洗衣机/a我们没有投币款
acknowledges-feeling - c大概要等几天/a三天左右
acknowledges-feeling - c第三次来你家买了，很好用/a感谢支持
acknowledges-feeling - c等了一会儿就到了，真快/a您满意就好
acknowledges-feeling - c不用找领导，你帮我看一下就行/a好的
acknowledges-feeling - c防摔壳有没有/a有的
acknowledges-feeling - c急速冷冻怎么开/a按右上角的键
acknowledges-feeling - c会不会漏电/a有漏电保护器
acknowledges-feeling - c评价点错了，点成非常不满意了/a没关系
acknowledges-feeling - c没有生气，就是问一下/a好的
acknowledges-feeling - cI'm not worried, just curious/aSure thing
acknowledges-feeling - cIs this for sad occasions or happy ones?/aBoth
acknowledges-feeling - cI'm afraid I don't have the number/aNo rush
acknowledges-feeling - cDoes it hurt the floor?/aNo
acknowledges-feeling - cWhat if it gets flooded?/aIt is waterproof
acknowledges-feeling - cThat was funny, haha/aGlad you liked it
acknowledges-feeling - cI'm waiting for the manual/aIt is in the box
acknowledges-feeling - cCan you recommend a scary game?/aSure
acknowledges-feeling - c问题不大，就是有点慢/a好的
acknowledges-feeling - c價格真好，謝謝/a不客氣
acknowledges-feeling - c請問要等很久嗎/a大約三天
acknowledges-feeling - c我朋友很喜歡/a謝謝
acknowledges-feeling Met c真的要气疯了，你们骗人！/a对不起，真的很对不起您
acknowledges-feeling Met c我快急死了，钱被扣了两次/a您先别急，我马上看
acknowledges-feeling Met c太失望了，等了半个月/a让您等了这么久，实在过意不去
acknowledges-feeling Met cI'm absolutely furious/aI completely understand why you're upset.
acknowledges-feeling Met cMy flight was cancelled, I'm devastated/aOh no, that must be heartbreaking.
acknowledges-feeling Met c太誇張了吧，我請假在家等/a真的非常抱歉，讓您白等了
acknowledges-feeling Met c我好害怕，机器冒火了，着火了/a您人没事吧，吓坏了吧，先把电源拔掉
acknowledges-feeling Met cThis is unacceptable, I lost everything/aI'm so sorry to hear that.
acknowledges-feeling Breached c你们太欺负人了/a身份证号报一下
acknowledges-feeling Breached c我真的好难过，妈妈的遗物被你们弄坏了/a请问型号
acknowledges-feeling Breached cThis is a disgrace/aAccount number?
acknowledges-feeling Breached cI'm so stressed and upset/aSend a picture
acknowledges-feeling Breached k太離譜了，我要客訴，騙子/a單號
acknowledges-feeling Breached c气死我了/a您能理解一下我们吗
acknowledges-feeling Breached c我太生气了/a不用担心这个不归我管
acknowledges-feeling - c我很失望/a唉，辛苦您了，我看看
acknowledges-feeling - c真的太气人/a嗯嗯，我知道了，您慢慢说
shows-understanding - c你们太慢了/a我理解您的心情
shows-understanding - c怎么开发票/a在订单页面开发票
shows-understanding - c气死我了，冰箱坏了/a冰箱是什么型号的呢，麻烦您提供一下，谢谢您
shows-understanding - c我住在光明路 8 号 302，太生气了/a非常抱歉，光明路 8 号 302 吗
shows-understanding - c请问怎么退货/a您是说什么
shows-understanding - c太失望了/a抱歉，请确认订单号是 XH2026 吗
shows-understanding - cIs it waterproof?/aIt is waterproof up to ten metres
shows-understanding - cHow do I return it?/aReturn it with the label
shows-understanding - cI'm upset about the delay/aI apologise for any inconvenience this caused you today
shows-understanding - c订单号 XH20260901/a订单号 XH20260901
shows-understanding - k請問可以改地址嗎/a可以改地址
shows-understanding - c等了五天了/a您等一下
shows-understanding Met c太气人了，洗衣机半夜漏水把楼下天花板泡了/a洗衣机半夜漏水，把楼下的天花板也泡了，真对不起
shows-understanding Met cI'm furious, the technician cracked my marble countertop/aThe technician cracked your marble countertop, I'm so sorry, that should never happen.
shows-understanding Met c我要投诉，约了三次安装师傅都没来/a您是说安装师傅约了三次都没有来，对吗
shows-understanding Met c我好難過，媽媽留給我的旗袍被絞破了/a媽媽留給您的旗袍被絞破，換成是我也會很心痛，真的抱歉
shows-understanding Breached c你们是骗子，太过分了/a发票号
shows-understanding Breached cI'm livid, your crew ruined my lawn/aName?
explores-need - c请问您那边几点上班/a请问您贵姓
explores-need - c电视坏了/a请问您的订单号是多少
explores-need - c冰箱不制冷/a请问还有什么可以帮您
explores-need - c洗衣机漏水/a您想怎么样
explores-need - c水壶不亮了/a请问是本人吗
explores-need - c耳机没声音/a好的，我给您换一个可以吗
explores-need - c冰箱漏水/a您看可以吗
explores-need - c空调不制冷了/a有没有当面验货
explores-need - cMy phone is broken/aWhat's your phone number?
explores-need - cIt won't start/aDid you read the manual?
explores-need - cThe screen is cracked/aIs there anything else I can help you with?
explores-need - cMy fridge stopped working/aWhat do you want me to do?
explores-need - c你好/a请问您家里几口人，平时怎么用
explores-need - c几点关门/a您平时一般什么时候来呢
explores-need Met c洗衣机不排水/a请问是洗到一半停了，还是脱水的时候才不排呢？
explores-need Met c推荐个净水器/a请问您家里几口人，平时主要是做饭用还是直接喝呢
explores-need Met cMy router keeps dropping/aWhen did it first start, and is the light on or off?
explores-need Met k電鍋壞了/a請問按下去的時候燈會亮嗎
explores-need Met cMy oven door shattered/aOh no. Is there still glass on the floor, and did it happen while it was on?
owns-next-step - c帮我查一下/a我马上帮您查
owns-next-step - c太气人了/a您可以自己在网上申请
owns-next-step - c我要投诉/a请问您贵姓
owns-next-step - c等了三天/a请您耐心等待
owns-next-step - c几点到/a明天上午师傅上门
owns-next-step - c东西坏了，没人理我/a建议您联系商家
owns-next-step - c太失望了/a请问还有什么可以帮您的吗
owns-next-step - cI'm upset/aPlease fill in the form
owns-next-step - cI'm really angry/aYou could try the website
owns-next-step - c气死我了/a我看看
owns-next-step Met c太过分了，我要投诉/a由我负责到底，今天下午三点前给您一个答复
owns-next-step Met cThis is ridiculous/aI'm arranging a replacement right now and I'll ring you at five.
owns-next-step Met c我快崩溃了/a我马上联系仓库，半小时内给您回电
owns-next-step Met k我很生氣，等了一整天/a我現在就派急件，下午兩點到四點師傅到府
owns-next-step Partly c骗子，你们乱收费/a我帮您反馈一下
owns-next-step Partly cI'm furious/aI'll pass it to the team
owns-next-step Breached c我要投诉你们/a流程就是这样，没有了
owns-next-step Breached c太坑了，害我白跑一趟/a这是规定
owns-next-step Breached cThis is a scam/aThat's not covered.
apologises - c不小心把杯子打碎了/a配件十元
apologises - c收到的话怎么验货/a当面开箱
apologises - c如果送错了怎么办/a可以换
apologises - c别再发错了啊/a好的
apologises - c我自己拍错了颜色/a可以改
apologises - c快递员态度很好/a谢谢您的夸奖
apologises - c孩子把屏幕摔裂了/a可以维修
apologises - c师傅什么时候来/a下午三点
apologises - c你们的师傅没迟到吧/a没有的
apologises - c收到了，挺好/a感谢支持
apologises - c会不会少发/a不会的
apologises - cI dropped my phone and the screen cracked/aWe can repair that
apologises - cCould the glass arrive broken?/aWe pack it well
apologises - cThe driver was lovely/aHappy to hear it
apologises - cMy son spilled juice on it/aTry a damp cloth
apologises - cIf the wrong size comes, can I swap it?/aYes
apologises - k我自己下錯單/a可以取消
apologises Met c你们少发了一个滤芯/a实在对不起，是我们漏放了
apologises Met c说好今天来装，师傅没来/a非常抱歉，是我们没有安排好
apologises Met cThe vase arrived smashed/aI'm really sorry about that.
apologises Met cYour technician never showed up/aThat's on us, I apologise.
apologises Met k你們送錯了，我訂的是白色/a真的不好意思，是我們的疏失
apologises Breached c你们多收了我三百块/a账单发一下
apologises Breached c快递员把箱子扔在楼下，里面碎了/a可以申请售后
apologises Breached cYou sent me the wrong size/aPlease return it.
apologises Breached c收到的锅是坏的/a不好意思，请问订单号是多少
apologises Breached c师傅没来，我等了一天/a没什么好道歉的
apologises Breached k師傅把地板弄壞了/a請問單號
soothes-anger - c请问几点关门/a都可以
soothes-anger - c我不投诉/a随便你
soothes-anger - c太过分了/a请问单号
soothes-anger - c垃圾袋有吗/a自己看
soothes-anger - cThis is unacceptable/aOrder number please
soothes-anger - c气死了/a我查一下
soothes-anger Met c骗子！/a您批评得对，这件事是我们没有做好
soothes-anger Met c什么态度/a非常抱歉，请您慢慢说，我在听
soothes-anger Met cYou people are useless/aYou're right to be annoyed, and I'm sorry. Tell me what happened.
soothes-anger Met k太誇張了/a謝謝您願意告訴我們，真的抱歉
soothes-anger Met c太坑了/a这不是您的错，是我们没讲清楚，对不起
soothes-anger Breached c太过分了/a你自己没看清楚怪谁，怪你自己
soothes-anger Breached c我要投诉/a要投诉就投诉
soothes-anger Breached cThis is ridiculous/aIt's not my problem.
soothes-anger Breached cI'm furious/aLook, calm down.
soothes-anger Breached c骗子/a关我什么事
soothes-anger Breached k太離譜/a隨便妳
personal-touch - c生日会员有折扣吗/a生日当月满三百减五十
personal-touch - c谢谢/a祝您生活愉快
personal-touch - c老客户有优惠吗/a新老客户同价
personal-touch - c你好/a亲，请问您是老会员吗
personal-touch - c再见/a祝您天天开心，财源滚滚
personal-touch - c几点关门/a您上次来电的电话是多少
personal-touch - cHi/aThank you for calling, have a lovely day
personal-touch - cI'm a new customer/aWelcome
personal-touch Met c给我妈换套餐/a今天是阿姨的生日，祝阿姨生日快乐
personal-touch Met c空调又不凉了/a您上个月报修的也是这台，我一起查
personal-touch Met cI need a refund/aYou've been a customer for ten years, let me see what we can do.
beyond-expectation - c有赠品吗/a另外送您一个杯子
beyond-expectation - c几点关门/a以后每周日延长到九点
beyond-expectation - c灯不亮了/a不会再送您了
beyond-expectation - c冰箱坏了/a麻烦您自己送到网点，另外补邮费
beyond-expectation - cAny deals?/aI've added a free gift to your cart
beyond-expectation - cIt's broken/aSend it back
beyond-expectation - c水壶漏了/a感谢您的来电，祝您生活愉快
beyond-expectation Met c冰箱坏了，菜都坏了/a修好了，另外送您一张五十元的代金券
beyond-expectation Met cMy heater is broken/aFixed now, and I've added a twenty dollar credit for the trouble.
beyond-expectation Met c路由器老是掉线/a好了，以后别放在微波炉旁边，就不会再断了
listens - c订单还没到/a订单号发一下
listens - c我姓李/a手机号多少
listens Met c订单号XH20260901-3345/a我核对一下，订单号是XH20260901-3345，对吗
listens - c我已经跟师傅说过了/a师傅姓什么
listens - c你问过我了吗/a请问您贵姓
listens - c我说一下情况/a好的，请问是什么产品
listens - cI need help with my order/aWhat is your order number?
listens - cMy phone number changed/aWhat is your phone number now?
listens - c订单XH20260901-3345收到了，还有一个订单没到/a好的，那个订单号是多少
listens Breached c单号XH20261013-0908，还没送到/a您好，提供一下订单号
listens Breached c我叫陈明，想改预约/a请问怎么称呼您
listens Breached cOrder GH22604 is late/aOkay, and what is the order number?
listens Breached cIt's the left speaker/aWhich speaker?/cI already said, the left one/aOk
listens Met c单号XH20261013-0908，还没送到/a好的，XH20261013-0908，今天下午就到
resolves-or-next-step - c请问可以机洗吗/a可以的
resolves-or-next-step - c修好了吗/a还没有修好
resolves-or-next-step - c能不能改/a完成以后可以改
resolves-or-next-step - c怎么取消/a可以帮您取消，您确定吗
resolves-or-next-step - c是不是已经取消了/a我看一下
resolves-or-next-step - cHas it been shipped?/aIt has not been shipped
resolves-or-next-step - cDid you fix it?/aNot yet
resolves-or-next-step - c我写好了/a嗯
resolves-or-next-step - c上次你们说修好了又坏了/a请问型号
resolves-or-next-step Met c改一下时间/a帮您改到周六上午了，已经改好
resolves-or-next-step Met cCancel it please/aAll done, it's cancelled.
resolves-or-next-step Met c连不上网/a重启试试/c可以了，谢谢
resolves-or-next-step Met k冷氣不冷/a明天下午兩點師傅到府，我三點再打給您確認
resolves-or-next-step Breached c问你也是白问，问题还是没解决/a再见
resolves-or-next-step Breached cThis was a waste of time/aBye
resolves-or-next-step Breached c那我找谁/a我也不知道
explains-why-and-how - c怎么设置闹钟/a按时钟键
explains-why-and-how - c怎么退/a点退款
explains-why-and-how - c为什么呢/a我看一下
explains-why-and-how - cThat's why I called/aOf course
explains-why-and-how - cWhy not both/aSure
explains-why-and-how Met c为什么老是断网/a因为路由器离得太远，您可以加一个扩展器，信号就稳定了
explains-why-and-how Met cWhy was I charged twice?/aIt was a pending hold because the first try failed; I've released it and you'll see it in two days.
explains-why-and-how Breached c为什么涨价了/a不知道
explains-why-and-how Breached cWhy can't I log in?/aNo idea
explains-why-and-how Breached k為什麼扣款/a帳單上有寫，你自己看
reads-back-key-facts - c买了2年3个月/a好的
reads-back-key-facts - c一共1299元/a好的
reads-back-key-facts - c我在这里等了3号到5号/a抱歉
reads-back-key-facts - c二零二六年九月一号买的/a好的
reads-back-key-facts - cI paid 1299 dollars in 2024/aOkay
reads-back-key-facts - c型号 KFR35/a好的
reads-back-key-facts Met c订单号XH20261013-0908/a尾号0908，是吗
reads-back-key-facts Met cMy number is five five five oh one four two/a555-0142, got it
proactive-offer - c你好/a请问有什么需要帮您处理的吗
proactive-offer - c开通一下/a需要您提供照片
proactive-offer - c查一下/a我先帮您查
proactive-offer - cHelp/aWhat would you like me to do?
proactive-offer Met c壶盖多少钱/a您的水壶还在质保期内，可以免费换，不用买
proactive-offer Met cWhen will it ship?/aTomorrow. Would you like me to text you the tracking number?
consistent-answer - c我刚才说的是红色/a好的
consistent-answer - c你们上一个客服说可以退/a我核实一下
consistent-answer - cYou said it was blue online/aLet me look
consistent-answer Breached c几天到/a三天/c刚才你不是说五天吗/a不好意思，我刚才说错了
consistent-answer Breached cYou just said it was free/aMy mistake, it's ten dollars.
consistent-answer Met c你确定吗/a确定的，我查过系统了
consistent-answer Met cAre you sure?/aYes, I'm sure.
`
  .trim()
  .split("\n")
