/**
 * Sentences that chats are put together from. Slots: `{order}`, `{product}`, `{city}`, `{amount}`, `{days}`, `{hour}`. A list says
 * one thing in different words.
 */
export interface ChatScript {
  /** Between two sentences of one message. */
  readonly stop: string
  readonly products: ReadonlyArray<string>
  readonly cities: ReadonlyArray<string>
  readonly hello: ReadonlyArray<string>
  readonly curtHello: ReadonlyArray<string>
  readonly ask: ReadonlyArray<string>
  readonly detail: ReadonlyArray<string>
  readonly help: ReadonlyArray<string>
  readonly longHelp: ReadonlyArray<string>
  readonly agree: ReadonlyArray<string>
  readonly request: ReadonlyArray<string>
  readonly refuse: ReadonlyArray<string>
  readonly refuseWithReason: ReadonlyArray<string>
  readonly rude: ReadonlyArray<string>
  readonly anger: ReadonlyArray<string>
  readonly empathy: ReadonlyArray<string>
  readonly patience: ReadonlyArray<string>
  readonly anythingElse: ReadonlyArray<string>
  readonly nothingElse: ReadonlyArray<string>
  readonly goodbye: ReadonlyArray<string>
}

const simplified: ChatScript = {
  stop: "。",
  products: ["加湿器", "电热水壶", "扫地机器人", "蓝牙耳机", "婴儿推车", "空气炸锅", "羽绒服", "跑步鞋", "台灯", "保温杯", "行李箱", "儿童书包", "咖啡机", "床垫", "充电宝", "投影仪"],
  cities: ["苏州", "成都", "西安", "广州", "哈尔滨", "昆明", "青岛", "武汉", "厦门", "合肥"],
  hello: ["您好，云舟商城客服为您服务，请问有什么可以帮您？", "您好，很高兴为您服务，请问您想咨询哪方面的问题？", "亲，您好，在的，请问有什么可以帮到您？", "您好，我是本次接待您的客服，请问您遇到了什么问题？"],
  curtHello: ["说吧", "订单号", "嗯？", "喂", "什么事"],
  ask: ["在吗，我买的{product}到哪里了", "你好，{product}收到以后发现按键没反应", "想问一下订单{order}什么时候发货", "昨天买的{product}今天就降价了，能补差价吗", "帮我看下{order}这个单子，怎么一直显示待揽收", "{product}的发票抬头开错了，怎么改", "我在{city}，这个{product}几天能到", "退货申请提交{days}天了，退款还没有到账", "{product}保修多久，坏了去哪里修", "优惠券领了用不了，提示不满足条件"],
  detail: ["订单号是{order}", "是{amount}元的那一款", "收货地址是{city}的", "我拍了照片发给你了，你看看，外包装是好的，里面的{product}裂了一条缝", "前天下午{hour}点左右下的单", "手机尾号0{days}那个账号", "试过重启了，还是不行", "说明书上写的“长按三秒”，我按了没用", "一共买了{days}件，只收到一件", "物流信息三天没有更新了"],
  help: ["好的，我这就为您查询，请稍等", "查到了，您的{product}目前已经到达{city}转运中心，预计{days}天内送达", "已经为您登记，专员会在24小时内和您联系", "这边帮您申请了{amount}元的补偿，稍后到账", "请您提供一下订单号，我马上核实", "您可以在“我的订单”里点击申请售后，选择换货就可以", "给您补发一个新的{product}，今天{hour}点前出库", "发票已经重新开具，发到您预留的邮箱了", "我已经联系仓库优先处理您的订单{order}", "麻烦您把外包装和商品的照片各发一张，我来帮您申请", "退款原路返回，银行一般需要{days}个工作日", "门店地址发您了，周一到周日早上{hour}点开始营业"],
  longHelp: ["为您整理一下处理步骤：\n1. 打开应用，进入“我的订单”\n2. 找到订单{order}，点击申请售后\n3. 选择换货，填写原因，上传照片\n提交以后我会优先审核，{days}天内给您寄出新的{product}。", "您反馈的情况我核实清楚了：订单{order}在{city}分拣时外箱受潮，仓库已经重新打包，今天{hour}点发出；运费由我们承担，另外给您申请了{amount}元的补偿，三天之内到账，请您留意查收。"],
  agree: ["好的", "好的，谢谢", "嗯嗯", "行，那我等等看", "收到了，谢谢你", "可以的", "那麻烦你了", "好，我试一下", "OK", "明白了"],
  request: ["那能不能直接给我退款", "可以帮我改一下地址吗，改到{city}", "两张券能一起用吗", "能不能今天就发货", "我想多延长{days}个月的保修", "可以开专票吗", "可以换成另外一个颜色吗"],
  refuse: ["不好意思，这个我不能给您退款", "目前无法修改", "抱歉，系统不支持的", "这个不行的", "我们没办法提前发货的", "不可以叠加的哦", "这个做不了"],
  refuseWithReason: ["不能修改，因为包裹已经出库了，我可以帮您联系快递员改送时间", "这两张券无法叠加，是因为活动规则只支持使用一张，建议您用金额大的那张，更划算", "暂时不能直接退款，由于商品还在运输途中，您可以先拒收，我这边马上为您办理", "抱歉，由于库存不足，目前无法更换颜色，我为您登记到货提醒好吗"],
  rude: ["这不归我管，你去找物流", "你自己看吧", "我刚才都跟你说过了", "规定就是这样", "不知道", "你急什么", "那你投诉吧", "您的想法很好，但是我们做不到"],
  anger: ["等了{days}天了，太慢了吧", "我要投诉你们", "问了三遍都没有人解决，真的很失望", "气死我了，到底什么时候能处理", "太坑了，质量这么差"],
  empathy: ["非常抱歉让您久等了，我马上帮您催促", "我理解您的心情，换作是我也会着急的", "给您添麻烦了，实在对不起，我来跟进到底", "真的很抱歉给您带来不好的体验，您放心，今天一定给您答复"],
  patience: ["请您稍等，我查一下", "我核实一下，大概需要两分钟，请稍候", "稍等哦"],
  anythingElse: ["请问还有其他可以帮您的吗？", "还有什么需要帮助的吗", "您看还有别的问题需要处理吗？"],
  nothingElse: ["没有了", "没有了，谢谢", "暂时没有", "没了", "没有，辛苦了"],
  goodbye: ["感谢您的咨询，祝您生活愉快，再见！", "不客气，祝您购物愉快，有问题随时联系我们，再见", "好的，谢谢您的支持，再见", "好的", "那就这样"]
}

