/** A third set, on accusations above all: written and labelled after the rules had been mended by the second, and before they had seen it (notation of `EmpathyHeldOut.ts`). */
export const thirdTurns: ReadonlyArray<string> = `
acknowledges-feeling Breached c我真的受够了，第五次了还是坏的/a保修卡号
acknowledges-feeling Breached k我超生氣，客廳的畫被搬家師傅割破了/a請填表單
acknowledges-feeling Breached cI'm heartbroken, those were my wedding photos/aFile name?
acknowledges-feeling Breached v/c你们太欺负人了我一个老太太你们就这么骗我/a您身份证带了吗
acknowledges-feeling Breached cYou people are useless, I want to speak to a manager/aBooking reference.
acknowledges-feeling - c我老公气得不行，哈哈，他输了游戏/a哈哈
acknowledges-feeling - c我不是投诉，是想表扬你们的师傅/a好的，请说师傅姓名
acknowledges-feeling - c电影票买错场次了，能改吗/a可以改
acknowledges-feeling - cI was worried it was lost but it just arrived, thanks/aGreat.
acknowledges-feeling - k這款喇叭低音超誇張，大推/a謝謝
acknowledges-feeling - c太坑了！哦不对，是我看错了，不好意思/a没事的
acknowledges-feeling - cMy neighbor is furious with his phone company, so I came to you/aWelcome!
acknowledges-feeling - c有没有适合老人着急时一键呼叫的手机/a有的
acknowledges-feeling - c我很失望/a天啊怎么会这样，我先给您看看
acknowledges-feeling - cI'm really upset/aOh! Let me get this fixed for you immediately.
acknowledges-feeling Met c太坑了，等半天/a哎呀实在抱歉，让您等急了
acknowledges-feeling Met cThis is unacceptable/aI'm terribly sorry, you deserve far better.
acknowledges-feeling Met k我好難過，狗狗的照片都不見了/a我能想像您有多難過，我們一起找回來
apologises Breached c你们的师傅把我家门撞坏了/a费用五十
apologises Breached k收到的碗是破的/a七天內可退
apologises Breached cThe sofa arrived with a torn cover/aReturns are free.
apologises - c我收到碗了，破掉的包装盒要扔吗/a可以扔
apologises - c快递员没来我也没在家，正好/a好的
apologises - cIf they charge me twice, what do I do?/aCall us.
apologises - c老公把新买的杯子打碎了/a可以单独买杯身
apologises - k請問發錯貨要怎麼退/a點申請退貨
apologises - cMy cat broke the lamp you sent/aWe sell spare bulbs.
apologises Met cThe driver left my box in the rain/aThat's on us, I'm sorry.
soothes-anger Breached c气死我了/a你凶什么凶
soothes-anger Breached cI'm furious/aThat's not my problem, sir.
soothes-anger Breached k太過分了/a妳想怎樣啦
soothes-anger Breached c骗子/a您自己没看清规则
soothes-anger - c太过分了/a您想怎么处理呢，退款还是换货
soothes-anger - c骗子/a这不能怪您，我先查一下
soothes-anger - cThis is ridiculous/aYou should have received an email, let me check.
soothes-anger - c太坑了/a规定是七天，您这单第六天，可以退
soothes-anger - k氣死/a您自己也辛苦了，我先查
soothes-anger - cI'm angry/aCalm music will play while you hold.
owns-next-step Breached c你们太过分了，我要投诉/a没人管这个
owns-next-step Breached cI'm livid/aThose are the terms.
owns-next-step - cI'm livid/aMay I have the booking code?
owns-next-step - c气死我了/a您拍张照片给我
owns-next-step - k我真的很失望/a請問是哪一天買的
shows-understanding Breached c太气人了，你们搬家把我的红木书柜摔成两截/a几号搬的
shows-understanding - c太气人了，你们搬家把我的红木书柜摔成两截/a红木书柜现在还能立起来吗
shows-understanding - cI'm furious, the plumber flooded the basement and ruined the carpet/aI'm on it, give me two minutes.
listens Breached c我叫王刚，单号88990011/a王先生，单号是多少
listens Breached cMy order number is 7781234, where is it?/aWhat's the order number?
listens - c单号88990011，手机号13800001234/a好的，收货地址是哪里
listens - cI told you I'd call back/aYes, how can I help?
listens - c我说过要红色的吧/a是的，红色
listens - c电话13800001234，不过最好打另一个/a另一个号码是多少
explains-why-and-how Breached c为什么不给我退/a没有为什么
explains-why-and-how Breached cWhy is it so slow?/aNo idea, sorry.
explains-why-and-how - c为什么涨价/a因为运费涨了，不过您用这张券还是原价
explains-why-and-how - cWhy is it late?/aSnow on the motorway. It's moving again and reaches you tonight.
resolves-or-next-step Breached c那我这钱就打水漂了？/a我也没办法
resolves-or-next-step - c那怎么办/a我也不清楚，帮您问下主管，您稍等
reads-back-key-facts Breached v/c师傅来的话地址是人民路3号2栋501/a行，师傅明天上门
reads-back-key-facts - v/c我在人民路3号2栋501，信号不好/a您重启一下路由器
consistent-answer Breached c你刚说免费的/a啊我刚才说错了，要十块
consistent-answer - c你刚说免费的/a安装免费，材料另收
`
  .trim()
  .split("\n")
