import type { CaseCalendar } from "./CaseCalendar.ts"
import type { Contact } from "./CaseContacts.ts"

/** A complaint within a case: from its opening to its end, epoch milliseconds; `closedAt` is `null` while it is open. */
export interface Complaint {
  readonly openedAt: number
  readonly closedAt: number | null
}

/** A stretch of time in which feedback was due: a local day, or the time from one contact to the next. */
export interface FeedbackDue {
  /** `2026-10-05`; in rolling mode the day on which it fell due. */
  readonly date: string
  /** Epoch milliseconds; `until` is exclusive. */
  readonly from: number
  readonly until: number
  /** Met: who gave it. Missed: whose case it was when the stretch ended; `null` where no input names anybody. */
  readonly agent: string | null
  readonly met: boolean
  /** The contact that was the feedback; `null` where there was none, or where the complaint ended before any was due. */
  readonly by: Contact | null
}

export interface FeedbackSettings {
  readonly mode: "calendar" | "rolling"
  readonly days: "every" | "working"
  readonly rollingHours: number
  readonly graceHours: number
  readonly answersCount: boolean
}

export interface Feedback {
  /** In the order of time, as the mode of the rule has it. */
  readonly due: ReadonlyArray<FeedbackDue>
  /** The longest time without feedback while a complaint was open, in hours; `null`: none was open. */
  readonly longestGapHours: number | null
}

const hourMs = 3_600_000

/** Is this contact a message to the customer that nobody had to ask for? What cannot be told speaks for the agent. */
export const isFeedback = (contact: Contact, answersCount: boolean): boolean =>
  contact.recorded || (contact.reply !== null && (answersCount || contact.by !== "customer"))

/**
 * When feedback was due on the complaints of a case and whether it came. A day is due after the day of opening, up to and with the day of closing;
 * one that is not over at `horizon` (epoch milliseconds) only counts once it is met. `contacts` in the order of time.
 */
export const feedbackDue = (complaints: ReadonlyArray<Complaint>, contacts: ReadonlyArray<Contact>, horizon: number, calendar: CaseCalendar, settings: FeedbackSettings): Feedback => {
  const given = contacts.filter((contact) => isFeedback(contact, settings.answersCount) && contact.from <= horizon)
  const due = complaints.flatMap((complaint) =>
    settings.mode === "calendar" ? dueDays(complaint, contacts, given, horizon, calendar, settings) : dueGaps(complaint, contacts, given, horizon, calendar, settings)
  )
  const gaps = complaints.flatMap((complaint) => gapsOf(complaint, given, horizon).map(({ from, until }) => worked(from, until, calendar, settings)))
  return { due, longestGapHours: gaps.length === 0 ? null : Math.max(...gaps) / hourMs }
}

const dueDays = (
  { closedAt, openedAt }: Complaint,
  contacts: ReadonlyArray<Contact>,
  given: ReadonlyArray<Contact>,
  horizon: number,
  calendar: CaseCalendar,
  settings: FeedbackSettings
): ReadonlyArray<FeedbackDue> => {
  const found: Array<FeedbackDue> = []
  const last = calendar.day(closedAt ?? horizon)
  for (let day = calendar.day(openedAt) + 1; day <= last; day++) {
    if (settings.days === "working" && !calendar.isOpen(day)) continue
    const from = calendar.at(day, 0)
    const until = calendar.at(day, 1440)
    // Whoever settles a complaint has told the customer so.
    const by = given.find((contact) => momentOf(contact) >= from && momentOf(contact) < until)
      ?? (closedAt !== null && day === last ? contacts.find((contact) => contact.reply !== null && contact.from >= from && contact.from <= closedAt) : undefined)
    if (by === undefined && until > horizon) continue
    found.push({ date: calendar.date(day), from, until, met: by !== undefined, agent: by === undefined ? ownerAt(contacts, until) : by.reply?.agent ?? ownerAt(contacts, until), by: by ?? null })
  }
  return found
}

