import type { Words } from "../../schemas/Rubric.ts"
import type { Bearing, Said, Unsaid } from "../../schemas/Score.ts"
import type { Role, Transcript } from "../../schemas/Transcript.ts"
import type { Hit, Matcher, PhraseSet } from "./Matcher.ts"
import { nearest } from "./Nearest.ts"
import { isHan } from "./Pinyin.ts"
import { breakKind, Wording } from "./Wording.ts"

/** Mean confidence (0–1) of a recogniser below which nothing may be called missing. */
const leastConfidence = 0.6

/** Turns of one speaker that follow one another within this time are one utterance that something cut up. */
const utteranceGapMs = 1_500

/** Units `start` to `end` (exclusive) of the `Wording`. */
export type Span = Pick<Hit, "start" | "end"> & Partial<Hit>

/** Turns `from` to `to`, inclusive. */
export interface Window {
  readonly from: number
  readonly to: number
}

/**
 * A transcript as one of its agents is judged on it: whose turns are whose, what was found where, and how a finding quotes
 * the original. Filled anew for every transcript.
 */
export class Reading {
  transcript!: Transcript
  /** The agent who is judged: `null` where the input names none. */
  agent: string | null = null
  /** Numbers of the turns this agent spoke, ascending. */
  own: Array<number> = []
  /** Numbers of the turns any agent spoke, ascending. */
  agents: Array<number> = []
  readonly wording = new Wording()
  /**
   * Which utterance each turn belongs to, counted from 0: chats split one over several messages, recognisers at every breath.
   * Rules that count turns count these.
   */
  utterances: Array<number> = []
  private mine: Array<boolean> = []
  private readonly matcher: Matcher

  constructor(matcher: Matcher) {
    this.matcher = matcher
  }

  open(transcript: Transcript): void {
    this.transcript = transcript
    this.wording.fill(transcript.turns)
    this.matcher.scan(this.wording)
    this.utterances = utterancesOf(transcript)
    this.agents = []
    for (let t = 0; t < transcript.turns.length; t++) if (transcript.turns[t]!.role === "agent") this.agents.push(t)
  }

  /** From here on, judge this agent. An agent turn without a name belongs to the only agent there is, else to nobody. */
  turnTo(agent: string | null, onlyAgent: boolean): void {
    this.agent = agent
    const { turns } = this.transcript
    this.mine = turns.map((turn) => turn.role === "agent" && (onlyAgent || turn.agent === agent))
    this.own = this.agents.filter((t) => this.mine[t])
  }

  isOwn(turn: number): boolean {
    return this.mine[turn] === true
  }

  isCustomer(turn: number): boolean {
    return this.transcript.turns[turn]!.role === "customer"
  }

  /** Places where anybody says one of these phrases. */
  hits(set: PhraseSet): ReadonlyArray<Hit> {
    return this.matcher.hits(set)
  }

  /** Places where the judged agent says one of these phrases; within others' words nothing counts. */
  ownHits(set: PhraseSet): ReadonlyArray<Hit> {
    return this.matcher.hits(set).filter((hit) => this.mine[this.wording.turns[hit.start]!])
  }

  customerHits(set: PhraseSet): ReadonlyArray<Hit> {
    return this.matcher.hits(set).filter((hit) => this.isCustomer(this.turnOf(hit)))
  }

  /** Who hung up, where the input tells. */
  endedBy(): Role | null {
    return this.transcript.events.findLast((event) => event.kind === "hang-up")?.by ?? null
  }

  /** Whether the recogniser was so unsure of the agent's words in these turns that what is missing may well have been said. */
  isDoubtful(window: Window): boolean {
    let sum = 0
    let known = 0
    for (const t of this.own) {
      const { confidence } = this.transcript.turns[t]!
      if (t < window.from || t > window.to || confidence === null) continue
      sum += confidence
      known++
    }
    return known > 0 && sum / known < leastConfidence
  }

  /** Numbers of the turns in which somebody of these roles says one of these phrases. */
  turnsSaying(set: PhraseSet, roles: ReadonlyArray<Role>): ReadonlySet<number> {
    const saying = new Set<number>()
    for (const hit of this.matcher.hits(set)) {
      const turn = this.turnOf(hit)
      if (roles.includes(this.transcript.turns[turn]!.role)) saying.add(turn)
    }
    return saying
  }

  /** The wording in the language the contact is held in: Chinese where any Chinese character is spoken. */
  inItsLanguage(words: Words): string {
    const { length, units } = this.wording
    for (let i = 0; i < length; i++) if (isHan(units[i]!)) return words.zh
    return words.en
  }

  turnOf(hit: Span): number {
    return this.wording.turns[hit.start]!
  }

  /** The units around a hit that the same speaker says in one go, over adjacent turns. */
  speechAround(hit: Span): Span {
    const { breaks, length } = this.wording
    let start = hit.start
    while (start > 0 && breaks[start] !== breakKind.speaker) start--
    let end = hit.end
    while (end < length && breaks[end] !== breakKind.speaker) end++
    return { start, end }
  }

  /** A hit as evidence. One that runs over two turns is quoted where the greater part of it stands. */
  said(hit: Span, bearing: Bearing, note: string | null = null): Said {
    const { turns, offsets, starts } = this.wording
    let { start, end } = hit
    const first = turns[start]!
    const last = turns[end - 1]!
    if (first !== last) {
      const border = starts[last]!
      if (border - start >= end - border) end = starts[first + 1]!
      else start = border
    }
    const turn = turns[start]!
    const from = offsets[start]!
    const to = offsets[end - 1]! + 1
    return { _tag: "Said", bearing, turn, start: from, end: to, quote: this.transcript.turns[turn]!.text.slice(from, to), note }
  }

  /** A whole turn as evidence. */
  saidTurn(turn: number, bearing: Bearing, note: string): Said {
    const { text } = this.transcript.turns[turn]!
    return { _tag: "Said", bearing, turn, start: 0, end: text.length, quote: text, note }
  }

  /** The absence of a wording in a window as evidence, with the nearest thing the agent did say there. */
  unsaid(window: Window, expected: string, note: string | null = null): Unsaid {
    const own = this.own.filter((t) => t >= window.from && t <= window.to)
    const found = nearest(this.wording, own, expected)
    if (found === null) return { _tag: "Unsaid", bearing: "against", window, nearest: null, expected, note }
    const { turn, start, end, quote } = this.said({ ...found, phrase: 0 }, "against")
    return { _tag: "Unsaid", bearing: "against", window, nearest: { turn, start, end, quote, similarity: found.similarity }, expected, note }
  }
}

const utterancesOf = ({ channel, turns }: Transcript): Array<number> => {
  let utterance = -1
  return turns.map((turn, t) => {
    const before = turns[t - 1]
    const goesOn = before !== undefined && before.role === turn.role && before.agent === turn.agent && (turn.startMs === null || before.startMs === null
      // A call written down by hand has a line for each thing said; messages of a chat come as they were sent.
      ? channel === "chat"
      : channel === "chat" || turn.startMs - (before.endMs ?? before.startMs) < utteranceGapMs)
    return goesOn ? utterance : ++utterance
  })
}

/** Leaves of several overlapping hits the first and, of those, the longest. */
export const apart = (hits: ReadonlyArray<Hit>): ReadonlyArray<Hit> => {
  const kept: Array<Hit> = []
  for (const hit of hits) if (kept.length === 0 || hit.start >= kept[kept.length - 1]!.end) kept.push(hit)
  return kept
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
