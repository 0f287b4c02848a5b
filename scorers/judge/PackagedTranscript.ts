import type { RedactedTranscript } from "./Redaction.ts"
import { judgedTurns } from "./JudgedTurns.ts"

/**
 * A redacted transcript as data: one JSON array, a line to an utterance, the mark between any two. Whatever is said in it stays inside a JSON
 * string, and nothing in it can be taken for a control token of a chat template.
 */
export const packagedTranscript = ({ turns }: RedactedTranscript, agent: string | null, mark: string): string => {
  const judged = new Set(judgedTurns(turns, agent))
  const lines = turns.map(({ role, text }, t) => `{"t":${t},"r":"${role === "agent" && !judged.has(t) ? "other-agent" : role}","x":${escaped(text)}}`)
  return `[\n${lines.join(`,\n"${mark}",\n`)}\n]`
}

/** What a model's tokenizer may read as a token of its own (`<|im_end|>`, `[INST]`), and what no reader sees. */
const risky = /[<>\u007f-\u009f]|\p{Cf}|[\u2028\u2029]|\[(?=\/?[A-Za-z_]{3,}\])/gu

const escaped = (text: string): string =>
  JSON.stringify(text).replaceAll(risky, (found) => Array.from({ length: found.length }, (_, i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""))
