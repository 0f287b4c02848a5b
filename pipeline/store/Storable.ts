/**
 * Text as Postgres can hold it: NUL and halves of surrogate pairs, which it refuses, become U+FFFD. Every other code unit
 * stays, and the length, so that spans found in the original still fit.
 */
export function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes("\0") ? whole.replaceAll("\0", "\uFFFD") : whole
}

/** JSON of a value, with every string in it made storable. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  // Only control characters and lone surrogates are written as \u….
  if (!json.includes("\\u")) return json
  return JSON.stringify(value, (_, part: unknown) => typeof part === "string" ? storable(part) : part)
}
