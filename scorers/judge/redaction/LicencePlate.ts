import type { Identifier } from "./Identifier.ts"

const place = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领"
const figure = "[A-HJ-NP-Za-hj-np-z0-9零一二三四五六七八九幺]"
const plate = new RegExp(`[${place}]\\s?[A-HJ-NP-Za-hj-np-z]\\s?[·•.\\-]?\\s?(${figure}(?:[\\s-]?${figure}){3,5}[挂学警港澳]?)(?![A-Za-z0-9])`, "g")

/** Chinese number plates: a province, a letter, then five or six figures of which at least three are digits. */
export const licencePlatesIn = (text: string): ReadonlyArray<Identifier> =>
  [...text.matchAll(plate)].flatMap((match) => {
    const figures = match[1]!.replaceAll(/[\s-]/g, "")
    const digits = figures.match(/[0-9零一二三四五六七八九幺]/g)?.length ?? 0
    if (digits < 3 || figures.length < 5 || figures.length > 6) return []
    return [{ kind: "PLATE" as const, start: match.index, end: match.index + match[0].length, same: match[0].toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, "") }]
  })
