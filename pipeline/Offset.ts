/**
 * Reads how far into the contact something was, in milliseconds: a number of `unit` milliseconds each (`1500`, `"12.5"`),
 * or `mm:ss`, `hh:mm:ss`, both with or without a fraction. `NaN` for anything else, and for less than nothing.
 */
export const readOffset = (written: unknown, unit: 1 | 1000): number => {
  if (typeof written === "number") return written >= 0 && Number.isFinite(written) ? Math.round(written * unit) : NaN
  if (typeof written !== "string") return NaN
  const text = written.trim()
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * unit)
  const match = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(text)
  if (match === null) return NaN
  const [, hours, minutes, seconds, fraction = ""] = match
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return NaN
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0"))
}
