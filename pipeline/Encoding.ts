import { isAscii, isUtf8 } from "node:buffer"
import { TextDecoder } from "node:util"
import type { EncodingName } from "./EncodingGuess.ts"
import { byteOrderMark, guessEncoding, isBinary, utf16WithoutMark } from "./EncodingGuess.ts"
import { InputBroken } from "./InputBroken.ts"

/**
 * Stands in decoded text for bytes that are invalid in its encoding. An unpaired surrogate, which no valid input decodes
 * to: `text.isWellFormed()` is false exactly where bytes were broken, and a reader can set that line aside.
 */
export const brokenBytes = "\uDCFF"

const atStart = 4096
const sampleSize = 65_536
const longestWithoutBreak = 64 * 1024 * 1024
const lineFeed = 10

/**
 * Bytes in pieces of any size to text, recognising the encoding: byte order mark, UTF-8, UTF-16 without a mark, else
 * GB18030, Big5 or Windows-1252 by what they spell. While all bytes are ASCII nothing is decided, so a plain head does not
 * mislead about what follows. Throws `InputBroken` for what is not text.
 */
export class Decoder {
  encoding: EncodingName | null = null
  #carry: Buffer = Buffer.alloc(0)
  #started = false

  push(bytes: Uint8Array): string {
    this.#carry = this.#carry.length === 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : Buffer.concat([this.#carry, bytes])
    return this.#decode(false)
  }

  end(): string {
    return this.#decode(true)
  }

  #decode(end: boolean): string {
    if (!this.#started) {
      if (this.#carry.length < atStart && !end) return ""
      this.#start()
    }
    if (this.encoding === null) {
      if (isAscii(this.#carry)) return this.#take(this.#carry.length).toString("latin1")
      if (this.#carry.length < sampleSize && !end) return ""
      const sample = this.#carry.subarray(0, sampleSize * 2)
      this.encoding = guessEncoding(sample.subarray(0, end ? sample.length : wholeCharacters(sample)))
      if (this.encoding === null) throw notText()
    }
    return this.#decodeWhole(this.encoding, end)
  }

  #start(): void {
    this.#started = true
    const head = this.#carry.subarray(0, atStart)
    const mark = byteOrderMark(head)
    if (mark !== null) {
      this.encoding = mark.encoding
      this.#take(mark.length)
    } else if (head.includes(0)) {
      this.encoding = utf16WithoutMark(head)
      if (this.encoding === null && isBinary(head)) throw notText()
    } else if (isBinary(head)) throw notText()
  }

  #decodeWhole(encoding: EncodingName, end: boolean): string {
    const carry = this.#carry
    if (encoding === "utf-16le" || encoding === "utf-16be") {
      const units = this.#take(carry.length & ~1)
      const text = encoding === "utf-16le" ? units.toString("utf16le") : Buffer.from(units).swap16().toString("utf16le")
      return end && this.#carry.length > 0 ? text + brokenBytes : text
    }
    const whole = end || encoding === "windows-1252" ? carry.length : wholeCharacters(carry)
    if (whole === 0 && carry.length > longestWithoutBreak) {
      throw new InputBroken({ reason: "64 MB without a line break or a space: this is not a transcript" })
    }
    return decodePiece(encoding, this.#take(whole))
  }

  #take(length: number): Buffer {
    const taken = this.#carry.subarray(0, length)
    this.#carry = this.#carry.subarray(length)
    return taken
  }
}

const notText = () =>
  new InputBroken({ reason: "not text in UTF-8, UTF-16 or GB18030 (a picture, a recording, an archive?): save the transcript as UTF-8 text" })

/** How many bytes can be cut off without cutting a character: no encoding here has a byte below 0x30 inside one. */
const wholeCharacters = (bytes: Buffer): number => {
  const line = bytes.lastIndexOf(lineFeed)
  if (line >= 0) return line + 1
  for (let i = bytes.length - 1; i >= 0; i--) if (bytes[i]! < 0x30) return i + 1
  return 0
}

const fatal = new Map<EncodingName, TextDecoder>()
const lenient = new Map<EncodingName, TextDecoder>()

const decoder = (known: Map<EncodingName, TextDecoder>, encoding: EncodingName): TextDecoder => {
  let found = known.get(encoding)
  if (found === undefined) {
    found = new TextDecoder(encoding, { fatal: known === fatal, ignoreBOM: true })
    known.set(encoding, found)
  }
  return found
}

const decodePiece = (encoding: EncodingName, bytes: Buffer): string => {
  if (encoding === "utf-8") {
    if (isAscii(bytes)) return bytes.toString("latin1")
    return isUtf8(bytes) ? bytes.toString("utf8") : decodeLines(encoding, bytes)
  }
  try {
    return decoder(fatal, encoding).decode(bytes)
  } catch {
    return decodeLines(encoding, bytes)
  }
}

const decodeLines = (encoding: EncodingName, bytes: Buffer): string => {
  const end = bytes.indexOf(lineFeed)
  if (end < 0 || end === bytes.length - 1) return decodeBrokenLine(encoding, bytes)
  const text: Array<string> = []
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(lineFeed, from)
    const to = feed < 0 ? bytes.length : feed + 1
    text.push(decodePiece(encoding, bytes.subarray(from, to)))
    from = to
  }
  return text.join("")
}

const decodeBrokenLine = (encoding: EncodingName, bytes: Buffer): string => {
  const feed = bytes.at(-1) === lineFeed ? "\n" : ""
  const text = decoder(lenient, encoding).decode(feed === "" ? bytes : bytes.subarray(0, -1))
  return (text.includes("\uFFFD") ? text.replaceAll("\uFFFD", brokenBytes) : brokenBytes + text) + feed
}
