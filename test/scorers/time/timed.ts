import type { Event, Role, Transcript, Turn } from "../../../schemas/Transcript.ts"

const roles: Readonly<Record<string, Role>> = { A: "agent", C: "customer", B: "bot", S: "system" }
const ms = (text: string | undefined): number | null => (text === undefined || text === "" ? null : Math.round(Number(text) * 1000))

/**
 * A call in one line: `A 0-5, C 6-8.5, hold 9-20, B 21` (agent, customer, bot, system; seconds; `A 5` has no end, `A` no time at all). `A@2` is
 * another agent.
 */
export const timed = (script: string, channel: Transcript["channel"] = "voice"): Transcript => {
  const turns: Array<Turn> = []
  const events: Array<Event> = []
  for (const part of script.split(",").map((one) => one.trim()).filter((one) => one !== "")) {
    const [word = "", times = ""] = part.split(" ")
    const [from, to] = times.split("-")
    const [kind = "", agent] = word.split("@")
    const role = roles[kind]
    const span = { startMs: ms(from), endMs: ms(to) }
    if (role !== undefined) turns.push({ role, text: `${turns.length}`, ...span, agent: role === "agent" ? (agent ?? null) : null, confidence: null })
    else events.push({ kind: kind as Event["kind"], ...span, by: null, agent: agent ?? null, count: null })
  }
  return {
    source: "test", id: "t", channel, language: null, agents: [], customer: null, queue: null, caseId: null, csat: null, contactReason: null,
    startedAt: null, timingProblem: null, turns, events, origin: { file: "test", line: 1 }
  }
}
