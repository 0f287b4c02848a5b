import { advisoryScore, isAdvisory } from "../../schemas/AdvisoryScore.ts"
import { becauseWords } from "../../schemas/Because.ts"
import { type NumberedFinding, numberedFindings } from "../../schemas/NumberedFindings.ts"
import type { Rubric } from "../../schemas/Rubric.ts"
import type { Score } from "../../schemas/Score.ts"
import type { Tally } from "../../schemas/Tally.ts"
import type { Event, Transcript, Turn } from "../../schemas/Transcript.ts"
import type { Language } from "../Settings.ts"
import type { StoredOpinion } from "../store/ReadOpinions.ts"
import type { StoredTranscript } from "../store/ReadTranscript.ts"
import { harmless, harmlessLine, type Look, styled } from "../Terminal.ts"
import { absent, points } from "./Figures.ts"
import { findingLines, occasionLine, outcomeText } from "./FindingLines.ts"
import { instant, offset } from "./Instant.ts"
import { markedText } from "./MarkedText.ts"
import { opinionLines } from "./OpinionLines.ts"
import { type SheetWords, sheetWords } from "./SheetWords.ts"

interface Reader {
  readonly language: Language
  readonly look: Look
  /** IANA name. */
  readonly timeZone: string
}

/** A conversation with its findings marked in place, each explained after its turn, and what they come to. */
export const renderTranscript = ({ opinions, revision, rubric, scores, tallies, transcript }: StoredTranscript, reader: Reader): string => {
  const findings = numberedFindings([...scores, ...opinions.filter(({ counts }) => !counts).map(advisoryScore)])
  const parts = [heading(transcript, revision, reader).join("\n"), conversation(transcript, findings, rubric, tallies.length > 1, reader).join("\n")]
  if (rubric === null) return [...parts, sheetWords[reader.language].notScored].join("\n\n")
  const totals = tallies.flatMap((tally) => total(transcript, tally, rubric, scores.filter(({ agent }) => agent === tally.agent), opinions.filter(({ agent }) => agent === tally.agent), reader))
  return [...parts, totals.join("\n")].join("\n\n")
}

const heading = (transcript: Transcript, revision: number, { language, look, timeZone }: Reader): ReadonlyArray<string> => {
  const words = sheetWords[language]
  const facts: ReadonlyArray<readonly [keyof SheetWords["facts"], string | null]> = [
    ["source", transcript.source],
    ["file", `${transcript.origin.file}:${transcript.origin.line}`],
    ["agents", transcript.agents.length === 0 ? words.notNamed : transcript.agents.map(({ id }) => nameOf(transcript, id, words)).join(words.comma)],
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
    transcript.startedAt === null ? words.undated : `${instant(transcript.startedAt, timeZone)} ${timeZone}`,
    ...(revision > 1 ? [words.revision(revision)] : [])
  ]
  return [
    styled("bold", harmlessLine(title.join(" · ")), look),
    facts.flatMap(([name, value]) => (value === null ? [] : [`${words.facts[name]} ${harmlessLine(value)}`])).join(" · ")
  ]
}

const conversation = (transcript: Transcript, findings: ReadonlyArray<NumberedFinding>, rubric: Rubric | null, several: boolean, reader: Reader): ReadonlyArray<string> => {
  const words = sheetWords[reader.language]
  const rules = new Map(rubric?.rules.map((rule) => [rule.id, rule]))
  const advised = new Set<string>()
  const lines: Array<string> = []
  const events = [...transcript.events]
  const tell = (found: NumberedFinding) => {
    // Nobody is advised on an opinion that counts for nothing.
    const against = (found.finding.bearing === "against" || found.finding.bearing === "tentative") && !isAdvisory(found.score)
    const advise = against && !advised.has(found.score.rule)
    if (advise) advised.add(found.score.rule)
    const whose = several ? nameOf(transcript, found.score.agent, words) : null
    return findingLines(found, rules.get(found.score.rule), { advise, whose, ...reader }).map((line) => `        ${line}`)
  }
  transcript.turns.forEach((turn, index) => {
    while (events[0] !== undefined && isBefore(events[0], turn)) lines.push(eventLine(events.shift()!, words, reader.look))
    const marks = findings.flatMap(({ finding, number }) => (finding._tag === "Said" && finding.turn === index ? [{ ...finding, number }] : []))
    // A bar tells the further lines of a message from what we say of it, whatever they imitate.
    const text = markedText(turn.text, marks, reader.look).replaceAll(/\r?\n/g, "\n      │ ")
    const time = turn.startMs === null ? "" : ` ${offset(turn.startMs)}`
    const who = styled(turn.role === "agent" ? "bold" : "dim", speaker(transcript, turn, words), reader.look)
    const told = findings.filter((found) => found.turn === index)
    const occasions = told.filter(({ finding }) => finding._tag === "Said" && finding.bearing === "context")
    lines.push(`${String(index).padStart(3)}${time} ${who}${words.colon}${text}`)
    if (occasions.length > 0) lines.push(`        ${occasionLine(occasions, rules, reader)}`)
    lines.push(...told.filter((found) => !occasions.includes(found)).flatMap(tell))
  })
  lines.push(...events.map((event) => eventLine(event, words, reader.look)))
  return lines
}

