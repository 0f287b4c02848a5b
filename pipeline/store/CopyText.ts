import { storableText } from "../StorableText.ts"
import { storableJson } from "./StorableJson.ts"

/**
 * Fields of the text format of COPY: a row is its fields joined by tabs and ended by a newline; `\N` is null.
 * https://www.postgresql.org/docs/current/sql-copy.html
 */
export const copyNull = "\\N"

const special = /[\\\t\n\r\0]|[\uD800-\uDFFF]/
const escaped = /[\\\t\n\r]/g
const names: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" }

export function copyText(value: string | null): string {
  if (value === null) return copyNull
  return special.test(value) ? storableText(value).replace(escaped, (character) => names[character]!) : value
}

export function copyJson(value: unknown): string {
  // JSON has no raw tabs or newlines: a backslash is all there is to escape.
  const json = storableJson(value)
  return json.includes("\\") ? json.replaceAll("\\", "\\\\") : json
}

export function copyNumber(value: number | null): string {
  return value === null ? copyNull : String(value)
}

/** Epoch milliseconds; what lies outside the years 1–9999, and so on no calendar of ours, is undated. */
export function copyTime(value: number | null): string {
  return value === null || !(value >= -62_135_596_800_000 && value < 253_402_300_800_000) ? copyNull : new Date(value).toISOString()
}
