import { setImmediate } from "node:timers/promises"
import type { Judged } from "../schemas/Judged.ts"
import type { SetAside } from "../schemas/SetAside.ts"
import type { Transcript } from "../schemas/Transcript.ts"
import type { CompiledRubric } from "../scorers/CompiledRubric.ts"
import type { Format, ReadOptions } from "./Format.ts"
import type { Found } from "./Inputs.ts"
import { Reach } from "./Reach.ts"
import { readings } from "./Readings.ts"

/** What a run has done so far. `new`, `changed` and `rescored` were stored; `unchanged` stood there already. */
export interface Counts {
  read: number
  new: number
  changed: number
  rescored: number
  unchanged: number
  setAside: number
}

export const noCounts = (): Counts => ({ read: 0, new: 0, changed: 0, rescored: 0, unchanged: 0, setAside: 0 })

/** Where scores go. The database is one; without one, everything read counts as new. */
export interface Sink {
  /** Of a batch, those that need judging; the batch before it may still be on its way to be kept. */
  readonly pending: (batch: ReadonlyArray<Transcript>) => Promise<ReadonlyArray<Transcript>>
  /** Stores judged transcripts and what was set aside meanwhile, out of `read` transcripts; adds to the counts. */
  readonly keep: (judged: ReadonlyArray<Judged>, setAside: ReadonlyArray<SetAside>, counts: Counts, read: number) => Promise<void>
  /** An input was read to its end. */
  readonly finished: (found: Found) => Promise<void>
}

/** Whoever wants to know how far a job is. */
export interface Progress {
  /** Work on an input begins; `reach` moves on by itself. */
  readonly began: (input: number, reach: Reach) => void
  readonly report: (counts: Readonly<Counts>) => void
  /** Everything is read; what follows is one piece of work of unknown length. */
  readonly closing: (work: string) => void
}

export interface Job {
  readonly compiled: CompiledRubric
  readonly inputs: ReadonlyArray<Found>
  readonly missing: ReadonlyArray<SetAside>
  readonly options: ReadOptions
  readonly format: Format | null
  readonly sink: Sink
  readonly lines: { readonly write: (batch: ReadonlyArray<Judged>) => Promise<void> } | null
  readonly progress: Progress
  /** Aborted: the batch under way is finished, then the job ends. */
  readonly signal: AbortSignal
}

/** Enough to make a round trip to the database cheap, few enough to lose little when the process is killed. */
const batchSize = 250

/** No batch holds more text than this, so that long transcripts do not add up. */
const batchUnits = 2_000_000

/** How many transcripts are read or judged before whatever else waits, such as a batch on its way to the database, has its turn. */
const breath = 20

/**
 * Reads, judges and keeps, a batch at a time: while one is written the next is read and judged. `counts` is kept up to date as
 * it goes, so that they tell the truth also when this rejects.
 */
export const score = async (job: Job, counts: Counts): Promise<void> => {
  let writing: Promise<void> = Promise.resolve()
  let setAside: Array<SetAside> = [...job.missing]
  let batch: Array<Transcript> = []
  let units = 0
  const flush = async () => {
    const transcripts = batch
    const asides = setAside
    batch = []
    setAside = []
    units = 0
    if (transcripts.length + asides.length === 0) return
    const pending = transcripts.length === 0 ? [] : await job.sink.pending(transcripts)
    const due = new Set(pending)
    const judged: Array<Judged> = []
    // A file of outcomes is about all that was read, not about what happens to be new.
    for (const transcript of job.lines === null ? pending : transcripts) {
      judged.push(job.compiled.judge(transcript))
      if (judged.length % breath === 0) await setImmediate()
    }
    await writing
    writing = Promise.all([
      job.sink.keep(judged.filter((one) => due.has(one.transcript)), asides, counts, transcripts.length),
      job.lines?.write(judged)
    ]).then(() => undefined)
    // Handled where it is awaited next; without this a rejection in between would end the process.
    writing.catch(() => undefined)
  }
  try {
    for (const [index, found] of job.inputs.entries()) {
      const reach = new Reach()
      job.progress.began(index, reach)
      for await (const reading of readings(found, job.options, job.format, reach)) {
        if (reading._tag === "SetAside") setAside.push(reading.setAside)
        else {
          batch.push(reading.transcript)
          for (const turn of reading.transcript.turns) units += turn.text.length
          if (batch.length % breath === 0) await setImmediate()
        }
        if (batch.length + setAside.length < batchSize && units < batchUnits) continue
        await flush()
        job.progress.report(counts)
        if (job.signal.aborted) break
      }
      await flush()
      await writing
      job.progress.report(counts)
      if (job.signal.aborted) break
      await job.sink.finished(found)
    }
    await flush()
    await writing
  } finally {
    // Nothing is left half-done behind the back of whoever hears of a failure.
    await writing.catch(() => undefined)
  }
}
