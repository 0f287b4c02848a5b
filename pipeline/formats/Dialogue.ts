import { type Dialogue as Parsed, eventOf, parseDialogues, type WrittenTime } from "../../schemas/Dialogue.ts"
import { roleOf } from "../../schemas/RoleWords.ts"
import type { Agent } from "../../schemas/Transcript.ts"
import { channelOf } from "../ChannelWords.ts"
import { excerpt } from "../Excerpt.ts"
import { fileId } from "../FileId.ts"
import type { Format, Input, ReadOptions, Reading } from "../Format.ts"
import { WallClock } from "../WallClock.ts"
import { type Draft, type GivenTime, transcriptOf } from "./draft/Draft.ts"
import { type Block, blocks } from "./dialogue/Blocks.ts"
import { bracketed, unreadableTimes } from "./dialogue/LineTimes.ts"

/** The notation people write by hand, as rule examples are: `[00:05] 客服: 您好`. */
export const Dialogue: Format = {
  name: "dialogue",
  title: "plain text, one turn a line: [00:05] 客服: 您好",
  recognises: (head) => {
    const lines = head.split(/\r\n|\n|\r/).map((line) => line.trim()).filter((line) => line !== "").slice(0, 200)
    const turns = lines.filter(isTurn).length
    if (turns === 0) return false
    return isTurn(lines[0]!) || isKnownHeader(lines[0]!) || isEvent(lines[0]!) || turns * 2 >= lines.length
  },
  read: (input, options) => readBlocks(input, options)
}

const knownHeader = /^#\s*(id|source|channel|lang|language|agent|agent[ _-]id|agent[ _-]name|started[ _-]at|case[ _-]id|customer|queue|csat|contact[ _-]reason)\s*[:：]/i

const isKnownHeader = (line: string): boolean => knownHeader.test(line)

const isEvent = (line: string): boolean => /^(\[[^\]]*\]\s*)?\*\s*(ring|answer|assign|hold|transfer|hang-up|feedback)\b/i.test(line)

const isTurn = (line: string): boolean => {
  const speaker = /^(?:\[[^\]]*\]\s*)?([^\s:：()（）[\]]{1,20})\s*(?:[(（][^)）]*[)）])?\s*[:：]/.exec(line)
  return speaker !== null && roleOf(speaker[1]!) !== null
}

async function* readBlocks(input: Input, options: ReadOptions): AsyncGenerator<Reading> {
  const clock = new WallClock(options.timeZone)
  let number = 0
  for await (const block of blocks(input.text())) {
    const wrong = unreadableTimes(block)
    for (const parsed of parseDialogues(wrong.text)) {
      number++
      const id = parsed.header.get("id")?.value || fileId(input.file, number, block.text)
      const fault = faultOf(parsed, block)
      if (fault !== null) {
        const line = block.line + fault.line - 1
        yield { _tag: "SetAside", setAside: { origin: { file: input.file, line }, reason: fault.reason, excerpt: excerpt(fault.text), transcript: id } }
      } else yield { _tag: "Transcript", transcript: transcriptOf(draftOf(parsed, id, block, wrong.times, clock), input.file, options) }
    }
  }
}

const faultOf = (parsed: Parsed, block: Block): { readonly line: number; readonly reason: string; readonly text: string } | null => {
  if (!block.text.isWellFormed()) {
    const lines = block.text.split("\n")
    const line = lines.findIndex((text) => !text.isWellFormed())
    return { line: line + 1, reason: "bytes in this line are no valid text in the encoding of the file: save it again as UTF-8", text: lines[line]! }
  }
  const fault = parsed.faults[0]
  if (fault !== undefined) return { ...fault, text: block.text.split("\n")[fault.line - 1] ?? fault.text }
  if (parsed.turns.every((turn) => turn.text.trim() === "")) return { line: parsed.line, reason: "a conversation without any turn", text: block.text }
  return null
}

const draftOf = (parsed: Parsed, id: string, block: Block, wrong: ReadonlyMap<number, string>, clock: WallClock): Draft => {
  const lineOf = (line: number) => block.line + line - 1
  const text = (key: string) => parsed.header.get(key)?.value || null
  const started = text("started_at")
  const startedAt = started === null ? null : { ms: clock.read(started), written: started }
  const all = [...parsed.turns, ...parsed.events]
  const wall = all.some(({ from }) => from !== null && "clock" in from)
  const time = (written: WrittenTime | null, line: number): GivenTime | null => {
    const unreadable = wrong.get(line)
    if (unreadable !== undefined) return { ms: NaN, written: unreadable }
    if (written === null) return null
    if ("clock" in written) return { ms: clock.read(written.clock), written: written.clock }
    // An offset among wall-clock times counts from nothing we know.
    return { ms: wall ? NaN : written.offsetMs, written: bracketed(block, line) ?? "" }
  }
  const agents = agentsOf(parsed)
  const agentCalled = (name: string | null) => (name === null ? null : (agents.find((agent) => agent.id === name || agent.name === name)?.id ?? name))
  const offsets = !wall && all.some(({ from }) => from !== null)
  const csat = text("csat")
  return {
    id,
    line: lineOf(firstLine(parsed)),
    clock: wall ? "wall" : "offset",
    turns: parsed.turns.map((turn) => ({
      role: turn.role,
      text: turn.text,
      from: time(turn.from, turn.line),
      to: turn.to === null ? null : time(turn.to, turn.line),
      agent: turn.role === "agent" ? agentCalled(turn.speaker) : null,
      confidence: null,
      place: lineOf(turn.line)
    })),
    events: parsed.events.map((event) => {
      const { agent, by, count, kind } = eventOf(event, null, null)
      const to = event.to === null ? null : time(event.to, event.line)
      return { kind, by, agent: agentCalled(agent), count, from: time(event.from, event.line), to, place: lineOf(event.line) }
    }),
    source: text("source"),
    channel: channelOf(text("channel") ?? ""),
    usualChannel: offsets || parsed.events.length > 0 ? "voice" : "chat",
    language: text("lang") ?? text("language"),
    agents,
    customer: text("customer"),
    queue: text("queue"),
    caseId: text("case_id"),
    csat: csat === null || !Number.isFinite(Number(csat)) ? null : Number(csat),
    contactReason: text("contact_reason"),
    startedAt
  }
}

const firstLine = ({ events, header, turns }: Parsed): number =>
  Math.min(...[...header.values(), ...turns.slice(0, 1), ...events.slice(0, 1)].map(({ line }) => line))

/** `# agent: A01 王芳` or `# agent_id: A01` with `# agent_name: 王芳`. */
const agentsOf = ({ header }: Parsed): ReadonlyArray<Agent> => {
  const [id = "", ...name] = (header.get("agent")?.value ?? header.get("agent_id")?.value ?? header.get("agent_name")?.value ?? "").split(/\s+/)
  return id === "" ? [] : [{ id, name: header.get("agent_name")?.value || name.join(" ") || null }]
}
