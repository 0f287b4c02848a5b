import { Schema } from "effect"
import { dialects } from "./wording/Dialect.ts"
import { type Compiler, Phrases } from "./Kind.ts"
import { apart, overlaps, type Reading } from "./wording/Reading.ts"
import { StandardWording } from "./wording/StandardWording.ts"

/** What makes a situation arise, as rules write it; any of them is enough. */
export const situationFields = Schema.Struct({
  /** The customer says nothing after the agent's opening: what the agent says then, or hanging up, is what is judged. */
  silence: Schema.optional(Schema.Literal(true)),
  /** The customer says one of these. */
  customer: Schema.optional(Phrases),
  /** The agent says one of these. */
  agent: Schema.optional(Phrases),
  /** Or it is heard to: wordings of more than three syllables, recognised by their sound. Chinese only. */
  agentBySound: Schema.optional(Schema.NonEmptyArray(Schema.NonEmptyString)),
  /** A hit of `customer` or `agent` that one of these overlaps is none. */
  unless: Schema.optional(Phrases),
  /** Marks of a transcriber in the customer's turn (声音很小, inaudible): with one of `agentThen` right after, or where the agent hangs up on it. */
  marks: Schema.optional(Phrases),
  /** As `marks`: the customer speaks a dialect. */
  dialect: Schema.optional(Schema.Literal(true)),
  /** What the agent says to a marked turn and that would mean nothing elsewhere. */
  agentThen: Schema.optional(Phrases)
})
type SituationFields = typeof situationFields.Type

/** A situation as it arose in a transcript. */
export interface Arisen {
  /** The turn in which it arose, and the last in which it was still there. */
  readonly from: number
  readonly last: number
  /** Whether the contact ended in it, and not by the customer. */
  readonly left: boolean
  /** Whether it arose in a turn of the customer. */
  readonly byCustomer: boolean
}

/** After the trouble was last noticed, the agent may still say so much before the contact counts as going on. */
const partingTurns = 2
/** An agent who has said more than this has had a conversation. */
const openingTurns = 2

/** Sees whether, from where and until when a situation is at hand. */
export class Situation {
  private readonly fields: SituationFields
  private readonly customer
  private readonly agent
  private readonly unless
  private readonly marks
  private readonly then
  private readonly spoken
  private readonly bySound: StandardWording

  constructor(compiler: Compiler, fields: SituationFields) {
    this.fields = fields
    this.customer = compiler.phrases(fields.customer)
    this.agent = compiler.phrases(fields.agent)
    this.unless = compiler.phrases(fields.unless)
    this.marks = compiler.phrases(fields.marks)
    this.then = compiler.phrases(fields.agentThen)
    this.spoken = compiler.once(dialects)
    this.bySound = new StandardWording(fields.agentBySound?.map((wording) => ({ trigger: wording })))
  }

  /** `null` where it never arose for this agent. `wording`: the standard words for it, which tell of it too where a mark does. */
  arise(reading: Reading, wording: StandardWording): Arisen | null {
    return this.fields.silence === true ? this.silence(reading) : this.trouble(reading, wording)
  }

  private silence(reading: Reading): Arisen | null {
    const { turns } = reading.transcript
    const from = reading.own[0]!
    if (turns.slice(0, from).some(({ role, text }) => role === "customer" && speaks(text))) return null
    const spoke = turns.findIndex(({ role, text }, t) => t > from && role === "customer" && speaks(text))
    const until = spoke < 0 ? turns.length : spoke
    const last = reading.own.findLast((t) => t < until)!
    const hungUp = spoke < 0 && reading.endedBy() === "agent"
    const { utterances } = reading
    const later = reading.own.filter((t) => utterances[t] !== utterances[from] && t < until)
    const noticed = this.agentTurns(reading).some((t) => later.includes(t))
    // An agent who talks on has been heard; a recording of one side has no silence in it.
    return noticed || (hungUp && later.length === 0) ? { from, last, left: spoke < 0 && reading.endedBy() !== "customer", byCustomer: false } : null
  }

  private trouble(reading: Reading, wording: StandardWording): Arisen | null {
    const { turns } = reading.transcript
    const marked = this.fields.dialect === true ? this.spoken.customerTurns(reading) : this.found(reading, this.marks, (t) => reading.isCustomer(t))
    const { utterances } = reading
    const begin = (turn: number) => utterances.indexOf(utterances[turn]!)
    const spoken = (which: (turn: number) => boolean) => new Set(reading.own.filter(which).map((t) => utterances[t])).size
    const answering = reading.own.filter((t) => marked.includes(turns.findLastIndex(({ role }, other) => other < t && role === "customer")))
    const said = this.found(reading, this.then, (t) => answering.includes(t))
    const answers = said.length > 0 || answering.length === 0 || reading.transcript.channel !== "voice" ? said : wording.turns(reading, answering)
    const says = this.customerTurns(reading)
    const notices = this.agentTurns(reading)
    // A mark alone is no trouble, since the agent may have understood. One on which the agent hangs up is, at the start of a call.
    const hungUpOn = reading.endedBy() === "agent" ? marked.filter((t) => t === turns.length - 1 && spoken(() => true) <= openingTurns) : []
    const trigger = Math.min(...says, ...notices, ...answers, ...hungUpOn)
    if (trigger === Infinity) return null
    const first = begin(trigger)
    const before = marked.findLast((t) => t < first)
    const from = before !== undefined && reading.own.find((t) => t > before) === first ? before : first
    const last = Math.max(from, ...says, ...notices, ...answers, ...marked)
    const goesOn = turns.some(({ role, text }, t) => t > last && utterances[t] !== utterances[last] && role === "customer" && speaks(text)) || spoken((t) => utterances[t]! > utterances[last]!) > partingTurns
    return { from, last, left: !goesOn && reading.endedBy() !== "customer", byCustomer: reading.isCustomer(from) }
  }

  private customerTurns(reading: Reading): ReadonlyArray<number> {
    return this.found(reading, this.customer, (t) => reading.isCustomer(t))
  }

  private agentTurns(reading: Reading): ReadonlyArray<number> {
    const found = this.found(reading, this.agent, (t) => reading.isOwn(t))
    if (found.length > 0 || reading.transcript.channel !== "voice") return found
    const excused = new Set(reading.hits(this.unless).map((hit) => reading.turnOf(hit)))
    return this.bySound.turns(reading, reading.own).filter((t) => !excused.has(t))
  }

  private found(reading: Reading, set: ReturnType<Compiler["phrases"]>, of: (turn: number) => boolean): ReadonlyArray<number> {
    const hits = reading.hits(set)
    if (hits.length === 0) return []
    const excuses = reading.hits(this.unless)
    return apart(hits.filter((hit) => of(reading.turnOf(hit)) && !excuses.some((excuse) => overlaps(hit, excuse)))).map((hit) => reading.turnOf(hit))
  }
}

/** Whether a turn has words in it: what a transcriber put in brackets has not. */
export const speaks = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replaceAll(/[[［【(（〔<][^\]］】)）〕>]*[\]］】)）〕>]/gu, ""))
