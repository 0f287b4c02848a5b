import type { ConditionNode } from "./ConditionNode.ts"
import { type Find, placeOf, separate } from "./ConditionPlaces.ts"
import type { Place } from "./ConditionRun.ts"
import { classOf, unitClass } from "../wording/Fold.ts"
import type { Hit, PhraseSet } from "../wording/Matcher.ts"
import { breakKind, type Wording } from "../wording/Wording.ts"

/** So many neighbours of a hit are tried on either side; more of them overlap each other. */
const tried = 8

/** Pairs of one and the other that stand close enough, as one place each; or far enough, as two. */
export const nearby = (near: NonNullable<ConditionNode["near"]>, one: PhraseSet, other: PhraseSet): Find => (reading, turns) => {
  const among = new Set(turns)
  const inTurns = (hit: Hit) => among.has(reading.turnOf(hit))
  const others = reading.hits(other).filter(inTurns)
  const inWords = near.unit === "words"
  const limit = near.within ?? near.apart!
  const places: Array<Place> = []
  for (const hit of reading.hits(one)) {
    if (!inTurns(hit)) continue
    let closest = Infinity
    let partner: Hit | undefined
    let farthest: Hit | undefined
    for (const candidate of neighbours(others, hit)) {
      if (near.inOrder === true && candidate.start < hit.end) continue
      const [left, right] = candidate.start < hit.start ? [candidate, hit] : [hit, candidate]
      if (right.start < left.end) continue
      const between = distance(reading.wording, left.end, right.start, limit, inWords)
      if (between === null) continue
      if (between < closest) {
        closest = between
        partner = candidate
      }
      farthest ??= candidate
    }
    if (near.within !== undefined && partner !== undefined && closest <= near.within) {
      places.push(placeOf(reading, { start: Math.min(hit.start, partner.start), end: Math.max(hit.end, partner.end) }))
    } else if (near.apart !== undefined && farthest !== undefined && closest >= near.apart) places.push(placeOf(reading, hit), placeOf(reading, farthest))
  }
  return separate(places)
}

const neighbours = (hits: ReadonlyArray<Hit>, around: Hit): ReadonlyArray<Hit> => {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (hits[middle]!.start < around.start) low = middle + 1
    else high = middle
  }
  return hits.slice(Math.max(0, low - tried), low + tried)
}

/** Characters or words between two units, counted up to one more than `limit`; `null` where another speaker comes between. */
const distance = ({ breaks, units }: Wording, from: number, to: number, limit: number, inWords: boolean): number | null => {
  let count = 0
  for (let at = from; at <= to; at++) {
    if (breaks[at] === breakKind.speaker) return null
    if (at === to) break
    if (count > limit) continue
    const isWord = classOf[units[at]!] === unitClass.word
    const continues = inWords && isWord && at > from && classOf[units[at - 1]!] === unitClass.word
    if (units[at] !== space && !continues) count++
  }
  return count
}

const space = 32
