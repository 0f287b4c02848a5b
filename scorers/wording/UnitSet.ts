/** UTF-16 units, remembered in 256 bits: one that is in the set is always found, of the others few are. */
export class UnitSet {
  private readonly bits = new Int32Array(8)

  add(unit: number): void {
    const place = placeOf(unit)
    this.bits[place >> 5]! |= 1 << (place & 31)
  }

  mayHave(unit: number): boolean {
    const place = placeOf(unit)
    return ((this.bits[place >> 5]! >> (place & 31)) & 1) === 1
  }
}

const placeOf = (unit: number): number => (unit ^ (unit >> 8)) & 0xff
