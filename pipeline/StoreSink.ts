import { createHash } from "node:crypto"
import { open } from "node:fs/promises"
import type { Pool } from "pg"
import type { SetAside } from "../schemas/SetAside.ts"
import type { Transcript } from "../schemas/Transcript.ts"
import type { Sink } from "./Scoring.ts"
import { digest } from "./store/Digest.ts"
import { recordInput } from "./store/DoneInputs.ts"
import type { Run } from "./store/Run.ts"
import { reportProgress } from "./store/Runs.ts"
import { recordSetAsides, resolveSetAsides } from "./store/SetAsides.ts"
import { known, write } from "./store/Transcripts.ts"

/**
 * Keeps scores in the database, under a run. Each batch is one transaction, so a killed run leaves whole transcripts only. The
 * next batch may be asked about while one is being kept.
 */
export const storeSink = (pool: Pool, run: Run): Sink => {
  /** Of the batch asked about last, which is the next to be kept. */
  let digests: ReadonlyMap<Transcript, string> = new Map()
  /** What is being written: only `keep` can tell how more of that name stands. */
  let underWay: ReadonlySet<string> = new Set()
  let reported = -Infinity
  return {
    pending: async (batch) => {
      const sure = batch.filter((transcript) => !underWay.has(nameOf(transcript)))
      digests = new Map(sure.map((transcript) => [transcript, digest(transcript)]))
      const standings = await known(pool, run, [...digests].map(([transcript, digest]) => ({ transcript, digest })))
      // Those that cannot be kept go on to `keep` all the same, which sets them aside.
      const unchanged = new Set(sure.filter((_, i) => standings[i]!._tag === "unchanged"))
      return batch.filter((transcript) => !unchanged.has(transcript))
    },
    keep: async (judged, setAsides, counts, read) => {
      underWay = new Set(judged.map(({ transcript }) => nameOf(transcript)))
      const written = await write(pool, run, judged.map((one) => ({ ...one, digest: digests.get(one.transcript) ?? digest(one.transcript) })))
      const kept = written.new + written.changed + written.rescored
      const aside = (transcript: (typeof written.refused)[number]["transcript"], reason: string): SetAside => ({ origin: transcript.origin, reason, excerpt: "", transcript: transcript.id })
      const notKept = [
        ...written.refused.map(({ transcript, reason }) => aside(transcript, reason)),
        ...written.duplicates.map(({ transcript, first }) =>
          aside(transcript, `the id ${transcript.id} was already used in this run, with other content, at ${first.file}:${first.line}; give one of the two files its own --source`)
        )
      ]
      const all = [...setAsides, ...notKept]
      if (all.length > 0) await recordSetAsides(pool, run, all)
      counts.read += read
      counts.new += written.new
      counts.changed += written.changed
      counts.rescored += written.rescored
      counts.unchanged += read - kept - notKept.length
      counts.setAside += all.length
      if (performance.now() - reported < reportEveryMs) return
      reported = performance.now()
      await reportProgress(pool, run, counts)
    },
    finished: async (found) => {
      await resolveSetAsides(pool, run, [found.file])
      if (found.path !== null) await recordInput(pool, run, { digest: await fileDigest(found.path), file: found.file })
    }
  }
}

const reportEveryMs = 1000

const nameOf = ({ id, source }: Transcript): string => `${source}\0${id}`

/** Keeps nothing; everything read counts as new, and what is set aside is told to `report`. */
export const noStore = (report: (setAside: SetAside) => void): Sink => ({
  pending: async (batch) => batch,
  keep: async (_, setAsides, counts, read) => {
    for (const setAside of setAsides) report(setAside)
    counts.read += read
    counts.new += read
    counts.setAside += setAsides.length
  },
  finished: async () => undefined
})

/** The digest by which `nightly` knows a file again, whatever it is called. */
export const fileDigest = async (path: string): Promise<string> => {
  const hash = createHash("sha256")
  const file = await open(path)
  try {
    // One buffer for all of the file: a stream would take a fresh one for every piece.
    const buffer = Buffer.allocUnsafeSlow(1024 * 1024)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return hash.digest("base64url")
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}
