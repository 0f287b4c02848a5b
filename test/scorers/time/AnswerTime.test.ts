import { describe, expect, test } from "vitest"
import { because } from "../../../schemas/Because.ts"
import { readText } from "../../pipeline/formats/ReadText.ts"
import { scoreOf, timeRules } from "./TimeRules.ts"
import { timed } from "./timed.ts"

const rule = "answer-within-three-rings"
const outcome = (script: string, compiled = timeRules()) => scoreOf(compiled, timed(script), rule).outcome

describe("picked up within three rings", () => {
  test.each([4, 5, 6])("ring times from 0 to 30 s, a ring of %i s", (cycleSeconds) => {
    const compiled = timeRules({ [rule]: { cycleSeconds } })
    const border = 3 * cycleSeconds * 1000
    for (let ms = 0; ms <= 30_000; ms += 250) {
      const { _tag } = outcome(`ring 0-${ms / 1000}, A 31-32`, compiled)
      expect(_tag, `${ms} ms`).toBe(ms <= border ? "Met" : "Breached")
    }
    expect(outcome(`ring 0-${(border - 1) / 1000}, A 31-32`, compiled)._tag).toBe("Met")
    expect(outcome(`ring 0-${(border + 1) / 1000}, A 31-32`, compiled)._tag).toBe("Breached")
  })

  test.each([
    [0, "0 rings", true],
    [4.999, "1 ring", true],
    [5, "1 ring", false],
    [5.001, "2 rings", false],
    [10, "2 rings", false],
    [10.001, "3 rings", false],
    [15, "3 rings", false],
    [15.001, "4 rings", false]
  ])("%d s of ringing are %s of 5 s; too early: %s", (seconds, rings, early) => {
    const [finding] = scoreOf(timeRules(), timed(`ring 0-${seconds}, A 31-32`), rule).findings
    expect(finding!.note).toContain(`picked up after ${rings} (`)
    expect(finding!.note!.includes("before the first ring had ended")).toBe(early)
  })

  test("a count goes before the clock", () => {
    const counted = timed("ring 0-30, A 31-32")
    const events = counted.events.map((event) => ({ ...event, count: 3 }))
    expect(scoreOf(timeRules(), { ...counted, events }, rule).outcome._tag).toBe("Met")
    expect(scoreOf(timeRules(), { ...counted, events: events.map((event) => ({ ...event, count: 4 })) }, rule).outcome._tag).toBe("Breached")
  })

  test("without an end it rang until the answer, else until the first word", () => {
    expect(outcome("ring 0, answer 15, A 19-20")._tag).toBe("Met")
    expect(outcome("ring 0, answer 15.5, A 19-20")._tag).toBe("Breached")
    expect(outcome("ring 0, A 15-20")._tag).toBe("Met")
    expect(outcome("ring 0, A 15.5-20")._tag).toBe("Breached")
  })

  test("no ring, a ring without a time, or times that cannot be trusted: unscored, never zero", () => {
    expect(outcome("A 5-6")).toEqual({ _tag: "Unscored", because: because.noRings })
    expect(outcome("ring, A 5-6")).toEqual({ _tag: "Unscored", because: because.noRings })
    expect(scoreOf(timeRules(), { ...timed("ring 0-30, A 31-32"), timingProblem: "line 2: no time" }, rule).outcome._tag).toBe("Unscored")
    expect(outcome("ring 9-3, A 10-12")).toEqual({ _tag: "Unscored", because: because.noRings })
  })

  test("is due from the first agent only", () => {
    const transferred = timed("ring 0-30, A@1 31-32, transfer@2 33, A@2 40-41")
    expect(scoreOf(timeRules(), transferred, rule, "1").outcome._tag).toBe("Breached")
    expect(scoreOf(timeRules(), transferred, rule, "2").outcome).toEqual({ _tag: "NotApplicable", because: because.otherAgent })
  })

  test("moments on the clock, as a telephone system logs them: from the caller's arrival to the connection", async () => {
    const arrived = 1_790_000_000_000
    const line = (connected: number) => JSON.stringify({
      id: "c1", channel: "voice", started_at: arrived,
      turns: [{ role: "agent", text: "Hello, this is the bank.", time: arrived + connected + 3720 }, { role: "customer", text: "Hi.", time: arrived + connected + 9000 }],
      events: [{ kind: "ring", time: arrived }, { kind: "answer", time: arrived + connected }]
    })
    const note = async (connected: number) => scoreOf(timeRules(), (await readText("calls.jsonl", line(connected))).transcripts[0]!, rule).findings[0]!.note
    expect(await note(8312)).toBe("picked up after 2 rings (8.3 s), target 3")
    expect(await note(15_000)).toBe("picked up after 3 rings (15 s), target 3")
    expect(await note(17_250)).toBe("picked up after 4 rings (17.3 s), target 3")
  })
})
