import type { Agent, Channel } from "../../schemas/Transcript.ts"
import { excerpt } from "../Excerpt.ts"
import { fileId } from "../FileId.ts"
import type { Format, Input, ReadOptions, Reading } from "../Format.ts"
import { readOffset } from "../Offset.ts"
import { speakerRole, unknownRole } from "../SpeakerRole.ts"
import { WallClock } from "../WallClock.ts"
import { type Draft, type DraftTurn, type GivenTime, transcriptOf } from "./draft/Draft.ts"
import { isObject, type JsonObject, shownValue, textOf } from "./json/JsonValue.ts"
import { LineFinder } from "./json/LineFinder.ts"
import { readJson } from "./json/WholeJson.ts"

/**
 * What is uploaded to Alibaba Cloud's Smart Conversation Analysis. `begin` and `end` are milliseconds from the start; both 0
 * throughout mean a typed chat, whose only times, if any, are the `beginTime` of its turns. `identity` is the speaker's name.
 */
export const AlibabaSca: Format = {
  name: "alibaba-sca",
  title: "Alibaba Cloud SCA upload: {tickets:[{tid, dialogue:[…]}]}",
  recognises: (head) => /^\s*[{[]/.test(head) && /"tickets"\s*:\s*\[/.test(head) && /"dialogue"\s*:|"tid"\s*:/.test(head),
  read: (input, options) => readTickets(input, options)
}

async function* readTickets(input: Input, options: ReadOptions): AsyncGenerator<Reading> {
  const json = await readJson(input)
  if (json._tag === "SetAside") return yield json
  const clock = new WallClock(options.timeZone)
  const tickets = isObject(json.value) && Array.isArray(json.value["tickets"]) ? json.value["tickets"] : []
  const finder = new LineFinder(json.text, "tid")
  let line = 1
  for (let i = 0; i < tickets.length; i++) {
    const ticket: unknown = tickets[i]
    const tid = isObject(ticket) ? textOf(ticket["tid"]) : null
    if (tid !== null || i === 0) line = finder.next()
    const draft = isObject(ticket) ? draftOf(ticket, tid ?? fileId(input.file, i + 1, JSON.stringify(ticket)), line, clock) : "not a JSON object"
    if (typeof draft !== "string") yield { _tag: "Transcript", transcript: transcriptOf(draft, input.file, options) }
    else {
      const origin = { file: input.file, line }
      yield { _tag: "SetAside", setAside: { origin, reason: `ticket ${i + 1}: ${draft}`, excerpt: excerpt(JSON.stringify(ticket)), transcript: tid } }
    }
  }
  if (tickets.length === 0) {
    const setAside = { origin: { file: input.file, line: 1 }, reason: "tickets is empty or no list", excerpt: excerpt(json.text), transcript: null }
    yield { _tag: "SetAside", setAside }
  }
}

const draftOf = (ticket: JsonObject, id: string, line: number, clock: WallClock): Draft | string => {
  const list = ticket["dialogue"]
  if (!Array.isArray(list) || list.length === 0) return "no dialogue, or an empty one"
  const spoken = list.some((turn) => isObject(turn) && (isPositive(turn["begin"]) || isPositive(turn["end"])))
  const times = list.map((turn) => (isObject(turn) ? beginTime(turn["beginTime"], clock) : null))
  const timed = new Set(times.map((time) => time?.ms)).size > 1
  const turns: Array<DraftTurn> = []
  const agents: Array<Agent> = []
  let customer: string | null = null
  for (let i = 0; i < list.length; i++) {
    const turn: unknown = list[i]
    const place = `turn ${i + 1}`
    if (!isObject(turn)) return `${place} is not a JSON object`
    const label = textOf(turn["role"]) ?? ""
    const role = speakerRole(label)
    if (role === null) return `${place}: ${unknownRole(label)}`
    if (typeof turn["words"] !== "string") return `${place} has no words`
    const identity = textOf(turn["identity"])
    if (role === "agent" && identity !== null) agents.push({ id: identity, name: identity })
    if (role === "customer") customer ??= identity
    turns.push({
      role,
      text: turn["words"],
      from: spoken ? offset(turn["begin"]) : timed ? (times[i] ?? null) : null,
      to: spoken ? offset(turn["end"]) : null,
      agent: role === "agent" ? identity : null,
      confidence: null,
      place
    })
  }
  if (turns.every((turn) => turn.text.trim() === "")) return "no turn has any words"
  return {
    id,
    line,
    turns,
    clock: spoken || !timed ? "offset" : "wall",
    channel: channelOf(ticket["optional"]),
    usualChannel: spoken ? "voice" : "chat",
    agents,
    customer,
    startedAt: startOf(times, spoken && timed, list[0])
  }
}

/** `beginTime` is that of the contact, repeated, or that of each turn; then the first turn's offset lies between. */
const startOf = (times: ReadonlyArray<GivenTime | null>, ofTurns: boolean, first: unknown): GivenTime | null => {
  const time = times[0] ?? null
  if (time === null || !ofTurns || !isObject(first)) return time
  const offset = readOffset(first["begin"], 1)
  return Number.isNaN(offset) ? time : { ms: time.ms - offset, written: time.written }
}

const isPositive = (value: unknown): boolean => Number(value) > 0

const offset = (value: unknown): GivenTime | null => (value === undefined || value === null ? null : { ms: readOffset(value, 1), written: shownValue(value) })

const beginTime = (value: unknown, clock: WallClock): GivenTime | null => {
  if (value === undefined || value === null || value === "" || value === 0) return null
  return { ms: typeof value === "string" || typeof value === "number" ? clock.read(value) : NaN, written: shownValue(value) }
}

/** 0: a typed chat, 1: a recorded call. */
const channelOf = (optional: unknown): Channel | null => (optional === 0 || optional === "0" ? "chat" : optional === 1 || optional === "1" ? "voice" : null)
