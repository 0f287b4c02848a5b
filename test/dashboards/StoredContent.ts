import { type Kysely, sql } from "kysely"
import type { Tables } from "../../pipeline/store/Tables.ts"
import type { Role } from "../../schemas/Transcript.ts"
import { dayIn, type FixedScore, type FixedTranscript, transcripts } from "./StoredTranscripts.ts"

/** Everything the pages read, small and fixed: three agents with a history, one with little, one hostile, one unnamed. */
export async function storeContent(db: Kysely<Tables>): Promise<void> {
  const older = await storeRubric(db, olderRubric, "2025-01-01T00:00:00Z")
  const rubric = await storeRubric(db, fingerprint, "2025-05-01T00:00:00Z")
  await storeRun(db, older, "2025-01-01T00:00:00Z")
  const run = await storeRun(db, rubric, "2025-05-24T02:00:00Z")
  const rules = new Map((await db.selectFrom("rules").selectAll().execute()).map(({ id, name }) => [name, id]))
  const agents = new Map<string | null, number>()
  for (const { id, external_id } of await db.selectFrom("agents").select(["id", "external_id"]).execute()) agents.set(external_id, id)
  for (const { id, name } of agentsOfContent) {
    const row = await db.insertInto("agents").values({ external_id: id, name }).returning("id").executeTakeFirstOrThrow()
    agents.set(id, row.id)
  }
  const keyOf = (map: ReadonlyMap<string | null, number>, name: string | null) => {
    const key = map.get(name)
    if (key === undefined) throw new Error(`the content names ${String(name)}, which it does not define`)
    return key
  }
  for (const transcript of transcripts) {
    const key = await storeTranscript(db, transcript, run)
    for (const rubricKey of transcript.alsoOlder === true ? [rubric, older] : [rubric]) {
      await storeScores(db, transcript, { transcript: key, rubric: rubricKey, run, agent: keyOf(agents, transcript.agent), rule: (name) => keyOf(rules, name) })
    }
  }
  await storeCase(db, rubric, run)
  for (const card of cards) {
    const agent = keyOf(agents, card.agent)
    for (const [period, start, counted] of card.periods) {
      const { rules: counts, ...totals } = counted
      await db.insertInto("scorecards").values({
        agent_id: agent, rubric_id: rubric, period, period_start: start, time_zone: "Asia/Shanghai", critical_breaches: 0, updated_at: "2025-05-24T02:00:00Z",
        ...totals, sections: JSON.stringify(totals.sections)
      }).execute()
      for (const { rule, estimate: [estimate, estimate_low, estimate_high], ...count } of counts) {
        await db.insertInto("scorecard_rules").values({ agent_id: agent, rubric_id: rubric, period, period_start: start, rule_id: keyOf(rules, rule), ...count, estimate, estimate_low, estimate_high }).execute()
      }
    }
  }
}

export const fingerprint = "5f1d0c2a9be44c6f8d3a7e21b0c9f4d6a8e7b3c15d2f4960718293a4b5c6d7e8"
export const olderRubric = "00aa11bb22cc33dd44ee55ff66007711882299330044aa55bb66cc77dd88ee99"

export const hostileName = `<script>alert("agent")</script>`

const agentsOfContent = [
  { id: "A01", name: "王芳" },
  { id: "A02", name: "李伟" },
  { id: "B/7?#", name: "Maya O'Brien" },
  { id: "A04", name: "陈静" },
  { id: `<b>X&"9'</b>`, name: hostileName }
]

const sections = [
  { id: "standard-phrases", title: { zh: "规范用语", en: "Standard phrases" }, weight: 25 },
  { id: "negative-language", title: { zh: "负面语言", en: "Negative language" }, weight: 35 },
  { id: "empathy", title: { zh: "同理心", en: "Empathy" }, weight: 20 }
]

