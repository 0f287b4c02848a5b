import { Schema } from "effect"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { recognise } from "../../../pipeline/Formats.ts"
import { readings } from "../../../pipeline/Readings.ts"
import { Transcript } from "../../../schemas/Transcript.ts"
import { collect, options } from "./ReadText.ts"

const folder = join(import.meta.dirname, "../../golden/formats")

const formatOf: Readonly<Record<string, string>> = {
  "interleaved.csv": "csv",
  "offsets-semicolon.csv": "csv",
  "native.jsonl": "jsonl",
  "notation.txt": "dialogue",
  "sca-upload.json": "alibaba-sca",
  "call-analytics.json": "amazon-call-analytics",
  "contact-lens-call.json": "contact-lens",
  "contact-lens-chat.json": "contact-lens"
}

test("every input beside the golden transcripts is tested", () => {
  expect(readdirSync(folder).filter((file) => !file.endsWith(".golden.json")).sort()).toEqual(Object.keys(formatOf).sort())
})

test.each(Object.entries(formatOf))("%s is recognised as %s and gives its golden transcripts", async (file, format) => {
  const path = join(folder, file)
  expect(recognise(readFileSync(path, "utf8"), file, options)?.name).toBe(format)
  const read = await collect(readings({ file, path }, options))
  for (const transcript of read.transcripts) expect(Schema.decodeUnknownSync(Transcript)(transcript, { onExcessProperty: "error" })).toEqual(transcript)
  await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(join(folder, `${file}.golden.json`))
})
