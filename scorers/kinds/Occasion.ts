import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { byShare, type Compiler, type Judge, notApplicable, Phrases, type Verdict } from "../Kind.ts"
import { englishQuestions } from "../wording/EnglishQuestions.ts"
import type { Hit } from "../wording/Matcher.ts"
import { isHan } from "../wording/Pinyin.ts"
import { apart, overlaps, type Reading, type Window } from "../wording/Reading.ts"
import { replyWindow } from "../time/ReplyWindow.ts"
import { detailsTold, restated } from "../wording/Restated.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { SharedWords, type Words } from "../wording/SharedWords.ts"
import { breakKind } from "../wording/Wording.ts"

const Wording = Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString })
const Replies = Schema.Number.pipe(Schema.int(), Schema.between(1, 20))

const halfCredit = 0.5

/** Fewer of the customer's own details in a sentence may be the name of the product, or what was asked for. */
const enoughDetails = 3

/**
 * What the customer says now and then calls for something of the agent: trouble for an acknowledgement, a question for the reason.
 * Each such moment opens a window of replies; in every window the agent took the occasion, took half of it, missed it, or said something that
 * makes it worse. Earned is the mean over the windows that words can decide. Nothing called for it: not applicable, whatever the agent
 * says; and saying it more than once earns nothing more.
 */
