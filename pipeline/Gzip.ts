import { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import { InputBroken } from "./InputBroken.ts"

/**
 * The bytes of a stream, unpacked if they begin like a gzip file, whatever its name. Iterating throws `InputBroken` where
 * the stream or the archive breaks off. Leaving the iteration early closes the stream.
 */
export const plainBytes = (stream: NodeJS.ReadableStream): { readonly compressed: () => boolean; readonly bytes: AsyncIterable<Uint8Array> } => {
  let compressed = false
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const source = chunks(stream)
    try {
      const first = await firstBytes(source)
      if (first.length >= 4 && first[0] === 0x50 && first[1] === 0x4b && first[2]! <= 7) throw new InputBroken({ reason: archive })
      compressed = first[0] === 0x1f && first[1] === 0x8b
      if (compressed) yield* unpacked(first, source)
      else {
        if (first.length > 0) yield first
        yield* source
      }
    } finally {
      await source.return(undefined)
    }
  }
  return { compressed: () => compressed, bytes: bytes() }
}

const archive = "a ZIP archive or an Excel workbook (.xlsx): unpack it, or save the sheet as CSV in UTF-8"

async function* chunks(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk
  } catch (error) {
    throw new InputBroken({ reason: `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})` })
  }
}

const firstBytes = async (source: AsyncGenerator<Uint8Array>): Promise<Uint8Array> => {
  let first: Uint8Array = new Uint8Array(0)
  while (first.length < 4) {
    const next = await source.next()
    if (next.done === true) break
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value])
  }
  return first
}

async function* unpacked(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  async function* packed() {
    yield first
    yield* rest
  }
  const source = Readable.from(packed(), { objectMode: false })
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  source.on("error", (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    for await (const chunk of gunzip) yield chunk
  } catch (error) {
    if (error instanceof InputBroken) throw error
    const what = (error as NodeJS.ErrnoException).code === "Z_BUF_ERROR" ? "is cut off" : "is damaged"
    throw new InputBroken({ reason: `the gzip file ${what}: copy or export it again` })
  } finally {
    source.destroy()
  }
}
