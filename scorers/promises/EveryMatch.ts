/** All matches of a global pattern. `String.matchAll` would make a copy of the pattern each time, which costs more than the search. */
export const everyMatch = (text: string, pattern: RegExp): Array<RegExpExecArray> => {
  const found: Array<RegExpExecArray> = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match)
  return found
}
