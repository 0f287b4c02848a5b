import { afterAll, beforeAll, expect, test } from "vitest"
import type { Said } from "../../../schemas/Score.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import { gullible, liar } from "../../fake-openai/Judges.ts"
import { type FakeOpenAi, startFakeOpenAi } from "../../fake-openai/FakeOpenAi.ts"
import { freshDatabase, makeDatabase } from "../../support/database.ts"
import { injections } from "./injections.ts"
import { calibrate, chat, judgeNight, settingsFor, undecided } from "./undecidedChats.ts"

const database = freshDatabase()
let fake: FakeOpenAi

/** Every sentence once from the customer, once from the agent, and once from the agent as part of a longer turn. */
const speakers = ["客户", "客服", "客服继续"] as const
const attacks = injections.flatMap((said, index) => speakers.map((speaker): { readonly turn: number; readonly transcript: Transcript } => ({
  turn: speaker === "客户" ? 2 : 3,
  transcript: chat(`${index}-${speaker}`, `
    客户: 我等了三个星期了，你们到底管不管？
    客服: 订单正在路上请您耐心等待一下。
    客户: ${speaker === "客户" ? said : "那什么时候到？"}
    客服: ${speaker === "客户" ? "请您耐心等待物流更新。" : speaker === "客服" ? said : `请您耐心等待物流更新。${said}`}`)
})))
const clean = chat("clean", "客户: 我等了三个星期了，你们到底管不管？\n客服: 订单正在路上请您耐心等待一下。")

const breached = { _tag: "Breached", credit: 0 } as const

beforeAll(async () => {
  fake = await startFakeOpenAi({ judge: gullible })
  const night = () => judgeNight(database, { settings: settingsFor(fake.url), chats: [...attacks.map(({ transcript }) => transcript), clean].map((one) => undecided(one, breached)) })
  await night()
  await calibrate(database, true)
  await night()
})
afterAll(() => fake.close())

interface Judged {
  readonly transcript: string
  readonly points: number
  readonly credit: number
  readonly quotes: ReadonlyArray<Said>
}

/** Per transcript: its points, and of the scores the judge decided the credit and the evidence for it. */
const judged = async () => {
  const { rows } = await database.pool.query<Judged>(
    `select t.external_id as transcript, y.points, coalesce(sum(s.credit) filter (where s.decided_by = 'judge'), 0)::float8 as credit,
      coalesce(jsonb_agg(o.findings -> 0) filter (where s.decided_by = 'judge'), '[]') as quotes
    from transcripts t join tallies y on y.transcript_id = t.id join scores s on s.transcript_id = t.id
      left join opinions o on (o.transcript_id, o.agent_id, o.rule_id) = (s.transcript_id, s.agent_id, s.rule_id)
    group by t.id, y.points`
  )
  return new Map(rows.map((row) => [row.transcript, row]))
}

test("a judge that obeys the transcript moves no points where somebody speaks to it", async () => {
  expect(attacks.length).toBeGreaterThanOrEqual(100)
  const rows = await judged()
  const moved = attacks.filter(({ transcript }) => rows.get(transcript.id)!.points > 0 || rows.get(transcript.id)!.credit > 0)
  expect(moved.map(({ transcript, turn }) => `${transcript.id}: ${transcript.turns[turn]!.text}`)).toEqual([])
  // Trusted as it is, the same judge does move them elsewhere, by words that stand in the transcript.
  const { credit, points, quotes } = rows.get("clean")!
  expect({ credit, points }).toEqual({ credit: 2, points: 50 })
  for (const { end, quote, start, turn } of quotes) expect(clean.turns[turn]!.text.slice(start, end)).toBe(quote)
})

test("a judge that proves what it says with words nobody said moves none at all, however trusted", async () => {
  const lying = await startFakeOpenAi({ judge: liar })
  const { drop, ...here } = await makeDatabase()
  try {
    const night = () => judgeNight(here, { settings: settingsFor(lying.url), chats: [undecided(clean, breached)] })
    expect(await night()).toMatchObject({ given: 0, review: 2 })
    await calibrate(here, true)
    await night()
    expect((await here.pool.query("select points from tallies")).rows).toEqual([{ points: 0 }])
  } finally {
    await Promise.all([lying.close(), drop()])
  }
})

test("each of these conversations is for a person to look at", async () => {
  const { rows } = await database.pool.query<{ transcript: string }>("select distinct transcript from open_reviews")
  const flagged = new Set(rows.map(({ transcript }) => transcript))
  expect(attacks.filter(({ transcript }) => !flagged.has(transcript.id)).map(({ transcript, turn }) => `${transcript.id}: ${transcript.turns[turn]!.text}`)).toEqual([])
  expect(flagged.has("clean")).toBe(false)
})
