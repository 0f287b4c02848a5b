import { because } from "../../schemas/Because.ts"
import type { Words } from "../../schemas/Rubric.ts"
import type { Finding, Unsaid } from "../../schemas/Score.ts"
import { type Compare, holds, isTooFew } from "./ConditionCompare.ts"
import type { Finder } from "./ConditionFinders.ts"
import { type ConditionNode, demandOf } from "./ConditionNode.ts"
import { Overlaps } from "./ConditionOverlaps.ts"
import { placeOfTurn, separate } from "./ConditionPlaces.ts"
import type { Condition, Met, Place, Run, Tone } from "./ConditionRun.ts"
import type { Choice, ConditionScope, Region } from "./ConditionScope.ts"
import { turnsOf, utterancesIn } from "./ConditionSpeaker.ts"
import { conjunction, moot, type Truth, unknown } from "./ConditionTruth.ts"
import { type Dialects, dialects } from "../wording/Dialect.ts"
import type { Compiler } from "../Kind.ts"
import type { PhraseSet } from "../wording/Matcher.ts"
import { nearest } from "../wording/Nearest.ts"
import type { Reading, Window } from "../wording/Reading.ts"

/** What one choice of regions came to: `missing`: where it was looked for in vain, one window each. */
interface Part {
  readonly truth: Truth
  readonly places: ReadonlyArray<Place>
  readonly missing: ReadonlyArray<Window>
}

const mostShown = 20

/** A condition on words: what is looked for, where, and how often it must be there. */
export class ConditionText implements Condition {
  private readonly scope: ConditionScope
  private readonly finder: Finder
  private readonly unless: PhraseSet
  private readonly demand: ReturnType<typeof demandOf>
  private readonly count: Compare | undefined
  private readonly every: boolean
  private readonly expected: Words
  private readonly dialects: Dialects
  private readonly key = {}

  /** `expected`: a wording that would have passed, where the condition itself names none. */
  constructor(node: ConditionNode, finder: Finder, scope: ConditionScope, compiler: Compiler, expected: Words) {
    this.scope = scope
    this.finder = finder
    this.unless = compiler.phrases(node.unless)
    this.demand = demandOf(node.say ?? ["-"])
    this.count = node.count
    this.every = node.every === true
    this.expected = node.expected ?? (node.like === undefined ? expected : { zh: node.like.examples[0], en: node.like.examples[0] })
    this.dialects = compiler.once(dialects)
  }

  evaluate(run: Run): Met {
    // What is nowhere need not be looked for; where it was due, others' words or times may still have to tell.
    if (!this.scope.isAnchored && !run.doubting && this.finder.isNowhere(run.reading)) return { truth: this.isMetBy([], []), places: [] }
    const parts = this.parts(run)
    if ("truth" in parts) return { truth: parts.truth, places: [] }
    return { truth: conjunction(parts.map((part) => part.truth)), places: separate(parts.flatMap((part) => part.places)) }
  }

  explain(run: Run, tone: Tone, name: string | null): ReadonlyArray<Finding> {
    const { reading } = run
    const { truth } = run.of(this)
    const found = this.parts(run)
    const whole = { from: 0, to: reading.transcript.turns.length - 1 }
    const parts = "truth" in found ? [{ truth, places: [], missing: [whole] }] : found
    const findings: Array<Finding> = []
    for (const part of parts) {
      // What was too little to make it true is no merit.
      if (part.truth !== truth || (truth === false && tone !== "against" && !this.demand.none)) continue
      // Of what was due more often, the few there are speak for the agent.
      const bearing = part.missing.length > 0 && tone === "against" && !this.demand.none ? "for" : tone
      for (const place of part.places.slice(0, mostShown)) {
        if (place.echoes !== undefined) findings.push(said(reading, placeOfTurn(reading, place.echoes), "context", name))
        findings.push(said(reading, place, bearing, name))
      }
      if (tone === "against") for (const window of part.missing.slice(0, mostShown)) findings.push(this.unsaid(reading, window, name))
    }
    if (findings.length === 0) return findings
    const triggers = this.scope.triggers(run).filter(({ place }) => place.end > place.start).slice(0, mostShown)
    return [...triggers.map((trigger) => said(reading, trigger.place, "context", trigger.name)), ...findings]
  }

  private parts(run: Run): ReadonlyArray<Part> | { readonly truth: Truth } {
    return run.once(this.key, () => this.look(run))
  }

