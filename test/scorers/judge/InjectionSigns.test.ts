import { describe, expect, test } from "vitest"
import type { Role } from "../../../schemas/Transcript.ts"
import { injectionSigns } from "../../../scorers/judge/InjectionSigns.ts"
import { disguisedTurns, hostileTurns, splitTurns } from "./hostileTurns.ts"
import { innocentTurns } from "./innocentTurns.ts"

const said = (text: string, role: Role = "agent") => ({ role, agent: null, text })
const isFound = (text: string, role: Role = "agent") => injectionSigns([said(text, role)]).length > 0

describe("whoever speaks to the judge is noticed", () => {
  test.each(["zh-Hans", "zh-Hant", "en"] as const)("%s", (language) => {
    expect(hostileTurns[language].filter(([role, text]) => !isFound(text, role)).map(([, text]) => text)).toEqual([])
  })

  test("however it is written", () => {
    expect(disguisedTurns.filter(([, text]) => !isFound(text))).toEqual([])
  })

  test("in two messages", () => {
    for (const [first, second] of splitTurns) {
      expect(injectionSigns([said(first), said(second)]).map(({ turn }) => turn), `${first} ${second}`).toEqual([0, 1])
      expect(injectionSigns([said(first), said("嗯", "customer"), said(second)]), `${first} ${second}`).toEqual([])
    }
  })

  test("in more than a hundred ways", () => {
    expect(Object.values(hostileTurns).flat().length + disguisedTurns.length).toBeGreaterThan(140)
  })
})

test("everyday talk is not taken for it", () => {
  expect(innocentTurns.length).toBeGreaterThanOrEqual(130)
  expect(innocentTurns.filter((text) => isFound(text) || isFound(text, "customer"))).toEqual([])
})
