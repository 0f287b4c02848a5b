import { offsetTurns, parseDialogues } from "../../schemas/Dialogue.ts"
import type { Finding, Outcome } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import type { CaseJudge, CaseVerdict } from "./CaseJudge.ts"
import { byShare, notApplicable, unscored, type Verdict } from "../Kind.ts"

/** The zone in which the times of examples are written. */
const zone = "UTC"

/**
 * The transcripts of an example that shows a whole case: conversations parted by `---`, each with `# started_at: 2026-10-08 16:00`, perhaps with
 * `# agent`, `# channel` and `# contact_reason`. `null` for an example of one conversation without a date.
 */
export const exampleCase = (text: string): ReadonlyArray<Transcript> | null => {
  const dialogues = parseDialogues(text)
  if (!dialogues.some(({ header }) => header.has("started_at"))) return null
  return dialogues.map((dialogue, number): Transcript => {
    const value = (key: string) => dialogue.header.get(key)?.value || null
    const startedAt = Date.parse(`${(value("started_at") ?? "").replace(" ", "T")}:00Z`)
    const agent = value("agent")
    return {
      source: "example",
      id: String(number + 1),
      channel: value("channel") === "chat" ? "chat" : "voice",
      language: null,
      agents: agent === null ? [] : [{ id: agent, name: null }],
      customer: null,
      queue: null,
      caseId: "example",
      csat: null,
      contactReason: value("contact_reason"),
      startedAt: Number.isNaN(startedAt) ? null : startedAt,
      timingProblem: null,
      ...offsetTurns(dialogue),
      origin: { file: "example", line: dialogue.line }
    }
  })
}

/** What a rule says of the case of an example, of all agents together; a missed day is a finding named by its date. */
export const judgeExample = (judge: CaseJudge, rule: string, transcripts: ReadonlyArray<Transcript>): { readonly outcome: Outcome; readonly findings: ReadonlyArray<Finding> } => {
  const [verdict] = judge.judge(transcripts, { horizon: Math.max(...transcripts.map((one) => one.startedAt ?? 0)) + 3_600_000, zone })
  if (verdict === undefined) return notApplicable("nothing of the example makes a case")
  return rule === verdict.promiseRule ? ofPromises(verdict) : ofFeedback(verdict)
}

const ofFeedback = ({ due }: CaseVerdict): Verdict => {
  if (due.length === 0) return notApplicable("no feedback was due")
  const findings = due.flatMap(({ date, met }): ReadonlyArray<Finding> =>
    met ? [] : [{ _tag: "Unsaid", bearing: "against", window: { from: 0, to: 0 }, nearest: null, expected: "a message to the customer", note: date }]
  )
  return byShare((due.length - findings.length) / due.length, findings)
}

const ofPromises = ({ promises }: CaseVerdict): Verdict => {
  if (promises.length === 0) return notApplicable("nothing was promised")
  const decided = promises.filter(({ status }) => status === "kept" || status === "broken")
  if (decided.length === 0) return unscored(promises.map(({ because, status }) => because ?? status).join(", "))
  const kept = decided.filter(({ status }) => status === "kept")
  return byShare(kept.length / decided.length, decided.map(({ quote, status }) => ({ _tag: "Said", bearing: status === "kept" ? "for" : "against", ...quote, note: status })))
}
