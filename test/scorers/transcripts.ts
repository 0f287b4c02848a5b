import { offsetTurns, parseDialogues } from "../../schemas/Dialogue.ts"
import type { Channel, Transcript } from "../../schemas/Transcript.ts"

/** A transcript from the dialogue notation. */
export const dialogue = (text: string, channel: Channel = "chat"): Transcript => {
  const { turns, events } = offsetTurns(parseDialogues(text)[0]!)
  return {
    source: "test", id: "t", channel, language: null, agents: [], customer: null, queue: null, caseId: null, csat: null, contactReason: null,
    startedAt: null, timingProblem: null, turns, events, origin: { file: "test", line: 1 }
  }
}
