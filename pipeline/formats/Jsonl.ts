import { EventKind } from "../../schemas/Transcript.ts"
import type { Agent, Event, Role, Transcript } from "../../schemas/Transcript.ts"
import { channelOf } from "../ChannelWords.ts"
import { excerpt } from "../Excerpt.ts"
import type { Format, Input, ReadOptions, Reading } from "../Format.ts"
import { lines, longestLine } from "../Lines.ts"
import { readOffset } from "../Offset.ts"
import { speakerRole, unknownRole } from "../SpeakerRole.ts"
import { WallClock } from "../WallClock.ts"
import { type Draft, type DraftEvent, type DraftTurn, type GivenTime, transcriptOf } from "./draft/Draft.ts"
import { isObject, type JsonObject, numberOf, shownValue, textOf } from "./json/JsonValue.ts"
import { jsonFault } from "./json/WholeJson.ts"

/** The native shape: one conversation a line, as a JSON object with `id` and `turns`. */
export const Jsonl: Format = {
  name: "jsonl",
  title: "one conversation a line, as a JSON object with id and turns",
  recognises: (head, file) => {
    const start = head.trimStart()
    if (!start.startsWith("{")) return false
    const end = start.indexOf("\n")
    const first = end < 0 ? start : start.slice(0, end).trimEnd()
    // A pretty-printed object is not one conversation a line.
    const wholeLine = end < 0 || first.endsWith("}")
    return wholeLine && (/"turns"\s*:/.test(first) || /\.(jsonl|ndjson)(\.gz)?$/i.test(file) || /^\{.*"turns"\s*:.*\}\s*$/m.test(start))
  },
  read: (input, options) => readLines(input, options)
}

async function* readLines(input: Input, options: ReadOptions): AsyncGenerator<Reading> {
  const clock = new WallClock(options.timeZone)
  for await (const batch of lines(input.text())) {
    for (let i = 0; i < batch.lines.length; i++) {
      const text = batch.lines[i]!
      if (text.trim() === "") continue
      const line = batch.first + i
      const read = readLine(text, line, input.file, options, clock)
      if (typeof read !== "string") yield { _tag: "Transcript", transcript: read }
      else yield { _tag: "SetAside", setAside: { origin: { file: input.file, line }, reason: read, excerpt: excerpt(text), transcript: idIn(text) } }
    }
  }
}

/** The transcript of a line, or why it is none. */
const readLine = (text: string, line: number, file: string, options: ReadOptions, clock: WallClock): Transcript | string => {
  if (text.length > longestLine) return "this line is longer than 64 million characters"
  if (!text.isWellFormed()) return "bytes in this line are no valid text in the encoding of the file: export it again as UTF-8"
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const { column, reason } = jsonFault(text, error)
    return `not valid JSON (column ${column}): ${reason}`
  }
  const draft = draftOf(value, line, clock)
  return typeof draft === "string" ? draft : transcriptOf(draft, file, options)
}

/** The id of a line that was set aside, where it is still there. */
const idIn = (text: string): string | null => {
  try {
    const value: unknown = JSON.parse(text.length > longestLine ? "" : text)
    return isObject(value) ? textOf(value["id"]) : null
  } catch {
    return /^\s*\{\s*"id"\s*:\s*"([^"\\\ud800-\udfff]{1,200})"/.exec(text)?.[1] ?? null
  }
}

const draftOf = (value: unknown, line: number, clock: WallClock): Draft | string => {
  if (!isObject(value)) return "not a JSON object: one conversation a line is expected"
  const id = textOf(value["id"])
  if (id === null) return "no id: every conversation needs a field id"
  const list = value["turns"]
  if (!Array.isArray(list)) return "no turns: every conversation needs a list of turns"
  const byOffset = list.some((turn) => isObject(turn) && present(turn["start_ms"]))
  const turns: Array<DraftTurn> = []
  for (let i = 0; i < list.length; i++) {
    const turn = turnOf(list[i], i, byOffset, clock)
    if (typeof turn === "string") return turn
    turns.push(turn)
  }
  if (turns.every((turn) => turn.text.trim() === "")) return "no turn has any text"
  const startedAt = wallTime(value["started_at"], clock)
  const offsets = byOffset || turns.every((turn) => turn.from === null)
  // Events may count from the start of the contact although its turns carry wall-clock times, and the other way round.
  const start = offsets ? startedAt : (startedAt ?? turns[0]!.from)
  const events = eventsOf(value["events"], clock, start?.ms ?? NaN, offsets)
  if (typeof events === "string") return events
  return {
    id,
    line,
    turns,
    events,
    clock: offsets ? "offset" : "wall",
    source: textOf(value["source"]),
    channel: channelOf(textOf(value["channel"]) ?? ""),
    usualChannel: "chat",
    language: textOf(value["lang"]) ?? textOf(value["language"]),
    agents: agentsOf(value),
    customer: textOf(value["customer"]),
    queue: textOf(value["queue"]),
    caseId: textOf(value["case_id"]),
    csat: numberOf(value["csat"]),
    contactReason: textOf(value["contact_reason"]),
    startedAt
  }
}

