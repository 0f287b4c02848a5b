import { statSync } from "node:fs"
import type { Found } from "./Inputs.ts"
import type { Reach } from "./Reach.ts"
import type { Counts, Progress } from "./Scoring.ts"

const everyMs = 250

/** Before this share of the work an estimate of the rest would jump about. */
const estimableFrom = 0.02

/**
 * A line on a terminal's standard error that says how far a run is: counts, rate, time left; silent anywhere else. `done` wipes
 * it, so that it never mixes with results.
 */
export const progressLine = (inputs: ReadonlyArray<Found>): Progress & { readonly done: () => void } => {
  const shown = process.stderr.isTTY === true
  const sizes = shown ? inputs.map(sizeOf) : []
  const all = sizes.reduce((sum, size) => sum + size, 0)
  const started = performance.now()
  let current: { readonly input: number; readonly reach: Reach } | null = null
  let counts: Readonly<Counts> | null = null
  let last: string | null = null
  const render = () => {
    if (current === null) return
    const seconds = (performance.now() - started) / 1000
    const before = sizes.slice(0, current.input).reduce((sum, size) => sum + size, 0)
    const share = all === 0 ? 0 : (before + sizes[current.input]! * current.reach.share) / all
    const read = counts?.read ?? 0
    if (last !== null) {
      process.stderr.write(`\r\u001b[K${read.toLocaleString("en")} transcripts · ${last} · ${duration(seconds)}`)
      return
    }
    const parts = [
      `${(share * 100).toFixed(0)} %`,
      `${read.toLocaleString("en")} transcripts`,
      `${Math.round(read / seconds).toLocaleString("en")}/s`,
      ...(inputs.length > 1 ? [`file ${current.input + 1} of ${inputs.length}`] : []),
      ...(counts !== null && counts.setAside > 0 ? [`${counts.setAside} set aside`] : []),
      ...(share > estimableFrom ? [`about ${duration((seconds / share) * (1 - share))} left`] : [])
    ]
    process.stderr.write(`\r\u001b[K${parts.join(" · ")}`)
  }
  const timer = shown ? setInterval(render, everyMs) : undefined
  timer?.unref()
  return {
    began: (input, reach) => {
      current = { input, reach }
    },
    report: (latest) => {
      counts = latest
    },
    closing: (work) => {
      last = work
    },
    done: () => {
      clearInterval(timer)
      if (shown) process.stderr.write("\r\u001b[K")
    }
  }
}

const sizeOf = ({ path }: Found): number => (path === null ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0))

/** Seconds as people read them: `0.8 s`, `42 s`, `3 min 5 s`. */
export const duration = (seconds: number): string =>
  seconds < 9.95 ? `${seconds.toFixed(1)} s` : seconds < 59.5 ? `${Math.round(seconds)} s` : `${Math.floor(Math.round(seconds) / 60)} min ${Math.round(seconds) % 60} s`
