import { digest } from "../../../pipeline/store/Digest.ts"
import { beginRun, finishRun } from "../../../pipeline/store/Runs.ts"
import { refreshScorecards } from "../../../pipeline/store/Scorecards.ts"
import { recordSetAsides } from "../../../pipeline/store/SetAsides.ts"
import { type Incoming, write } from "../../../pipeline/store/Transcripts.ts"
import type { Rubric, RubricRule } from "../../../schemas/Rubric.ts"
import type { Finding, Outcome, Score } from "../../../schemas/Score.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import type { TestDatabase } from "../../support/database.ts"

const rule = (id: string, zh: string, en: string, more: Partial<RubricRule> = {}): RubricRule => ({
  id,
  section: id.slice(0, id.indexOf("/")),
  title: { zh, en },
  why: { zh: `${zh}，因为客户在等。`, en: `${en}: the customer waits.` },
  instead: { zh: "看看我们能够帮您做什么。", en: "Let us see what we can do for you." },
  source: "test",
  weight: 1,
  critical: null,
  bonus: false,
  quality: null,
  indicator: null,
  ...more
})

/** Two sections, three rules, pass mark 80. */
export const rubric: Rubric = {
  name: "sample",
  fingerprint: "5a3b1e",
  passMark: 80,
  bands: [
    { id: "good", title: { zh: "良好", en: "Good" }, from: 80 },
    { id: "poor", title: { zh: "待改进", en: "Needs work" }, from: 0 }
  ],
  sections: [
    { id: "manner", title: { zh: "态度", en: "Manner" }, weight: 60 },
    { id: "pace", title: { zh: "速度", en: "Pace" }, weight: 40 }
  ],
  rules: [
    rule("manner/greeting", "规范的开场问候", "A proper opening", { quality: "skill", indicator: "assurance" }),
    rule("manner/cannot", "不说“无法”", "Do not say “unable”", { weight: 2, critical: "section", quality: "attitude", indicator: "empathy" }),
    rule("pace/first-reply", "首次响应及时", "The first reply comes quickly", { bonus: true, quality: "skill", indicator: "responsiveness" })
  ]
}

const turn = (role: Transcript["turns"][number]["role"], text: string, startMs: number | null = null, agent: string | null = null) => ({ role, text, startMs, endMs: null, agent, confidence: null })

const met: Outcome = { _tag: "Met", credit: 1 }
const breached: Outcome = { _tag: "Breached", credit: 0 }
const unscored: Outcome = { _tag: "Unscored", because: "the transcript carries no times" }

const score = (of: string, agent: string | null, outcome: Outcome, findings: ReadonlyArray<Finding> = []): Score => ({ rule: of, agent, outcome, findings, decidedBy: "rule" })

const chat = (id: string, agents: Transcript["agents"], startedAt: number | null, turns: Transcript["turns"]): Transcript => ({
  source: "desk",
  id,
  channel: "chat",
  language: "zh-CN",
  agents,
  customer: null,
  queue: null,
  caseId: null,
  csat: null,
  contactReason: null,
  startedAt,
  timingProblem: null,
  turns,
  events: [{ kind: "hang-up", startMs: null, endMs: null, by: "customer", agent: null, count: null }],
  origin: { file: "chats.csv", line: 2 }
})

const incoming = (transcript: Transcript, scores: ReadonlyArray<Score>, points: number | null): Incoming => ({
  transcript,
  digest: digest(transcript),
  scores,
  tallies: [...new Set(scores.map(({ agent }) => agent))].map((agent) => ({
    agent,
    points,
    passed: points === null ? null : points >= rubric.passMark,
    band: points === null ? null : points >= 80 ? "good" : "poor",
    criticalBreach: points !== null && points < 50,
    sections: [{ section: "manner", points, weighed: points === null ? 0 : 2 }, { section: "pace", points: null, weighed: 0 }]
  }))
})

const good = { id: "A1", name: "小王" }
const refusing = { id: "A2", name: "=HYPERLINK(\"http://evil\")" }

/** The agent refuses twice (two hits of one rule, one of them overlapped by a tentative one) and never greets. */
const refusal = (id: string, startedAt: number, source = "desk"): Incoming => {
  const transcript = {
    ...chat(id, [refusing], startedAt, [
      turn("customer", "能退款吗？", 0),
      turn("agent", "这个我们无法退款\u001b[31m。", 65_000),
      turn("customer", "那怎么办", 70_000),
      turn("agent", "就是无法。", 80_000)
    ]),
    source
  }
  return incoming(transcript, [
    score("manner/greeting", "A2", breached, [{
      _tag: "Unsaid", bearing: "against", window: { from: 1, to: 3 }, expected: "您好", note: "salutation",
      nearest: { turn: 1, start: 2, end: 4, quote: "我们", similarity: 0.36 }
    }]),
    score("manner/cannot", "A2", breached, [
      { _tag: "Said", bearing: "against", turn: 1, start: 4, end: 6, quote: "无法", note: null },
      { _tag: "Said", bearing: "tentative", turn: 1, start: 5, end: 8, quote: "法退款", note: null },
      { _tag: "Said", bearing: "against", turn: 3, start: 2, end: 4, quote: "无法", note: null }
    ]),
    score("pace/first-reply", "A2", { _tag: "NotApplicable", because: "the agent spoke first" })
  ], 20)
}

const greeting = (id: string, startedAt: number | null, points: number): Incoming =>
  incoming(chat(id, [good], startedAt, [turn("customer", "在吗"), turn("agent", "您好，\n请问有什么可以帮您？")]), [
    score("manner/greeting", "A1", met, [{ _tag: "Said", bearing: "for", turn: 1, start: 0, end: 2, quote: "您好", note: "salutation" }]),
    score("manner/cannot", "A1", met),
    score("pace/first-reply", "A1", unscored)
  ], points)

const day = (month: number, date: number) => Date.UTC(2026, month - 1, date, 2)

/** One run: two agents over two months, one transcript of nobody, one undated, one id in two sources; two inputs set aside. */
export const storeSamples = async ({ pool }: TestDatabase): Promise<void> => {
  const run = await beginRun(pool, { command: "score", rubric, definition: { ...rubric } })
  await write(pool, run, [
    greeting("C-0901", day(9, 1), 90),
    greeting("C-1001", day(10, 5), 100),
    greeting("C-1002", day(10, 6), 80),
    greeting("undated", null, 70),
    refusal("C-1003", day(10, 5)),
    refusal("C-1004", day(10, 12)),
    refusal("C-1005", day(10, 13)),
    refusal("twice", day(10, 14)),
    refusal("twice", day(10, 15), "other desk"),
    incoming(chat("nobody", [], day(10, 7), [turn("customer", "喂？")]), [], null)
  ])
  await recordSetAsides(pool, run, [
    { origin: { file: "inbox/a.csv", line: 7 }, reason: "the role “xx” is none we know", excerpt: "7,xx,\u001b]0;owned\u0007 您好".repeat(9), transcript: "C-7" },
    { origin: { file: "inbox/b.jsonl", line: 1 }, reason: "not valid JSON", excerpt: "{", transcript: null }
  ])
  await refreshScorecards(pool, run, "Asia/Shanghai")
  await finishRun(pool, run, { read: 10, new: 10, changed: 0, rescored: 0, unchanged: 0, setAside: 2 })
}
