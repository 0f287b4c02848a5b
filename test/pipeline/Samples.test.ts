import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

const checkout = join(import.meta.dirname, "../..")
const cli = async (...args: ReadonlyArray<string>): Promise<{ code: number; stdout: string; stderr: string }> => {
  const run = promisify(execFile)(process.execPath, [join(checkout, "pipeline/main.ts"), ...args], { cwd: checkout, maxBuffer: 64 * 1024 * 1024 })
  try {
    return { code: 0, ...(await run) }
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string }
  }
}

interface Line {
  readonly transcript: string
  readonly agent: string | null
  readonly rule: string
  readonly outcome: string
  readonly because: string | null
  readonly findings: ReadonlyArray<{
    readonly turn?: number
    readonly start?: number
    readonly end?: number
    readonly quote?: string
    readonly bearing: string
    readonly window?: { readonly from: number; readonly to: number }
    readonly nearest?: { readonly turn: number; readonly start: number; readonly end: number; readonly quote: string } | null
  }>
}

let folder = ""
let lines: ReadonlyArray<Line> = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "samples-"))
  const { code, stderr } = await cli("score", "samples/contacts.jsonl", "samples/contacts-taiwan.jsonl", "samples/hostile/hostile.jsonl", "samples/dialogue", "samples/chats.csv", "--no-store", "--out", join(folder, "outcomes.jsonl"))
  expect(stderr).toBe("")
  expect(code).toBe(0)
  lines = readFileSync(join(folder, "outcomes.jsonl"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as Line)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("outcome lines of the samples", () => {
  test("quote the input verbatim: plain slicing of the JSON lines gives every quote", () => {
    const texts = new Map<string, ReadonlyArray<string>>()
    for (const file of ["contacts.jsonl", "contacts-taiwan.jsonl", "hostile/hostile.jsonl"]) {
      for (const line of readFileSync(join(checkout, "samples", file), "utf8").trim().split("\n")) {
        const { id, turns } = JSON.parse(line) as { id: string; turns: ReadonlyArray<{ text: string }> }
        // What Postgres cannot store is replaced one to one.
        texts.set(id, turns.map((turn) => turn.text.toWellFormed().replaceAll("\0", "\ufffd")))
      }
    }
    let checked = 0
    for (const line of lines) {
      const turns = texts.get(line.transcript)
      if (turns === undefined) continue
      for (const finding of line.findings) {
        const place = finding.turn === undefined ? finding.nearest : finding
        if (place === null || place === undefined) continue
        expect(turns[place.turn!]!.slice(place.start, place.end), `${line.transcript} ${line.rule}`).toBe(place.quote)
        checked++
      }
    }
    expect(checked).toBeGreaterThan(50)
  })

  test("say why, exactly where a rule does not apply or is unscored", () => {
    for (const line of lines) {
      expect(line.because !== null, `${line.transcript} ${line.rule}`).toBe(line.outcome === "NotApplicable" || line.outcome === "Unscored")
      if (line.outcome === "Breached" || line.outcome === "Partly") expect(line.findings.length, `${line.transcript} ${line.rule}`).toBeGreaterThan(0)
      for (const finding of line.findings) expect((finding.turn === undefined) !== (finding.window === undefined)).toBe(true)
    }
  })

  test("are the same, byte by byte, when made again", async () => {
    const again = join(folder, "again.jsonl")
    await cli("score", "samples/contacts.jsonl", "samples/contacts-taiwan.jsonl", "samples/hostile/hostile.jsonl", "samples/dialogue", "samples/chats.csv", "--no-store", "--out", again)
    expect(readFileSync(again, "utf8")).toBe(readFileSync(join(folder, "outcomes.jsonl"), "utf8"))
  })

  test.each([
    ["refusal-hard-zh", "negative-language/not-permitted", "Breached"],
    ["refusal-cannot-zh", "negative-language/cannot", "Breached"],
    ["refusal-hard-tw", "negative-language/refusal-with-reason", "Breached"],
    ["refusal-with-reason-zh", "negative-language/refusal-with-reason", "Met"],
    ["reassurance-zh", "negative-language/will-not-do", "Met"],
    ["but-reversal-zh", "negative-language/but-reversal", "Breached"],
    ["but-to-good-zh", "negative-language/but-reversal", "Met"],
    ["impatience-threat-zh", "negative-language/impatience", "Breached"],
    ["opening-full-zh", "standard-phrases/opening-greeting", "Met"],
    ["empathy-met-zh", "empathy/acknowledges-feeling", "Met"],
    ["empathy-missed-tw", "empathy/acknowledges-feeling", "Breached"],
    ["chat-quick-zh", "response-time/first-response", "Met"]
  ])("%s: %s is %s", (transcript, rule, outcome) => {
    expect(lines.find((line) => line.transcript === transcript && line.rule === rule)?.outcome).toBe(outcome)
  })

  test("never blame the agents who do everything right for their words", () => {
    const blamed = lines.filter((line) => (line.agent === "A01" || line.agent === "A05") && line.outcome === "Breached" && line.rule.startsWith("negative-language/"))
    expect(blamed.map((line) => `${line.transcript} ${line.rule}`)).toEqual([])
  })
})

describe("unreadable samples", () => {
  test("are set aside with file, line and reason; what else the files hold is scored; the exit code tells", async () => {
    const { code, stdout, stderr } = await cli("score", "samples/unreadable", "--no-store")
    expect(code).toBe(2)
    expect(stderr).toMatch(/samples\/unreadable\/unknown-role\.csv:5: role ‘老板’ is none we know/)
    expect(stderr).toMatch(/samples\/unreadable\/truncated\.jsonl\.gz:1: the gzip file is cut off/)
    expect(stderr).toMatch(/samples\/unreadable\/empty\.jsonl:1: the file is empty/)
    expect(stderr).toMatch(/12 inputs could not be read/)
    const read = new Set(stdout.trimEnd().split("\n").map((line) => (JSON.parse(line) as Line).transcript))
    expect(read.size).toBe(9)
  })

  test("a bad time leaves the rules that need times unscored, with the line, and nothing else", async () => {
    const { stdout } = await cli("score", "samples/unreadable/bad-timestamp.csv", "--no-store")
    const scored = stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as Line)
    const timed = scored.filter((line) => line.outcome === "Unscored" && line.rule.startsWith("response-time/"))
    expect(timed.length).toBeGreaterThan(0)
    for (const line of timed) expect(line.because).toMatch(/line \d+/)
    for (const line of scored) if (!line.rule.startsWith("response-time/")) expect(line.because ?? "").not.toMatch(/line \d+/)
  })
})
