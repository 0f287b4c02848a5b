import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { dialects } from "../wording/Dialect.ts"
import { Forbidden, forbiddenFields } from "../Forbidden.ts"
import { breached, byShare, type Compiler, type Judge, met, notApplicable, Phrases, unscored } from "../Kind.ts"
import type { PhraseSet } from "../wording/Matcher.ts"
import { overlaps, type Reading, type Span } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { Situation, situationFields } from "../Situation.ts"
import { heardNote, StandardWording, StandardWordings } from "../wording/StandardWording.ts"
import { type Wait, waitAfter } from "../time/Wait.ts"

const Seconds = Schema.Number.pipe(Schema.positive())

/**
 * Where a situation arises, the agent takes certain steps: each is worth a part, and so is each pause that is due
 * after it and can be measured. A step that came in the wrong order, where there is one, earns half. What is due `at-end` is due only where the agent
 * ends the contact while the situation lasts. No situation, nothing due.
 */
export class Protocol extends Schema.Class<Protocol>("Protocol")({
  ...ruleHeader,
  kind: Schema.Literal("protocol"),
  when: situationFields,
  steps: Schema.optional(
    Schema.NonEmptyArray(
      Schema.Struct({
        name: Schema.NonEmptyString,
        phrases: Phrases,
        expected: Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString }),
        part: Schema.optionalWith(Schema.Number.pipe(Schema.positive()), { default: () => 1 }),
        due: Schema.optionalWith(Schema.Literal("always", "at-end"), { default: () => "always" as const }),
        /** The customer is given so long to answer before the agent speaks or hangs up. */
        waitSeconds: Schema.optional(Seconds)
      })
    )
  ),
  /** The order of the steps matters. */
  ordered: Schema.optionalWith(Schema.Boolean, { default: () => false }),
  /** So long after the last words the agent hangs up, where the contact ends in the situation. */
  hangUpAfterSeconds: Schema.optional(Seconds),
  /** The steps are looked for in so many turns of the agent from where the situation arose, and for as long as it lasts. */
  withinTurns: Schema.optionalWith(Schema.Number.pipe(Schema.int(), Schema.between(1, 20)), { default: () => 4 }),
  /** Whole wordings of the steps, recognised by their sound too. */
  wholes: Schema.optional(StandardWordings),
  ...forbiddenFields
}) {
  compile(compiler: Compiler): Judge {
    const situation = new Situation(compiler, this.when)
    const steps = (this.steps ?? []).map((step) => ({ ...step, set: compiler.phrases(step.phrases) }))
    const forbidden = new Forbidden(compiler, this)
    const wording = new StandardWording(this.wholes)
    const spoken = compiler.once(dialects)
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const arisen = situation.arise(reading, wording)
      if (arisen === null) return notApplicable(because.noTrigger)
      const hungUp = reading.endedBy() === "agent"
      const answering = reading.agents.find((t) => t >= arisen.from)
      if (answering === undefined ? !(hungUp && reading.isOwn(reading.agents.at(-1)!)) : !reading.isOwn(answering)) {
        return notApplicable(answering === undefined ? because.cutShort : because.otherAgent)
      }
      const after = reading.own.filter((t) => t >= arisen.from)
      const { utterances } = reading
      const within = [...new Set(after.map((t) => utterances[t]!))].slice(0, this.withinTurns)
      const turns = after.filter((t) => within.includes(utterances[t]!) || utterances[t]! <= utterances[arisen.last]!)
      const window = turns.length === 0 ? { from: reading.own.at(-1)!, to: reading.own.at(-1)! } : { from: turns[0]!, to: turns.at(-1)! }
      // In a silent call the opening comes first: its words are those of the prompts and of the farewell.
      const taken = take(reading, steps, { turns, later: this.when.silence === true ? turns.filter((t) => utterances[t] !== utterances[turns[0]!]) : turns, ordered: this.ordered, wording })
      const atEnd = arisen.left && (hungUp || taken.some((step, i) => step !== null && steps[i]!.due === "at-end"))
      const due = steps.map((step) => step.due === "always" || atEnd)
      const offences = forbidden.find(reading, window, taken.flatMap((step) => (step === null ? [] : [step.span])))
      const findings: Array<Finding> = []
      if (arisen.byCustomer) findings.push(reading.saidTurn(arisen.from, "context", "situation"))
      findings.push(...offences.findings)
      let parts = 0
      let earned = 0
      let missing = false
      steps.forEach((step, i) => {
        const found = taken[i]!
        if (due[i]) parts += step.part
        if (found !== null) {
          if (due[i]) earned += found.late ? step.part / 2 : step.part
          findings.push(reading.said(found.span, found.late ? "against" : "for", found.late ? `${found.note} (out of order)` : found.note))
        } else if (due[i]) {
          missing = true
          findings.push(reading.unsaid(window, reading.inItsLanguage(step.expected), step.name))
        }
      })
      const waits: Array<Wait> = []
      steps.forEach((step, i) => {
        if (step.waitSeconds === undefined || taken[i] == null) return
        const wait = waitAfter(reading, taken[i].span, step.waitSeconds)
        if (wait !== null) waits.push(wait)
      })
      if (this.hangUpAfterSeconds !== undefined && arisen.left && hungUp && window.to === reading.own.at(-1) && taken.some((step, i) => step !== null && (steps[i]!.due === "at-end" || this.when.silence !== true))) {
        const { starts } = reading.wording
        const wait = waitAfter(reading, { start: starts[window.to]!, end: Math.max(starts[window.to + 1]!, starts[window.to]! + 1) }, this.hangUpAfterSeconds)
        if (wait !== null) waits.push(wait)
      }
      for (const wait of waits) {
        parts += waitPart
        if (wait.passed) earned += waitPart
        else findings.push(reading.saidTurn(wait.turn, "against", wait.note))
      }
      if (offences.breached) return breached(findings)
      if (missing && spoken.inAnotherLanguage(reading, window)) return notApplicable(because.otherLanguage)
      if (missing && reading.isDoubtful(window)) return unscored(because.lowConfidence)
      return parts === 0 ? met(findings) : byShare(earned / parts, findings)
    }
  }
}

