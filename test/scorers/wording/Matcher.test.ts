import { FastCheck as fc } from "effect"
import { describe, expect, test } from "vitest"
import { Compiler } from "../../../scorers/Kind.ts"
import { parsePhrase, PhraseError } from "../../../scorers/wording/Phrase.ts"
import { Wording } from "../../../scorers/wording/Wording.ts"
import { dialogue } from "../transcripts.ts"

/** The quotes a phrase finds in a conversation, from the original text. */
const quotes = (phrase: string, text: string, lists: Record<string, ReadonlyArray<string>> = {}): ReadonlyArray<string> => {
  const compiler = new Compiler(new Map(Object.entries(lists)))
  const set = compiler.phrases([phrase])
  const matcher = compiler.matcher.build()
  const transcript = dialogue(text)
  const wording = new Wording()
  wording.fill(transcript.turns)
  matcher.scan(wording)
  return matcher.hits(set).map((hit) => {
    const turn = wording.turns[hit.start]!
    const end = wording.turns[hit.end - 1] === turn ? wording.offsets[hit.end - 1]! + 1 : undefined
    return transcript.turns[turn]!.text.slice(wording.offsets[hit.start]!, end)
  })
}

describe("the phrase notation", () => {
  test.each<[phrase: string, text: string, found: ReadonlyArray<string>]>([
    ["不能", "客服: 我不能退", ["不能"]],
    ["不能", "客服: 我 不，能退", ["不，能"]],
    ["不能", "客服: 我不\n能退", ["不\n能"]],
    ["没办法", "客服: 沒辦法", ["沒辦法"]],
    ["cannot", "Agent: We CANNOT do it", ["CANNOT"]],
    ["can't", "Agent: we cant, we can’t", ["cant", "can’t"]],
    ["but", "Agent: press the button", []],
    ["but", "客服: 好的but不行", ["but"]],
    ["(我|我们)?不能(退|换)(货)?", "客服: 我们不能换货", ["我们不能换货"]],
    ["如果…不能", "客服: 如果手机还是不能开机", ["如果手机还是不能"]],
    ["如果…{3}不能", "客服: 如果手机还是不能开机", []],
    ["如果…不能", "客服: 如果可以。不能退", []],
    ["如果…不能", "客服: 如果可以，不能退", ["如果可以，不能"]],
    ["^喂$", "客服: 喂？", ["喂"]],
    ["^喂$", "客服: 喂您好", []],
    ["^(喂)?…{4}大声", "客服: 您大声", ["您大声"]],
    ["^(喂)?…{4}大声", "客服: 我听不太清您大声", []],
    ["^您…大声", "客服: 您好您大声", ["您好您大声"]],
    ["不能…退$", "客服: 不能退的不退", ["不能退的不退"]],
    ["不可以…{2}$", "客服: 不可以的哈", ["不可以"]],
    ["不可以…{2}$", "客服: 不可以这样做的", []],
    ["(i|we) can(not| not)", "Agent: I can not, we cannot", ["I can not", "we cannot"]],
    ["hang up", "Agent: or I'll hang up.", ["hang up"]],
    ["(ill| i will) hang up", "Agent: Talk or I'll hang up.", ["I'll hang up"]],
    ["<refuse>退", "客服: 无法退", ["无法退"]]
  ])("%s in %s", (phrase, text, found) => {
    const all = quotes(phrase, text, { refuse: ["不能", "(无法|没法)"] })
    expect(all.filter((quote, i) => all.indexOf(quote) === i)).toEqual(found)
  })

  test("runs over adjacent messages of one speaker, not over a change of speaker", () => {
    expect(quotes("不能退款", "客服: 我们不能\n客服: 退款")).toHaveLength(1)
    expect(quotes("不能退款", "客服: 我们不能\n客户: 退款")).toHaveLength(0)
  })

  test.each([
    ["(a|b", /without its \)/],
    ["a)", /without its \(/],
    ["<nothing>", /no word list <nothing>/],
    ["(a)?", /must be said/],
    ["a…{99}b", /1 to 40/],
    ["a^b", /only at the start/],
    ["，。", /must be said/]
  ])("refuses %s", (phrase, message) => {
    expect(() => parsePhrase(phrase, new Map())).toThrow(PhraseError)
    expect(() => parsePhrase(phrase, new Map())).toThrow(message)
  })

  test("a word list that refers to itself is refused", () => {
    expect(() => parsePhrase("<a>", new Map([["a", ["x<a>"]]]))).toThrow(/refers to itself/)
  })
})

describe("the matcher", () => {
  const characters = fc.constantFrom("不", "能", "我", "退", "款", "，", " ", "a", "b", "。")

  test("finds a literal exactly where the compared text holds it, whatever else is looked for", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("不", "能", "我", "退", "款"), minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.string({ unit: characters, maxLength: 60 }),
        (literals, text) => {
          const compiler = new Compiler(new Map())
          const sets = literals.map((literal) => compiler.phrases([literal]))
          const matcher = compiler.matcher.build()
          const wording = new Wording()
          wording.fill(dialogue(`客服: ${text}`).turns)
          matcher.scan(wording)
          const compared = String.fromCharCode(...wording.units.subarray(0, wording.length))
          literals.forEach((literal, i) => {
            const expected = []
            for (let at = compared.indexOf(literal); at >= 0; at = compared.indexOf(literal, at + 1)) expected.push(at)
            expect(matcher.hits(sets[i]!).map((hit) => hit.start)).toEqual(expected)
          })
        }
      )
    )
  })

  test("no text makes a phrase of many gaps take long", () => {
    const phrase = "(退|换)…{40}(啊|啊啊)…{40}(啊|啊啊)…{40}(啊|啊啊)…{40}(啊|啊啊)…{40}不能"
    const compiler = new Compiler(new Map())
    compiler.phrases([phrase])
    const matcher = compiler.matcher.build()
    const wording = new Wording()
    const turns = dialogue(`客服: ${`${"啊".repeat(300)}不能`.repeat(20)}`).turns
    wording.fill(turns)
    const started = performance.now()
    matcher.scan(wording)
    // Without bounds this runs for years; the limit is far above what a slow machine needs.
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
