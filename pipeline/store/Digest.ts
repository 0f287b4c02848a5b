import { hash } from "node:crypto"
import type { Transcript } from "../../schemas/Transcript.ts"

/**
 * Names the content of a transcript: the same for the same content wherever it stood, another for any other content.
 * SHA-256 in base64url.
 */
export function digest(t: Transcript): string {
  // Positions instead of keys: the order in which a reader happened to set the keys must not matter.
  return hash(
    "sha256",
    JSON.stringify([
      t.source, t.id, t.channel, t.language, t.customer, t.queue, t.caseId, t.csat, t.contactReason, t.startedAt, t.timingProblem,
      t.agents.map(({ id, name }) => [id, name]),
      t.turns.map((turn) => [turn.role, turn.text, turn.startMs, turn.endMs, turn.agent, turn.confidence]),
      t.events.map((event) => [event.kind, event.startMs, event.endMs, event.by, event.agent, event.count])
    ]),
    "base64url"
  )
}
