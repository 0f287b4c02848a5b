import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import { noteWords } from "../../schemas/NoteWords.ts"

const folder = join(import.meta.dirname, "../../scorers/rules")

/** What the findings of a rule may be called, by the fields that name a part of it: the steps or elements due, and what softens a phrase. */
const named = (file: string): ReadonlyArray<string> => {
  const rule = parse(readFileSync(join(folder, file), "utf8")) as Readonly<Record<string, unknown>>
  return ["elements", "steps", "softeners"].flatMap((field) => {
    const parts = rule[field]
    return Array.isArray(parts) ? parts.map((part: { name?: string; note?: string }) => part.name ?? part.note ?? `a part of ${field} without a name`) : []
  })
}

const files = globSync("**/*.yaml", { cwd: folder })
const notes = [...new Set(files.flatMap(named))].toSorted()

test("the bundled rules name parts", () => expect(notes).toContain("self-identification"))

test.each(notes)("“%s” of the bundled rules has words in both languages", (note) => {
  const { en, zh } = noteWords(note)
  expect(zh).toMatch(/\p{Script=Han}/u)
  expect(en).not.toBe("")
})

describe("a note", () => {
  test.each([
    ["reason", "说明原因", "reason given"],
    ["reply after 45 s, target 30 s", "45 秒后才回复，目标 30 秒", "reply after 45 s, target 30 s"],
    ["hung up after 2 s, 5 s due", "2 秒后就挂断，应等 5 秒", "hung up after 2 s, should wait 5 s"],
    ["spoke again after 2 s, 5 s due", "2 秒后又开口，应等 5 秒", "spoke again after 2 s, should wait 5 s"],
    ["company (heard, 87 % alike)", "公司或热线名称（读音相近，87%）", "name of the company or line (sounds 87% alike)"],
    ["offer (heard, 91 % alike) (out of order)", "询问需要什么帮助（读音相近，91%）（次序不对）", "offer of help (sounds 91% alike) (out of order)"]
  ])("“%s” is told in both languages", (note, zh, en) => {
    expect(noteWords(note)).toEqual({ zh, en })
  })

  test.each(["our own note", "reply after noon", "toString", "__proto__", ""])("“%s”, which a company may have made up, stands as it is", (note) => {
    expect(noteWords(note)).toEqual({ zh: note, en: note })
  })
})
