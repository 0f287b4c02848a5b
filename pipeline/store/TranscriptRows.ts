import type { Judged } from "../../schemas/Judged.ts"
import type { Finding, Score } from "../../schemas/Score.ts"
import type { Tally } from "../../schemas/Tally.ts"
import { ContactReader } from "../../scorers/contacts/ContactReader.ts"
import { CopyRows } from "./CopyRows.ts"
import { copyJson, copyNull, copyNumber, copyText, copyTime } from "./CopyText.ts"
import type { Run } from "./Run.ts"
import { storableText } from "../StorableText.ts"

export const transcriptColumns = `id, source, external_id, revision, digest, channel, language, started_at, customer, queue, case_id, csat,
  contact_reason, timing_problem, turn_count, turns, events, agents, origin_file, origin_line, run_id, reason, reason_from, phase, medium, script, agent_turns,
  customer_turns, bot_turns`
const scoreColumns = "transcript_id, rubric_id, agent_id, rule_id, outcome, credit, because, decided_by"
const findingColumns = `transcript_id, rubric_id, agent_id, rule_id, position, bearing, turn, span_start, span_end, quote, window_from,
  window_to, nearest, expected, note`
const tallyColumns = "transcript_id, rubric_id, agent_id, points, passed, band, critical_breach, sections, run_id"

let reader: ContactReader | null = null
/** Reading its words takes a moment, which commands that store nothing need not wait for. */
const contacts = (): ContactReader => (reader ??= new ContactReader())

/** Rows of transcripts in the text format of COPY, ready to leave. */
export class TranscriptRows {
  static readonly scores = `scores (${scoreColumns})`
  static readonly findings = `findings (${findingColumns})`
  static readonly tallies = `tallies (${tallyColumns})`
  readonly scores = new CopyRows()
  readonly findings = new CopyRows()
  readonly tallies = new CopyRows()
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  /** The row of the transcript itself. `id` and `revision` are the database's. */
  transcript(id: string, revision: number, { digest, transcript: t }: Judged & { readonly digest: string }): string {
    const traits = contacts().traits(t)
    return `${id}\t${copyText(t.source)}\t${copyText(t.id)}\t${revision}\t${digest}\t${t.channel}\t${copyText(t.language)}\t${
      copyTime(t.startedAt)}\t${copyText(t.customer)}\t${copyText(t.queue)}\t${copyText(t.caseId)}\t${copyNumber(t.csat)}\t${
      copyText(t.contactReason)}\t${copyText(t.timingProblem)}\t${t.turns.length}\t${copyJson(t.turns)}\t${copyJson(t.events)}\t${
      copyJson(t.agents)}\t${copyText(t.origin.file)}\t${t.origin.line}\t${this.run.id}\t${
      traits.reason ?? copyNull}\t${traits.reasonFrom ?? copyNull}\t${traits.phase ?? copyNull}\t${traits.medium}\t${traits.script ?? copyNull}\t${
      traits.turns.agent}\t${traits.turns.customer}\t${traits.turns.bot}\n`
  }

  /** Adds what the rubric says of transcript `id`. */
  addJudgement(id: string, { scores, tallies }: Judged): void {
    const prefix = `${id}\t${this.run.rubricId}\t`
    for (const score of scores) this.addScore(prefix, score)
    for (const tally of tallies) this.addTally(prefix, tally)
    // Scored transcripts are told from others by their tallies: one in which no agent took part needs one, too.
    if (tallies.length === 0) this.addTally(prefix, nothingToSay)
  }

  private addScore(prefix: string, score: Score): void {
    const ruleId = this.run.ruleIds.get(score.rule)
    if (ruleId === undefined) throw new Error(`rule ${score.rule} was scored but is not in rubric ${this.run.rubric.fingerprint}`)
    const { outcome } = score
    const key = `${prefix}${this.agentId(score.agent)}\t${ruleId}\t`
    this.scores.add(
      "credit" in outcome
        ? `${key}${outcome._tag}\t${outcome.credit}\t${copyNull}\t${score.decidedBy}\n`
        : `${key}${outcome._tag}\t${copyNull}\t${copyText(outcome.because)}\t${score.decidedBy}\n`
    )
    for (let position = 0; position < score.findings.length; position++) {
      this.findings.add(`${key}${position}\t${findingFields(score.findings[position]!)}`)
    }
  }

  private addTally(prefix: string, tally: Tally): void {
    this.tallies.add(`${prefix}${this.agentId(tally.agent)}\t${copyNumber(tally.points)}\t${tally.passed ?? copyNull}\t${
      copyText(tally.band)}\t${tally.criticalBreach}\t${copyJson(tally.sections)}\t${this.run.id}\n`)
  }

  private agentId(agent: string | null): number {
    const known = this.run.agents.get(agent === null ? null : storableText(agent))
    if (known === undefined) throw new Error(`agent ${agent} was judged but does not take part in the transcript`)
    return known.id
  }
}

const nothingToSay: Tally = { agent: null, points: null, passed: null, band: null, criticalBreach: false, sections: [] }

function findingFields(finding: Finding): string {
  return finding._tag === "Said"
    ? `${finding.bearing}\t${finding.turn}\t${finding.start}\t${finding.end}\t${copyText(finding.quote)}\t${copyNull}\t${copyNull}\t${copyNull}\t${copyNull}\t${copyText(finding.note)}\n`
    : `${finding.bearing}\t${copyNull}\t${copyNull}\t${copyNull}\t${copyNull}\t${finding.window.from}\t${finding.window.to}\t${
      finding.nearest === null ? copyNull : copyJson(finding.nearest)}\t${copyText(finding.expected)}\t${copyText(finding.note)}\n`
}
