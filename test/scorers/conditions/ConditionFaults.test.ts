import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Either } from "effect"
import { afterEach, beforeEach, expect, test } from "vitest"
import { Rule } from "../../../scorers/Rule.ts"
import { readYaml } from "../../../scorers/YamlFile.ts"
import { judgeWith } from "./conditionRule.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rules-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const header = `id: negative-language/own
title: { zh: 一, en: One }
why: { zh: 一, en: One }
instead: { zh: 一, en: One }
source: own
kind: condition
examples: [{ ok: "客服: 好" }]
`

const faults = (fields: string): ReadonlyArray<string> => {
  const file = join(folder, "own.yaml")
  writeFileSync(file, header + fields)
  const read = readYaml(file, Rule)
  return Either.isRight(read) ? [] : read.left.map((fault) => `${fault.line}: ${fault.message}`)
}

test.each<[fields: string, fault: RegExp]>([
  ["breachWhen: { sya: [滚] }", /^8: breachWhen\.sya: is unexpected/],
  ["breachWhen: {}", /^8: breachWhen: a condition has exactly one of say, near/],
  ["breachWhen: { say: [a], regex: a }", /^8: breachWhen: .*this has say and regex/],
  ["breachWhen: 5", /^8: breachWhen: Expected string or a condition, actual 5$/],
  ["breachWhen:\n  say: [a]\n  by: cat", /^10: breachWhen\.by: Expected "agent" or "customer" or "bot" or "anyone", actual "cat"$/],
  ["breachWhen:\n  any:\n    - say: [a]\n    - regex: (a", /^11: breachWhen\.any\.1\.regex: the regex \(a: a \( without its \)$/],
  ["breachWhen: { regex: '(a+)+' }", /several lengths/],
  ["breachWhen: { say: { all: [a], any: [b] } }", /^8: breachWhen\.say: say takes a list, or exactly one of/],
  ["breachWhen: { say: { of: [a, b] } }", /atLeast: 2 goes with of/],
  ["breachWhen: { say: { atLeast: 3, of: [a, b] } }", /lists only 2 phrases/],
  ["breachWhen: { say: { all: [a] }, count: { atLeast: 2 } }", /count and every go with say: \[phrases\]/],
  ["breachWhen: { say: [a], count: { atLeast: 2 }, every: true }", /exclude each other/],
  ["breachWhen: { say: [a], count: {} }", /give one of atLeast/],
  ["breachWhen: { meta: { csat: 1 }, by: agent }", /by does not go with meta/],
  ["breachWhen: { turns: { atLeast: 1 }, unless: [a] }", /unless does not go with turns/],
  ["breachWhen: { meta: {} }", /at least one field/],
  ["breachWhen: { mentions: { what: date, value: { atLeast: 1 } } }", /only a number or an amount/],
  ["breachWhen: { near: { one: [a], other: [b] } }", /exactly one of within, apart/],
  ["breachWhen: { say: [a], window: { first: 1, last: 1 } }", /a window is first/],
  ["breachWhen: { say: [a] }\nmeetWhen: { say: [b] }", /exactly one of breachWhen and meetWhen/],
  ["appliesWhen: { say: [a] }", /exactly one of breachWhen and meetWhen/],
  ["breachWhen: { say: [a] }\npartlyCredit: 0.5", /goes with partlyWhen/],
  ["breachWhen: nothing", /^8: breachWhen: there is no condition nothing; known: none$/],
  ["conditions: { a: { say: [a] } }\nbreachWhen: { all: [a, b] }", /^9: breachWhen\.all\.1: there is no condition b; known: a$/],
  ["conditions: { a: { say: [a] } }\nbreachWhen: { say: [a], after: b }", /^9: breachWhen\.after: there is no condition b/],
  ["conditions:\n  a: { all: [b] }\n  b: { not: a }\nbreachWhen: a", /^9: conditions\.a: a refers to itself/],
  ["conditions: { a: { say: [a], after: a } }\nbreachWhen: a", /a refers to itself/],
  ["conditions: { a: { meta: { csat: 1 } } }\nbreachWhen: { say: [a], after: a }", /not said or done at any moment/],
  ["conditions: { a: { say: { none: [a] } } }\nbreachWhen: { say: [a], after: a }", /not said or done at any moment/],
  ["conditions: { a: { event: hold } }\nbreachWhen: { say: [a], with: a }", /between turns/],
  ["conditions: { a: { say: [a], by: customer } }\nbreachWhen: { say: [a], with: a }", /a is said by the customer, so nothing the agent says is in the same breath/],
  ["conditions: { a: { say: [a] } }\nbreachWhen: { say: [a], after: { condition: a, hit: each }, before: { condition: a, hit: each } }", /only one of/],
  ["conditions: { __proto__: { say: [a] } }\nbreachWhen: constructor", /there is no condition constructor/]
])("%s", (fields, fault) => {
  expect(faults(fields)).toContainEqual(expect.stringMatching(fault))
})

test("one fault is one line", () => {
  expect(faults("breachWhen: { mentions: cat }")).toHaveLength(1)
})

test("a phrase that cannot be read is refused with the rubric it would join", () => {
  expect(() => judgeWith("breachWhen: { say: ['(a'] }")).toThrow(/a \( without its \)/)
  expect(() => judgeWith("breachWhen: { say: [a], unless: [<nowhere>] }")).toThrow(/no word list <nowhere>/)
})
