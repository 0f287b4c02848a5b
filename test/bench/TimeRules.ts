import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Either } from "effect"
import { parse } from "yaml"
import type { Event, Transcript, Turn } from "../../schemas/Transcript.ts"
import { CompiledRubric } from "../../scorers/CompiledRubric.ts"
import { spokenPromises } from "../../scorers/promises/Promises.ts"
import { Rule } from "../../scorers/Rule.ts"
import { timelineOf } from "../../scorers/time/Timeline.ts"
import type { WordLists } from "../../scorers/wording/Phrase.ts"
import { readYaml } from "../../scorers/YamlFile.ts"
import { Random } from "./Random.ts"

/**
 * `node test/bench/TimeRules.ts [conversations] [turns] [rounds]`: how many calls and chats of so many turns one core takes a second under everything that looks at
 * time: the six rules of a single transcript, promises heard, complaints opened and closed, and the cases judged that the transcripts make. Ends with 1
 * where all of it together is slower than wanted. Processor time, best of many short rounds: the machine is rarely ours alone.
 */
const count = Number(process.argv[2] ?? 400)
const turns = Number(process.argv[3] ?? 60)
const rounds = Number(process.argv[4] ?? 30)
const wanted = 5000
const perCase = 4

const words = {
  agent: [
    "您好，欢迎致电星河客户服务热线，请问有什么可以帮助您？", "好的，我帮您查一下，请您稍等。", "谢谢您的等待，您的订单已经到了本地的站点。", "嗯", "麻烦您提供一下订单号，好吗？", "这边看到您上周五下午三点签收的。",
    "实在抱歉，给您添麻烦了。", "您说的是上个月二十号买的那台吗？", "好的，我给您登记一下，您的联系电话还是尾号这个吗？", "一般三到五个工作日到账，以银行为准。", "这个型号的保修期是一年，您放心。", "请问还有其他可以帮您的吗？",
    "Let me check that for you, one moment please.", "Your parcel left the warehouse this morning and comes on Friday.", "I understand, that must have been annoying.", "Could you confirm the last four digits, please?"
  ],
  customer: [
    "我的洗衣机不转了，上个月才买的，想问一下怎么保修", "好的", "喂？还在吗", "等一下，我找找", "那大概什么时候能到呢", "对", "昨天下午就说今天送，到现在也没有人联系我", "尾号是四七二一", "嗯嗯",
    "I ordered it two weeks ago and nobody has called me.", "Okay, thanks.", "That's not what I was told on Monday."
  ],
  promise: ["我核实一下，明天上午十点前给您回电。", "三个工作日内会有专员联系您，请保持电话畅通。", "I'll call you back by 5 pm today.", "We'll get back to you within 24 hours."],
  complaint: ["太过分了，我要投诉你们。", "I want to make a formal complaint."]
}

const conversation = (random: Random, channel: Transcript["channel"], number: number): Transcript => {
  let at = random.between(0, 20_000)
  const said: Array<Turn> = []
  const events: Array<Event> = [{ kind: "ring", startMs: 0, endMs: at, by: null, agent: null, count: null }]
  const agent = `A${number % 7}`
  for (let t = 0; t < turns; t++) {
    const role = t % 2 === 0 ? "agent" : "customer"
    // Every other conversation has a promise in it, every eighth a complaint.
    const special = role === "agent" ? words.promise : words.complaint
    const text = random.pick(random.chance(role === "agent" ? 1 / turns : 1 / (4 * turns)) ? special : words[role])
    at = Math.max(0, at + (random.chance(0.05) ? random.between(3000, 90_000) : random.between(-700, 2500)))
    const startMs = at
    at += 200 + text.length * random.between(120, 260)
    said.push({ role, text, startMs, endMs: channel === "voice" ? at : null, agent: role === "agent" ? agent : null, confidence: null })
    if (channel === "voice" && random.chance(0.02)) {
      events.push({ kind: "hold", startMs: at, endMs: at + random.between(5000, 90_000), by: null, agent: null, count: null })
      at = events.at(-1)!.endMs!
    }
  }
  const inCase = number % Math.ceil(count / perCase)
  return {
    source: "bench", id: String(number), channel, language: null, agents: [{ id: agent, name: null }], customer: `U${inCase}`, queue: null, caseId: inCase % 2 === 0 ? `C${inCase}` : null, csat: null, contactReason: null,
    startedAt: 1_788_000_000_000 + number * 900_000, timingProblem: null, turns: said, events, origin: { file: "bench", line: 1 }
  }
}

