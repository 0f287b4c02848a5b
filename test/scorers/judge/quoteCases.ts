import OpenCC from "opencc-js"
import type { CheckedQuote } from "../../../schemas/Opinion.ts"
import type { Transcript, Turn } from "../../../schemas/Transcript.ts"
import type { Quote } from "../../../scorers/judge/Answers.ts"
import { redact, type RedactedTranscript } from "../../../scorers/judge/Redaction.ts"

/** What agents said in the conversations that quotes are taken from. No two are alike. */
const agentLines = [
  "非常抱歉让您久等了，我马上帮您查一下这笔订单的物流情况。",
  "您是说洗衣机脱水的时候会移动，而且声音特别大，对吗？",
  "师傅明天上午九点到十一点之间上门，出发前会先给您打电话。",
  "这笔退款已经提交，三个工作日之内会原路退回您的银行卡。",
  "我理解您的心情，换作是我遇到这种事也会很着急。",
  "跟您核对一下，收货地址是滨江花园十一栋二单元，对吧？",
  "因为仓库昨天盘点，所以发货晚了一天，给您添麻烦了。",
  "您可以先把电源拔掉等五分钟，再重新插上试试看。",
  "好的女士，我把您的号码13912345678登记好了，下午五点前回电给您。",
  "優惠券已經補發到您的帳戶，下次結帳時會自動抵扣。",
  "真的很對不起，包裝破損是我們的疏失，今天就幫您換一台新的。",
  "請問冰箱裡的燈還亮嗎？是完全不冷，還是時好時壞？",
  "您提到的發票抬頭我已經改好了，電子檔今晚寄到您的信箱。",
  "I'm so sorry about the delay, let me chase the warehouse right now.",
  "So the driver left the parcel outside in the rain, is that right?",
  "The refund of $45.90 will be back on your card within three working days.",
  "Could you tell me whether the light comes on when you press the button?",
  "I have booked a technician for Tuesday between nine and eleven.",
  "That can't be right; I'll ask the billing team to correct it today.",
  "It is because the old plan ended in June, and you can switch to the new one online."
]

const customerLines = [
  "我上个月买的烤箱又坏了，你们到底管不管？",
  "我已经打了三次电话，每次都说会有人联系我。",
  "那行吧，我再等一天，明天还没有消息我就投诉。",
  "我的地址没有变，还是原来那个小区。",
  "東西收到的時候盒子已經爛了，裡面的杯子也碎了。",
  "I took a whole day off work and nobody showed up.",
  "The heater has been making this noise since last Friday.",
  "Can you at least tell me who is responsible for this?"
]

/** Said by an agent who is not judged. */
const otherAgentLines = ["您好，我是售前的同事，我先把您转给售后处理。", "我这边看不到维修记录，请您稍等转接。", "Let me transfer you to my colleague in the repair team."]

/** Nobody said any of this in any of the conversations. */
const inventedLines = [
  "我们会给您全额赔偿并送上一份小礼物表示歉意。",
  "感谢您这么多年来对我们的信任和支持。",
  "您放心，这件事我会亲自跟进到底。",
  "請您把照片傳給我，我立刻轉給主管處理。",
  "I completely understand how upsetting this must be for your family.",
  "As a gesture of goodwill we have added a free month to your plan.",
  "You have my word that it will never happen again."
]

export interface QuoteCase {
  readonly kind: string
  readonly transcript: Transcript
  readonly redacted: RedactedTranscript
  readonly barred: ReadonlySet<number>
  readonly quote: Quote
  /** What it may come to; the first is what is meant. */
  readonly standings: ReadonlyArray<CheckedQuote["standing"]>
  /** Where it stands in the original, if anywhere. */
  readonly turn: number | null
  readonly original: string | null
}

export const judgedAgent = "A1"

/** Numbers in [0, 1) from a seed (mulberry32). */
export const random = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Draw = <A>(from: ReadonlyArray<A>) => A

