import { excerpt } from "../Excerpt.ts"
import type { Format, Input, ReadOptions, Reading } from "../Format.ts"
import { lineBreakOf } from "../Lines.ts"
import { speakerRole } from "../SpeakerRole.ts"
import { WallClock } from "../WallClock.ts"
import { ConversationRows } from "./csv/Conversation.ts"
import { type Layout, looksLikeTable, readHeader } from "./csv/Header.ts"
import { Records } from "./csv/Records.ts"
import { RowStore } from "./csv/RowStore.ts"
import { transcriptOf } from "./draft/Draft.ts"

/** A table with one row per turn; rows of a conversation may lie anywhere in it. */
export const Csv: Format = {
  name: "csv",
  title: "table with one row per turn: conversation, role, text, … (comma, semicolon, tab)",
  recognises: (head, file, options) => !/^\s*[{[]/.test(head) && looksLikeTable(head, file, options.columns),
  read: (input, options) => readTable(input, options)
}

/** The share of the work on a table that is done when all its rows are grouped. */
const groupingShare = 0.4

/** `memory`: bytes of rows that are grouped in memory before they go to disk. */
export async function* readTable(input: Input, options: ReadOptions, memory?: number): AsyncGenerator<Reading> {
  const layout = readHeader(input.head, options.columns)
  if (!("positions" in layout)) {
    yield setAside(input, 1, layout.reason, input.head.trimStart().split(/[\r\n]/, 1)[0]!, null)
    return
  }
  const rows = new ConversationRows(layout, new WallClock(options.timeZone))
  const store = new RowStore(input.bytes, memory)
  // Grouping goes over everything once before the first conversation is whole.
  input.reach.stage(0, groupingShare)
  const nobodys: Array<Reading> = []
  const records = new Records(layout.delimiter, lineBreakOf(input.head) ?? "\n", sinkOf(layout, rows, store, (line, reason, text) => nobodys.push(setAside(input, line, reason, text, null))))
  try {
    for await (const text of input.text()) {
      records.push(text)
      yield* nobodys.splice(0)
    }
    records.end()
    yield* nobodys.splice(0)
    input.reach.stage(groupingShare, 1)
    let grouped = 0
    for (const conversation of store.conversations()) {
      grouped += conversation.rows.length
      input.reach.done(grouped / store.rows)
      const draft = rows.draft(conversation)
      if ("reason" in draft) yield setAside(input, draft.line, draft.reason, draft.excerpt, conversation.key)
      else yield { _tag: "Transcript", transcript: transcriptOf(draft, input.file, options) }
    }
  } finally {
    store.close()
  }
}

const setAside = (input: Input, line: number, reason: string, text: string, transcript: string | null): Reading => ({
  _tag: "SetAside",
  setAside: { origin: { file: input.file, line }, reason, excerpt: excerpt(text), transcript }
})

/** Sorts records into the store; a row nobody can be found for goes to `nobodys` on its own. */
const sinkOf = (layout: Layout, rows: ConversationRows, store: RowStore, nobodys: (line: number, reason: string, text: string) => void) => {
  const { columns, delimiter, positions } = layout
  const width = columns.length
  const id = positions.get("conversation")!
  let headerSeen = false
  const unreadable = (key: string, line: number, reason: string, text: string) => {
    if (key === "") nobodys(line, reason, text)
    else store.add(key, rows.unreadable(key, line, reason, excerpt(text)))
  }
  return {
    record: (fields: ReadonlyArray<string>, line: number) => {
      if (!headerSeen) {
        headerSeen = true
        return
      }
      const key = fields[id]?.trim() ?? ""
      if (fields.length === width && key !== "") store.add(key, rows.row(key, line, fields))
      else if (fields.every((field) => field.trim() === "")) return
      else if (fields.length === width) nobodys(line, `no conversation id (column ‘${columns[id]}’ is empty)`, fields.join(delimiter))
      else if (fields.length > width && key !== "" && fields.slice(width).every((field) => field === "")) store.add(key, rows.row(key, line, fields))
      else unreadable(likelyKey(fields, layout), line, wrongCount(fields.length, layout), fields.join(delimiter))
    },
    faulty: (fields: ReadonlyArray<string>, line: number, reason: string, text: string) => {
      headerSeen = true
      // With quotes gone wrong, only what stands before the text stands where it should.
      const isPlaced = fields.length === width || id < positions.get("text")!
      unreadable(isPlaced ? likelyKey(fields, layout) : "", line, reason, text)
    }
  }
}

/**
 * The conversation a row of the wrong length belongs to, or "" where it cannot be told. Columns before the text stand where
 * they should, those after it are shifted by the surplus; and an id beside no known role word is none.
 */
const likelyKey = (fields: ReadonlyArray<string>, { columns, positions }: Layout): string => {
  const text = positions.get("text")!
  const surplus = Math.max(0, fields.length - columns.length)
  const cell = (field: "conversation" | "role") => {
    const position = positions.get(field)!
    return fields[position < text ? position : position + surplus]?.trim() ?? ""
  }
  const isCut = fields.length <= Math.max(positions.get("conversation")!, positions.get("role")!)
  return !isCut && speakerRole(cell("role")) !== null && !cell("conversation").includes("\uFFFF") ? cell("conversation") : ""
}

const wrongCount = (count: number, { columns, delimiter }: Layout): string => {
  const name = delimiter === "\t" ? "tab" : `‘${delimiter}’`
  return `${count} columns where the header has ${columns.length}: put a field that contains a ${name} or a line break in quotes`
}
