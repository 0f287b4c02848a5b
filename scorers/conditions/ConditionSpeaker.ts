import type { Reading } from "../wording/Reading.ts"

/** Whose words: those of the agent who is judged, of the customer, of a bot, or of anybody but the system. */
export type Speaker = "agent" | "customer" | "bot" | "anyone"

export const speaks = (reading: Reading, by: Speaker, turn: number): boolean => {
  const role = reading.transcript.turns[turn]!.role
  if (by === "agent") return reading.isOwn(turn)
  return by === "anyone" ? role !== "system" : role === by
}

/** Numbers of the speaker's turns, ascending; turns without a word left out. */
export const turnsOf = (reading: Reading, by: Speaker): ReadonlyArray<number> => {
  const { starts } = reading.wording
  const turns: Array<number> = []
  for (let t = 0; t < reading.transcript.turns.length; t++) if (starts[t]! < starts[t + 1]! && speaks(reading, by, t)) turns.push(t)
  return turns
}

/** Ascending turns by the utterance they are part of: what was cut up counts once. */
export const utterancesIn = (reading: Reading, turns: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> => {
  const utterances: Array<Array<number>> = []
  let before = -1
  for (const turn of turns) {
    const utterance = reading.utterances[turn]!
    if (utterance === before) utterances[utterances.length - 1]!.push(turn)
    else utterances.push([turn])
    before = utterance
  }
  return utterances
}
