import { foldedText } from "./Fold.ts"
import type { Hit } from "./Matcher.ts"
import { overlaps, type Reading } from "./Reading.ts"

/** In folded text: what stands between two ends of a sentence or Chinese characters. */
const sentence = /[^.!?…。\n\p{Script=Han}]+\??/gu

/** A question speaks of the customer, of the thing, or of what happened. */
const ofThem = /\b(?:you|your|youre|u|it|its|that|this|there|they|he|she|happened|happens)\b/

/** Begins no question yet. */
const opening = /^(?:[\s,]|\b(?:ok|okay|alright|right|sure|so|well|oh|and|thanks|thank you)\b)+/

/** A recogniser writes no punctuation at all: then the order of the words tells. */
const inverted =
  /\b(?:what|where|how|when|who)['’]?s (?:it|your|that|wrong)\b|\b(?:how|which|what|where|when) (?:[a-z]+ ){0,2}(?:is|are|was|were|do|does|did|has|have) (?:you|your|it|that|this|there|they|he|she)\b|(?<!\b(?:i|we|you|they|he|she|it|that|this|who|which|all|there|to|will|would) )\b(?:(?:is|was|does|did|has) it|(?:are|do|did|have|were) (?:you|they)|(?:is|has|does) (?:he|she)) [a-z]/

/** The agent's questions in English but for those in which one of these words stands. */
export const englishQuestions = (reading: Reading, not: ReadonlyArray<Hit>): ReadonlyArray<Hit> => {
  const { offsets, starts } = reading.wording
  return reading.own.flatMap((turn) => {
    const said = foldedText(reading.transcript.turns[turn]!.text)
    const isSpoken = !/[.,!?;]/.test(said)
    return [...said.matchAll(sentence)].flatMap((match): ReadonlyArray<Hit> => {
      const [text] = match
      const marked = text.endsWith("?") && ofThem.test(text)
      const asks = marked ? (opening.exec(text)?.[0].length ?? 0) : isSpoken ? inverted.exec(text)?.index : undefined
      if (asks === undefined) return []
      let start = starts[turn]!
      while (start < starts[turn + 1]! && offsets[start]! < match.index + asks) start++
      let end = start
      while (end < starts[turn + 1]! && offsets[end]! < match.index + text.length) end++
      const hit = { start, end, phrase: 0 }
      return end === start || not.some((other) => overlaps(other, hit)) ? [] : [hit]
    })
  })
}