const conversation = (draw: Draw): { readonly transcript: Transcript; readonly unsaid: ReadonlyArray<string> } => {
  const left = [...agentLines]
  const take = () => left.splice(left.indexOf(draw(left)), 1)[0]!
  const turn = (role: Turn["role"], text: string, agent: string | null): Turn => ({ role, text, agent, startMs: null, endMs: null, confidence: null })
  const turns = [turn("agent", draw(otherAgentLines), "A2")]
  for (let i = 0; i < 5; i++) turns.push(turn("customer", draw(customerLines), null), turn("agent", take(), judgedAgent))
  return {
    transcript: {
      source: "test", id: "t", channel: "chat", language: null, agents: [], customer: null, queue: null, caseId: null, csat: null, contactReason: null,
      startedAt: null, timingProblem: null, turns, events: [], origin: { file: "test", line: 1 }
    },
    unsaid: left
  }
}

const toTraditional = OpenCC.Converter({ from: "cn", to: "tw" })
const toSimplified = OpenCC.Converter({ from: "tw", to: "cn" })

/** Other ways of writing the same words down. A placeholder is copied as it is. */
const rewritings: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  NFKC: (text) => text.normalize("NFKC"),
  NFD: (text) => text.normalize("NFD"),
  traditional: (text) => toTraditional(text),
  simplified: (text) => toSimplified(text),
  "full width": (text) => text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  "no punctuation": (text) => text.replaceAll(/[，。！？；：、…,!?;:]|\.(?!\d)/g, ""),
  "other punctuation": (text) => text.replaceAll("，", ", ").replaceAll("。", ".").replaceAll("'", "’").replaceAll("？", "?!"),
  spaces: (text) => text.replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, " "),
  "zero-width": (text) => text.replaceAll(/(?<=[\p{Script=Han}a-z])(?=[\p{Script=Han}a-z])/gu, "\u200b"),
  "upper case": (text) => text.toUpperCase(),
  quoted: (text) => `“${text}……”`
}

/** An unbroken part of a text, long enough to be evidence, that begins and ends between words. */
const partOf = (text: string, draw: Draw): string => {
  const pieces = text.match(/⟦[^⟧]*⟧|[A-Za-z0-9$'.]+|\p{Script=Han}|[^A-Za-z0-9$'.\p{Script=Han}⟦⟧]+/gu) ?? []
  const words = pieces.flatMap((piece, i) => (/[\p{L}\p{N}]/u.test(piece) ? [i] : []))
  const enough = 8
  const first = Math.floor(draw([0, 0.25, 0.5, 0.75]) * (words.length - enough))
  const last = draw([first + enough - 1, words.length - 1])
  return pieces.slice(words[first]!, words[last]! + 1).join("")
}

const changedWord = (text: string, times: number): string => {
  // Letters nobody uses, so that no change makes another of the lines.
  let changed = text
  for (let i = 0; i < times; i++) {
    const at = Math.floor(((i + 1) * changed.length) / (times + 1))
    const place = [...changed.matchAll(/\p{Script=Han}|(?<=[a-z])[a-z](?=[a-z])/gu)].findLast((match) => match.index <= at)
    if (place !== undefined) changed = `${changed.slice(0, place.index)}${/[a-z]/.test(place[0]) ? "q" : "龘"}${changed.slice(place.index + 1)}`
  }
  return changed
}

const negated = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han}{3})/u, "不") : text.replace(/ /, " not ")

