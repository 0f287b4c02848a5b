import type { Transcript } from "../schemas/Transcript.ts"
import { excerpt } from "./Excerpt.ts"
import type { Format, Input, Reading, ReadOptions } from "./Format.ts"
import { formats, recognise } from "./Formats.ts"
import { jsonFault } from "./formats/json/WholeJson.ts"
import { jsonShape } from "./formats/json/JsonShape.ts"
import { InputBroken } from "./InputBroken.ts"
import { type Found, open, setAsideFile } from "./Inputs.ts"
import { Reach } from "./Reach.ts"
import { storableText } from "./StorableText.ts"

/**
 * Everything one input holds, transcripts and what had to be set aside, in a memory that does not grow with the input.
 * `format` `null`: recognised from the content. Never throws for what is in the input; leaving the iteration early closes and
 * removes whatever was open. Every text that leaves here can be stored.
 */
export async function* readings(found: Found, options: ReadOptions, format: Format | null = null, reach: Reach = new Reach()): AsyncGenerator<Reading> {
  let head = ""
  try {
    const input = await open(found, reach)
    head = input.head
    const reader = format ?? recognise(head, found.file, options)
    if (reader === null) {
      yield { _tag: "SetAside", setAside: setAsideFile(found.file, unknownFormat(input), excerpt(head)) }
      return
    }
    for await (const reading of reader.read(input, options)) yield storable(reading)
  } catch (error) {
    if (!(error instanceof InputBroken)) throw error
    yield { _tag: "SetAside", setAside: setAsideFile(found.file, error.reason, excerpt(head)) }
  }
}

const unknownFormat = ({ head }: Input): string => {
  const known = `not a transcript format we know (${formats.map(({ name }) => name).join(", ")})`
  const shape = jsonShape(head)
  const cure = "if it is one of them, say which with --format"
  if (shape === null) return `${known}; ${cure}`
  const fault = head.length < 65_536 ? faultOf(head) : null
  return fault !== null ? `not valid JSON (${fault}), and ${known}; ${cure}` : `${known}: this is ${shape}; ${cure}`
}

const faultOf = (text: string): string | null => {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const { column, line, reason } = jsonFault(text, error)
    return `line ${line}, column ${column}: ${reason}`
  }
}

/** Longer ones would not fit an index of the database, and are no ids but text that slipped into the wrong column. */
const longestId = 400

const storable = (reading: Reading): Reading => {
  if (reading._tag === "SetAside") {
    const { setAside } = reading
    return { _tag: "SetAside", setAside: { ...setAside, reason: storableText(setAside.reason), transcript: orNull(setAside.transcript) } }
  }
  const { transcript } = reading
  const { agents, id, origin } = transcript
  const long = [transcript.source, id, ...agents.map((agent) => agent.id)].find((one) => one.length > longestId)
  if (long !== undefined) {
    const reason = `an id of ${long.length} characters: more than ${longestId} are no id; check which field or column holds it`
    return { _tag: "SetAside", setAside: { origin, reason, excerpt: excerpt(long), transcript: null } }
  }
  if (isStorable(reading.transcript)) return reading
  return {
    _tag: "Transcript",
    transcript: {
      ...transcript,
      source: storableText(transcript.source),
      id: storableText(id),
      language: orNull(transcript.language),
      agents: agents.map((agent) => ({ id: storableText(agent.id), name: orNull(agent.name) })),
      customer: orNull(transcript.customer),
      queue: orNull(transcript.queue),
      caseId: orNull(transcript.caseId),
      contactReason: orNull(transcript.contactReason),
      timingProblem: orNull(transcript.timingProblem),
      turns: transcript.turns.map((turn) => ({ ...turn, text: storableText(turn.text), agent: orNull(turn.agent) })),
      events: transcript.events.map((event) => ({ ...event, agent: orNull(event.agent) }))
    }
  }
}

const isStorable = ({ agents, caseId, contactReason, customer, events, id, language, queue, source, timingProblem, turns }: Transcript): boolean => {
  for (const text of [source, id, language, customer, queue, caseId, contactReason, timingProblem]) if (orNull(text) !== text) return false
  for (const agent of agents) if (orNull(agent.id) !== agent.id || orNull(agent.name) !== agent.name) return false
  for (const turn of turns) if (storableText(turn.text) !== turn.text || orNull(turn.agent) !== turn.agent) return false
  return events.every((event) => orNull(event.agent) === event.agent)
}

const orNull = (text: string | null): string | null => (text === null ? null : storableText(text))
