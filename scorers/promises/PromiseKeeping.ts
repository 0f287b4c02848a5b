import type { CaseCalendar } from "../cases/CaseCalendar.ts"
import type { Contact } from "../cases/CaseContacts.ts"
import { isFeedback } from "../cases/CaseFeedback.ts"
import { contacts as contactPromises } from "./Commitment.ts"
import { type FoundPromise, promises } from "./Promises.ts"
import type { Transcript } from "../../schemas/Transcript.ts"

/**
 * `kept`: a contact came in time. `broken`: none came, and the case went on after it was due. `overdue`: none came, and nothing on record is
 * later. `open`: not due yet. `unclear`: transcripts cannot tell, `because` says why.
 */
export type PromiseStatus = "kept" | "broken" | "overdue" | "open" | "unclear"

export interface PromiseOutcome extends FoundPromise {
  readonly transcript: Transcript
  readonly status: PromiseStatus
  readonly because: string | null
  /** Kept: the contact that did it. Broken: the first one that came too late, if any. */
  readonly by: Contact | null
  /** Broken: what the customer says of it, where somebody says so. */
  readonly chased: { readonly transcript: Transcript; readonly turn: number; readonly quote: string } | null
}

/** Waiting in vain, in the customer's words. */
const inVain =
  /没(?:有)?(?:人|接到|收到|打|回|联系)|沒(?:有)?(?:人|接到|收到|打|回|聯[絡繫])|等了(?:一整?天|半天|几天|幾天|好久)|(?:一个|一個|一通)(?:电话|電話)(?:都|也)?[没沒]|说(?:好|了)|說(?:好|了)|nobody|no one|never (?:called|rang|got|heard)|haven'?t (?:heard|been called|had a call)|didn'?t (?:call|ring|get)|still waiting|supposed to (?:call|get)/i

/** What became of the promises of a case. `contacts` and `transcripts` in the order of time; `now`: silence on record is silence up to `horizon`. */
export const keptPromises = (
  transcripts: ReadonlyArray<Transcript>,
  contacts: ReadonlyArray<Contact>,
  { calendar, graceMinutes, horizon, joined, now }: {
    readonly calendar: CaseCalendar
    readonly graceMinutes: number
    readonly horizon: number
    readonly now: boolean
    /** Do the inputs say what belongs to this case? Otherwise later transcripts may do so without our knowledge. */
    readonly joined: boolean
  }
): ReadonlyArray<PromiseOutcome> => {
  const lastSeen = contacts.reduce((latest, contact) => Math.max(latest, contact.until), -Infinity)
  const made = transcripts.flatMap((transcript) => promises(transcript, calendar).map((promise) => ({ ...promise, transcript })))
  return made.map((promise): PromiseOutcome => {
    const outcome = (status: PromiseStatus, rest: Partial<PromiseOutcome> = {}): PromiseOutcome => ({ ...promise, status, because: null, by: null, chased: null, ...rest })
    const { dueAt, madeAt } = promise
    if (madeAt === null) return outcome("unclear", { because: "the transcript carries no times" })
    if (dueAt === null) return outcome("unclear", { because: "the words name no moment to come" })
    if (!contactPromises.has(promise.what)) return outcome("unclear", { because: "whether this was done cannot be seen in transcripts" })
    const limit = dueAt + graceMinutes * 60_000
    const later = contacts.filter((contact) => contact.from > madeAt && isFeedback(contact, false))
    const first = later[0]
    if (first !== undefined && momentOf(first) <= limit) return outcome("kept", { by: first })
    const settled = settledBefore(promise, made, contacts, limit)
    if (settled !== null) return outcome("unclear", { because: settled })
    const chase = chased(contacts, limit)
    if (lastSeen > limit || (now && horizon > limit && joined)) return outcome("broken", { by: first ?? null, chased: chase })
    if (horizon <= limit) return outcome("open")
    return joined ? outcome("overdue") : outcome("unclear", { because: "nothing joins this transcript to later ones" })
  })
}

/** The customer wants no call, in his words. */
const declined = /(?:不用|不必|别|甭|無需|无需)(?:再|麻烦|麻煩)?(?:给我|給我|跟我|和我)?(?:回|打|联系|聯[絡繫]|来电|來電|通知)|no need to|don'?t (?:bother|call|ring|phone)|you needn'?t/i

/** What an agent says who takes a time back to name another. */
const corrected = /不对|不對|算了|说错|說錯|改(?:成|到|为|為)|还是(?:改)?|還是|要不|那就|actually|make (?:that|it)|sorry|rather|instead|let'?s say|scratch that/i

/**
 * Why nobody can say that a promise was broken although no call came: the customer wanted none, another time was named, or the two spoke before it was
 * due, since the customer had called. `null`: nothing of the kind.
 */
const settledBefore = (
  { madeAt, quote, transcript }: FoundPromise & { readonly transcript: Transcript },
  made: ReadonlyArray<FoundPromise & { readonly transcript: Transcript }>,
  contacts: ReadonlyArray<Contact>,
  limit: number
): string | null => {
  const { turns } = transcript
  if (turns.some(({ role, text }, turn) => turn > quote.turn && role === "customer" && declined.test(text))) return "the customer wanted no call"
  const other = made.find((one) => one.transcript === transcript && (one.quote.turn > quote.turn || (one.quote.turn === quote.turn && one.quote.start >= quote.end)))
  if (other !== undefined) {
    const before = turns[other.quote.turn]!.text.slice(other.quote.turn === quote.turn ? quote.end : 0, other.quote.start)
    if (corrected.test(before)) return "another time was named at once"
  }
  const spoke = contacts.some((contact) => contact.from > madeAt! && contact.from <= limit && contact.reply !== null && contact.reply.at <= limit)
  return spoke ? "the customer got in touch before it was due" : null
}

const momentOf = (contact: Contact): number => contact.reply?.at ?? contact.from

const chased = (contacts: ReadonlyArray<Contact>, after: number): PromiseOutcome["chased"] => {
  for (const { from, transcript, until } of contacts) {
    if (until <= after) continue
    for (const [turn, { role, startMs, text }] of transcript.turns.entries()) {
      const at = transcript.startedAt! + (startMs ?? 0)
      if (role === "customer" && at > after && at >= from && at <= until && inVain.test(text)) return { transcript, turn, quote: text }
    }
  }
  return null
}
