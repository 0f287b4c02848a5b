import { storableText } from "../StorableText.ts"

/** JSON of a value, with every string in it made storable. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  // Only control characters and lone surrogates are written as \u….
  if (!json.includes("\\u")) return json
  return JSON.stringify(value, (_, part: unknown) => typeof part === "string" ? storableText(part) : part)
}
