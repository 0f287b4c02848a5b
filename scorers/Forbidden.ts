import { Schema } from "effect"
import type { Finding } from "../schemas/Score.ts"
import { type Compiler, Phrases } from "./Kind.ts"
import { apart, overlaps, type Reading, type Span, type Window } from "./wording/Reading.ts"
import { heardNote, StandardWording } from "./wording/StandardWording.ts"

/** What must not be said in a situation, as rules that know of such words write it. */
export const forbiddenFields = {
  forbidden: Schema.optional(Phrases),
  /** Hits of `forbidden` that one of these overlaps are none. */
  unless: Schema.optional(Phrases),
  /** Wordings of more than three syllables that a call shows as tentative where only their sound was found. Chinese only. */
  forbiddenBySound: Schema.optional(Schema.NonEmptyArray(Schema.NonEmptyString))
}

/** The forbidden counterparts of what is due. */
export class Forbidden {
  private readonly phrases
  private readonly unless
  private readonly bySound: StandardWording

  constructor(
    compiler: Compiler,
    fields: { readonly forbidden?: ReadonlyArray<string> | undefined; readonly unless?: ReadonlyArray<string> | undefined; readonly forbiddenBySound?: ReadonlyArray<string> | undefined }
  ) {
    this.phrases = compiler.phrases(fields.forbidden)
    this.unless = compiler.phrases(fields.unless)
    this.bySound = new StandardWording(fields.forbiddenBySound?.map((wording, i) => ({ [`forbidden ${i}`]: wording })))
  }

  /**
   * What the agent said of it in a window. A longer wording that was due (`said`) covers it: 请您大声一点 is never 大声一点儿. What was
   * only heard alike, or written down by a recogniser unsure of itself, is tentative and breaches nothing.
   */
  find(reading: Reading, window: Window, said: ReadonlyArray<Span>): { readonly breached: boolean; readonly findings: ReadonlyArray<Finding> } {
    const excuses = reading.ownHits(this.unless)
    const covered = (span: Span) => said.some((other) => other.start <= span.start && other.end >= span.end && other.end - other.start > span.end - span.start)
    const hits = apart(
      reading.ownHits(this.phrases).filter((hit) => {
        const turn = reading.turnOf(hit)
        return turn >= window.from && turn <= window.to && !excuses.some((excuse) => overlaps(hit, excuse)) && !covered(hit)
      })
    )
    const doubtful = reading.isDoubtful(window)
    const findings: Array<Finding> = hits.map((hit) => reading.said(hit, doubtful ? "tentative" : "against"))
    if (reading.transcript.channel === "voice") {
      const turns = reading.own.filter((t) => t >= window.from && t <= window.to)
      for (const alike of this.bySound.find(reading, turns).values()) {
        if ([...hits, ...said, ...excuses].some((other) => overlaps(other, alike))) continue
        findings.push(reading.said(alike, "tentative", heardNote("forbidden", alike)))
      }
    }
    return { breached: hits.length > 0 && !doubtful, findings }
  }
}
