import type { Agent, Channel } from "../../../schemas/Transcript.ts"
import { channelOf } from "../../ChannelWords.ts"
import { readOffset } from "../../Offset.ts"
import { speakerRole, unknownRole } from "../../SpeakerRole.ts"
import type { WallClock } from "../../WallClock.ts"
import type { Draft, DraftTurn, GivenTime } from "../draft/Draft.ts"
import { numberOf } from "../json/JsonValue.ts"
import type { Layout, TableField } from "./Header.ts"
import type { Rows } from "./RowStore.ts"

/** A conversation that cannot be judged whole because of one of its rows. */
export interface Spoilt {
  readonly line: number
  readonly reason: string
  readonly excerpt: string
}

type Row = ReadonlyArray<string>

/**
 * The rows of a table as `RowStore` keeps them: conversation id, line, then either the columns in use or, for a row that could
 * not be read, the reason and what it looked like, each with a NUL between.
 */
export class ConversationRows {
  readonly #positions: ReadonlyArray<number>
  readonly #at: ReadonlyMap<TableField, number>
  readonly #clock: WallClock
  readonly #delimiter: string
  /** How many of the columns in use stand before that of the conversation. */
  readonly #before: number

  constructor({ delimiter, positions }: Layout, clock: WallClock) {
    const fields = [...positions].filter(([field]) => field !== "conversation").sort(([, a], [, b]) => a - b)
    const conversation = positions.get("conversation")!
    this.#delimiter = delimiter
    this.#before = fields.filter(([, position]) => position < conversation).length
    this.#positions = fields.map(([, position]) => position)
    this.#at = new Map(fields.map(([field], index) => [field, index + 2]))
    this.#clock = clock
  }

  row(conversation: string, line: number, fields: ReadonlyArray<string>): string {
    let row = `${conversation}\0${line}`
    for (let i = 0; i < this.#positions.length; i++) row += `\0${fields[this.#positions[i]!]!}`
    return row
  }

  unreadable(conversation: string, line: number, reason: string, excerpt: string): string {
    return `${conversation}\0${unreadableMark}${line}\0${reason}\0${excerpt}`
  }

  draft({ key, rows: kept }: Rows): Draft | Spoilt {
    const inFile = kept.map((row) => row.split("\0"))
    const spoilt = inFile.find((row) => row[1]!.startsWith(unreadableMark))
    if (spoilt !== undefined) return { line: Number(spoilt[1]!.slice(unreadableMark.length)), reason: spoilt[2]!, excerpt: spoilt[3]! }
    const rows = this.#inOrder(inFile)
    if ("reason" in rows) return rows
    const offsets = this.#has(rows, "start_ms") || this.#has(rows, "start_s")
    let turns: Array<DraftTurn> = []
    for (const row of rows) {
      const turn = this.#turn(row, offsets)
      if ("reason" in turn) return turn
      turns.push(turn)
    }
    if (turns.every((turn) => turn.text.trim() === "")) return this.#spoilt(rows[0]!, "a conversation in which no row has any text")
    if (!offsets && !this.#has(rows, "seq") && isNewestFirst(turns)) turns = turns.reverse()
    const started = this.#first(rows, "started_at")
    const csat = this.#first(rows, "csat")
    return {
      id: key,
      line: Number(inFile[0]![1]),
      turns,
      clock: offsets ? "offset" : "wall",
      source: this.#first(rows, "source"),
      channel: this.#channel(rows),
      usualChannel: offsets ? "voice" : "chat",
      language: this.#first(rows, "language"),
      agents: this.#agents(rows),
      customer: this.#first(rows, "customer"),
      queue: this.#first(rows, "queue"),
      caseId: this.#first(rows, "case_id"),
      csat: csat === null ? null : numberOf(csat),
      contactReason: this.#first(rows, "contact_reason"),
      startedAt: started === null ? null : { ms: this.#clock.read(started), written: started }
    }
  }

  #turn(row: Row, offsets: boolean): DraftTurn | Spoilt {
    const label = this.#cell(row, "role")
    const role = speakerRole(label)
    if (role === null) return this.#spoilt(row, unknownRole(label))
    const confidence = this.#at.has("confidence") ? numberOf(this.#cell(row, "confidence")) : null
    return {
      role,
      text: this.#cell(row, "text"),
      from: offsets ? (this.#offset(row, "start_ms", 1) ?? this.#offset(row, "start_s", 1000)) : this.#wall(row, "time"),
      to: offsets ? (this.#offset(row, "end_ms", 1) ?? this.#offset(row, "end_s", 1000)) : this.#wall(row, "end_time"),
      agent: role === "agent" ? this.#agentId(row) : null,
      confidence: confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null,
      place: Number(row[1])
    }
  }

  /** By the sequence column where there is one, else as in the file. */
  #inOrder(rows: ReadonlyArray<Row>): ReadonlyArray<Row> | Spoilt {
    const at = this.#at.get("seq")
    if (at === undefined || rows.every((row) => row[at]!.trim() === "")) return rows
    const wrong = rows.find((row) => numberOf(row[at]) === null)
    if (wrong !== undefined) return this.#spoilt(wrong, `sequence ‘${wrong[at]!.slice(0, 40)}’ is not a number, so the order of the turns is not known`)
    return rows.toSorted((a, b) => Number(a[at]) - Number(b[at]))
  }

  #cell(row: Row, field: TableField): string {
    const at = this.#at.get(field)
    return at === undefined ? "" : row[at]!
  }

  #has(rows: ReadonlyArray<Row>, field: TableField): boolean {
    const at = this.#at.get(field)
    return at !== undefined && rows.some((row) => row[at]!.trim() !== "")
  }

  #first(rows: ReadonlyArray<Row>, field: TableField): string | null {
    const at = this.#at.get(field)
    const row = at === undefined ? undefined : rows.find((one) => one[at]!.trim() !== "")
    return row === undefined ? null : row[at!]!.trim()
  }

