import type { Event, Transcript, Turn } from "../../schemas/Transcript.ts"
import { timelineOf } from "../../scorers/time/Timeline.ts"
import { timeRules } from "../scorers/time/TimeRules.ts"
import { timed } from "../scorers/time/timed.ts"
import { Random } from "./Random.ts"

/**
 * `node test/bench/Timeline.ts [conversations] [turns]`: how many calls and chats of so many turns one core takes a second: the timeline alone, and all rules
 * about time with the reading of the words they need.
 */
const count = Number(process.argv[2] ?? 4000)
const turns = Number(process.argv[3] ?? 60)
const wanted = 5000

const words = {
  agent: [
    "您好，欢迎致电星河客户服务热线，请问有什么可以帮助您？", "好的，我帮您查一下，请您稍等。", "谢谢您的等待，您的订单今天下午送到。", "嗯", "麻烦您提供一下订单号，好吗？", "已经给您登记了，师傅明天上午会联系您。",
    "Let me check that for you, one moment please.", "Your parcel left the warehouse this morning and comes on Friday."
  ],
  customer: ["我的洗衣机不转了，上个月才买的，想问一下怎么保修", "好的", "喂？还在吗", "等一下，我找找", "那大概什么时候能到呢", "对", "I ordered it two weeks ago and nobody has called me.", "Okay, thanks."]
}

const conversation = (random: Random, channel: Transcript["channel"]): Transcript => {
  let at = random.between(0, 20_000)
  const said: Array<Turn> = []
  const events: Array<Event> = [{ kind: "ring", startMs: 0, endMs: at, by: null, agent: null, count: null }]
  for (let t = 0; t < turns; t++) {
    const role = t % 2 === 0 ? "agent" : "customer"
    const text = random.pick(words[role])
    at = Math.max(0, at + (random.chance(0.05) ? random.between(3000, 90_000) : random.between(-700, 2500)))
    const startMs = at
    at += 200 + text.length * random.between(120, 260)
    said.push({ role, text, startMs, endMs: channel === "voice" ? at : null, agent: role === "agent" ? "A01" : null, confidence: null })
    if (channel === "voice" && random.chance(0.02)) {
      events.push({ kind: "hold", startMs: at, endMs: at + random.between(5000, 90_000), by: null, agent: null, count: null })
      at = events.at(-1)!.endMs!
    }
  }
  return { ...timed("", channel), startedAt: 1_788_000_000_000, turns: said, events }
}

const random = new Random(7)
const conversations = Array.from({ length: count }, (_, i) => conversation(random, i % 4 === 3 ? "chat" : "voice"))
const rate = (what: string, judge: (transcript: Transcript) => unknown): number => {
  let best = 0
  for (let round = 0; round < 8; round++) {
    const started = process.cpuUsage()
    for (const transcript of conversations) judge(transcript)
    const { system, user } = process.cpuUsage(started)
    best = Math.max(best, count / ((user + system) / 1e6))
  }
  console.log(`${what.padEnd(44)}${best.toFixed(0).padStart(8)} conversations of ${turns} turns a second of one core`)
  return best
}

const always = ["00:00-24:00"]
const businessHours = { zone: "America/New_York", week: { mon: always, tue: always, wed: always, thu: always, fri: always, sat: [], sun: [] }, exceptions: {} }
const [bundled, withHours] = [timeRules(), timeRules({ "reply-time": { businessHours }, "first-response": { businessHours } })]
for (const transcript of conversations) withHours.judge(transcript)
rate("timeline alone", timelineOf)
const all = rate("all rules about time", (transcript) => bundled.judge(transcript))
rate("the same with opening hours", (transcript) => withHours.judge(transcript))
if (all < wanted) {
  console.error(`${wanted} are wanted`)
  process.exitCode = 1
}
