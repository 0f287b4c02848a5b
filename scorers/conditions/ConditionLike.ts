import { placeOf, separate } from "./ConditionPlaces.ts"
import type { Place } from "./ConditionRun.ts"
import { nearest } from "../wording/Nearest.ts"
import type { Reading } from "../wording/Reading.ts"
import { comparable } from "../wording/Wording.ts"

interface Example {
  readonly text: string
  /** Its units, each with its place in `counts`, where it says how often it stands in the example. */
  readonly units: ReadonlyMap<number, number>
  readonly counts: Int32Array
  /** Room to count down in. */
  readonly left: Int32Array
  /** A turn that shares fewer units with it cannot be similar enough. */
  readonly least: number
}

/** Finds what is similar to one of some examples, once a turn: the most similar stretch. */
export class Like {
  private readonly examples: ReadonlyArray<Example>
  private readonly similarity: number

  constructor(examples: ReadonlyArray<string>, similarity: number) {
    this.similarity = similarity
    this.examples = examples.map((text) => {
      const compared = comparable(text)
      const units = new Map([...new Set(compared.split(""))].map((unit, i) => [unit.charCodeAt(0), i]))
      const counts = new Int32Array(units.size)
      for (let i = 0; i < compared.length; i++) counts[units.get(compared.charCodeAt(i))!]!++
      // Similarities are rounded to two decimals.
      return { text, units, counts, left: new Int32Array(units.size), least: Math.ceil((similarity - 0.005) * compared.length) }
    }).filter(({ units }) => units.size > 0)
  }

  find(reading: Reading, turns: ReadonlyArray<number>): ReadonlyArray<Place> {
    const places: Array<Place> = []
    for (const turn of turns) {
      let best = { start: 0, end: 0, similarity: 0 }
      for (const example of this.examples) {
        if (shared(reading, turn, example) < example.least) continue
        const found = nearest(reading.wording, [turn], example.text)
        if (found !== null && found.similarity > best.similarity) best = found
      }
      if (best.similarity >= this.similarity) places.push(placeOf(reading, { start: best.start, end: best.end }))
    }
    return separate(places)
  }
}

/** How many units of the example a turn has, in whatever order. */
const shared = ({ wording }: Reading, turn: number, { counts, least, left, units }: Example): number => {
  const from = wording.starts[turn]!
  const to = wording.starts[turn + 1]!
  if (to - from < least) return 0
  left.set(counts)
  let count = 0
  for (let at = from; at < to; at++) {
    const place = units.get(wording.units[at]!)
    if (place !== undefined && left[place]!-- > 0) count++
  }
  return count
}