const rulesOfContent = [
  {
    id: "standard-phrases/opening-greeting", quality: "skill", indicator: "assurance", kind: "required-elements", weight: 2, critical: null, bonus: false, source: "客服中心 · 规范用语",
    title: { zh: "开头问候完整", en: "Complete opening greeting" },
    why: { zh: "客户从第一句话判断找没找对地方、有没有人愿意帮他。", en: "The first sentence tells customers whether they are in the right place and welcome there." },
    instead: { zh: "您好，欢迎致电云禾客户服务热线，客服代表王芳很高兴为您服务，请问有什么可以帮助您！", en: "Hello, welcome to Yunhe customer service, this is Fang. How may I help you?" },
    examples: [
      { breach: "客服: 喂，说话呀！\n客户: 你好。", quote: "喂，说话呀" },
      { ok: "客服: 您好，欢迎致电云禾客户服务热线，客服代表王芳很高兴为您服务，请问有什么可以帮助您！", quote: "您好" },
      { partly: "客服: 您好，请讲。" }
    ]
  },
  {
    id: "standard-phrases/closing", quality: "skill", indicator: "assurance", kind: "required-elements", weight: 1, critical: null, bonus: false, source: "客服中心 · 规范用语",
    title: { zh: "结束语完整", en: "Complete closing" },
    why: { zh: "最后一句话是客户记住的那一句。", en: "The last sentence is the one customers remember." },
    instead: { zh: "请问还有什么可以帮您？感谢您的来电，再见！", en: "Is there anything else I can help you with? Thank you for calling, goodbye." },
    examples: [{ breach: "客户: 好吧。\n客服: 就这样。" }, { notApplicable: "客户: 喂？" }]
  },
  {
    id: "negative-language/cannot", quality: "attitude", indicator: "empathy", kind: "response", weight: 2, critical: null, bonus: false, source: "客服中心 · 负面语言",
    title: { zh: "不说“我不能”", en: "Never “I cannot”" },
    why: { zh: "听到“不能”，客户想的就只剩下“为什么不能”。", en: "On hearing “cannot” the customer's mind goes to why not." },
    instead: { zh: "看看我们能够帮您做什么", en: "Let us see what we can do for you" },
    examples: [{ breach: "客户: 能退款吗？\n客服: 我不能给您退款。", quote: "我不能" }, { ok: "客服: 不会让您久等的。" }]
  },
  {
    id: "negative-language/impatience", quality: "attitude", indicator: "empathy", kind: "forbidden-phrase", weight: 3, critical: "contact", bonus: false, source: "客服中心 · 负面语言",
    title: { zh: "不急躁、不威胁挂断", en: "No impatience, no threat to hang up" },
    why: { zh: "一句气话毁掉整通服务。", en: "One sharp word undoes the whole contact." },
    instead: { zh: "您慢慢说，我在听。", en: "Take your time, I am listening." },
    examples: [{ breach: "客服: 听不懂吗？", quote: "听不懂吗" }]
  },
  {
    id: "empathy/acknowledges-feeling", quality: "attitude", indicator: "empathy", kind: "response", weight: 2, critical: null, bonus: false, source: "客服中心 · 设身处地",
    title: { zh: "回应客户的情绪", en: "Acknowledges the feeling" },
    why: { zh: "先接住情绪，才谈得了事情。", en: "People can talk about the matter once the feeling has been heard." },
    instead: { zh: "让您着急了，我理解您的心情。", en: "I can hear how worrying this is." },
    examples: [{ ok: "客户: 我等了三天，急死了！\n客服: 让您着急了，我马上查。", quote: "让您着急了" }]
  },
  {
    id: "empathy/beyond-expectation", quality: "attitude", indicator: "empathy", kind: "response", weight: 1, critical: null, bonus: true, source: "客服中心 · 超越期望",
    title: { zh: "多做一步", en: "One step more" },
    why: { zh: "", en: "" },
    instead: { zh: "", en: "" },
    examples: []
  }
] as const

