import type { Role } from "./Transcript.ts"

const words: Record<Role, ReadonlyArray<string>> = {
  agent: ["agent", "坐席", "座席", "客服", "客服代表", "人工客服", "人工", "staff", "operator", "representative", "rep", "员工", "員工"],
  customer: ["customer", "客户", "客戶", "用户", "用戶", "访客", "訪客", "顾客", "顧客", "会员", "會員", "买家", "買家", "caller", "visitor", "client", "user", "end-user", "enduser"],
  bot: ["bot", "机器人", "機器人", "智能客服", "robot", "ivr", "chatbot", "automated_agent"],
  system: ["system", "系统", "系統", "notice", "通知"]
}

const roles = new Map<string, Role>()
for (const [role, names] of Object.entries(words)) for (const name of names) roles.set(name, role as Role)

/** The role a word of an export stands for, in either language and any case; `null` for a word we do not know. */
export const roleOf = (word: string): Role | null => roles.get(word.trim().toLowerCase()) ?? null

/** Every word `roleOf` knows, for messages. */
export const roleWords: ReadonlyArray<string> = [...roles.keys()]
