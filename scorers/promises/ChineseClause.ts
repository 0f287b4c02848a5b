const isComma = (character: string) => character === "," || character === "，" || character === ":" || character === "、"

/** Where the clause of a sentence begins that has the character at `at` in it. */
export const clauseStart = (text: string, at: number): number => {
  let start = at
  while (start > 0 && !isComma(text[start - 1]!)) start--
  return start
}

/** Where it ends, without its comma. */
export const clauseEnd = (text: string, at: number): number => {
  let end = at
  while (end < text.length && !isComma(text[end]!)) end++
  return end
}