async function storeRubric(db: Kysely<Tables>, print: string, firstUsed: string): Promise<number> {
  const definition = JSON.stringify({
    name: "default", fingerprint: print, passMark: 80, sections, rules: rulesOfContent,
    bands: [
      { id: "excellent", title: { zh: "优秀", en: "Excellent" }, from: 90 },
      { id: "good", title: { zh: "良好", en: "Good" }, from: 80 },
      { id: "needs-work", title: { zh: "待改进", en: "Needs work" }, from: 0 }
    ]
  })
  const { id } = await db.insertInto("rubrics").values({ fingerprint: print, name: "default", definition, first_used_at: firstUsed }).returning("id").executeTakeFirstOrThrow()
  for (const [position, rule] of rulesOfContent.entries()) {
    await db.insertInto("rules").values({ name: rule.id }).onConflict((conflict) => conflict.doNothing()).execute()
    const { id: rule_id } = await db.selectFrom("rules").select("id").where("name", "=", rule.id).executeTakeFirstOrThrow()
    const section = sections.find((one) => rule.id.startsWith(`${one.id}/`))
    if (section === undefined) throw new Error(`${rule.id} has no section`)
    await db.insertInto("rubric_rules").values({
      rubric_id: id, rule_id, position, section: section.id, section_title: JSON.stringify(section.title), title: JSON.stringify(rule.title),
      why: JSON.stringify(rule.why), instead: JSON.stringify(rule.instead), weight: rule.weight, critical: rule.critical, bonus: rule.bonus, quality: rule.quality, indicator: rule.indicator
    }).execute()
  }
  return id
}

async function storeRun(db: Kysely<Tables>, rubric: number, at: string): Promise<string> {
  const row = await db.insertInto("runs").values({ command: "score", rubric_id: rubric, status: "finished", started_at: at, finished_at: at }).returning("id").executeTakeFirstOrThrow()
  return row.id
}

async function storeTranscript(db: Kysely<Tables>, transcript: FixedTranscript, run: string): Promise<string> {
  const agents = agentsOfContent.filter(({ id }) => id === transcript.agent)
  const turnsOf = (role: Role) => transcript.turns.filter(([spoken]) => spoken === role).length
  const row = await db.insertInto("transcripts").values({
    source: transcript.source, external_id: transcript.id, revision: transcript.revision ?? 1, digest: "0", channel: transcript.channel, language: transcript.language ?? null,
    started_at: transcript.startedAt, customer: transcript.customer ?? null, queue: transcript.queue ?? null, case_id: transcript.caseId ?? null, csat: transcript.csat ?? null, contact_reason: transcript.reason ?? null, reason: transcript.reason ?? null, reason_from: transcript.reason === undefined ? null : "input",
    phase: transcript.queue === "售后" ? "after-sale" : null, medium: transcript.channel === "voice" ? "voice" : "text", script: transcript.language === "zh-CN" ? "simplified" : null,
    agent_turns: turnsOf("agent"), customer_turns: turnsOf("customer"), bot_turns: turnsOf("bot"),
    timing_problem: transcript.timingProblem ?? null, turn_count: transcript.turns.length,
    turns: JSON.stringify(transcript.turns.map(([role, text, seconds]) => ({
      role, text, startMs: seconds === undefined ? null : seconds * 1000, endMs: null, agent: role === "agent" ? transcript.agent : null, confidence: null
    }))),
    events: JSON.stringify(transcript.events ?? []), agents: JSON.stringify(agents), origin_file: `${transcript.source}.jsonl`, origin_line: 1, run_id: run
  }).returning("id").executeTakeFirstOrThrow()
  return String(row.id)
}