const traditional: ChatScript = {
  ...simplified,
  products: ["除濕機", "電熱水壺", "藍牙耳機", "嬰兒推車", "氣炸鍋", "羽絨外套", "慢跑鞋", "行李箱", "咖啡機", "行動電源"],
  cities: ["台北", "台中", "高雄", "新竹", "香港", "台南"],
  hello: ["您好，雲舟商城客服很高興為您服務，請問有什麼可以幫您？", "您好，請問有什麼需要協助的嗎？", "哈囉您好，我是線上客服，請問您想詢問哪方面的問題呢？"],
  ask: ["請問我訂的{product}什麼時候會到", "{product}收到後發現有刮痕，想換貨", "訂單{order}一直顯示處理中，可以幫我看一下嗎", "折價券輸入後顯示無效", "請問{product}有保固嗎？壞了要送去哪裡修"],
  detail: ["訂單編號是{order}", "寄到{city}的", "我有拍照，外盒是好的，裡面裂了", "大概{hour}點下單的", "總共{amount}元"],
  help: ["好的，馬上為您查詢，請稍候", "已經幫您登記，專員會在{days}天內與您聯繫", "您的{product}已經到{city}了，預計明天送達", "請提供訂單編號，我立刻幫您確認", "款項會退回原本的信用卡，約{days}個工作天"],
  agree: ["好喔", "了解，謝謝", "好的，麻煩了", "嗯嗯，謝謝你"],
  request: ["可以改地址嗎？改到{city}", "可以直接退款嗎", "能不能今天出貨", "兩張折價券可以一起用嗎"],
  refuse: ["抱歉，目前無法修改喔", "這個不行的", "我們沒辦法提前出貨", "不好意思，系統不支援"],
  refuseWithReason: ["目前無法修改地址，因為包裹已經出庫了，我可以幫您聯絡物流改約時間", "由於活動規定，這兩張券不能一起使用，建議您先用金額較大的那張"],
  rude: ["這不是我負責的", "你自己看吧", "我剛才都跟你說過了", "規定就是這樣"],
  anger: ["等了{days}天還沒到，真的很失望", "我要客訴，服務太差了", "已經問了三次都沒有人處理"],
  empathy: ["非常抱歉讓您久等了，我馬上幫您處理", "我理解您的心情，真的很不好意思", "造成您的困擾，實在對不起"],
  patience: ["請稍候，我幫您查一下", "我確認一下，請稍等"],
  anythingElse: ["請問還有其他需要協助的嗎？", "還有什麼可以幫您的嗎"],
  nothingElse: ["沒有了，謝謝", "沒有了", "暫時沒有"],
  goodbye: ["謝謝您的來訊，祝您有美好的一天，再見！", "不客氣，祝您順心，再見", "好的"]
}

