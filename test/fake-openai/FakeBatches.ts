import type { Chat } from "./ChatAnswer.ts"
import { errorBody, type Fault } from "./Fault.ts"

export interface StoredFile {
  readonly id: string
  readonly object: "file"
  readonly purpose: string
  readonly filename: string
  readonly bytes: number
  readonly created_at: number
  readonly status: "processed"
  readonly text: string
}

type Status = "validating" | "failed" | "in_progress" | "completed" | "expired" | "cancelled"

export interface StoredBatch {
  readonly id: string
  readonly object: "batch"
  readonly endpoint: string
  readonly completion_window: string
  readonly input_file_id: string
  readonly created_at: number
  readonly metadata: Readonly<Record<string, string>> | null
  status: Status
  output_file_id?: string
  error_file_id?: string
  errors?: { readonly object: "list"; readonly data: ReadonlyArray<{ readonly code: string; readonly message: string; readonly line: number | null }> }
  request_counts: { readonly total: number; readonly completed: number; readonly failed: number }
}

/** How batches run and end; may be changed at any time. */
export interface BatchPlan {
  /** So many looks at a batch find it still under way. */
  looks: number
  end: "completed" | "expired" | "cancelled" | "failed"
  /** Lines that are answered before an early end. */
  answered: (customId: string, line: number) => boolean
  /** What goes wrong with a line. */
  fault: (customId: string, line: number, body: Readonly<Record<string, unknown>>) => Fault | null
  /** Of a batch that fails: the lines it is blamed on, from 1. */
  blamed: ReadonlyArray<number>
}

interface Line {
  readonly custom_id: string
  readonly method: string
  readonly url: string
  readonly body: Chat & Readonly<Record<string, unknown>>
}

/** The files and batches of the endpoint. `answer` makes the body of a chat completion. */
export class FakeBatches {
  readonly files = new Map<string, StoredFile>()
  readonly batches = new Map<string, StoredBatch>()
  /** The `custom_id` of every line of every batch that was created, in order. */
  readonly submitted: Array<string> = []
  /** New batches are answered with this instead of being made. */
  refuse: Fault | null = null
  readonly plan: BatchPlan = { looks: 0, end: "completed", answered: () => true, fault: () => null, blamed: [] }
  readonly #answer: (chat: Chat, fault: Fault | null) => unknown
  readonly #now: () => number
  readonly #looked = new Map<string, number>()
  /** Another start of the program gives other ids. */
  readonly #start = Date.now().toString(36)
  #made = 0

  constructor(answer: (chat: Chat, fault: Fault | null) => unknown, now: () => number) {
    this.#answer = answer
    this.#now = now
  }

  upload(text: string, filename: string, purpose: string): StoredFile {
    const file: StoredFile = { id: `file-${this.#start}-${++this.#made}`, object: "file", purpose, filename, bytes: Buffer.byteLength(text), created_at: this.#seconds(), status: "processed", text }
    this.files.set(file.id, file)
    return file
  }

  create(body: { readonly input_file_id: string; readonly endpoint: string; readonly completion_window: string; readonly metadata?: Readonly<Record<string, string>> | null }): StoredBatch {
    const batch: StoredBatch = {
      id: `batch_${this.#start}_${++this.#made}`,
      object: "batch",
      endpoint: body.endpoint,
      completion_window: body.completion_window,
      input_file_id: body.input_file_id,
      created_at: this.#seconds(),
      metadata: body.metadata ?? null,
      status: "validating",
      request_counts: { total: 0, completed: 0, failed: 0 }
    }
    this.batches.set(batch.id, batch)
    for (const { custom_id } of this.#lines(batch)) this.submitted.push(custom_id)
    return batch
  }

  /** Newest first. */
  list(after: string | null, limit: number): { readonly data: ReadonlyArray<StoredBatch>; readonly has_more: boolean } {
    const all = [...this.batches.values()].reverse()
    const rest = after === null ? all : all.slice(all.findIndex(({ id }) => id === after) + 1)
    return { data: rest.slice(0, limit), has_more: rest.length > limit }
  }

  /** The batch as it is by now: each look brings it on. */
  look(id: string): StoredBatch | null {
    const batch = this.batches.get(id)
    if (batch === undefined) return null
    const looks = (this.#looked.get(id) ?? 0) + 1
    this.#looked.set(id, looks)
    if (batch.status !== "validating" && batch.status !== "in_progress") return batch
    if (looks <= this.plan.looks) batch.status = "in_progress"
    else this.#end(batch, this.plan.end)
    return batch
  }

  cancel(id: string): StoredBatch | null {
    const batch = this.batches.get(id)
    if (batch === undefined) return null
    if (batch.status === "validating" || batch.status === "in_progress") this.#end(batch, "cancelled")
    return batch
  }

  #end(batch: StoredBatch, end: BatchPlan["end"]): void {
    const lines = this.#lines(batch)
    const problems = this.#problems(batch, lines)
    if (end === "failed" || problems.length > 0) {
      batch.status = "failed"
      const blamed = this.plan.blamed.map((line) => ({ code: "invalid_request", message: "This line cannot be used", line }))
      const told = [...problems, ...blamed]
      batch.errors = { object: "list", data: told.length > 0 ? told : [{ code: "token_limit_exceeded", message: "Enqueued token limit reached", line: null }] }
      return
    }
    const good: Array<string> = []
    const bad: Array<string> = []
    lines.forEach(({ body, custom_id }, index) => {
      const id = `batch_req_${batch.id}_${index}`
      if (end !== "completed" && !this.plan.answered(custom_id, index)) {
        bad.push(JSON.stringify({ id, custom_id, response: null, error: { code: `batch_${end}`, message: "This request was not executed in time" } }))
        return
      }
      const fault = this.plan.fault(custom_id, index, body)
      const error = fault === null ? null : errorBody(fault)
      const response = { status_code: error?.status ?? 200, request_id: `req_${index}`, body: error?.body ?? this.#answer(body, fault) }
      ;(error === null ? good : bad).push(JSON.stringify({ id, custom_id, response, error: null }))
    })
    // The order of the lines is nobody's.
    if (good.length > 0) batch.output_file_id = this.upload(`${good.reverse().join("\n")}\n`, "output.jsonl", "batch_output").id
    if (bad.length > 0) batch.error_file_id = this.upload(`${bad.join("\n")}\n`, "error.jsonl", "batch_output").id
    batch.request_counts = { total: lines.length, completed: good.length, failed: bad.length }
    batch.status = end
  }

  #problems(batch: StoredBatch, lines: ReadonlyArray<Line>) {
    const seen = new Set<string>()
    const problems = lines.flatMap(({ body, custom_id, method, url }, index) => {
      const message = seen.has(custom_id) ? "The custom_id is there twice"
        : custom_id.length > 64 ? "The custom_id is too long"
        : method !== "POST" || url !== batch.endpoint ? "Another endpoint than the batch's"
        : body.model !== lines[0]!.body.model ? "Another model than the first line's"
        : null
      seen.add(custom_id)
      return message === null ? [] : [{ code: "invalid_line", message, line: index + 1 }]
    })
    return lines.length === 0 ? [{ code: "empty_file", message: "The file holds no request", line: null }] : problems
  }

  #lines(batch: StoredBatch): ReadonlyArray<Line> {
    const text = this.files.get(batch.input_file_id)?.text ?? ""
    return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Line)
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1000)
  }
}
