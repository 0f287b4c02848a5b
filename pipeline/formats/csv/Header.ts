import { parse } from "csv-parse/sync"

/**
 * Our names for what a column can hold (`--map` uses them) and the headers they go by in exports, the likelier first.
 * Compared without case, spaces, underscores and the like.
 */
const headers = {
  conversation: ["conversation", "conversation_id", "contact_id", "call_id", "chat_id", "session_id", "dialog_id", "dialogue_id", "interaction_id", "ticket_id", "thread_id", "session", "会话ID", "会话编号", "会话号", "会话标识", "会话流水号", "会话", "對話ID", "對話編號", "會話ID", "會話編號", "对话ID", "对话编号", "通话ID", "通话编号", "通话流水号", "通話ID", "通話編號", "录音编号", "录音ID", "录音流水号", "聊天ID", "咨询ID", "咨询编号", "联络ID", "联络编号", "聯絡ID", "聯絡編號", "流水号"],
  role: ["role", "speaker_role", "sender_role", "participant_role", "speaker", "sender_type", "author_type", "participant", "sender", "author", "from", "角色", "说话人角色", "发言人角色", "說話人", "说话人", "说话者", "发言人", "發言人", "发言角色", "发送人", "发送者", "发送方", "發送者", "發送方", "消息发送方", "说话方", "身份"],
  text: ["text", "content", "message", "utterance", "message_text", "message_content", "transcript", "body", "words", "sentence", "msg", "内容", "內容", "文本", "消息内容", "消息", "訊息", "訊息內容", "聊天内容", "对话内容", "會話內容", "对话文本", "会话内容", "通话内容", "发言内容", "说话内容", "话术", "转写文本", "转写内容", "识别文本", "语音文本", "文字"],
  time: ["time", "timestamp", "datetime", "date_time", "sent_at", "message_time", "send_time", "created_at", "start_time", "begin_time", "时间", "時間", "发送时间", "發送時間", "消息时间", "訊息時間", "发言时间", "说话时间", "时间戳", "創建時間", "创建时间", "开始时间", "開始時間"],
  end_time: ["end_time", "结束时间", "結束時間"],
  start_ms: ["start_ms", "begin_ms", "start_offset_ms", "begin_offset_millis", "offset_ms", "begin", "开始毫秒", "起始毫秒", "开始偏移", "開始毫秒"],
  end_ms: ["end_ms", "end_offset_ms", "end_offset_millis", "end", "结束毫秒", "结束偏移", "結束毫秒"],
  start_s: ["start_s", "start_sec", "start_seconds", "开始秒", "起始秒"],
  end_s: ["end_s", "end_sec", "end_seconds", "结束秒"],
  seq: ["seq", "sequence", "turn", "turn_no", "turn_index", "turn_id", "index", "no", "序号", "序號", "轮次", "輪次", "顺序", "消息序号", "句序"],
  agent: ["agent_id", "agent", "agent_no", "employee_id", "staff_id", "operator_id", "坐席工号", "坐席ID", "座席工号", "座席ID", "坐席編號", "坐席工號", "座席工號", "坐席编号", "客服工号", "客服ID", "客服编号", "客服工號", "客服編號", "工号", "工號", "员工编号", "员工工号", "坐席", "座席"],
  agent_name: ["agent_name", "agent_display_name", "坐席姓名", "坐席名称", "座席姓名", "客服姓名", "客服名称", "客服昵称", "客服名", "坐席名", "员工姓名", "客服名稱"],
  customer: ["customer", "customer_id", "customer_name", "user_id", "visitor_id", "client_id", "客户ID", "客户", "客户编号", "客户姓名", "客户号", "客戶ID", "客戶", "客戶編號", "用户ID", "用户", "访客ID", "访客", "会员ID", "会员号", "會員編號"],
  channel: ["channel", "media", "media_type", "渠道", "通道", "管道", "渠道类型", "服务渠道", "媒体类型"],
  queue: ["queue", "queue_name", "skill", "skill_group", "department", "队列", "隊列", "技能组", "技能組", "业务线", "部门"],
  csat: ["csat", "satisfaction", "rating", "csat_score", "满意度", "滿意度", "满意度评分", "评分", "評分"],
  contact_reason: ["contact_reason", "reason", "topic", "category", "来电原因", "來電原因", "咨询类型", "问题类型", "問題類型", "业务类型", "联系原因", "聯絡原因", "咨询原因", "工单类型"],
  case_id: ["case_id", "case", "case_no", "工单号", "工单编号", "工單號", "工單編號", "案件编号", "订单号", "案件編號"],
  language: ["language", "lang", "language_code", "语言", "語言", "语种"],
  started_at: ["started_at", "conversation_start", "call_start", "call_start_time", "session_start", "会话开始时间", "通话开始时间", "對話開始時間", "通話開始時間", "接入时间"],
  source: ["source", "来源", "來源"],
  confidence: ["confidence", "置信度", "信心度"]
} as const

