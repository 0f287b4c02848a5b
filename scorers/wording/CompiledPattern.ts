import type { Gap, Pattern } from "./Phrase.ts"

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
}
