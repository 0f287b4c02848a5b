import { classOf, unitClass } from "../wording/Fold.ts"

/** A text as regexes read it, and where each of its units stands in the original; `null` where nothing was left out. */
export interface View {
  readonly text: string
  readonly offsets: ReadonlyArray<number> | null
}

const spacing = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/
const blank = /\s/

/** Leaves out characters without width and space beside a Chinese character, which people and recognisers put there or not; any other run of space is one. */
export const viewOf = (text: string): View => {
  if (!spacing.test(text)) return { text, offsets: null }
  const visible: Array<number> = []
  for (let i = 0; i < text.length; i++) if (blank.test(text[i]!) || !spacing.test(text[i]!)) visible.push(i)
  const isBlank = (at: number) => blank.test(text[visible[at]!]!)
  const isOther = (at: number) => at >= 0 && at < visible.length && classOf[text.charCodeAt(visible[at]!)] === unitClass.other
  const offsets: Array<number> = []
  for (let at = 0; at < visible.length;) {
    let next = at
    while (next < visible.length && isBlank(next)) next++
    if (next === at) next++
    else if (isOther(at - 1) || isOther(next)) {
      at = next
      continue
    }
    offsets.push(visible[at]!)
    at = next
  }
  return { text: offsets.map((at) => (blank.test(text[at]!) ? " " : text[at]!)).join(""), offsets }
}
