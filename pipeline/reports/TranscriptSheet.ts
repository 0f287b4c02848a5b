import { becauseWords } from "../../schemas/Because.ts"
import type { Rubric } from "../../schemas/Rubric.ts"
import type { Score } from "../../schemas/Score.ts"
import type { Tally } from "../../schemas/Tally.ts"
import type { Event, Transcript, Turn } from "../../schemas/Transcript.ts"
import type { Language } from "../Settings.ts"
import type { StoredTranscript } from "../store/ReadTranscript.ts"
import { harmless, harmlessLine, type Look, styled } from "../Terminal.ts"
import { absent, count, points } from "./Figures.ts"
import { findingLines } from "./FindingLines.ts"
import { instant, offset } from "./Instant.ts"
import { markedText } from "./MarkedText.ts"
import { type NumberedFinding, numberedFindings } from "./NumberedFindings.ts"

interface Reader {
  readonly language: Language
  readonly look: Look
  /** IANA name. */
  readonly timeZone: string
}

/** A conversation with its findings marked in place, each explained after its turn, and what they come to. */
export const renderTranscript = ({ revision, rubric, scores, tallies, transcript }: StoredTranscript, reader: Reader): string => {
  const findings = numberedFindings(scores)
  const parts = [heading(transcript, revision, reader).join("\n"), conversation(transcript, findings, rubric, tallies.length > 1, reader).join("\n")]
  if (rubric === null) return [...parts, "Nobody has scored this transcript yet."].join("\n\n")
  const totals = tallies.flatMap((tally) => total(transcript, tally, rubric, scores.filter(({ agent }) => agent === tally.agent), reader))
  return [...parts, totals.join("\n")].join("\n\n")
}

const heading = (transcript: Transcript, revision: number, { look, timeZone }: Reader): ReadonlyArray<string> => {
  const facts: ReadonlyArray<readonly [string, string | null]> = [
    ["source", transcript.source],
    ["file", `${transcript.origin.file}:${transcript.origin.line}`],
    ["agents", transcript.agents.length === 0 ? "(not named)" : transcript.agents.map(({ id }) => nameOf(transcript, id)).join(", ")],
    ["customer", transcript.customer],
    ["queue", transcript.queue],
    ["case", transcript.caseId],
    ["reason", transcript.contactReason],
    ["csat", transcript.csat === null ? null : String(transcript.csat)],
    ["times", transcript.timingProblem]
  ]
  const title = [
    transcript.id,
    transcript.channel,
    ...(transcript.language === null ? [] : [transcript.language]),
    transcript.startedAt === null ? "undated" : `${instant(transcript.startedAt, timeZone)} ${timeZone}`,
    ...(revision > 1 ? [`revision ${revision}`] : [])
  ]
  return [
    styled("bold", harmlessLine(title.join(" · ")), look),
    facts.flatMap(([name, value]) => (value === null ? [] : [`${name} ${harmlessLine(value)}`])).join(" · ")
  ]
}

const conversation = (transcript: Transcript, findings: ReadonlyArray<NumberedFinding>, rubric: Rubric | null, several: boolean, reader: Reader): ReadonlyArray<string> => {
  const rules = new Map(rubric?.rules.map((rule) => [rule.id, rule]))
  const advised = new Set<string>()
  const lines: Array<string> = []
  const events = [...transcript.events]
  const tell = (found: NumberedFinding) => {
    const against = found.finding.bearing === "against" || found.finding.bearing === "tentative"
    const advise = against && !advised.has(found.score.rule)
    if (advise) advised.add(found.score.rule)
    const whose = several ? nameOf(transcript, found.score.agent) : null
    return findingLines(found, rules.get(found.score.rule), { advise, whose, ...reader }).map((line) => `        ${line}`)
  }
  transcript.turns.forEach((turn, index) => {
    while (events[0] !== undefined && isBefore(events[0], turn)) lines.push(eventLine(events.shift()!, reader.look))
    const marks = findings.flatMap(({ finding, number }) => (finding._tag === "Said" && finding.turn === index ? [{ ...finding, number }] : []))
    // A bar tells the further lines of a message from what we say of it, whatever they imitate.
    const text = markedText(turn.text, marks, reader.look).replaceAll(/\r?\n/g, "\n      │ ")
    const time = turn.startMs === null ? "" : ` ${offset(turn.startMs)}`
    const who = styled(turn.role === "agent" ? "bold" : "dim", speaker(transcript, turn), reader.look)
    lines.push(`${String(index).padStart(3)}${time} ${who}: ${text}`, ...findings.filter((found) => found.turn === index).flatMap(tell))
  })
  lines.push(...events.map((event) => eventLine(event, reader.look)))
  return lines
}

