import { because } from "../../schemas/Because.ts"
import type { JudgeLabel, Opinion } from "../../schemas/Opinion.ts"
import type { Bearing, Finding, OutcomeName } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import type { Window } from "../wording/Reading.ts"
import type { Answer, Fault } from "./Answers.ts"
import { EvidenceText } from "./EvidenceText.ts"
import { injectionSigns } from "./InjectionSigns.ts"
import type { Question } from "./Question.ts"
import type { RedactedTranscript } from "./Redaction.ts"
import { checkQuote, counts } from "./Verification.ts"

/** What came of asking once: an answer, one that cannot be read, no text at all, or nothing yet. */
export type Pass =
  | { readonly _tag: "Answered"; readonly answer: Answer }
  | { readonly _tag: "Faulty"; readonly fault: Fault }
  | { readonly _tag: "Refused" | "Truncated" | "Filtered" | "Rejected" | "Unreachable" | "Pending" }

/** One transcript and one of its agents, ready for opinions on any number of rules. */
export class Hearing {
  readonly agent: string | null
  /** Somebody in it speaks to whoever judges it: people have to look, and there is no need to ask the judge. */
  readonly tampered: boolean
  readonly evidence: EvidenceText
  readonly turns: number
  readonly language: "zh" | "en"

  constructor(transcript: Transcript, redacted: RedactedTranscript, agent: string | null) {
    const barred = new Set(injectionSigns(transcript.turns).map(({ turn }) => turn))
    this.agent = agent
    this.tampered = barred.size > 0
    this.evidence = new EvidenceText(transcript, redacted, agent, barred)
    this.turns = transcript.turns.length
    this.language = transcript.turns.some((turn) => /\p{Script=Han}/u.test(turn.text)) ? "zh" : "en"
  }
}

/**
 * What two passes with questions and labels in opposite orders come to. Only where both say the same, each with the evidence it needs, there is an
 * outcome; everything else is for a person, with the reason.
 */
export const opinionOf = (hearing: Hearing, question: Question, forward: Pass, reversed: Pass): Opinion => {
  const passes = [forward, reversed]
  const opinion = (state: Opinion["state"], why: string | null, rest: Partial<Pick<Opinion, "outcome" | "findings" | "note">> = {}): Opinion => ({
    rule: question.rule, agent: hearing.agent, state, outcome: null, findings: [], note: null, because: why, ...rest
  })
  if (passes.some((pass) => pass._tag === "Faulty" && pass.fault === "canary")) return opinion("review", because.judgeTakenOver)
  if (hearing.tampered) return opinion("review", because.speaksToJudge)
  if (passes.some((pass) => pass._tag === "Pending")) return opinion("pending", because.judgePending)
  const answers = passes.flatMap((pass) => (pass._tag === "Answered" ? [pass.answer] : []))
  const [first, second] = answers
  if (first === undefined || second === undefined) return opinion("failed", trouble(passes))

  const heard = [held(hearing, question, first), held(hearing, question, second)] as const
  const note = first.note ?? second.note
  const doubtful = heard.find((one) => one.label === "cannot_tell" && one.why !== null) ?? null
  const label = heard[0].label
  if (doubtful !== null || label !== heard[1].label || label === "cannot_tell") {
    const why = doubtful?.why ?? (label === heard[1].label ? because.judgeCannotTell : because.judgePassesDiffer)
    return opinion("review", why, { findings: apart(heard.flatMap((one) => one.findings.map(asTentative))), note })
  }
  const findings = apart(heard.flatMap((one) => one.findings))
  const window = label === "not_met" && question.notMetShownBy !== "words" ? hull(heard.flatMap((one) => (one.window === null ? [] : [one.window]))) : null
  const missing: ReadonlyArray<Finding> = window === null
    ? []
    : [{ _tag: "Unsaid", bearing: "against", window, nearest: null, expected: question.expected[hearing.language], note: null }]
  return opinion("given", null, { outcome: outcomes[label], findings: [...findings, ...missing], note })
}

const outcomes: Readonly<Record<Exclude<JudgeLabel, "cannot_tell">, OutcomeName>> = { met: "Met", partly: "Partly", not_met: "Breached", not_applicable: "NotApplicable" }

const bearings: Readonly<Record<JudgeLabel, Bearing>> = { met: "for", partly: "for", not_met: "against", not_applicable: "context", cannot_tell: "tentative" }

/** An answer as far as its evidence carries it; `why` it carries no further. */
interface Held {
  readonly label: JudgeLabel
  readonly findings: ReadonlyArray<Finding>
  readonly window: Window | null
  readonly why: string | null
}

const held = ({ evidence, turns }: Hearing, { notMetShownBy, partly }: Question, { label, quotes, searched }: Answer): Held => {
  const checked = quotes.map((quote) => checkQuote(evidence, quote, bearings[label]))
  const findings = checked.flatMap(({ finding }) => (finding === null ? [] : [finding]))
  const window = searched !== null && searched.to < turns && evidence.reaches(searched.from, searched.to) ? searched : null
  // The question knows no half of it.
  if (label === "partly" && partly === null) return { label: "cannot_tell", findings, window, why: because.judgeCannotTell }
  const needsQuote = label === "met" || label === "partly" || (label === "not_met" && notMetShownBy === "words")
  if (needsQuote && !checked.some(counts)) return { label: "cannot_tell", findings, window, why: because.judgeWithoutQuote }
  if (label === "not_met" && notMetShownBy !== "words" && window === null) return { label: "cannot_tell", findings, window, why: because.judgeWithoutWindow }
  return { label, findings, window, why: null }
}

const reasons = {
  Refused: because.judgeRefused,
  Truncated: because.judgeTruncated,
  Filtered: because.judgeFiltered,
  Rejected: because.judgeRejected,
  Unreachable: because.judgeUnreachable,
  Faulty: because.judgeUnreadable,
  Pending: because.judgePending,
  Answered: because.judgeUnreadable
} as const

const trouble = (passes: ReadonlyArray<Pass>): string => reasons[passes.find((pass) => pass._tag !== "Answered")?._tag ?? "Faulty"]

const asTentative = (finding: Finding): Finding => ({ ...finding, bearing: "tentative" })

const hull = (windows: ReadonlyArray<Window>): Window | null =>
  windows.length === 0 ? null : { from: Math.min(...windows.map(({ from }) => from)), to: Math.max(...windows.map(({ to }) => to)) }

/** Both passes tend to quote the same words. */
const apart = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> => {
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const key = JSON.stringify(finding)
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}
