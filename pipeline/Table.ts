import CliTable from "cli-table3"
import { harmlessLine, type Look, standardLook, type Style, styled } from "./Terminal.ts"

/** A cell; text is made harmless and put on one line. */
export type Cell = string | number | { readonly text: string; readonly style: Style }

type Row = ReadonlyArray<Cell>

/** Numbers as reports write them: `12`, `82.4 [77.3–87.5]`, `80.0 (12)`, `90 % [60–98]`, `7 of 9`, `7/9`, or a dash. */
const numeric = /^(|([–—]|\d[\d.,]*( %)?)( \[[^\]]*\])?( \(\d+\))?( of \d+|\/\d+)?)$/

/** Dates and the ids of rules, which people copy. */
const indivisible = /^(\d{4}-\d{2}.*|[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*)$/

/** Text is cut no narrower than this to make a table fit; numbers, dates and ids of rules are never cut. */
const narrowest = 24

/**
 * Columns of text; those of numbers go to the right. On a terminal long text is cut until the table fits; what still does not
 * goes on below in a second table, whose rows begin with the first `keys` columns again. In a pipe the cells are parted by
 * tabs, and whole.
 */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<Row>, look: Look = standardLook(), keys = 1): string => {
  if (!look.terminal) return [head, ...rows].map((row) => row.map(cellText).join("\t")).join("\n")
  const whole = columnWidths(printed(head, rows, look, []))
  const widths = [...whole]
  const cuttable = head.map((_, column) => !isNumeric(rows, column) && !rows.some((row) => indivisible.test(cellText(row[column] ?? ""))))
  for (;;) {
    const widest = cuttable.reduce((best, may, column) => (may && widths[column]! > (widths[best] ?? narrowest) ? column : best), -1)
    if (widthOf(widths) <= look.columns || widest < 0 || widths[widest]! <= narrowest) break
    widths[widest]! -= 1
  }
  return packed(widths, look.columns, keys)
    .map((columns) =>
      printed(
        columns.map((column) => head[column]!),
        rows.map((row) => columns.map((column) => row[column] ?? "")),
        look,
        columns.map((column) => (widths[column]! < whole[column]! ? widths[column]! : null))
      )
    )
    .join("\n")
}

/** Would the table be printed whole and in one piece? */
export const tableFits = (head: ReadonlyArray<string>, rows: ReadonlyArray<Row>, look: Look): boolean =>
  !look.terminal || widthOf(columnWidths(printed(head, rows, look, []))) <= look.columns

/** Which columns go into which table: as many as fit beside the keys, at least one. */
const packed = (widths: ReadonlyArray<number>, room: number, keys: number): ReadonlyArray<ReadonlyArray<number>> => {
  const first = widths.map((_, column) => column).slice(0, keys)
  const tables: Array<Array<number>> = [[...first]]
  for (let column = keys; column < widths.length; column++) {
    const last = tables.at(-1)!
    if (last.length > keys && widthOf([...last, column].map((each) => widths[each]!)) > room) tables.push([...first, column])
    else last.push(column)
  }
  return tables
}

const cellText = (cell: Cell): string => (typeof cell === "number" ? String(cell) : harmlessLine(typeof cell === "string" ? cell : cell.text))

const isNumeric = (rows: ReadonlyArray<Row>, column: number): boolean => rows.length > 0 && rows.every((row) => numeric.test(cellText(row[column] ?? "")))

const printed = (head: ReadonlyArray<string>, rows: ReadonlyArray<Row>, look: Look, widths: ReadonlyArray<number | null>): string => {
  const lines = new CliTable({
    head: head.map((cell) => styled("bold", cell, look)),
    colAligns: head.map((_, column) => (isNumeric(rows, column) ? "right" : "left")),
    colWidths: [...widths],
    style: { head: [], border: look.colours ? ["gray"] : [], compact: true }
  })
  lines.push(...rows.map((row) => row.map((cell) => (typeof cell === "object" ? styled(cell.style, cellText(cell), look) : cellText(cell)))))
  return lines.toString()
}

/** Of a printed table, by its upper border: the printer knows how wide Chinese is. */
const columnWidths = (table: string): ReadonlyArray<number> =>
  table.slice(0, table.indexOf("\n")).replaceAll(/\u001b\[[\d;]*m|[┌┐]/g, "").split("┬").map((border) => border.length)

const widthOf = (columns: ReadonlyArray<number>): number => columns.reduce((sum, width) => sum + width + 1, 1)
