import { type Act, acts, type Commitment } from "./Commitment.ts"
import { chineseActs } from "./ChineseActs.ts"
import { chineseTimes } from "./ChineseTimes.ts"
import { isWithheld } from "./ChineseDoubts.ts"
import { clauseEnd, clauseStart } from "./ChineseClause.ts"
import type { SpokenTime } from "./SpokenTime.ts"

/** A sentence without one of these names no time: most go no further. */
const anyTime = /[今明后当隔次翌][天日儿早晚夜晨]|第二天|周|星期|礼拜|[\d一二三四五六七八九十两半][点时:号日天]|小时|分钟|钟头|工作[日天]|刻钟|[上下中正]午|午[前后]|[早晚]上|早晨|凌晨|清晨|傍晚|晚间|夜里|一早|下班|上班|月[底末内之]|半天|[节期][之以]?后/

/** The commitments of one sentence, in simplified characters and lower case, without the mark it ends with (`question`: that is one that asks). `earlier`: what the same turn said before it. */
export const chinesePromises = (written: string, question: boolean, earlier = ""): Array<Commitment> => {
  if (!anyTime.test(written)) return []
  // In chats a space often stands where a comma should.
  const sentence = written.replaceAll(/(?<=[^\d\s,，:a-z]) +(?=[^\d\s])/g, (spaces) => "，".padEnd(spaces.length))
  const times = chineseTimes(sentence).filter((time) => time.bound !== "after")
  if (times.length === 0) return []
  const found: Array<Commitment> = []
  for (const act of acts(chineseActs, sentence)) {
    const time = timeOf(act, times, sentence)
    if (time === null || isWithheld(act, time, sentence, question, earlier)) continue
    // “Tomorrow morning I will …, at two I will …”: the second is tomorrow as well.
    const day = time.day ?? (time.length === null && time.part !== "close" ? dayBefore(time, times, sentence) : null)
    const same = found.findIndex((one) => one.time.start === time.start)
    if (same >= 0 && (act.loose || !found[same]!.loose)) continue
    found.splice(same < 0 ? found.length : same, 1, { start: Math.min(time.start, act.start), end: Math.max(time.end, act.end), what: act.what, loose: act.loose, time: day === time.day ? time : { ...time, day } })
  }
  return found
}

/** The day of the time before it, where the agent says what he does then. */
const dayBefore = (time: SpokenTime, times: ReadonlyArray<SpokenTime>, text: string): SpokenTime["day"] => {
  const earlier = times.findLast((one) => one.end <= time.start && one.day !== null)
  return earlier !== undefined && /我|咱|给[您你]/.test(text.slice(clauseStart(text, earlier.start), clauseEnd(text, earlier.end))) ? earlier.day : null
}

const atLatest = /(?:最[晚迟慢快多]|不超过|大概|大约|差不多|等?到|预约)+$/

/** The time an act is promised for: the last before it in its clause, else one that is a clause of its own next to it. */
const timeOf = (act: Act, times: ReadonlyArray<SpokenTime>, text: string): SpokenTime | null => {
  const start = clauseStart(text, act.start)
  const within = times.findLast((time) => time.start >= start && time.end <= act.start)
  if (within !== undefined) return within
  // A time may run over the comma that its clause begins with.
  const across = times.findLast((time) => time.start < start && time.end > start && time.end <= act.start)
  if (across !== undefined) return across
  if (/^(?:到时候?|届时|那时候?|到点)/.test(text.slice(start, act.start))) return times.findLast((time) => time.end <= start) ?? null
  const awaited = (time: SpokenTime) => time.end === clauseEnd(text, time.end) && /(?:等待?|等候|需要?)(?:大概|大约|约)?$/.test(text.slice(0, time.start)) && time.length?.unit !== "minute"
  const alone = (time: SpokenTime) => awaited(time) || (!/[您你]/.test(text.slice(time.end, clauseEnd(text, time.end))) && text.slice(clauseStart(text, time.start), time.start).replace(atLatest, "").length + text.slice(time.end, clauseEnd(text, time.end)).length <= 4)
  const before = times.findLast((time) => time.end <= start && start - time.end <= 6 && alone(time))
  if (before !== undefined || act.loose) return before ?? null
  const end = clauseEnd(text, act.end)
  // “Let me tell you the time of delivery: this afternoon”: what follows the colon is told, not when it will be.
  return times.find((time) => time.start >= act.end && time.start <= end + 4 && !text.slice(act.end, time.start).includes(":") && alone(time)) ?? null
}
