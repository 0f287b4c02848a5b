import { roleOf } from "./RoleWords.ts"
import { type Event, EventKind, type Role, type Turn } from "./Transcript.ts"

/** A time as written: an offset from the start, or a wall clock that needs a time zone to become a moment. */
export type WrittenTime = { readonly offsetMs: number } | { readonly clock: string }

export interface DialogueTurn {
  readonly line: number
  readonly role: Role
  /** The name in brackets after the role word. */
  readonly speaker: string | null
  readonly from: WrittenTime | null
  readonly to: WrittenTime | null
  readonly text: string
}

export interface DialogueEvent {
  readonly line: number
  readonly kind: Event["kind"]
  readonly words: ReadonlyArray<string>
  readonly from: WrittenTime | null
  readonly to: WrittenTime | null
}

/** One conversation of the dialogue notation, as written; lines count from 1. `faults` are lines that could not be read. */
export interface Dialogue {
  readonly line: number
  readonly header: ReadonlyMap<string, { readonly value: string; readonly line: number }>
  readonly turns: ReadonlyArray<DialogueTurn>
  readonly events: ReadonlyArray<DialogueEvent>
  readonly faults: ReadonlyArray<{ readonly line: number; readonly reason: string; readonly text: string }>
}

const headerLine = /^#\s*([\w -]+?)\s*[:：]\s*(.*)$/
const timed = /^\s*\[([^\]]*)\]\s*(.*)$/s
const spoken = /^\s*([^\s:：()（）]{1,20})\s*(?:[(（]([^)）]*)[)）])?\s*[:：]\s?(.*)$/s
const eventLine = /^\s*\*\s*([\w-]+)\s*(.*)$/
const offset = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/
const clock = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T]\d{1,2}:\d{2}/

/** Reads the notation people write by hand (see `pipeline/formats/README.md`): `[00:05] 客服: 您好`. */
export const parseDialogues = (text: string): ReadonlyArray<Dialogue> => {
  const dialogues: Array<Builder> = []
  let current = new Builder(1)
  const finish = () => {
    if (!current.isEmpty()) dialogues.push(current)
  }
  const lines = text.split(/\r\n|\n|\r/)
  lines.forEach((line, index) => {
    const number = index + 1
    const header = headerLine.exec(line)
    if (/^-{3,}\s*$/.test(line) || (header?.[1]!.toLowerCase() === "id" && current.hasTurns())) {
      finish()
      current = new Builder(number)
    }
    if (header !== null) current.header.set(header[1]!.toLowerCase().replaceAll(/[ -]/g, "_"), { value: header[2]!.trim(), line: number })
    else if (!line.startsWith("#") && !/^-{3,}\s*$/.test(line)) current.read(line, number)
  })
  finish()
  return dialogues
}

class Builder implements Dialogue {
  readonly line: number
  readonly header = new Map<string, { value: string; line: number }>()
  readonly turns: Array<DialogueTurn> = []
  readonly events: Array<DialogueEvent> = []
  readonly faults: Array<{ line: number; reason: string; text: string }> = []

  constructor(line: number) {
    this.line = line
  }

  isEmpty(): boolean {
    return this.turns.length + this.events.length + this.faults.length + this.header.size === 0
  }

  hasTurns(): boolean {
    return this.turns.length + this.events.length > 0
  }

  read(line: string, number: number): void {
    if (line.trim() === "") return
    const time = timed.exec(line)
    const written = time === null ? null : interval(time[1]!)
    const rest = time === null || written === null ? line : time[2]!
    const from = written?.from ?? null
    const to = written?.to ?? null
    const event = eventLine.exec(rest)
    if (event !== null) {
      const kind = EventKind.literals.find((literal) => literal === event[1]!.toLowerCase())
      if (kind !== undefined) {
        this.events.push({ line: number, kind, words: event[2]!.split(/\s+/).filter((word) => word !== ""), from, to })
        return
      }
    }
    const speech = spoken.exec(rest)
    const role = speech === null ? null : roleOf(speech[1]!)
    if (speech !== null && role !== null) {
      this.turns.push({ line: number, role, speaker: speech[2]?.trim() || null, from, to, text: speech[3]! })
      return
    }
    const before = this.turns.at(-1)
    if (before === undefined || written !== null) {
      this.faults.push({ line: number, reason: "no speaker at the start of the line (such as 客服: or Customer:)", text: line })
    } else this.turns[this.turns.length - 1] = { ...before, text: `${before.text}\n${line}` }
  }
}

const interval = (text: string): { from: WrittenTime; to: WrittenTime | null } | null => {
  const single = writtenTime(text)
  if (single !== null) return { from: single, to: null }
  // The dash between two wall clocks has dashes on both sides, so try every one.
  for (let dash = text.search(/[-–~～]/); dash > 0 && dash < text.length; dash = text.slice(dash + 1).search(/[-–~～]/) + dash + 1) {
    const from = writtenTime(text.slice(0, dash))
    const to = writtenTime(text.slice(dash + 1))
    if (from !== null && to !== null) return { from, to }
    if (text.slice(dash + 1).search(/[-–~～]/) < 0) break
  }
  return null
}

const writtenTime = (text: string): WrittenTime | null => {
  const trimmed = text.trim()
  const match = offset.exec(trimmed)
  if (match !== null) {
    const [, hours = "0", minutes, seconds, fraction = "0"] = match
    return { offsetMs: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0")) }
  }
  return clock.test(trimmed) ? { clock: trimmed } : null
}

/** The turns and events of a dialogue whose times are offsets, as rule examples are; `null` times where none are written. */
export const offsetTurns = (dialogue: Dialogue): { readonly turns: ReadonlyArray<Turn>; readonly events: ReadonlyArray<Event> } => {
  const ms = (time: WrittenTime | null) => (time !== null && "offsetMs" in time ? time.offsetMs : null)
  return {
    turns: dialogue.turns.map((turn) => ({
      role: turn.role,
      text: turn.text,
      startMs: ms(turn.from),
      endMs: ms(turn.to),
      agent: turn.role === "agent" ? turn.speaker : null,
      confidence: null
    })),
    events: dialogue.events.map((event) => eventOf(event, ms(event.from), ms(event.to)))
  }
}

/** `* ring 2`, `* transfer A02`, `* hang-up customer`: the word after the kind says how often, to whom, or who. */
export const eventOf = (event: DialogueEvent, startMs: number | null, endMs: number | null): Event => {
  const word = event.words[0] ?? ""
  const by = roleOf(word)
  const count = event.kind === "ring" && /^\d+$/.test(word) ? Number(word) : null
  return { kind: event.kind, startMs, endMs, by, agent: word !== "" && by === null && count === null ? word : null, count }
}