const roles = { agent: "Agent", customer: "Customer", bot: "Bot", system: "System" } as const

const speaker = (transcript: Transcript, turn: Turn): string =>
  turn.role === "agent" && transcript.agents.length > 1 && turn.agent !== null ? `Agent ${nameOf(transcript, turn.agent)}` : roles[turn.role]

const nameOf = (transcript: Transcript, agent: string | null): string => {
  if (agent === null) return "(not named)"
  const name = transcript.agents.find(({ id }) => id === agent)?.name ?? null
  return harmlessLine(name === null || name === agent ? agent : `${agent} ${name}`)
}

/** Events without a time stand at the beginning, except those that end a contact. */
const isBefore = (event: Event, turn: Turn): boolean =>
  event.startMs === null ? event.kind !== "hang-up" && event.kind !== "feedback" : turn.startMs !== null && event.startMs <= turn.startMs

const eventLine = (event: Event, look: Look): string => {
  const facts = [
    event.startMs === null ? "" : offset(event.startMs),
    event.kind,
    event.count === null ? "" : `× ${event.count}`,
    event.by === null ? "" : `by the ${event.by}`,
    event.agent === null ? "" : harmlessLine(event.agent),
    event.startMs !== null && event.endMs !== null && event.endMs > event.startMs ? `for ${offset(event.endMs - event.startMs)}` : ""
  ]
  return styled("dim", `    * ${facts.filter((fact) => fact !== "").join(" ")}`, look)
}

const total = (transcript: Transcript, tally: Tally, rubric: Rubric, scores: ReadonlyArray<Score>, { language, look }: Reader): ReadonlyArray<string> => {
  const counted = scores.filter(({ outcome }) => "credit" in outcome).length
  const band = rubric.bands.find(({ id }) => id === tally.band)?.title[language]
  const verdict = tally.points === null
    ? "no points: no rule applied"
    : `${points(tally.points)} points from ${count(counted, "rule")} of ${scores.length} · ${harmlessLine(band ?? tally.band ?? absent)} · ${
      styled(tally.passed ? "green" : "red", tally.passed ? "passed" : "not passed", look)} (from ${rubric.passMark})`
  const sections = rubric.sections.flatMap(({ id, title }) => {
    const section = tally.sections.find((each) => each.section === id)
    return section === undefined || section.points === null ? [] : [`${harmlessLine(title[language])} ${points(section.points)} (${count(section.weighed, "rule")})`]
  })
  return [
    `${styled("bold", nameOf(transcript, tally.agent), look)}: ${verdict}${tally.criticalBreach ? styled("red", " · critical breach", look) : ""}`,
    ...(sections.length === 0 ? [] : [`  ${sections.join(" · ")}`]),
    ...uneventful(scores, rubric, language).map((line) => `  ${line}`),
    `  rubric ${harmlessLine(rubric.name)} ${rubric.fingerprint}`
  ]
}

/** The rules without a finding to show, gathered by outcome and reason. */
const uneventful = (scores: ReadonlyArray<Score>, rubric: Rubric, language: Language): ReadonlyArray<string> => {
  const groups = new Map<string, Array<string>>()
  for (const { findings, outcome, rule } of scores) {
    if (findings.length > 0 && "credit" in outcome) continue
    const reason = "because" in outcome ? `${outcome._tag === "Unscored" ? "Unscored" : "Not applicable"} — ${harmless(becauseWords(outcome.because)[language])}` : outcome._tag
    const titles = groups.get(reason) ?? []
    groups.set(reason, titles)
    titles.push(harmlessLine(rubric.rules.find(({ id }) => id === rule)?.title[language] ?? rule))
  }
  return [...groups].map(([reason, titles]) => `${reason}: ${titles.join("; ")}`)
}
