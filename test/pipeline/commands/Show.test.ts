import { beforeAll, describe, expect, test } from "vitest"
import { renderTranscript } from "../../../pipeline/reports/TranscriptSheet.ts"
import { readTranscript } from "../../../pipeline/store/ReadTranscript.ts"
import { freshDatabase } from "../../support/database.ts"
import { storeSamples } from "./storedSamples.ts"
import { typed } from "./typed.ts"

const database = freshDatabase()
const settings = () => ({ DATABASE_URL: database.url, TRANSCRIPT_QA_LANGUAGE: "zh" })
const show = (...words: ReadonlyArray<string>) => typed(["show", ...words], settings())

beforeAll(() => storeSamples(database))

describe("show", () => {
  test("marks findings in place and tells after each turn why, and what to say instead", async () => {
    const { error, out } = await show("C-1003")
    expect(error).toBeNull()
    expect(out).not.toContain("\u001b")
    await expect(out).toMatchFileSnapshot("../../golden/commands/show-refusal-zh.txt")
    await expect((await show("C-1001", "--language", "en")).out).toMatchFileSnapshot("../../golden/commands/show-greeting-en.txt")
  })

  test("colours instead of bracketing on a terminal", async () => {
    const stored = await readTranscript(database.kysely, "C-1003", { source: "desk" })
    const look = { terminal: true, colours: true, columns: 100 }
    const text = renderTranscript(stored!, { language: "zh", timeZone: "Asia/Shanghai", look })
    expect(text).toContain("我们\u001b[31m\u001b[4m无\u001b[24m\u001b[39m\u001b[31m\u001b[4m法\u001b[24m\u001b[39m\u001b[2m[1]\u001b[22m\u001b[33m\u001b[4m退款\u001b[24m\u001b[39m")
    expect(text).not.toContain("⟦")
    // The customer's own escape sequence stays text.
    expect(text).toContain("\\u001b[31m")
  })

  test("as JSON gives the transcript, tallies and scores as they are stored", async () => {
    const shown = JSON.parse((await show("C-1003", "--json")).out)
    expect(shown).toMatchObject({ rubric: "5a3b1e", revision: 1, tallies: [{ agent: "A2", points: 20 }] })
    expect(shown.transcript.turns[1].text).toBe("这个我们无法退款\u001b[31m。")
    expect(shown.scores[1].findings[0]).toEqual({ _tag: "Said", bearing: "against", turn: 1, start: 4, end: 6, quote: "无法", note: null })
  })

  test("of an id in two sources names them, and takes one", async () => {
    expect((await show("twice")).error).toBe("Several sources have a transcript twice. Add one of these:\n  --source desk\n  --source other desk")
    expect((await show("twice", "--source", "other desk")).out).toContain("来源 other desk")
  })

  test("of an unknown id names those that look like it", async () => {
    expect((await show("c-100")).error).toBe("No transcript is called c-100. Did you mean C-1001, C-1002, C-1003, C-1004, C-1005?")
    expect((await show("undatet")).error).toBe("No transcript is called undatet. Did you mean undated?")
    expect((await show("zzz")).error).toContain("“transcript-qa runs” lists what was")
    expect((await show("C-1003", "--source", "crm")).error).toContain("of the source crm is called C-1003")
    expect((await show("C-1003", "--rubric", "9")).error).toBe("Transcript C-1003 was not scored under a rubric 9. It was under: 5a3b1e.")
  })

  test("of a transcript without an agent says that no rule applied", async () => {
    const { error, out } = await show("nobody")
    expect(error).toBeNull()
    expect(out).toContain("客服 未署名")
    expect(out).toContain("未署名：无得分：没有适用的规则")
  })
})
