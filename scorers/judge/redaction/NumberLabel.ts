/** What the words right before a number say it is. */
export type NumberLabel = "phone" | "identity" | "card" | "order" | "money" | null

/** How far before a number its label is looked for, in units. */
const reach = 28

/** What may stand between a label and its number. */
const linking = "(?:[\\s:：#＃,，.。\"“'「『(（=]|是|为|叫|就|的|号|码|一下|这个|那个|就是|no|num|number|id|is|was|are|it|its|it's|the|my|at|on|me|us|of|to|:)*"

const label = (words: string) => new RegExp(`(?:${words})${linking}$`, "i")

const labels: ReadonlyArray<readonly [Exclude<NumberLabel, null>, RegExp]> = [
  ["money", /[¥￥$€£]\s*$/],
  ["phone", label("(?:手机|电话|联系方式|联系|座机|固话|热线|传真|拨打|致电|来电|打|微信|qq|(?<![a-z])(?:phone|mobile|cell|cellphone|telephone|tel|fax|whatsapp|call|dial|text|reach|contact|my number))")],
  ["identity", label("身份证|身份证件|证件|(?<![a-z])(?:id card|identity card|identity)")],
  ["card", label("银行卡|信用卡|储蓄卡|借记卡|卡|账户|账号|帐号|(?<![a-z])(?:card|account|debit|credit)")],
  ["order", label("订单|单号|编号|运单|快递|物流|流水|工单|序列|发票|货号|型号|条码|商品|批号|设备|机身|串号|案件|受理|取件|验证|(?<![a-z])(?:order|tracking|parcel|shipment|ticket|invoice|serial|sn|imei|sku|item|model|ref|reference|case|confirmation|barcode|awb|waybill)")]
]

/** The label that stands closest before unit `at`. */
export const labelBefore = (text: string, at: number): NumberLabel => {
  const before = text.slice(Math.max(0, at - reach), at)
  return labels.find(([, pattern]) => pattern.test(before))?.[0] ?? null
}