export class Occasion extends Schema.Class<Occasion>("Occasion")({
  ...ruleHeader,
  kind: Schema.Literal("occasion"),
  /** The customer's words that call for it; left out, the whole contact is the occasion. */
  when: Schema.optional(
    Schema.Struct({
      phrases: Phrases,
      /** Calls for it less clearly: it is taken where the agent takes all of it, and where not, words cannot decide. */
      mild: Schema.optional(Phrases),
      /** Words that one of these overlaps call for nothing. */
      unless: Schema.optional(Phrases),
      /** Said by the customer afterwards and before the answer: it calls for nothing any more. */
      settled: Schema.optional(Phrases),
      /** Once the occasion was taken, only these call for it anew; left out, all do. */
      again: Schema.optional(Schema.Union(Phrases, Schema.Literal("never")))
    })
  ),
  /** Where it is looked for: in so many replies, and in all that begin within so many seconds. */
  within: Schema.Struct({ replies: Replies, seconds: Schema.optional(Schema.Number.pipe(Schema.positive())) }),
  say: Phrases,
  sayUnless: Schema.optional(Phrases),
  /** Taking up three details of what the customer told counts as saying it; of two, words cannot decide, nor where fewer than three were told. */
  restating: Schema.optionalWith(Schema.Boolean, { default: () => false }),
  /** A question put in English counts as saying it where no word of `sayUnless` stands in it. */
  asking: Schema.optionalWith(Schema.Boolean, { default: () => false }),
  /** The other half, in the same window, or in the same reply as the first. */
  also: Schema.optional(
    Schema.Struct({ name: Schema.NonEmptyString, phrases: Phrases, unless: Schema.optional(Phrases), inSameReply: Schema.Boolean, expected: Wording })
  ),
  /** What may be the same in other words: where one of these is said instead, words cannot decide. */
  perhaps: Schema.optional(Phrases),
  perhapsUnless: Schema.optional(Phrases),
  /** Nor can they where the replies without it, or with half of it, are longer than so many Chinese characters, or four times as many letters. */
  plainUpTo: Schema.optional(Schema.Number.pipe(Schema.int(), Schema.positive())),
  /** Makes it worse: the occasion is missed, whatever else is said. */
  against: Schema.optional(Phrases),
  againstUnless: Schema.optional(Phrases),
  /** What a window without any of it comes to. */
  missed: Schema.Literal("breached", "unscored", "not-applicable"),
  expected: Wording
}) {
  compile(compiler: Compiler): Judge {
    const always = SharedWords.always(compiler)
    const answers = this.when === undefined ? always : SharedWords.whenCalledFor(compiler)
    const triggers = always.phrases(this.when?.phrases)
    const mildTriggers = always.phrases(this.when?.mild)
    const noTriggers = always.phrases(this.when?.unless)
    const settled = always.phrases(this.when?.settled)
    const again = this.when?.again === undefined ? null : always.phrases(this.when.again === "never" ? [] : this.when.again)
    const said = (reading: Reading, words: Words, not: Words) => {
      const hits = answers.ownHits(reading, words)
      if (hits.length === 0) return hits
      const excuses = answers.ownHits(reading, not)
      return hits.filter((hit) => !excuses.some((excuse) => overlaps(hit, excuse)))
    }
    const sets = {
      say: answers.phrases(this.say),
      sayUnless: answers.phrases(this.sayUnless),
      also: answers.phrases(this.also?.phrases),
      alsoUnless: answers.phrases(this.also?.unless),
      perhaps: answers.phrases(this.perhaps),
      perhapsUnless: answers.phrases(this.perhapsUnless),
      against: answers.phrases(this.against),
      againstUnless: answers.phrases(this.againstUnless)
    }
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const excused = always.customerHits(reading, noTriggers)
      const calling = (words: Words) => always.customerHits(reading, words).filter((hit) => !excused.some((excuse) => overlaps(hit, excuse)))
      const clear = calling(triggers)
      const mild = calling(mildTriggers)
      const moments = mild.length === 0 ? apart(clear) : apart([...clear, ...mild].sort((a, b) => a.start - b.start || b.end - a.end))
      if (this.when !== undefined && moments.length === 0) return notApplicable(because.noTrigger)
      const heard: Heard = {
        say: this.asking ? byStart([...said(reading, sets.say, sets.sayUnless), ...englishQuestions(reading, answers.ownHits(reading, sets.sayUnless))]) : said(reading, sets.say, sets.sayUnless),
        also: said(reading, sets.also, sets.alsoUnless),
        perhaps: said(reading, sets.perhaps, sets.perhapsUnless),
        against: apart(said(reading, sets.against, sets.againstUnless))
      }
      if (this.when === undefined) return this.conclude(reading, [this.look(reading, null, { from: reading.own[0]!, to: reading.own.at(-1)! }, heard)])
      const strong = again === null ? moments : always.customerHits(reading, again)
      const looks: Array<Look> = []
      for (const trigger of moments) {
        const turn = reading.turnOf(trigger)
        const last = looks.at(-1)
        if (last !== undefined && (turn <= last.window.to || (last.result === "taken" && !strong.some((hit) => overlaps(hit, trigger))))) continue
        const window = replyWindow(reading, turn, this.within.replies, this.within.seconds)
        if (window === null || always.customerHits(reading, settled).some((hit) => hit.start >= trigger.end && reading.turnOf(hit) < window.from)) continue
        const clearly = clear.some((hit) => overlaps(hit, trigger)) || clear.some((hit) => reading.turnOf(hit) === turn)
        const look = this.look(reading, trigger, window, heard)
        if (clearly || look.result === "taken" || look.accused) {
          looks.push(look)
          continue
        }
        // What called for it only mildly may do so clearly before the window ends.
        const called = clear.find((hit) => reading.turnOf(hit) > turn && reading.turnOf(hit) < window.to)
        const later = called === undefined ? null : replyWindow(reading, reading.turnOf(called), this.within.replies, this.within.seconds)
        if (called !== undefined && later !== null) looks.push(this.look(reading, called, later, heard))
        else looks.push(look.result === "half" || look.result === "missed" ? { ...look, result: "open", findings: look.findings.slice(0, 1) } : look)
      }
      return looks.length === 0 ? notApplicable(because.cutShort) : this.conclude(reading, looks)
    }
  }

  private look(reading: Reading, trigger: Hit | null, window: Window, heard: Heard): Look {
    const inside = (hit: Hit) => reading.turnOf(hit) >= window.from && reading.turnOf(hit) <= window.to
    const context: ReadonlyArray<Finding> = trigger === null ? [] : [reading.said(trigger, "context")]
    const look = (result: Look["result"], findings: ReadonlyArray<Finding>): Look => ({ window, result, accused: false, findings: [...context, ...findings] })
    const against = heard.against.filter(inside)
    if (against.length > 0) return { ...look("missed", against.map((hit) => reading.said(hit, "against"))), accused: true }
    const says = heard.say.filter(inside)
    const echo = this.restating && trigger !== null ? restated(reading, firstTold(reading, trigger), window) : null
    const hit = says[0] ?? (echo !== null && echo.details >= enoughDetails ? echo : null)
    if (hit !== null && this.also === undefined) return look("taken", [reading.said(hit, "for")])
    if (hit !== null && this.also !== undefined) {
      const { expected, inSameReply, name } = this.also
      for (const one of says) {
        const { end, start } = reading.speechAround(one)
        const others = heard.also.filter((also) => inside(also) && (!inSameReply || (also.start >= start && also.end <= end)))
        const other = others.find((also) => also.start >= one.end) ?? others[0]
        if (other !== undefined) return look("taken", [reading.said(one, "for"), reading.said(other, "for", name)])
      }
      if (this.plainUpTo !== undefined && lengthOf(reading, window) > this.plainUpTo) return look("open", [reading.said(hit, "tentative")])
      return look("half", [reading.said(hit, "for"), reading.unsaid(window, reading.inItsLanguage(expected), name)])
    }
    const perhaps = heard.perhaps.find(inside)
    if (perhaps !== undefined) return look("open", [reading.said(perhaps, "tentative")])
    if (echo !== null) return look("open", [reading.said(echo, "tentative")])
    if (this.missed !== "breached") return look("open", [])
    if (this.restating && trigger !== null && detailsTold(reading, firstTold(reading, trigger), window.to, trigger) < enoughDetails) return look("open", [])
    if (reading.isDoubtful(window)) return look("doubtful", [])
    if (this.plainUpTo !== undefined && lengthOf(reading, window) > this.plainUpTo) return look("open", [])
    return look("missed", [reading.unsaid(window, reading.inItsLanguage(this.expected))])
  }

  private conclude(reading: Reading, looks: ReadonlyArray<Look>): Verdict {
    const decided = looks.filter(({ result }) => result in credits)
    const findings = looks.flatMap((look) => look.findings)
    if (decided.length > 0) return byShare(decided.reduce((sum, { result }) => sum + credits[result as keyof typeof credits], 0) / decided.length, findings)
    if (this.missed === "not-applicable") return notApplicable(because.noTrigger)
    const why = looks.every(({ result }) => result === "doubtful") ? because.lowConfidence : because.wordsCannotTell
    return { outcome: { _tag: "Unscored", because: why }, findings: reading.own.length === 0 ? [] : findings }
  }
}

