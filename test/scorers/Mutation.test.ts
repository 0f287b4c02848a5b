import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { loadRules } from "../../scorers/RuleFiles.ts"
import { survivors } from "./Mutants.ts"
import { bundledRules } from "../support/bundledRules.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mutation-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

test("no clause of a rule or word list can be left out without an example noticing", () => {
  expect(survivors(bundledRules()).survivors).toEqual([])
}, 120_000)

test("a phrase, an exclusion and an entry of a word list that no example needs are told", () => {
  writeFileSync(join(folder, "words.yaml"), "rude: [滚, 笨, 蠢]\n")
  writeFileSync(
    join(folder, "rude.yaml"),
    `id: negative-language/rude
title: { zh: 不骂人, en: Does not swear }
why: { zh: 伤人, en: It hurts }
instead: { zh: 请稍等, en: One moment please }
source: 公司规定
kind: forbidden-phrase
phrases: [<rude>, 傻, 笨蛋]
unless: [滚动, 滚烫]
examples:
  - breach: |
      客服: 滚
  - breach: |
      客服: 你真傻
  - breach: |
      客服: 笨蛋
    quote: 笨蛋
  - ok: |
      客服: 请滚动到底部
`
  )
  expect(survivors(loadRules([folder]), (rule) => rule === "negative-language/rude").survivors).toEqual([
    "negative-language/rude unless.1: 滚烫",
    "<rude> 1: 笨",
    "<rude> 2: 蠢"
  ])
})
