import type { Counts } from "./Scoring.ts"

const everyMs = 200

/**
 * A line on a terminal's standard error that says how far a run is; silent anywhere else. `done` wipes it, so that it never
 * mixes with results.
 */
export const progressLine = (inputs: number) => {
  const shown = process.stderr.isTTY === true
  const started = performance.now()
  let last = 0
  return {
    report: (counts: Readonly<Counts>, input: number) => {
      const now = performance.now()
      if (!shown || now - last < everyMs) return
      last = now
      const seconds = (now - started) / 1000
      const rate = Math.round(counts.read / seconds)
      const left = input > 0 ? ` · about ${duration((seconds / input) * (inputs - input))} left` : ""
      const aside = counts.setAside > 0 ? ` · ${counts.setAside} set aside` : ""
      process.stderr.write(`\r\u001b[K${counts.read.toLocaleString("en")} transcripts · ${rate.toLocaleString("en")}/s · file ${input + 1} of ${inputs}${left}${aside}`)
    },
    done: () => {
      if (shown) process.stderr.write("\r\u001b[K")
    }
  }
}

/** Seconds as people read them: `0.8 s`, `42 s`, `3 min 5 s`. */
export const duration = (seconds: number): string =>
  seconds < 10 ? `${seconds.toFixed(1)} s` : seconds < 60 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