const kinds: Readonly<Record<string, (draw: Draw) => Omit<QuoteCase, "kind" | "redacted">>> = {
  ...Object.fromEntries(Object.entries(rewritings).map(([how, rewrite]) => [
    `verbatim, ${how}`,
    (draw: Draw) => {
      const { transcript, turn, redacted } = start(draw)
      const part = partOf(redacted, draw)
      return { transcript, barred: none, quote: { turn, role: "agent", quote: keepingPlaceholders(part, rewrite) }, standings: ["verbatim"], turn, original: part }
    }
  ])),
  relocated: (draw) => {
    const { others, redacted, transcript, turn } = start(draw)
    const part = partOf(redacted, draw)
    return { transcript, barred: none, quote: { turn: draw([...others, 0, 1, 400]), role: "agent", quote: keepingPlaceholders(part, rewritings[draw(Object.keys(rewritings))]!) }, standings: ["relocated"], turn, original: part }
  },
  near: (draw) => {
    const { redacted, transcript, turn } = start(draw)
    return { transcript, barred: none, quote: { turn, role: "agent", quote: changedWord(redacted, 1) }, standings: ["near"], turn, original: null }
  },
  altered: (draw) => {
    const { redacted, transcript, turn } = start(draw)
    return { transcript, barred: none, quote: { turn, role: "agent", quote: changedWord(redacted, Math.ceil(redacted.length / 5)) }, standings: ["rejected"], turn: null, original: null }
  },
  negated: (draw) => {
    const { redacted, transcript, turn } = start(draw)
    return { transcript, barred: none, quote: { turn, role: "agent", quote: negated(redacted) }, standings: ["near", "rejected"], turn: null, original: null }
  },
  joined: (draw) => {
    const { others, redacted, transcript, turn } = start(draw)
    return { transcript, barred: none, quote: { turn, role: "agent", quote: `${redacted}${transcript.turns[others[0]!]!.text}` }, standings: ["rejected"], turn: null, original: null }
  },
  fabricated: (draw) => {
    const { transcript, turn } = start(draw)
    return { transcript, barred: none, quote: { turn, role: "agent", quote: draw(inventedLines) }, standings: ["rejected"], turn: null, original: null }
  },
  "other conversation": (draw) => {
    const { transcript, turn, unsaid } = start(draw)
    return { transcript, barred: none, quote: { turn, role: "agent", quote: partOf(draw(unsaid), draw) }, standings: ["rejected"], turn: null, original: null }
  },
  "the customer's words": (draw) => {
    const { transcript, turn } = start(draw)
    return { transcript, barred: none, quote: { turn: draw([turn, turn - 1]), role: draw(["agent", "customer"]), quote: transcript.turns[turn - 1]!.text }, standings: ["rejected"], turn: null, original: null }
  },
  "another agent's words": (draw) => {
    const { transcript } = start(draw)
    return { transcript, barred: none, quote: { turn: 0, role: draw(["agent", "other-agent"]), quote: transcript.turns[0]!.text }, standings: ["rejected"], turn: null, original: null }
  },
  "given to somebody else": (draw) => {
    const { redacted, transcript, turn } = start(draw)
    return { transcript, barred: none, quote: { turn, role: draw(["customer", "bot", "system", "other-agent", ""]), quote: redacted }, standings: ["rejected"], turn: null, original: null }
  },
  "from a barred turn": (draw) => {
    const { redacted, transcript, turn } = start(draw)
    return { transcript, barred: new Set([turn]), quote: { turn, role: "agent", quote: redacted }, standings: ["rejected"], turn: null, original: null }
  },
  "too short": (draw) => {
    const { transcript, turn } = start(draw)
    const { text } = transcript.turns[turn]!
    return { transcript, barred: none, quote: { turn, role: "agent", quote: /^\p{Script=Han}/u.test(text) ? text.slice(0, 2) : text.split(" ").slice(0, 2).join(" ") }, standings: ["rejected"], turn: null, original: null }
  },
  "from within words": (draw) => {
    const { transcript } = start(draw)
    const turns = transcript.turns.map((turn, t) => (t === 2 ? { ...turn, text: "The total is 1145 dollars for the three services today" } : turn))
    return { transcript: { ...transcript, turns }, barred: none, quote: { turn: 2, role: "agent", quote: "45 dollars for the three serv" }, standings: ["near", "rejected"], turn: null, original: null }
  }
}

const none: ReadonlySet<number> = new Set()

const keepingPlaceholders = (text: string, rewrite: (text: string) => string): string =>
  text.split(/(⟦[^⟧]*⟧)/).map((piece, i) => (i % 2 === 0 ? rewrite(piece) : piece)).join("")

const start = (draw: Draw) => {
  const { transcript, unsaid } = conversation(draw)
  const own = transcript.turns.flatMap((turn, t) => (turn.agent === judgedAgent ? [t] : []))
  const turn = draw(own)
  return { transcript, unsaid, turn, others: own.filter((other) => other !== turn), redacted: redact(transcript).turns[turn]!.text }
}

export const quoteCases = (each: number): ReadonlyArray<QuoteCase> =>
  Object.entries(kinds).flatMap(([kind, make], k) =>
    Array.from({ length: each }, (_, i) => {
      const next = random(1_000 * k + i)
      const made = make((from) => from[Math.floor(next() * from.length)]!)
      return { kind, ...made, redacted: redact(made.transcript) }
    })
  )
