import type { Transcript } from "../../schemas/Transcript.ts"
import type { Compiler } from "../Kind.ts"
import { type Timeline, timelineOf } from "./Timeline.ts"

/** The timeline of a transcript, or why there is none; made once for all rules of a rubric that ask in turn. */
export const rememberedTimeline = (compiler: Compiler): ((transcript: Transcript) => Timeline | string) => compiler.once(remembering)

const remembering = (_: Compiler) => {
  let of: Transcript | null = null
  let timeline: Timeline | string = ""
  return (transcript: Transcript) => {
    if (transcript !== of) {
      timeline = timelineOf(transcript)
      of = transcript
    }
    return timeline
  }
}
