/**
 * CSV as RFC 4180 has it: comma, double quotes, CRLF. Spreadsheets take text that begins with = + - @ (or their full-width
 * forms), a tab or a line end for a formula, some also after spaces or characters that show nothing, so strangers' text is kept
 * from that with an apostrophe; numbers stay as they are.
 */
export type CsvValue = string | number | boolean | null

const formula = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n])/u
const special = /[",\r\n]|^\s|\s$/

const field = (value: CsvValue): string => {
  if (value === null) return ""
  if (typeof value !== "string") return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return special.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe
}

/** Rows of fields; every row ends with CRLF. `null` is an empty field. */
export const toCsv = (rows: ReadonlyArray<ReadonlyArray<CsvValue>>): string => rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")
