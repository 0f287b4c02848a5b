import { Console, Effect } from "effect"
import { styleText } from "node:util"
import Table from "cli-table3"

export type Style = Parameters<typeof styleText>[0]

/** How output has to look: a person at a terminal gets borders and lines that fit `columns`, a pipe plain lines of any length. */
export interface Look {
  readonly terminal: boolean
  readonly colours: boolean
  readonly columns: number
}

/** The look of a pipe. */
export const plain: Look = { terminal: false, colours: false, columns: Number.POSITIVE_INFINITY }

/** The look of standard output as it is now; colours unless `NO_COLOR` is set. */
export const standardLook = (): Look => ({
  terminal: isTerminal(),
  colours: styleText("red", "x", { stream: process.stdout, validateStream: true }) !== "x",
  columns: isTerminal() ? process.stdout.columns : plain.columns
})

/** Is standard output looked at by a person? A pipe gets neither colour nor borders. */
export const isTerminal = (): boolean => process.stdout.isTTY === true

/** Text in a colour, where colours are shown. */
export const styled = (style: Style, text: string, look: Look = standardLook()): string =>
  look.colours ? styleText(style, text, { validateStream: false }) : text

/** Writes one line, or several, to standard output. */
export const print = (text: string): Effect.Effect<void> => Console.log(text)

/** Writes a value as one JSON document to standard output. */
export const printJson = (value: unknown): Effect.Effect<void> =>
  // Inside JSON only strings can hold such characters, and there the escape means the same.
  Console.log(harmless(JSON.stringify(value, null, 2)))

// Controls, line and paragraph separators, bidi embeddings, overrides and isolates, zero-width spaces, tag characters. Line
// ends, tabs, joiners and the plain direction marks of right-to-left languages are left alone.
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g

/** Text of strangers on a terminal: characters that could move the cursor, recolour the screen, or hide or reorder text become visible. */
export const harmless = (text: string): string =>
  text.replaceAll(unseen, (found) => found.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""))

/** The same on one line, for a cell of a table. */
export const harmlessLine = (text: string): string => harmless(text.replaceAll(/\s*[\r\n\t]+\s*/g, " "))

/** A cell; text is made harmless and put on one line. */
export type Cell = string | number | { readonly text: string; readonly style: Style }

/** Columns of text; those of numbers, or of text that begins with one in every row, go to the right. In a pipe the cells are parted by tabs. */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<Cell>>, look: Look = standardLook()): string => {
  const text = (cell: Cell) => (typeof cell === "number" ? String(cell) : harmlessLine(typeof cell === "string" ? cell : cell.text))
  if (!look.terminal) return [head, ...rows].map((row) => row.map(text).join("\t")).join("\n")
  const numeric = (column: number) => rows.every((row) => /^([–—]?|\d[\d.,]*( \[.*\]| \(\d+\))?)$/.test(text(row[column] ?? "")))
  const printed = new Table({
    head: head.map((cell) => styled("bold", cell, look)),
    colAligns: head.map((_, column) => (rows.length > 0 && numeric(column) ? "right" : "left")),
    style: { head: [], border: look.colours ? ["gray"] : [], compact: true }
  })
  printed.push(...rows.map((row) => row.map((cell) => (typeof cell === "object" ? styled(cell.style, text(cell), look) : text(cell)))))
  return printed.toString()
}

/** How many columns the first line of a printed table takes; it must hold nothing wider than a border. */
export const tableWidth = (printed: string): number => printed.slice(0, Math.max(0, printed.indexOf("\n"))).replaceAll(/\u001b\[[\d;]*m/g, "").length
