import { isHan, soundOf } from "../../scorers/wording/Pinyin.ts"

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The 3,755 characters of level 1 of GB 2312: what a recogniser of Mandarin chooses among. */
const common = (): ReadonlyArray<string> => {
  const decoder = new TextDecoder("gb18030")
  const characters: Array<string> = []
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) characters.push(decoder.decode(new Uint8Array([lead, trail])))
  }
  return characters
}

/**
 * What a recogniser makes of a text at a given rate of character errors: 65 % substitutions, of which 75 % by a character of the same
 * sound, 10 % by one of a like sound and the rest by any; the other errors are deletions and insertions in equal parts.
 * Everything but Chinese characters stays as it is.
 */
export class RecogniserNoise {
  private readonly random: () => number
  private readonly characters = common()
  private readonly same = new Map<string, Array<string>>()
  private readonly like = new Map<string, Array<string>>()

  constructor(seed: number) {
    this.random = seeded(seed)
    for (const character of this.characters) {
      const { exact, loose } = soundOf(character.charCodeAt(0))
      for (const syllable of exact) this.same.set(syllable, [...(this.same.get(syllable) ?? []), character])
      for (const syllable of loose) this.like.set(syllable, [...(this.like.get(syllable) ?? []), character])
    }
  }

  private pick(from: ReadonlyArray<string>): string {
    return from[Math.floor(this.random() * from.length)]!
  }

  garble(text: string, rate: number): string {
    let result = ""
    for (const character of text) {
      if (!isHan(character.charCodeAt(0)) || this.random() >= rate) {
        result += character
        continue
      }
      const kind = this.random()
      if (kind < 0.65) result += this.other(character)
      else if (kind < 0.825) continue
      else result += character + this.pick(this.characters)
    }
    return result
  }

  private other(character: string): string {
    const kind = this.random()
    const { exact, loose } = soundOf(character.charCodeAt(0))
    const group = kind < 0.75 ? this.same.get(exact[0]!) : kind < 0.85 ? this.like.get(loose[0]!) : this.characters
    const others = (group ?? []).filter((one) => one !== character)
    return others.length === 0 ? this.pick(this.characters) : this.pick(others)
  }
}