const english: ChatScript = {
  stop: " ",
  products: ["humidifier", "kettle", "stroller", "air fryer", "running shoes", "desk lamp", "suitcase", "coffee machine"],
  cities: ["Leeds", "Austin", "Dublin", "Perth", "Toronto"],
  hello: ["Hello, thank you for contacting Cloudboat, how can I help you today?", "Hi there, happy to help, what can I do for you?", "Good morning, welcome to Cloudboat, how may I help you?"],
  curtHello: ["order number", "yes?"],
  ask: ["hi, where is my {product}? order {order}", "The {product} arrived broken, what now?", "I was charged {amount} twice for order {order}", "My coupon doesn't work, it says \"not eligible\"", "How long does delivery to {city} take?"],
  detail: ["it's order {order}", "I ordered it {days} days ago, around {hour} o'clock", "the box looked fine, but the {product} inside is cracked", "I've tried restarting it, no luck"],
  help: ["Let me check that for you right away.", "I can see it has left {city}, it should be with you within {days} days.", "I've arranged a replacement {product}, it ships today.", "Could you send me a photo, please? I'll open a claim for you.", "I have refunded {amount} to your card, please allow {days} working days."],
  longHelp: ["Here is what happens next:\n1. you get a label by e-mail\n2. drop the {product} off anywhere in {city}\n3. we send the new one, order {order}, the same day, free of charge"],
  agree: ["ok", "ok thanks", "great, thank you", "sure", "got it"],
  request: ["Can you just refund me?", "Could you change the address to {city}?", "Can you ship it today?"],
  refuse: ["Sorry, I can't do that.", "We are unable to change it.", "No, that's not possible."],
  refuseWithReason: ["I can't change the address because the parcel has already left, but what I can do is ask the courier to call you.", "We cannot combine them since the offer allows one coupon; I'd suggest using the larger one."],
  rude: ["That's not my department.", "As I said, that's our policy.", "Calm down.", "There's nothing I can do."],
  anger: ["I've been waiting for {days} days, this is ridiculous", "This is unacceptable, I want to complain", "for the third time, nobody helps me"],
  empathy: ["I'm so sorry about the wait, let me fix this.", "I completely understand how frustrating this is.", "I apologise for the trouble, I'll stay with you until it is solved."],
  patience: ["One moment please, I'm checking.", "Bear with me for two minutes, please."],
  anythingElse: ["Is there anything else I can help you with?", "Anything else I can do for you?"],
  nothingElse: ["no, that's all", "no thanks", "nope, thank you"],
  goodbye: ["Thank you for contacting us, have a great day!", "You're welcome, take care, goodbye!", "ok"]
}

/** With the share of chats held in each. */
export const chatScripts: ReadonlyArray<readonly [script: ChatScript, share: number]> = [[simplified, 0.82], [traditional, 0.08], [english, 0.1]]
