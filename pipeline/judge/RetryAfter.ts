/** Headers as far as waiting is concerned. */
export interface HeaderReader {
  readonly get: (name: string) => string | null
}

/**
 * How long the endpoint asks to wait before the next try, in milliseconds; `null` if it does not say. `retry-after-ms` goes before
 * `retry-after`, which is seconds or an HTTP date; `now` in epoch milliseconds.
 */
export function retryAfter(headers: HeaderReader, now: number): number | null {
  const exact = positive(headers.get("retry-after-ms"))
  if (exact !== null) return exact
  const text = headers.get("retry-after")?.trim()
  if (text === undefined || text === "") return null
  if (/^[\d.]+$/.test(text)) return Number.isFinite(Number(text)) ? Number(text) * 1000 : null
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

const positive = (text: string | null): number | null => (text !== null && /^\s*[\d.]+\s*$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null)
