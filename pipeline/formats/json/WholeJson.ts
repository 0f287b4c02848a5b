import type { SetAside } from "../../../schemas/SetAside.ts"
import { excerpt } from "../../Excerpt.ts"
import type { Input } from "../../Format.ts"

export type WholeJson =
  | { readonly _tag: "Json"; readonly value: unknown; readonly text: string }
  | { readonly _tag: "SetAside"; readonly setAside: SetAside }

const longest = 256 * 1024 * 1024

/** Reads a JSON file whole; one that is not valid, too large or has broken bytes is set aside, with the place. */
export const readJson = async (input: Input): Promise<WholeJson> => {
  const pieces: Array<string> = []
  let length = 0
  for await (const piece of input.text()) {
    length += piece.length
    if (length > longest) {
      return setAside(input, 1, "larger than 256 MB, and JSON of this shape is read whole: export smaller files, or one conversation a line (jsonl)", pieces[0]!)
    }
    pieces.push(piece)
  }
  const text = pieces.join("")
  if (!text.isWellFormed()) {
    const at = /\p{Surrogate}/u.exec(text)?.index ?? 0
    return setAside(input, lineAt(text, at), "bytes here are no valid text in the encoding of the file: export it again as UTF-8", lineOf(text, at))
  }
  try {
    return { _tag: "Json", value: JSON.parse(text), text }
  } catch (error) {
    const { column, line, reason } = jsonFault(text, error)
    return setAside(input, line, `not valid JSON (line ${line}, column ${column}): ${reason}`, text.split("\n", line).at(-1)!)
  }
}

/** Where and why a text is not JSON, both counted from 1, without quoting the text. */
export const jsonFault = (text: string, error: unknown): { readonly line: number; readonly column: number; readonly reason: string } => {
  const message = error instanceof Error ? error.message : String(error)
  const position = /at position (\d+)/.exec(message)
  const unexpected = isUnexpectedToken(message)
  const at = position !== null ? Number(position[1]) : unexpected ? unexpectedAt(text) : text.length
  const reason = unexpected ? "unexpected character" : position === null ? "it breaks off" : message.replace(/( in JSON)? at position.*$/s, "")
  return { line: lineAt(text, at), column: at - text.lastIndexOf("\n", at - 1), reason }
}

const isUnexpectedToken = (message: string): boolean => message.startsWith("Unexpected token")

/** The engine does not say where an unexpected character is: the shortest beginning of the text that has it ends with it. */
const unexpectedAt = (text: string): number => {
  let without = 0
  let withIt = text.length
  while (withIt - without > 1) {
    const middle = (without + withIt) >> 1
    try {
      JSON.parse(text.slice(0, middle))
      without = middle
    } catch (error) {
      if (isUnexpectedToken((error as Error).message)) withIt = middle
      else without = middle
    }
  }
  return without
}

/** The number of the line a position is on, from 1. */
export const lineAt = (text: string, position: number): number => {
  let line = 1
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) line++
  return line
}

const lineOf = (text: string, position: number): string => text.slice(text.lastIndexOf("\n", position - 1) + 1, position + 200)

const setAside = (input: Input, line: number, reason: string, text: string): WholeJson => ({
  _tag: "SetAside",
  setAside: { origin: { file: input.file, line }, reason, excerpt: excerpt(text.trimStart()), transcript: null }
})
