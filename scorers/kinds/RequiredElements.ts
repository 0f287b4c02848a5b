import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { dialects } from "../wording/Dialect.ts"
import { Forbidden, forbiddenFields } from "../Forbidden.ts"
import { breached, byShare, type Compiler, type Judge, met, notApplicable, Phrases, unscored } from "../Kind.ts"
import type { Reading, Span, Window } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { speaks } from "../Situation.ts"
import { heardNote, StandardWording, StandardWordings } from "../wording/StandardWording.ts"

const Turns = Schema.Number.pipe(Schema.int(), Schema.between(1, 50))

/**
 * Near the start or the end of the contact the agent says certain things, each worth a part: a greeting, a thank-you, … An
 * element counts where any of its phrases stands within the agent's first or last utterances; `expected` is what would have passed. A `forbidden` phrase there breaches the
 * rule whatever else was said. Nothing is called missing of words that are in another language than the phrases, or that the
 * recogniser was unsure of.
 */
export class RequiredElements extends Schema.Class<RequiredElements>("RequiredElements")({
  ...ruleHeader,
  kind: Schema.Literal("required-elements"),
  /** How many of the agent's utterances are searched, from the start or from the end. */
  window: Schema.Union(Schema.Struct({ first: Turns }), Schema.Struct({ last: Turns })),
  elements: Schema.NonEmptyArray(
    Schema.Struct({
      name: Schema.NonEmptyString,
      phrases: Phrases,
      expected: Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString }),
      part: Schema.optionalWith(Schema.Number.pipe(Schema.positive()), { default: () => 1 }),
      /** Due on these channels only. */
      channels: Schema.optional(Schema.NonEmptyArray(Schema.Literal("voice", "chat"))),
      /** Not due where a bot spoke before the agent, which has then greeted for the company. */
      afterBot: Schema.optionalWith(Schema.Boolean, { default: () => true }),
      /** Whatever the agent says is this, where the customer has already said what they want (see `callsForAttention`). */
      orAnswer: Schema.optionalWith(Schema.Boolean, { default: () => false }),
      /** A question: where the customer says no more after it and does not wait for the agent to hang up, the rest is not due. */
      awaitsAnswer: Schema.optionalWith(Schema.Boolean, { default: () => false })
    })
  ),
  /** Customer turns that say nothing of what they want; write them from `^` to `$`. */
  callsForAttention: Schema.optional(Phrases),
  /** Whole wordings of the elements, recognised by their sound in calls. */
  wholes: Schema.optional(StandardWordings),
  /** Said at the very start or end (write them from `^` to `$`), these leave nothing to be desired. */
  complete: Schema.optional(Phrases),
  /** The rule applies only where the customer says one of these before the agent's first turn, or where the agent ends the contact. */
  onlyWhen: Schema.optional(Schema.Struct({ customerOpened: Schema.optional(Phrases), agentEnded: Schema.optional(Schema.Literal(true)) })),
  /**
   * Another situation is at hand, with an opening or ending of its own, where the agent says one of these there, or the customer answered the call with one.
   * `begun`: nor is a call judged whose customer has said what they want before the agent's first turn: its beginning is missing.
   */
  exceptWhen: Schema.optional(Schema.Struct({ said: Schema.optional(Phrases), customerAnswered: Schema.optional(Phrases), begun: Schema.optional(Schema.Literal(true)) })),
  ...forbiddenFields
}) {
  compile(compiler: Compiler): Judge {
    const elements = this.elements.map((element) => ({ ...element, set: compiler.phrases(element.phrases) }))
    const complete = compiler.phrases(this.complete)
    const exceptions = compiler.phrases(this.exceptWhen?.said)
    const answers = compiler.phrases(this.exceptWhen?.customerAnswered)
    const openings = this.onlyWhen?.customerOpened === undefined ? null : compiler.phrases(this.onlyWhen.customerOpened)
    const calls = compiler.phrases(this.callsForAttention)
    const forbidden = new Forbidden(compiler, this)
    const wording = new StandardWording(this.wholes)
    const spoken = compiler.once(dialects)
    return (reading) => {
      const window = this.searched(reading)
      if (window === null) return notApplicable(because.noAgentTurn)
      const inside = (hit: { start: number }) => {
        const turn = reading.wording.turns[hit.start]!
        return turn >= window.from && turn <= window.to
      }
      const before = reading.transcript.turns.slice(0, window.from)
      const lastBot = before.findLastIndex((turn) => turn.role === "bot")
      if (openings !== null && !reading.customerHits(openings).some((hit) => reading.turnOf(hit) < window.from && reading.turnOf(hit) > lastBot)) {
        return notApplicable(because.noTrigger)
      }
      const endedBy = reading.endedBy()
      if (this.onlyWhen?.agentEnded === true && endedBy === "customer") return notApplicable(because.customerEnded)
      const calledByAgent = reading.transcript.channel === "voice" && reading.customerHits(answers).some((hit) => reading.turnOf(hit) < window.from)
      const elsewhere = calledByAgent || reading.ownHits(exceptions).some(inside)
      const due = elements.filter((element) => (element.channels?.includes(reading.transcript.channel) ?? true) && (lastBot < 0 || element.afterBot))
      const said = new Map<(typeof due)[number], { readonly span: Span; readonly note: string }>()
      for (const element of due) {
        const hit = reading.ownHits(element.set).find(inside)
        if (hit !== undefined) said.set(element, { span: hit, note: element.name })
      }
      const wish = firstWish(reading, window, reading.customerHits(calls))
      if (wish !== null && wish < window.from && this.exceptWhen?.begun === true && reading.transcript.channel === "voice") return notApplicable(because.beginsLate)
      const answer = wish === null ? undefined : reading.own.find((t) => t > wish && t <= window.to && reading.wording.starts[t + 1]! > reading.wording.starts[t]!)
      const turns = reading.own.filter((t) => t >= window.from && t <= window.to)
      if (said.size < due.length && reading.transcript.channel === "voice") {
        const heard = wording.find(reading, turns)
        for (const element of due) {
          const part = heard.get(element.name)
          if (part !== undefined && !said.has(element)) said.set(element, { span: part, note: heardNote(element.name, part) })
        }
      }
      const offences = forbidden.find(reading, window, [...said.values()].map(({ span }) => span))
      for (const element of due) {
        if (answer === undefined || !element.orAnswer || said.has(element)) continue
        said.set(element, { span: { start: reading.wording.starts[answer]!, end: reading.wording.starts[answer + 1]! }, note: element.name })
      }
      if (!offences.breached && elsewhere) return notApplicable(because.otherSituation)
      const findings: Array<Finding> = [...offences.findings]
      const whole = reading.ownHits(complete).find(inside)
      if (whole !== undefined && !offences.breached) return met([...findings, reading.said(whole, "for")])
      const asking = due.map((element) => (element.awaitsAnswer ? said.get(element) : undefined)).find((hit) => hit !== undefined)
      const unanswered = asking !== undefined && endedBy !== "agent" && !reading.transcript.turns.some(({ role }, t) => role === "customer" && t > reading.turnOf(asking.span))
      let parts = 0
      let earned = 0
      for (const element of due) {
        const hit = said.get(element)
        if (hit === undefined && unanswered) continue
        parts += element.part
        if (hit === undefined) findings.push(reading.unsaid(window, reading.inItsLanguage(element.expected), element.name))
        else {
          earned += element.part
          findings.push(reading.said(hit.span, "for", hit.note))
        }
      }
      if (offences.breached) return breached(findings)
      if (parts === 0) return notApplicable(because.otherSituation)
      if (earned < parts) {
        if (spoken.inAnotherLanguage(reading, window)) return notApplicable(because.otherLanguage)
        if (reading.isDoubtful(window)) return unscored(because.lowConfidence)
        if (this.onlyWhen?.agentEnded === true && endedBy !== "agent") return unscored(because.unknownWhoEnded)
      }
      return byShare(earned / parts, findings)
    }
  }

  private searched(reading: Reading): Window | null {
    const { own, utterances } = reading
    if (own.length === 0) return null
    const spoken = [...new Set(own.map((t) => utterances[t]!))]
    const turnsOf = (some: ReadonlyArray<number>): Window => ({ from: own.find((t) => utterances[t] === some[0])!, to: own.findLast((t) => utterances[t] === some.at(-1))! })
    if ("first" in this.window) return turnsOf(spoken.slice(0, this.window.first))
    // What opens a contact does not end it.
    return turnsOf((own[0] === 0 && spoken.length > 1 ? spoken.slice(1) : spoken).slice(-this.window.last))
  }
}

/** The first turn in which the customer says what they want, before the agent's last turn in the window. */
const firstWish = (reading: Reading, window: Window, calls: ReadonlyArray<Span>): number | null => {
  const turn = reading.transcript.turns.findIndex(
    ({ role, text }, t) => t < window.to && role === "customer" && speaks(text) && !calls.some((call) => reading.turnOf(call) === t)
  )
  return turn < 0 ? null : turn
}
