import { because } from "../../schemas/Because.ts"
import { holds } from "./ConditionCompare.ts"
import { ConditionFact } from "./ConditionFact.ts"
import { metaFact } from "./ConditionMeta.ts"
import type { ConditionNode } from "./ConditionNode.ts"
import { eventFact } from "./ConditionEvent.ts"
import { type ConditionScope, spanOf } from "./ConditionScope.ts"
import { turnsOf, utterancesIn } from "./ConditionSpeaker.ts"
import { conjunction, unknown } from "./ConditionTruth.ts"
import { timeTrouble } from "../time/TimeTrouble.ts"

/** The condition on something else than words that a node stands for. */
export const factOf = (node: ConditionNode, scope: ConditionScope): ConditionFact => {
  const { duration, event, meta, speech, turns } = node
  if (event !== undefined) return new ConditionFact(eventFact(typeof event === "string" ? { kind: event } : event))
  if (meta !== undefined) return new ConditionFact(metaFact(meta))
  const isOwn = scope.by === "agent"
  if (turns !== undefined) {
    return new ConditionFact((run) => {
      const searched = scope.search(run)
      if ("truth" in searched) return { truth: searched.truth, places: [], fact: "", isOwn }
      const counts = searched.choices.map((choice) => utterancesIn(run.reading, [...new Set(choice.flatMap((region) => region.turns))].sort((a, b) => a - b)).length)
      return { truth: conjunction(counts.map((count) => holds(count, turns))), places: [], fact: `${counts.join(", ")} turns by ${scope.by}`, isOwn }
    })
  }
  return new ConditionFact(({ reading }) => {
    const { transcript } = reading
    const trouble = timeTrouble(transcript)
    if (trouble !== null) return { truth: unknown(trouble), places: [], fact: trouble, isOwn }
    if (duration !== undefined) {
      const seconds = spanOf(transcript).ms / 1000
      return { truth: holds(seconds, duration), places: [], fact: `lasts ${seconds.toFixed(0)} s`, isOwn: false }
    }
    const spoken = turnsOf(reading, scope.by).map((turn) => transcript.turns[turn]!)
    if (spoken.some((turn) => turn.endMs === null)) return { truth: unknown(because.someEndsMissing), places: [], fact: because.someEndsMissing, isOwn }
    const seconds = spoken.reduce((sum, turn) => sum + turn.endMs! - turn.startMs!, 0) / 1000
    return { truth: holds(seconds, speech!), places: [], fact: `${scope.by} speaks for ${seconds.toFixed(0)} s`, isOwn }
  })
}
