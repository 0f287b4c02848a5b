import { variant } from "./StandardPhrases.ts"
import { seeded } from "./RecogniserNoise.ts"

const goods = "(冰箱|洗衣机|电视|空调|扫地机|路由器|热水器|音箱|耳机|微波炉|净水器|油烟机|电饭煲|手机)"
const when = "(今天下午|明天上午|后天|周五之前|三个工作日内|今晚八点前|下周一)"
const data = "(订单号|手机号|地址|工单号|身份证后四位|收件人)"

/** What agents say about goods, orders and appointments; sounds, voices, phones and languages among them, but never the line. */
const templates = [
  `好的，我帮您查一下这台${goods}的(物流|保修|安装)进度，请您稍等。`,
  `您的${goods}${when}(送到|上门|发货)，请保持电话畅通。`,
  `请您提供一下${data}，我马上为您(登记|查询|核实)。`,
  `${goods}的声音太大的话，请您先检查一下(底脚|螺丝|摆放)是不是平稳。`,
  `这款${goods}有(静音|蓝牙|语音)模式，长按按键三秒就可以打开。`,
  `${goods}没有声音，请您先看看(音量|静音键|电源线)。`,
  `如果${goods}运行时杂音比较大，${when}师傅会上门检测。`,
  `您可以对着${goods}说普通话，方言也能识别一部分。`,
  `请您换一个(插座|地址|颜色|型号|收货人)再试一次，好吗？`,
  `您的电话号码尾号是(七七二零|三三零六|九零四三)，对吗？`,
  `麻烦您把${goods}的音量调大一点，看看有没有变化。`,
  `${when}我们会有专人给您打电话，请注意接听。`,
  `对不起，让您久等了，${goods}${when}就能到。`,
  `这边已经为您(换好|登记|申请)了，${when}生效。`,
  `客户反映${goods}听不清楚的情况，我们已经(记录|反馈)给产品部了。`,
  `您说的情况我了解了，请您再说一下${data}，好吗？`,
  `${goods}的遥控器请您拿起来，按住音量减五秒。`,
  `感谢您的理解，${goods}的费用${when}退回原账户。`
]

/** At least 600 different turns, always the same. */
export const backgroundTurns = (): ReadonlyArray<string> => {
  const random = seeded(11)
  const turns = new Set<string>()
  for (let i = 0; i < 20_000 && turns.size < 640; i++) turns.add(variant(templates[i % templates.length]!, random))
  return [...turns]
}
