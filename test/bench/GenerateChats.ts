import { closeSync, openSync, renameSync, writeFileSync } from "node:fs"
import { agentCount, type Chat, chatOf, type ChatTurn } from "./Chats.ts"

/**
 * Writes an export of `count` chats as help desks make them: one row per message, sorted by time, so that the chats of an hour
 * lie mixed; byte order mark, CRLF, fields in quotes where they need it. The same bytes for the same `count` and `seed`, in a memory
 * that depends on neither. Returns how many rows and bytes there are.
 */
export const generateChats = (file: string, count: number, seed = 1): { readonly rows: number; readonly bytes: number } => {
  // A file under its final name is a whole one.
  const unfinished = `${file}.unfinished`
  const descriptor = openSync(unfinished, "w")
  let text = "\uFEFF会话ID,时间,角色,坐席工号,坐席姓名,客户ID,队列,内容\r\n"
  let rows = 0
  let bytes = 0
  const flush = () => {
    writeFileSync(descriptor, text)
    bytes += Buffer.byteLength(text)
    text = ""
  }
  for (const { chat, turn } of byTime(seed, count)) {
    text += rowOf(chat, turn)
    rows++
    if (text.length > 256 * 1024) flush()
  }
  flush()
  closeSync(descriptor)
  renameSync(unfinished, file)
  return { rows, bytes }
}

interface Pending {
  readonly chat: Chat
  next: number
}

/** The turns of all chats in order of time. Chats begin in the order of their numbers, so only those under way are held. */
function* byTime(seed: number, count: number): Generator<{ readonly chat: Chat; readonly turn: ChatTurn }> {
  const open: Array<Pending> = []
  for (let number = 0; number < count || open.length > 0; ) {
    const coming = number < count ? chatOf(seed, number, count) : null
    const until = coming?.turns[0]!.at ?? Infinity
    for (let first = earliest(open); first !== null && turnOf(first).at < until; first = earliest(open)) {
      yield { chat: first.chat, turn: turnOf(first) }
      first.next++
      if (first.next === first.chat.turns.length) open.splice(open.indexOf(first), 1)
    }
    if (coming !== null) open.push({ chat: coming, next: 0 })
    number++
  }
}

const turnOf = ({ chat, next }: Pending): ChatTurn => chat.turns[next]!

/** Few are open at a time; the first in the list wins a tie. */
const earliest = (open: ReadonlyArray<Pending>): Pending | null => {
  let best: Pending | null = null
  for (const one of open) if (best === null || turnOf(one).at < turnOf(best).at) best = one
  return best
}

const firstDay = Date.UTC(2026, 2, 2)
const queues = ["售前咨询", "售后服务", "物流查询", "会员中心"]
const surnames = "王李张刘陈杨黄赵周吴徐孙马朱胡郭"
const givenNames = ["静", "敏", "丽娜", "伟", "晓东", "佳怡", "文博", "雨桐", "志强", "思远", "梓涵", "海燕", "建国", "美玲", "子轩", "若曦", "浩然", "春梅", "立新", "明月"]
const names = Array.from({ length: agentCount }, (_, i) => `${surnames[i % surnames.length]}${givenNames[Math.floor(i / surnames.length) % givenNames.length]}`)

const rowOf = (chat: Chat, { agent, at, role, text }: ChatTurn): string => {
  const time = new Date(firstDay + at * 1000).toISOString()
  const id = `K26${String(chat.number + 1).padStart(8, "0")}`
  const who = agent === null ? "," : `${5000 + agent},${names[agent - 1]}`
  const content = /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return `${id},${time.slice(0, 10)} ${time.slice(11, 19)},${role},${who},U${chat.customer},${queues[chat.number % queues.length]},${content}\r\n`
}

if (import.meta.main) {
  const [file, count = "100000", seed = "1"] = process.argv.slice(2)
  if (file === undefined) {
    console.error("node test/bench/GenerateChats.ts <file.csv> [chats] [seed]")
    process.exit(1)
  }
  const { bytes, rows } = generateChats(file, Number(count), Number(seed))
  console.log(`${count} chats, ${rows} rows, ${(bytes / 1e6).toFixed(0)} MB`)
}
