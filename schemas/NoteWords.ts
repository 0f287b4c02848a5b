import type { Words } from "./Rubric.ts"

/** The parts a finding may be evidence of, by the name that rule files and findings give them. */
const parts: Readonly<Record<string, Words>> = {
  salutation: { zh: "问候", en: "greeting" },
  company: { zh: "公司或热线名称", en: "name of the company or line" },
  "self-identification": { zh: "自报姓名", en: "agent's own name" },
  offer: { zh: "询问需要什么帮助", en: "offer of help" },
  "anything-else": { zh: "询问还需要什么帮助", en: "asking what else is needed" },
  thanks: { zh: "致谢", en: "thanks" },
  goodbye: { zh: "道别", en: "goodbye" },
  reason: { zh: "说明原因", en: "reason given" },
  alternative: { zh: "说明能怎么办", en: "what can be done instead" },
  apology: { zh: "致歉", en: "apology" },
  situation: { zh: "出现这一情形", en: "the situation arises" },
  dialect: { zh: "客户说方言", en: "the customer speaks a dialect" },
  forbidden: { zh: "不该说的话", en: "not to be said" }
}

const seconds = String.raw`(\d+(?:\.\d+)?) s`

/** Notes with something in them that is not the same each time. */
const patterns: ReadonlyArray<readonly [RegExp, (...found: ReadonlyArray<string>) => Words]> = [
  [new RegExp(`^reply after ${seconds}, target ${seconds}$`), (after, target) => ({ zh: `${after} 秒后才回复，目标 ${target} 秒`, en: `reply after ${after} s, target ${target} s` })],
  [new RegExp(`^hung up after ${seconds}, ${seconds} due$`), (after, due) => ({ zh: `${after} 秒后就挂断，应等 ${due} 秒`, en: `hung up after ${after} s, should wait ${due} s` })],
  [new RegExp(`^spoke again after ${seconds}, ${seconds} due$`), (after, due) => ({ zh: `${after} 秒后又开口，应等 ${due} 秒`, en: `spoke again after ${after} s, should wait ${due} s` })],
  [/^(.+) \(heard, (\d+) % alike\)$/, (part, alike) => both(part!, (zh) => `${zh}（读音相近，${alike}%）`, (en) => `${en} (sounds ${alike}% alike)`)],
  [/^(.+) \(out of order\)$/, (part) => both(part!, (zh) => `${zh}（次序不对）`, (en) => `${en} (out of order)`)]
]

/** What a finding's note says, in both languages; one we have no words for stands as it is in both. */
export const noteWords = (note: string): Words => {
  const part = Object.hasOwn(parts, note) ? parts[note] : undefined
  if (part !== undefined) return part
  for (const [pattern, words] of patterns) {
    const found = pattern.exec(note)
    if (found !== null) return words(...found.slice(1))
  }
  return { zh: note, en: note }
}

const both = (part: string, zh: (words: string) => string, en: (words: string) => string): Words => {
  const words = noteWords(part)
  return { zh: zh(words.zh), en: en(words.en) }
}
