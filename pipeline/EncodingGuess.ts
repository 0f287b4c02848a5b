import { isUtf8 } from "node:buffer"

export type EncodingName = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | "windows-1252"

/** Characters that hardly any Chinese conversation does without; the wrong decoder never yields them in numbers. */
const frequent = /[的是我不了您好有在请請这這个個么麼没沒可以客服一]/g

const marks: ReadonlyArray<readonly [EncodingName, ReadonlyArray<number>]> = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
  ["gb18030", [0x84, 0x31, 0x95, 0x33]]
]

/** The encoding a byte order mark at the start names, and how many bytes the mark takes. */
export const byteOrderMark = (bytes: Uint8Array): { readonly encoding: EncodingName; readonly length: number } | null => {
  for (const [encoding, mark] of marks) {
    if (mark.every((byte, i) => bytes[i] === byte)) return { encoding, length: mark.length }
  }
  return null
}

/** UTF-16 without a byte order mark: every second byte of what is ASCII there is zero. */
export const utf16WithoutMark = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null => {
  let little = 0
  let big = 0
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (isPrintable(bytes[i]!) && bytes[i + 1] === 0) little++
    else if (bytes[i] === 0 && isPrintable(bytes[i + 1]!)) big++
  }
  const most = Math.max(little, big)
  if (most < 2 || most * 200 < bytes.length) return null
  const name = little > big ? "utf-16le" : "utf-16be"
  const text = new TextDecoder(name).decode(bytes.subarray(0, bytes.length & ~1))
  // The sample may end within a surrogate pair.
  return !/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]|\ufffd[^]/.test(text) ? name : null
}

/** True if these bytes are a picture, an archive, … rather than text in any encoding. */
export const isBinary = (bytes: Uint8Array): boolean => {
  let controls = 0
  for (const byte of bytes) if (byte < 32 && !isPrintable(byte) && byte !== 12 && byte !== 27) controls++
  return controls > 2 && controls * 100 > bytes.length
}

/**
 * Which encoding the non-ASCII bytes of this sample are in; `null` if none fits. A few broken bytes do not turn a UTF-8
 * text into a Chinese one: what counts is which reading explains most of the bytes.
 */
export const guessEncoding = (sample: Uint8Array): EncodingName | null => {
  if (isUtf8(sample)) return "utf-8"
  const { broken, sequences } = utf8Sequences(sample)
  if (sequences > broken * 3) return "utf-8"
  if (hasOnlyLoneHighBytes(sample)) return "windows-1252"
  const gb18030 = plausibility("gb18030", sample)
  const big5 = plausibility("big5", sample)
  if (Math.max(gb18030.score, big5.score) < 0) return null
  return big5.frequent > gb18030.frequent * 2 && big5.score > gb18030.score ? "big5" : "gb18030"
}

const isPrintable = (byte: number): boolean => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13

const utf8Sequences = (bytes: Uint8Array): { readonly sequences: number; readonly broken: number } => {
  let sequences = 0
  let broken = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
    if (length > 0 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length))) {
      sequences++
      i += length - 1
    } else broken++
  }
  return { sequences, broken }
}

/** Western European text has single accented letters or quotes between ASCII; Chinese characters come in rows. */
const hasOnlyLoneHighBytes = (bytes: Uint8Array): boolean => {
  let runs = 0
  let singles = 0
  let run = 0
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i]! >= 0x80) {
      if (++run >= 4) return false
    } else if (run > 0) {
      runs++
      if (run === 1) singles++
      run = 0
    }
  }
  return singles * 2 > runs
}

const plausibility = (name: "gb18030" | "big5", sample: Uint8Array) => {
  const text = new TextDecoder(name).decode(sample)
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const hits = text.match(frequent)?.length ?? 0
  return { frequent: hits, score: hits + foreign / 10 - broken * 3 }
}
