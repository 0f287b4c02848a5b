import { Duration, Effect } from "effect"
import { because } from "../../../schemas/Because.ts"
import type { Rubric, RubricRule } from "../../../schemas/Rubric.ts"
import type { Outcome, Score } from "../../../schemas/Score.ts"
import type { Transcript, Turn } from "../../../schemas/Transcript.ts"
import type { JudgeReport } from "../../../pipeline/judge/JudgeReport.ts"
import type { JudgeSettings } from "../../../pipeline/judge/JudgeSettings.ts"
import { judgeWorkOf } from "../../../pipeline/judge/JudgeWork.ts"
import { digest } from "../../../pipeline/store/Digest.ts"
import { settleTrust } from "../../../pipeline/store/JudgeTrust.ts"
import { beginRun, finishRun } from "../../../pipeline/store/Runs.ts"
import { refreshScorecards } from "../../../pipeline/store/Scorecards.ts"
import { type Incoming, write } from "../../../pipeline/store/Transcripts.ts"
import type { Question } from "../../../scorers/judge/Question.ts"
import { tally } from "../../../scorers/Tally.ts"
import type { TestDatabase } from "../../support/database.ts"

const words = (text: string) => ({ zh: text, en: text })

const rule = (id: string): RubricRule => ({
  id, section: id.slice(0, id.indexOf("/")), title: words(id), why: words("why"), instead: words("instead"), source: "test", weight: 1, critical: null, bonus: false, quality: null, indicator: null
})

/** One rule that is decided by words, and two that are left to the judge. */
export const rubric: Rubric = {
  name: "judged",
  fingerprint: "judged-1",
  passMark: 60,
  bands: [{ id: "good", title: words("good"), from: 60 }, { id: "poor", title: words("poor"), from: 0 }],
  sections: [{ id: "manner", title: words("manner"), weight: 50 }, { id: "empathy", title: words("empathy"), weight: 50 }],
  rules: [rule("manner/cannot"), rule("empathy/trouble"), rule("empathy/owns")]
}

const question = (rule: string, ask: string, version = "1"): Question => ({
  rule, ask: words(ask), met: words("说出了客户的难处"), partly: words("只提到一半"), notMet: words("完全没有提到"), expected: words("instead"), notMetShownBy: "absence", version
})

export const questions: ReadonlyMap<string, Question> = new Map([
  ["empathy/trouble", question("empathy/trouble", "客服有没有说出耽误客户这么久给客户带来的难处？")],
  ["empathy/owns", question("empathy/owns", "客服有没有说这件事由自己负责跟进到底？")]
])

export const reworded: ReadonlyMap<string, Question> = new Map([...questions, ["empathy/owns", question("empathy/owns", "客服有没有说自己会负责跟进这件事？", "2")]])

const turn = (role: Turn["role"], text: string): Turn => ({ role, text, startMs: null, endMs: null, agent: role === "agent" ? "A1" : null, confidence: null })

/** A chat of agent `A1` from lines such as `客户: …`, `客服: …`. */
export const chat = (id: string, lines: string): Transcript => ({
  source: "desk", id, channel: "chat", language: "zh-CN", agents: [{ id: "A1", name: "王小芳" }], customer: null, queue: null, caseId: null, csat: null,
  contactReason: null, startedAt: Date.UTC(2026, 8, 7, 2), timingProblem: null, events: [], origin: { file: "chats.txt", line: 1 },
  turns: lines.trim().split("\n").map((line) => line.trim()).map((line) => turn(line.startsWith("客服") ? "agent" : "customer", line.slice(line.indexOf(":") + 1).trim()))
})

/** The chat as rules leave it: the first decided, the other two open. */
export const undecided = (transcript: Transcript, first: Outcome = { _tag: "Met", credit: 1 }): Incoming => {
  const open: Outcome = { _tag: "Unscored", because: because.wordsCannotTell }
  const scores = rubric.rules.map(({ id }, index): Score => ({
    rule: id, agent: "A1", outcome: index === 0 ? first : open, decidedBy: "rule",
    findings: index === 0 ? [] : [{ _tag: "Said", bearing: "context", turn: 0, start: 0, end: 2, quote: transcript.turns[0]!.text.slice(0, 2), note: null }]
  }))
  return { transcript, digest: digest(transcript), scores, tallies: [tally(rubric, new Map(rubric.rules.map((rule) => [rule.id, rule])), "A1", scores)] }
}

/** A chat in which a judge that looks for words finds those of both questions. */
export const kind = (id: string, extra = ""): Transcript => chat(id, `
  客户: 我的包裹等了三个星期，孩子的生日都过了。
  客服: 耽误您这么久给您带来难处，真的对不起，客户的生日过了没有礼物换谁都难受。
  客户: 那现在怎么办？${extra}
  客服: 这件事由我自己负责跟进到底，今天下午就给您补寄。`)

export const settingsFor = (url: string, changes: Partial<JudgeSettings> = {}): JudgeSettings => ({
  baseUrl: url, key: null, model: "model-a", cap: { unit: "tokens", most: Number.POSITIVE_INFINITY, prices: null }, concurrency: 4,
  timeout: Duration.seconds(5), patience: Duration.millis(50), ...changes
})

interface Night {
  readonly chats?: ReadonlyArray<Incoming>
  readonly settings: JudgeSettings
  readonly asked?: ReadonlyMap<string, Question>
  readonly mode?: "live" | "batch"
  readonly under?: Rubric
}

/** One run as `score --judge` does it, from judged transcripts on. */
export const judgeNight = async ({ pool }: TestDatabase, { asked = questions, chats = [], mode = "live", settings, under = rubric }: Night): Promise<JudgeReport> => {
  const run = await beginRun(pool, { command: "score", rubric: under })
  await write(pool, run, chats)
  const work = judgeWorkOf(mode, settings, asked)
  await Effect.runPromise(work.enlist(pool, run))
  await settleTrust(pool, run)
  await refreshScorecards(pool, run, "Asia/Shanghai")
  const report = await Effect.runPromise(work.ask(pool, run, () => undefined))
  if ((await settleTrust(pool, run)) > 0) await refreshScorecards(pool, run, "Asia/Shanghai")
  await finishRun(pool, run, { read: chats.length, new: 0, changed: 0, rescored: 0, unchanged: 0, setAside: 0 }, report.unfinished)
  return report
}

/** Says of every rule that it is (not) to be trusted. */
export const calibrate = async ({ pool }: TestDatabase, trusted: boolean, model = "model-a"): Promise<void> => {
  await pool.query(
    `insert into calibrations (rule_id, question_version, model, n, kappa, trusted, because)
    select distinct u.id, o.question_version, $2, 300, 0.8, $1::boolean, 'a test' from opinions o join rules u on u.id = o.rule_id`,
    [trusted, model]
  )
}