/** A recorded feedback without any words of an agent is as old as its contact. */
const momentOf = (contact: Contact): number => contact.reply?.at ?? contact.from

const dueGaps = (
  complaint: Complaint,
  contacts: ReadonlyArray<Contact>,
  given: ReadonlyArray<Contact>,
  horizon: number,
  calendar: CaseCalendar,
  settings: FeedbackSettings
): ReadonlyArray<FeedbackDue> =>
  gapsOf(complaint, given, horizon).flatMap(({ by, ended, from, until }): ReadonlyArray<FeedbackDue> => {
    const allowed = (settings.rollingHours + settings.graceHours) * hourMs
    const missed = worked(from, until, calendar, settings) > allowed
    // What is not over yet is neither met nor missed.
    if (!missed && !ended) return []
    const dueAt = missed ? from + allowed : until
    const agent = missed ? ownerAt(contacts, dueAt) : (by?.reply?.agent ?? ownerAt(contacts, until + 1))
    return [{ date: calendar.date(calendar.day(dueAt)), from, until, met: !missed, agent, by: missed ? null : by }]
  })

/** From opening to closing, parted by feedback. `ended`: by feedback or closing, not by the horizon. */
const gapsOf = ({ closedAt, openedAt }: Complaint, given: ReadonlyArray<Contact>, horizon: number) => {
  const end = closedAt ?? horizon
  const gaps: Array<{ from: number; until: number; by: Contact | null; ended: boolean }> = []
  let from = openedAt
  for (const contact of given) {
    const at = momentOf(contact)
    if (at <= openedAt || at > end || contact.from <= openedAt) continue
    gaps.push({ from, until: at, by: contact, ended: true })
    from = at
  }
  if (end > from) gaps.push({ from, until: end, by: null, ended: closedAt !== null })
  return gaps
}

/** Milliseconds of a stretch, without days off where only working days count. */
const worked = (from: number, until: number, calendar: CaseCalendar, { days }: FeedbackSettings): number => {
  if (days === "every") return until - from
  let sum = 0
  for (let day = calendar.day(from); day <= calendar.day(until); day++) {
    if (calendar.isOpen(day)) sum += Math.max(0, Math.min(until, calendar.at(day, 1440)) - Math.max(from, calendar.at(day, 0)))
  }
  return sum
}

/** Whose the case is at a moment: the agent who had it last, or to whom it was handed over. */
export const ownerAt = (contacts: ReadonlyArray<Contact>, moment: number): string | null => {
  const taken = takings(contacts)
  let owner: string | null = null
  for (let i = 0; i < taken.length && taken[i]!.at < moment; i++) owner = taken[i]!.agent
  return owner
}

interface Taking {
  readonly agent: string
  readonly at: number
}

/** When the case changed hands, in the order of time; asked for again for every day that was due. */
const takings = (contacts: ReadonlyArray<Contact>): ReadonlyArray<Taking> => {
  const known = remembered.get(contacts)
  if (known !== undefined) return known
  const all: Array<Taking> = []
  const take = (agent: string | null, at: number) => {
    if (agent !== null) all.push({ agent, at })
  }
  for (const { reply, transcript: { events, startedAt, turns } } of contacts) {
    if (reply !== null) take(reply.agent, reply.at)
    for (const { agent, role, startMs } of turns) if (role === "agent") take(agent, startedAt! + (startMs ?? 0))
    for (const { agent, kind, startMs } of events) if (kind === "transfer" || kind === "assign") take(agent, startedAt! + (startMs ?? 0))
  }
  // Of several at one moment the last said counts: sorting keeps their order.
  all.sort((a, b) => a.at - b.at)
  const changes = all.filter(({ agent }, i) => agent !== all[i - 1]?.agent)
  remembered.set(contacts, changes)
  return changes
}

const remembered = new WeakMap<ReadonlyArray<Contact>, ReadonlyArray<Taking>>()
