import { Console, Effect } from "effect"
import { styleText } from "node:util"
import Table from "cli-table3"

type Style = Parameters<typeof styleText>[0]

/** Is standard output looked at by a person? A pipe gets neither colour nor borders. */
export const isTerminal = (): boolean => process.stdout.isTTY === true

/** Colours text where standard output is a terminal that shows colours and `NO_COLOR` is not set. */
export const styled = (style: Style, text: string): string => styleText(style, text, { stream: process.stdout, validateStream: true })

/** Writes one line, or several, to standard output. */
export const print = (text: string): Effect.Effect<void> => Console.log(text)

/** Writes a value as one JSON document to standard output. */
export const printJson = (value: unknown): Effect.Effect<void> => Console.log(JSON.stringify(value, null, 2))

/** Text of strangers on a terminal: control characters, which could move the cursor or recolour the screen, become visible. */
export const harmless = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)

/** Columns of text; numbers go to the right. In a pipe the cells are parted by tabs. */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string | number>>): string => {
  if (!isTerminal()) return [head, ...rows].map((row) => row.map(String).join("\t")).join("\n")
  const right = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === "number" || /^[-–—]?$|^[\d.]/.test(String(row[column]))))
  const printed = new Table({
    head: head.map((cell) => styled("bold", cell)),
    colAligns: right.map((numeric) => (numeric ? "right" : "left")),
    style: { head: [], border: ["gray"], compact: true }
  })
  printed.push(...rows.map((row) => row.map(String)))
  return printed.toString()
}
