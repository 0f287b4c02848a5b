import { CsvError, parse } from "csv-parse/sync"
import { brokenBytes } from "../../Encoding.ts"
import { InputBroken } from "../../InputBroken.ts"
import { longestLine } from "../../Lines.ts"

/** Takes what `Records` finds. Lines are those of the file, from 1. */
export interface RecordSink {
  readonly record: (fields: ReadonlyArray<string>, line: number) => void
  /** A line that is no valid CSV or has broken bytes; `fields` is what a forgiving reading makes of it, `text` the line itself. */
  readonly faulty: (fields: ReadonlyArray<string>, line: number, reason: string, text: string) => void
}

const blockLength = 256 * 1024
const longestRecord = 1024 * 1024
/** Stands for a broken byte while csv-parse works on UTF-8, which has no unpaired surrogates. */
const brokenMark = "\uFFFF"
const broken = "bytes in this row are no valid text in the encoding of the file: export it again as UTF-8"

/**
 * Cuts CSV text, which may come in pieces of any length, into records with csv-parse. A quote that is never closed costs its
 * own line only: reading goes on with the line after it, at the latest a megabyte later.
 */
export class Records {
  readonly #delimiter: string
  readonly #lineBreak: "\n" | "\r"
  readonly #sink: RecordSink
  #carry: Array<string> = []
  #length = 0
  #line = 1

  constructor(delimiter: string, lineBreak: "\n" | "\r", sink: RecordSink) {
    this.#delimiter = delimiter
    this.#lineBreak = lineBreak
    this.#sink = sink
  }

  push(text: string): void {
    this.#carry.push(text)
    this.#length += text.length
    if (this.#length >= blockLength) this.#read(false)
  }

  end(): void {
    this.#read(true)
  }

  #read(last: boolean): void {
    const text = this.#carry.join("")
    const cut = last ? text.length : text.lastIndexOf(this.#lineBreak) + 1
    const whole = cut > 0 ? text.slice(0, cut) : ""
    const rest = this.#readBlock(whole, last) + text.slice(cut)
    if (rest.length > longestLine) throw new InputBroken({ reason: `line ${this.#line} is longer than 64 million characters: this is no table` })
    this.#carry = rest === "" ? [] : [rest]
    this.#length = rest.length < blockLength ? rest.length : 0
  }

  /** Reads all records of a block of whole lines; answers what may be the start of a record that goes on after it. */
  #readBlock(text: string, last: boolean): string {
    const wellFormed = text.isWellFormed()
    const marked = wellFormed ? text : text.replaceAll(/\p{Surrogate}/gu, brokenMark)
    const block = Buffer.from(marked.includes("\0") ? marked.replaceAll("\0", "\uFFFD") : marked)
    const feed = this.#lineBreak === "\n" ? 10 : 13
    let start = 0
    let from = 0
    const record = (fields: ReadonlyArray<string>, { bytes }: { readonly bytes: number }): null => {
      const end = from + bytes
      const line = this.#skipBlankLines(block, start, end, feed)
      if (!wellFormed && fields.some((field) => field.includes(brokenMark))) {
        this.#sink.faulty(fields, line, broken, block.subarray(start, end).toString("utf8").trim())
      } else this.#sink.record(fields, line)
      start = end
      return null
    }
    while (start < block.length) {
      from = start
      try {
        parse(block.subarray(from), {
          delimiter: this.#delimiter,
          record_delimiter: this.#lineBreak === "\n" ? ["\r\n", "\n"] : ["\r"],
          relax_column_count: true,
          skip_empty_lines: true,
          on_record: record
        })
        return ""
      } catch (error) {
        if (!(error instanceof CsvError)) throw error
        if (error.code === "CSV_QUOTE_NOT_CLOSED" && !last && block.length - start <= longestRecord) {
          const rest = block.toString("utf8", start)
          return wellFormed ? rest : rest.replaceAll(brokenMark, brokenBytes)
        }
        start = this.#setLineAside(block, start, feed, error.code)
      }
    }
    return ""
  }

  /** Moves `#line` from the start of a record to its end; answers the line it begins on. */
  #skipBlankLines(block: Buffer, start: number, end: number, feed: number): number {
    let at = start
    for (; block[at] === 10 || block[at] === 13; at++) if (block[at] === feed) this.#line++
    const line = this.#line
    while (at < end) {
      const next = block.indexOf(feed, at)
      if (next < 0 || next >= end) break
      this.#line++
      at = next + 1
    }
    return line
  }

  #setLineAside(block: Buffer, start: number, feed: number, code: string): number {
    let at = start
    for (; block[at] === 10 || block[at] === 13; at++) if (block[at] === feed) this.#line++
    const end = block.indexOf(feed, at)
    const text = block.subarray(at, end < 0 ? block.length : end).toString("utf8").replace(/\r$/, "")
    this.#sink.faulty(this.#forgivingly(text), this.#line, faultOf(code), text)
    this.#line++
    return end < 0 ? block.length : end + 1
  }

  /** The fields of a line with a stray or an unclosed quote, as far as they can be told apart. */
  #forgivingly(line: string): ReadonlyArray<string> {
    for (const text of [line, `${line}"`]) {
      try {
        return parse(text, { delimiter: this.#delimiter, relax_quotes: true, relax_column_count: true, to: 1 })[0] ?? []
      } catch (error) {
        if (!(error instanceof CsvError)) throw error
      }
    }
    return []
  }
}

const faultOf = (code: string): string =>
  code === "CSV_QUOTE_NOT_CLOSED"
    ? 'a quote (") is opened in this row and never closed: close it, or double quotes that belong to the text ("")'
    : 'a quote (") stands where none may stand in this row: put the field in quotes and double those that belong to the text ("")'
