import { beforeAll, describe, expect, test } from "vitest"
import { renderAgentSheet } from "../../../pipeline/reports/AgentSheet.ts"
import { renderScorecards } from "../../../pipeline/reports/ScorecardTable.ts"
import { readAdvice } from "../../../pipeline/store/ReadAdvice.ts"
import { readRollups } from "../../../pipeline/store/ReadRollups.ts"
import type { Rollups } from "../../../schemas/Rollups.ts"
import type { Scorecard } from "../../../schemas/Scorecard.ts"
import { freshDatabase } from "../../support/database.ts"
import { rubric, storeSamples } from "./storedSamples.ts"
import { typed } from "./typed.ts"

const database = freshDatabase()
const empty = freshDatabase()
const settings = () => ({ DATABASE_URL: database.url, TRANSCRIPT_QA_LANGUAGE: "en" })
const golden = (name: string) => `../../golden/commands/${name}`

beforeAll(() => storeSamples(database))

const cards = async (...words: ReadonlyArray<string>) => JSON.parse((await typed(["scorecards", "--json", ...words], settings())).out) as ReadonlyArray<Scorecard>

describe("scorecards", () => {
  test("lists everybody's latest month, each mean with its count", async () => {
    const { error, out } = await typed(["scorecards"], settings())
    expect(error).toBeNull()
    await expect(out).toMatchFileSnapshot(golden("scorecards.txt"))
  })

  test("shows one agent's card in full, called by id or by name, in the language asked for", async () => {
    const byId = await typed(["scorecards", "--agent", "A2", "--language", "zh"], settings())
    expect(byId.error).toBeNull()
    await expect(byId.out).toMatchFileSnapshot(golden("scorecards-agent-zh.txt"))
    const good = await typed(["scorecards", "--agent", "小王"], settings())
    expect(good.out).toContain("A1 小王 · 2026-10")
    expect(good.out).toContain("Nothing stands out")
  })

  test("of several periods appear when days are given; undated transcripts count in all", async () => {
    expect((await cards()).map(({ agent, periodStart }) => [agent, periodStart])).toEqual([["A1", "2026-10-01"], ["A2", "2026-10-01"]])
    expect((await cards("--agent", "A1", "--from", "2026-09-15")).map(({ periodStart, transcripts }) => [periodStart, transcripts]))
      .toEqual([["2026-09-01", 1], ["2026-10-01", 2]])
    expect((await cards("--period", "week", "--to", "2026-09")).map(({ periodStart }) => periodStart)).toEqual(["2026-08-31"])
    expect((await cards("--period", "all", "--agent", "A1"))[0]).toMatchObject({ periodStart: null, transcripts: 4, scored: 4, points: 85 })
    const out = (await typed(["scorecards", "--from", "2027"], settings())).out
    expect(out).toContain("There are no scorecards in that stretch of time")
  })

  test("of one agent can be narrowed to a quality that a coach works on", async () => {
    const { out } = await typed(["scorecards", "--agent", "A2", "--quality", "attitude"], settings())
    expect(out).toContain("Only rules of attitude")
    expect(out).toMatch(/✗ Do not say “unable”/)
    expect(out).not.toContain("A proper opening")
    const skilled = await typed(["scorecards", "--agent", "A2", "--quality", "skill"], settings())
    expect(skilled.out).toMatch(/✗ A proper opening/)
    expect(skilled.out).not.toContain("Do not say")
    expect((await typed(["scorecards", "--quality", "skill"], settings())).error).toContain("name one with --agent")
  })

  test("of one agent say what they add up to, each number with its count, in both languages", async () => {
    const chinese = await typed(["scorecards", "--agent", "A1", "--period", "all", "--language", "zh"], settings())
    await expect(chinese.out).toMatchFileSnapshot(golden("scorecards-rollups-zh.txt"))
    const english = await typed(["scorecards", "--agent", "A1", "--period", "all"], settings())
    await expect(english.out).toMatchFileSnapshot(golden("scorecards-rollups-en.txt"))
    for (const out of [chinese.out, english.out]) expect(out).not.toMatch(/SERVQUAL[\s:：的]*(score|points|index|得分|评分|分数|分值|指数)/i)
    const [card] = JSON.parse((await typed(["scorecards", "--agent", "A1", "--period", "all", "--json"], settings())).out) as ReadonlyArray<Scorecard & { readonly rollups: Rollups }>
    expect(card!.rollups.qualities.map(({ tag, transcripts }) => [tag, transcripts])).toEqual([["attitude", 4], ["knowledge", 0], ["skill", 4]])
    expect(card!.rollups.reasons).toEqual([{ value: "unknown", transcripts: 4, told: 0 }])
  })

  test("as CSV open in a spreadsheet with their Chinese and without a formula", async () => {
    const { out } = await typed(["scorecards", "--csv"], settings())
    const [head, ...rows] = out.split("\r\n")
    expect(head).toBe("\ufeffagent,agent_name,period,period_start,transcripts,scored,points,points_low,points_high,points_spread,band,passed,critical_breaches,rubric,manner_points,manner_transcripts,pace_points,pace_transcripts")
    expect(rows[0]).toMatch(/^A1,小王,month,2026-10-01,2,2,90,0,100,14\.142\d*,good,2,0,5a3b1e,90,2,,0$/)
    expect(rows[1]).toContain(`A2,"'=HYPERLINK(""http://evil"")",month`)
    expect(rows.at(-1)).toBe("")
  })

  test("of an unknown agent, rubric or day are errors that name what there is", async () => {
    expect((await typed(["scorecards", "--agent", "小"], settings())).error).toBe("No agent is called 小. Did you mean 小王?")
    expect((await typed(["scorecards", "--agent", "Zacharias"], settings())).error).toContain("“transcript-qa scorecards” lists those there are")
    expect((await typed(["scorecards", "--rubric", "ffff"], settings())).error).toBe("No single rubric has the fingerprint ffff. There are: 5a3b1e (latest first).")
    expect((await typed(["scorecards", "--rubric", "5a"], settings())).out).toContain("A1 小王")
    expect((await typed(["scorecards", "--from", "2026-02-30"], settings())).error).toContain("write a day such as 2026-10-05")
  })

  test("of an empty store say what to do next", async () => {
    const environment = { DATABASE_URL: empty.url }
    expect((await typed(["scorecards"], environment)).out).toContain("npx transcript-qa score <files or folders>")
    expect(JSON.parse((await typed(["scorecards", "--json"], environment)).out)).toEqual([])
    expect((await typed(["scorecards", "--csv"], environment)).out).toMatch(/^\ufeffagent,.*,rubric\r\n$/)
  })

  test("go on in a second table, keys repeated, where a terminal is narrow", async () => {
    const look = { terminal: true, colours: false, columns: 80 }
    const table = renderScorecards(await cards(), rubric, "zh", look)
    expect(Math.max(...table.split("\n").filter((line) => line.startsWith("┌")).map((line) => line.length))).toBeLessThanOrEqual(80)
    await expect(`${table}\n`).toMatchFileSnapshot(golden("scorecards-narrow-zh.txt"))
  })

  test("in colour mark what to work on in red", async () => {
    const [, card] = await cards()
    const sheet = renderAgentSheet(card!, { rubric, advice: await readAdvice(database.kysely, card!, rubric), opinions: [], quality: null, rollups: await readRollups(database.kysely, card!), others: [], language: "en", look: { terminal: true, colours: true, columns: 100 } })
    expect(sheet).toContain("“这个我们\u001b[31m\u001b[4m无法\u001b[24m\u001b[39m退款")
    expect(sheet).not.toContain("⟦")
  })
})
