import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Event } from "../../schemas/Transcript.ts"
import { breached, type Compiler, type Judge, met, notApplicable, Phrases, unscored } from "../Kind.ts"
import type { Reading } from "../wording/Reading.ts"
import { ruleHeader } from "../RuleHeader.ts"
import { shownSeconds } from "../time/WaitingTime.ts"

/**
 * A call is picked up within so many rings. They are counted where the input counts them; else the time it rang is divided by the length of one ring with
 * its pause, begun ones counting whole. Picking up before the first ring has ended is noted and costs nothing.
 */
export class AnswerTime extends Schema.Class<AnswerTime>("AnswerTime")({
  ...ruleHeader,
  kind: Schema.Literal("answer-time"),
  rings: Schema.Number.pipe(Schema.int(), Schema.positive()),
  /** One ring and the pause after it: 5 in China, 6 in North America. */
  cycleSeconds: Schema.Number.pipe(Schema.positive()),
  /** With these words a customer picks up: the agent called. */
  customerAnswered: Schema.optional(Phrases)
}) {
  compile(compiler: Compiler): Judge {
    const cycleMs = Math.round(this.cycleSeconds * 1000)
    const answers = compiler.phrases(this.customerAnswered)
    return (reading) => {
      const { events } = reading.transcript
      const first = reading.agents[0]
      if (reading.transcript.channel !== "voice") return notApplicable(because.otherChannel)
      if (first === undefined) return notApplicable(because.noAgentTurn)
      if (!reading.isOwn(first)) return notApplicable(because.otherAgent)
      const rung = events.find(({ kind }) => kind === "ring")
      const calledByAgent = rung?.by === "agent" || [...reading.turnsSaying(answers, ["customer"])].some((t) => t < first)
      if (calledByAgent) return notApplicable(because.agentCalled)
      const ms = rung === undefined ? null : rangMs(rung, reading, first)
      const rings = rung?.count ?? (ms === null ? null : Math.ceil(ms / cycleMs))
      if (rings === null) return unscored(because.noRings)
      const late = rings > this.rings
      const early = !late && (ms !== null ? ms < cycleMs : rings < 1)
      const after = ms === null ? { zh: "", en: "" } : { zh: `（${shownSeconds(ms)} 秒）`, en: ` (${shownSeconds(ms)} s)` }
      const hint = early ? { zh: "，第一声铃响完之前接起", en: ", before the first ring had ended" } : { zh: "", en: "" }
      const note = reading.inItsLanguage({
        zh: `铃响 ${rings} 声接起${after.zh}，标准 ${this.rings} 声以内${hint.zh}`,
        en: `picked up after ${rings === 1 ? "1 ring" : `${rings} rings`}${after.en}, target ${this.rings}${hint.en}`
      })
      const finding = reading.saidTurn(first, late ? "against" : "for", note)
      return late ? breached([finding]) : met([finding])
    }
  }
}

/** How long it rang: to the end of the ringing, else to the answer, else to the agent's first word; `null` where its start or the contact's times are no use. */
const rangMs = (rung: Event, { transcript }: Reading, first: number): number | null => {
  const { events, timingProblem, turns } = transcript
  const answered = events.find(({ kind }) => kind === "answer")
  const until = rung.endMs ?? answered?.startMs ?? turns[first]!.startMs
  if (timingProblem !== null || rung.startMs === null || until === null || until < rung.startMs) return null
  return until - rung.startMs
}
