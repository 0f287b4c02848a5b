import { DateTime, Option, Schema } from "effect"
import type { Transcript } from "../../schemas/Transcript.ts"
import { BusinessHours } from "../time/BusinessHours.ts"
import { CaseCalendar } from "./CaseCalendar.ts"

const { exceptions, week } = BusinessHours.fields

/** What rules about cases say of time; written in the rule file. */
export const caseTimes = {
  /** Opening hours: they say which days are working days and when work ends. */
  calendar: Schema.Struct({ week, exceptions }),
  /**
   * Where a queue or a language has a zone other than the one the product is set to; the first that fits counts. The offset with which an input writes
   * its moments says nothing of this: most exports write UTC wherever the site is.
   */
  zones: Schema.optionalWith(
    Schema.Array(
      Schema.Struct({
        queue: Schema.optional(Schema.NonEmptyString),
        /** BCP 47, or the beginning of it: `en` fits `en-US`. */
        language: Schema.optional(Schema.NonEmptyString),
        zone: Schema.String.pipe(
          Schema.filter((zone) => (Option.isSome(DateTime.zoneFromString(zone)) ? undefined : "a time zone is named as in Asia/Shanghai, or an offset such as +08:00"))
        )
      })
    ),
    { default: () => [] }
  ),
  /**
   * `last-contact`: silence counts against an agent up to the last contact of the case on record, since what came later may only be missing from
   * the record. `now`: every contact is on record, so silence on record is silence.
   */
  countUntil: Schema.optionalWith(Schema.Literal("last-contact", "now"), { default: () => "last-contact" as const })
}

interface Times {
  readonly calendar: { readonly week: typeof week.Type; readonly exceptions: Readonly<Record<string, ReadonlyArray<string>>> }
  readonly zones: ReadonlyArray<{ readonly queue?: string | undefined; readonly language?: string | undefined; readonly zone: string }>
}

/** Calendars of a rule, made once per zone. */
export class CaseCalendars {
  readonly #times: Times
  readonly #made = new Map<string, CaseCalendar>()

  constructor(times: Times) {
    this.#times = times
  }

  /** Of the first of these transcripts whose queue or language has a zone of its own, else of `zone`. */
  of(transcripts: ReadonlyArray<Pick<Transcript, "queue" | "language">>, zone: string): CaseCalendar {
    const fits = (one: Times["zones"][number], { language, queue }: Pick<Transcript, "queue" | "language">) =>
      (one.queue === undefined || one.queue === queue) && (one.language === undefined || language === one.language || language?.startsWith(`${one.language}-`) === true)
    const own = transcripts.flatMap((transcript) => this.#times.zones.find((one) => fits(one, transcript)) ?? []).at(0)
    const name = own?.zone ?? zone
    const made = this.#made.get(name) ?? new CaseCalendar(name, this.#times.calendar)
    this.#made.set(name, made)
    return made
  }
}
