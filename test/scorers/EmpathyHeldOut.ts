/**
 * Conversations written and labelled before any rule had seen them: what a fair reviewer says of one rule. `-`: neither praise nor blame is
 * deserved (it does not apply, or words cannot decide). Turns are parted by `/`; `c` and `k` customer, `a` agent; `v` first of all: a call.
 */
export const heldOutTurns: ReadonlyArray<string> = `
acknowledges-feeling Met c我真的服了你们了，三天了还没人联系我，气得我饭都吃不下/a这事让您这么闹心，是我们对不住您
acknowledges-feeling Met v/c喂你们怎么回事啊我都快急死了孩子明天就要用/a您别着急啊我这边马上给您看一下
acknowledges-feeling Met c太失望了，第一次在你们家买就这样/a真的特别抱歉，第一次就给您留下这么不好的印象
acknowledges-feeling Met k我真的快瘋了，客廳整個泡水/a天啊，客廳都泡水了您一定很慌，我先教您關水閥
acknowledges-feeling Met k你們太誇張了吧，講好今天送/a真的很不好意思，讓您空等了一天
acknowledges-feeling Met cI am beyond frustrated with this app/aI hear you, and I'd feel the same way in your shoes.
acknowledges-feeling Met cThis has been a nightmare from start to finish/aI can only imagine how draining this has been for you.
acknowledges-feeling Met cI'm so mad right now/aYou have every right to be, and I apologize.
acknowledges-feeling Met c骗子公司！我要去12315告你们/a您先消消气，发生这种事换谁都会生气的
acknowledges-feeling Met c我好难过，这个手机里有我爸最后的照片/a听到这个我也很难过，我们一起想想办法把照片找回来
acknowledges-feeling Met c你们的快递员太恶劣了，骂我/a您受委屈了，这种态度确实不应该
acknowledges-feeling Met c烦死了，又是这个问题/a我明白一遍遍折腾真的很让人心烦
acknowledges-feeling Met v/c我跟你讲我真的很生气你们怎么能这样/a嗯女士我能理解您现在的心情
acknowledges-feeling Met cI'm really worried my data is gone/aI understand this is worrying. Let's see what we can recover.
acknowledges-feeling Met cHonestly I feel cheated/aI'm sorry you feel that way, that's the last thing we want.
acknowledges-feeling Met k我很擔心，老人家一個人在家沒暖氣/a我懂您的擔心，老人家一個人在家確實讓人放心不下
acknowledges-feeling Met c太离谱了，空调滴水把我电脑都泡坏了/a哎呀，电脑都泡坏了，实在对不起您
acknowledges-feeling Met c你们这什么破服务啊/a先生，给您带来这么差的体验，我向您道歉
acknowledges-feeling Met cUnacceptable. I missed my own sister's wedding because of this/aOh no, I'm heartbroken for you. I am truly sorry.
acknowledges-feeling Met c我心疼死了，一冰箱的海鲜全臭了/a一冰箱海鲜全没了，搁我我也心疼坏了
acknowledges-feeling Breached c我真的要崩溃了，奶奶的药全在里面，都坏了/a型号报一下
acknowledges-feeling Breached c你们太坑了！！/a请提供截图
acknowledges-feeling Breached c我太难受了，等了一年的礼物就这么碎了/a售后入口在订单页
acknowledges-feeling Breached cI'm livid. My baby's stroller arrived in pieces/aSend us a photo.
acknowledges-feeling Breached k真的很生氣，你們把我當白痴嗎/a請問還有其他問題嗎
acknowledges-feeling Breached c气死我了/a我不理解您为什么要生气
acknowledges-feeling Breached c太生气了，你们骗人/a您也理解一下我们的工作好吧
acknowledges-feeling Breached cI'm so upset/aI don't see why you would be upset about this.
acknowledges-feeling Breached c我真的很失望/a不用担心这个不归我管
acknowledges-feeling - c上一个客服一直说理解我的心情，可是没用/a好的，请问是什么问题
acknowledges-feeling - c你能理解我吗/a好的
acknowledges-feeling - c如果我生气了你们怎么办，哈哈开个玩笑/a哈哈
acknowledges-feeling - c我老婆看电影看哭了，你们这个投影真清晰/a谢谢您的喜欢
acknowledges-feeling - c这款音箱低音太猛了，邻居要气死了哈哈/a哈哈，可以调低音量
acknowledges-feeling - cThe movie was so sad, great sound though/aThanks for the feedback!
acknowledges-feeling - cI'm not angry at all, just wondering/aAll good.
acknowledges-feeling - c客服小姐姐别着急，我慢慢发/a好的
acknowledges-feeling - k不會很急，你們有空再寄/a好的，收到
acknowledges-feeling - c这个坑是预留多大的/a400的
acknowledges-feeling - c我想买个急救包/a这边有的
acknowledges-feeling - c你们家的辣酱太过分好吃了/a哈哈谢谢
acknowledges-feeling - c没事没事，不用道歉，我不生气/a好的，那我继续
acknowledges-feeling - c孩子发脾气砸的，跟你们没关系/a好的，屏幕可以更换
acknowledges-feeling - cCould you tell me if the alarm is annoying at night?/aIt has a quiet mode.
shows-understanding Met c气死了，预约了两回，师傅两回都放我鸽子，我都请了假/a两回请假等师傅，师傅两回都没来，这确实太不应该了
shows-understanding Met c太离谱了，我充了五百块话费，到账只有五十/a您是说充了五百，结果只到了五十块钱，是这样吗
shows-understanding Met v/c我要投诉你们那个宽带一到晚上就断断得我儿子网课都上不了/a就是说晚上宽带老断影响孩子上网课对吧
shows-understanding Met k我很不滿，講好送藍色的沙發，結果送來一張灰色的還有刮痕/a您訂的是藍色沙發，送來的卻是灰色而且還有刮痕，我了解了
shows-understanding Met cI'm furious, the plumber flooded my kitchen and then just walked away/aSo the plumber flooded your kitchen and left, do I have that right?
shows-understanding Met cThis is ridiculous. I paid for overnight shipping and it took nine days/aYou paid for overnight shipping and it took nine days. That's not okay.
shows-understanding Met cI'm so disappointed, the cake said Happy Birthday Tom and my son is Tim/aThe cake had the wrong name on your son's birthday, I'm so sorry.
shows-understanding Met c太失望了，给我爸买的助听器，戴上一直啸叫/a您给父亲买的助听器，一戴上就啸叫，我先帮您看看
shows-understanding Met c我要投诉，退货退了一个月，钱还没退给我/a您一个月前就把货退了，退款到现在还没收到，对吗
shows-understanding Met c太坑了，买之前说可以用两年，三个月就充不进电了/a三个月就充不进电，跟当初说的用两年差太多了
shows-understanding Met cI'm really upset, my mother's wheelchair was left out on the porch in the snow/aYour mother's wheelchair was left out in the snow on the porch, that's awful.
shows-understanding Met k你們很過分，洗衣機脫水的時候把我的婚紗勾破了/a您的婚紗在脫水的時候被勾破了，這真的太讓人心疼
shows-understanding Met c我都快急哭了，高考准考证打印不出来，打印机一直卡纸/a准考证要打印，可打印机一直卡纸，咱们先把纸取出来
shows-understanding Met cI am fed up. Every Sunday my TV goes black during the game/aIt sounds like the TV goes black every Sunday during the game.
shows-understanding Met c你们这是欺骗消费者，写的是纯棉，洗了一次缩成童装了/a衣服标的是纯棉，洗一次就缩得穿不了了，是吧
shows-understanding Met v/c我跟你说我快气死了那个热水器洗到一半就没热水了大冬天的/a热水器洗到一半没热水大冬天的确实遭罪
shows-understanding Met cI'm so annoyed, you charged my card three times for one lamp/aLet me make sure I have this: three charges for a single lamp, correct?
shows-understanding Met c太生气了，快递把我的花放在太阳底下晒了一天，全蔫了/a花在太阳底下晒了一天全蔫了，真的很可惜，对不起
shows-understanding Met k太扯了，訂房訂兩晚，到現場說只有一晚/a您訂了兩晚，到現場卻被告知只有一晚，是嗎
shows-understanding Met cYou people are useless. I asked for a vegan meal and got chicken/aYou ordered a vegan meal and received chicken, I completely get why you're upset.
shows-understanding Breached c太过分了，师傅把我家墙打穿了/a会员号
shows-understanding Breached c气死我了，骗人的/a请稍后再拨
shows-understanding Breached cI'm furious/aNext.
shows-understanding Breached k太離譜了，你們把我的訂單取消了/a身分證字號
shows-understanding - c太生气了/a理解您的心情，抱歉
shows-understanding - c你们的客服说您是说冰箱坏了对吗，问了我八遍/a好的
shows-understanding - c气死了，冰箱不冷/a冰箱不冷请先断电，冰箱不冷一般是压缩机问题
shows-understanding - c我的车牌号是沪A88888，能登记吗/a沪A88888，登记好了
shows-understanding - cWhat does it come with?/aIt comes with a charger and a case.
shows-understanding - c怎么设置定时开机/a定时开机在设置里面设置
shows-understanding - cI'm mad at this phone/aPhones can be returned within thirty days of purchase in the original packaging.
shows-understanding - k請問週年慶有折扣嗎/a週年慶全館九折
shows-understanding - c我很生气/a您说什么
shows-understanding - c不是生气，就是想问下什么时候发货/a您是想问什么时候发货对吗
shows-understanding - c洗衣机的螺丝在哪里/a螺丝在洗衣机的背面
shows-understanding - cHow angry do people get about this, lol?/aNot very, lol.
explores-need Met c我的平板充不进电了/a您用的是原装的充电头吗，换一根线试过没有
explores-need Met c热水器打不着火/a打火的时候能听到哒哒的声音吗
explores-need Met v/c我家那个路由器老是掉线啊/a是所有的房间都掉线还是就某一个房间
explores-need Met k我的吸塵器吸力變很弱/a請問您多久清一次濾網呢
explores-need Met k冷氣會滴水/a請問是一開機就滴，還是吹一陣子才開始滴
explores-need Met cMy printer prints blank pages/aDid this start after you changed the cartridge?
explores-need Met cThe dishwasher leaks/aWhere exactly do you see the water, at the door or underneath?
explores-need Met cI can't log in to my account, it keeps crashing/aDoes it crash before or after you enter the code?
explores-need Met c给老人买手机推荐哪款/a老人平时主要打电话，还是也会看视频、用微信呢
explores-need Met c想换个净水器不知道选哪个/a您家厨房下面空间有多大，一天大概喝多少水
explores-need Met c电饭煲煮出来的饭夹生，坏了吧/a您一般放多少米多少水呢
explores-need Met c我家的门锁打不开了，报错/a屏幕上显示的是什么数字呢
explores-need Met cWhich mattress should I get?/aDo you sleep on your side or your back, and do you have any back pain?
explores-need Met cMy watch stopped charging/aHas it ever been dropped or got wet?
explores-need Met c扫地机器人撞墙，故障了/a它是在哪个房间撞的，地上有没有黑色地毯
explores-need Met v/c洗衣机响得很厉害/a嗯是脱水的时候响吗还是一直都响
explores-need Met c耳机漏音，噪音很大/a您是在地铁上用还是在家里用的时候听到噪音
explores-need Met k手機自動關機/a關機之前電量大概還剩多少？有沒有發燙？
explores-need Met cThe heater is making a noise/aWhat kind of noise is it, more of a rattle or a whistle?
explores-need Met c孩子吃了以后过敏了/a孩子现在怎么样，有没有起疹子或者喘不上气
explores-need Met c奶粉哪款适合/a宝宝多大了，现在吃的是什么牌子
explores-need Met cMy bike arrived and the brakes don't work/aIs it the front brake, the rear one, or both?
explores-need Met c灯一闪一闪的，坏了/a是装上就闪还是用了一段时间才闪的
explores-need Met c电视没信号了/a其他台能看吗，机顶盒亮的是红灯还是绿灯
explores-need Met k我想買筆電，建議哪一台/a您主要是文書處理還是要打遊戲、剪片呢
explores-need - c电视坏了/a您是要退货还是换货呢
explores-need - c热水器漏水/a请问您是什么时候下的单
explores-need - c手机黑屏/a您的收货地址还是这个吗
explores-need - c冰箱不制冷/a还有什么问题吗
explores-need - c洗衣机不转了/a您听懂我说的了吗
explores-need - cMy tablet is broken/aAre you the account holder?
explores-need - cIt won't start/aCan you hold for a minute?
explores-need - cMy phone is broken/aWould you like a refund or a replacement?
explores-need - cThe lamp is broken/aDid you pay by card or PayPal?
explores-need - c空调漏水/a这不是很正常吗
explores-need - k電鍋壞了/a請問您方便接電話嗎
explores-need - c水壶漏水/a您看这样处理可以吗
explores-need - cMy oven is broken/aWhy didn't you call earlier?
explores-need - c手表不走了/a您有发票吗
explores-need - c路由器没信号/a您拨打的是人工客服，请问是要报修吗
owns-next-step Met c气死了，都一周了没人管/a您的事我来盯，今天晚上八点之前一定给您回电话
owns-next-step Met c太失望了/a我这就去找仓库主管，一小时之内给您答复
owns-next-step Met v/c我要投诉你们/a行女士我现在就给您提交投诉单二十四小时内专员会联系您
owns-next-step Met k你們太誇張了/a我現在直接打給配送站，十分鐘後回撥給您
owns-next-step Met k我很著急，明天就要出國/a我今天下班前親自幫您送到櫃檯
owns-next-step Met cI am furious/aI've just opened a case and you'll get an email from me by 3 pm.
owns-next-step Met cThis is unacceptable/aI'll personally follow this through and ring you back tomorrow morning.
owns-next-step Met cI'm so upset, the gift is for tomorrow/aI'm sending a courier to you tonight with a new one.
owns-next-step Met c冰箱里的肉全化了，急死人了/a我给您约了今天下午四点的师傅，他出门前会给您打电话
owns-next-step Met c骗子，退款拖了半个月/a退款我刚给您走了加急，明天中午前到账，到了我给您发短信
owns-next-step Met c我真的很着急，老人等着用/a我马上跟站点联系让他们今天先送您这一单
owns-next-step Met cThis is ridiculous, nobody has called me/aLet me get the shop on the phone right now while you stay on the line.
owns-next-step Met c你们太敷衍了/a我把您这单升级给主管了，他今天五点前会亲自给您打电话
owns-next-step Met k真的很生氣/a我會在明天早上十點前把處理結果用簡訊通知您
owns-next-step Met cI'm so annoyed with your store/aI'll speak to the manager this afternoon and email you what we decided by six.
owns-next-step Met c我要投诉那个师傅/a投诉我已经帮您记录了，三个工作日内会有处理结果，我来通知您
owns-next-step Met v/c你们这样太过分了我家里都淹了/a先生我现在给您派急修师傅四十分钟内到您家
owns-next-step Met cI'm devastated, the album is gone/aWe're going to search the depot today and I'll update you by nine tomorrow.
owns-next-step Partly c太坑了/a我帮您反映给商家
owns-next-step Partly cI'm really angry/aI'll forward this to our team.
owns-next-step Partly k太過分了/a我會幫您轉達給主管
owns-next-step Breached c骗子，我要曝光你们/a随你怎么说，规定就是规定
owns-next-step Breached cThis is a disgrace/aThat's how the system works.
owns-next-step Breached k很生氣，東西是壞的/a這個不在保固範圍
owns-next-step Breached c气死我了，你们把我的车刮了/a自己去跟保险公司说
owns-next-step - c请问几号发货/a今天晚上就给您发出
owns-next-step - c太气人了/a您可以明天上午打这个电话找他们
owns-next-step - c我很生气/a我们会尽快处理的
owns-next-step - c太失望了/a您稍等一下，我看看
owns-next-step - cI'm upset/aYou'll need to call the store before six.
owns-next-step - c我要投诉/a您昨天打过电话的，当时没人给您处理吗
owns-next-step - c之前那个客服说马上给我处理，气死了/a请问您当时打的是哪个电话
owns-next-step - cI'm angry/aCan I get back to you?
owns-next-step - c我不生气，你们今天能到吗/a今天师傅上门
owns-next-step - k很失望/a如果明天還沒收到，您再打來
owns-next-step - cI am so angry/aHow soon do you need it?
apologises Met c收到的键盘缺了两个键帽/a实在不好意思，是我们出货没检查到位，给您补寄
apologises Met c师傅把我家地砖敲裂了/a给您造成损失，真的很抱歉
apologises Met v/c你们送货的把我门框磕了一块/a哎呀真对不起这个是我们的责任
apologises Met k你們寄錯尺寸了，我訂L號來S號/a很抱歉，是我們出錯貨，馬上換給您
apologises Met k你們的司機把包裹丟在雨裡/a造成您的困擾，真的萬分抱歉
apologises Met cYou billed me twice this month/aI apologise for that; it's our error and I'm reversing it.
apologises Met cThe chair came with a broken leg/aOh I'm so sorry about that, it should never have left the warehouse like this.
apologises Met cThe courier left my parcel in the rain and it's soaked/aSorry about this, we should have kept it dry.
apologises Met c约好昨天上门，一天都没人来/a昨天让您白等一天，是我们安排得不好
apologises Met c快递员把我的件弄丢了/a出现这种情况我们也很过意不去，马上给您赔
apologises Met c买的奶粉是过期的/a非常抱歉，这是我们的重大失误
apologises Met cYour technician scratched my floor/aPlease accept our apologies, we'll pay for the repair.
apologises Met c系统多扣了我一个月会员费/a抱歉给您带来麻烦，多扣的钱今天退
apologises Met cI was promised a call yesterday and nobody called/aI'm sorry, we let you down there.
apologises Met c打开包装发现杯子碎了/a对不住了，我给您重新发一个
apologises Met k師傅沒來也沒打電話/a真是不好意思，這邊跟您說聲抱歉
apologises Met cYou sent me the wrong color/aOur bad! Let me fix that for you.
apologises Met c你们客服答应给我回电话，一直没打/a没给您回电是我的疏忽，向您道个歉
apologises Breached c你们把我的地址搞错了，送到隔壁市去了/a那您联系快递改一下
apologises Breached c新买的耳机一边没声音，收到就是坏的/a七天内可以申请
apologises Breached cThe vase arrived shattered/aFile a claim on the website.
apologises Breached k師傅把牆打穿了/a請拍照上傳
apologises Breached c快递员把箱子摔了，里面全碎了/a不好意思，请问您的收件电话是多少
apologises Breached cYou charged me twice/aSorry, what was your name again?
apologises Breached c说好周六装，没人来/a道歉有什么用，周一再约吧
apologises - c上次你们客服跟我道歉了，挺好的/a应该的
apologises - c我下单下错了/a可以修改的
apologises - c万一你们寄错了呢/a寄错可以免费换
apologises - c隔壁老王收到的是坏的，我的是好的/a那就好
apologises - c猫把线咬断了/a可以单独买线
apologises - cMy neighbour got the wrong parcel from another shop/aOkay.
apologises - cThe mug didn't arrive broken, thank goodness/aGreat news!
apologises - cI spilled coffee on it and it stopped working/aThat isn't covered, but we can repair it.
apologises - k上次師傅準時到，很棒/a謝謝您的肯定
apologises - c运输途中会碎吗/a有泡沫包装
apologises - c我昨天没在家，师傅没来成/a那我帮您改约
soothes-anger Met c什么破公司/a您别生气，有什么问题您跟我讲，我尽力给您解决
soothes-anger Met c骗子！退钱！/a先生真的很抱歉，您的心情我理解，我们现在就来解决退款
soothes-anger Met v/c你们就是一群骗子/a女士您先别激动您慢慢说我听着呢
soothes-anger Met k你們服務真的很差勁/a謝謝您的指教，我們一定改進，先幫您處理
soothes-anger Met k什麼態度啊你們/a對不起，讓您有這樣的感受，我來協助您
soothes-anger Met cYou people are a joke/aI'm sorry we've let you down. Tell me what happened and I'll do my best.
soothes-anger Met cThis is outrageous/aI get it, and you deserve better. Let's put it right.
soothes-anger Met cI want to speak to your manager now/aOf course, and I'm sorry it's come to this. I'll get her for you.
soothes-anger Met c气死我了，我要投诉你/a对不起，可能是我刚才没说清楚，我重新给您解释
soothes-anger Met c你们太恶心了/a您骂得对，这件事我们确实做得不好
soothes-anger Met c太过分了/a非常理解，换成我也生气，咱们先看看怎么解决
soothes-anger Met c垃圾平台/a真的不好意思，耽误您时间了
soothes-anger Met cYour service is the worst service ever/aThank you for telling me this, I'm going to fix it with you.
soothes-anger Met cI'm fuming/aI completely understand, I would be too.
soothes-anger Met c我受够了/a您辛苦了，折腾您这么多趟，实在抱歉
soothes-anger Met k氣死我了/a先生不好意思，請您先消氣，我馬上為您查
soothes-anger Met cRidiculous. Absolutely ridiculous/aYou're right, it is. I'm sorry and I'll sort it out today.
soothes-anger Met c叫你们领导来/a好的，我马上帮您转接领导，给您添麻烦了很抱歉
soothes-anger Breached c骗子/a你嘴巴放干净点
soothes-anger Breached c太过分了/a那你去投诉呗
soothes-anger Breached c气死我了/a气死也没办法啊
soothes-anger Breached c你们是骗人的吧/a您自己没看清楚，怪我们咯
soothes-anger Breached v/c我要投诉你们/a你投诉好了我又不怕
soothes-anger Breached k你們太誇張/a是您自己填錯的欸
soothes-anger Breached cThis is ridiculous/aMaybe if you had read the instructions you wouldn't be here.
soothes-anger Breached cI'm furious/aThere's no need to be rude to me.
soothes-anger Breached cYou people are useless/aWow, nice language. Anything else?
soothes-anger Breached c什么态度/a我就这态度，怎么了
soothes-anger Breached c太坑人了/a便宜没好货，您心里没数吗
soothes-anger - c之前的客服跟我说随便你，气死我了/a请问是什么时候的事
soothes-anger - c太过分了/a请稍等
soothes-anger - c你们的蛋糕太坑了好吃到停不下来/a哈哈随便您吃
soothes-anger - c我没有要投诉，别紧张/a没关系
soothes-anger - cI'm angry/aWe don't want you to think we don't care
soothes-anger - c太过分了/a颜色随便您选，换哪个都可以
soothes-anger - k很生氣/a這不是您的錯
soothes-anger - cThis is ridiculous/aWe should have told you earlier
soothes-anger - c气死了/a您看到的那个是别家店的
soothes-anger - cThat's outrageous value, love it/aGlad you like it
soothes-anger - c我冷静不下来，太生气了/a请问您的单号
personal-touch Met c我要退货/a看您从2015年就在我们家买了，感谢您这么多年的信任，我给您办
personal-touch Met c我下周要手术，想停机/a祝您手术顺利，早点恢复，停机我给您办好
personal-touch Met v/c我家宝宝刚满月想买个温奶器/a恭喜您呀宝宝满月快乐
personal-touch Met k我要結婚了想訂喜餅/a恭喜您要結婚了，祝兩位新婚快樂
personal-touch Met k奶奶的助聽器壞了/a也請幫我跟奶奶問聲好
personal-touch Met cI'm flying to Rome tomorrow, need roaming/aHave a wonderful time in Rome! Roaming is on now.
personal-touch Met cIt's my daughter's graduation gift/aCongratulations to your daughter!
personal-touch Met cI broke my leg, can't get to the store/aI hope your leg heals quickly; we'll deliver it to your door.
personal-touch Met c电视又不亮了/a我看到您三月份也因为这台电视找过我们，这次我直接给您换主板
personal-touch Met c孩子高考用的，能快点吗/a给您加急，祝孩子金榜题名
personal-touch Met cHi it's about my subscription/aHi Anna, you've been a member since 2012, thank you!
personal-touch Met c我妈住院了没法签收/a希望阿姨早日康复，我给您改成寄存
personal-touch Met c换个地址，我搬家了/a恭喜乔迁新居，地址改好了
personal-touch Met cMy cat died, please cancel the food plan/aI'm so sorry about your cat. I've cancelled it.
personal-touch Met c还是上回那台空调/a上回您说是卧室那台滴水对吧，这次是同一台吗
personal-touch Met k我生日那天能送到嗎/a可以的，先祝您生日快樂
personal-touch Met cI need this for our anniversary/aHappy anniversary in advance!
personal-touch Met c我是你们十年的会员了/a感谢您十年来一直支持我们
personal-touch - c你好/a亲爱的会员您好，祝您购物愉快
personal-touch - c生日券怎么领/a生日券在会员中心领取
personal-touch - c谢谢/a祝您身体健康，万事如意，再见
personal-touch - c我朋友说老客户有积分/a老客户可以在会员页查积分
personal-touch - c我上次买的怎么没有/a您上次买的是哪个平台呢
personal-touch - k再見/a祝您有美好的一天
personal-touch - cBye/aHave a great weekend!
personal-touch - cDo you sell happy birthday banners?/aYes, the happy birthday banner is in aisle four.
personal-touch - c蛋糕上能写字吗/a可以的，默认写生日快乐
personal-touch - c怎么成为老会员/a消费满一千就是老会员
personal-touch - cHello/aHave you been with us for more than a year?
personal-touch - c喜糖盒上印什么/a印新婚快乐四个字
personal-touch - c几点关门/a十点，祝您旅途愉快
personal-touch - cWhat card says congratulations on the baby?/aThe one with congratulations on your new baby is 3 dollars.
beyond-expectation Met c水管漏了/a修好了，这边再送您一卷防水胶带，以后接口松了自己缠一下就行
beyond-expectation Met c快递把东西弄坏了/a给您换新的，另外再补您二十块钱红包，聊表歉意
beyond-expectation Met v/c我家网断了三天了/a已经恢复了这个月的月租给您免了
beyond-expectation Met k飲水機壞了/a新的明天送到，舊的我們也順便免費幫您回收
beyond-expectation Met k你們漏寄配件/a今天補寄，運費我們出，再多附一組濾網給您
beyond-expectation Met cMy blender broke/aA new one ships today, and I threw in an extra cup on the house.
beyond-expectation Met cI waited two weeks/aThank you so much for your patience. I've added a month free to your plan.
beyond-expectation Met cThe router keeps dropping/aFixed! To avoid this in future, keep it away from the microwave.
beyond-expectation Met c手机黑屏了/a弄好了，平时电量低于二十就充，别等自动关机，电池更耐用
beyond-expectation Met c冰箱噪音很大/a师傅修好了，您以后每半年清一次散热网，就不容易响
beyond-expectation Met c你们把发票开错了/a重新开好了，耽误您时间，给您申请了一张三十元的优惠券
beyond-expectation Met cThe package was late/aIt's out for delivery, and here's a 10% discount code for the wait.
beyond-expectation Met c我等了五天/a谢谢您这五天的耐心等待，给您加了五百积分
beyond-expectation Met c洗碗机报错/a清一下滤网就好了，另外我把保养视频发您，照着做以后不会再报
beyond-expectation Met k冷氣不冷/a修好了，這次的檢測費就不跟您收了
beyond-expectation Met cMy kettle leaks/aReplacement is on its way. As a small gesture we've upgraded you to the larger one at no charge.
beyond-expectation Met c孩子的玩具坏了/a给您换了，还给小朋友准备了个小礼物一起寄过去
beyond-expectation Met c打不开门锁/a好了，提醒您记得把备用钥匙放在家人那里，免得下次又被锁在外面
beyond-expectation - c电视坏了/a满两千送电视柜，您要不要看看
beyond-expectation - c水壶漏水/a再给您发一个链接，您自己看
beyond-expectation - c手机黑屏/a可以帮您申请维修
beyond-expectation - c热水器坏了/a您把坏的寄回，我们给您补发一个
beyond-expectation - cMy TV broke/aYou can buy an extended warranty for 20 dollars.
beyond-expectation - cIt's broken/aThank you for your patience, please hold.
beyond-expectation - c冰箱坏了/a下次买之前看清楚，以免再出问题
beyond-expectation - c洗衣机漏水/a免费安装，免费送货，您放心
beyond-expectation - k電視壞了/a另外再收您一次檢測費
beyond-expectation - cMy bike is broken/aNext time don't leave it out in the rain.
beyond-expectation - c有没有赠品/a下单就送您一套餐具
beyond-expectation - c空调不冷/a师傅上门要另外收五十元
beyond-expectation - c快递没到/a帮您补了一个催件申请
listens Breached c我的订单号是88213390，一直没发货/a您好，麻烦提供一下您的订单号
listens Breached c手机号13912345678，帮我查套餐/a请问您的手机号码是多少
listens Breached v/c我姓赵我那个洗衣机漏水/a好的您贵姓
listens Breached k我的訂單編號是TW20260188，請幫我查/a請提供您的訂單編號
listens Breached k我住在中山北路二段36號5樓/a請問您的地址是
listens Breached cMy name is Laura Hill and my order is late/aMay I have your name please?
listens Breached cOrder number is 55-20931/aSure, can I get your order number?
listens Breached c是红色那双鞋掉色/a请问是哪双鞋/c我刚才说了是红色那双/a好的
listens Breached cIt's a gas stove/aIs it gas or electric?/cI just told you, it's gas/aOk
listens Breached c地址幸福路12号3栋501/a您住哪里呢
listens Breached v/c我上午九点打的电话说过了是空调不制冷/a嗯您是什么电器坏了/c我都说了空调啊/a哦好的
listens Breached cThis is Mark Stone calling about my refund/aAnd what's your name?
listens Met c订单号是88213390/a88213390这一单我看到了，正在出库
listens Met c手机号13912345678/a13912345678对吧，套餐是59元的
listens Met cOrder number is 55-20931/a55-20931, got it, it ships Monday.
listens Met k訂單編號TW20260188/a TW20260188，有的，明天到貨
listens Met v/c我电话是幺三九一二三四五六七八/a好的13912345678我记一下
listens Met cMy booking ref is QX7781234/aThanks, I have QX7781234 open in front of me.
listens Met c单号后四位3345/a尾号3345的这一单是吗
listens - c订单号88213390/a好的，收件人电话是多少
listens - c我叫王敏/a王女士，请问您的订单号
listens - c手机号13912345678，这个打不通了/a那您现在的手机号是多少
listens - c订单号8821339/a订单号少了一位，您再看一下是多少
listens - v/c电话139嗯1234/a不好意思刚才没听清您的电话是多少
listens - cMy name is Laura/aThanks Laura, how do you spell your last name?
listens - cOrder 55-20931 and also another one that is missing/aWhat is the other order number?
listens - c我跟机器人说过订单号了/a您好，请问订单号是多少
listens - c我刚才说了我不退/a好的，那给您换
listens - k我姓陳/a陳先生您好，請問電話幾號
listens - c我昨天跟你们另一个客服说过了/a好的，我看一下记录
listens - cI told my husband to call you already/aWho was he speaking with?
listens - c地址幸福路12号3栋501，发票抬头你帮我写公司/a公司地址是什么呢
listens - cMy phone is broken, call me at 555-2019/aWhat brand is the phone?
resolves-or-next-step Met c帮我把会员退了/a好的，会员已经给您退掉了，钱原路返回
resolves-or-next-step Met c我想改收货电话/a电话给您改成新的了，请查看
resolves-or-next-step Met v/c我要报修空调/a给您约到后天上午师傅上门您看行吗
resolves-or-next-step Met k幫我取消訂單/a訂單已經幫您取消囉
resolves-or-next-step Met k網路連不上/a請您把分享器重開/k哇，可以了
resolves-or-next-step Met cPlease remove my old card/aDone! Your old card is off the account.
resolves-or-next-step Met cWhere's my refund?/aI've refunded it just now, it lands on Friday.
resolves-or-next-step Met cThe app won't open/aReinstall it and sign in again/cYay, it opened, thank you so much
resolves-or-next-step Met c退款多久/a我催过财务了，最晚周五到账，没到我给您打电话
resolves-or-next-step Met c密码忘了/a新密码发您短信了，试试能不能登录/c登录上了，谢谢
resolves-or-next-step Met c发票没收到/a电子发票重新发到您邮箱了，您查收
resolves-or-next-step Met c我的包裹丢了/a我给您补发一个，今晚寄出，单号发您短信
resolves-or-next-step Met cMy seat is wrong/aI've moved you to 12A, your new boarding pass is in your inbox.
resolves-or-next-step Met c怎么连蓝牙/a长按三秒再搜/c哦哦连上了
resolves-or-next-step Met v/c我家停水了/a抢修队已经出发了预计一个小时恢复供水
resolves-or-next-step Met k帳單金額不對/a我已經幫您送件更正，三個工作天內會收到新帳單
resolves-or-next-step Met cI need a technician/aI booked one for Tuesday between 9 and 11, he'll text you on the way.
resolves-or-next-step Met c水龙头还是漏/a我给您转维修组，今天下午四点前师傅跟您联系
resolves-or-next-step Breached c那到底怎么办/a我也不知道怎么办
resolves-or-next-step Breached c算了，跟你们说了等于没说/a好的再见
resolves-or-next-step Breached cSo what do I do now?/aI have no idea.
resolves-or-next-step Breached k那我要找誰/a不知道耶
resolves-or-next-step Breached cForget it, you're no help at all/aOkay bye
resolves-or-next-step Breached c退不了是吧/a退不了，没办法
resolves-or-next-step - c订单取消了吗/a已经取消的订单是不能恢复的
resolves-or-next-step - c什么时候修好/a修好了会通知您
resolves-or-next-step - c你们上次说处理好了，根本没处理好/a我看一下
resolves-or-next-step - c已经帮我申请了吗/a还没有呢
resolves-or-next-step - c怎么退款/a申请提交好了以后等审核
resolves-or-next-step - cIs it fixed?/aIt hasn't been fixed yet.
resolves-or-next-step - cIf it works I'll keep it/aOkay
resolves-or-next-step - c我改好了地址你看看/a我看一下
resolves-or-next-step - k可以了嗎/a還沒好喔
resolves-or-next-step - c营业到几点/a今天到晚上九点
resolves-or-next-step - cIs my refund processed?/aIt will be processed once we get the item.
resolves-or-next-step - c修好了没一天又坏了/a请问型号是什么
resolves-or-next-step - c这个好用吗/a挺好用的
resolves-or-next-step - c你不知道我等了多久/a抱歉
explains-why-and-how Met c为什么我的快递停在那不动了/a因为那边下大雪高速封了，明天恢复以后我给您盯着优先派
explains-why-and-how Met c怎么突然扣了我三十块/a是您八月开的视频会员到期自动续费了，您可以在支付里关掉自动续费
explains-why-and-how Met v/c为啥我家网这么慢啊/a主要是您这个套餐只有五十兆您可以升到两百兆速度就上来了
explains-why-and-how Met k為什麼我的卡不能刷/a因為您的卡片超過額度了，繳款後一小時就可以恢復使用
explains-why-and-how Met k怎麼會一直閃退/a是版本太舊造成的，您更新到最新版就不會閃退了
explains-why-and-how Met cWhy is my bill higher?/aYour discount ended in March; I can put you on a new offer that saves 10 a month.
explains-why-and-how Met cWhy did you cancel my order?/aThe item went out of stock. You can pick the blue one and I'll ship it today.
explains-why-and-how Met cHow come my points are gone?/aThey expire after a year. Next time use them before December, and I've restored these for you.
explains-why-and-how Met c为什么衣服缩水了/a这款含羊毛，热水洗会缩，下次用冷水手洗平铺晾就没事
explains-why-and-how Met c为什么安装不了/a系统版本低于10装不上，您先升级系统再安装
explains-why-and-how Met c怎么回事，一直提示密码错误/a输错超过五次会锁，过半小时再试，或者点忘记密码重设
explains-why-and-how Met cWhy does it make that noise?/aThat's the fan cleaning itself. If it bothers you, you can turn it off under settings.
explains-why-and-how Met c为什么退款少了十块/a那十块是运费险抵扣的部分，您可以凭寄件单找我申请补回
explains-why-and-how Met c为啥充电这么烫/a边充边玩就容易烫，充的时候先别玩游戏，温度就降下来了
explains-why-and-how Partly c为什么涨价/a因为原材料涨价了
explains-why-and-how Partly cWhy is it late?/aBecause of the storm.
explains-why-and-how Partly k為什麼沒貨/a因為工廠停工
explains-why-and-how Breached c为什么不能退/a不能退就是不能退，没有为什么
explains-why-and-how Breached c凭什么多收我钱，为什么/a我哪知道为什么
explains-why-and-how Breached cWhy was I charged?/aI don't know, it's just what the system says.
explains-why-and-how Breached k為什麼不能改/a規定就是這樣
explains-why-and-how Breached c为什么老是卡/a你问我我问谁
explains-why-and-how Breached cWhy won't it pair?/aWho knows.
explains-why-and-how - c为什么还没到/a我帮您催一下快递
explains-why-and-how - c怎么退货啊/a点订单，申请售后
explains-why-and-how - c我知道为什么了/a好的
explains-why-and-how - c不知道为什么就是喜欢你们家/a谢谢亲
explains-why-and-how - cI don't know why but I love it/aThanks!
explains-why-and-how - c为什么不发货/a稍等我查下原因
explains-why-and-how - k怎麼會員登入/a點右上角
explains-why-and-how - cWhy?/aLet me see
explains-why-and-how - c为什么呢/a请问您是在哪里买的
explains-why-and-how - cWhy is that?/aIs it because you changed your address?
explains-why-and-how - c怎么会这么好用，哈哈/a谢谢支持
explains-why-and-how - c你们说的原因我看到了/a好的，您可以试试
reads-back-key-facts Met v/c我的电话是13712340000/a13712340000对吗
reads-back-key-facts Met v/c地址是朝阳路八十八号六单元七零二/a好的朝阳路88号6单元702
reads-back-key-facts Met v/cIt's 220 Maple Street, apartment 5/aThat was 220 Maple Street, apartment 5, correct?
reads-back-key-facts Met v/k我的地址是忠孝東路一段100號3樓/a忠孝東路一段100號3樓，沒錯吧
reads-back-key-facts Met c订单号20261102998877/a尾号8877的订单对吗
reads-back-key-facts Met cMy order is AB-445566/aAB-445566, found it.
reads-back-key-facts Met v/cMy number is six one seven five five five zero one nine nine/a617-555-0199, is that right?
reads-back-key-facts Met k手機0922333444/a跟您確認，0922333444
reads-back-key-facts Met v/c打我另一个号码幺五零零零零零一二三四/a您说的是15000001234是吧
reads-back-key-facts Met c单号SF1122334455/aSF1122334455这边看到已签收
reads-back-key-facts Met v/c滨河小区三号楼二单元一零一/a3号楼2单元101，没错吧
reads-back-key-facts Met v/cPlease send it to 9 Elm Road/a9 Elm Road, thank you.
reads-back-key-facts Breached v/c我家地址是解放路56号2单元301麻烦来修一下/a好的师傅明天过去
reads-back-key-facts Breached v/k地址是民生路12號8樓/a好，我安排師傅
reads-back-key-facts Breached v/cSend the engineer to 14 Park Avenue/aSure, someone will be there tomorrow.
reads-back-key-facts Breached v/c你记一下我电话13500001111/a行明天专员给您打电话
reads-back-key-facts Partly v/c地址解放路56号2单元301，电话13500001111/a解放路56号2单元301，好的，师傅会打给您
reads-back-key-facts - v/c我一个月话费129，太贵了/a我看看套餐
reads-back-key-facts - v/c我等了45分钟/a抱歉久等
reads-back-key-facts - c地址是解放路56号/a好的，改好了
reads-back-key-facts - v/cI paid 350 dollars on May 5/aOkay
reads-back-key-facts - v/c手机号13500001111查下余额/a余额还有二十八元
reads-back-key-facts - c型号是XQG100-14/a好的
reads-back-key-facts - v/c你们店在人民路88号吗/a是的
reads-back-key-facts - v/c身份证后六位201314/a好的，通过了
reads-back-key-facts - v/cIt's error 404/aOkay, restart it.
reads-back-key-facts - v/c我是2019年买的/a已经过保了
reads-back-key-facts - v/k我在3號門等/a好的
proactive-offer Met c流量用超了/a我顺手帮您看了下，有个更适合您的流量包，需要给您换吗
proactive-offer Met c怎么查快递/a我直接帮您订阅物流短信吧，到哪了都会通知您
proactive-offer Met v/c我爸那个号欠费了/a要不我给您设个自动缴费以后就不会停机了
proactive-offer Met k請問耗材哪裡買/a您這台還在保固，濾網我免費寄給您，不用買
proactive-offer Met k幾號到貨/a後天到，需要我到貨前一天提醒您嗎
proactive-offer Met cWhen does it arrive?/aThursday. I can also have it left with a neighbour if you'd like.
proactive-offer Met cHow much is the cable?/aIt's 8 dollars, but yours is under warranty, so let me send you one for free.
proactive-offer Met cWhat's my balance?/aIt's 40. While I have you, I noticed you're overpaying for data; shall I switch you to a cheaper plan?
proactive-offer Met c补办身份证明去哪/a这个不用跑，我这边就能给您开电子版，现在发您
proactive-offer Met c降价了能退差价吗/a可以的，另外我给您把后面的价保也打开了
proactive-offer Met c明天几点送/a上午，您要是不方便我帮您约晚上也行
proactive-offer Met cHow do I reset it?/aHold the button. Would you like me to stay on the line while you try?
proactive-offer Met c出国能用吗/a能用，出发前我帮您把国际漫游一起开了吧
proactive-offer Met k這台可以用多久/a一般五年，我順便幫您登記延長保固，不用錢
proactive-offer Met cIs it open on Sunday?/aYes, 10 to 4. I can reserve a slot for you so you don't have to queue.
proactive-offer Met c药盒怎么用/a教您用法，过两天我再打个电话问问您用得顺不顺手
proactive-offer Met c停电要多久/a两个小时，有进展我第一时间给您发消息
proactive-offer - c帮我开漫游/a好的，需要我帮您开漫游吗
proactive-offer - c你好/a您好，需要我帮您查什么
proactive-offer - c查下余额/a同时可以给您推荐我们的新套餐，限时优惠
proactive-offer - c怎么退/a请问需要给您取消吗
proactive-offer - cHello/aHi, what can I do for you today?
proactive-offer - cCancel my plan/aDo you want me to cancel it right now?
proactive-offer - c没别的事了/a好的，有需要再找我
proactive-offer - k請幫我轉接/a需要我幫您轉接哪一位
proactive-offer - c帮我查一下/a我顺便问一下您的电话
proactive-offer - cThanks/aShall I end the chat?
proactive-offer - c发货了吗/a我帮您看看
proactive-offer - c要退款/a另外需要您提供发票
proactive-offer - cI need a refund/aShould I be honest? That will take a while.
consistent-answer Met c你确定今天能到吗/a确定，快递员已经在路上了
consistent-answer Met c真的不收费？/a真的，一分钱都不收
consistent-answer Met cAre you certain it's waterproof? Are you sure?/aYes, I'm certain, it's rated IP68.
consistent-answer Met k妳確定嗎/a確定的，我已經跟倉庫確認過了
consistent-answer Met k真的會退給我？/a會的，三天內入帳
consistent-answer Met cYou sure about that?/aPositive. I checked it twice.
consistent-answer Met v/c真的吗/a是真的您放心
consistent-answer Met c不会骗我吧/a不会的，系统里已经登记了
consistent-answer Met cYou promise?/aI promise, it's booked.
consistent-answer Met c你刚说两年保修？/a对的，主机两年，刚才说的一年是配件
consistent-answer Met c说话算数？/a算数的，我工号是1023
consistent-answer Met cSo it's definitely free, are you sure?/aAbsolutely free, yes.
consistent-answer Breached c你刚才说运费你们出的/a哦那是我说错了，运费您出
consistent-answer Breached c前面你说今天发货/a抱歉抱歉我看错了，是后天
consistent-answer Breached cYou told me it was refundable. You just said so./aSorry, I was wrong about that, it isn't.
consistent-answer Breached k你剛剛說可以折抵/a啊不好意思我講錯了，不能折抵
consistent-answer Breached v/c你刚才不是说三百吗怎么又五百了/a啊对不起我刚才报错价了是五百
consistent-answer Breached cYou just said it ships today/aI misspoke, it ships tomorrow.
consistent-answer Breached c一会说有货一会说没货/a不好意思，刚才我没看清，确实没货
consistent-answer Breached cBut you said Monday earlier/aApologies, I looked at the wrong order, it's Thursday.
consistent-answer - c你刚才说的那个链接发我一下/a好的，发您了
consistent-answer - c师傅说你们搞错了/a我核实一下
consistent-answer - c我刚才打错了/a没事的
consistent-answer - c刚才说错了，我要的是白色/a好的，白色
consistent-answer - cYou said 5 pm, right?/aThe schedule shows five.
consistent-answer - c你确定吗/a我不确定，帮您问一下
consistent-answer - cAre you sure?/aI'm not sure, let me check.
consistent-answer - k妳確定嗎/a稍等，我確認一下
consistent-answer - c你刚才说有三种颜色，哪三种/a黑白灰
consistent-answer - c真的吗太好了/a嗯嗯
consistent-answer - c你刚刚说要填表，在哪填/a在这个链接里填
consistent-answer - cYou mentioned a discount earlier/aYes, here's the code again.
consistent-answer - c地址是不是我写错了/a是的，您地址填错了，麻烦改一下
`
  .trim()
  .split("\n")
