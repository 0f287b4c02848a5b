/** A JSON object whose fields have not been looked at yet. */
export type JsonObject = { readonly [field: string]: unknown }

export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value)

/** A text field; a number counts as its digits. `null` for anything else, and for blank text. */
export const textOf = (value: unknown): string | null =>
  typeof value === "string" ? (value.trim() === "" ? null : value) : typeof value === "number" ? String(value) : null

/** A number, also one written as text. `null` for anything else. */
export const numberOf = (value: unknown): number | null => {
  const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : NaN
  return Number.isFinite(number) ? number : null
}

/** A value as a message can show it. */
export const shownValue = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing"))
