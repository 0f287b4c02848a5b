import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import { noteWords } from "../../schemas/NoteWords.ts"
import { exampleTranscript } from "../../scorers/RuleExamples.ts"
import { bundledRules } from "../support/bundledRules.ts"

const folder = join(import.meta.dirname, "../../scorers/rules")

/** What the findings of a rule may be called, by the fields that name a part of it: the steps, elements or other half due, what softens a phrase, conditions. */
const named = (file: string): ReadonlyArray<string> => {
  const rule = parse(readFileSync(join(folder, file), "utf8")) as Readonly<Record<string, unknown>>
  const also = rule["also"] as { readonly name?: string } | undefined
  const conditions = Object.keys((rule["conditions"] as object | undefined) ?? {})
  return [...conditions, ...(also?.name === undefined ? [] : [also.name]), ...["elements", "steps", "softeners", "details"].flatMap((field) => {
    const parts = rule[field]
    return Array.isArray(parts) ? parts.map((part: { name?: string; note?: string }) => part.name ?? part.note ?? `a part of ${field} without a name`) : []
  })]
}

const files = globSync("**/*.yaml", { cwd: folder })
const notes = [...new Set(files.flatMap(named))].toSorted()

test("the bundled rules name parts", () => expect(notes).toContain("self-identification"))

test.each(notes)("“%s” of the bundled rules has words in both languages", (note) => {
  const { en, zh } = noteWords(note)
  expect(zh).toMatch(/\p{Script=Han}/u)
  expect(en).not.toBe("")
})

test("every note that the rules' own examples lead to has words in both languages", () => {
  const { compiled, rules } = bundledRules()
  const found = new Set(rules.flatMap(({ value: rule }) =>
    rule.examples.flatMap((example) => compiled.judge(exampleTranscript(rule, example)).scores.flatMap(({ findings }) => findings.flatMap(({ note }) => note ?? [])))
  ))
  expect(found.size).toBeGreaterThan(10)
  expect([...found].filter((note) => !/\p{Script=Han}/u.test(noteWords(note).zh) || /\p{Script=Han}/u.test(noteWords(note).en))).toEqual([])
})

describe("a note", () => {
  test.each([
    ["reason", "说明原因", "reason given"],
    ["reply after 45 s, target 30 s", "45 秒后回复，标准 30 秒", "reply after 45 s, target 30 s"],
    ["45.2 秒后回复，标准 30 秒 · 共 7 次回复，中位数 12 秒，最长 45.2 秒", "45.2 秒后回复，标准 30 秒 · 共 7 次回复，中位数 12 秒，最长 45.2 秒", "reply after 45.2 s, target 30 s · 7 replies, median 12 s, longest 45.2 s"],
    ["共 1 次回复，最长 4 秒", "共 1 次回复，最长 4 秒", "1 reply, longest 4 s"],
    ["picked up after 1 ring (4 s), target 3, before the first ring had ended", "铃响 1 声接起（4 秒），标准 3 声以内，第一声铃响完之前接起", "picked up after 1 ring (4 s), target 3, before the first ring had ended"],
    ["hung up after 2 s, 5 s due", "2 秒后就挂断，应等 5 秒", "hung up after 2 s, 5 s due"],
    ["company (heard, 87 % alike)", "公司或热线名称（读音相近，87 %）", "name of the company or line (heard, 87 % alike)"],
    ["offer (heard, 91 % alike) (out of order)", "询问需要什么帮助（读音相近，91 %）（次序不对）", "offer of help (heard, 91 % alike) (out of order)"]
  ])("“%s” is told in both languages", (note, zh, en) => {
    expect(noteWords(note)).toEqual({ zh, en })
  })

  test.each(["our own note", "reply after noon", "reason, more or less", "company (heard, twice)", "toString", "__proto__", ""])("“%s”, which a company may have made up, stands as it is", (note) => {
    expect(noteWords(note)).toEqual({ zh: note, en: note })
  })
})
