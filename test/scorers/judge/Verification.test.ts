import { describe, expect, test } from "vitest"
import { EvidenceText } from "../../../scorers/judge/EvidenceText.ts"
import { redact } from "../../../scorers/judge/Redaction.ts"
import { checkQuote, counts } from "../../../scorers/judge/Verification.ts"
import { comparable } from "../../../scorers/wording/Wording.ts"
import { dialogue } from "../transcripts.ts"
import { judgedAgent, quoteCases } from "./quoteCases.ts"

const cases = quoteCases(30)
const kinds = [...new Set(cases.map(({ kind }) => kind))]
const check = ({ barred, quote, redacted, transcript }: (typeof cases)[number]) => checkQuote(new EvidenceText(transcript, redacted, judgedAgent, barred), quote, "for")

test("more than seven hundred quotes are held against what was said", () => {
  expect(cases.length).toBeGreaterThan(700)
})

test.each(kinds)("%s", (kind) => {
  const wrong = cases.filter((one) => one.kind === kind).flatMap((one) => {
    const { finding, standing } = check(one)
    const said = finding?._tag === "Said" ? finding : null
    const original = said === null ? null : one.transcript.turns[said.turn]!.text.slice(said.start, said.end)
    const right = one.standings.includes(standing) &&
      (finding === null) === (standing === "rejected") &&
      (one.turn === null || said?.turn === one.turn) &&
      (said === null || (original === said.quote && said.bearing === (standing === "near" ? "tentative" : "for"))) &&
      // Word for word what was quoted, with the placeholder undone.
      (one.original === null || comparable(original!) === comparable(one.original.replaceAll(/⟦[^⟧]*⟧/g, (placeholder) => one.redacted.placeholders.get(placeholder)!)))
    return right ? [] : [{ quote: one.quote, standing, said, turns: one.transcript.turns.map(({ text }) => text) }]
  })
  expect(wrong).toEqual([])
})

describe("a quote", () => {
  const transcript = dialogue("客户: 好\n客服: 好的，您的电话是13912345678，我登记下来了。\n客服: The fee is １２ ㎏ × ½, thank you 𠮷野家\n客户: 嗯")
  const redacted = redact(transcript)
  const evidence = new EvidenceText(transcript, redacted, null, new Set())
  const said = (quote: string, turn: number) => checkQuote(evidence, { turn, role: "agent", quote }, "for")

  test("with a placeholder in it is shown with what it stands for", () => {
    const [placeholder] = redacted.placeholders.keys()
    expect(said(`您的电话是${placeholder}，我登记`, 1).finding).toMatchObject({ turn: 1, start: 3, quote: "您的电话是13912345678，我登记" })
    expect(said(`好的您的电话是${placeholder}`, 1).finding).toMatchObject({ start: 0, quote: "好的，您的电话是13912345678" })
    expect(said(`${placeholder}，我登记下来`, 1).finding).toMatchObject({ quote: "13912345678，我登记下来" })
  })

  test("of the unredacted text is none: the judge cannot have read that", () => {
    expect(counts(said("您的电话是13912345678，我登记下来了", 1))).toBe(false)
  })

  test("in compatible forms and characters of two units keeps its offsets", () => {
    expect(said("the fee is 12 kg × 1⁄2, THANK YOU", 2).finding).toMatchObject({ turn: 2, quote: "The fee is １２ ㎏ × ½, thank you" })
  })

  test.each(["", " ", "。。。", "好", "x".repeat(5_000), "\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00", "\udc00\udc00\udc00\udc00"])("that is none (%#) is rejected", (quote) => {
    expect(said(quote, 1)).toEqual({ standing: "rejected", finding: null })
  })

  test("may carry the escapes of the JSON it was read in", () => {
    const broken = dialogue("客户: 好\n客服: 第一步：打开“设置”\n点<通用>再点C:\\new")
    const text = new EvidenceText(broken, redact(broken), null, new Set())
    for (const quote of ["打开“设置”\n点<通用>", "打开“设置”\\n点\\u003c通用\\u003e", "打开\\\"设置\\\"\\n点<通用>", "通用>再点C:\\new"]) {
      expect(checkQuote(text, { turn: 1, role: "agent", quote }, "for").standing, quote).toBe("verbatim")
    }
    expect(checkQuote(text, { turn: 1, role: "agent", quote: "打开“设置”\\n点\\u5173通用" }, "for").standing).not.toBe("verbatim")
  })

  test("from a turn there is not is looked for in the others", () => {
    expect(said("我登记下来了", 99)).toMatchObject({ standing: "relocated", finding: { turn: 1 } })
  })
})
