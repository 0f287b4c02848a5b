import { roleOf } from "../schemas/RoleWords.ts"
import type { Role } from "../schemas/Transcript.ts"

const known = new Map<string, Role | null>()

/** The role a speaker's label means, also full-width or with a number behind it (`客服2`, `agent_1`); `null` if it is none. */
export const speakerRole = (label: string): Role | null => {
  let role = known.get(label)
  if (role === undefined) {
    const plain = label.normalize("NFKC").trim()
    role = roleOf(plain) ?? roleOf(plain.replace(/[\s_#-]*\d+$/, ""))
    if (known.size < 1000 && label.length <= 40) known.set(label, role)
  }
  return role
}

/** What to say of a label that `speakerRole` does not know. */
export const unknownRole = (label: string): string =>
  label.trim() === ""
    ? "the role of the speaker is empty"
    : `role ‘${label.trim().slice(0, 40)}’ is none we know: use agent 坐席 客服, customer 客户 用户, bot 机器人 or system 系统`