  private look(run: Run): ReadonlyArray<Part> | { readonly truth: Truth } {
    const { reading } = run
    let searched = this.scope.search(run)
    if ("truth" in searched) {
      // Where nothing of it is anywhere, it makes no difference when it would have been.
      if (this.scope.isAnchored || !this.finder.isNowhere(reading)) return searched
      searched = { choices: [[{ turns: turnsOf(reading, this.scope.by), from: 0, to: Infinity }]] }
    }
    const all = searched.choices.flat()
    const excuses = new Overlaps(reading.hits(this.unless))
    const found = this.finder.find(reading, ascending(all)).filter((place) => !excuses.has(place))
    return searched.choices.map((choice) => this.part(run, choice, found))
  }

  private part(run: Run, choice: Choice, found: ReadonlyArray<Place>): Part {
    const { reading } = run
    const turns = ascending(choice)
    const inside = new Set(turns)
    const isIn = ({ end, start, turn }: Place) =>
      inside.has(turn) && choice.some((region) => start >= region.from && end <= region.to && (choice.length === 1 || region.turns.includes(turn)))
    const places = separate(this.enough(reading, found.filter(isIn)))
    const utterances = utterancesIn(reading, turns)
    const truth = this.isMetBy(places, utterances)
    const missing = this.missing(reading, places, utterances, truth)
    if (run.doubting && missing.length > 0 && (this.scope.by === "agent" || this.scope.by === "anyone")) {
      if (missing.some((window) => this.dialects.inAnotherLanguage(reading, window))) return { truth: moot(because.otherLanguage), places, missing }
      if (missing.some((window) => reading.isDoubtful(window))) return { truth: unknown(because.lowConfidence), places, missing }
    }
    return { truth, places, missing }
  }

  /** All places if there are as many different phrases as are asked for, else none. */
  private enough(reading: Reading, places: ReadonlyArray<Place>): ReadonlyArray<Place> {
    if (this.demand.phrases === 1) return places
    const different = (some: ReadonlyArray<Place>) => new Set(some.map(({ phrase }) => phrase)).size >= this.demand.phrases
    if (!this.demand.sameTurn) return different(places) ? places : []
    const inTurn = Map.groupBy(places, ({ turn }) => reading.utterances[turn]!)
    return [...inTurn.values()].filter(different).flat()
  }

  private isMetBy(places: ReadonlyArray<Place>, utterances: ReadonlyArray<ReadonlyArray<number>>): boolean {
    if (this.demand.none) return places.length === 0
    if (this.count !== undefined) return holds(places.length, this.count)
    if (this.every) return utterances.length > 0 && utterances.every((turns) => saidIn(places, turns))
    return places.length > 0
  }

  /** Where it is not said, though it would have to be for the condition to come to the opposite. */
  private missing(reading: Reading, places: ReadonlyArray<Place>, utterances: ReadonlyArray<ReadonlyArray<number>>, isMet: boolean): ReadonlyArray<Window> {
    const lacks = this.demand.none ? isMet : this.count === undefined ? !isMet : isMet ? places.length === 0 : isTooFew(places.length, this.count)
    if (!lacks) return []
    const whole = { from: utterances[0]?.[0] ?? 0, to: utterances.at(-1)?.at(-1) ?? reading.transcript.turns.length - 1 }
    if (!this.every || utterances.length === 0) return [whole]
    return utterances.filter((turns) => !saidIn(places, turns)).map((turns) => ({ from: turns[0]!, to: turns.at(-1)! }))
  }

  private unsaid(reading: Reading, window: Window, name: string | null): Unsaid {
    const expected = reading.inItsLanguage(this.expected)
    if (this.scope.by === "agent") return reading.unsaid(window, expected, name)
    const turns = turnsOf(reading, this.scope.by).filter((turn) => turn >= window.from && turn <= window.to)
    const found = nearest(reading.wording, turns, expected)
    const unsaid = { _tag: "Unsaid", bearing: "context", window, expected, note: name } as const
    if (found === null) return { ...unsaid, nearest: null }
    const { end, quote, start, turn } = reading.said(found, "context")
    return { ...unsaid, nearest: { turn, start, end, quote, similarity: found.similarity } }
  }
}

const ascending = (regions: ReadonlyArray<Region>): ReadonlyArray<number> =>
  regions.length === 1 ? regions[0]!.turns : [...new Set(regions.flatMap((region) => region.turns))].sort((a, b) => a - b)

const saidIn = (places: ReadonlyArray<Place>, turns: ReadonlyArray<number>): boolean => places.some((place) => place.turn <= turns.at(-1)! && turns[0]! <= place.lastTurn)

/** A place as evidence: only the judged agent's own words speak for or against. */
const said = (reading: Reading, place: Place, tone: Tone, name: string | null): Finding => {
  const bearing = reading.isOwn(place.turn) ? tone : "context"
  if (place.quote === undefined) return reading.said(place, bearing, name)
  const { from, to } = place.quote
  return { _tag: "Said", bearing, turn: place.turn, start: from, end: to, quote: reading.transcript.turns[place.turn]!.text.slice(from, to), note: name }
}