const turnOf = (turn: unknown, index: number, byOffset: boolean, clock: WallClock): DraftTurn | string => {
  const place = `turn ${index + 1}`
  if (!isObject(turn)) return `${place} is not a JSON object`
  const label = textOf(turn["role"]) ?? ""
  const role: Role | null = speakerRole(label)
  if (role === null) return `${place}: ${unknownRole(label)}`
  const text = turn["text"]
  if (typeof text !== "string") return text === undefined ? `${place} has no text` : `${place}: text is not a text but ${shownValue(text).slice(0, 40)}`
  return {
    role,
    text,
    from: byOffset ? offsetTime(turn["start_ms"]) : wallTime(turn["time"], clock),
    to: byOffset ? offsetTime(turn["end_ms"]) : wallTime(turn["end_time"], clock),
    agent: textOf(turn["agent_id"]),
    confidence: confidenceOf(turn["confidence"]),
    place
  }
}

/** Times of events on the clock of the turns: counted from the start of the contact (`offsets`), or wall clock. `start` may be unknown, `NaN`. */
const eventsOf = (value: unknown, clock: WallClock, start: number, offsets: boolean): ReadonlyArray<DraftEvent> | string => {
  if (!present(value)) return []
  if (!Array.isArray(value)) return "events is not a list"
  const wall = (given: unknown): GivenTime | null => {
    const time = wallTime(given, clock)
    if (time === null || !offsets) return time
    return Number.isNaN(start) ? null : { ...time, ms: time.ms - start }
  }
  const events: Array<DraftEvent> = []
  for (let i = 0; i < value.length; i++) {
    const event: unknown = value[i]
    const place = `event ${i + 1}`
    const kind = isObject(event) ? kindOf(event["kind"]) : null
    if (!isObject(event) || kind === null) return `${place}: kind is none of ${EventKind.literals.join(", ")}`
    events.push({
      kind,
      by: speakerRole(textOf(event["by"]) ?? ""),
      agent: textOf(event["agent_id"]),
      count: numberOf(event["count"]),
      from: offsetTime(event["start_ms"], offsets ? 0 : start) ?? wall(event["time"]),
      to: offsetTime(event["end_ms"], offsets ? 0 : start) ?? wall(event["end_time"]),
      place
    })
  }
  return events
}

const kindOf = (value: unknown): Event["kind"] | null => EventKind.literals.find((kind) => kind === value) ?? null

const agentsOf = (value: JsonObject): ReadonlyArray<Agent> => {
  const agents: Array<Agent> = []
  const id = textOf(value["agent_id"]) ?? textOf(value["agent_name"])
  if (id !== null) agents.push({ id, name: textOf(value["agent_name"]) })
  const list = value["agents"]
  for (const agent of Array.isArray(list) ? list : []) {
    const named = isObject(agent) ? textOf(agent["id"]) : textOf(agent)
    if (named !== null) agents.push({ id: named, name: isObject(agent) ? textOf(agent["name"]) : null })
  }
  return agents
}

const present = (value: unknown): boolean => value !== undefined && value !== null && value !== ""

const offsetTime = (value: unknown, start = 0): GivenTime | null =>
  present(value) ? { ms: start + readOffset(value, 1), written: shownValue(value) } : null

const wallTime = (value: unknown, clock: WallClock): GivenTime | null =>
  present(value) ? { ms: typeof value === "string" || typeof value === "number" ? clock.read(value) : NaN, written: shownValue(value) } : null

const confidenceOf = (value: unknown): number | null => {
  const confidence = numberOf(value)
  return confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null
}
