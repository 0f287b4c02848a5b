import { createRequire } from "node:module"

/** The toneless readings of a character, and the same with the sounds made alike that speakers and recognisers mix up. */
export interface Sound {
  readonly exact: ReadonlyArray<string>
  readonly loose: ReadonlyArray<string>
}

type Pinyin = (text: string, options: { readonly toneType: "none"; readonly type: "array"; readonly multiple: true }) => ReadonlyArray<string>

// Its dictionary takes a tenth of a second to load, and most runs never need it.
let pinyin: Pinyin | undefined
const load = (): Pinyin => (createRequire(import.meta.url)("pinyin-pro") as { readonly pinyin: Pinyin }).pinyin

const sounds = new Map<number, Sound>()

/**
 * How a UTF-16 unit sounds; anything but a Chinese character only like itself. All readings of a character count: where a
 * recogniser has put wrong characters around it, the words that would decide between them are gone.
 */
export const soundOf = (unit: number): Sound => {
  let sound = sounds.get(unit)
  if (sound === undefined) {
    const character = String.fromCharCode(unit)
    const exact = isHan(unit) ? [...new Set((pinyin ??= load())(character, { toneType: "none", type: "array", multiple: true }))] : [character]
    sound = { exact, loose: [...new Set(exact.map(loosened))] }
    sounds.set(unit, sound)
  }
  return sound
}

/** zh–z, ch–c, sh–s, n–l, r–l, h–f, -ng–-n: pairs of sounds that many speakers do not keep apart. */
const loosened = (syllable: string) =>
  syllable
    .replace(/^([zcs])h/, "$1")
    .replace(/^[nr](?=.)/, "l")
    .replace(/^h(?=.)/, "f")
    .replace(/ng$/, "n")

export const isHan = (unit: number) => unit >= 0x3400 && unit <= 0x9fff
