import type { Said } from "../../schemas/Score.ts"
import type { Transcript } from "../../schemas/Transcript.ts"
import type { Pair } from "../../scorers/statistics/Agreement.ts"
import type { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import type { Label } from "./Labels.ts"

/** What rubric and person say of one turn, for one rule or one family of rules. */
export interface Judgement extends Pair {
  readonly label: Label
  readonly stratum: string
  /** What the rubric marked in this turn, by rule. */
  readonly marks: ReadonlyArray<{ readonly rule: string; readonly quote: string }>
  /** Is a finding of this note (`reason`, `alternative`) beside a mark of this turn? */
  readonly notes: ReadonlySet<string>
}

/** All judgements of one rule id or one family. */
export interface Evaluated {
  readonly scope: string
  readonly judgements: ReadonlyArray<Judgement>
}

/**
 * Runs the rubric over labelled turns. A turn counts as marked when a finding against the agent quotes it; labels of one turn are
 * taken together (a violation anywhere in it is one). Turns nobody could judge are left out. `conversation` gives the whole
 * transcript of a label where it is to be had; else the turn is judged with the turns its label brings.
 */
export const evaluate = (
  compiled: CompiledRubric,
  labels: ReadonlyArray<Label>,
  family: string,
  conversation: (id: string) => Transcript | undefined
): ReadonlyArray<Evaluated> => {
  const ids = new Set(compiled.rubric.rules.map((rule) => rule.id))
  const scopes = new Map<string, Map<string, Label>>()
  for (const label of labels) {
    if (label.label === "unclear" || label.label === "not_agent") continue
    const named = label.rule ?? ""
    for (const scope of ids.has(named) ? [named, named.slice(0, named.indexOf("/"))] : [family]) {
      const turns = scopes.get(scope) ?? new Map<string, Label>()
      scopes.set(scope, turns)
      const key = `${label.conversation}#${label.turn}`
      const other = turns.get(key)
      if (other === undefined || (label.label === "violation" && other.label === "benign")) turns.set(key, label)
    }
  }
  return [...scopes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([scope, turns]) => ({
    scope,
    judgements: [...turns.values()].map((label) => judgement(compiled, label, scope, conversation(label.conversation)))
  }))
}

const judgement = (compiled: CompiledRubric, label: Label, scope: string, whole: Transcript | undefined): Judgement => {
  const isWhole = whole?.turns[label.turn]?.text === label.text
  const transcript = isWhole ? whole! : excerptOf(label)
  const turn = isWhole ? label.turn : label.prev.length
  const scores = compiled.judge(transcript).scores.filter(({ rule }) => rule === scope || rule.startsWith(`${scope}/`))
  const marked = scores.flatMap(({ rule, findings }) => findings
    .filter((finding): finding is Said => finding._tag === "Said" && finding.bearing === "against" && finding.turn === turn)
    .map((finding) => ({ rule, quote: finding.quote, findings })))
  return {
    label,
    stratum: label.stratum ?? "all",
    weight: label.weight,
    first: marked.length > 0,
    second: label.label === "violation",
    marks: marked.map(({ rule, quote }) => ({ rule, quote })),
    notes: new Set(marked.flatMap(({ findings }) => findings.flatMap(({ note }) => (note === null ? [] : [note]))))
  }
}

const excerptOf = (label: Label): Transcript => {
  const spoken = (line: string) => ({ role: line.startsWith("a:") ? "agent" as const : "customer" as const, text: line.replace(/^[ac]:\s?/, "") })
  const turns = [...label.prev.map(spoken), { role: "agent" as const, text: label.text }, ...label.next.map(spoken)]
  return {
    source: "labels", id: label.conversation, channel: "chat", language: null, agents: [], customer: null, queue: null, caseId: null, csat: null,
    contactReason: null, startedAt: null, timingProblem: null, events: [], origin: { file: "labels", line: 1 },
    turns: turns.map((turn) => ({ ...turn, startMs: null, endMs: null, agent: null, confidence: null }))
  }
}
