import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { loadRules, RulesInvalid } from "../../scorers/RuleFiles.ts"
import { dialogue } from "./transcripts.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rules-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const rule = (changes: Record<string, string> = {}) => {
  const lines: Record<string, string> = {
    id: "negative-language/hot-line",
    title: "{ zh: 不说滚, en: Do not say scram }",
    why: "{ zh: 伤人, en: It hurts }",
    instead: "{ zh: 请稍等, en: One moment please }",
    source: "公司规定",
    kind: "forbidden-phrase",
    phrases: "[滚]",
    ...changes
  }
  return `${Object.entries(lines).map(([key, value]) => `${key}: ${value}`).join("\n")}
examples:
  - breach: |
      客服: 滚
  - ok: |
      客服: 好的
`
}

const faults = (): ReadonlyArray<string> => {
  try {
    loadRules([folder])
    return []
  } catch (error) {
    if (!(error instanceof RulesInvalid)) throw error
    return error.faults.map((fault) => `${fault.file.slice(folder.length + 1)}:${fault.line}: ${fault.message}`)
  }
}

describe("a company's own rules", () => {
  test("are added, and change the fingerprint; examples alone do not", () => {
    const before = loadRules([]).compiled.rubric
    writeFileSync(join(folder, "mine.yaml"), rule())
    const { compiled } = loadRules([folder])
    expect(compiled.rubric.rules.length).toBe(before.rules.length + 1)
    expect(compiled.rubric.fingerprint).not.toBe(before.fingerprint)
    const score = compiled.judge(dialogue("客服: 滚")).scores.find(({ rule }) => rule === "negative-language/hot-line")
    expect(score).toMatchObject({ outcome: { _tag: "Breached" }, findings: [{ quote: "滚" }] })
    writeFileSync(join(folder, "mine.yaml"), rule().replace("客服: 好的", "客服: 请稍等"))
    expect(loadRules([folder]).compiled.rubric.fingerprint).toBe(compiled.rubric.fingerprint)
  })

  test("replace a bundled rule of the same id", () => {
    writeFileSync(join(folder, "cannot.yaml"), rule({ id: "negative-language/cannot" }))
    const { compiled } = loadRules([folder])
    const { scores } = compiled.judge(dialogue("客户: 能退吗\n客服: 我不能退款"))
    expect(scores.find((score) => score.rule === "negative-language/cannot")!.outcome._tag).toBe("Met")
  })

  test("may weigh rules otherwise, or put them out of force", () => {
    const own = `name: ours
passMark: 60
bands: [{ id: all, title: { zh: 全部, en: All }, from: 0 }]
sections:
  - { id: standard-phrases, title: { zh: 一, en: One }, weight: 1 }
  - { id: negative-language, title: { zh: 二, en: Two }, weight: 1 }
  - { id: response-time, title: { zh: 三, en: Three }, weight: 1 }
  - { id: empathy, title: { zh: 四, en: Four }, weight: 1 }
  - { id: resolution, title: { zh: 五, en: Five }, weight: 1 }
rules:
  negative-language/cannot: { weight: 9, critical: section }
  negative-language/unable: { off: true }
`
    writeFileSync(join(folder, "rubric.yaml"), own)
    const { rubric } = loadRules([folder]).compiled
    expect(rubric.name).toBe("ours")
    expect(rubric.rules.find((one) => one.id === "negative-language/cannot")).toMatchObject({ weight: 9, critical: "section" })
    expect(rubric.rules.some((one) => one.id === "negative-language/unable")).toBe(false)
    writeFileSync(join(folder, "rubric.yaml"), own.replace("negative-language/unable", "negative-language/unabel"))
    expect(faults()).toEqual([expect.stringMatching(/^rubric\.yaml:12: there is no rule negative-language\/unabel/)])
  })
})

describe("a rule file that cannot be used names file, line and what is wrong", () => {
  test.each<[what: string, text: string, fault: RegExp]>([
    ["no YAML", "id: [", /^mine\.yaml:1: not valid YAML/],
    ["a misspelt field", rule({ phrase: "[x]" }), /^mine\.yaml:8: phrase: is unexpected/],
    ["a bad id", rule({ id: "Hot Line" }), /^mine\.yaml:1: id: an id is <family>\/<name>/],
    ["an unknown section", rule({ id: "weather/rain" }), /^mine\.yaml:1: the rubric has no section weather/],
    ["a phrase that cannot be read", rule({ phrases: "[(滚]" }), /^mine\.yaml:1: “\(滚”: a \( without its \)/],
    ["an unknown word list", rule({ phrases: "[<swear>]" }), /there is no word list <swear>/],
    ["an example that fails", rule({ phrases: "[出去]" }), /^mine\.yaml:9: example 1 of negative-language\/hot-line: expected Breached, got Met/],
    ["an example that is no dialogue", rule().replace("客服: 滚", "滚"), /no speaker at the start of the line/]
  ])("%s", (_, text, fault) => {
    writeFileSync(join(folder, "mine.yaml"), text)
    expect(faults()).toContainEqual(expect.stringMatching(fault))
  })

  test("two files of one id", () => {
    writeFileSync(join(folder, "a.yaml"), rule())
    writeFileSync(join(folder, "b.yaml"), rule())
    expect(faults()).toEqual([expect.stringMatching(/^b\.yaml:1: the id negative-language\/hot-line is already taken by .*a\.yaml/)])
  })

  test("a folder that is not there", () => {
    expect(() => loadRules([join(folder, "none")])).toThrow(/no such folder of rules/)
  })
})
