import { hash } from "node:crypto"
import type { Origin } from "../../schemas/Transcript.ts"

/**
 * Remembers which transcripts a run has met and where, in 16 bytes each: a second transcript under the same source and id
 * is then no change but a duplicate. Ids are kept as 64-bit hashes; two in ten million would have to collide, one of them
 * changed at that, before a change were taken for a duplicate.
 */
export class Seen {
  private slots = new Uint32Array(4 * 1024)
  private size = 0
  private readonly files: Array<string> = []
  private readonly fileNumbers = new Map<string, number>()

  /** Keeps the first origin; later ones of the same transcript are ignored. */
  add(source: string, id: string, origin: Origin): void {
    if (this.size * 3 >= this.slots.length / 4 * 2) this.grow()
    const [high, low] = key(source, id)
    const at = this.find(high, low)
    if (this.slots[at + 2] !== 0) return
    this.slots[at] = high
    this.slots[at + 1] = low
    this.slots[at + 2] = this.number(origin.file)
    this.slots[at + 3] = origin.line
    this.size++
  }

  get(source: string, id: string): Origin | null {
    const at = this.find(...key(source, id))
    const file = this.files[this.slots[at + 2]! - 1]
    return file === undefined ? null : { file, line: this.slots[at + 3]! }
  }

  private find(high: number, low: number): number {
    const mask = this.slots.length / 4 - 1
    let slot = low & mask
    while (this.slots[4 * slot + 2] !== 0 && !(this.slots[4 * slot] === high && this.slots[4 * slot + 1] === low)) slot = (slot + 1) & mask
    return 4 * slot
  }

  private grow(): void {
    const old = this.slots
    this.slots = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += 4) {
      if (old[at + 2] !== 0) this.slots.set(old.subarray(at, at + 4), this.find(old[at]!, old[at + 1]!))
    }
  }

  private number(file: string): number {
    let number = this.fileNumbers.get(file)
    if (number === undefined) this.fileNumbers.set(file, number = this.files.push(file))
    return number
  }
}

function key(source: string, id: string): [high: number, low: number] {
  const bytes = hash("sha256", `${source}\0${id}`, "buffer")
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)]
}
