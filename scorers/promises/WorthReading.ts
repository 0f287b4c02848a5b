import { folded } from "../wording/Fold.ts"

/** Pairs of characters, in either script, one of which stands in every Chinese time: what may come first, and what then. */
const pairs: ReadonlyArray<readonly [first: string, second: string]> = [
  ["今明后後当當隔次翌本半两兩三第", "天日儿兒早晚夜晨二"],
  ["0123456789０１２３４５６７８９一二三四五六七八九十两兩半", "点點时時:：号號日天"],
  ["小分工钟鐘刻", "时時钟鐘作头頭"],
  ["上下中正午早晚", "午前后後上班间間晨"],
  ["周週星礼禮", "一二三四五六日天末期拜内內之前后後"],
  ["凌清傍夜月一", "晨晚里裡裏底末内內之早"],
  ["节節期", "之以后後"]
]

const firsts = new Uint8Array(0x10000)
const seconds = new Uint8Array(0x10000)
pairs.forEach(([first, second], bit) => {
  for (const character of first) firsts[character.charCodeAt(0)]! |= 1 << bit
  for (const character of second) seconds[character.charCodeAt(0)]! |= 1 << bit
})

/** An English future. */
const future = /ll\b|\b(?:will|shall|going to|gonna|promise|guarantee|commit|expect|await|look out|you should|calling|let me|let us)\b|\b(?:i|we).?(?: am|m| are|re) \w+ing\b/i

/** By unit, 1 for spaces and what no screen shows: between Chinese characters they say nothing. */
export const mute = new Uint8Array(0x10000)
for (const unit of [0x20, 0x3000, 0xa0, 0x09, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]) mute[unit] = 1

/** Whether a turn may hold a promise with a time at all: most do not, and go no further. */
export const worthReading = (text: string): boolean => {
  let before = 0
  let latin = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (mute[unit] === 1) continue
    if ((before & seconds[unit]!) !== 0) return true
    before = firsts[unit]!
    const letter = folded[unit]!
    if (letter >= 97 && letter <= 122) latin = true
  }
  return latin && future.test(text.normalize("NFKC"))
}
