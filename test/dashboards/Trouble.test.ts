import { describe, expect, test } from "vitest"
import { served } from "./Served.ts"

describe("before anything is scored", () => {
  const pages = served({ stored: false })

  test("the pages say what to do", async () => {
    for (const path of ["/", "/rules"]) {
      const { status, body } = await pages.ask(path, { headers: { "accept-language": "en" } })
      expect(status).toBe(200)
      expect(body).toContain("npx transcript-qa score")
    }
    expect((await pages.ask("/agents/A01")).status).toBe(404)
  })
})

describe("when the database has gone", () => {
  const pages = served()

  test("a page says so and nothing else", async () => {
    await pages.database.kysely.schema.dropTable("tallies").cascade().execute()
    const { status, body } = await pages.ask("/transcripts/phone/call-0001?lang=en")
    expect(status).toBe(500)
    expect(body).toContain("The database does not answer")
    expect(body).not.toMatch(/call-0001|tallies|relation|Error/)
    expect((await pages.ask("/rules?lang=en")).status).toBe(200)
  })
})
