/** Longest line that is read, in characters. A longer one is cut one character after, so that a reader can tell. */
export const longestLine = 64 * 1024 * 1024

/** The line break of a text; `null` while it has none. A CR at the very end may still be half of a CRLF. */
export const lineBreakOf = (text: string): "\n" | "\r" | null => {
  if (text.includes("\n")) return "\n"
  const cr = text.indexOf("\r")
  return cr >= 0 && cr < text.length - 1 ? "\r" : null
}

/** Lines without their line breaks (LF, CRLF or, throughout, CR), many at a time; `first` is the number of the first one, from 1. */
export async function* lines(
  text: AsyncIterable<string>
): AsyncGenerator<{ readonly first: number; readonly lines: ReadonlyArray<string> }> {
  let carry: Array<string> = []
  let length = 0
  let first = 1
  let lineBreak: "\n" | "\r" | null = null
  for await (const piece of text) {
    lineBreak ??= lineBreakOf(piece)
    const found = piece.split(lineBreak ?? "\n")
    if (found.length > 1) {
      carry.push(found[0]!)
      found[0] = carry.length === 1 ? carry[0]! : carry.join("")
      const last = found.pop()!
      for (let i = 0; i < found.length; i++) if (found[i]!.endsWith("\r")) found[i] = found[i]!.slice(0, -1)
      yield { first, lines: found }
      first += found.length
      carry = last === "" ? [] : [last]
      length = last.length
    } else if (length <= longestLine) {
      carry.push(piece.slice(0, longestLine + 1 - length))
      length += piece.length
    }
  }
  if (carry.length > 0) yield { first, lines: [carry.join("").replace(/\r$/, "")] }
}