const speaker = (transcript: Transcript, turn: Turn, words: SheetWords): string =>
  turn.role === "agent" && transcript.agents.length > 1 && turn.agent !== null ? `${words.roles.agent} ${nameOf(transcript, turn.agent, words)}` : words.roles[turn.role]

const nameOf = (transcript: Transcript, agent: string | null, words: SheetWords): string => {
  if (agent === null) return words.notNamed
  const name = transcript.agents.find(({ id }) => id === agent)?.name ?? null
  return harmlessLine(name === null || name === agent ? agent : `${agent} ${name}`)
}

/** Events without a time stand at the beginning, except those that end a contact. */
const isBefore = (event: Event, turn: Turn): boolean =>
  event.startMs === null ? event.kind !== "hang-up" && event.kind !== "feedback" : turn.startMs !== null && event.startMs <= turn.startMs

const eventLine = (event: Event, words: SheetWords, look: Look): string => {
  const facts = [
    event.startMs === null ? "" : offset(event.startMs),
    words.events[event.kind],
    event.count === null ? "" : `× ${event.count}`,
    event.by === null ? "" : words.by(words.roles[event.by]),
    event.agent === null ? "" : harmlessLine(event.agent),
    event.startMs !== null && event.endMs !== null && event.endMs > event.startMs ? words.lasting(offset(event.endMs - event.startMs)) : ""
  ]
  return styled("dim", `    * ${facts.filter((fact) => fact !== "").join(" ")}`, look)
}

const total = (transcript: Transcript, tally: Tally, rubric: Rubric, scores: ReadonlyArray<Score>, opinions: ReadonlyArray<StoredOpinion>, reader: Reader): ReadonlyArray<string> => {
  const { language, look } = reader
  const words = sheetWords[language]
  const counted = scores.filter(({ outcome }) => "credit" in outcome).length
  const band = rubric.bands.find(({ id }) => id === tally.band)?.title[language]
  const verdict = tally.points === null
    ? words.noPoints
    : `${words.pointsOfRules(points(tally.points), counted, scores.length)} · ${harmlessLine(band ?? tally.band ?? absent)} · ${
      styled(tally.passed ? "green" : "red", tally.passed ? words.passed : words.failed, look)}${words.from(rubric.passMark)}`
  const sections = rubric.sections.flatMap(({ id, title }) => {
    const section = tally.sections.find((each) => each.section === id)
    return section === undefined || section.points === null ? [] : [`${harmlessLine(title[language])} ${points(section.points)} (${words.rulesCounted(section.weighed)})`]
  })
  return [
    `${styled("bold", nameOf(transcript, tally.agent, words), look)}${words.colon}${verdict}${tally.criticalBreach ? styled("red", ` · ${words.criticalBreach}`, look) : ""}`,
    ...(sections.length === 0 ? [] : [`  ${sections.join(" · ")}`]),
    ...outcomes(scores, rubric, reader).map((line) => `  ${line}`),
    ...opinionLines(opinions, rubric, language).map((line) => `  ${line}`),
    `  ${words.rubric} ${harmlessLine(rubric.name)} ${rubric.fingerprint}`
  ]
}

const order = { Breached: 0, Partly: 1, Met: 2, NotApplicable: 3, Unscored: 4 } as const

/** Every rule by its outcome and the reason for that, what lost most first. */
const outcomes = (scores: ReadonlyArray<Score>, rubric: Rubric, { language, look }: Reader): ReadonlyArray<string> => {
  const words = sheetWords[language]
  const groups = new Map<string, Array<string>>()
  for (const { outcome, rule } of scores.toSorted((a, b) => order[a.outcome._tag] - order[b.outcome._tag])) {
    const reason = "because" in outcome ? `${words.outcomes[outcome._tag]} — ${harmless(becauseWords(outcome.because)[language])}` : outcomeText(outcome, words)
    const titles = groups.get(reason) ?? []
    groups.set(reason, titles)
    titles.push(harmlessLine(rubric.rules.find(({ id }) => id === rule)?.title[language] ?? rule))
  }
  return [...groups].map(([reason, titles]) => {
    const line = `${reason}${words.colon}${titles.join(words.semicolon)}`
    return reason.startsWith(words.outcomes.NotApplicable) ? styled("dim", line, look) : line
  })
}
