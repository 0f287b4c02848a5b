import { Schema } from "effect"
import { because } from "../../schemas/Because.ts"
import type { Finding } from "../../schemas/Score.ts"
import { byShare, type Compiler, type Judge, notApplicable, Phrases, unscored } from "../Kind.ts"
import type { PhraseSet } from "../wording/Matcher.ts"
import type { Reading, Window } from "../wording/Reading.ts"
import { rememberedTimeline } from "../time/RememberedTimeline.ts"
import { ruleHeader } from "../RuleHeader.ts"
import type { Interval } from "../time/Speech.ts"
import type { Timeline } from "../time/Timeline.ts"

const Wording = Schema.Struct({ phrases: Phrases, expected: Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString }) })
const Seconds = Schema.Number.pipe(Schema.positive())
const Turns = Schema.Number.pipe(Schema.int(), Schema.between(1, 10))

/**
 * Who puts a customer on hold says so before, says what for, and thanks the customer afterwards; each is worth a part. A long silence the agent asked
 * for counts as a hold. Due are the words before from the agent who spoke last before the hold, the thanks from that agent too if he is the one who comes back.
 */
export class HoldCourtesy extends Schema.Class<HoldCourtesy>("HoldCourtesy")({
  ...ruleHeader,
  kind: Schema.Literal("hold-courtesy"),
  /** Shorter holds are a slip of the finger. */
  shortestSeconds: Seconds,
  /** A silence from this length on is a hold where the agent had just asked to wait, and the customer said “fine” to it if anything. */
  silence: Schema.Struct({ seconds: Seconds, asked: Phrases, acknowledged: Phrases }),
  /** How many of the agent's turns before and after are searched. */
  turns: Turns,
  announced: Wording,
  explained: Wording,
  thanked: Wording
}) {
  compile(compiler: Compiler): Judge {
    const timeline = rememberedTimeline(compiler)
    const asked = compiler.phrases(this.silence.asked)
    const acknowledged = compiler.phrases(this.silence.acknowledged)
    const announced = compiler.phrases(this.announced.phrases)
    const explained = compiler.phrases(this.explained.phrases)
    const thanked = compiler.phrases(this.thanked.phrases)
    return (reading) => {
      const { transcript } = reading
      if (transcript.channel !== "voice") return notApplicable(because.otherChannel)
      if (reading.own.length === 0) return notApplicable(because.noAgentTurn)
      const line = timeline(transcript)
      const marked = transcript.events.filter(({ kind }) => kind === "hold")
      if (typeof line === "string") return marked.length > 0 ? unscored(line) : notApplicable(because.noHold)
      if (marked.some(({ startMs }) => startMs === null)) return unscored(because.holdWithoutTime)
      const findings: Array<Finding> = []
      let due = 0
      let done = 0
      const look = (window: Window, set: PhraseSet, { expected }: typeof Wording.Type, note: string) => {
        due++
        const hit = reading.ownHits(set).find((candidate) => within(reading.turnOf(candidate), window))
        if (hit !== undefined) done++
        findings.push(hit === undefined ? reading.unsaid(window, reading.inItsLanguage(expected), note) : reading.said(hit, "for", note))
      }
      for (const hold of this.holds(reading, line, reading.turnsSaying(asked, ["agent"]), reading.turnsSaying(acknowledged, ["customer"]))) {
        const before = this.before(reading, hold)
        if (before === null) continue
        look(before, announced, this.announced, "announced")
        look(before, explained, this.explained, "explained")
        const after = this.after(reading, hold)
        if (after !== null) look(after, thanked, this.thanked, "thanked")
      }
      return due === 0 ? notApplicable(because.noHold) : byShare(done / due, findings)
    }
  }

  private holds({ agents, transcript: { turns } }: Reading, { holds, quiets }: Timeline, asked: ReadonlySet<number>, fine: ReadonlySet<number>): ReadonlyArray<Interval> {
    const long = (seconds: number) => ({ fromMs, toMs }: Interval) => toMs - fromMs >= seconds * 1000
    const silences = quiets.filter(long(this.silence.seconds)).filter(({ before, exact, fromMs }) => {
      const last = agents.findLast((t) => turns[t]!.startMs! <= fromMs)
      // After a question it is the customer who takes the time.
      return exact && last !== undefined && asked.has(last) && (fine.has(before) || (before === last && !/[?？吗嗎]\s*$/.test(turns[last]!.text)))
    })
    return [...holds.filter(long(this.shortestSeconds)), ...silences].sort((a, b) => a.fromMs - b.fromMs)
  }

  /** The agent's last words before a hold, if they are the judged agent's. */
  private before({ agents, own, transcript }: Reading, { fromMs }: Interval): Window | null {
    const last = agents.findLast((t) => transcript.turns[t]!.startMs! <= fromMs)
    if (last === undefined || !own.includes(last)) return null
    const words = own.filter((t) => t <= last).slice(-this.turns)
    return { from: words[0]!, to: last }
  }

  /** The first words after it, if it is the judged agent who comes back; `null` also where the customer has gone by then. */
  private after({ agents, own, transcript }: Reading, { toMs }: Interval): Window | null {
    const first = agents.find((t) => transcript.turns[t]!.startMs! >= toMs)
    if (first === undefined || !own.includes(first)) return null
    const words = own.filter((t) => t >= first).slice(0, this.turns)
    return { from: first, to: words.at(-1)! }
  }
}

const within = (turn: number, { from, to }: Window) => turn >= from && turn <= to
