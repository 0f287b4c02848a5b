import type { Gap, Pattern } from "./Phrase.ts"

/** The options of a slot by the unit they begin or end with, longest first; those that can stand without a unit of their own are with every unit. */
export class CompiledSlot {
  readonly _tag = "Slot"
  readonly isOptional: boolean
  private readonly byFirst = new Map<number, ReadonlyArray<string>>()
  private readonly byLast = new Map<number, ReadonlyArray<string>>()
  private readonly anywhere: ReadonlyArray<string>

  constructor(options: ReadonlyArray<string>) {
    // A space can be the border of a word, which has no width.
    const unbound = (option: string) => option === "" || option.startsWith(" ") || option.endsWith(" ")
    this.anywhere = options.filter(unbound)
    this.isOptional = options.includes("")
    for (const option of options) {
      if (unbound(option)) continue
      const first = option.charCodeAt(0)
      const last = option.charCodeAt(option.length - 1)
      if (!this.byFirst.has(first)) this.byFirst.set(first, options.filter((other) => unbound(other) || other.charCodeAt(0) === first))
      if (!this.byLast.has(last)) this.byLast.set(last, options.filter((other) => unbound(other) || other.charCodeAt(other.length - 1) === last))
    }
  }

  /** Those that may begin with this unit. */
  beginning(unit: number): ReadonlyArray<string> {
    return this.byFirst.get(unit) ?? this.anywhere
  }

  /** Those that may end with this unit. */
  ending(unit: number): ReadonlyArray<string> {
    return this.byLast.get(unit) ?? this.anywhere
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
