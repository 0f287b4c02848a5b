import type { ClientBase } from "pg"
import { from } from "pg-copy-streams"

/** Rows in the text format of COPY (CopyText.ts), gathered as bytes: a batch of long strings would live long enough to weigh on the heap. */
export class CopyRows {
  private bytes = Buffer.allocUnsafeSlow(64 * 1024)
  private length = 0

  add(row: string): void {
    // No code unit takes more than three bytes.
    const most = this.length + 3 * row.length
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
   * Sends the rows into a table; `into` is the table with its columns, as SQL. Rejects with the server's error, after which
   * the transaction is lost.
   */
  send(client: ClientBase, into: string): Promise<void> {
    if (this.empty) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const stream = client.query(from(`copy ${into} from stdin`))
      stream.on("error", reject)
      stream.on("finish", resolve)
      stream.end(this.bytes.subarray(0, this.length))
    })
  }
}
