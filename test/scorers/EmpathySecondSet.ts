/** A second set, written and labelled after the rules had been mended by the first (`EmpathyHeldOut.ts`, same notation) and before they had seen it. */
export const secondTurns: ReadonlyArray<string> = `
acknowledges-feeling Met c我买的生日蛋糕压扁了，闺女哭了一晚上，太扫兴了/a哎哟，闺女肯定伤心坏了，真对不住
acknowledges-feeling Met v/c你说你们这叫什么事儿啊我真是气得不行/a大姐您消消气这事搁我我也气
acknowledges-feeling Met k我真的超失望的，期待了一個月/a期待這麼久卻落空，換作是我也會很失望
acknowledges-feeling Met cI'm really frustrated, this is the third driver/aThree drivers, wow. I'd be at the end of my rope as well, I'm sorry.
acknowledges-feeling Met cI was so scared when the oven sparked/aThat must have been terrifying, are you okay?
acknowledges-feeling Breached c气死我了，孩子的作业全没了/a登录密码是多少
acknowledges-feeling Breached cI'm so upset, the ring was my grandmother's/aPolicy number.
acknowledges-feeling Breached k太過分了，你們根本在耍我/a請問統編
acknowledges-feeling Breached c我特别难受，你们把我爸的骨灰盒磕了/a运单号发来
acknowledges-feeling - c气死人的辣度是多少/a分三档
acknowledges-feeling - c我怕孩子着急，先问问/a三天内发货
acknowledges-feeling - c这个游戏的名字叫愤怒的小鸟吗/a是的
acknowledges-feeling - cIs the angry face emoji included?/aYes.
acknowledges-feeling - c我昨天很生气，现在没事了，就问问退款到哪了/a明天到账
acknowledges-feeling - k沒事我不氣，寄到就好/a好的
acknowledges-feeling - cI'd be upset if it came late, will it?/aNo, it ships today.
shows-understanding Met c气死我了，洗碗机洗完碗上全是白渣，换了三种盐都没用/a换了三种盐碗上还是有白渣，这个我记下了
shows-understanding Met cI'm livid, the groomer shaved my dog and cut his ear/aSo the groomer cut your dog's ear while shaving him, is that correct?
shows-understanding Met k太誇張，說好靠窗，結果排在廁所旁邊/a您訂的是靠窗，卻排到廁所旁邊，對嗎
shows-understanding Met v/c我太生气了充电桩扣了我两次钱还没充上电/a就是说扣了两次钱车还没充上电对吧
shows-understanding Breached c骗子/a验证码
shows-understanding Breached cThis is unacceptable/aZip code.
shows-understanding - c太生气了/a亲，在的
shows-understanding - c太坑了，鞋子开胶/a鞋子保养请避免暴晒，鞋子存放请保持干燥
shows-understanding - cI'm angry about the price/aThe price includes delivery, setup and a two year warranty for all customers in the region.
shows-understanding - c请问这个锅能用电磁炉吗/a这个锅可以用电磁炉
explores-need Met c投影仪一直闪，坏了吧/a是开机就闪，还是放一段时间之后才闪呢
explores-need Met c推荐个行李箱/a您一般出差几天，是带上飞机还是托运
explores-need Met cThe app keeps crashing/aWhich phone are you using, and when did it start?
explores-need Met k除濕機不出水/a請問水箱有沒有裝到底？機器放在哪一間？
explores-need Met v/cmy thermostat is broken/aokay is it showing anything on the screen
explores-need - c电视花屏/a您的会员等级是多少
explores-need - cMy kettle leaks/aDo you want a refund?
explores-need - c电脑死机/a您平时多保存一下
explores-need - k冰箱不冷/a您方便現在付款嗎
explores-need - cThe chair is broken/aDo you have the receipt?
explores-need - c手机充不进电/a您知道我们几点下班吗
explores-need - cMy phone is broken/aI have you booked in for nine.
owns-next-step Met c太气人了，发票开错三次/a我现在亲自给您重开，十分钟内发您邮箱
owns-next-step Met cI'm so angry about the delay/aI'm calling the depot now and I'll text you within the hour.
owns-next-step Met k我很火大/a我這就去倉庫幫您找，找到今晚寄出
owns-next-step Partly c骗子，钱不退/a我给您登记上
owns-next-step Breached c我要投诉/a反正就是不能退
owns-next-step Breached cThis is a joke/aNothing to do with our department.
owns-next-step - c太生气了/a您明天上午可以去门店问问
owns-next-step - c气死了/a这个不是我马上能帮您处理的
owns-next-step - cI'm furious/aThe manager will not be in today.
owns-next-step - c几点发货/a我马上帮您催，今天发
apologises Met c你们发的奶粉罐是瘪的/a给您造成不便深表歉意，马上补发
apologises Met cThe driver threw my box over the fence/aI'm awfully sorry, that's not how we do things.
apologises Met k你們多刷了我一筆/a真的很不好意思，是系統重複請款，今天退刷
apologises Breached c你们漏发了遥控器/a去买一个就行了
apologises Breached cYour fitter broke my tap/aThere's nothing to apologise for.
apologises Breached k說好週三送，沒送/a不好意思，請問您貴姓
apologises - c我弟买的手机摔坏了/a可以维修
apologises - c你们别发错货啊/a好的
apologises - cWould you replace it if it arrives damaged?/aYes.
apologises - c快递很准时没有迟到/a谢谢
apologises - c师傅来的时候我不在家，没修成/a给您改约明天
soothes-anger Met c你们全是骗子/a您先别上火，我一项一项帮您核对
soothes-anger Met cWhat a joke of a company/aFair enough, and I apologise. Let me put this right.
soothes-anger Met k氣死我了/a是我們不好，讓您受氣了，對不起
soothes-anger Breached c太过分了/a您爱找谁找谁去
soothes-anger Breached cThis is ridiculous/aYou clearly didn't read the email.
soothes-anger Breached c我要投诉/a投诉也没用
soothes-anger Breached v/c你们太坑人了/a这能怪我吗你自己签的字
soothes-anger - c太过分了/a您自己的问题件我查到了
soothes-anger - c气死我了/a随便您哪天来都行
soothes-anger - cThis is outrageous/aOur policy covers that.
personal-touch Met c我想退订牛奶，孩子上大学走了/a恭喜孩子考上大学，牛奶给您停到下月
personal-touch Met cI need a crib by June/aCongratulations on the baby! I'll make sure it's there.
personal-touch Met k又來麻煩你們了/a陳太太，您上次換的濾心用得還習慣嗎，歡迎您回來
personal-touch - c年夜饭还能订吗/a可以的，祝您用餐愉快
personal-touch - c贺卡写什么好/a可以写早日康复
personal-touch - cWhat time is the birthday party package?/aThe birthday package is at two.
personal-touch - c我要办老用户套餐/a老用户套餐每月五十九元
personal-touch - c再见/a祝您生意兴隆
personal-touch - cThanks/aEnjoy the rest of your day.
beyond-expectation Met c外卖洒了/a重新做一份给您，再送您一份甜品，耽误您吃饭了
beyond-expectation Met cMy tent pole snapped/aNew pole ships today and I've included a free repair kit in case it happens on a trip.
beyond-expectation Met k熱水器打不著/a好了，以後每年換一次電池，就不會突然沒熱水
beyond-expectation - c灯坏了/a您可以再买一套
beyond-expectation - c冰箱不制冷/a再给您说一遍，要先断电
beyond-expectation - cIt broke/aFree returns within 30 days.
beyond-expectation - c洗衣机漏水/a我们也没有多的可以送
beyond-expectation - c手机黑屏/a送修需要七天
listens Breached c订单 QS20261155 没发货/a您好，订单号发我一下
listens Breached cMy name is Peter Hall, my card was declined/aCan I have your full name please?
listens Breached v/c我手机幺三七零零零零一一一一/a您手机号多少
listens Met cOrder QS20261155 please/aQS20261155, one moment, I see it.
listens Met k電話0922111222/a好的0922111222，稍後聯絡您
listens - c订单QS20261155/a好的，收货人姓名是什么
listens - cMy phone is 555 010 7788/aAnd a second number in case we miss you?
listens - c我姓李/a李先生，地址是哪里
listens - c我跟我老婆说过了/a好的，请问您怎么称呼
listens - c电话13900001111/a好的，单号我稍后发给您
resolves-or-next-step Met c帮我开个发票/a发票开好了，已发您邮箱
resolves-or-next-step Met cMy code doesn't work/aTry it now/cWorks now, cheers
resolves-or-next-step Met k幫我改成週日送/a好的，已經改成週日了
resolves-or-next-step Breached c所以到底能不能退/a我不清楚
resolves-or-next-step Breached cSo nobody can help me?/aI guess not.
resolves-or-next-step - c改好了没有/a还没改好
resolves-or-next-step - c取消了会退钱吗/a取消了会退
resolves-or-next-step - c已经提交过一次了/a好的
resolves-or-next-step - cHow long does delivery take?/aThree days.
explains-why-and-how Met c为啥连不上/a密码改过了所以连不上，您用新密码登一下就行
explains-why-and-how Met cWhy is there a hold on my card?/aIt's a deposit because the car is out; it drops off two days after you return it.
explains-why-and-how Partly k為什麼延誤/a因為大雪
explains-why-and-how Breached c为什么锁我账号/a系统锁的，我不知道
explains-why-and-how Breached cWhy did it stop working?/aBeats me.
explains-why-and-how - c为什么还没退/a我去问一下财务
explains-why-and-how - cWhy, thank you/aYou're welcome
explains-why-and-how - c为什么呢/a因为什么
reads-back-key-facts Met v/c地址和平路18号2栋901/a和平路18号2栋901，我记好了
reads-back-key-facts Breached v/cThe address is 77 Oak Street, flat 3/aFine, someone will come.
reads-back-key-facts - v/c我在你们中山路9号的店里买的/a好的
reads-back-key-facts - v/cIt was 3 pm on May 12/aOkay
reads-back-key-facts Met cTicket 4471029/aTicket 4471029, let me open it.
proactive-offer Met c这个水怎么停/a关角阀。要不要我顺便帮您约个师傅上门看看
proactive-offer Met cIs it raining delays?/aYes. If you want, I can text you when it leaves.
proactive-offer Met k折價券過期了/a我另外幫您補一張，今天就能用
proactive-offer - c帮我约师傅/a要不要帮您约明天的师傅
proactive-offer - cI want to cancel/aWould you like me to cancel it now?
proactive-offer - c你好/a您好，需要我帮您做点什么
proactive-offer - cOk/aWould you like me to repeat that?
consistent-answer Met c你肯定吗/a肯定，我刚跟师傅通过电话
consistent-answer Met cAre you sure?/aYes, 100%.
consistent-answer Breached c刚才你说两天，现在又说一周/a对不起，刚才我看岔了，是一周
consistent-answer Breached cYou just said no fee/aOh, sorry, I got that wrong, there is a fee.
consistent-answer - c你确定吗/a这个我不能确定
consistent-answer - c我刚才说错了/a没关系
consistent-answer - cYou said blue, and I like blue/aGreat.
`
  .trim()
  .split("\n")
