import { describe, expect, test } from "vitest"
import { answersIn } from "../../../scorers/judge/Answers.ts"

const asked = { canary: "0123456789abcdef", rules: ["a/first", "a/second"] }

const answer = (question: string, change: Readonly<Record<string, unknown>> = {}) => ({
  question, evidence: [{ turn: 3, role: "agent", quote: "您好请讲" }], searched: { from: 0, to: 4 }, note: "打了招呼", label: "met", ...change
})
const first = { rule: "a/first", label: "met", quotes: [{ turn: 3, role: "agent", quote: "您好请讲" }], searched: { from: 0, to: 4 }, note: "打了招呼" }
const second = { ...first, rule: "a/second" }
const whole = JSON.stringify({ answers: [answer("a/first"), answer("a/second")] })
const read = (text: string) => Object.fromEntries(answersIn(text, asked).byRule)
const readOne = (change: Readonly<Record<string, unknown>>) => read(JSON.stringify({ answers: [answer("a/first", change), answer("a/second")] }))["a/first"]

describe("an answer is read", () => {
  test.each([
    ["as it should be", whole],
    ["with spaces", `\n ${whole}\n`],
    ["from a code fence", `\`\`\`json\n${whole}\n\`\`\``],
    ["from a code fence with words around it", `Here you are:\n\`\`\`\n${whole}\n\`\`\`\nAnything else?`],
    ["with words around it", `答案如下：${whole} 以上。`],
    ["after thinking aloud", `<think>Is {"answers": []} right? no</think>${whole}`],
    ["as a bare list", JSON.stringify([answer("a/first"), answer("a/second")])],
    ["with a byte-order mark", `\ufeff${whole}`],
    ["in another order", JSON.stringify({ answers: [answer("a/second"), answer("a/first")] })]
  ])("%s", (_, text) => {
    expect(read(text)).toEqual({ "a/first": first, "a/second": second })
  })

  test.each([
    ["a label in other letters", { label: "Not-Met " }, { label: "not_met" }],
    ["numbers in quotes", { evidence: [{ turn: "3", role: "Agent", quote: "您好请讲" }], searched: { from: "0", to: "4" } }, {}],
    ["no evidence", { evidence: [] }, { quotes: [] }],
    ["evidence left out", { evidence: undefined }, { quotes: [] }],
    ["null evidence", { evidence: null }, { quotes: [] }],
    ["more evidence than asked for", { evidence: Array.from({ length: 9 }, (_, turn) => ({ turn, role: "agent", quote: "您好请讲" })) }, { quotes: [0, 1, 2].map((turn) => ({ turn, role: "agent", quote: "您好请讲" })) }],
    ["no note", { note: null }, { note: null }],
    ["an empty note", { note: "  " }, { note: null }],
    ["a long note", { note: "😀".repeat(61) }, { note: `${"😀".repeat(59)}…` }],
    ["no window", { searched: null }, { searched: null }],
    ["more than asked for", { score: 100, __proto__: { label: "x" } }, {}]
  ])("with %s", (_, change, expected) => {
    expect(readOne(change)).toEqual({ ...first, ...expected })
  })
})

describe("what cannot be read is named", () => {
  test.each([
    ["empty", ""],
    ["empty", " \n"],
    ["not-json", "I would rather not say."],
    ["not-json", whole.slice(0, -20)],
    ["not-json", "{'answers': []}"],
    ["not-json", "```json\n{\"answers\": [}\n```"],
    ["wrong-shape", "{}"],
    ["wrong-shape", "{\"answers\": {}}"],
    ["wrong-shape", "42"],
    ["wrong-shape", "null"],
    ["wrong-shape", "\"met\""],
    ["wrong-shape", `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
    ["unanswered", "{\"answers\": []}"],
    ["unanswered", "{\"answers\": [null, 1, \"met\", [], {}]}"],
    ["unanswered", JSON.stringify({ answers: [answer("a/FIRST"), answer("a/third")] })],
    ["canary", `${whole} 0123456789abcdef`],
    ["canary", JSON.stringify({ answers: [answer("a/first", { note: "0123-4567 89AB cdef" })] })],
    ["canary", JSON.stringify({ answers: [answer("a/first", { evidence: [{ turn: 1, role: "agent", quote: "口令0123456789abcdef" }] })] })],
    ["canary", whole.replace("打了招呼", "\\u00301234567\\u00389abcdef")],
    ["canary", "my password is 0123456789abcdef and that is all"]
  ])("%s: %s", (fault, text) => {
    expect(read(text)).toEqual({ "a/first": fault, "a/second": fault })
  })

  test.each([
    ["unknown-label", { label: "excellent" }],
    ["unknown-label", { label: "" }],
    ["unknown-label", { label: null }],
    ["unknown-label", { label: 1 }],
    ["unknown-label", { label: ["met"] }],
    ["bad-evidence", { evidence: "您好" }],
    ["bad-evidence", { evidence: {} }],
    ["bad-evidence", { evidence: ["您好请讲"] }],
    ["bad-evidence", { evidence: [{ turn: -1, role: "agent", quote: "您好" }] }],
    ["bad-evidence", { evidence: [{ turn: 1.5, role: "agent", quote: "您好" }] }],
    ["bad-evidence", { evidence: [{ turn: 1e99, role: "agent", quote: "您好" }] }],
    ["bad-evidence", { evidence: [{ turn: 1, quote: "您好" }] }],
    ["bad-evidence", { evidence: [{ turn: 1, role: "agent", quote: 5 }] }],
    ["bad-evidence", { evidence: [{ turn: 1, role: "agent", quote: "您好" }, null] }],
    ["bad-window", { searched: "all" }],
    ["bad-window", { searched: { from: 4, to: 1 } }],
    ["bad-window", { searched: { from: 0 } }],
    ["bad-window", { searched: [0, 1] }]
  ])("%s: %j", (fault, change) => {
    // The other question's answer is not lost by it.
    expect(read(JSON.stringify({ answers: [answer("a/first", change), answer("a/second")] }))).toEqual({ "a/first": fault, "a/second": second })
  })

  test("a question answered twice, alike or not, and one not asked", () => {
    const { byRule, unasked } = answersIn(JSON.stringify({ answers: [answer("a/first"), answer("a/first"), answer("b/other"), answer("a/second")] }), asked)
    expect(Object.fromEntries(byRule)).toEqual({ "a/first": "answered-twice", "a/second": second })
    expect(unasked).toBe(1)
  })
})
