import { createServer } from "node:http"
import { describe, expect, test } from "vitest"
import { isLoopback } from "../../../pipeline/commands/Dashboards.ts"
import { freshDatabase } from "../../support/database.ts"
import { typed } from "./typed.ts"

const database = freshDatabase()

describe("dashboards", () => {
  test("on a taken port say so and name another", async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve))
    const address = other.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    const { error } = await typed(["dashboards", "--port", String(port)], { DATABASE_URL: database.url })
    other.close()
    expect(error).toMatch(new RegExp(`^Something else listens on 127\\.0\\.0\\.1:${port}\\. Stop it, or name another port: --port \\d+$`))
  })

  test("refuse what is no port or no address of this machine", async () => {
    expect((await typed(["dashboards", "--port", "70000"])).error).toContain("--port: a number from 0")
    expect((await typed(["dashboards", "--port", "0", "--host", "203.0.113.7"], { DATABASE_URL: database.url })).error).toContain("has no address 203.0.113.7")
  })

  test("know which addresses only this machine reaches", () => {
    expect(["127.0.0.1", "127.1.2.3", "::1", "localhost"].every(isLoopback)).toBe(true)
    expect(["0.0.0.0", "::", "192.168.1.2", "example.org", "127.0.0.1.example.org"].some(isLoopback)).toBe(false)
  })
})
