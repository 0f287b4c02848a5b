import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { ruleSchemaText } from "../../../pipeline/reports/RuleSchema.ts"
import { typed } from "./typed.ts"

const own = `id: negative-language/wait-a-bit
title: { zh: 不说“等着”, en: Do not say “just wait” }
why: { zh: 催客户等等于不管。, en: It sounds like “go away”. }
instead: { zh: 请您稍等，我马上为您查询。, en: One moment please. }
source: ours
weight: 3
kind: forbidden-phrase
phrases:
  - 等着
examples:
  - breach: |
      客户: 好了吗
      客服: 等着。
    quote: 等着
  - ok: |
      客户: 好了吗
      客服: 请稍等。
  - ok: |
      客户: 我等着
      客服: 好的。
`

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rules-"))
  mkdirSync(join(folder, "ours"))
  writeFileSync(join(folder, "ours", "wait.yaml"), own)
})
afterEach(() => rmSync(folder, { recursive: true }))

const spoilt = (from: string, to: string) => writeFileSync(join(folder, "ours", "wait.yaml"), own.replace(from, to))

describe("rules", () => {
  test("lists the bundled ones and one's own", async () => {
    const { error, out } = await typed(["rules", "--rules", folder, "--language", "zh"])
    expect(error).toBeNull()
    const lines = out.trimEnd().split("\n")
    expect(lines[0]).toBe("id\ttitle\tsection\tweight\tkind\tcritical\tbonus\texamples")
    expect(lines).toContain("negative-language/wait-a-bit\t不说“等着”\t负面语言\t3\tforbidden-phrase\t\t\t3")
    const listed = JSON.parse((await typed(["rules", "--json"], { TRANSCRIPT_QA_RULES: folder })).out)
    expect(listed.rules.map(({ id }: { id: string }) => id)).toContain("negative-language/wait-a-bit")
    expect(listed.rules).toHaveLength(lines.length - 1)
  })

  test("explains one in the language asked for", async () => {
    const { out } = await typed(["rules", "explain", "negative-language/wait-a-bit", "--rules", folder, "--language", "zh"])
    await expect(out.replace(/^File: .*$/m, "File:        (own)")).toMatchFileSnapshot("../../golden/commands/rules-explain-zh.txt")
    const explained = JSON.parse((await typed(["rules", "explain", "negative-language/wait-a-bit", "--rules", folder, "--json"])).out)
    expect(explained).toMatchObject({ kind: "forbidden-phrase", weight: 3, section: "negative-language", phrases: ["等着"] })
  })

  test("names the lists of phrases a rule refers to", async () => {
    writeFileSync(join(folder, "words.yaml"), `our-waiting:\n${["等着", "候着", "慢慢等", "再等等", "等会儿", "先等", "等吧", "耐心点", "别急"].map((each) => `  - ${each}\n`).join("")}`)
    spoilt("  - 等着\n", "  - <our-waiting>\n")
    const { out } = await typed(["rules", "explain", "negative-language/wait-a-bit", "--rules", folder])
    expect(out).toContain("\n<our-waiting>\n  等着\n  候着\n")
    expect(out).toContain("  … and 1 more in words.yaml")
    expect(out).toContain("<list> any phrase of that list")
  })

  test("suggests ids near to an unknown one", async () => {
    expect((await typed(["rules", "explain", "negative-language/canot"])).error).toContain("Did you mean negative-language/cannot")
    expect((await typed(["rules", "explain", "canot"])).error).toContain("Did you mean negative-language/cannot")
    expect((await typed(["rules", "explain", "x"])).error).not.toContain("undefined")
  })
})

describe("rules check", () => {
  test("says how many rules and examples passed", async () => {
    const bundled = JSON.parse((await typed(["rules", "check", "--json"])).out)
    const { error, out } = await typed(["rules", "check", folder])
    expect(error).toBeNull()
    expect(out).toMatch(new RegExp(`^${bundled.rules + 1} rules and ${bundled.examples + 3} examples passed; rubric [0-9a-f]{12}\\.\\n$`))
  })

  test("names file and line of every fault", async () => {
    spoilt("weight: 3", "wieght: 3")
    writeFileSync(join(folder, "ours", "other.yaml"), "id: [")
    const file = join(folder, "ours", "wait.yaml")
    const { error, out } = await typed(["rules", "check", folder])
    expect(out).toBe("")
    expect(error).toContain(`${file}:6: wieght: is unexpected`)
    expect(error).toMatch(/other\.yaml:1: not valid YAML/)
    const asJson = await typed(["rules", "check", folder, "--json"])
    const printed = JSON.parse(asJson.out)
    expect(asJson.code).toBe(1)
    expect(printed.ok).toBe(false)
    expect(printed.faults).toContainEqual({ file, line: 6, message: expect.stringContaining("wieght") })
  })

  test("names the example that fails and what came instead", async () => {
    spoilt("客服: 请稍等。", "客服: 等着。")
    const { error } = await typed(["rules", "check", folder])
    expect(error).toContain(`${join(folder, "ours", "wait.yaml")}:15: example 2 of negative-language/wait-a-bit: expected Met, got Breached`)
  })

  test("of a folder that is not there says so", async () => {
    expect((await typed(["rules", "check", join(folder, "none")])).error).toContain("no such folder of rules")
  })
})

test("rules test says of each rule which examples it passed", async () => {
  const { out } = await typed(["rules", "test", folder, "--language", "en"])
  expect(out).toContain("✓ negative-language/wait-a-bit  Do not say “just wait”: 1 Breached, 2 Met")
  expect(out).toMatch(/\d+ rules and \d+ examples passed/)
})

test("the schema that rule files name is that of the rules (transcript-qa rules schema > scorers/rule.schema.json)", async () => {
  expect(readFileSync(join(import.meta.dirname, "../../../scorers/rule.schema.json"), "utf8")).toBe(ruleSchemaText())
  expect((await typed(["rules", "schema"])).out).toBe(ruleSchemaText())
})

test("help teaches by examples", async () => {
  const { out } = await typed(["rules", "explain", "--help"])
  expect(out).toContain("transcript-qa rules explain negative-language/cannot --language zh")
})
