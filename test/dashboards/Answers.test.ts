import { connect } from "node:net"
import { hostname } from "node:os"
import { describe, expect, test } from "vitest"
import { knownTo } from "../../dashboards/Guard.ts"
import { address } from "../../dashboards/Address.ts"
import { hostileName, olderRubric } from "./StoredContent.ts"
import { served } from "./Served.ts"
import { transcripts } from "./StoredTranscripts.ts"

const pages = served()

const hostile = transcripts.find(({ source }) => source === "x&y")
if (hostile === undefined) throw new Error("the content has no hostile transcript")
const hostilePath = address.transcript(hostile.source, hostile.id)

describe("every answer", () => {
  const addresses = ["/", "/agents/A01", "/transcripts/phone/call-0001", "/rules", "/pages.css", "/keys.js", "/icon.svg", "/nowhere", "/agents/%zz"]

  test.each(addresses)("%s forbids scripts from elsewhere, frames, sniffing and keeping", async (path) => {
    const { headers } = await pages.ask(path)
    const policy = String(headers["content-security-policy"])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain("unsafe")
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store", "referrer-policy": "no-referrer" })
    expect(headers["set-cookie"]).toBeUndefined()
  })

  test("has no script or style of its own in it", async () => {
    for (const path of addresses.filter((one) => !one.includes("."))) {
      const { body } = await pages.ask(path)
      expect(body).not.toMatch(/<script(?! src="\/keys\.js" defer><\/script>)/)
      expect(body).not.toMatch(/<style|\sstyle=|\son\w+=/)
    }
  })
})

describe("who may ask", () => {
  test.each(["localhost", "localhost:8080", "127.0.0.1", "[::1]:4000", "LOCALHOST"])("a browser that calls it %s", async (host) => {
    expect((await pages.ask("/", { headers: { host } })).status).toBe(200)
  })

  test.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "evil.example:127", "[::2]"])("not one that calls it “%s”", async (host) => {
    const { status, body } = await pages.ask("/agents/A01", { headers: { host } })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain("王芳")
  })

  test("nor one that does not say", async () => {
    const socket = connect(Number(new URL(pages.url).port), "127.0.0.1")
    socket.end("GET /agents/A01 HTTP/1.0\r\n\r\n")
    const answer = (await socket.setEncoding("utf8").toArray()).join("")
    expect(answer).toMatch(/^HTTP\/1\.1 421/)
    expect(answer).not.toContain("王芳")
  })

  test("a server on every address is asked by address or the machine's name, not by any other name", () => {
    for (const host of ["0.0.0.0", "::"]) {
      const known = knownTo(host)
      expect(["192.168.1.5", "[fe80::1]", "localhost", hostname().toLowerCase()].filter((name) => !known(name))).toEqual([])
      expect(["evil.example", "192.168.1.5.evil.example", "", "[::1", "1.2.3"].filter(known)).toEqual([])
    }
    expect(["192.168.1.5", "10.0.0.7"].filter(knownTo("10.0.0.7"))).toEqual(["10.0.0.7"])
    expect(["[fe80::1]", "[fe80::2]"].filter(knownTo("fe80::1"))).toEqual(["[fe80::1]"])
  })

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("nobody with %s", async (method) => {
    const { status, headers } = await pages.ask("/", { method })
    expect(status).toBe(405)
    expect(headers["allow"]).toBe("GET, HEAD")
  })

  test("HEAD is answered like GET, without a body", async () => {
    const { status, headers, body } = await pages.ask("/agents/A01", { method: "HEAD" })
    expect({ status, body, type: headers["content-type"] }).toEqual({ status: 200, body: "", type: "text/html; charset=utf-8" })
  })
})

describe("what there is not", () => {
  test.each([
    "/nowhere", "/agents/nobody", "/transcripts/phone/none", "/transcripts/phone", "/rules/none/such", "/agents/%zz", "/agents/%00", "/agents/A01%00", "/?rubric=unknown",
    "/static/../Pages.ts", "/..%2f..%2fpackage.json", `/agents/${"a".repeat(5000)}`, "/agents/'%20or%20''='"
  ])("%s is a page that says so", async (path) => {
    const { status, body } = await pages.ask(path, { headers: { "accept-language": "en" } })
    expect(status).toBe(404)
    expect(body).toContain("There is no such page")
  })

  test.each(["/?period=never&start=yesterday&page=-3&order=worst", "/?start=2025-02-31", "/agents/A01?page=99999&start=%00", "/?agent=%00&rubric=%00", "/agents/A01?quality=wit"])(
    "%s: what makes no sense is as if it had not been asked",
    async (path) => {
      expect((await pages.ask(path)).status).toBe(200)
    }
  )
})

describe("the language", () => {
  test.each([
    ["/", "en-US,en;q=0.9", "en"],
    ["/", "fr, zh-TW;q=0.8, en;q=0.3", "zh-Hans"],
    ["/", "fr", "zh-Hans"],
    ["/?lang=en", "zh", "en"],
    ["/?lang=tlh", "en", "en"]
  ])("of %s for a browser that prefers %s is %s", async (path, preferred, expected) => {
    expect((await pages.ask(path, { headers: { "accept-language": preferred } })).body).toContain(`<html lang="${expected}">`)
  })

  test("asked for by name stays in the links", async () => {
    const { body } = await pages.ask("/?lang=en")
    expect(body).toMatch(/href="\/agents\/A01\?[^"]*lang=en/)
    expect((await pages.ask("/")).body).not.toMatch(/href="\/agents\/A01\?[^"]*lang=/)
  })
})

describe("a rubric", () => {
  test("of before is shown when asked for, and stays in the links", async () => {
    const { body } = await pages.ask(`/transcripts/phone/call-0001?rubric=${olderRubric}`)
    expect(body).toContain(`<code>${olderRubric}</code>`)
    expect(body).toContain(`/rules/negative-language/cannot?rubric=${olderRubric}`)
  })

  test("is the latest one's where none is asked for", async () => {
    const { body } = await pages.ask("/transcripts/phone/call-0001")
    expect(body).not.toContain(`<code>${olderRubric}</code>`)
    expect(body).toContain(`rubric=${olderRubric}`)
  })
})

describe("strangers' text", () => {
  test("is shown, never obeyed", async () => {
    for (const path of [hostilePath, "/?period=all", `${address.agent(hostile.agent)}?period=all`]) {
      const { status, body } = await pages.ask(path)
      expect(status).toBe(200)
      expect(body).not.toMatch(/<script>|<img|<b>X/)
      expect(body).toContain("&lt;script&gt;")
    }
    expect((await pages.ask("/?period=all")).body).toContain(hostileName.replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(`"`, "&quot;"))
  })

  test("cannot turn the reading direction or hide", async () => {
    const { body } = await pages.ask(hostilePath)
    expect(body).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007]/)
    expect(body).toContain(`<span class="unseen">U+202E</span>`)
    expect(body).toContain(`<span class="unseen">U+0007</span>`)
  })

  test("is found again by its address, whatever it contains", async () => {
    for (const { source, id, agent } of transcripts) {
      const { status, body } = await pages.ask(address.transcript(source, id))
      expect(status, id).toBe(200)
      expect(body).toContain(`href="${address.agent(agent).replaceAll("'", "&#39;")}`)
    }
  })
})
