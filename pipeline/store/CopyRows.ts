import type { ClientBase } from "pg"
import { from } from "pg-copy-streams"

/** Memory that rows have left, for the next ones: batch after batch of fresh megabytes would outrun the garbage collector. */
const spare: Array<Buffer> = []
const mostSpare = 6
const largestSpare = 16 * 1024 * 1024

/** Rows in the text format of COPY (CopyText.ts), gathered as bytes: a batch of long strings would live long enough to weigh on the heap. */
export class CopyRows {
  private bytes: Buffer | null = null
  private length = 0

  add(row: string): void {
    // No code unit takes more than three bytes.
    const most = this.length + 3 * row.length
    this.bytes ??= spare.pop() ?? Buffer.allocUnsafeSlow(64 * 1024)
    if (most > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(most, 2 * this.bytes.length))
      this.bytes.copy(larger, 0, 0, this.length)
      this.bytes = larger
    }
    this.length += this.bytes.write(row, this.length)
  }

  get empty(): boolean {
    return this.length === 0
  }

  /**
   * Sends the rows into a table, after which there are none; `into` is the table with its columns, as SQL. Rejects with the
   * server's error, after which the transaction is lost.
   */
  async send(client: ClientBase, into: string): Promise<void> {
    const { bytes, length } = this
    this.bytes = null
    this.length = 0
    if (bytes === null) return
    await new Promise<void>((resolve, reject) => {
      const stream = client.query(from(`copy ${into} from stdin`))
      stream.on("error", reject)
      stream.on("finish", resolve)
      stream.end(bytes.subarray(0, length))
    })
    // The server has them: nobody reads these bytes any more.
    if (spare.length < mostSpare && bytes.length <= largestSpare) spare.push(bytes)
  }
}
