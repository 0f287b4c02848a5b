import { describe, expect, test } from "vitest"
import { withoutPassword } from "../../../pipeline/commands/DatabaseCommand.ts"
import { freshDatabase } from "../../support/database.ts"
import { typed } from "./typed.ts"

const database = freshDatabase()
const bare = freshDatabase({ migrated: false })
const settings = () => ({ DATABASE_URL: database.url })

describe("database", () => {
  test("tells where it is, how large and what it holds, without the password", async () => {
    const { out } = await typed(["database"], settings())
    const { password, pathname } = new URL(database.url)
    expect(out).toContain(pathname)
    expect(out).toMatch(/PostgreSQL \d+.*\nsize: +[\d.]+ MB, 0 transcripts/)
    if (password !== "") expect(out).not.toContain(password)
    expect(JSON.parse((await typed(["database", "--json"], settings())).out)).toMatchObject({ kind: "DATABASE_URL", transcripts: 0, server: withoutPassword(database.url) })
  })

  test("without tables is told of, and left without them", async () => {
    expect((await typed(["database"], { DATABASE_URL: bare.url })).out).toContain("nothing stored yet")
    expect((await bare.pool.query("select from pg_tables where schemaname = 'public'")).rowCount).toBe(0)
  })

  test("url prints the address as it is, for other programs", async () => {
    expect(await typed(["database", "url"], settings())).toMatchObject({ out: `${database.url}\n`, error: null, code: 0 })
  })

  test("of somebody else is neither started nor stopped", async () => {
    expect((await typed(["database", "stop"], settings())).error).toContain("not ours to stop")
    expect((await typed(["database", "start"], settings())).error).toContain("not ours to start")
  })

  test("addresses lose their password however it is written", () => {
    expect(withoutPassword("postgres://me:se%40same@host:5433/db")).toBe("postgres://me@host:5433/db")
    expect(withoutPassword("postgres://me@host/db?password=sesame&sslmode=disable")).toBe("postgres://me@host:5432/db")
  })
})
