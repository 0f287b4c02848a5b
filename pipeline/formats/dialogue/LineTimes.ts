import { roleOf } from "../../../schemas/RoleWords.ts"
import type { Block } from "./Blocks.ts"

const start = /^\s*\[([^\]]*)\]\s*/
const offsetParts = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,3})?$/
const startsWithClock = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T]\d{1,2}:\d{2}/

/** What stands in brackets at the start of a line of the block, lines counted from 1. */
export const bracketed = (block: Block, line: number): string | null => start.exec(block.text.split("\n")[line - 1] ?? "")?.[1] ?? null

/**
 * Finds brackets before a speaker or an event that should be a time and are none (`[25:99] 客服: 您好`), so that the line stays
 * the turn it is and only its time is doubted. `text` is the block without them, `times` what they held by line from 1.
 */
export const unreadableTimes = (block: Block): { readonly text: string; readonly times: ReadonlyMap<number, string> } => {
  const times = new Map<number, string>()
  if (!/^\s*\[/m.test(block.text)) return { text: block.text, times }
  const text = block.text
    .split("\n")
    .map((line, index) => {
      const match = start.exec(line)
      if (match === null || isReadable(match[1]!) || !isTurnOrEvent(line.slice(match[0].length))) return line
      times.set(index + 1, match[1]!)
      return line.slice(match[0].length)
    })
    .join("\n")
  return { text, times }
}

const isTurnOrEvent = (rest: string): boolean => {
  if (/^\*\s*(ring|answer|assign|hold|transfer|hang-up|feedback)\b/i.test(rest)) return true
  const speaker = /^([^\s:：()（）]{1,20})\s*(?:[(（][^)）]*[)）])?\s*[:：]/.exec(rest)
  return speaker !== null && roleOf(speaker[1]!) !== null
}

const isReadable = (written: string): boolean => {
  if (isTime(written)) return true
  for (const dash of written.matchAll(/[-–~～]/g)) {
    if (isTime(written.slice(0, dash.index)) && isTime(written.slice(dash.index + 1))) return true
  }
  return false
}

const isTime = (written: string): boolean => {
  const text = written.trim()
  const parts = offsetParts.exec(text)
  if (parts === null) return startsWithClock.test(text)
  return Number(parts[3]) < 60 && (parts[1] === undefined || Number(parts[2]) < 60)
}
