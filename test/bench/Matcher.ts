import type { Transcript } from "../../schemas/Transcript.ts"
import { Compiler } from "../../scorers/Kind.ts"
import { loadRules } from "../../scorers/RuleFiles.ts"
import { Wording } from "../../scorers/wording/Wording.ts"
import { chatOf } from "./Chats.ts"
import { Random } from "./Random.ts"

/**
 * `node test/bench/Matcher.ts [chats]`: turns a second, on one thread, of bringing transcripts into compared form, of looking for
 * 100, 300 and 3,000 phrases in them as well, and of judging them by the whole rubric.
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
const { compiled, definition } = loadRules([])
const { lists, rules } = definition as {
  readonly lists: Readonly<Record<string, ReadonlyArray<string>>>
  readonly rules: ReadonlyArray<Readonly<Record<string, unknown>>>
}
const phraseFields = ["phrases", "unless", "say", "sayUnless", "forbidden", "against"]

const best = (what: string, work: (transcript: Transcript) => unknown) => {
  let seconds = Infinity
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    for (const transcript of transcripts) work(transcript)
    // Not the time of day: others may be using the machine.
    const { system, user } = process.cpuUsage(before)
    seconds = Math.min(seconds, (user + system) / 1e6)
  }
  console.log(`${what.padEnd(20)}${(turns / seconds / 1000).toFixed(0).padStart(6)} k turns/s of processor time   ${(units / seconds / 1e6).toFixed(1)} M characters/s`)
}

/** Every phrase the rubric looks for, in a random order. */
const bundled = (() => {
  const found = new Set<string>(Object.values(lists).flat())
  const collect = (value: unknown): void => {
    if (typeof value === "string") found.add(value)
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect)
  }
  for (const rule of rules) for (const field of phraseFields) collect(rule[field])
  const random = new Random(7)
  return [...found].map((phrase) => [random.next(), phrase] as const).sort(([a], [b]) => a - b).map(([, phrase]) => phrase)
})()

/** A phrase nobody has written yet: one Chinese character in three, and one letter in three, is another. */
const altered = (phrase: string, random: Random): string =>
  phrase.replaceAll(/\p{Script=Han}|[a-z](?![a-z-]*>)/gu, (unit) =>
    !random.chance(1 / 3) ? unit : /[a-z]/.test(unit) ? String.fromCharCode(random.between(97, 122)) : String.fromCharCode(random.between(0x4e00, 0x6fff)))

/** As many phrases of the rubric as asked for; what it lacks are phrases of its making that are hardly ever said, as most of a large rubric are. */
const phrasesOf = (number: number): ReadonlyArray<string> => {
  const random = new Random(11)
  return Array.from({ length: number }, (_, i) => (i < bundled.length ? bundled[i]! : altered(bundled[i % bundled.length]!, random)))
}

/** The first wording a phrase stands for, without gaps: what a list of forbidden words looks like. */
const plain = (phrase: string): string => {
  const first = (text: string): string => {
    const inner = /\(([^()|]*)(?:\|[^()]*)?\)\??/.exec(text)
    return inner === null ? text : first(text.replace(inner[0], inner[1]!))
  }
  return first(phrase.replaceAll(/<([^<>]+)>/g, (_, name: string) => lists[name]![0]!.replaceAll(/<[^<>]+>/g, ""))).replaceAll(/…(\{\d+\})?|[\^$|]/g, "")
}

console.log(`${bundled.length} phrases in the rubric`)
console.log(`${count} chats, ${turns} turns, ${compiled.rubric.rules.length} rules; best of ${rounds} rounds`)
const wording = new Wording()
best("wording", (transcript) => wording.fill(transcript.turns))
for (const [what, written] of [["plain ", plain], ["", (phrase: string) => phrase]] as const) {
  for (const number of [100, 300, 3000]) {
    const compiler = new Compiler(new Map(Object.entries(lists)))
    for (const phrase of phrasesOf(number)) compiler.phrases([written(phrase)])
    const matcher = compiler.matcher.build()
    best(`${number} ${what}phrases`, (transcript) => {
      wording.fill(transcript.turns)
      matcher.scan(wording)
    })
  }
}
best("judge", (transcript) => compiled.judge(transcript))
