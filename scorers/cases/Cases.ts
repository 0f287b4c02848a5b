import type { Transcript } from "../../schemas/Transcript.ts"
import type { Complaint } from "./CaseFeedback.ts"

/** Transcripts that belong to one matter of a customer, in the order of time. */
export interface Case {
  /** What names it for ever: `case:<id>`, `customer:<customer>@<first transcript>`, or `transcript:<source>/<id>` for one that nothing joins to others. */
  readonly key: string
  /** As people know it: the case id, else that of the first transcript. */
  readonly name: string
  readonly customer: string | null
  readonly transcripts: ReadonlyArray<Transcript>
  /** When the customer had a complaint open; in the order of time, the last one perhaps still. */
  readonly complaints: ReadonlyArray<Complaint>
}

/** What the rules say of one transcript as part of a case. Moments are epoch milliseconds; `null`: no such thing in it. */
export interface Signs {
  /** When the transcript shows a complaint; `again`: only one that the customer comes with, not one that the agent calls about. */
  readonly complaint: (transcript: Transcript, again: boolean) => number | null
  readonly closing: (transcript: Transcript) => number | null
  readonly promises: (transcript: Transcript) => boolean
}

/** For so long a promise made without a case id is followed up in what the customer's later transcripts say. */
const followedMs = 30 * 86_400_000

class Growing implements Case {
  readonly key: string
  readonly name: string
  customer: string | null
  readonly transcripts: Array<Transcript> = []
  readonly complaints: Array<Complaint> = []

  constructor(key: string, name: string, customer: string | null) {
    this.key = key
    this.name = name
    this.customer = customer
  }

  get open(): boolean {
    return this.complaints.at(-1)?.closedAt === null
  }

  /** Takes in the next transcript, with the complaint it opens or closes. */
  add(transcript: Transcript, signs: Signs): void {
    this.transcripts.push(transcript)
    this.customer ??= transcript.customer
    // Whatever became of a complaint that nothing joins to later transcripts, it cannot be seen.
    if (!this.open && !this.key.startsWith("transcript:")) {
      const openedAt = signs.complaint(transcript, this.complaints.length > 0)
      if (openedAt !== null) this.complaints.push({ openedAt, closedAt: null })
    }
    const complaint = this.complaints.at(-1)
    if (complaint?.closedAt !== null) return
    const closedAt = signs.closing(transcript)
    if (closedAt !== null && closedAt >= complaint.openedAt) this.complaints[this.complaints.length - 1] = { ...complaint, closedAt }
  }
}

/**
 * Joins dated transcripts into cases: by case id; without one, to the customer's complaint that is open at the time, else to the promise the
 * customer waits for. What has no case id, no complaint and no promise belongs to no case.
 */
export const joinCases = (transcripts: ReadonlyArray<Transcript>, signs: Signs): ReadonlyArray<Case> => {
  const cases = new Map<string, Growing>()
  const ofCustomer = new Map<string, Array<Growing>>()
  const caseOf = (key: string, name: string, customer: string | null): Growing => {
    const known = cases.get(key) ?? new Growing(key, name, customer)
    cases.set(key, known)
    return known
  }
  const dated = transcripts.filter(({ startedAt }) => startedAt !== null)
  for (const transcript of dated.toSorted((a, b) => a.startedAt! - b.startedAt! || compare(nameOf(a), nameOf(b)))) {
    const { caseId, customer } = transcript
    const known = customer === null ? [] : (ofCustomer.get(customer) ?? [])
    const joined = caseId !== null ? caseOf(`case:${caseId}`, caseId, customer) : (awaiting(known, transcript.startedAt!) ?? begun(transcript, signs, caseOf))
    if (joined === null) continue
    joined.add(transcript, signs)
    if (customer !== null && !known.includes(joined)) ofCustomer.set(customer, [...known, joined])
  }
  return [...cases.values()]
}

/** Of a customer's cases, the one that a transcript without a case id goes on with. */
const awaiting = (known: ReadonlyArray<Growing>, startedAt: number): Growing | undefined =>
  known.findLast((one) => one.open) ?? known.findLast((one) => one.key.startsWith("customer:") && one.complaints.length === 0 && startedAt - one.transcripts.at(-1)!.startedAt! <= followedMs)

const begun = (transcript: Transcript, signs: Signs, caseOf: (key: string, name: string, customer: string | null) => Growing): Growing | null => {
  const { customer, id } = transcript
  const promised = signs.promises(transcript)
  if (customer !== null && (promised || signs.complaint(transcript, false) !== null)) return caseOf(`customer:${customer}@${nameOf(transcript)}`, id, customer)
  return promised ? caseOf(`transcript:${nameOf(transcript)}`, id, null) : null
}

const nameOf = ({ id, source }: Transcript): string => `${source}/${id}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
