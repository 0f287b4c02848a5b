import { simplified, traditional } from "./Traditional.ts"

/** Written variants that OpenCC leaves alone but that are one word to a reader. */
const variants = { 妳: "你", 祢: "你", 牠: "它", 甚: "什", 喔: "哦", 唷: "哟", 幺: "么", 覆: "复" }

/** What a UTF-16 unit does to the wording around it. Values above `space` are kept units. */
export const unitClass = { dropped: 0, space: 1, clause: 2, sentence: 3, word: 4, other: 5 } as const

/**
 * One entry per UTF-16 unit: the unit that stands for it when wordings are compared. Case, width and script are folded
 * one to one, so that offsets stay those of the original text.
 */
export const folded = new Uint16Array(0x10000)

/** One entry per UTF-16 unit: its `unitClass`. `word` units (Latin letters, digits) keep the spaces between them. */
export const classOf = new Uint8Array(0x10000).fill(unitClass.other)

for (let unit = 0; unit < 0x10000; unit++) {
  // Full-width ASCII lies 0xFEE0 above plain ASCII.
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
  const lower = String.fromCharCode(narrow).toLowerCase()
  folded[unit] = lower.length === 1 ? lower.charCodeAt(0) : narrow
}
const fold = (from: string, to: string) => {
  folded[from.charCodeAt(0)] = to.charCodeAt(0)
}
for (let i = 0; i < traditional.length; i++) fold(traditional[i]!, simplified[i]!)
for (const [from, to] of Object.entries(variants)) fold(from, to)
// Simplified results that are themselves variants (甚 → 什) must fold on, or equal words would differ.
for (let unit = 0; unit < 0x10000; unit++) folded[unit] = folded[folded[unit]!]!

const classify = (units: Iterable<number>, value: number) => {
  for (const unit of units) classOf[unit] = value
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const codes = (text: string) => Array.from(text, (character) => character.charCodeAt(0))

// Everything that is neither letter nor digit separates; a letter of another alphabet counts like a Chinese character.
for (let unit = 0; unit < 0x10000; unit++) {
  if (unit >= 0xd800 && unit <= 0xdfff) classOf[unit] = unitClass.space
  else if (!/[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit))) classOf[unit] = unitClass.clause
}
for (let unit = 0; unit < 0x10000; unit++) {
  if (/[a-z0-9]/.test(String.fromCharCode(folded[unit]!)) || /\p{Script=Latin}/u.test(String.fromCharCode(unit))) classOf[unit] = unitClass.word
}
classify(codes(" \t\u00a0\u3000\u2002\u2003\u2009-–—~～/&@#*()（）[]【】“”\"《》〈〉「」『』<>"), unitClass.space)
classify(codes(".。．!！?？\n\r;；…"), unitClass.sentence)
classify(codes("'’‘ʼ`´＇"), unitClass.dropped)
classify([0x00ad, ...range(0x200b, 0x200f), ...range(0x202a, 0x202e), ...range(0x2060, 0x206f), 0xfeff, ...range(0xfe00, 0xfe0f)], unitClass.dropped)

/** A text as it is compared, unit for unit, punctuation included. */
export const foldedText = (text: string): string => {
  let all = ""
  for (let i = 0; i < text.length; i++) all += String.fromCharCode(folded[text.charCodeAt(i)]!)
  return all
}
