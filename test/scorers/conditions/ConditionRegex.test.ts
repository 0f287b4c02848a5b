import { FastCheck as fc } from "effect"
import { describe, expect, test } from "vitest"
import { ConditionRegex, regexFault } from "../../../scorers/conditions/ConditionRegex.ts"

const found = (regex: string, text: string) => new ConditionRegex(regex).find(text).map(({ from, to }) => text.slice(from, to))

describe("refused, with what to write instead", () => {
  test.each<[regex: string, why: RegExp]>([
    ["(a+)+$", /several lengths/],
    ["(a|aa)+", /several lengths/],
    ["(?:(?:我|我们|们)+)+不能", /several lengths/],
    ["(a*)*", /several lengths/],
    ["(a?){3,}", /several lengths/],
    ["(?:ab{1,3})*", /several lengths/],
    [".*不能", /\.\{0,40\}/],
    ["我.+不能", /\.\{0,40\}/],
    ["[^a]*b", /\.\{0,40\}/],
    ["\\S+@", /\.\{0,40\}/],
    ["(?=a)b", /look-around/],
    ["(?!a)b", /look-around/],
    ["(?<=a)b", /look-around/],
    ["(?<!a)b", /look-around/],
    ["(?i)a", /flags/],
    ["(?<name>a)", /named groups/],
    ["(a)\\1", /repeats/],
    ["\\bcan\\b", /write phrases/],
    ["\\p{Han}", /refused/],
    ["a+?", /as long as it can be/],
    ["a{2}{3}", /repeat of a repeat/],
    ["a{1,101}", /up to 100/],
    ["(?:.{0,100}a){0,100}", /too large/],
    ["a*", /where nothing is said/],
    ["a|", /where nothing is said/],
    ["(a|b", /without its \)/],
    ["a)", /without its \(/],
    ["[ab", /without its \]/],
    ["[]", /empty/],
    ["[z-a]", /backwards/],
    ["a^b", /very beginning/],
    ["(^a)", /very beginning/],
    ["*a", /nothing before it/],
    ["a{,3}", /write \\\{/],
    ["a{3,1}", /never be/],
    ["a\\", /at the end/]
  ])("%s", (regex, why) => expect(regexFault(regex)).toMatch(why))
})

describe("accepted", () => {
  test.each<[regex: string, text: string, found: ReadonlyArray<string>]>([
    ["不能|无法", "我不能，也無法", ["不能", "無法"]],
    ["[0-9]{2,4}", "12345", ["1234"]],
    ["\\d+(?:\\.\\d{1,2})?元", "共12.50元和８元", ["12.50元", "８元"]],
    ["哈{2,}", "哈 哈哈哈哈", ["哈哈哈哈"]],
    ["colou?r", "COLOR colour", ["COLOR", "colour"]],
    ["a.{0,3}b", "a12b a1234b", ["a12b"]],
    ["^好$|行", "行\n好", ["行"]],
    ["[^，。]{0,5}退款", "能，退款", ["退款"]],
    ["[A-Z]{3}", "abc", ["abc"]],
    ["[一-龥]\\?", "好?", ["好?"]],
    ["[\\d-]{3}", "1-2", ["1-2"]],
    ["\\u6eda", "滾", ["滾"]],
    ["(?:ab|cd){1,2}x", "ababcdx", ["abcdx"]],
    ["!+", "!!! !", ["!!!", "!"]],
    ["😀{1}", "a😀", ["😀"]]
  ])("%s in %s", (regex, text, matches) => expect(found(regex, text)).toEqual(matches))

  // Small regexes over a small alphabet, so that they meet the texts.
  const atom = fc.oneof(fc.constantFrom("a", "b", "c", "[ab]", "[^a]", "."), fc.constantFrom("(?:ab|c)", "(?:a|bc|)", "(?:b?c){2}"))
  const part = fc.tuple(atom, fc.constantFrom("", "", "?", "{2}", "{0,2}", "{1,3}")).map((both) => both.join(""))
  const loop = fc.constantFrom("a+", "[bc]*", "(?:ab)+", "b{2,}")
  const regex = fc.array(fc.oneof(part, part, loop), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""))
  const either = fc.oneof(regex, fc.tuple(regex, regex).map((both) => both.join("|")), regex.map((one) => `^${one}`), regex.map((one) => `${one}$`))
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 })

  test("matches wherever the same JavaScript regex does, beginning where it begins", () => {
    fc.assert(
      fc.property(either, text, (source, searched) => {
        fc.pre(regexFault(source) === undefined)
        const match = new RegExp(source).exec(searched)
        const own = new ConditionRegex(source).find(searched)
        expect(own[0]?.from).toBe(match?.index)
        for (const { from, to } of own) expect(searched.slice(from, to)).toMatch(new RegExp(`^(?:${source})$`))
      }),
      { numRuns: 300 }
    )
  })

  test.each([
    "a{1,100}b", "a+a{0,100}c", "[ab]+a{1,50}[ab]{1,50}x", "(?:a|b){1,60}(?:a|b){1,60}c", ".{0,100}a.{0,100}不能", "a+b|a+c|a+d", "(?:aa)+(?:aaa)+x", "a{100}$"
  ])("%s takes as long as the text is long, not longer", (source) => {
    const compiled = new ConditionRegex(source)
    const time = (length: number) => {
      const searched = "a".repeat(length)
      const before = performance.now()
      compiled.find(searched)
      return performance.now() - before
    }
    time(2_000)
    // A regex that backtracks needs hours for some of these; a quadratic one, sixteen times as long for four times the text.
    expect(time(20_000)).toBeLessThan(5_000)
    expect(time(40_000)).toBeLessThan(8 * time(10_000) + 500)
  })
})
