import OpenCC from "opencc-js"
import type { Transcript, Turn } from "../../schemas/Transcript.ts"

const toSimplified = OpenCC.Converter({ from: "tw", to: "cn" })
const toTraditional = OpenCC.Converter({ from: "cn", to: "tw" })

const han = /\p{Script=Han}/u

/** Changes what is outside a transcriber's brackets. */
const outside = (text: string, change: (text: string) => string): string =>
  text.split(/([[［【(（][^\]］】)）]*[\]］】)）])/u).map((piece, i) => (i % 2 === 0 ? change(piece) : piece)).join("")

const texts = (change: (text: string, turn: Turn) => string) => (transcript: Transcript): Transcript => ({
  ...transcript,
  turns: transcript.turns.map((turn) => ({ ...turn, text: change(turn.text, turn) }))
})

const shifted = (ms: number | null) => (ms === null ? null : ms + 3_600_000)

/** Cuts each turn of the agent in two where `place` says; what was one utterance then takes the time it took, in two parts. */
const splitting = (place: (text: string) => number | undefined) => (transcript: Transcript): Transcript => ({
  ...transcript,
  turns: transcript.turns.flatMap((turn): ReadonlyArray<Turn> => {
    // A call without times has one line for each thing said.
    const at = turn.role === "agent" && (transcript.channel === "chat" || turn.startMs !== null) && !/[[［【(（]/.test(turn.text) ? place(turn.text) : undefined
    if (at === undefined) return [turn]
    const cut = turn.startMs === null || turn.endMs === null ? turn.startMs : Math.round((turn.startMs + (turn.endMs - turn.startMs) * (at / turn.text.length)) / 1000) * 1000
    return [{ ...turn, text: turn.text.slice(0, at), endMs: turn.endMs === null ? null : cut }, { ...turn, text: turn.text.slice(at), startMs: cut }]
  })
})

/** The same conversation as another system would have written it down: no verdict may depend on the difference. */
export const disguises: Readonly<Record<string, (transcript: Transcript) => Transcript>> = {
  simplified: texts(toSimplified),
  traditional: texts(toTraditional),
  "full width": texts((text) => text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))),
  "no punctuation": texts((text) => outside(text, (piece) => piece.replaceAll(/[，。！？；：、…,!?;:~～]|\.(?!\d)/g, ""))),
  "spaces between characters": texts((text) => text.replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, " ")),
  "zero-width spaces": texts((text) => text.replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, "\u200b")),
  fillers: texts((text, turn) => (turn.role === "agent" && han.test(text) ? text.replace(/(?<=[，,])(?=\p{Script=Han})/u, "嗯，") : text)),
  "split messages": splitting((text) => /(?<=[，,])(?=\s?[\p{Script=Han}a-z])/u.exec(text)?.index),
  "a customer who says yes twice": (transcript) => ({
    ...transcript,
    turns: transcript.turns.flatMap((turn, t) => (turn.role === "customer" && t > 1 && transcript.channel === "chat" ? [turn, { ...turn, text: han.test(turn.text) ? "嗯" : "ok" }] : [turn]))
  }),
  "an hour later": (transcript) => ({
    ...transcript,
    turns: transcript.turns.map((turn) => ({ ...turn, startMs: shifted(turn.startMs), endMs: shifted(turn.endMs) })),
    events: transcript.events.map((event) => ({ ...event, startMs: shifted(event.startMs), endMs: shifted(event.endMs) }))
  })
}
