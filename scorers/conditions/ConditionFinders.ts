import { holds } from "./ConditionCompare.ts"
import { Like } from "./ConditionLike.ts"
import { Mentions } from "./ConditionMentions.ts"
import { nearby } from "./ConditionNear.ts"
import { type ConditionNode, phrasesOf } from "./ConditionNode.ts"
import { type Find, placeOf, placeOfQuote } from "./ConditionPlaces.ts"
import { ConditionRegex, type Match } from "./ConditionRegex.ts"
import { repeated } from "./ConditionRepeats.ts"
import type { Speaker } from "./ConditionSpeaker.ts"
import { viewOf } from "./ConditionView.ts"
import type { Compiler } from "../Kind.ts"
import type { PhraseSet } from "../wording/Matcher.ts"
import type { Reading } from "../wording/Reading.ts"

/** What one operator looks for in words. */
export interface Finder {
  readonly find: Find
  /** Known without looking at any turn: it is nowhere in the contact. */
  readonly isNowhere: (reading: Reading) => boolean
}

const somewhere = () => false

/** The finder of a condition on words; `null` for a condition on anything else. */
export const finderOf = (node: ConditionNode, by: Speaker, compiler: Compiler): Finder | null => {
  if (node.say !== undefined) {
    const phrases = compiler.phrases(phrasesOf(node.say))
    return { find: said(phrases), isNowhere: (reading) => reading.hits(phrases).length === 0 }
  }
  if (node.near !== undefined) {
    const one = compiler.phrases(node.near.one)
    const other = compiler.phrases(node.near.other)
    return { find: nearby(node.near, one, other), isNowhere: (reading) => reading.hits(one).length === 0 || reading.hits(other).length === 0 }
  }
  if (node.like !== undefined) {
    const like = new Like(node.like.examples, node.like.similarity)
    return { find: (reading, turns) => like.find(reading, turns), isNowhere: somewhere }
  }
  if (node.repeats !== undefined) return { find: repeated(node.repeats, by), isNowhere: somewhere }
  if (node.mentions !== undefined) {
    const { value, what } = typeof node.mentions === "string" ? { what: node.mentions, value: undefined } : node.mentions
    const mentions = new Mentions(what)
    const fits = (figure: number | null) => value === undefined || (figure !== null && holds(figure, value))
    return { find: quoted((text) => mentions.find(text).filter((mention) => fits(mention.value))), isNowhere: somewhere }
  }
  if (node.regex !== undefined) {
    const { except = [], match } = typeof node.regex === "string" ? { match: node.regex } : node.regex
    const regex = new ConditionRegex(match)
    const exceptions = except.map((source) => new ConditionRegex(source))
    const find = (text: string) => {
      const matches = regex.find(text)
      if (matches.length === 0 || exceptions.length === 0) return matches
      const excused = exceptions.flatMap((exception) => exception.find(text))
      return matches.filter(({ from, to }) => !excused.some((other) => other.from < to && from < other.to))
    }
    return { find: quoted(find), isNowhere: somewhere }
  }
  return null
}

const said = (phrases: PhraseSet): Find => (reading, turns) => {
  const among = new Set(turns)
  return reading.hits(phrases).filter((hit) => among.has(reading.turnOf(hit))).map((hit) => placeOf(reading, hit))
}

const quoted = (find: (text: string) => ReadonlyArray<Match>): Find => (reading, turns) =>
  turns.flatMap((turn) => {
    const { offsets, text } = viewOf(reading.transcript.turns[turn]!.text)
    return find(text).map(({ from, to }) =>
      offsets === null ? placeOfQuote(reading, turn, from, to) : placeOfQuote(reading, turn, offsets[from]!, offsets[to - 1]! + 1)
    )
  })
