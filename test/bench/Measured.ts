import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
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

/** Runs a program of ours in a process of its own, and measures that of its Node processes that used most memory. Rejects when it fails. */
export const measured = (program: string, words: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const folder = mkdtempSync(join(tmpdir(), "transcript-qa-measured-"))
    const started = performance.now()
    const child = spawn(process.execPath, [program, ...words], {
      env: { ...process.env, ...env, NODE_OPTIONS: `--import=${new URL("ReportUsage.ts", import.meta.url).href}`, TRANSCRIPT_QA_USAGE: folder },
      stdio: ["ignore", "pipe", "inherit"]
    })
    let output = ""
    child.stdout.setEncoding("utf8").on("data", (piece: string) => (output += piece))
    child.on("close", (code) => {
      const seconds = (performance.now() - started) / 1000
      try {
        if (code !== 0 && code !== 2) throw new Error(`${program} ended with ${code}`)
        const usages = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as NodeJS.ResourceUsage)
        const { maxRSS, systemCPUTime, userCPUTime } = usages.toSorted((a, b) => b.maxRSS - a.maxRSS)[0]!
        resolve({ seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS * 1024, output })
      } catch (error) {
        reject(error)
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  })
