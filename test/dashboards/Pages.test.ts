import { describe, expect, test } from "vitest"
import { served } from "./Served.ts"

const pages = served()

const shown: ReadonlyArray<readonly [string, string]> = [
  ["team", "/"],
  ["team-by-points", "/?period=all&order=points"],
  ["agent", "/agents/A01"],
  ["agent-attitude", "/agents/A01?quality=attitude"],
  ["agent-critical", "/agents/B%2F7%3F%23?period=all"],
  ["agent-unnamed", "/unnamed-agent"],
  ["transcript", "/transcripts/phone/call-0001"],
  ["transcript-chat", `/transcripts/${encodeURIComponent("web chat")}/${encodeURIComponent("2025/05 42%?x=1#y")}`],
  ["rulebook", "/rules"],
  ["rule", "/rules/standard-phrases/opening-greeting"],
  ["not-found", "/agents/nobody-of-this-name"]
]

describe.each(["zh", "en"])("in %s", (language) => {
  test.each(shown)("%s", async (name, path) => {
    const { body, headers } = await pages.ask(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`)
    expect(headers["content-type"]).toBe("text/html; charset=utf-8")
    // That is a questionnaire for customers, whose score nobody here has.
    expect(body).not.toMatch(/SERVQUAL[\s:：的]*(score|points|index|得分|评分|分数|分值|指数)/i)
    await expect(body).toMatchFileSnapshot(`../golden/dashboards/${name}.${language}.html`)
  })
})