const waitPart = 0.5

interface Taken {
  readonly span: Span
  readonly note: string
  /** Said only before a step that should come before it. */
  readonly late: boolean
}

/** Which steps were taken: each by the first wording of it, after the step before where there is an order. */
const take = (
  reading: Reading,
  steps: ReadonlyArray<{ readonly name: string; readonly set: PhraseSet; readonly due: "always" | "at-end" }>,
  { later, ordered, turns, wording }: { readonly turns: ReadonlyArray<number>; readonly later: ReadonlyArray<number>; readonly ordered: boolean; readonly wording: StandardWording }
): ReadonlyArray<Taken | null> => {
  const used: Array<Span> = []
  let at = 0
  // A word of courtesy is no less part of the request it stands in.
  const isWithin = (other: Span, span: Span) => other.start >= span.start && other.end <= span.end && other.end - other.start < span.end - span.start
  const free = (span: Span) => !used.some((other) => overlaps(other, span) && (ordered || !isWithin(other, span)))
  return steps.map(({ due, name, set }) => {
    const hits = reading.ownHits(set).filter((hit) => (due === "always" ? turns : later).includes(reading.turnOf(hit)) && free(hit))
    let span: Span | undefined = hits.find((hit) => !ordered || hit.start >= at)
    let note = name
    if (reading.transcript.channel === "voice") {
      const behind = ordered && at > 0 ? reading.wording.turns[at - 1]! : -1
      const until = span === undefined ? Infinity : reading.turnOf(span)
      const open = later.filter((t) => t > behind && t < until)
      // The same words may be due twice, and then the first time is not where they sound most alike.
      const apart = ordered ? [...new Set(open.map((t) => reading.utterances[t]!))].map((one) => open.filter((t) => reading.utterances[t] === one)) : []
      for (const searched of span === undefined ? [...apart, open, later] : [...apart, open]) {
        const alike = wording.find(reading, searched).get(name)
        if (alike === undefined || !free(alike) || (ordered && alike.start < at)) continue
        span = alike
        note = heardNote(name, alike)
        break
      }
    }
    span ??= hits[0]
    if (span === undefined) return null
    const { turns: turnOf } = reading.wording
    const late = ordered && span.start < at && reading.utterances[turnOf[span.start]!]! < reading.utterances[turnOf[at - 1]!]!
    used.push(span)
    at = Math.max(at, span.end)
    return { span, note, late }
  })
}
