import type { Role } from "../../schemas/Transcript.ts"

/**
 * Numbers of the turns that are the judged agent's own words, ascending: all agent turns where at most one agent is named among them, else
 * those that name this one, as for every other rule.
 */
export const judgedTurns = (turns: ReadonlyArray<{ readonly role: Role; readonly agent: string | null }>, agent: string | null): ReadonlyArray<number> => {
  const named = new Set(turns.flatMap((turn) => (turn.role === "agent" && turn.agent !== null ? [turn.agent] : [])))
  return turns.flatMap((turn, t) => (turn.role === "agent" && (named.size <= 1 || turn.agent === agent) ? [t] : []))
}
