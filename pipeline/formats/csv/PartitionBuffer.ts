const lengthBytes = 4

/** Collects rows as UTF-16 (which is copied, not converted, and three times as fast as UTF-8), each behind its length, and hands them on when it is full. What it hands on is only good during the call. */
export class PartitionBuffer {
  readonly #full: (rows: Buffer) => void
  readonly #size: number
  #bytes: Buffer | null = null
  #filled = 0

  /** `size` in bytes: what it holds before it hands on. */
  constructor(size: number, full: (rows: Buffer) => void) {
    this.#size = size
    this.#full = full
  }

  add(row: string): void {
    const length = row.length * 2
    if (lengthBytes + length > this.#size - this.#filled) this.flush()
    if (lengthBytes + length > this.#size) return this.#full(framed(Buffer.allocUnsafe(lengthBytes + length), 0, row))
    this.#bytes ??= Buffer.allocUnsafeSlow(this.#size)
    framed(this.#bytes, this.#filled, row)
    this.#filled += lengthBytes + length
  }

  flush(): void {
    if (this.#bytes === null || this.#filled === 0) return
    const filled = this.#filled
    this.#filled = 0
    this.#full(this.#bytes.subarray(0, filled))
  }

  /** The rows in bytes that were handed on. Each is a text of its own, that keeps nothing else in memory. */
  static *rows(bytes: Buffer): Generator<string> {
    for (let at = 0; at < bytes.length; ) {
      const from = at + lengthBytes
      at = from + bytes.readUInt32LE(at)
      yield bytes.toString("utf16le", from, at)
    }
  }
}

const framed = (bytes: Buffer, at: number, row: string): Buffer => {
  bytes.writeUInt32LE(row.length * 2, at)
  bytes.write(row, at + lengthBytes, "utf16le")
  return bytes
}