/** One complaint on which A01 gave feedback on one day and not on the next. */
async function storeCase(db: Kysely<Tables>, rubric: number, run: string): Promise<void> {
  await sql`with made as (
      insert into cases (rubric_id, key, name, time_zone, complaints, first_contact_at, last_contact_at, silent_days, known_until, run_id)
      values (${rubric}, 'case:9', 'CASE-9', 'Asia/Shanghai', '[]', '2025-05-19', '2025-05-21', 0, '2025-05-24', ${run}) returning id)
    insert into feedback_due (case_id, position, rule_id, day, from_at, until_at, agent_id, met)
    select made.id, x.position, u.id, x.day::date, x.day::date, x.day::date + 1, a.id, x.met
    from made, (values (0, '2025-05-20', true), (1, '2025-05-21', false)) as x (position, day, met), rules u, agents a
    where u.name = 'empathy/acknowledges-feeling' and a.external_id = 'A01'`.execute(db)
}

interface Keys {
  readonly transcript: string
  readonly rubric: number
  readonly run: string
  readonly agent: number
  readonly rule: (name: string) => number
}

async function storeScores(db: Kysely<Tables>, transcript: FixedTranscript, keys: Keys): Promise<void> {
  const scored = { transcript_id: keys.transcript, rubric_id: keys.rubric, agent_id: keys.agent }
  const { points, sections: sectionPoints = [], critical = false } = transcript
  await db.insertInto("tallies").values({
    ...scored, points, passed: points === null ? null : points >= 80, band: points === null ? null : points >= 90 ? "excellent" : points >= 80 ? "good" : "needs-work",
    critical_breach: critical, sections: JSON.stringify(sectionPoints.map(([section, of, weighed]) => ({ section, points: of, weighed }))), run_id: keys.run
  }).execute()
  for (const score of transcript.scores) await storeScore(db, transcript, { ...scored, rule_id: keys.rule(score.rule) }, score)
}

async function storeScore(
  db: Kysely<Tables>,
  transcript: FixedTranscript,
  key: { readonly transcript_id: string; readonly rubric_id: number; readonly agent_id: number; readonly rule_id: number },
  score: FixedScore
): Promise<void> {
  await db.insertInto("scores").values({ ...key, outcome: score.outcome, credit: score.credit ?? null, because: score.because ?? null, decided_by: score.decidedBy ?? "rule" }).execute()
  for (const [position, finding] of (score.findings ?? []).entries()) {
    const common = { ...key, position, bearing: finding.bearing, note: finding.note ?? null }
    if ("quote" in finding) {
      const text = transcript.turns[finding.turn]?.[1] ?? ""
      const start = text.indexOf(finding.quote)
      if (start < 0) throw new Error(`“${finding.quote}” is not in turn ${finding.turn} of ${transcript.id}`)
      await db.insertInto("findings").values({ ...common, turn: finding.turn, span_start: start, span_end: start + finding.quote.length, quote: finding.quote }).execute()
    } else {
      await db.insertInto("findings").values({
        ...common, window_from: finding.from, window_to: finding.to, expected: finding.expected, nearest: finding.nearest === undefined ? null : JSON.stringify(finding.nearest)
      }).execute()
    }
  }
}

interface FixedCounts {
  readonly transcripts: number
  readonly scored: number
  readonly points: number | null
  readonly points_low: number | null
  readonly points_high: number | null
  readonly points_spread: number | null
  readonly passed: number
  readonly band: string | null
  readonly critical_breaches?: number
  readonly sections: ReadonlyArray<{ readonly section: string; readonly points: number | null; readonly transcripts: number }>
  readonly rules: ReadonlyArray<{
    readonly rule: string
    readonly applicable: number
    readonly met: number
    readonly partly: number
    readonly breached: number
    readonly not_applicable: number
    readonly unscored: number
    readonly estimate: readonly [number | null, number | null, number | null]
  }>
}

const week = (scored: number, points: number, low: number | null, high: number | null): FixedCounts => ({
  transcripts: scored, scored, points, points_low: low, points_high: high, points_spread: null, passed: 0, band: points >= 90 ? "excellent" : points >= 80 ? "good" : "needs-work", sections: [], rules: []
})

