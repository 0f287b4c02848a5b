import { PartitionBuffer } from "./PartitionBuffer.ts"
import { SpillFile } from "./SpillFile.ts"

/** One conversation's rows, in the order of the file. */
export interface Rows {
  readonly key: string
  readonly rows: ReadonlyArray<string>
}

/**
 * Groups rows by key in a memory that does not grow with their number: few stay in memory, many go by hash into partitions
 * of a temporary file, each read back on its own. A row is a text that begins with its key and a NUL.
 */
export class RowStore {
  /** How many rows were added. */
  rows = 0
  readonly #partitions: number
  readonly #limit: number
  #memory: Array<Buffer> = []
  #kept = 0
  #buffers: ReadonlyArray<PartitionBuffer>
  #spill: SpillFile | null = null

  /** `bytes`: the size of what is coming, where known. `limit`: how many stay in memory. */
  constructor(bytes: number | null, limit = 16 * 1024 * 1024) {
    this.#limit = limit
    this.#partitions = bytes === null ? 256 : Math.min(1024, Math.max(2, Math.ceil(bytes / partitionBytes)))
    this.#buffers = [new PartitionBuffer(bufferBytes, (rows) => this.#keep(rows))]
    if (bytes !== null && bytes > limit) this.#toDisk()
  }

  add(key: string, row: string): void {
    this.rows++
    if (this.#spill === null && this.#kept > this.#limit) this.#toDisk()
    this.#buffers[this.#spill === null ? 0 : this.#partitionOf(key)]!.add(row)
  }

  /** All rows by key, in the order in which the keys first appeared, within a partition. */
  *conversations(): Generator<Rows> {
    for (const buffer of this.#buffers) buffer.flush()
    const spill = this.#spill
    if (spill === null) {
      const memory = this.#memory
      this.#memory = []
      return yield* grouped(memory)
    }
    for (let partition = 0; partition < this.#partitions; partition++) yield* grouped([spill.read(partition)])
  }

  close(): void {
    this.#memory = []
    this.#spill?.close()
  }

  #keep(rows: Buffer): void {
    this.#memory.push(Buffer.from(rows))
    this.#kept += rows.length
  }

  #toDisk(): void {
    for (const buffer of this.#buffers) buffer.flush()
    const spill = new SpillFile(this.#partitions)
    this.#spill = spill
    const size = Math.min(bufferBytes, Math.floor(allBuffersBytes / this.#partitions))
    this.#buffers = Array.from({ length: this.#partitions }, (_, partition) => new PartitionBuffer(size, (rows) => spill.append(partition, rows)))
    this.rows = 0
    for (const rows of this.#memory) {
      for (const row of PartitionBuffer.rows(rows)) this.add(row.slice(0, row.indexOf("\0")), row)
    }
    this.#memory = []
  }

  #partitionOf(key: string): number {
    let hash = 0x811c9dc5
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
    return (hash >>> 0) % this.#partitions
  }
}

const partitionBytes = 2 * 1024 * 1024
const bufferBytes = 64 * 1024

/** What the buffers of all partitions hold together. */
const allBuffersBytes = 8 * 1024 * 1024

function* grouped(buffers: ReadonlyArray<Buffer>): Generator<Rows> {
  const groups = new Map<string, Array<string>>()
  for (const buffer of buffers) {
    for (const row of PartitionBuffer.rows(buffer)) {
      const key = row.slice(0, row.indexOf("\0"))
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
  }
  for (const [key, rows] of groups) yield { key, rows }
}
