import type { Said } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import type { CaseCalendar } from "../cases/CaseCalendar.ts"
import { folded } from "../wording/Fold.ts"
import { chinesePromises } from "./ChinesePromise.ts"
import { contacts, type Promised } from "./Commitment.ts"
import { dueTime } from "./DueTime.ts"
import { englishPromises } from "./EnglishPromise.ts"
import { everyMatch } from "./EveryMatch.ts"
import type { SpokenTime } from "./SpokenTime.ts"
import { isHan } from "../wording/Pinyin.ts"
import { mute, worthReading } from "./WorthReading.ts"

/** A promise with a time in it, as an agent made it. */
export interface FoundPromise {
  readonly what: Promised
  /** Who made it: an `Agent.id`; `null` where the input does not tell. */
  readonly agent: string | null
  /** Verbatim, from the time to the act. */
  readonly quote: Pick<Said, "turn" | "start" | "end" | "quote">
  /** When it was made and when it is due, epoch milliseconds; `null` where the transcript has no times or the words no moment to come. */
  readonly madeAt: number | null
  readonly dueAt: number | null
}

/** A spoken promise of this transcript before anybody asks when it is due. */
export type SpokenPromise = Pick<FoundPromise, "what" | "agent" | "quote"> & { readonly time: SpokenTime }

const han = /\p{Script=Han}/u

/** Every dated promise in the words of the agents, in the order they are said. What a customer, a bot or the system says is none. */
export const spokenPromises = (transcript: Transcript): ReadonlyArray<SpokenPromise> => {
  const known = heard.get(transcript)
  if (known !== undefined) return known
  const found = heardIn(transcript)
  heard.set(transcript, found)
  return found
}

/** Rules, the joining of cases and the judging of promises ask for the same. */
const heard = new WeakMap<Transcript, ReadonlyArray<SpokenPromise>>()

const heardIn = (transcript: Transcript): ReadonlyArray<SpokenPromise> => {
  const found: Array<SpokenPromise> = []
  const only = transcript.agents.length === 1 ? transcript.agents[0]!.id : null
  transcript.turns.forEach((turn, number) => {
    if (turn.role !== "agent" || !worthReading(turn.text)) return
    const { offsets, text } = comparable(turn.text)
    for (const { end, question, start } of sentences(text)) {
      const sentence = text.slice(start, end)
      const commitments = han.test(sentence) ? chinesePromises(sentence, question, text.slice(0, start)) : englishPromises(sentence, question, text.slice(0, start))
      for (const { end: until, start: since, time, what } of commitments) {
        const [from, to] = [offsets(start + since), offsets(start + until - 1) + 1]
        found.push({ what, agent: turn.agent ?? only, time, quote: { turn: number, start: from, end: to, quote: turn.text.slice(from, to) } })
      }
    }
  })
  return found
}

/** The same with their due times by a calendar; said twice for the same moment is one promise. */
export const promises = (transcript: Transcript, calendar: CaseCalendar): ReadonlyArray<FoundPromise> => {
  const kept: Array<FoundPromise> = []
  for (const { time, ...promise } of spokenPromises(transcript)) {
    const madeAt = momentOf(transcript, promise.quote.turn)
    const dueAt = madeAt === null ? null : dueTime(time, madeAt, calendar)
    const again = dueAt !== null && kept.some((one) => one.dueAt === dueAt && one.agent === promise.agent && contacts.has(one.what) === contacts.has(promise.what))
    if (!again) kept.push({ ...promise, madeAt, dueAt })
  }
  return kept
}

/** When a turn was said, epoch milliseconds; its start, or that of the transcript where only that is known. */
export const momentOf = ({ startedAt, timingProblem, turns }: Transcript, turn: number): number | null => {
  if (startedAt === null) return null
  const offset = timingProblem === null ? (turns[turn]?.startMs ?? null) : null
  return startedAt + (offset ?? 0)
}

/** The text folded unit by unit, without what stands between Chinese characters and says nothing; `offsets`: where a unit of it stands in the original. */
const comparable = (text: string): { readonly text: string; readonly offsets: (unit: number) => number } => {
  const units = new Uint16Array(text.length)
  const places = new Int32Array(text.length)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const original = text.charCodeAt(i)
    if (mute[original] === 1 && length > 0 && isHan(text.charCodeAt(places[length - 1]!)) && afterMute(text, i)) continue
    const unit = folded[original]!
    // Apostrophes have many shapes.
    units[length] = unit === 0x2019 || unit === 0x2018 || unit === 0x02bc ? 0x27 : unit
    places[length++] = i
  }
  return { text: decoder.decode(units.subarray(0, length)), offsets: (unit) => places[unit]! }
}

const afterMute = (text: string, from: number): boolean => {
  let at = from
  while (mute[text.charCodeAt(at)] === 1) at++
  return isHan(text.charCodeAt(at))
}

const decoder = new TextDecoder("utf-16le")

const ending = /[。!?;\n…]+|\.(?=\s|$)/g

/** Stretches between marks that end a sentence; a mark after “a.m.” ends none. */
const sentences = (text: string): ReadonlyArray<{ readonly start: number; readonly end: number; readonly question: boolean }> => {
  const found: Array<{ start: number; end: number; question: boolean }> = []
  let start = 0
  const add = (end: number, question: boolean) => {
    while (start < end && text[start] === " ") start++
    if (end > start) found.push({ start, end, question })
  }
  for (const match of everyMatch(text, ending)) {
    if (match[0] === "." && /\b[ap]\.?m$|\b(?:mr|mrs|ms|dr|no)$/.test(text.slice(Math.max(0, match.index - 5), match.index))) continue
    add(match.index, match[0].includes("?"))
    start = match.index + match[0].length
  }
  add(text.length, false)
  return found
}