const folder = join(import.meta.dirname, "../../scorers/rules/response-time")
const names = ["answer-within-three-rings", "dead-air", "first-response", "hold-courtesy", "no-interruption", "reply-time", "daily-feedback", "promise-kept"]
const rules = names.map((name) => Either.getOrThrowWith(readYaml(join(folder, `${name}.yaml`), Rule), (faults) => new Error(faults.map(({ message }) => message).join("; "))).value)
const lists: WordLists = new Map(Object.entries(parse(readFileSync(join(folder, "words.yaml"), "utf8")) as Record<string, ReadonlyArray<string>>))
const rubric = {
  name: "time", fingerprint: "time", passMark: 80, bands: [{ id: "all", title: { zh: "全部", en: "All" }, from: 0 }],
  sections: [{ id: "response-time", title: { zh: "时间", en: "Time" }, weight: 1 }],
  rules: rules.map(({ id, indicator, instead, quality, source, title, weight, why }) => ({ id, indicator: indicator ?? null, instead, quality: quality ?? null, source, title, weight, why, section: "response-time", critical: null, bonus: false }))
}
const compiled = new CompiledRubric(rubric, rules, lists)

const random = new Random(7)
const all = Array.from({ length: count }, (_, number) => conversation(random, number % 4 === 3 ? "chat" : "voice", number))
/** Other transcripts for every round, of the same turns: what is remembered of a transcript must not count as speed. */
const batch = () => all.map((one) => ({ ...one }))
/** Judged on the morning after. */
const horizon = 1_788_000_000_000 + count * 900_000 + 86_400_000

const parts: ReadonlyArray<readonly [what: string, run: (conversations: ReadonlyArray<Transcript>) => void]> = [
  ["timelines alone", (conversations) => conversations.forEach((one) => timelineOf(one))],
  ["promises heard", (conversations) => conversations.forEach((one) => spokenPromises(one))],
  ["rules of single transcripts", (conversations) => conversations.forEach((one) => compiled.judge(one))],
  ["cases: complaints, daily feedback, promises", (conversations) => compiled.cases.judge(conversations, { horizon, zone: "Asia/Shanghai" })],
  ["all of it", (conversations) => {
    conversations.forEach((one) => compiled.judge(one))
    compiled.cases.judge(conversations, { horizon, zone: "Asia/Shanghai" })
  }]
]

const best = new Map<string, number>(parts.map(([what]) => [what, Infinity]))
let [cases, promises, missed] = [0, 0, 0]
for (let round = 0; round < rounds; round++) {
  for (const [what, run] of parts) {
    const conversations = batch()
    const started = process.cpuUsage()
    run(conversations)
    const { system, user } = process.cpuUsage(started)
    best.set(what, Math.min(best.get(what)!, user + system))
  }
  if (round > 0) continue
  const verdicts = compiled.cases.judge(batch(), { horizon, zone: "Asia/Shanghai" })
  cases = verdicts.length
  promises = verdicts.flatMap((verdict) => verdict.promises).length
  missed = verdicts.flatMap(({ due }) => due).filter(({ met }) => !met).length
}

const whole = best.get("all of it")!
console.log(`${count} conversations of ${turns} turns: ${cases} cases, ${promises} promises, ${missed} missed days`)
for (const [what, micros] of best) {
  console.log(`${what.padEnd(46)}${((count / micros) * 1e6).toFixed(0).padStart(8)} a second of one core   ${((100 * micros) / whole).toFixed(0).padStart(4)} % of all`)
}
const rate = (count / whole) * 1e6
console.log(`${(rate / wanted).toFixed(2)} times what is wanted (${wanted} a second)`)
if (rate < wanted) process.exitCode = 1
