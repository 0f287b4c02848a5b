import { html } from "hono/html"
import type { Mark } from "../../schemas/Marks.ts"
import { noteWords } from "../../schemas/NoteWords.ts"
import type { NumberedFinding } from "../../schemas/NumberedFindings.ts"
import type { Event, Transcript, Turn } from "../../schemas/Transcript.ts"
import type { Reader } from "../Reader.ts"
import type { Html } from "./Html.ts"
import { markedText } from "./MarkedText.ts"
import { visibleText } from "./VisibleText.ts"

/** A turn of more code units scrolls in itself. */
const long = 2000

/** The turns with the findings marked in place; where something was searched for and not found, the turns of that window are lined. */
export function conversation(reader: Reader, transcript: Transcript, findings: ReadonlyArray<NumberedFinding>, ruleTitle: (id: string) => string): Html {
  const gaps = findings.flatMap(gapOf)
  const { before, after } = eventsByTurn(transcript)
  const names = new Map(transcript.agents.map(({ id, name }) => [id, name ?? id]))
  const only = transcript.agents.length === 1 ? (transcript.agents[0]?.id ?? null) : null
  return html`<ol class="turns"${transcript.language === null ? null : html` lang="${transcript.language}"`}>${transcript.turns.map((turn, index) => {
    const speaker = turn.role === "agent" ? (turn.agent ?? only) : null
    const searched = gaps.filter(({ from, to }) => from <= index && index <= to)
    return html`${(before.get(index) ?? []).map((event) => eventLine(reader, event))}
<li class="turn ${turn.role}${searched.length > 0 ? " searched" : ""}" id="turn-${index}" data-turn="${index}">
<p class="gutter"><a href="#turn-${index}" aria-label="${reader.words.turn(reader.count(index))}">${index}</a>${time(reader, transcript, turn)}</p>
<div class="said"><p class="who"><b>${reader.words.roles[turn.role]}</b>${speaker === null ? null : html` <bdi>${visibleText(names.get(speaker) ?? speaker)}</bdi>`}</p>
<p class="text${turn.text.length > long ? " long" : ""}" dir="auto"${turn.text.length > long ? html` tabindex="0"` : null}>${markedText(turn.text, marksOf(findings, index), ({ number, bearing }) => (number === null ? html`` : reference(reader, number, bearing, titleOf(findings, number, ruleTitle))))}</p>${missedHere(reader, searched.filter(({ to }) => to === index), ruleTitle)}</div></li>`
  })}${after.map((event) => eventLine(reader, event))}</ol>`
}

/** A link from a mark to what is said of it beside the conversation. */
function reference(reader: Reader, number: number, bearing: Mark["bearing"], title: string): Html {
  return html`<a class="ref ${bearing}" href="#about-${number}" title="${title}" aria-label="${reader.words.findingNumber(String(number))}${reader.words.colon}${title}">${number}</a>`
}

/** What was searched for in vain up to this turn: the number, and which rule asks for what. */
function missedHere(reader: Reader, gaps: ReadonlyArray<Gap>, ruleTitle: (id: string) => string): Html | null {
  if (gaps.length === 0) return null
  return html`<p class="missed">${gaps.map(({ bearing, from, note, number, rule, to }) => {
    const words = reader.words.searchedHere(String(number), reader.count(from), reader.count(to))
    return html`<a class="ref gap ${bearing}" id="finding-${number}" data-finding="${number}" href="#about-${number}" title="${ruleTitle(rule)}" aria-label="${words}"><span aria-hidden="true">∅ ${number} ${visibleText(note === null ? ruleTitle(rule) : reader.say(noteWords(note)))}</span></a>`
  })}</p>`
}

interface Gap {
  readonly number: number
  readonly rule: string
  readonly bearing: Mark["bearing"]
  readonly note: string | null
  readonly from: number
  readonly to: number
}

function gapOf({ finding, number, score }: NumberedFinding): ReadonlyArray<Gap> {
  return finding._tag === "Said" || finding.bearing === "for" ? [] : [{ number, rule: score.rule, bearing: finding.bearing, note: finding.note, ...finding.window }]
}

function marksOf(findings: ReadonlyArray<NumberedFinding>, turn: number): ReadonlyArray<Mark> {
  return findings.flatMap(({ finding, number }) => (finding._tag === "Said" && finding.turn === turn ? [{ number, bearing: finding.bearing, start: finding.start, end: finding.end }] : []))
}

function titleOf(findings: ReadonlyArray<NumberedFinding>, number: number, ruleTitle: (id: string) => string): string {
  const rule = findings.find((finding) => finding.number === number)?.score.rule
  return rule === undefined ? "" : ruleTitle(rule)
}

function time(reader: Reader, { channel, startedAt }: Transcript, turn: Turn | Event): Html {
  if (turn.startMs === null) return html``
  if (channel === "chat" && startedAt !== null) return html`<time datetime="${new Date(startedAt + turn.startMs).toISOString()}">${reader.clock(startedAt + turn.startMs)}</time>`
  return html`<time>${reader.offset(turn.startMs)}</time>`
}

function eventLine(reader: Reader, event: Event): Html {
  const { words } = reader
  return html`<li class="event"><p class="gutter">${event.startMs === null ? null : html`<time>${reader.offset(event.startMs)}</time>`}</p><p>${words.events[event.kind] ?? event.kind}${
    event.count === null ? null : html` ${words.rings(reader.count(event.count))}`
  }${event.by === null ? null : html` ${words.by(words.roles[event.by] ?? event.by)}`}${event.agent === null ? null : html` <bdi>${visibleText(event.agent)}</bdi>`}${
    event.startMs !== null && event.endMs !== null && event.endMs > event.startMs ? html`${words.comma}${words.lasting(reader.offset(event.endMs - event.startMs))}` : null
  }</p></li>`
}

/** Events stand before the first turn that began later; those without a time at the beginning, or at the end where they end a contact. */
function eventsByTurn({ turns, events }: Transcript): { readonly before: ReadonlyMap<number, ReadonlyArray<Event>>; readonly after: ReadonlyArray<Event> } {
  const before = new Map<number, Array<Event>>()
  const after: Array<Event> = []
  const opening = new Set<Event["kind"]>(["ring", "answer", "assign"])
  for (const event of events) {
    const { startMs } = event
    const next = startMs === null ? (opening.has(event.kind) ? 0 : -1) : turns.findIndex((turn) => turn.startMs !== null && turn.startMs >= startMs)
    if (next < 0 || turns.length === 0) after.push(event)
    else before.set(next, [...(before.get(next) ?? []), event])
  }
  return { before, after }
}
