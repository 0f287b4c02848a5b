import type { Gap, Pattern } from "./Phrase.ts"
import { UnitSet } from "./UnitSet.ts"

/**
 * The options of a slot by the unit they begin or end with, longest first; those that can stand without a unit of their own are with every unit.
 * Sorted when they are first asked for: most slots of a rubric never are.
 */
export class CompiledSlot {
  readonly _tag = "Slot"
  readonly isOptional: boolean
  private readonly options: ReadonlyArray<string>
  private byFirst: ByUnit | null = null
  private byLast: ByUnit | null = null

  constructor(options: ReadonlyArray<string>) {
    this.options = options
    this.isOptional = options.includes("")
  }

  /** Adds the units an option can begin with (`step` 1) or end with (−1); `false` where one has no such unit of its own. */
  addEdges(to: UnitSet, step: 1 | -1): boolean {
    for (const option of this.options) {
      if (option === "") continue
      if (option.startsWith(" ") || option.endsWith(" ")) return false
      to.add(option.charCodeAt(step > 0 ? 0 : option.length - 1))
    }
    return true
  }

  /** Those that may begin with this unit. */
  beginning(unit: number): ReadonlyArray<string> {
    this.byFirst ??= new ByUnit(this.options, (option) => option.charCodeAt(0))
    return this.byFirst.at(unit)
  }

  /** Those that may end with this unit. */
  ending(unit: number): ReadonlyArray<string> {
    this.byLast ??= new ByUnit(this.options, (option) => option.charCodeAt(option.length - 1))
    return this.byLast.at(unit)
  }
}

class ByUnit {
  private readonly known = new Map<number, ReadonlyArray<string>>()
  private readonly anywhere: ReadonlyArray<string>

  constructor(options: ReadonlyArray<string>, unitOf: (option: string) => number) {
    // A space can be the border of a word, which has no width.
    const unbound = (option: string) => option === "" || option.startsWith(" ") || option.endsWith(" ")
    this.anywhere = options.filter(unbound)
    for (const unit of new Set(options.filter((option) => !unbound(option)).map(unitOf))) {
      this.known.set(unit, options.filter((option) => unbound(option) || unitOf(option) === unit))
    }
  }

  at(unit: number): ReadonlyArray<string> {
    return this.known.get(unit) ?? this.anywhere
  }
}

/** A pattern as `Confirm.ts` walks along it. */
export class CompiledPattern {
  readonly items: ReadonlyArray<CompiledSlot | Gap>
  readonly fromStart: number | null
  readonly toEnd: number | null
  /** No match is longer than this, in units. */
  readonly longest: number

  constructor({ fromStart, items, toEnd }: Pattern) {
    this.items = items.map((item) => (item._tag === "Slot" ? new CompiledSlot(item.options) : item))
    this.fromStart = fromStart
    this.toEnd = toEnd
    this.longest = items.reduce((sum, item) => sum + (item._tag === "Gap" ? item.longest : Math.max(...item.options.map((option) => option.length))), 0)
  }

  /** The units one of which has to stand right after item `item` (`step` 1) or right before it (−1); `null` where any may, or none. */
  unitsBeside(item: number, step: 1 | -1): UnitSet | null {
    const units = new UnitSet()
    for (let i = item + step; ; i += step) {
      const next = this.items[i]
      if (next === undefined || next._tag === "Gap" || !next.addEdges(units, step)) return null
      if (!next.isOptional) return units
    }
  }
}
