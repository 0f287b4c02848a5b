import type { Event, Transcript, Turn } from "../../../schemas/Transcript.ts"
import type { OpeningHours } from "../../../scorers/cases/CaseCalendar.ts"

const day = ["09:00-18:00"]

/** Monday to Friday, nine to six. */
export const workingWeek: OpeningHours = {
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  exceptions: {}
}

const turn = (role: Turn["role"], text: string, agent: string | null = null, startMs = 0): Turn => ({ role, text, agent, startMs, endMs: null, confidence: null })
const event = (kind: Event["kind"], agent: string | null = null, startMs = 0): Event => ({ kind, agent, startMs, endMs: null, by: null, count: null })

/**
 * A contact in a line: `2026-09-16T09:40+08:00 in A1 complaint`. After the moment: who got in touch and how, the agent, then
 * any of `complaint` (the contact reason), `event` (feedback is recorded), `closed` (the agent closes the case), `settled` (the customer says so),
 * `to=A2` (handed over), `case=C1`, `customer=U1`, `ask` (the customer complains in words), and last `: words` of the agent.
 */
export const contact = (line: string, id = line): Transcript => {
  const [head = "", words] = line.split(" : ")
  const [moment = "", how = "", agentId = "", ...flags] = head.split(" ")
  const has = (flag: string) => flags.includes(flag)
  const valueOf = (key: string) => flags.find((flag) => flag.startsWith(`${key}=`))?.slice(key.length + 1) ?? null
  const agent = agentId === "-" ? null : agentId
  const spoken: Array<Turn> = {
    in: [turn("agent", "您好，请讲。", agent), turn("customer", "怎么样了？", null, 1000)],
    out: [turn("customer", "喂？"), turn("agent", "您好，昨天约好给您回电。", agent, 1000)],
    call: [turn("agent", "您好。", agent)],
    write: [turn("agent", "跟您同步一下进展。", agent)],
    ask: [turn("customer", "怎么样了？"), turn("agent", "还在处理。", agent, 60_000)],
    unanswered: [turn("customer", "有人吗？")],
    bot: [turn("bot", "您的投诉正在处理。")]
  }[how] ?? []
  if (has("ask")) spoken.push(turn("customer", "我要投诉。", null, 2000))
  if (words !== undefined) spoken.push(turn("agent", words, agent, 3000))
  if (has("closed")) spoken.push(turn("agent", "您的投诉已经结案。", agent, 4000))
  if (has("settled")) spoken.push(turn("customer", "解决了，谢谢。", null, 5000))
  return {
    source: "test",
    id,
    channel: how === "in" || how === "out" || how === "call" ? "voice" : "chat",
    language: null,
    agents: agent === null ? [] : [{ id: agent, name: null }],
    customer: valueOf("customer"),
    queue: valueOf("queue"),
    caseId: has("caseless") ? null : (valueOf("case") ?? "C1"),
    csat: null,
    contactReason: has("complaint") ? "complaint" : "request",
    startedAt: Date.parse(moment),
    timingProblem: null,
    turns: spoken,
    events: [
      ...(how === "in" ? [event("ring")] : []),
      ...(has("event") ? [event("feedback", agent, 2000)] : []),
      ...(valueOf("to") === null ? [] : [event("transfer", valueOf("to"), 6000)])
    ],
    origin: { file: "test", line: 1 }
  }
}
