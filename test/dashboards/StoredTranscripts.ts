import type { Bearing, OutcomeName, Score, Unsaid } from "../../schemas/Score.ts"
import type { Event, Role } from "../../schemas/Transcript.ts"

export type FixedFinding =
  | { readonly bearing: Bearing; readonly turn: number; readonly quote: string; readonly note?: string }
  | { readonly bearing: Bearing; readonly from: number; readonly to: number; readonly expected: string; readonly nearest?: Unsaid["nearest"]; readonly note?: string }

export interface FixedScore {
  readonly rule: string
  readonly outcome: OutcomeName
  readonly credit?: number
  readonly because?: string
  readonly decidedBy?: Score["decidedBy"]
  readonly findings?: ReadonlyArray<FixedFinding>
}

/** A turn is who, what, and seconds from the start. A section is its id, points, and how many rules counted. */
export interface FixedTranscript {
  readonly source: string
  readonly id: string
  readonly agent: string | null
  readonly channel: "voice" | "chat"
  readonly language?: string
  readonly startedAt: string | null
  readonly revision?: number
  readonly customer?: string
  readonly queue?: string
  readonly caseId?: string
  readonly timingProblem?: string
  readonly csat?: number
  /** Why the customer got in touch, by the input. */
  readonly reason?: "complaint" | "request"
  readonly turns: ReadonlyArray<readonly [Role, string, number?]>
  readonly events?: ReadonlyArray<Event>
  readonly points: number | null
  readonly critical?: boolean
  readonly sections?: ReadonlyArray<readonly [string, number | null, number]>
  readonly scores: ReadonlyArray<FixedScore>
  readonly alsoOlder?: boolean
}

/** A day of the content's three weeks, from Monday 5 May 2025. */
function day(offset: number): string {
  return new Date(Date.UTC(2025, 4, 5 + offset)).toISOString().slice(0, 10)
}

export function dayIn(week: number): string {
  return day(7 * week)
}

const event = (kind: Event["kind"], startMs: number | null, by: Role | null = null, count: number | null = null): Event => ({ kind, startMs, endMs: null, by, agent: null, count })

const call: FixedTranscript = {
  source: "phone", id: "call-0001", agent: "A01", channel: "voice", language: "zh-CN", startedAt: `${day(14)}T06:20:00Z`, revision: 2, customer: "周先生", queue: "售后", caseId: "CASE-9", csat: 2, reason: "complaint",
  events: [event("ring", 0, null, 2), event("answer", 9000), event("hang-up", 96000, "agent")],
  turns: [
    ["system", "通话开始", 9],
    ["agent", "您好，请问有什么可以帮您？", 10],
    ["customer", "我买的洗衣机三天了还没送到，家里老人等着用，真的急死了！", 14],
    ["agent", "让您着急了，非常抱歉给您带来不便。我马上帮您查一下。", 24],
    ["customer", "那能不能今天就退款？", 41],
    ["agent", "退款不可以的，我没办法给您操作，系统已经出库了。", 46],
    ["customer", "那我怎么办？", 58],
    ["agent", "您只能等。", 62],
    ["customer", "唉，算了。", 80],
    ["agent", "好。", 90]
  ],
  points: 64.3, alsoOlder: true,
  sections: [["standard-phrases", 41.7, 2], ["negative-language", 70, 2], ["empathy", 100, 1]],
  scores: [
    {
      rule: "standard-phrases/opening-greeting", outcome: "Partly", credit: 0.5,
      findings: [
        { bearing: "for", turn: 1, quote: "您好", note: "salutation" },
        { bearing: "for", turn: 1, quote: "请问有什么可以帮您", note: "offer-of-help" },
        {
          bearing: "against", from: 1, to: 3, note: "self-identification", expected: "客服代表王芳很高兴为您服务",
          nearest: { turn: 3, start: 16, end: 24, quote: "我马上帮您查一下", similarity: 0.31 }
        }
      ]
    },
    { rule: "standard-phrases/closing", outcome: "Breached", credit: 0, findings: [{ bearing: "against", from: 7, to: 9, expected: "请问还有什么可以帮您？感谢您的来电，再见！" }] },
    {
      rule: "negative-language/cannot", outcome: "Breached", credit: 0,
      findings: [
        { bearing: "context", turn: 4, quote: "能不能今天就退款" },
        { bearing: "against", turn: 5, quote: "不可以的，我没办法" },
        { bearing: "against", turn: 5, quote: "没办法给您操作", note: "refusal" },
        { bearing: "for", turn: 5, quote: "系统已经出库了", note: "reason" },
        { bearing: "tentative", turn: 7, quote: "您只能等" }
      ]
    },
    { rule: "negative-language/impatience", outcome: "Met", credit: 1, decidedBy: "judge" },
    { rule: "empathy/acknowledges-feeling", outcome: "Met", credit: 1, decidedBy: "person", findings: [{ bearing: "context", turn: 2, quote: "急死了" }, { bearing: "for", turn: 3, quote: "让您着急了" }] },
    { rule: "empathy/beyond-expectation", outcome: "NotApplicable", because: "nothing in the transcript calls for it" }
  ]
}

