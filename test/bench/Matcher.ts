import type { Transcript } from "../../schemas/Transcript.ts"
import { loadRules } from "../../scorers/RuleFiles.ts"
import { Wording } from "../../scorers/wording/Wording.ts"
import { chatOf } from "./Chats.ts"

/**
 * `node test/bench/Matcher.ts [chats]`: turns a second, on one thread, of bringing transcripts into compared form and of
 * judging them whole.
 */
const count = Number(process.argv[2] ?? 4000)
const rounds = 5

const roles = { 客户: "customer", 客服: "agent", 系统: "system" } as const

const transcripts = Array.from({ length: count }, (_, number): Transcript => {
  const { turns } = chatOf(1, number, count)
  const start = turns[0]!.at
  return {
    source: "bench", id: String(number), channel: "chat", language: null, customer: null, queue: null, caseId: null, csat: null, contactReason: null,
    startedAt: null, timingProblem: null, events: [], origin: { file: "bench", line: 1 },
    agents: [...new Set(turns.flatMap(({ agent }) => agent ?? []))].map((agent) => ({ id: String(agent), name: null })),
    turns: turns.map(({ agent, at, role, text }) => ({
      role: roles[role], text, startMs: (at - start) * 1000, endMs: null, agent: agent === null ? null : String(agent), confidence: null
    }))
  }
})
const turns = transcripts.reduce((sum, transcript) => sum + transcript.turns.length, 0)
const units = transcripts.reduce((sum, transcript) => sum + transcript.turns.reduce((all, turn) => all + turn.text.length, 0), 0)
const { compiled } = loadRules([])

const best = (what: string, work: (transcript: Transcript) => unknown) => {
  let seconds = Infinity
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    for (const transcript of transcripts) work(transcript)
    // Not the time of day: others may be using the machine.
    const { system, user } = process.cpuUsage(before)
    seconds = Math.min(seconds, (user + system) / 1e6)
  }
  console.log(`${what.padEnd(16)}${(turns / seconds / 1000).toFixed(0).padStart(6)} k turns/s of processor time   ${(units / seconds / 1e6).toFixed(1)} M characters/s`)
}

console.log(`${count} chats, ${turns} turns, ${compiled.rubric.rules.length} rules; best of ${rounds} rounds`)
const wording = new Wording()
best("wording", (transcript) => wording.fill(transcript.turns))
best("judge", (transcript) => compiled.judge(transcript))
