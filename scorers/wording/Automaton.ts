/**
 * Aho–Corasick over UTF-16 units: finds every one of some literals in a text that is read once, whatever their number. Edges lie
 * packed by state: of the tables that are quicker to read on paper, none stays in the processor's cache.
 */
export class Automaton {
  /** Per unit: the state after it alone. */
  readonly root = new Int32Array(0x10000)
  /** Edges of state s are those from `first[s]` to `first[s + 1]`, by unit. */
  private readonly first: Int32Array
  private readonly units: Uint16Array
  private readonly targets: Int32Array
  private readonly fail: Int32Array
  /** Per state: the longest literal that ends here, by its place in the list, or -1. */
  readonly output: Int32Array
  /** Per state: the state of the longest shorter literal that ends here, or -1. */
  readonly shorter: Int32Array

  constructor(literals: ReadonlyArray<string>) {
    const children: Array<Map<number, number>> = [new Map()]
    const ends: Array<number> = []
    literals.forEach((literal, index) => {
      let state = 0
      for (let i = 0; i < literal.length; i++) {
        const unit = literal.charCodeAt(i)
        let next = children[state]!.get(unit)
        if (next === undefined) {
          next = children.push(new Map()) - 1
          children[state]!.set(unit, next)
        }
        state = next
      }
      ends[state] = index
    })
    const size = children.length
    this.first = new Int32Array(size + 1)
    this.units = new Uint16Array(size - 1)
    this.targets = new Int32Array(size - 1)
    this.fail = new Int32Array(size)
    this.output = Int32Array.from({ length: size }, (_, state) => ends[state] ?? -1)
    this.shorter = new Int32Array(size).fill(-1)
    let edge = 0
    for (let state = 0; state < size; state++) {
      for (const [unit, target] of [...children[state]!].sort(([a], [b]) => a - b)) {
        this.units[edge] = unit
        this.targets[edge] = target
        edge++
      }
      this.first[state + 1] = edge
    }
    this.link(children)
  }

  /** The state after one more unit. */
  next(from: number, unit: number): number {
    const { fail, first, targets, units } = this
    for (let state = from; state !== 0; state = fail[state]!) {
      let low = first[state]!
      let high = first[state + 1]!
      while (low < high) {
        const middle = (low + high) >> 1
        const here = units[middle]!
        if (here === unit) return targets[middle]!
        if (here < unit) low = middle + 1
        else high = middle
      }
    }
    return this.root[unit]!
  }

  private link(children: ReadonlyArray<ReadonlyMap<number, number>>): void {
    const queue: Array<number> = []
    for (const [unit, state] of children[0]!) {
      this.root[unit] = state
      queue.push(state)
    }
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head]!
      const back = this.fail[state]!
      this.shorter[state] = this.output[back]! >= 0 ? back : this.shorter[back]!
      for (const [unit, child] of children[state]!) {
        this.fail[child] = this.next(back, unit)
        queue.push(child)
      }
    }
  }
}
