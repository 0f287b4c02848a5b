import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { InputBroken } from "../../InputBroken.ts"

/**
 * A temporary file that keeps bytes by partition. It has no name from the moment it is open, so nothing of it stays, however
 * the process ends. Throws `InputBroken` where the disk is full.
 */
export class SpillFile {
  readonly #descriptor: number
  readonly #extents: ReadonlyArray<Array<number>>
  #end = 0

  constructor(partitions: number) {
    this.#extents = Array.from({ length: partitions }, () => [])
    const folder = mkdtempSync(join(tmpdir(), "transcript-qa-rows-"))
    const file = join(folder, "rows")
    this.#descriptor = openSync(file, "wx+", 0o600)
    unlinkSync(file)
    rmSync(folder, { recursive: true })
  }

  append(partition: number, bytes: Uint8Array): void {
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#end + done)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error)
      throw new InputBroken({ reason: `cannot write to the temporary folder ${tmpdir()} (${code}): a table larger than memory needs as much room there as it takes itself; set TMPDIR to a folder that has it` })
    }
    this.#extents[partition]!.push(this.#end, bytes.length)
    this.#end += bytes.length
  }

  /** Everything that was appended to a partition, in that order. */
  read(partition: number): Buffer {
    const extents = this.#extents[partition]!
    let length = 0
    for (let i = 1; i < extents.length; i += 2) length += extents[i]!
    const bytes = Buffer.allocUnsafe(length)
    let at = 0
    for (let i = 0; i < extents.length; i += 2) {
      for (const end = at + extents[i + 1]!, from = extents[i]! - at; at < end; ) {
        const read = readSync(this.#descriptor, bytes, at, end - at, from + at)
        if (read === 0) throw new InputBroken({ reason: `the temporary file in ${tmpdir()} was cut while it was read` })
        at += read
      }
    }
    return bytes
  }

  close(): void {
    closeSync(this.#descriptor)
  }
}