const cleanGreeting: FixedScore = { rule: "standard-phrases/opening-greeting", outcome: "Met", credit: 1, findings: [{ bearing: "for", turn: 0, quote: "客服代表王芳很高兴为您服务" }] }

const refusing = (id: string, offset: number, text: string, quote: string, outcome: "Breached" | "Partly", points: number): FixedTranscript => ({
  source: "phone", id, agent: "A01", channel: "voice", language: "zh-CN", startedAt: `${day(offset)}T02:05:00Z`, points, customer: "周先生", csat: 4,
  turns: [["agent", "您好，客服代表王芳很高兴为您服务。", 1], ["customer", "我想换个颜色。", 6], ["agent", text, 11]],
  scores: [cleanGreeting, { rule: "negative-language/cannot", outcome, credit: outcome === "Breached" ? 0 : 0.5, findings: [{ bearing: "against", turn: 2, quote }] }]
})

const chat: FixedTranscript = {
  source: "web chat", id: "2025/05 42%?x=1#y", agent: "B/7?#", channel: "chat", language: "en-US", startedAt: `${day(8)}T16:30:00Z`, points: 0, critical: true,
  timingProblem: "turn 3 begins before turn 2",
  turns: [
    ["bot", "You are now connected to an agent."],
    ["agent", "Hi, this is Maya at Yunhe. How can I help?", 4],
    ["customer", "The app keeps logging me out, this is the third time I'm writing!", 30],
    ["agent", "I already told you. Can't you read? I'll end this chat.", 45]
  ],
  sections: [["standard-phrases", 100, 1], ["negative-language", 0, 1]],
  scores: [
    { rule: "standard-phrases/opening-greeting", outcome: "Met", credit: 1, findings: [{ bearing: "for", turn: 1, quote: "Hi, this is Maya at Yunhe" }] },
    { rule: "negative-language/impatience", outcome: "Breached", credit: 0, findings: [{ bearing: "against", turn: 3, quote: "Can't you read? I'll end this chat." }] },
    { rule: "empathy/acknowledges-feeling", outcome: "Unscored", because: "the transcript carries no times" }
  ]
}

/** What strangers may write: markup, a script, reading direction turned round, control characters, a turn without end. */
export const hostileTurn = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script> ‮gnp.exe‬ "quoted" 'single' &amp; \u0007bell`

const hostile: FixedTranscript = {
  source: "x&y", id: `"><script>document.title='owned'</script>`, agent: `<b>X&"9'</b>`, channel: "chat", startedAt: null, points: 50,
  customer: `</bdi><script>document.title='owned'</script>`, queue: "‮queue",
  turns: [["customer", hostileTurn], ["agent", `${"很长的一句".repeat(4000)}</p><script>document.title='owned'</script>`], ["agent", "unbroken".repeat(400)]],
  scores: [{ rule: "negative-language/cannot", outcome: "Breached", credit: 0, findings: [{ bearing: "against", turn: 1, quote: "</p><script>" }, { bearing: "context", turn: 0, quote: `<script>document.title='owned'</script>` }] }]
}

const unnamed: FixedTranscript = {
  source: "phone", id: "nobody", agent: null, channel: "voice", startedAt: null, points: 70,
  turns: [["agent", "您好"], ["customer", "你好"]],
  scores: [{ rule: "standard-phrases/opening-greeting", outcome: "Partly", credit: 0.25, findings: [{ bearing: "for", turn: 0, quote: "您好" }] }]
}

export const transcripts: ReadonlyArray<FixedTranscript> = [
  call,
  refusing("call-0002", 9, "颜色我不能给您换。", "我不能", "Breached", 71),
  refusing("call-0003", 2, "这个不支持换的，因为已经发货了。", "不支持换", "Partly", 85.5),
  { ...refusing("call-0004", 1, "好的，已经帮您换好了。", "好的", "Partly", 100), scores: [cleanGreeting, { rule: "negative-language/cannot", outcome: "Met", credit: 1 }] },
  chat,
  hostile,
  unnamed
]
