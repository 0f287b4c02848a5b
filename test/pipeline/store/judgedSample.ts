import { digest } from "../../../pipeline/store/Digest.ts"
import type { Incoming } from "../../../pipeline/store/Transcripts.ts"
import type { Rubric, RubricRule } from "../../../schemas/Rubric.ts"
import type { Outcome, Score } from "../../../schemas/Score.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"

const words = (text: string) => ({ zh: text, en: text })

const rule = (id: string, section: string): RubricRule => ({
  id, section, title: words(id), why: words("why"), instead: words("instead"), source: "test", weight: 1, critical: null, bonus: false, quality: null, indicator: null
})

/** Two sections, three rules, pass mark 60. */
export const rubric: Rubric = {
  name: "sample",
  fingerprint: "sample-1",
  passMark: 60,
  bands: [
    { id: "good", title: words("good"), from: 80 },
    { id: "fair", title: words("fair"), from: 60 },
    { id: "poor", title: words("poor"), from: 0 }
  ],
  sections: [{ id: "manner", title: words("manner"), weight: 60 }, { id: "pace", title: words("pace"), weight: 40 }],
  rules: [rule("manner/greeting", "manner"), rule("manner/cannot", "manner"), rule("pace/first-reply", "pace")]
}

/** A chat of two turns of agent `A1`; `changes` to taste. */
export const transcript = (changes: Partial<Transcript> = {}): Transcript => ({
  source: "desk",
  id: "c-1",
  channel: "chat",
  language: "zh-CN",
  agents: [{ id: "A1", name: "小王" }],
  customer: null,
  queue: null,
  caseId: null,
  csat: null,
  contactReason: null,
  startedAt: Date.UTC(2026, 0, 5, 2),
  timingProblem: null,
  turns: [
    { role: "customer", text: "能退款吗？", startMs: 0, endMs: null, agent: null, confidence: null },
    { role: "agent", text: "我不能给您退款。", startMs: 5000, endMs: null, agent: "A1", confidence: null }
  ],
  events: [{ kind: "hang-up", startMs: 9000, endMs: null, by: "customer", agent: null, count: null }],
  origin: { file: "chats.csv", line: 2 },
  ...changes
})

export const met: Outcome = { _tag: "Met", credit: 1 }
export const breached: Outcome = { _tag: "Breached", credit: 0 }
export const half: Outcome = { _tag: "Partly", credit: 0.5 }
export const unscored: Outcome = { _tag: "Unscored", because: "no times" }
export const inapplicable: Outcome = { _tag: "NotApplicable", because: "nobody asked" }

/**
 * The transcript judged: outcomes in the order of the rules, the same for each of its agents; a breach of the first rule
 * has a finding of absence, one of the second a quote.
 */
export const judged = (
  of: Transcript,
  outcomes: readonly [Outcome, Outcome, Outcome] = [met, breached, unscored],
  points: number | null = 75
): Incoming => {
  const agents = of.agents.length === 0 ? [null] : of.agents.map(({ id }) => id)
  return {
    transcript: of,
    digest: digest(of),
    scores: agents.flatMap((agent) => rubric.rules.map(({ id }, index): Score => ({
      rule: id, agent, outcome: outcomes[index]!, findings: findings(id, outcomes[index]!, of), decidedBy: "rule"
    }))),
    tallies: agents.map((agent) => ({
      agent,
      points,
      passed: points === null ? null : points >= rubric.passMark,
      band: points === null ? null : rubric.bands.find(({ from }) => points >= from)!.id,
      criticalBreach: points === 0,
      sections: [{ section: "manner", points, weighed: points === null ? 0 : 2 }, { section: "pace", points: null, weighed: 0 }]
    }))
  }
}

const findings = (rule: string, { _tag }: Outcome, { turns }: Transcript): Score["findings"] => {
  if (_tag !== "Breached") return []
  const last = turns.length - 1
  const quote = turns[last]!.text.slice(0, 3)
  return rule === "manner/greeting"
    ? [{
      _tag: "Unsaid", bearing: "against", window: { from: 0, to: last }, expected: "您好", note: null,
      nearest: { turn: last, start: 0, end: 3, quote, similarity: 0.25 }
    }]
    : [
      { _tag: "Said", bearing: "against", turn: last, start: 0, end: 3, quote, note: null },
      { _tag: "Said", bearing: "tentative", turn: last, start: 1, end: 3, quote: quote.slice(1), note: "reason" }
    ]
}

export const noCounts = { read: 0, new: 0, changed: 0, rescored: 0, unchanged: 0, setAside: 0 }
