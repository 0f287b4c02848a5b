import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { breached, type Compiler, type Judge, met, notApplicable, Phrases } from "../Kind.ts"
import { KeyFacts, saysBack } from "../wording/KeyFacts.ts"
import type { Hit } from "../wording/Matcher.ts"
import { overlaps, type Reading } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { SharedWords } from "../wording/SharedWords.ts"
import { spokenNumbers } from "../wording/SpokenNumbers.ts"

/** A question that names so long a number is there to confirm it. */
const confirmingDigits = 3

/**
 * The agent does not ask again for what the customer has said. Breached where a detail is asked for after it was given to this
 * agent, or where the customer protests that the question was answered before. Met where the agent takes a given reference up. Otherwise
 * nothing put it to the test.
 */
export class AskedAgain extends Schema.Class<AskedAgain>("AskedAgain")({
  ...ruleHeader,
  kind: Schema.Literal("asked-again"),
  details: Schema.NonEmptyArray(
    Schema.Struct({
      name: Schema.NonEmptyString,
      /** How the customer gives it: in these words, or as a fact of this kind. */
      given: Schema.Union(Phrases, Schema.Literal("order", "phone", "address")),
      asked: Phrases
    })
  ),
  /** A turn that has one of these asks for something else, or for good reason. */
  unless: Schema.optional(Phrases),
  /** The agent's questions that a protest can be about. */
  questions: Phrases,
  questionsUnless: Schema.optional(Phrases),
  protest: Phrases,
  protestUnless: Schema.optional(Phrases),
  /** Said by the customer between the two, there is more than one: another order, a new address. */
  another: Schema.optional(Phrases)
}) {
  compile(compiler: Compiler): Judge {
    const facts = KeyFacts.of(compiler)
    const aside = SharedWords.whenCalledFor(compiler)
    const details = this.details.map((detail) => ({
      name: detail.name,
      fact: typeof detail.given === "string" ? detail.given : null,
      given: typeof detail.given === "string" ? null : compiler.phrases(detail.given),
      asked: aside.phrases(detail.asked)
    }))
    const unless = aside.phrases(this.unless)
    const questions = aside.phrases(this.questions)
    const questionsUnless = aside.phrases(this.questionsUnless)
    const another = aside.phrases(this.another)
    const protest = compiler.phrases(this.protest)
    const protestUnless = aside.phrases(this.protestUnless)
    return (reading) => {
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const from = firstTold(reading)
      const key = facts.given(reading).filter((fact) => fact.turn >= from)
      const findings: Array<Finding> = []
      const excused = (hit: Hit) => aside.ownHits(reading, unless).some((excuse) => reading.turnOf(excuse) === reading.turnOf(hit)) || confirms(reading, hit)
      const asked = new Set<number>()
      for (const detail of details) {
        const given = detail.fact === null ? reading.customerHits(detail.given!) : key.filter((fact) => fact.kind === detail.fact)
        const first = given.find((hit) => reading.turnOf(hit) >= from)
        if (first === undefined) continue
        const again = aside.ownHits(reading, detail.asked).find((hit) => hit.start >= first.end && !excused(hit) && !isAnother(reading, aside.customerHits(reading, another), first, hit))
        if (again === undefined) continue
        asked.add(reading.turnOf(again))
        findings.push(reading.said(first, "context", detail.name), reading.said(again, "against", detail.name))
      }
      for (const complaint of reading.customerHits(protest)) {
        if (aside.customerHits(reading, protestUnless).some((excuse) => overlaps(excuse, complaint))) continue
        const { start } = reading.speechAround(complaint)
        const question = aside
          .ownHits(reading, questions)
          .findLast((hit) => hit.end <= start && reading.speechAround(hit).end === start && !aside.ownHits(reading, questionsUnless).some((excuse) => overlaps(excuse, hit)))
        if (question === undefined || asked.has(reading.turnOf(question)) || excused(question)) continue
        asked.add(reading.turnOf(question))
        findings.push(reading.saidTurn(reading.turnOf(question), "against", "question"), reading.said(complaint, "context", "protest"))
      }
      if (findings.length > 0) return breached(findings)
      for (const fact of key) {
        const turn = reading.own.find((own) => own > fact.turn && saysBack(spokenNumbers(reading.wording, own), fact) !== null)
        if (turn === undefined) continue
        const number = saysBack(spokenNumbers(reading.wording, turn), fact)!
        return met([reading.said(fact, "context", fact.kind), reading.said({ ...number, phrase: 0 }, "for", fact.kind)])
      }
      return notApplicable(because.noTrigger)
    }
  }
}

/** What was told to a bot or to another agent, this agent may not have heard. */
const firstTold = (reading: Reading): number => {
  const own = reading.own[0]!
  return reading.transcript.turns.slice(0, own).some((turn) => turn.role === "agent" || turn.role === "bot") ? own : 0
}

const confirms = (reading: Reading, hit: Hit): boolean => {
  const { end, start } = reading.speechAround(hit)
  return spokenNumbers(reading.wording, reading.turnOf(hit)).some((number) => number.digits.length >= confirmingDigits && number.start >= start && number.end <= end)
}

const isAnother = (reading: Reading, another: ReadonlyArray<Hit>, given: Hit, asked: Hit): boolean =>
  another.some((hit) => hit.start < asked.start && reading.turnOf(hit) >= reading.turnOf(given))
