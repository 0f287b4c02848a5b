import type { Transcript } from "../../schemas/Transcript.ts"
import { contactsOf } from "./CaseContacts.ts"
import type { Signs } from "./Cases.ts"
import { Compiler } from "../Kind.ts"
import type { DailyFeedback } from "../kinds/DailyFeedback.ts"
import type { PhraseSet } from "../wording/Matcher.ts"
import type { WordLists } from "../wording/Phrase.ts"
import { momentOf, spokenPromises } from "../promises/Promises.ts"
import { Reading } from "../wording/Reading.ts"
import { comparable } from "../wording/Wording.ts"

/** Reads from a transcript whether it opens or closes a complaint, by the reasons and words of a rule. */
export class CaseSigns implements Signs {
  readonly #rule: DailyFeedback | null
  readonly #promising: boolean
  readonly #reading: Reading
  readonly #sets: { readonly complaint: PhraseSet; readonly agent: PhraseSet; readonly customer: PhraseSet }
  readonly #reasons: { readonly complaint: ReadonlySet<string>; readonly closed: ReadonlySet<string> }

  constructor(rule: DailyFeedback | null, promising: boolean, lists: WordLists) {
    const compiler = new Compiler(lists)
    this.#rule = rule
    this.#promising = promising
    this.#sets = {
      complaint: compiler.phrases(rule?.complaint.words),
      agent: compiler.phrases(rule?.closed.agent),
      customer: compiler.phrases(rule?.closed.customer)
    }
    this.#reasons = { complaint: compared(rule?.complaint.reasons), closed: compared(rule?.closed.reasons) }
    this.#reading = new Reading(compiler.matcher.build())
  }

  readonly complaint = (transcript: Transcript, again: boolean): number | null => {
    if (this.#rule === null) return null
    const [first] = contactsOf(transcript)
    if (again && first?.by === "agent") return null
    if (this.#reasons.complaint.has(reasonOf(transcript))) return transcript.startedAt
    // Only what the customer says can open one: nothing else is read.
    this.#reading.open({ ...transcript, turns: transcript.turns.map((turn) => (turn.role === "customer" ? turn : { ...turn, text: "" })) })
    const [hit] = this.#reading.customerHits(this.#sets.complaint)
    return hit === undefined ? null : momentOf(transcript, this.#reading.turnOf(hit))
  }

  readonly closing = (transcript: Transcript): number | null => {
    if (this.#rule === null) return null
    if (this.#reasons.closed.has(reasonOf(transcript))) return contactsOf(transcript).at(-1)?.until ?? transcript.startedAt
    this.#reading.open(transcript)
    const reading = this.#reading
    const turns = [
      ...reading.hits(this.#sets.agent).map((hit) => reading.turnOf(hit)).filter((turn) => transcript.turns[turn]!.role === "agent"),
      ...reading.customerHits(this.#sets.customer).map((hit) => reading.turnOf(hit))
    ]
    return turns.length === 0 ? null : momentOf(transcript, Math.max(...turns))
  }

  readonly promises = (transcript: Transcript): boolean => this.#promising && spokenPromises(transcript).length > 0
}

/** Reasons are told apart without regard to script, case, punctuation and spacing, as all other words of a rule are. */
const reasonOf = ({ contactReason }: Transcript): string => comparable(contactReason ?? "")

const compared = (reasons: ReadonlyArray<string> = []): ReadonlySet<string> => new Set(reasons.map(comparable))
