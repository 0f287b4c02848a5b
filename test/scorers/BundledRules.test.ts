import { expect, test } from "vitest"
import { bundledRules } from "../support/bundledRules.ts"

/** They ask for something that may be missing for good reasons, and are never breached. */
const neverBreached = ["empathy/beyond-expectation", "empathy/explores-need", "empathy/personal-touch", "resolution/proactive-offer"]

test("every bundled rule shows at least six conversations that break it and twelve that do not", () => {
  const short = bundledRules().rules.flatMap(({ value: { examples, id } }) => {
    const breaches = examples.filter(({ breach }) => breach !== undefined).length
    const nearMisses = examples.filter(({ notApplicable, ok }) => ok !== undefined || notApplicable !== undefined).length
    return (breaches >= 6 || neverBreached.includes(id)) && nearMisses >= 12 ? [] : [`${id}: ${breaches} breaches, ${nearMisses} near misses`]
  })
  expect(short).toEqual([])
})
