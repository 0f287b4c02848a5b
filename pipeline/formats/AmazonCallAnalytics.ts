import type { Role } from "../../schemas/Transcript.ts"
import { excerpt } from "../Excerpt.ts"
import { fileId } from "../FileId.ts"
import type { Format, Input, ReadOptions, Reading } from "../Format.ts"
import { readOffset } from "../Offset.ts"
import { type Draft, type DraftTurn, transcriptOf } from "./draft/Draft.ts"
import { isObject, type JsonObject, numberOf, shownValue, textOf } from "./json/JsonValue.ts"
import { readJson } from "./json/WholeJson.ts"

/** What Amazon Transcribe Call Analytics writes: one call a file, times in milliseconds from its start. */
export const AmazonCallAnalytics: Format = {
  name: "amazon-call-analytics",
  title: "Amazon Transcribe Call Analytics output",
  recognises: (head) =>
    /^\s*\{/.test(head) && /"Transcript"\s*:\s*\[/.test(head) && /"ParticipantRole"\s*:/.test(head) && !/"ParticipantId"\s*:/.test(head),
  read: (input, options) => readCall(input, options)
}

async function* readCall(input: Input, options: ReadOptions): AsyncGenerator<Reading> {
  const json = await readJson(input)
  if (json._tag === "SetAside") return yield json
  const id = (isObject(json.value) ? textOf(json.value["JobName"]) : null) ?? fileId(input.file, 1, json.text)
  const draft = draftOf(json.value, id)
  if (typeof draft !== "string") yield { _tag: "Transcript", transcript: transcriptOf(draft, input.file, options) }
  else yield { _tag: "SetAside", setAside: { origin: { file: input.file, line: 1 }, reason: draft, excerpt: excerpt(json.text), transcript: id } }
}

const roles: Readonly<Record<string, Role>> = { AGENT: "agent", CUSTOMER: "customer" }

const draftOf = (value: unknown, id: string): Draft | string => {
  if (!isObject(value) || !Array.isArray(value["Transcript"])) return "no list Transcript"
  const turns: Array<DraftTurn> = []
  for (const [i, turn] of (value["Transcript"] as ReadonlyArray<unknown>).entries()) {
    const place = `turn ${i + 1}`
    if (!isObject(turn)) return `${place} is not a JSON object`
    const role = roles[textOf(turn["ParticipantRole"]) ?? ""]
    if (role === undefined) return `${place}: ParticipantRole is neither AGENT nor CUSTOMER`
    if (typeof turn["Content"] !== "string") return `${place} has no Content`
    turns.push({
      role,
      text: turn["Content"],
      from: time(turn["BeginOffsetMillis"]),
      to: time(turn["EndOffsetMillis"]),
      agent: null,
      confidence: meanConfidence(turn),
      place
    })
  }
  if (turns.every((turn) => turn.text.trim() === "")) return "no turn has any text"
  return { id, line: 1, turns, clock: "offset", channel: "voice", usualChannel: "voice", language: textOf(value["LanguageCode"]) }
}

const time = (value: unknown) => (value === undefined || value === null ? null : { ms: readOffset(value, 1), written: shownValue(value) })

/** The recogniser rates each word; punctuation is rated 0 and says nothing. */
const meanConfidence = (turn: JsonObject): number | null => {
  const items: ReadonlyArray<unknown> = Array.isArray(turn["Items"]) ? turn["Items"] : []
  let sum = 0
  let words = 0
  for (const item of items) {
    const confidence = isObject(item) && item["Type"] !== "punctuation" ? numberOf(item["Confidence"]) : null
    if (confidence === null) continue
    sum += confidence
    words++
  }
  return words === 0 ? null : Math.round((sum / words) * 10_000) / 10_000
}
