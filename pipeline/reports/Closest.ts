import { AutoCorrect, CliConfig } from "@effect/cli"

/** What of `known` was probably meant by `typed`: what contains it or differs in few characters; the likeliest first, five at most. */
export const closest = (typed: string, known: ReadonlyArray<string>): ReadonlyArray<string> => {
  const wanted = typed.toLowerCase()
  const few = Math.min(3, Math.max(1, Math.floor(typed.length / 3)))
  return [...new Set(known)]
    .map((word) => ({
      word,
      far: wanted !== "" && word.toLowerCase().includes(wanted) ? 0 : AutoCorrect.levensteinDistance(wanted, word.toLowerCase(), CliConfig.defaultConfig)
    }))
    .filter(({ far }) => far <= few)
    .toSorted((a, b) => a.far - b.far || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, 5)
    .map(({ word }) => word)
}
