import { offsetTurns, parseDialogues } from "../schemas/Dialogue.ts"
import type { OutcomeName, Score } from "../schemas/Score.ts"
import type { Transcript } from "../schemas/Transcript.ts"
import { exampleCase, judgeExample } from "./cases/CaseExamples.ts"
import type { CompiledRubric } from "./CompiledRubric.ts"
import type { Rule } from "./Rule.ts"
import type { Example } from "./RuleHeader.ts"

const outcomes = { breach: "Breached", partly: "Partly", ok: "Met", notApplicable: "NotApplicable", unscored: "Unscored" } as const

/** The conversation of an example, and the outcome its rule must give it. */
export const exampleParts = (example: Example): { readonly text: string; readonly outcome: OutcomeName } => {
  for (const key of ["breach", "partly", "ok", "notApplicable", "unscored"] as const) {
    const text = example[key]
    if (text !== undefined) return { text, outcome: outcomes[key] }
  }
  throw new Error("an example without a conversation got past its schema")
}

/**
 * The transcript an example stands for: a call where it has times or events or the rule is for calls only, else a chat. Lines such as
 * `# csat: 2` say what the input would.
 */
export const exampleTranscript = (rule: Rule, example: Example): Transcript => {
  const [dialogue] = parseDialogues(exampleParts(example).text)
  const { turns, events } = offsetTurns(dialogue ?? { line: 1, header: new Map(), turns: [], events: [], faults: [] })
  const given = (field: string) => dialogue?.header.get(field)?.value || null
  const csat = given("csat")
  const spoken = events.length > 0 || turns.some((turn) => turn.startMs !== null)
  return {
    source: "example",
    id: rule.id,
    channel: example.channel ?? (rule.channels?.length === 1 ? rule.channels[0] : spoken ? "voice" : "chat"),
    language: given("language"),
    agents: [],
    customer: given("customer"),
    queue: given("queue"),
    caseId: given("case_id"),
    csat: csat === null ? null : Number(csat),
    contactReason: given("contact_reason"),
    startedAt: null,
    timingProblem: null,
    turns,
    events,
    origin: { file: rule.id, line: 1 }
  }
}

/** Runs the examples of a rule; one entry for each that fails, with its position and what went wrong. */
export const failingExamples = (compiled: CompiledRubric, rule: Rule): ReadonlyArray<{ readonly example: number; readonly message: string }> =>
  rule.examples.flatMap((example, number) => exampleFaults(compiled, rule, example).map((message) => ({ example: number, message })))

/** What is wrong with one example of a rule; nothing where the rule says of it what it must. */
export const exampleFaults = (compiled: CompiledRubric, rule: Rule, example: Example): ReadonlyArray<string> => {
  const { text } = exampleParts(example)
  const [unread] = parseDialogues(text).flatMap((dialogue) => dialogue.faults)
  if (unread !== undefined) return [`“${unread.text.trim()}”: ${unread.reason}`]
  const overCase = rule.kind === "daily-feedback" || rule.kind === "promise-kept" ? exampleCase(text) : null
  const [score] = overCase === null ? compiled.judgeBy(rule.id, exampleTranscript(rule, example)) : [judgeExample(compiled.cases, rule.id, overCase)]
  return score === undefined ? [] : scoreFaults(score, example)
}

/** In what the score of an example is not as the example says. */
export const scoreFaults = ({ outcome, findings }: Pick<Score, "outcome" | "findings">, example: Example): ReadonlyArray<string> => {
  const { outcome: expected } = exampleParts(example)
  const quotes = findings.map((finding) => (finding._tag === "Said" ? `“${finding.quote}”` : `unsaid “${finding.note ?? finding.expected}”`))
  const seen = quotes.length === 0 ? "no findings" : `findings: ${quotes.join(", ")}`
  if (outcome._tag !== expected) return [`expected ${expected}, got ${outcome._tag} (${"because" in outcome ? outcome.because : seen})`]
  const { quote, note } = example
  const quoted = quote === undefined || findings.some((finding) => finding._tag === "Said" && finding.quote === quote)
  const named = note === undefined || findings.some((finding) => finding.note === note)
  return [
    ...(quoted ? [] : [`expected the quote “${quote}”, got ${seen}`]),
    ...(named ? [] : [`expected a finding named “${note}”, got ${seen}`])
  ]
}
