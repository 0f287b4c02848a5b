import type { Transcript } from "../../schemas/Transcript.ts"
import { type Contact, contactsOf } from "./CaseContacts.ts"
import { type Feedback, feedbackDue, type FeedbackDue, isFeedback, ownerAt } from "./CaseFeedback.ts"
import { type Case, joinCases } from "./Cases.ts"
import { CaseSigns } from "./CaseSigns.ts"
import { CaseCalendars } from "./CaseTimes.ts"
import { DailyFeedback } from "../kinds/DailyFeedback.ts"
import { PromiseKept } from "../kinds/PromiseKept.ts"
import type { WordLists } from "../wording/Phrase.ts"
import { keptPromises, type PromiseOutcome } from "../promises/PromiseKeeping.ts"
import type { Rule } from "../Rule.ts"

/** Missed days in a row, dates inclusive. */
export interface Abandonment {
  readonly from: string
  readonly until: string
  readonly days: number
}

/** Everything the rules say of one case. */
export interface CaseVerdict extends Case {
  /** Zone in which days and promised times were understood. */
  readonly zone: string
  readonly contacts: ReadonlyArray<Contact>
  /** Whose case it is; `null` where no input names anybody. */
  readonly owner: string | null
  /** Epoch milliseconds. */
  readonly lastContactAt: number
  readonly lastFeedbackAt: number | null
  /** Due days (or gaps) that count for or against an agent, under `feedbackRule`; empty without a complaint. */
  readonly feedbackRule: string | null
  readonly due: ReadonlyArray<FeedbackDue>
  readonly longestGapHours: number | null
  readonly abandoned: Abandonment | null
  /** Days that went by without feedback since the last, up to the horizon, charged or not; 0 without an open complaint. */
  readonly silentDays: number
  readonly promiseRule: string | null
  readonly promises: ReadonlyArray<PromiseOutcome>
}

/** What the rules of a rubric say over several transcripts. Pure and synchronous. */
export class CaseJudge {
  readonly feedback: DailyFeedback | null
  readonly promise: PromiseKept | null
  private readonly signs: CaseSigns
  private readonly calendars: { readonly feedback: CaseCalendars | null; readonly promise: CaseCalendars | null }

  /** Throws `PhraseError` for a phrase that cannot be read. */
  constructor(rules: ReadonlyArray<Rule>, lists: WordLists) {
    this.feedback = rules.find((rule) => rule instanceof DailyFeedback) ?? null
    this.promise = rules.find((rule) => rule instanceof PromiseKept) ?? null
    this.signs = new CaseSigns(this.feedback, this.promise !== null, lists)
    this.calendars = {
      feedback: this.feedback === null ? null : new CaseCalendars(this.feedback),
      promise: this.promise === null ? null : new CaseCalendars(this.promise)
    }
  }

  /** Does any rule look further than one transcript? */
  get idle(): boolean {
    return this.feedback === null && this.promise === null
  }

  /**
   * Joins transcripts into cases and judges each. `horizon`: the moment up to which the record is known (epoch milliseconds). `zone`: IANA name,
   * unless the rules know a better one.
   */
  judge(transcripts: ReadonlyArray<Transcript>, { horizon, zone }: { readonly horizon: number; readonly zone: string }): ReadonlyArray<CaseVerdict> {
    return joinCases(transcripts, this.signs).map((one) => this.#verdict(one, horizon, zone))
  }

  #verdict(one: Case, horizon: number, zone: string): CaseVerdict {
    const contacts = one.transcripts.flatMap(contactsOf).toSorted((a, b) => a.from - b.from)
    const lastSeen = contacts.reduce((latest, contact) => Math.max(latest, contact.until), one.transcripts[0]!.startedAt!)
    const feedback = this.#feedback(one, contacts, lastSeen, horizon, zone)
    const calendar = this.calendars.promise?.of(one.transcripts, zone) ?? null
    return {
      ...one,
      zone: (this.calendars.feedback ?? this.calendars.promise)?.of(one.transcripts, zone).zone ?? zone,
      contacts,
      owner: ownerAt(contacts, Infinity),
      lastContactAt: lastSeen,
      lastFeedbackAt: contacts.findLast((contact) => isFeedback(contact, this.feedback?.answersCount ?? false))?.from ?? null,
      feedbackRule: this.feedback?.id ?? null,
      ...feedback,
      promiseRule: this.promise?.id ?? null,
      promises: this.promise === null || calendar === null ? [] : keptPromises(one.transcripts, contacts, {
        calendar,
        graceMinutes: this.promise.graceMinutes,
        horizon,
        now: this.promise.countUntil === "now",
        joined: !one.key.startsWith("transcript:")
      })
    }
  }

  #feedback(one: Case, contacts: ReadonlyArray<Contact>, lastSeen: number, horizon: number, zone: string): Feedback & Pick<CaseVerdict, "abandoned" | "silentDays"> {
    const rule = this.feedback
    if (rule === null || one.complaints.length === 0) return { due: [], longestGapHours: null, abandoned: null, silentDays: 0 }
    const calendar = this.calendars.feedback!.of(one.transcripts, zone)
    const charged = rule.countUntil === "now" ? horizon : Math.min(lastSeen, horizon)
    const days = { ...rule, mode: "calendar" } as const
    const silent = one.complaints.at(-1)!.closedAt === null ? feedbackDue(one.complaints.slice(-1), contacts, horizon, calendar, days).due : []
    return {
      ...feedbackDue(one.complaints, contacts, charged, calendar, rule),
      abandoned: abandonment(feedbackDue(one.complaints, contacts, charged, calendar, days).due, rule.abandonedAfterDays),
      silentDays: silent.length - 1 - silent.findLastIndex(({ met }) => met)
    }
  }
}

/** The longest run of missed days, if it is long enough. */
const abandonment = (due: ReadonlyArray<FeedbackDue>, least: number): Abandonment | null => {
  let longest: Abandonment | null = null
  let run: Array<FeedbackDue> = []
  for (const day of due) {
    run = day.met ? [] : [...run, day]
    if (run.length >= least && run.length > (longest?.days ?? 0)) longest = { from: run[0]!.date, until: day.date, days: run.length }
  }
  return longest
}
