import type { Transcript, Turn } from "../../schemas/Transcript.ts"
import { Compiler } from "../Kind.ts"
import type { Matcher, PhraseSet } from "../wording/Matcher.ts"
import { simplified, traditional } from "../wording/Traditional.ts"
import { Wording } from "../wording/Wording.ts"
import type { ContactReason, ContactTraits, Medium, SalePhase, Script } from "./ContactTraits.ts"
import { type ContactWords, contactWords } from "./ContactWords.ts"

/** What brings customers here they say at first; later words answer the agent. */
const firstTurns = 4
const firstUnits = 400

/** In this order where several are found, except that of request and enquiry the one said first counts. */
const weighty = ["complaint", "suggestion"] as const
const plain = ["request", "enquiry"] as const
const phases = ["after-sale", "in-sale", "pre-sale"] as const

/** Characters that tell which script is written: each stands only in one of the two. */
const onlyTraditional = new Set(Array.from(traditional).filter((character) => !simplified.includes(character)))
const onlySimplified = new Set(Array.from(simplified).filter((character) => !traditional.includes(character)))

/** Reads from transcripts why the customer got in touch, at which stage, and how. Reused for one transcript after another. */
export class ContactReader {
  readonly #matcher: Matcher
  readonly #wording = new Wording()
  readonly #told: Readonly<Record<ContactReason, PhraseSet>>
  readonly #said: Readonly<Record<ContactReason, PhraseSet>>
  readonly #phases: Readonly<Record<SalePhase, PhraseSet>>
  readonly #video: PhraseSet

  constructor(words: ContactWords = contactWords()) {
    const compiler = new Compiler(new Map())
    const { complaint, enquiry, request, suggestion } = words.reasons
    const sets = (of: "told" | "said") => ({
      complaint: compiler.phrases(complaint[of]), suggestion: compiler.phrases(suggestion[of]), request: compiler.phrases(request[of]), enquiry: compiler.phrases(enquiry[of])
    })
    this.#told = sets("told")
    this.#said = sets("said")
    this.#phases = { "pre-sale": compiler.phrases(words.phases["pre-sale"]), "in-sale": compiler.phrases(words.phases["in-sale"]), "after-sale": compiler.phrases(words.phases["after-sale"]) }
    this.#video = compiler.phrases(words.video)
    this.#matcher = compiler.matcher.build()
  }

  traits(transcript: Transcript): ContactTraits {
    const { channel, contactReason, queue, turns } = transcript
    const customer = turns.filter(({ role }) => role === "customer")
    const told = contactReason === null ? null : this.#firstOf(asTurns([contactReason]), this.#told)
    const said = told === null ? this.#firstOf(beginning(customer), this.#said) : null
    const count = (role: Turn["role"]) => turns.reduce((sum, turn) => sum + (turn.role === role ? 1 : 0), 0)
    return {
      reason: told ?? said,
      reasonFrom: told !== null ? "input" : said !== null ? "words" : null,
      phase: this.#phase(contactReason) ?? this.#phase(queue),
      medium: this.#medium(channel, queue),
      script: scriptOf(customer),
      turns: { agent: count("agent"), customer: customer.length, bot: count("bot") }
    }
  }

  #firstOf(turns: ReadonlyArray<Turn>, sets: Readonly<Record<ContactReason, PhraseSet>>): ContactReason | null {
    if (turns.length === 0) return null
    this.#scan(turns)
    const first = (reason: ContactReason) => this.#matcher.hits(sets[reason])[0]?.start ?? Infinity
    const heavy = weighty.find((reason) => first(reason) < Infinity)
    if (heavy !== undefined) return heavy
    const [earliest] = plain.filter((reason) => first(reason) < Infinity).toSorted((a, b) => first(a) - first(b))
    return earliest ?? null
  }

  /** Where words of several phases stand, nobody can tell. */
  #phase(told: string | null): SalePhase | null {
    if (told === null) return null
    this.#scan(asTurns([told]))
    const found = phases.filter((phase) => this.#matcher.hits(this.#phases[phase]).length > 0)
    return found.length === 1 ? found[0]! : null
  }

  #medium(channel: Transcript["channel"], queue: string | null): Medium {
    if (queue !== null) {
      this.#scan(asTurns([queue]))
      if (this.#matcher.hits(this.#video).length > 0) return "video"
    }
    return channel === "voice" ? "voice" : "text"
  }

  #scan(turns: ReadonlyArray<Turn>): void {
    this.#wording.fill(turns)
    this.#matcher.scan(this.#wording)
  }
}

const beginning = (customer: ReadonlyArray<Turn>): ReadonlyArray<Turn> => {
  let room = firstUnits
  return customer.slice(0, firstTurns).flatMap((turn) => {
    const text = turn.text.slice(0, room)
    room -= text.length
    return text === "" ? [] : [{ ...turn, text }]
  })
}

const asTurns = (texts: ReadonlyArray<string>): ReadonlyArray<Turn> =>
  texts.map((text) => ({ role: "customer", text, startMs: null, endMs: null, agent: null, confidence: null }))

/** The script in which most telling characters are written; `null` where none tells or both tell the same. */
const scriptOf = (customer: ReadonlyArray<Turn>): Script | null => {
  let balance = 0
  for (const { text } of beginning(customer)) {
    for (const character of text) balance += onlyTraditional.has(character) ? 1 : onlySimplified.has(character) ? -1 : 0
  }
  return balance > 0 ? "traditional" : balance < 0 ? "simplified" : null
}
