import type { UnitClass } from "./ConditionRegexSyntax.ts"

/** Folded UTF-16 units as a bit each, 8 KB; one single unit needs none. */
export class UnitSet {
  readonly classes: ReadonlyArray<UnitClass>
  private readonly single: number
  private readonly bits: Uint32Array

  constructor(classes: ReadonlyArray<UnitClass>) {
    this.classes = classes
    const [only] = classes
    const range = classes.length === 1 && only !== undefined && !only.negated && only.ranges.length === 1 ? only.ranges[0]! : null
    this.single = range !== null && range[0] === range[1] ? range[0] : -1
    this.bits = this.single >= 0 ? noBits : new Uint32Array(0x10000 / 32)
    if (this.single >= 0) return
    for (const { negated, ranges } of classes) {
      for (let unit = 0; unit < 0x10000; unit++) if (ranges.some(([low, high]) => unit >= low && unit <= high) !== negated) this.bits[unit >>> 5]! |= 1 << (unit & 31)
    }
  }

  has(unit: number): boolean {
    return this.single >= 0 ? unit === this.single : ((this.bits[unit >>> 5]! >>> (unit & 31)) & 1) === 1
  }
}

const noBits = new Uint32Array(0)
