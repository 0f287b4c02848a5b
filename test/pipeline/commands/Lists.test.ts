import { beforeAll, describe, expect, test } from "vitest"
import { renderRuns } from "../../../pipeline/commands/Runs.ts"
import { renderSetAsides } from "../../../pipeline/commands/SetAsides.ts"
import { listSetAsides } from "../../../pipeline/store/SetAsides.ts"
import { freshDatabase } from "../../support/database.ts"
import { storeSamples } from "./storedSamples.ts"
import { typed } from "./typed.ts"

const database = freshDatabase()
const empty = freshDatabase()
const settings = () => ({ DATABASE_URL: database.url })

beforeAll(() => storeSamples(database))

describe("runs", () => {
  test("lists what was scored, when and under which rubric", async () => {
    const { out } = await typed(["runs"], settings())
    const [head, run] = out.trimEnd().split("\n").map((line) => line.split("\t"))
    expect(Object.fromEntries(head!.map((name, column) => [name, run![column]]))).toMatchObject({
      run: "1", status: "finished", command: "score", read: "10", new: "10", "set aside": "2", rubric: "5a3b1e"
    })
    expect(run![1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
    expect(JSON.parse((await typed(["runs", "--json", "--limit", "1"], settings())).out)).toMatchObject([{ id: 1, status: "finished", setAside: 2 }])
  })

  test("cannot tell times in a time zone there is none of, and says so plainly", async () => {
    expect((await typed(["runs"], { ...settings(), TRANSCRIPT_QA_TIME_ZONE: "Mars/Olympus" })).error)
      .toBe("The setting TRANSCRIPT_QA_TIME_ZONE: “Mars/Olympus” is no time zone; write one such as Asia/Shanghai or Europe/Berlin.")
  })

  test("tell times in the time zone, and why one stopped", () => {
    const counts = { read: 1, new: 1, changed: 0, rescored: 0, unchanged: 0, setAside: 0 }
    const at = new Date("2026-10-05T18:30:00Z")
    const run = { id: 3, command: "nightly", rubric: "5a3b1e", status: "stopped", startedAt: at, finishedAt: new Date(at.getTime() + 65_000), message: "disk\nfull", ...counts } as const
    const printed = renderRuns([run], "Asia/Shanghai", { terminal: false, colours: false, columns: 80 })
    expect(printed.split("\n")[1]).toBe("3\t2026-10-06 02:30\t1 min 5 s\tstopped\tnightly\t1\t1\t0\t0\t0\t0\t5a3b1e\tdisk full")
  })

  test("of an empty store say what to do next", async () => {
    expect((await typed(["runs"], { DATABASE_URL: empty.url })).out).toContain("npx transcript-qa score")
  })
})

describe("set-aside", () => {
  test("lists file, line, reason and an excerpt that does no harm", async () => {
    const { out } = await typed(["set-aside"], settings())
    const lines = out.trimEnd().split("\n")
    expect(lines[0]).toBe("file\tline\ttranscript\treason\texcerpt\tstatus")
    expect(lines[1]).toMatch(/^inbox\/a\.csv\t7\tC-7\tthe role “xx” is none we know\t7,xx,\\u001b\]0;owned\\u0007 您好.*…\topen$/)
    expect(lines).toHaveLength(3)
    expect(JSON.parse((await typed(["set-aside", "--json"], settings())).out)[1]).toMatchObject({ origin: { file: "inbox/b.jsonl", line: 1 }, resolvedAt: null })
  })

  test("on a terminal groups by file", async () => {
    const listed = await listSetAsides(database.kysely)
    const printed = renderSetAsides(listed, { terminal: true, colours: false, columns: 80 })
    expect(printed).toContain("inbox/a.csv\n  line 7, transcript C-7: the role “xx” is none we know\n    7,xx,")
    expect(printed).toContain("2 entries.")
  })

  test("of an empty store says that nothing is", async () => {
    expect((await typed(["set-aside"], { DATABASE_URL: empty.url })).out).toBe("Nothing is set aside at present; --all shows what was earlier.\n")
  })
})