const wang: FixedCounts = {
  transcripts: 9, scored: 8, points: 83.4, points_low: 74.2, points_high: 92.6, points_spread: 11, passed: 6, band: "good",
  sections: [
    { section: "standard-phrases", points: 88.1, transcripts: 8 },
    { section: "negative-language", points: 72.5, transcripts: 8 },
    { section: "empathy", points: null, transcripts: 0 }
  ],
  rules: [
    { rule: "standard-phrases/opening-greeting", applicable: 8, met: 7, partly: 1, breached: 0, not_applicable: 0, unscored: 0, estimate: [0.97, 0.66, 1] },
    { rule: "standard-phrases/closing", applicable: 8, met: 6, partly: 0, breached: 2, not_applicable: 0, unscored: 0, estimate: [0.75, 0.41, 0.93] },
    { rule: "negative-language/cannot", applicable: 6, met: 2, partly: 1, breached: 3, not_applicable: 2, unscored: 0, estimate: [0.42, 0.16, 0.73] },
    { rule: "negative-language/impatience", applicable: 8, met: 8, partly: 0, breached: 0, not_applicable: 0, unscored: 0, estimate: [1, 0.68, 1] },
    { rule: "empathy/acknowledges-feeling", applicable: 0, met: 0, partly: 0, breached: 0, not_applicable: 7, unscored: 1, estimate: [null, null, null] }
  ]
}

const li: FixedCounts = {
  transcripts: 12, scored: 12, points: 91.2, points_low: 87.9, points_high: 94.5, points_spread: 5, passed: 12, band: "excellent",
  sections: [{ section: "standard-phrases", points: 96, transcripts: 12 }, { section: "negative-language", points: 88.3, transcripts: 12 }, { section: "empathy", points: 90, transcripts: 4 }],
  rules: [{ rule: "negative-language/cannot", applicable: 9, met: 8, partly: 0, breached: 1, not_applicable: 3, unscored: 0, estimate: [0.89, 0.57, 0.98] }]
}

const maya: FixedCounts = {
  transcripts: 6, scored: 6, points: 61, points_low: 40.3, points_high: 81.7, points_spread: 20, passed: 2, band: "needs-work", critical_breaches: 1,
  sections: [{ section: "standard-phrases", points: 70, transcripts: 6 }, { section: "negative-language", points: 55, transcripts: 6 }],
  rules: [
    { rule: "negative-language/cannot", applicable: 6, met: 4, partly: 2, breached: 0, not_applicable: 0, unscored: 0, estimate: [0.83, 0.44, 0.97] },
    { rule: "negative-language/impatience", applicable: 6, met: 5, partly: 0, breached: 1, not_applicable: 0, unscored: 0, estimate: [0.83, 0.44, 0.97] }
  ]
}

const few = (points: number, scored: number, low: number | null, high: number | null): FixedCounts => ({ ...week(scored, points, low, high), passed: 1 })

type Periods = ReadonlyArray<readonly ["week" | "month" | "all", string, FixedCounts]>

const cards: ReadonlyArray<{ readonly agent: string | null; readonly periods: Periods }> = [
  { agent: "A01", periods: [["all", "-infinity", wang], ["month", "2025-05-01", wang], ["week", dayIn(0), week(3, 76, 55, 97)], ["week", dayIn(1), week(2, 84.5, 60, 100)], ["week", dayIn(2), week(3, 90, 81, 99)]] },
  { agent: "A02", periods: [["all", "-infinity", li], ["month", "2025-05-01", li], ["week", dayIn(0), week(6, 90, 84, 96)], ["week", dayIn(2), week(6, 92.4, 88, 96.8)]] },
  { agent: "B/7?#", periods: [["all", "-infinity", maya], ["month", "2025-05-01", maya], ["week", dayIn(1), week(6, 61, 40.3, 81.7)]] },
  { agent: "A04", periods: [["all", "-infinity", few(88, 2, 30, 100)], ["month", "2025-05-01", few(88, 2, 30, 100)]] },
  { agent: `<b>X&"9'</b>`, periods: [["all", "-infinity", few(50, 1, null, null)], ["month", "2025-05-01", few(50, 1, null, null)]] }
]
