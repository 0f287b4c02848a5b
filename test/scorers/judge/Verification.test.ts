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

  test("begins and ends between words and numbers", () => {
    const total = dialogue("客户: 好\n客服: The total is 1145 dollars for the three services today\n客服: 15点前给您回电话，编号是A12")
    const text = new EvidenceText(total, redact(total), null, new Set())
    const standing = (quote: string, turn: number) => checkQuote(text, { turn, role: "agent", quote }, "for").standing
    expect(standing("1145 dollars for the three services", 1)).toBe("verbatim")
    expect(standing("45 dollars for the three services", 1)).not.toBe("verbatim")
    expect(standing("1145 dollars for the three serv", 1)).not.toBe("verbatim")
    expect(standing("5点前给您回电话", 2)).not.toBe("verbatim")
    expect(standing("给您回电话，编号是A1", 2)).not.toBe("verbatim")
    expect(standing("给您回电话，编号是A12", 2)).toBe("verbatim")
  })

  test("said more than once is found in the turn it names, else in the nearest", () => {
    const again = dialogue("客服: 我马上帮您查一下\n客户: 嗯\n客户: 查到了吗\n客服: 我马上帮您查一下\n客户: 好\n客服: 查到了，明天送达")
    const text = new EvidenceText(again, redact(again), null, new Set())
    const place = (turn: number) => checkQuote(text, { turn, role: "agent", quote: "我马上帮您查一下" }, "for")
    expect([0, 3, 5, 1].map((turn) => [place(turn).standing, place(turn).finding])).toMatchObject([
      ["verbatim", { turn: 0 }], ["verbatim", { turn: 3 }], ["relocated", { turn: 3 }], ["relocated", { turn: 0 }]
    ])
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