  #channel(rows: ReadonlyArray<Row>): Channel | null {
    const word = this.#first(rows, "channel")
    return word === null ? null : channelOf(word)
  }

  #agentId(row: Row): string | null {
    return this.#cell(row, "agent").trim() || this.#cell(row, "agent_name").trim() || null
  }

  #agents(rows: ReadonlyArray<Row>): ReadonlyArray<Agent> {
    const agents = new Map<string, string | null>()
    for (const row of rows) {
      const id = this.#agentId(row)
      if (id !== null && (agents.get(id) ?? null) === null) agents.set(id, this.#cell(row, "agent_name").trim() || null)
    }
    return [...agents].map(([id, name]) => ({ id, name }))
  }

  #offset(row: Row, field: TableField, unit: 1 | 1000): GivenTime | null {
    const written = this.#cell(row, field)
    return written.trim() === "" ? null : { ms: readOffset(written, unit), written }
  }

  #wall(row: Row, field: TableField): GivenTime | null {
    const written = this.#cell(row, field)
    return written.trim() === "" ? null : { ms: this.#clock.read(written), written }
  }

  #spoilt(row: Row, reason: string): Spoilt {
    const cells = row.slice(2)
    return { line: Number(row[1]), reason, excerpt: cells.toSpliced(this.#before, 0, row[0]!).join(this.#delimiter) }
  }
}

const unreadableMark = "!"

/** Exports sorted newest first turn every conversation upside down: times that only ever run backwards say so. */
const isNewestFirst = (turns: ReadonlyArray<DraftTurn>): boolean => {
  let falls = 0
  for (let i = 1; i < turns.length; i++) {
    const before = turns[i - 1]!.from?.ms ?? NaN
    const here = turns[i]!.from?.ms ?? NaN
    if (!(here <= before)) return false
    if (here < before) falls++
  }
  return falls >= 2
}
