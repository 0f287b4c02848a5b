import { SpillFile } from "./SpillFile.ts"

/** One conversation's rows, in the order of the file. A row is its fields in the order they were added. */
export interface Rows {
  readonly key: string
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/**
 * Groups rows by key in a memory that does not grow with their number: few stay in memory, many go by hash into partitions
 * of a temporary file, each read back on its own. Fields must not contain NUL, and every row must have `width` of them.
 */
export class RowStore {
  readonly #width: number
  readonly #partitions: number
  readonly #limit: number
  #memory: Array<Buffer> = []
  #filled = 0
  #buffers: ReadonlyArray<PartitionBuffer> = []
  #spill: SpillFile | null = null

  /** `bytes`: the size of what is coming, where known. `limit`: bytes that stay in memory. */
  constructor(width: number, bytes: number | null, limit = 16 * 1024 * 1024) {
    this.#width = width
    this.#limit = limit
    this.#partitions = bytes === null ? 256 : Math.min(512, Math.max(2, Math.ceil(bytes / partitionBytes)))
  }

  /** `row` is the row's fields, each with a NUL behind it; the first is the key. */
  add(key: string, row: string): void {
    if (this.#spill === null) this.#keep(row)
    else this.#buffers[this.#partitionOf(key)]!.add(row)
  }

  /** All rows by key: in the order the keys first appeared, within a partition. */
  *conversations(): Generator<Rows> {
    if (this.#spill === null) {
      yield* this.#grouped(this.#takeMemory())
      return
    }
    for (const buffer of this.#buffers) buffer.flush()
    for (let partition = 0; partition < this.#partitions; partition++) yield* this.#grouped(this.#spill.read(partition).toString("utf8"))
  }

  close(): void {
    this.#memory = []
    this.#spill?.close()
  }

  #keep(row: string): void {
    // A UTF-16 unit takes three bytes at most.
    if (this.#filled + row.length * 3 > (this.#memory.at(-1)?.length ?? 0)) {
      this.#trimLast()
      if (this.#memory.reduce((sum, chunk) => sum + chunk.length, 0) > this.#limit) return this.#toDisk(row)
      this.#memory.push(Buffer.allocUnsafeSlow(Math.max(memoryBytes, row.length * 3)))
      this.#filled = 0
    }
    this.#filled += this.#memory.at(-1)!.write(row, this.#filled, "utf8")
  }

  #trimLast(): void {
    const last = this.#memory.pop()
    if (last !== undefined) this.#memory.push(last.subarray(0, this.#filled))
  }

  #takeMemory(): string {
    this.#trimLast()
    const all = Buffer.concat(this.#memory)
    this.#memory = []
    return all.toString("utf8")
  }

  #toDisk(row: string): void {
    const spill = new SpillFile(this.#partitions)
    this.#spill = spill
    this.#buffers = Array.from({ length: this.#partitions }, (_, partition) => new PartitionBuffer(spill, partition))
    const fields = (this.#takeMemory() + row).split("\0")
    for (let at = 0; at + this.#width <= fields.length; at += this.#width) {
      this.add(fields[at]!, `${fields.slice(at, at + this.#width).join("\0")}\0`)
    }
  }

  #partitionOf(key: string): number {
    let hash = 0x811c9dc5
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
    return (hash >>> 0) % this.#partitions
  }

  *#grouped(text: string): Generator<Rows> {
    const fields = text.split("\0")
    const groups = new Map<string, Array<number>>()
    for (let at = 0; at + this.#width <= fields.length; at += this.#width) {
      const group = groups.get(fields[at]!)
      if (group === undefined) groups.set(fields[at]!, [at])
      else group.push(at)
    }
    for (const [key, starts] of groups) yield { key, rows: starts.map((at) => fields.slice(at, at + this.#width)) }
  }
}

const memoryBytes = 256 * 1024
const partitionBytes = 8 * 1024 * 1024
const bufferBytes = 32 * 1024

class PartitionBuffer {
  readonly #spill: SpillFile
  readonly #partition: number
  readonly #bytes = Buffer.allocUnsafeSlow(bufferBytes)
  #filled = 0

  constructor(spill: SpillFile, partition: number) {
    this.#spill = spill
    this.#partition = partition
  }

  add(row: string): void {
    // A UTF-16 unit takes three bytes at most.
    if (row.length * 3 > bufferBytes - this.#filled) this.flush()
    if (row.length * 3 > bufferBytes) this.#spill.append(this.#partition, Buffer.from(row))
    else this.#filled += this.#bytes.write(row, this.#filled, "utf8")
  }

  flush(): void {
    if (this.#filled > 0) this.#spill.append(this.#partition, this.#bytes.subarray(0, this.#filled))
    this.#filled = 0
  }
}
