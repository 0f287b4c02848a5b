import type { Agent, Role } from "../../schemas/Transcript.ts"
import { excerpt } from "../Excerpt.ts"
import { fileId } from "../FileId.ts"
import type { Format, Input, ReadOptions, Reading } from "../Format.ts"
import { readOffset } from "../Offset.ts"
import { WallClock } from "../WallClock.ts"
import { type Draft, type DraftEvent, type DraftTurn, type GivenTime, transcriptOf } from "./draft/Draft.ts"
import { isObject, type JsonObject, shownValue, textOf } from "./json/JsonValue.ts"
import { readJson } from "./json/WholeJson.ts"

/** What Contact Lens for Amazon Connect writes: one contact a file; calls in milliseconds from the start, chats in absolute times. */
export const ContactLens: Format = {
  name: "contact-lens",
  title: "Contact Lens for Amazon Connect output, call or chat",
  recognises: (head) =>
    /^\s*\{/.test(head) &&
    (/"Version"\s*:\s*"(VOICE|CHAT)-/.test(head) || /"ChatTranscriptVersion"\s*:/.test(head) || (/"Transcript"\s*:\s*\[/.test(head) && /"ParticipantId"\s*:/.test(head))),
  read: (input, options) => readContact(input, options)
}

async function* readContact(input: Input, options: ReadOptions): AsyncGenerator<Reading> {
  const json = await readJson(input)
  if (json._tag === "SetAside") return yield json
  const id = contactId(json.value) ?? fileId(input.file, 1, json.text)
  const draft = draftOf(json.value, id, new WallClock(options.timeZone))
  if (typeof draft !== "string") yield { _tag: "Transcript", transcript: transcriptOf(draft, input.file, options) }
  else yield { _tag: "SetAside", setAside: { origin: { file: input.file, line: 1 }, reason: draft, excerpt: excerpt(json.text), transcript: id } }
}

const contactId = (value: unknown): string | null =>
  isObject(value) && isObject(value["CustomerMetadata"]) ? textOf(value["CustomerMetadata"]["ContactId"]) : null

/** A supervisor who joins is no party whose words are judged. */
const roles: Readonly<Record<string, Role>> = {
  AGENT: "agent",
  CUSTOMER: "customer",
  SYSTEM: "system",
  CUSTOM_BOT: "bot",
  BOT: "bot",
  SUPERVISOR: "system"
}

interface Participant {
  readonly role: Role | null
  readonly name: string | null
}

const draftOf = (value: unknown, id: string, clock: WallClock): Draft | string => {
  if (!isObject(value) || !Array.isArray(value["Transcript"])) return "no list Transcript"
  const participants = participantsOf(value)
  const turns: Array<DraftTurn> = []
  const events: Array<DraftEvent> = []
  const agents = new Map<string, Agent>()
  for (const [i, item] of (value["Transcript"] as ReadonlyArray<unknown>).entries()) {
    const place = `item ${i + 1}`
    if (!isObject(item)) return `${place} is not a JSON object`
    const { name, role } = participantOf(item, participants)
    if (role === "agent" && name !== null) agents.set(name, { id: name, name })
    const agent = role === "agent" ? name : null
    const event = eventOf(item, role, agent, place, clock)
    if (event !== null) events.push(event)
    if (!isMessage(item)) continue
    if (role === null) return `${place}: neither ParticipantRole nor Participants says who speaks`
    turns.push({ role, text: String(item["Content"]), ...timesOf(item, clock), agent, confidence: null, place })
  }
  if (turns.every((turn) => turn.text.trim() === "")) return "no message or utterance has any text"
  const chat = value["Channel"] === "CHAT"
  return {
    id,
    line: 1,
    turns,
    events,
    clock: chat ? "wall" : "offset",
    channel: chat ? "chat" : "voice",
    usualChannel: "voice",
    language: textOf(value["LanguageCode"]),
    agents: [...agents.values()],
    startedAt: chat ? firstMoment(value["Transcript"], clock) : null
  }
}

const participantsOf = (value: JsonObject): ReadonlyMap<string, Participant> => {
  const participants = new Map<string, Participant>()
  for (const one of Array.isArray(value["Participants"]) ? value["Participants"] : []) {
    const id = isObject(one) ? textOf(one["ParticipantId"]) : null
    if (isObject(one) && id !== null) participants.set(id, { role: roles[textOf(one["ParticipantRole"]) ?? ""] ?? null, name: nameOf(one) })
  }
  return participants
}

/** Some outputs put the role where the participant's id belongs, some name it only at the item, some only in `Participants`. */
const participantOf = (item: JsonObject, participants: ReadonlyMap<string, Participant>): Participant => {
  const id = textOf(item["ParticipantId"]) ?? ""
  const listed = participants.get(id)
  return { role: roles[textOf(item["ParticipantRole"]) ?? ""] ?? listed?.role ?? roles[id] ?? null, name: nameOf(item) ?? listed?.name ?? null }
}

/** A participant's id lasts for one contact only, so an agent is known by the name shown to the customer, unless it was redacted. */
const nameOf = (participant: JsonObject): string | null => {
  const name = textOf(participant["DisplayName"])
  return name === null || /^\[.*\]$/.test(name) ? null : name
}

const isMessage = (item: JsonObject): boolean =>
  typeof item["Content"] === "string" && (item["ContentType"] === undefined || /^text\//.test(String(item["ContentType"])))

const timesOf = (item: JsonObject, clock: WallClock): { readonly from: GivenTime | null; readonly to: GivenTime | null } => {
  if (item["AbsoluteTime"] !== undefined) return { from: wallTime(item, clock), to: null }
  return { from: offset(item["BeginOffsetMillis"]), to: offset(item["EndOffsetMillis"]) }
}

/** A chat begins when the customer joins, before anything is written. */
const firstMoment = (items: ReadonlyArray<unknown>, clock: WallClock): GivenTime | null => {
  const first = items.find((item) => isObject(item) && item["AbsoluteTime"] !== undefined)
  return isObject(first) ? wallTime(first, clock) : null
}

const offset = (value: unknown): GivenTime | null => (value === undefined || value === null ? null : { ms: readOffset(value, 1), written: shownValue(value) })

const wallTime = (item: JsonObject, clock: WallClock): GivenTime | null => {
  const written = item["AbsoluteTime"]
  return written === undefined || written === null ? null : { ms: clock.read(String(written)), written: String(written) }
}

const eventOf = (item: JsonObject, role: Role | null, agent: string | null, place: string, clock: WallClock): DraftEvent | null => {
  const type = String(item["ContentType"] ?? "").replace("application/vnd.amazonaws.connect.event.", "")
  const event = { by: role, agent, count: null, from: wallTime(item, clock), to: null, place }
  if (type === "participant.joined" && role === "agent") return { ...event, kind: "answer" }
  if (type === "participant.left" && (role === "agent" || role === "customer")) return { ...event, kind: "hang-up" }
  if (type === "transfer.succeeded") return { ...event, kind: "transfer" }
  return null
}
