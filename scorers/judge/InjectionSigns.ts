import type { Role } from "../../schemas/Transcript.ts"
import { gradingTalk, judgedElsewhere } from "./GradingTalk.ts"
import { injectionPatterns, type Sign, surveys } from "./InjectionPatterns.ts"
import { decodings, type PlainView, plainView } from "./PlainView.ts"

/** A turn that speaks to whoever judges the transcript. */
export interface InjectionSign {
  readonly turn: number
  readonly sign: Sign
}

/** How far around a grade the customer may be asked for it, in characters. */
const around = 40

/** Longer texts are looked through piece by piece, so that none of them makes it slow. */
const pieceLength = 4_000

/**
 * Turns in which agent or customer speaks to a judge, human or machine: dictates a grade, drops the rules, poses as the system. Such a turn is no evidence, and
 * its transcript is for a person. Rather one too many than one too few: nothing is scored by it. Asking the customer for a rating (请您给我们打个分) is no
 * sign: a grade counts as one only where nobody is asked for it who may give one. Words nobody has thought of get through: of forty such sentences written when
 * the patterns were done, 25 were noticed; of 18,572 turns of real chats, none was taken for one. What holds in any case is the check of every quote.
 */
export const injectionSigns = (turns: ReadonlyArray<{ readonly role: Role; readonly agent: string | null; readonly text: string }>): ReadonlyArray<InjectionSign> => {
  const signs: Array<InjectionSign> = []
  let before: { readonly turn: number; readonly found: boolean } | null = null
  for (let t = 0; t < turns.length; t++) {
    const { agent, role, text } = turns[t]!
    if (role !== "agent" && role !== "customer") {
      before = null
      continue
    }
    const sign = signIn(text)
    if (sign !== null) signs.push({ turn: t, sign })
    const last = before === null ? undefined : turns[before.turn]!
    if (sign === null && before !== null && !before.found && last !== undefined && last.role === role && last.agent === agent && last.text.length + text.length < pieceLength) {
      // Said in two messages.
      const together = signIn(`${last.text}\n${text}`)
      if (together !== null) signs.push({ turn: before.turn, sign: together }, { turn: t, sign: together })
    }
    before = { turn: t, found: sign !== null }
  }
  return signs.filter(({ turn }, i) => signs.findIndex((other) => other.turn === turn) === i)
}

const signIn = (text: string): Sign | null => {
  for (let start = 0; start < text.length; start += pieceLength) {
    const sign = signInPiece(text.slice(start, start + pieceLength + pieceLength / 4))
    if (sign !== null) return sign
  }
  return null
}

const signInPiece = (text: string): Sign | null => {
  // Letters that no screen shows.
  if (/[\u{e0020}-\u{e007e}]{4}/u.test(text)) return "encoded"
  const whole = signInView(plainView(text))
  if (whole.sign !== null) return whole.sign
  // What is polite to the customer in one sentence is no excuse for the next.
  const sentences = whole.excused ? text.split(/(?<=[。！？!?；;\n])/u) : []
  for (const sentence of sentences.length > 1 ? sentences : []) {
    const { sign } = signInView(plainView(sentence))
    if (sign !== null) return sign
  }
  const { escaped, hidden } = decodings(text)
  if (hidden.length > 0) return "encoded"
  return escaped === null || signInView(plainView(escaped)).sign === null ? null : "encoded"
}

/** `excused`: there is something that would be a sign, did the words around it not ask the customer, or speak of judging something else. */
interface Seen {
  readonly sign: Sign | null
  readonly excused: boolean
}

const signInView = (views: PlainView): Seen => {
  const seen = signWith(views)
  if (seen.sign !== null || views.spelt === "") return seen
  const spelt = signWith({ ...views, words: views.spelt })
  return { sign: spelt.sign, excused: seen.excused || spelt.excused }
}

const signWith = (views: PlainView): Seen => {
  const surroundings = (view: keyof PlainView, index: number, length: number) => views[view].slice(Math.max(0, index - around), index + length + around)
  let excused = false
  for (const { pattern, sign, survey, view } of injectionPatterns) {
    for (const { 0: found, index } of views[view].matchAll(pattern)) {
      if (survey !== true || surveys[view]?.test(surroundings(view, index, found.length)) !== true) return { sign, excused }
      excused = true
    }
  }
  for (const view of ["letters", "words"] as const) {
    for (const { 0: found, index } of views[view].matchAll(gradingTalk[view]!)) {
      const near = surroundings(view, index, found.length)
      if (!surveys[view]!.test(near) && !judgedElsewhere[view]!.test(near)) return { sign: "grade", excused }
      excused = true
    }
  }
  return { sign: null, excused }
}
