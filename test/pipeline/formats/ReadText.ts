import { Reach } from "../../../pipeline/Reach.ts"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { SetAside } from "../../../schemas/SetAside.ts"
import type { Transcript } from "../../../schemas/Transcript.ts"
import type { Input, Reading, ReadOptions } from "../../../pipeline/Format.ts"
import { formatNamed } from "../../../pipeline/Formats.ts"
import { readings } from "../../../pipeline/Readings.ts"

export const options: ReadOptions = { source: "test", timeZone: "Asia/Shanghai", channel: null, columns: new Map() }

export interface Read {
  readonly transcripts: ReadonlyArray<Transcript>
  readonly setAside: ReadonlyArray<SetAside>
}

export const collect = async (all: AsyncIterable<Reading>): Promise<Read> => {
  const transcripts: Array<Transcript> = []
  const setAside: Array<SetAside> = []
  for await (const reading of all) {
    if (reading._tag === "Transcript") transcripts.push(reading.transcript)
    else setAside.push(reading.setAside)
  }
  return { transcripts, setAside }
}

/** Reads a file of this name and content the way the commands do. */
export const readText = async (name: string, content: string | Uint8Array, format: string | null = null, more: Partial<ReadOptions> = {}): Promise<Read> => {
  const folder = mkdtempSync(join(tmpdir(), "read-text-"))
  const path = join(folder, name)
  try {
    writeFileSync(path, content)
    return await collect(readings({ file: name, path }, { ...options, ...more }, format === null ? null : formatNamed(format)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Input as a format gets it, in pieces of `length` characters. */
export const inputOf = (text: string, bytes: number | null = text.length, length = 1000): Input => ({
  file: "input",
  head: text.slice(0, 65_536),
  bytes,
  reach: new Reach(),
  text: async function* () {
    for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
  }
})
