import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** How a program went, by its own account at its end. */
export interface Measured {
  readonly seconds: number
  /** Processor time of all its threads, in seconds. */
  readonly cpu: number
  /** Largest resident memory, in bytes. */
  readonly peak: number
  readonly output: string
}

/** Runs a program of ours in a process of its own. Rejects when it fails. */
export const measured = (program: string, words: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const folder = mkdtempSync(join(tmpdir(), "transcript-qa-measured-"))
    const usage = join(folder, "usage.json")
    const started = performance.now()
    const child = spawn(process.execPath, ["--import", new URL("ReportUsage.ts", import.meta.url).href, ...process.execArgv, program, ...words], {
      env: { ...process.env, ...env, TRANSCRIPT_QA_USAGE: usage },
      stdio: ["ignore", "pipe", "inherit"]
    })
    let output = ""
    child.stdout.setEncoding("utf8").on("data", (piece: string) => (output += piece))
    child.on("close", (code) => {
      const seconds = (performance.now() - started) / 1000
      try {
        if (code !== 0 && code !== 2) throw new Error(`${program} ended with ${code}`)
        const { maxRSS, systemCPUTime, userCPUTime } = JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage
        resolve({ seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS * 1024, output })
      } catch (error) {
        reject(error)
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  })
