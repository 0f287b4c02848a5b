import { existsSync } from "node:fs"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { address } from "../../dashboards/Address.ts"
import { served } from "./Served.ts"
import { hostileTurn, transcripts } from "./StoredTranscripts.ts"

const candidates = [process.env["CHROMIUM_PATH"] ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
const executable = candidates.find((path) => path !== "" && existsSync(path))
const required = (process.env["CI"] ?? "") !== ""

if (executable === undefined && !required) {
  console.warn("\n*** The browser test is SKIPPED: no Chromium here. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH. ***\n")
}

test.runIf(required)("a browser is there to test the pages with", () => {
  expect(executable, `no browser at ${candidates.filter((path) => path !== "").join(", ")}: install Debian's chromium or set CHROMIUM_PATH`).toBeDefined()
})

describe.skipIf(executable === undefined)("in a browser", { timeout: 60_000 }, () => {
  const pages = served()
  let browser: Browser
  let complaints: Array<string> = []

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executable === undefined ? {} : { executablePath: executable }),
      args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"
      ]
    })
  })
  afterAll(() => browser?.close())

  /** A page whose every complaint, of scripts and of the content security policy, is kept. */
  const open = async (width = 1280): Promise<Page> => {
    complaints = []
    const page = await browser.newPage({ viewport: { width, height: 800 }, locale: "zh-CN" })
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text())
    })
    page.on("pageerror", (error) => complaints.push(error.message))
    page.on("requestfailed", (request) => {
      // A browser drops what it was fetching for a page that the reader leaves.
      const { errorText } = request.failure() ?? { errorText: "failed" }
      if (errorText !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${errorText}`)
    })
    return page
  }

  const hostile = transcripts.find(({ source }) => source === "x&y")!

  test("a reader goes from the team to an agent to the moment in the transcript, and on by keyboard", async () => {
    const page = await open()
    await page.goto(pages.url)
    await page.getByRole("link", { name: "王芳" }).click()
    expect(await page.locator("h1").innerText()).toContain("王芳")

    await page.locator(".focus .moment a").first().click()
    expect(new URL(page.url()).pathname).toBe("/transcripts/phone/call-0001")
    expect(new URL(page.url()).hash).toBe("#turn-5")
    expect(await page.locator("#turn-5").innerText()).toContain("退款不可以的")

    const press = async (key: string, times: number) => {
      for (let time = 0; time < times; time++) await page.keyboard.press(key)
    }
    const current = page.locator(".current")
    await press("j", 1)
    expect(await current.getAttribute("id")).toBe("finding-1")
    await press("j", 4)
    expect(await current.getAttribute("data-finding")).toBe("5")
    expect(await page.locator(".turn.lit").evaluateAll((turns) => turns.map((turn) => turn.id))).toEqual(["turn-1", "turn-2", "turn-3"])
    await press("k", 6)
    expect(await current.innerText()).toBe("您只能等")

    await page.keyboard.press("?")
    expect(await page.locator("dialog").isVisible()).toBe(true)
    await page.keyboard.press("?")
    expect(await page.locator("dialog").isVisible()).toBe(false)

    await page.keyboard.press("n")
    await page.waitForURL("**/call-0002**")
    await page.keyboard.press("p")
    await page.waitForURL("**/call-0001**")

    await page.getByRole("link", { name: "Switch to English" }).click()
    expect(await page.locator("html").getAttribute("lang")).toBe("en")
    await page.locator("summary", { hasText: "Acknowledges the feeling" }).click()
    await page.getByRole("link", { name: "empathy/acknowledges-feeling" }).click()
    expect(await page.locator("h1").innerText()).toBe("Acknowledges the feeling")
    await page.close()
    expect(complaints).toEqual([])
  })

  test("strangers' text is text, and breaks no page at any width", async () => {
    for (const width of [1280, 360]) {
      const page = await open(width)
      for (const path of [address.transcript(hostile.source, hostile.id), "/?period=all", "/agents/A01", "/transcripts/phone/call-0001", "/rules"]) {
        await page.goto(new URL(path, pages.url).href)
        expect(await page.title()).not.toBe("owned")
        expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"), `${path} at ${width}`).toBe(0)
        expect(await page.locator("main script, main img, main b b").count()).toBe(0)
      }
      await page.goto(new URL(address.transcript(hostile.source, hostile.id), pages.url).href)
      const shown = await page.locator("#turn-0 .text").innerText()
      expect(shown).toContain(hostileTurn.slice(0, 40))
      expect(await page.locator("#turn-1 .text").evaluate((turn) => turn.clientHeight)).toBeLessThan(500)
      await page.close()
      expect(complaints).toEqual([])
    }
  })

  test("markup that slipped in would still not run", async () => {
    const page = await open()
    await page.goto(pages.url)
    await page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = `owned`' }))")
    await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=/icon.svg onload=\"document.title=`owned`\"><p style=\"color:red\">')")
    await page.waitForLoadState("networkidle")
    expect(await page.title()).not.toBe("owned")
    expect(complaints.filter((complaint) => complaint.includes("Content Security Policy")).length).toBeGreaterThanOrEqual(2)
    await page.close()
  })

  test("without scripts everything is still there", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" })
    const page = await context.newPage()
    await page.goto(new URL("/transcripts/phone/call-0001#finding-7", pages.url).href)
    expect(await page.locator("mark:target").innerText()).toBe("不可以的，我")
    expect(await page.locator(".keys-button").isVisible()).toBe(false)
    expect(await page.locator(".score.Breached .instead").first().isVisible()).toBe(true)
    await context.close()
  })
})