export type TableField = keyof typeof headers

export const tableFields = Object.keys(headers) as ReadonlyArray<TableField>

/** Which columns of a table hold what; `columns` are the headers as written, `positions` count from 0. */
export interface Layout {
  readonly delimiter: string
  readonly columns: ReadonlyArray<string>
  readonly positions: ReadonlyMap<TableField, number>
}

/** A table whose header does not say enough, or what `--map` names is not there. `columns` as in `Layout`. */
export interface Unusable {
  readonly reason: string
  readonly columns: ReadonlyArray<string>
}

const needed: ReadonlyArray<readonly [TableField, string]> = [
  ["conversation", "which conversation a row belongs to"],
  ["role", "who speaks"],
  ["text", "what is said"]
]

/** Reads the header row at the start of `head`, separated by commas, semicolons, tabs or bars, whichever tells most. */
export const readHeader = (head: string, mapped: ReadonlyMap<string, string>): Layout | Unusable => {
  let best: Layout | Unusable = { columns: [], reason: "no header row" }
  for (const delimiter of [",", ";", "\t", "|"]) {
    const columns = firstRecord(head, delimiter)
    const layout = layoutOf(columns, delimiter, mapped)
    if ("positions" in layout) return layout
    if (columns.length > best.columns.length) best = layout
  }
  return best
}

const firstRecord = (head: string, delimiter: string): ReadonlyArray<string> => {
  const rows = head.split(/\r\n|\n|\r/, 20)
  const first = rows.find((row) => row.trim() !== "")
  if (first === undefined) return []
  try {
    const [record = []] = parse(first, { delimiter, relax_quotes: true, relax_column_count: true, to: 1 })
    return record.map((column) => column.trim())
  } catch {
    return []
  }
}

const layoutOf = (columns: ReadonlyArray<string>, delimiter: string, mapped: ReadonlyMap<string, string>): Layout | Unusable => {
  const positions = new Map<TableField, number>()
  const plain = columns.map(plainHeader)
  const there = `The columns are: ${columns.join(", ")}`
  for (const [name, column] of mapped) {
    const field = tableFields.find((one) => one === name)
    if (field === undefined) return { columns, reason: `--map knows no field ‘${name}’. The fields are: ${tableFields.join(", ")}` }
    const exact = columns.indexOf(column.trim())
    const position = exact >= 0 ? exact : plain.indexOf(plainHeader(column))
    if (position < 0) return { columns, reason: `--map ${name}=${column}: there is no such column. ${there}` }
    positions.set(field, position)
  }
  const taken = new Set(positions.values())
  for (const field of tableFields) {
    if (positions.has(field)) continue
    const position = headers[field].map((name) => plain.indexOf(plainHeader(name))).find((at) => at >= 0 && !taken.has(at))
    if (position === undefined) continue
    positions.set(field, position)
    taken.add(position)
  }
  const missing = needed.filter(([field]) => !positions.has(field))
  if (missing.length === 0) return { delimiter, columns, positions }
  const what = missing.map(([, says]) => says).join(", nor ")
  return { columns, reason: `no column says ${what}. ${there}. Name it with --map ${missing.map(([field]) => `${field}=<column>`).join(",")}` }
}

const plainHeader = (name: string): string => name.normalize("NFKC").toLowerCase().replaceAll(/[\s_\-.:/*"'()[\]#]/g, "")

/** True if the start of a file looks like a table of ours, if need be one whose columns want naming. */
export const looksLikeTable = (head: string, file: string, mapped: ReadonlyMap<string, string>): boolean => {
  const layout = readHeader(head, mapped)
  if ("positions" in layout) return true
  if (layout.columns.length < 2) return false
  const plain = new Set(layout.columns.map(plainHeader))
  const known = needed.filter(([field]) => headers[field].some((name) => plain.has(plainHeader(name))))
  return known.length === 2 || mapped.size > 0 || /\.(csv|tsv)(\.gz)?$/i.test(file)
}
