import { folded } from "../wording/Fold.ts"

/** One text as somebody reads it who is not fooled by how it is written. */
export interface PlainView {
  /** Compatible forms made one, invisible characters gone, lower case, simplified characters; punctuation as it was. */
  readonly written: string
  /** Letters and digits only, with one space between any two stretches of them. */
  readonly words: string
  /** Letters and digits only. */
  readonly letters: string
  /** `words` with those put together that were spelt out letter by letter (`i g n o r e`); empty where there are none. */
  readonly spelt: string
}

/** Letters of other alphabets that look Latin. */
const lookalikes: ReadonlyMap<string, string> = new Map(Array.from("аеорсхуіјѕһԁԛԝ", (letter, i) => [letter, "aeopcxyijshdqw"[i]!]))

export const plainView = (text: string): PlainView => {
  let written = ""
  for (const character of text.normalize("NFKD").replaceAll(/[\p{Cf}\p{Mn}]/gu, "").toLowerCase()) {
    written += lookalikes.get(character) ?? (character.length === 1 ? String.fromCharCode(folded[character.charCodeAt(0)]!) : character)
  }
  const words = written.replaceAll(/['’‘`´ʼ]/g, "").replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()
  const spelt = words.replaceAll(/(?<![a-z0-9])(?:[a-z0-9] ){3,}[a-z0-9](?![a-z0-9])/g, (run) => run.replaceAll(" ", ""))
  return { written, words, letters: words.replaceAll(" ", ""), spelt: spelt === words ? "" : spelt }
}

/** What a text says in another encoding (Base64, hexadecimal, %E5, \u5fd8, &#24536;), as far as that is text again. */
export const decodings = (text: string): { readonly hidden: ReadonlyArray<string>; readonly escaped: string | null } => {
  const visible = text.replaceAll(/\p{Cf}/gu, "")
  const hidden: Array<string> = []
  for (const [run] of visible.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)) {
    const decoded = readable(Buffer.from(run, "base64"))
    if (decoded !== null) hidden.push(decoded)
  }
  for (const [run] of visible.matchAll(/\b(?=[0-9a-f]*[a-f])(?:[0-9a-f]{2}){10,}\b/gi)) {
    const decoded = readable(Buffer.from(run, "hex"))
    if (decoded !== null) hidden.push(decoded)
  }
  const escaped = visible
    .replaceAll(/\\u\{?([0-9a-f]{4,5})\}?|&#x([0-9a-f]{2,5});|&#(\d{2,6});/gi, (_, unicode?: string, hex?: string, decimal?: string) => character(unicode ?? hex, decimal))
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run)
      } catch {
        return run
      }
    })
  return { hidden, escaped: escaped === visible ? null : escaped }
}

const character = (hex: string | undefined, decimal: string | undefined): string => {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ""
}

const decoder = new TextDecoder("utf-8", { fatal: true })

/** Random letters and digits, such as order numbers, give no readable text. */
const readable = (bytes: Uint8Array): string | null => {
  try {
    const text = decoder.decode(bytes)
    return text.length >= 4 && /^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(text) && /\p{Script=Han}{2}|[A-Za-z]{3}/u.test(text) ? text : null
  } catch {
    return null
  }
}