interface Heard {
  readonly say: ReadonlyArray<Hit>
  readonly also: ReadonlyArray<Hit>
  readonly perhaps: ReadonlyArray<Hit>
  readonly against: ReadonlyArray<Hit>
}

interface Look {
  readonly window: Window
  readonly result: "taken" | "half" | "missed" | "open" | "doubtful"
  /** Missed by what was said, not by what was left out. */
  readonly accused: boolean
  readonly findings: ReadonlyArray<Finding>
}

const credits = { taken: 1, half: halfCredit, missed: 0 } as const

const byStart = (hits: ReadonlyArray<Hit>) => hits.toSorted((a, b) => a.start - b.start || b.end - a.end)

/** The customer may have told the matter in the turn before the one that calls for an answer. */
const firstTold = (reading: Reading, trigger: Hit): number => {
  const turn = reading.turnOf(trigger)
  for (let before = turn - 1; before >= Math.max(0, turn - 3); before--) if (reading.isCustomer(before)) return before
  return turn
}

/** Of the agent's words in a window, in Chinese characters, four letters counting for one; a clause said again is not counted again. */
const lengthOf = (reading: Reading, window: Window): number => {
  const { breaks, starts, units } = reading.wording
  const clauses = new Set<string>()
  for (const turn of reading.own) {
    if (turn < window.from || turn > window.to) continue
    let start = starts[turn]!
    for (let at = start + 1; at <= starts[turn + 1]!; at++) {
      if (at < starts[turn + 1]! && breaks[at]! < breakKind.clause) continue
      clauses.add(String.fromCharCode(...units.subarray(start, at)))
      start = at
    }
  }
  let length = 0
  for (const clause of clauses) for (let i = 0; i < clause.length; i++) length += isHan(clause.charCodeAt(i)) ? 1 : 0.25
  return length
}
